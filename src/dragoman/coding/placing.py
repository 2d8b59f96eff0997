"""Decide which place each place name means.

Scores, in units of one power of ten of population: a candidate's own standing (kind, population,
chief name or alternate), what the text says outright ("Homs, Syria", "Homs province"), and how well
it fits the other names of the report and of its own paragraph: their country, their first-level
division, their neighbourhood. Names vote with the weight of their own certainty; a name means one
place throughout a report unless the text says otherwise.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from dragoman.coding.toponyms import Mention
from dragoman.ontology.countries import country_of_capital, demonym
from dragoman.ontology.gazetteer import Candidate, load_gazetteer, region_candidate
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import regions_by_abbreviation, regions_by_adjective
from dragoman.ontology.toponymy import LEADING_TYPES, NOT_PLACES

MOST_CANDIDATES = 40
_STANDING = {"country": 8.0, "region": 6.3, "water": 6.0, "facility": 5.5, "admin1": 1.2}
_ADMIN1 = 0.3  # a first-level division against a town of its population
_TOWN_FIRST = 0.2  # a town before the division that is named for it
_SHARE = 8  # where it has at least this part (an eighth) of the people
_CAPITAL = 1.5  # of a state
_KNOWN_PART = 3.6  # least standing of a name within a longer one
_ALTERNATE = -1.3  # an alternate name, of whatever language
_TYPE_WORD = 3.0  # the type word beside the name fits the kind
_CONTAINED = 6.0  # the next name, after a comma, is what the candidate lies in
_COUNTRY, _DIVISION, _NEAR = 2.5, 2.8, 1.5  # most that shared country, division, cell add
_PARAGRAPH = 0.0  # how much more a name of the same paragraph weighs, as a share
_ROUNDS = 1
_Votes = dict[object, float]

_DIVISION_WORDS = frozenset(
    [
        "county",
        "province",
        "governorate",
        "district",
        "region",
        "oblast",
        "state",
        "prefecture",
        "parish",
        "department",
        "municipality",
        "territory",
    ]
)
_TOWN_WORDS = frozenset(["city", "town", "village", "camp"])


@lru_cache(maxsize=20_000)
def candidates_of(name: str) -> tuple[tuple[Candidate, float], ...]:
    """The places a name may denote, each with its standing apart from any context, best first."""
    gazetteer = load_gazetteer()
    bare = without_trimmings(name)
    known = demonym(bare)
    if known is not None and not gazetteer_country(bare):
        part = known.part
        places = gazetteer.candidates(part) if part else ()
        country = gazetteer.country(known.country.code)
        first = next((p for p in places if p.kind != "settlement"), country)
        return ((first, 9.0),) if first else ()
    region = regions_by_adjective().get(bare)
    if region is not None:
        return ((region_candidate(region), 8.0),)
    short = regions_by_abbreviation().get(bare)
    if short is not None:
        division = gazetteer.candidates(short.name)
        best = next((c for c in division if c.kind == "admin1"), region_candidate(short))
        return ((best, 8.0),)
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
            for division in found:
                if _named_for(division, town):
                    scores[town] = max(scores[town], scores[division] + _TOWN_FIRST)
    ranked = sorted(scores.items(), key=lambda pair: -pair[1])
    return tuple(ranked[:MOST_CANDIDATES])


def _named_for(division: Candidate, town: Candidate) -> bool:
    """Whether a division is named for its own chief town, which the bare name then means."""
    return (
        division.kind == "admin1"
        and division.country == town.country
        and folded(town.admin1 or "") == folded(division.name)
        and town.population * _SHARE >= division.population
    )


def _of_part(name: str) -> tuple[tuple[Candidate, float], ...]:
    """The places of the known name within an unknown one: a town's hospital lies in the town."""
    words = name.split()
    parts = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    parts += [" ".join(words[-n:]) for n in range(len(words) - 1, 0, -1)]
    for part in parts:
        if not part[:1].isupper() or part in NOT_PLACES or part in LEADING_TYPES:
            continue
        inner = candidates_of(part)
        if inner and inner[0][1] > _KNOWN_PART:
            return inner
    return ()


def gazetteer_country(name: str) -> bool:
    return any(c.kind == "country" for c in load_gazetteer().candidates(name)[:1])


def standing(place: Candidate) -> float:
    """How likely news means this place by one of its names, before any context."""
    size = math.log10(place.population + 10.0)
    if place.kind == "country":
        score = _STANDING["country"] + size / 4
    elif place.kind in ("region", "water", "facility"):
        score = max(_STANDING[place.kind], size)
    elif place.kind == "admin1":
        score = size + _ADMIN1
    elif place.kind == "admin2":
        score = size - 1.5
    else:
        capital = country_of_capital(place.name)
        score = size + (_CAPITAL if capital and capital.code == place.country else 0.0)
    if not place.own_name:
        score += _ALTERNATE
    return score


@dataclass(slots=True)
class _Named:
    """All mentions of one name: its candidates and what the text says beside any of them."""

    candidates: tuple[tuple[Candidate, float], ...]
    scores: list[float]
    paragraphs: set[int]


def place_mentions(doc: Doc, mentions: Sequence[Mention]) -> tuple[Candidate | None, ...]:
    """The place each mention means, or None where no gazetteer has the name."""
    paragraphs = _paragraphs(doc)
    named: dict[str, _Named] = {}
    for mention in mentions:
        entry = named.get(mention.name)
        if entry is None:
            found = candidates_of(mention.name)
            named[mention.name] = entry = _Named(found, [score for _, score in found], set())
        entry.paragraphs.add(paragraphs[mention.start])
    said: dict[int, list[float]] = {}
    for index, mention in enumerate(mentions):
        bonuses = _said_beside(doc, mentions, index, named)
        if any(bonuses):
            said[index] = bonuses
            scores = named[mention.name].scores
            for at, bonus in enumerate(bonuses):
                scores[at] = max(scores[at], named[mention.name].candidates[at][1] + bonus)
    for _ in range(_ROUNDS):
        _fit(named)
    chosen: list[Candidate | None] = []
    for index, mention in enumerate(mentions):
        entry = named[mention.name]
        if not entry.candidates:
            chosen.append(None)
            continue
        scores = entry.scores
        if index in said:
            scores = [s + 2 * b for s, b in zip(scores, said[index], strict=True)]
        best = max(range(len(scores)), key=lambda at: (scores[at], -at))
        chosen.append(entry.candidates[best][0])
    return tuple(chosen)


def _paragraphs(doc: Doc) -> list[int]:
    number, out = 0, []
    for token in doc:
        out.append(number)
        if "\n" in token.text or "\n" in token.whitespace_:
            number += 1
    return out


def _said_beside(
    doc: Doc, mentions: Sequence[Mention], index: int, named: dict[str, _Named]
) -> list[float]:
    """What the words around a mention add to each of its candidates."""
    mention = mentions[index]
    found = named[mention.name].candidates
    bonuses = [0.0] * len(found)
    container = _container(doc, mentions, index)
    if container is not None:
        wholes = [c for c, score in named[container.name].candidates if score > 3.5]
        for at, (place, _) in enumerate(found):
            if any(_lies_in(place, whole) for whole in wholes):
                bonuses[at] += _CONTAINED
    if mention.hint:
        for at, (place, _) in enumerate(found):
            if (
                (mention.hint in _DIVISION_WORDS and place.kind in ("admin1", "admin2"))
                or (mention.hint in _TOWN_WORDS and place.kind == "settlement")
                or (mention.hint in ("river", "lake", "sea") and place.kind == "water")
            ):
                bonuses[at] += _TYPE_WORD
    return bonuses


def _container(doc: Doc, mentions: Sequence[Mention], index: int) -> Mention | None:
    """The mention that says what this one lies in: "Homs, Syria", "Homs in Syria", "Syria's Homs"."""
    mention = mentions[index]
    if index + 1 < len(mentions):
        after = mentions[index + 1]
        between = [doc[i].lower_ for i in range(mention.end, after.start)]
        if (
            between in ([","], ["("], [",", "in"], ["in"], [], ["in", "the"])
            and after.use != "demonym"
        ):
            return after
        if mention.hint and between in (
            [mention.hint, ","],
            [mention.hint, "in"],
            [mention.hint, "of"],
        ):
            return after
        if len(between) <= 4 and between[-1:] in (["in"], ["of"]) and after.use == "literal":
            if "," not in between[:-1] and "and" not in between:
                return after
    if index:
        before = mentions[index - 1]
        between = [doc[i].lower_ for i in range(before.end, mention.start)]
        if between in (["'s"], ["’s"]) or (
            between and between[0] in ("'s", "’s") and len(between) <= 4
        ):
            return before
        if (
            before.use == "demonym"
            and len(between) <= 3
            and between[:1]
            in (
                ["city"],
                ["town"],
                ["capital"],
                ["province"],
                ["village"],
                ["region"],
                ["port"],
                ["border"],
                ["district"],
                [],
            )
        ):
            return before
    return None


def _lies_in(place: Candidate, whole: Candidate) -> bool:
    if place is whole or place.name == whole.name:
        return False
    if whole.kind == "country":
        return place.kind != "country" and whole.country in place.countries
    if whole.country is None or place.country != whole.country:
        return False
    if whole.kind == "admin1":
        return (
            place.kind != "country"
            and place.admin1 is not None
            and (folded(place.admin1) == folded(whole.name))
            and place.kind != "admin1"
        )
    if whole.kind == "admin2":
        return place.kind == "settlement" and place.admin2 == whole.name
    if whole.kind == "region" and whole.country:
        return place.kind in ("settlement", "admin2") and _degrees(place, whole) < 2.5
    return False


def _is_state(place: Candidate) -> bool:
    """Whether the place is one of the United States, which countries share names with (Georgia)."""
    return place.kind == "admin1" and place.country == "USA"


def _degrees(a: Candidate, b: Candidate) -> float:
    return max(abs(a.latitude - b.latitude), abs(a.longitude - b.longitude))


def _fit(named: dict[str, _Named]) -> None:
    """One round: every name votes by its likeliest readings, then each is scored by the others'."""
    votes: dict[str, list[tuple[Candidate, float]]] = {}
    for name, entry in named.items():
        if entry.candidates:
            votes[name] = _ballots(entry)
    total: _Votes = defaultdict(float)
    ballots: dict[str, _Votes] = {}
    for name, cast in votes.items():
        counted = ballots[name] = defaultdict(float)
        for place, share in cast:
            for key, weight in _keys(place):
                counted[key] = max(counted[key], share * weight)
        _add(total, counted)
    by_paragraph: dict[int, _Votes] = defaultdict(lambda: defaultdict(float))
    for name, entry in named.items():
        if name in ballots:
            for paragraph in sorted(entry.paragraphs):
                _add(by_paragraph[paragraph], ballots[name])
    for name, entry in named.items():
        if len(entry.candidates) < 2:
            continue
        own = ballots[name]
        paragraphs = sorted(entry.paragraphs)
        is_country = entry.candidates[0][0].kind == "country"
        for at, (place, prior) in enumerate(entry.candidates):
            if is_country and not (place.kind == "country" or _is_state(place)):
                continue
            support = 0.0
            for key, most in _support_keys(place):
                others = total[key] - own[key]
                if len(paragraphs) <= 3:
                    local = sum(by_paragraph[p][key] - own[key] for p in paragraphs)
                    others += _PARAGRAPH * local
                if others > 0.01:
                    support += most * (1 - math.exp(-others))
            base = max(prior, entry.scores[at]) if entry.scores[at] > prior + 4 else prior
            entry.scores[at] = base + support


def _add(votes: _Votes, more: _Votes) -> None:
    for key, weight in more.items():
        votes[key] += weight


def _ballots(entry: _Named) -> list[tuple[Candidate, float]]:
    best = max(entry.scores)
    weights = [
        (place, 10 ** min(0.0, 1.5 * (score - best)))
        for (place, _), score in zip(entry.candidates, entry.scores, strict=True)
        if score > best - 2
    ]
    whole = sum(weight for _, weight in weights)
    return [(place, weight / whole) for place, weight in weights]


def _keys(place: Candidate) -> list[tuple[object, float]]:
    keys: list[tuple[object, float]] = []
    if place.country:
        keys.append((place.country, 1.0))
        if place.admin1:
            keys.append(((place.country, place.admin1), 0.5 if place.kind == "admin1" else 1.0))
    else:
        keys += [(code, 0.5) for code in place.countries]
    if place.kind in ("settlement", "admin2", "facility"):
        row, column = math.floor(place.latitude), math.floor(place.longitude)
        keys += [
            ((r, c), 1.0) for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1)
        ]
    return keys


def _support_keys(place: Candidate) -> list[tuple[object, float]]:
    keys: list[tuple[object, float]] = []
    if place.country:
        keys.append((place.country, _COUNTRY))
        if place.admin1:
            keys.append(((place.country, place.admin1), _DIVISION))
    if place.kind in ("settlement", "admin2", "facility"):
        keys.append(((math.floor(place.latitude), math.floor(place.longitude)), _NEAR))
    return keys
