"""What the directory says of somebody: his name and others, whose he is, the offices he held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dragoman.ontology.phrases import key_of

Kind = Literal["person", "organisation", "armed_group"]
_LONGEST_ACRONYM: Final = 6
_LONGEST_SPELT: Final = 5
"""Letters of a name in capitals, and of one that is also written with full stops."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held from `start` to `end` (both inclusive; None is open)."""

    title: str
    country: str
    sector: str
    start: date | None
    end: date | None

    def held_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def joined(first: Iterable[Office], second: Iterable[Office]) -> tuple[Office, ...]:
    """The offices of both, the first's before; one held over overlapping times is one office."""
    found: list[Office] = []
    for office in (*first, *second):
        for number, known in enumerate(found):
            if _is_same(known, office):
                found[number] = replace(
                    known,
                    start=min(known.start, office.start) if known.start and office.start else None,
                    end=max(known.end, office.end) if known.end and office.end else None,
                )
                break
        else:
            found.append(office)
    return tuple(found)


def _is_same(one: Office, other: Office) -> bool:
    if (one.title, one.country) != (other.title, other.country):
        return False
    before = one.end is not None and other.start is not None and one.end < other.start
    after = other.end is not None and one.start is not None and other.end < one.start
    return not (before or after)


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry: the name as an encyclopaedia titles it, what is known of it, and from where.

    `country` is ISO 3166 alpha-3 or one of PLOVER's codes; `source` a key of the directory's
    sources, or for a user's own what it was imported or learned from; `start` and `end` bound
    the years in which a body existed (None is open).
    """

    name: str
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    gender: str | None = None
    offices: tuple[Office, ...] = ()
    wikidata: str | None = None
    source: str = ""
    start: date | None = None
    end: date | None = None

    def office_on(self, day: date | None) -> Office | None:
        """The first-listed office held that day; without a day, the first listed of all."""
        if day is None:
            return self.offices[0] if self.offices else None
        return next((office for office in self.offices if office.held_on(day)), None)

    def sectors_on(self, day: date | None) -> tuple[str, ...]:
        """Sectors that day: an office's, or ELI once the last known office has ended."""
        if not self.offices:
            return self.sectors
        held = self.office_on(day)
        if held is not None:
            return (held.sector,)
        if day is not None and all(o.end is not None and o.end < day for o in self.offices):
            return ("ELI",)
        return (self.offices[-1].sector,)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a listing. `exact`: only in this capitalisation; `surname`: may be others'."""

    listing: Listing
    form: str
    exact: bool
    surname: bool


def alias_of(listing: Listing, form: str) -> Alias:
    """A name as the tables write it: "~" marks a surname, an acronym counts in capitals alone."""
    bare = form.strip().lstrip("~")
    exact = bare.isupper() and " " not in bare and len(bare) <= _LONGEST_ACRONYM
    return Alias(listing, bare, exact, form.strip().startswith("~"))


def keys_of(alias: Alias) -> list[tuple[str, ...]]:
    """What an alias is found by; an acronym also with full stops ("UN", "U.N.")."""
    form = alias.form
    key = key_of(form)
    if len(key) == 1 and form.isupper() and form.isalpha() and 2 <= len(form) <= _LONGEST_SPELT:
        return [key, tuple(form.lower())]
    return [key] if key else []
