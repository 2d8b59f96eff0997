"""Readers of what is set beside another year: "the year-ago quarter", "the same period last year",
"this year's third quarter", and of references that stand before a noun ("recent clashes")."""

from __future__ import annotations

from typing import Final

from dragoman.coding.numbers import read_ordinal
from dragoman.coding.when.meaning import Meaning, Point, Shift
from dragoman.coding.when.readers import Groups, year_of, year_shift

_REFERENCES: Final = {"current": "PRESENT_REF", "recent": "PAST_REF", "future": "FUTURE_REF"}
_YEAR_BEFORE: Final = Shift(-1, "year", "nearest", alike=True, exactly=True)


def same_period(groups: Groups) -> Meaning | None:
    """As in "the same period last year", "the year-earlier quarter", "the 1988 period"."""
    if year := year_of(groups):
        return Meaning("DATE", point=Point(year), shift=_YEAR_BEFORE)
    return Meaning("DATE", shift=_YEAR_BEFORE)


def part_of_year(groups: Groups) -> Meaning | None:
    """As in "last year's third quarter", "the first half of this year", "1989's first quarter"."""
    quarter = _number(groups("ordinal"), 4) if groups("quarter") else None
    half = _number(groups("ordinal"), 2) if groups("half") else None
    if quarter is None and half is None:
        return None
    point = Point(year_of(groups), quarter=quarter, half=half)
    if point.year is not None:
        return Meaning("DATE", point=point)
    if groups("ago"):
        return Meaning("DATE", point=point, shift=Shift(-1, "year"))
    shift = year_shift(groups("ofyear")) or Shift(0, "year")
    return Meaning("DATE", point=point, shift=shift)


def _number(word: str, most: int) -> int | None:
    if word in {"last", "final", "closing", "latter"}:
        return most
    number = read_ordinal(word)
    return number if number is not None and number <= most else None


def attribute(groups: Groups) -> Meaning | None:
    """A reference before a noun, in lower case: "current talks", "recent clashes"."""
    start, _ = groups.match.span()
    word = groups.words[start].text
    return Meaning("DATE", value=_REFERENCES[word]) if word in _REFERENCES else None
