"""Scores actors coded on their own: the country, the sector and the name of a phrase.

The gold is that of NGEC's own tests of its actor resolution. Where it follows another convention
than the codebook, `as_coded` says the same in ours; where it decides otherwise (a former president
is CVL, the Pope of no country), ours stands and counts as wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.intake.dates import read_day
from dragoman.ontology.directory import load_directory
from dragoman.ontology.names import without_trimmings

Record = Mapping[str, Any]

TODAY = date(2022, 11, 1)
"""The day that undated records, and those dated "today", speak of: the gold has Uhuru Kenyatta
(in office to September 2022) and Kwasi Kwarteng (to October 2022) out of office, and Park Jin in."""

_COUNTRIES: Mapping[str, str] = {"XKX": "KOS"}
"""ISO's user-assigned code for Kosovo, for the codebook's."""

_NOBODY = frozenset({"", "UNK"})
"""What the gold writes where a phrase tells no country, or no sector."""


@dataclass(frozen=True, slots=True)
class ActorScore:
    """Shares right, of the records that ask for each; `both` of those that ask for either."""

    country: float
    sector: float
    both: float
    name: float


def day_of(record: Record) -> date:
    """The day that a record asks about, TODAY where it names none."""
    told = record.get("date") or record.get("query_date") or ""
    try:
        return read_day(str(told))
    except ValueError:
        return TODAY


def as_coded(answer: Record) -> dict[str, str]:
    """An answer of the task `actor` in the gold's words: "" for what is not told.

    A country's own sector is GOV with us and none in the gold; what is of no one country but an
    international charity is country NGO with us and sector NGO there.
    """
    country, sector = answer.get("country") or "", answer.get("sector") or ""
    if answer.get("kind") == "country" and answer.get("source") == "name" and sector == "GOV":
        sector = ""
    if country == "NGO":
        country, sector = "", "NGO"
    return {"country": country, "code_1": sector}


def score_actors(gold: Sequence[Record], answers: Sequence[Record]) -> ActorScore:
    """The shares of `answers` (of the task `actor`, in the gold's order) that are right."""
    asked: dict[str, list[bool]] = {"country": [], "code_1": [], "both": [], "name": []}
    for record, answer in zip(gold, answers, strict=True):
        expected, found = record["expect"], as_coded(answer)
        verdicts = [_same(expected[key], found[key]) for key in found if key in expected]
        for key in found:
            if key in expected:
                asked[key].append(_same(expected[key], found[key]))
        if verdicts:
            asked["both"].append(all(verdicts))
        name = expected.get("title") or expected.get("wiki")
        if name:
            asked["name"].append(same_name(name, answer.get("name") or ""))
    shares = {key: sum(found) / len(found) if found else 0.0 for key, found in asked.items()}
    return ActorScore(shares["country"], shares["code_1"], shares["both"], shares["name"])


def _same(expected: str, found: str) -> bool:
    wanted = _COUNTRIES.get(expected, expected)
    return found == wanted or {found, wanted} <= _NOBODY


def same_name(expected: str, found: str) -> bool:
    """Whether two names are one, written alike or known by the directory to be the same's."""
    if without_trimmings(expected).casefold() == without_trimmings(found).casefold():
        return True
    directory = load_directory()
    return bool(set(directory.lookup(expected)) & set(directory.lookup(found)))
