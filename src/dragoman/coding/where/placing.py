"""Decide which place each place name of a report means.

Scores, in units of one power of ten of population: a candidate's own standing (`place_candidates`),
what the text says outright ("Homs, Syria", "Homs province"), and how well it fits the report's
other names: their country, their first-level division, their neighbourhood. Names vote with the
weight of their own certainty. A name means one place throughout a report, unless the text says
otherwise. Weighing names of the same paragraph more than others was tried and brought nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.coding.where.candidates import candidates_of
from dragoman.coding.where.toponyms import Mention
from dragoman.ontology.gazetteer import Candidate
from dragoman.ontology.names import folded
from dragoman.ontology.toponymy import POINTS

_TYPE_WORD = 3.0  # the type word beside the name fits the kind
_CONTAINED = 6.0  # the next name, after a comma, is what the candidate lies in
_COUNTRY, _DIVISION, _NEAR = 2.5, 2.8, 1.5  # most that shared country, division, cell add
_KNOWN = 5.0  # standing of a name that means its own place whatever stands after a comma
_WHOLE = 3.5  # least standing of a place that may contain another
_REGION_DEGREES = 2.5  # a town this near to a region's middle lies in it
_FAR_BEHIND = 3.0  # a hamlet this far behind a state of its name gains nothing from context
_SHARPNESS = 1.5  # how much a name's vote favours its likeliest reading
_Votes = dict[object, float]

_DIVISION_WORDS = frozenset(
    (
        *("county", "province", "governorate", "district", "region", "oblast", "state"),
        *("prefecture", "parish", "department", "municipality", "territory"),
    )
)
_TOWN_WORDS = frozenset(["city", "town", "village", "camp"])
_WATER_WORDS = frozenset(["river", "lake", "sea", "bay", "gulf", "strait", "canal"])


@dataclass(slots=True)
class _Named:
    """All mentions of one name: its candidates and what the text says beside any of them."""

    candidates: tuple[tuple[Candidate, float], ...]
    scores: list[float]


def place_mentions(doc: Doc, mentions: Sequence[Mention]) -> tuple[Candidate | None, ...]:
    """The place each mention means, or None where no gazetteer has the name."""
    named: dict[str, _Named] = {}
    for mention in mentions:
        entry = named.get(mention.name)
        if entry is None:
            found = candidates_of(mention.name)
            named[mention.name] = entry = _Named(found, [score for _, score in found])
    said: dict[int, list[float]] = {}
    for index, mention in enumerate(mentions):
        bonuses = _said_beside(doc, mentions, index, named)
        if any(bonuses):
            said[index] = bonuses
            scores = named[mention.name].scores
            for at, bonus in enumerate(bonuses):
                scores[at] = max(scores[at], named[mention.name].candidates[at][1] + bonus)
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
        elif _said_to_lie_elsewhere(doc, mentions, index, named):
            chosen.append(None)
            continue
        best = max(range(len(scores)), key=lambda at: (scores[at], -at))
        chosen.append(entry.candidates[best][0])
    return tuple(chosen)


def _said_beside(
    doc: Doc, mentions: Sequence[Mention], index: int, named: dict[str, _Named]
) -> list[float]:
    """What the words around a mention add to each of its candidates."""
    mention = mentions[index]
    found = named[mention.name].candidates
    bonuses = [0.0] * len(found)
    container = _container(doc, mentions, index)
    if container is not None and not _in_list(doc, mentions, index, named):
        wholes = [c for c, score in named[container.name].candidates if score > _WHOLE]
        for at, (place, _) in enumerate(found):
            if any(_lies_in(place, whole) for whole in wholes):
                bonuses[at] += _CONTAINED
    if mention.hint:
        for at, (place, _) in enumerate(found):
            if (
                (mention.hint in _DIVISION_WORDS and place.kind in ("admin1", "admin2"))
                or (mention.hint in _TOWN_WORDS and place.kind == "settlement")
                or (mention.hint in _WATER_WORDS and place.kind == "water")
            ):
                bonuses[at] += _TYPE_WORD
    return bonuses


def _said_to_lie_elsewhere(
    doc: Doc, mentions: Sequence[Mention], index: int, named: dict[str, _Named]
) -> bool:
    """Whether the text puts a little known name in a country or division with none of that name."""
    entry = named[mentions[index].name]
    if entry.candidates[0][1] >= _KNOWN or index + 1 == len(mentions):
        return False
    after = mentions[index + 1]
    if [doc[i].text for i in range(mentions[index].end, after.start)] != [","]:
        return False
    wholes = named[after.name].candidates
    if not wholes or wholes[0][0].kind not in ("country", "admin1") or after.use == "demonym":
        return False
    return wholes[0][1] > _WHOLE and not any(
        _lies_in(place, whole) for place, _ in entry.candidates for whole, _ in wholes
    )


def _container(doc: Doc, mentions: Sequence[Mention], index: int) -> Mention | None:
    """The mention that says what this one lies in: "Homs, Syria", "Homs in Syria", "Syria's Homs"."""
    mention = mentions[index]
    if index + 1 < len(mentions):
        after = mentions[index + 1]
        words = [doc[i].lower_ for i in range(mention.end, after.start)]
        between = [word for word in words if word not in POINTS]
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
        short = len(between) <= 4 and not {",", "and"}.intersection(between[:-1])
        if short and between[-1:] in (["in"], ["of"]) and after.use == "literal":
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


def _in_list(doc: Doc, mentions: Sequence[Mention], index: int, named: dict[str, _Named]) -> bool:
    """Whether a name, the next and a neighbour are listed as equals: "Oregon, Idaho and Utah"."""

    def top(at: int) -> Candidate | None:
        found = named[mentions[at].name].candidates if 0 <= at < len(mentions) else ()
        return found[0][0] if found else None

    def joined(at: int) -> bool:
        if not 0 <= at < len(mentions) - 1:
            return False
        between = [doc[i].lower_ for i in range(mentions[at].end, mentions[at + 1].start)]
        return between in ([","], ["and"], [",", "and"], ["or"])

    after = top(index + 1)
    if after is None or after.kind not in ("admin1", "country") or not joined(index):
        return False
    own = named[mentions[index].name].candidates
    if not any(c.kind == after.kind and _same_level(c, after) for c, _ in own):
        return False
    for at, neighbour in ((index - 1, index - 1), (index + 1, index + 2)):
        other = top(neighbour)
        if other is not None and joined(at) and _same_level(other, after):
            return True
    return False


def _same_level(a: Candidate, b: Candidate) -> bool:
    return a.kind == b.kind and (a.kind == "country" or a.country == b.country)


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
        return place.kind in ("settlement", "admin2") and _degrees(place, whole) < _REGION_DEGREES
    return False


def _is_state(place: Candidate) -> bool:
    """Whether the place is one of the United States, which countries share names with (Georgia)."""
    return place.kind == "admin1" and place.country == "USA"


def _degrees(a: Candidate, b: Candidate) -> float:
    return max(abs(a.latitude - b.latitude), abs(a.longitude - b.longitude))


def _fit(named: dict[str, _Named]) -> None:
    """Every name votes by its likeliest readings, then each is scored by the others'."""
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
    for name, entry in named.items():
        if len(entry.candidates) < 2:
            continue
        own = ballots[name]
        first, best = entry.candidates[0]
        is_country = first.kind == "country"
        for at, (place, prior) in enumerate(entry.candidates):
            if is_country and not (place.kind == "country" or _is_state(place)):
                continue
            if _is_state(first) and place.kind == "settlement" and best - prior > _FAR_BEHIND:
                continue
            support = 0.0
            for key, most in _support_keys(place):
                others = total[key] - own[key]
                if others > 0.01:
                    support += most * (1 - math.exp(-others))
            entry.scores[at] += support


def _add(votes: _Votes, more: _Votes) -> None:
    for key, weight in more.items():
        votes[key] += weight


def _ballots(entry: _Named) -> list[tuple[Candidate, float]]:
    best = max(entry.scores)
    weights = [
        (place, 10 ** min(0.0, _SHARPNESS * (score - best)))
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
