"""The places that one name may denote, each with its standing before any context."""

from __future__ import annotations

import math
from functools import lru_cache

from dragoman.ontology.countries import country_of_capital, demonym
from dragoman.ontology.gazetteer import Candidate, load_gazetteer, region_candidate
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import regions_by_abbreviation, regions_by_adjective
from dragoman.ontology.toponymy import (
    FACILITIES,
    LEADING_TYPES,
    NAME_PARTS,
    NOT_PLACES,
    TRAILING_TYPES,
)

MOST_CANDIDATES = 40
_STANDING = {"country": 8.0, "region": 6.3, "water": 6.0, "facility": 5.5}
_DEMONYM = 9.0
_OPEN_WATER = (" Sea", " Ocean")
_SEA = 1.0  # before the coastal province that is named for it
_ADMIN1 = 0.3  # a first-level division against a town of its population
_ADMIN2 = -1.5  # a second-level one
_TOWN_FIRST = 0.2  # a town before the division that is named for it
_SHARE = 12  # where it has at least this part (a twelfth) of the people
_CAPITAL = 1.5  # of a state
_KNOWN_PART = 3.6  # least standing of a name within a longer one
_ALTERNATE = -1.3  # an alternate name, of whatever language


@lru_cache(maxsize=20_000)
def candidates_of(name: str) -> tuple[tuple[Candidate, float], ...]:
    """The places a name may denote, each with its standing apart from any context, best first."""
    gazetteer = load_gazetteer()
    bare = without_trimmings(name)
    known = demonym(bare)
    if known is not None and not _is_country(bare):
        part = known.part
        places = gazetteer.candidates(part) if part else ()
        country = gazetteer.country(known.country.code)
        first = next((p for p in places if p.kind != "settlement"), country)
        return ((first, _DEMONYM),) if first else ()
    region = regions_by_adjective().get(bare)
    if region is not None:
        return ((region_candidate(region), _DEMONYM),)
    short = regions_by_abbreviation().get(bare)
    if short is not None:
        division = gazetteer.candidates(short.name)
        best = next((c for c in division if c.kind == "admin1"), region_candidate(short))
        return ((best, _DEMONYM),)
    found = gazetteer.candidates(bare)
    if not any(c.kind == "country" for c in found):
        titled = headline_form(bare)
        if titled is not None:
            found = gazetteer.candidates(titled)
    if not found:
        return _of_part(bare)
    scores = {place: standing(place) for place in found}
    for town in found:
        if town.kind == "settlement":
            for area in found:
                if _named_for(area, town):
                    scores[town] = max(scores[town], scores[area] + _TOWN_FIRST)
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    return tuple(ranked[:MOST_CANDIDATES])


def _named_for(division: Candidate, town: Candidate) -> bool:
    """Whether a division is named for its own chief town, which the bare name then means."""
    return (
        division.kind == "admin1"
        and town.own_name
        and division.country == town.country
        and folded(town.admin1 or "") == folded(division.name)
        and town.population * _SHARE >= division.population
    )


def _of_part(name: str) -> tuple[tuple[Candidate, float], ...]:
    """The places of the known name within an unknown one: a town's hospital lies in the town."""
    words = name.split()
    if len(words) > 1 and words[-1] in TRAILING_TYPES:
        typed = candidates_of(" ".join(words[:-1]))
        if typed:
            return typed
    parts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    parts += [" ".join(words[-n:]) for n in range(len(words) - 1, 0, -1)]
    for part in parts:
        if part.split()[0].islower() or part in NOT_PLACES | LEADING_TYPES | NAME_PARTS:
            continue
        if part.lower() in FACILITIES:
            continue
        inner = candidates_of(part)
        if inner and inner[0][1] > _KNOWN_PART:
            return inner
    return ()


def _is_country(name: str) -> bool:
    return any(c.kind == "country" for c in load_gazetteer().candidates(name)[:1])


def standing(place: Candidate) -> float:
    """How likely news means this place by one of its names, before any context."""
    size = math.log10(place.population + 10.0)
    if place.kind == "country":
        score = _STANDING["country"] + size / 4
    elif place.kind in ("region", "water", "facility"):
        score = max(_STANDING[place.kind], size)
        if place.name.endswith(_OPEN_WATER):
            score += _SEA
    elif place.kind == "admin1":
        score = size + _ADMIN1
    elif place.kind == "admin2":
        score = size + _ADMIN2
    else:
        capital = country_of_capital(place.name)
        score = size + (_CAPITAL if capital and capital.code == place.country else 0.0)
    if not place.own_name:
        score += _ALTERNATE
    return score
