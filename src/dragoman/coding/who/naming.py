"""Names of a text with their types, as the task `entities` asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from dragoman.coding.who.name_spans import end_of_name, first_of_name, fit_name, without_ground
from dragoman.language.glossary import Glossary, Nation, read_glossary
from dragoman.language.syntax import Tree, read_tree
from dragoman.language.titles import settle_places
from dragoman.ontology.gazetteer import load_gazetteer

NameType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "MISC"]


Tagged = tuple[int, int, str]
"""Tokens `[start, end)` and the tagger's label."""


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

    tagged = _with_nation(glossary, _agreed(tree, _tagged(tree)))
    for listed in dict.fromkeys(glossary.listed[i] for i in sorted(glossary.listed)):
        inside = next((t for t in tagged if t[0] <= listed.start and listed.end <= t[1]), None)
        person = listed.match.listing.kind == "person"
        free = inside is None or (not person and inside[2] not in ("PERSON", "ORG"))
        common = tree.texts[listed.end - 1].islower() and not person
        if free and not listed.match.surname and not common:
            take(listed.start, listed.end, "PERSON" if person else "ORG")
    for first, end, label in tagged:
        start = first_of_name(tree, first, end)
        take(start, end, _type(doc, glossary, start, end, label))
    for nation in dict.fromkeys(glossary.nations[i] for i in sorted(glossary.nations)):
        take(nation.start, nation.end, _nation_type(nation))
    named = ((fit_name(tree, start, end, kind), kind) for start, end, kind in sorted(found))
    return tuple(
        TypedName(doc[start].idx, end_of_name(doc[start:end]), kind) for (start, end), kind in named
    )


def _tagged(tree: Tree) -> list[Tagged]:
    spans: list[Tagged] = []
    for index, label in enumerate(tree.ent):
        if not label:
            continue
        if spans and tree.ent_start[index] == spans[-1][0] and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1, label)
        else:
            spans.append((index, index + 1, label))
    return spans


def _agreed(tree: Tree, spans: list[Tagged]) -> list[Tagged]:
    """The tagger's names with one label for a lone word through the text.

    A surname of somebody named in full is a person's; a word that the gazetteer knows and that is
    a place elsewhere in the text is no person's.
    """
    surnames = {tree.texts[e - 1] for s, e, label in spans if label == "PERSON" and e - s > 1}
    places = {tree.texts[s] for s, e, label in spans if label == "LOC" and e - s == 1}

    def settled(start: int, end: int, label: str) -> str:
        word = tree.texts[start]
        if end - start > 1 or label == "MISC":
            return label
        if word in surnames:
            return "PERSON"
        placed = label == "PERSON" and word in places and load_gazetteer().candidates(word)
        return "LOC" if placed else label

    return [(start, end, settled(start, end, label)) for start, end, label in spans]


def _with_nation(glossary: Glossary, spans: list[Tagged]) -> list[Tagged]:
    """Names of organs together with the nation before them: "Kenyan Ministry of Trade"."""
    joined: list[Tagged] = []
    for start, end, label in spans:
        organ = label == "ORG" and any(
            index in glossary.roles and glossary.roles[index].noun.category == "body"
            for index in range(start, end)
        )
        before = glossary.nations.get(start - 1)
        beside = joined and joined[-1][1] == start and joined[-1][2] in ("NORP", "LOC")
        if organ and beside and before is not None and before.nationhood == "demonym":
            start = joined.pop()[0]
        joined.append((start, end, label))
    return joined


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
    candidates = load_gazetteer().candidates(without_ground(name))
    return bool(candidates) and candidates[0].kind in ("country", "admin1", "admin2", "settlement")
