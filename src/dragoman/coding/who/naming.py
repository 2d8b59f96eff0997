"""Names of a text with their types, as the task `entities` asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from dragoman.language.glossary import Glossary, Nation, read_glossary
from dragoman.language.syntax import Tree, read_tree
from dragoman.language.titles import settle_places
from dragoman.ontology.gazetteer import load_gazetteer

NameType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "MISC"]


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name at characters `[start, end)` and what it names."""

    start: int
    end: int
    type: NameType


def find_names(doc: Doc) -> tuple[TypedName, ...]:
    """The names of a text in reading order, none overlapping.

    The tagger proposes; the directory decides what it lists, the country tables and the gazetteer
    whether a place is one with a government (GPE) or not (LOC).
    """
    tree, glossary = read_tree(doc), read_glossary(doc)
    settle_places(tree, glossary)
    found: list[tuple[int, int, NameType]] = []
    taken: set[int] = set()

    def take(start: int, end: int, kind: NameType) -> None:
        if start < end and not any(i in taken for i in range(start, end)):
            taken.update(range(start, end))
            found.append((start, end, kind))

    tagged = _tagged(tree)
    for listed in dict.fromkeys(glossary.listed[i] for i in sorted(glossary.listed)):
        inside = next((t for t in tagged if t[0] <= listed.start and listed.end <= t[1]), None)
        person = listed.match.listing.kind == "person"
        free = inside is None or (not person and inside[2] not in ("PERSON", "ORG"))
        common = tree.texts[listed.end - 1].islower() and not person
        if free and not listed.match.surname and not common:
            take(listed.start, listed.end, "PERSON" if person else "ORG")
    for start, end, label in tagged:
        take(start, end, _type(doc, glossary, start, end, label))
    for nation in dict.fromkeys(glossary.nations[i] for i in sorted(glossary.nations)):
        take(nation.start, nation.end, _nation_type(nation))
    return tuple(
        TypedName(doc[s].idx, doc[e - 1].idx + len(doc[e - 1].text), kind)
        for s, e, kind in sorted(found)
    )


def _tagged(tree: Tree) -> list[tuple[int, int, str]]:
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(tree.ent):
        if not label:
            continue
        if spans and tree.ent_start[index] == spans[-1][0] and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1, label)
        else:
            spans.append((index, index + 1, label))
    return spans


def _nation_type(nation: Nation) -> NameType:
    if nation.nationhood == "demonym":
        return "NORP"
    return "ORG" if nation.nationhood == "seat" else "GPE"


def _type(doc: Doc, glossary: Glossary, start: int, end: int, label: str) -> NameType:
    listed = glossary.listed.get(start)
    if listed is not None and (listed.start, listed.end) == (start, end):
        return "PERSON" if listed.match.listing.kind == "person" else "ORG"
    nation = glossary.nations.get(start)
    if nation is not None and (nation.start, nation.end) == (start, end) and label != "PERSON":
        return _nation_type(nation)
    role = glossary.roles.get(end - 1)
    people = role is not None and role.noun.normal == "civilian" and end - start == 1
    if people or (end - start == 1 and doc[start].tag_ == "JJ" and label in ("LOC", "NORP")):
        return "NORP"
    if label == "LOC":
        return "GPE" if _governed(doc[start:end].text) else "LOC"
    kinds: dict[str, NameType] = {"PERSON": "PERSON", "ORG": "ORG", "NORP": "NORP"}
    return kinds.get(label, "MISC")


def _governed(name: str) -> bool:
    """Whether a place is a country, a division or a settlement rather than a river or region."""
    candidates = load_gazetteer().candidates(name.removeprefix("the ").removeprefix("The "))
    return bool(candidates) and candidates[0].kind in ("country", "admin1", "admin2", "settlement")
