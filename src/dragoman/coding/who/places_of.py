"""The country of a place name that stands in a phrase for a country."""

from __future__ import annotations

from functools import lru_cache

from dragoman.language.syntax import Tree
from dragoman.ontology.countries import country_of_capital, country_of_name
from dragoman.ontology.gazetteer import load_gazetteer

_KNOWN_SIZE = 15_000
"""Inhabitants from which a place's name alone tells its country; smaller ones are too often
namesakes of people and of each other."""


_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "centre", "center", "northeast", "northwest", "southeast",
     "southwest", "interior", "capital"}
)  # fmt: skip
_SIDES = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "northeastern", "northwestern", "southeastern", "southwestern", "north-eastern",
     "north-western", "south-eastern", "south-western", "upper", "lower", "rural", "mainland"}
)  # fmt: skip


@lru_cache(maxsize=4096)
def country_of_place(name: str) -> str | None:
    """The PLOVER code of the country that a place belongs to, or None where it is unknown."""
    country = country_of_name(name) or country_of_capital(name)
    if country is None and name.partition(" ")[0].lower() in _SIDES:
        country = country_of_name(name.partition(" ")[2])  # "western Cambodia"
    if country is not None:
        return country.code
    if not name[:1].isupper() or name.lower() in _DIRECTIONS:
        return None
    for candidate in load_gazetteer().candidates(name):
        if candidate.kind != "settlement" or candidate.population >= _KNOWN_SIZE:
            return candidate.country
    return None


def name_at(tree: Tree, index: int) -> str:
    """The proper name that a token belongs to."""
    start, end = index, index + 1
    if tree.ent[index]:
        start = tree.ent_start[index]
        while end < len(tree.ent) and tree.ent[end] and tree.ent_start[end] == start:
            end += 1
    else:
        while start and tree.dep[start - 1] == "compound" and tree.head[start - 1] == index:
            start -= 1
    return " ".join(tree.texts[start:end])
