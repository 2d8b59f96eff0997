"""Where a report names countries, and whether as ground or as somebody who acts.

"In Kenya", "the Kenyan capital", "visited Kenya" tell where things happen, "Kenya condemned",
"Kenyan officials" who does them. Whose "the police" are is told by the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.who.places_of import country_of_place, name_at
from dragoman.language.glossary import Glossary
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words
from dragoman.ontology.sides import load_sides
from dragoman.ontology.word_classes import class_words

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_POSSESSED = frozenset({"nmod:poss", "compound", "amod", "nmod:desc", "flat"})
_PLACING = frozenset(
    {"in", "at", "near", "outside", "inside", "within", "across", "around", "throughout", "along",
     "off", "into", "through", "amid", "toward", "towards", "beyond"}
)  # fmt: skip
_GOING = frozenset(
    {"visit", "enter", "leave", "reach", "tour", "invade", "flee", "cross", "hit", "rock", "strike",
     "shake", "sweep", "grip", "devastate", "ravage", "batter", "govern", "rule", "bomb", "shell",
     "bombard", "attack", "besiege", "blockade", "occupy", "raid", "pound", "storm", "overrun"}
)  # fmt: skip
"""Verbs whose object is where it happens."""
BLOCS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})
_PLACES = reference_words("place") | load_sides().ground


@dataclass(frozen=True, slots=True)
class Naming:
    """A country named by the token; `ground` where it is told as the place of something."""

    token: int
    country: str
    ground: bool
    listed: bool = False


def namings(tree: Tree, glossary: Glossary) -> Iterator[Naming]:
    """All namings of a document: countries, capitals, demonyms, towns, and listed bodies."""
    for index, nation in glossary.nations.items():
        if nation.start == index and nation.country.kind != "bloc":
            at = nation.end - 1
            told = nation.nationhood != "seat" and (
                is_ground(tree, at) or _is_of_domestic_body(tree, glossary, at)
            )
            yield Naming(index, nation.country.code, told)
    for index, listed in glossary.listed.items():
        country = listed.match.listing.country
        if listed.start == index and country and len(country) == 3 and country not in BLOCS:
            yield Naming(index, country, ground=False, listed=True)
    for index, label in enumerate(tree.ent):
        known = index in glossary.nations or index in glossary.listed
        if label == "LOC" and tree.ent_start[index] == index and not known:
            code = country_of_place(name_at(tree, index))
            if code is not None:
                yield Naming(index, code, ground=True)


def is_ground(tree: Tree, index: int) -> bool:
    """Whether a country's name or adjective tells where, by the words around it."""
    node = index
    for _ in range(4):
        if tree.dep[node] not in ("conj", "flat", "appos", "compound") or tree.head[node] == node:
            break
        if tree.dep[node] == "compound" and tree.ent[tree.head[node]] != "LOC":
            break
        node = tree.head[node]
    dep, head = tree.dep[node], tree.head[node]
    if dep in _POSSESSED:
        return tree.lemma[head] in _PLACES and head > index
    if dep in _ARGUMENTS:
        return dep == "obj" and tree.lemma[head] in _GOING
    case = tree.child(node, "case")
    word = tree.lower[case] if case is not None else ""
    if dep in ("nmod", "obl"):
        if tree.lemma[head] in class_words("conflict") and word in ("of", "on", "against"):
            return True
        return word in _PLACING or (word in ("of", "to", "from") and _in_place(tree, head, word))
    return tree.ent[index] == "LOC" and dep in ("root", "nmod:unmarked", "list", "dep", "obl:npmod")


def _is_of_domestic_body(tree: Tree, glossary: Glossary, index: int) -> bool:
    """Whether it says whose the police, courts, opposition, rebels are: they act at home."""
    role = glossary.roles.get(tree.head[index])
    case = tree.child(index, "case") if tree.dep[index] == "nmod" else None
    of = case is not None and tree.lower[case] == "of"
    if role is None or not (of or tree.dep[index] in ("amod", "compound", "nmod:poss")):
        return False
    return role.noun.sector in _DOMESTIC or role.form in _AUTHORITIES


_DOMESTIC = frozenset({"COP", "JUD", "OPP", "PTY", "LEG", "REB"})
_AUTHORITIES = frozenset({"authorities", "authority", "local authorities", "mayor", "governor"})


def _in_place(tree: Tree, head: int, word: str) -> bool:
    """ "the north of Chad", "travelled to Chad", "returned from Chad"."""
    if word == "of":
        return tree.lemma[head] in _PLACES
    return tree.lemma[head] in _TRAVELLING


_TRAVELLING = frozenset(
    {"travel", "fly", "go", "come", "return", "deploy", "send", "arrive", "flee", "head", "trip",
     "visit", "tour", "journey", "escape", "cross", "deport", "withdraw", "evacuate", "spread", "move"}
)  # fmt: skip
