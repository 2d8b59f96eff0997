"""Readers of what is counted from another expression: "the day before yesterday", "Monday last
week", "two weeks from Friday", "the year before last", "on the 20th", "later in the day"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dragoman.coding.numbers import read_number, read_ordinal
from dragoman.coding.when.lengths import amount, unit_code
from dragoman.coding.when.meaning import UNTOLD_DAY, Meaning, Point, Shift
from dragoman.coding.when.readers import UNIT_NAMES, Groups, detail_of, which_of
from dragoman.coding.when.words import lexicon

_DAYS: Final = {"day": 1, "week": 7}
_NAMED: Final = {"day", "week", "month", "year", "decade"}


def beyond(groups: Groups) -> Meaning | None:
    """As in "the day before yesterday", "the week before last", "the year after next"."""
    name = UNIT_NAMES.get(unit_code(groups("unit")))
    if name is None:
        return None
    amount = -2 if groups("side") == "before" else 2
    return Meaning("DATE", shift=Shift(amount, name, "nearest"))


def weekday_of_week(groups: Groups) -> Meaning | None:
    """As in "Monday last week", "on Friday of next week", "Thursday night this week"."""
    which = which_of(groups("which"))
    if which is None:
        return None
    detail = detail_of(groups)
    point = Point(weekday=lexicon()["weekdays"][groups("weekday")], detail=detail)
    return Meaning("TIME" if detail else "DATE", point=point, shift=Shift(which[0], "week"))


def counted_from(groups: Groups) -> Meaning | None:
    """As in "two weeks from Friday", "a week ago Tuesday", "three days from today"."""
    name = UNIT_NAMES.get(unit_code(groups("unit")))
    if name not in _DAYS:
        return None
    count = 1 if groups("one") else amount(groups)
    if count is None or count != int(count) or count > 99:
        return None
    days = int(count) * _DAYS[name] * (-1 if groups("side") == "ago" else 1)
    if groups("weekday"):
        number = lexicon()["weekdays"][groups("weekday")]
        return Meaning("DATE", point=Point(weekday=number), toward=None, plus=days)
    at = {"yesterday": -1, "tomorrow": 1}.get(groups("word"), 0)
    return Meaning("DATE", shift=Shift(at + days, "day", "nearest"))


def day_of_month(groups: Groups) -> Meaning | None:
    """As in "on the 20th": of the month that the text last spoke of."""
    day = read_ordinal(groups("day"))
    if day is None or not 1 <= day <= 31:
        return None
    return Meaning("DATE", point=Point(day=day))


def same_stretch(groups: Groups) -> Meaning | None:
    """As in "later in the day", "for the year", "that time": where the story stands."""
    if groups("time"):
        return Meaning("DATE", value=UNTOLD_DAY)
    name = UNIT_NAMES.get(unit_code(groups("unit")))
    if name not in _NAMED:
        return None
    return Meaning("DATE", shift=Shift(0, name, "story" if name == "day" else "nearest"))


def rolling(groups: Groups) -> Meaning | None:
    """As in "the past decade": a length that ends with the report, not one of the calendar."""
    years = {"decade": 10, "century": 100}.get(groups("unit"))
    return Meaning("DURATION", value=f"P{years}Y", toward=-1) if years else None


def spoken_year(groups: Groups) -> Meaning | None:
    """As in "nineteen ninety-four", "the year two thousand and three", "twenty eleven"."""
    if words := groups("thousands"):
        year = read_number(words.split())
    else:
        rest = read_number(groups("rest").split())
        if rest is None or not 10 <= rest <= 99:
            return None
        century = {"eighteen": 18, "nineteen": 19, "twenty": 20}[groups("century")]
        year = century * 100 + rest
    if year is None or not 1000 <= year < 2100:
        return None
    month = lexicon()["months"][groups("month")] if groups("month") else None
    return Meaning("DATE", point=Point(int(year), month))


def two_digits(groups: Groups) -> Meaning | None:
    """As in "in '91": of the century that makes it lie in the past of our time."""
    year = int(groups("two"))
    return Meaning("DATE", point=Point(year + (2000 if year < 40 else 1900)))


def night_into(groups: Groups) -> Meaning | None:
    """As in "overnight into Saturday", "overnight Friday": the night that ends or begins so."""
    number = lexicon()["weekdays"][groups("weekday")]
    meaning = Meaning("TIME", point=Point(weekday=number, detail="TNI"))
    return replace(meaning, plus=-1) if groups("into") else meaning
