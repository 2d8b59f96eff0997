"""The days of holidays, by rule: fixed, movable, of the church, the moon and the sun.

Lunar feasts are reckoned, not sighted: a country may keep one a day sooner or later.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from math import floor, radians, sin
from typing import Final

_JULIAN_DAY_0: Final = 1721424.5
"""The Julian day at the midnight that begins ordinal 0 of `date`."""


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter of the Eastern churches (Meeus's Julian algorithm), in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def hijri_in(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar (civil epoch), first time in the Gregorian year."""
    for hijri in range(round((year - 622) * 33 / 32) - 1, round((year - 622) * 33 / 32) + 3):
        ordinal = (11 * hijri + 3) // 30 + 354 * hijri + 30 * month - (month - 1) // 2 + day
        found = date.fromordinal(ordinal + 1948440 - 385 - 1721425)
        if found.year >= year:
            return found
    raise ValueError(f"no such day near {year}")


def _hebrew_days(year: int) -> int:
    """Days from the Hebrew epoch to the mean new year (Reingold and Dershowitz)."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def rosh_hashanah(year: int) -> date:
    """The Hebrew new year that falls in the autumn of the Gregorian year."""
    hebrew = year + 3761
    before, here, after = (_hebrew_days(hebrew + i) for i in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(here + delay - 1373427)


def passover(year: int) -> date:
    """15 Nisan, always 163 days before the next new year."""
    return rosh_hashanah(year) - timedelta(163)


def hanukkah(year: int) -> date:
    """25 Kislev."""
    here, after = rosh_hashanah(year), rosh_hashanah(year + 1)
    return here + timedelta(84 if (after - here).days % 10 == 5 else 83)


def nowruz(year: int) -> date:
    """The day of the March equinox (Meeus 1991, mean), the next where it is past noon in Tehran."""
    t = (year - 2000) / 1000
    equinox = 2451623.80984 + 365242.37404 * t + 0.05169 * t**2 - 0.00411 * t**3
    return date.fromordinal(floor(equinox + 3.5 / 24 + 0.5 - _JULIAN_DAY_0))


def lunar_new_year(year: int) -> date:
    """The new moon (Meeus 1991, chief terms) between 21 January and 20 February, in Beijing."""
    first = date(year, 1, 21)
    k = floor((year - 2000) * 12.3685) - 1
    while True:
        t = k / 1236.85
        sun = radians(2.5534 + 29.10535670 * k)
        moon = radians(201.5643 + 385.81693528 * k)
        node = radians(160.7108 + 390.67050284 * k)
        day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t
        day += 0.17241 * sin(sun) - 0.40720 * sin(moon) + 0.01608 * sin(2 * moon)
        day += 0.01039 * sin(2 * node) + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun)
        found = date.fromordinal(floor(day + 8 / 24 - _JULIAN_DAY_0))
        if found >= first:
            return found
        k += 1


_FEASTS: Final[dict[str, Callable[[int], date]]] = {
    "easter": easter,
    "orthodox": orthodox_easter,
    "rosh": rosh_hashanah,
    "passover": passover,
    "hanukkah": hanukkah,
    "nowruz": nowruz,
    "lunar": lunar_new_year,
}
_MOVABLE: Final = re.compile(r"(?P<feast>[a-z]+)(?P<days>[+-]\d+)?")


def holiday_in(rule: str, year: int) -> date:
    """The first day of a holiday rule of the lexicon, a length behind "/" left aside.

    `MM-DD`; `n-weekday-MM` (n = -1 the last); `hijri-MM-DD`; or a feast with the days from it
    ("easter-2"). Raises ValueError or OverflowError where the calendar does not reach.
    """
    rule = rule.partition("/")[0]
    if rule.startswith("hijri"):
        _, month, day = rule.split("-")
        return hijri_in(year, int(month), int(day))
    if match := _MOVABLE.fullmatch(rule):
        return _FEASTS[match["feast"]](year) + timedelta(int(match["days"] or 0))
    parts = rule.rsplit("-", 2)
    if len(parts) == 2:
        return date(year, int(parts[0]), int(parts[1]))
    which, weekday, in_month = (int(part) for part in parts)
    if which > 0:
        first = date(year, in_month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    last = date(year, in_month, monthrange(year, in_month)[1])
    return last - timedelta((last.isoweekday() - weekday) % 7)


def holiday_length(rule: str) -> int:
    """Days that the holiday lasts."""
    return int(rule.partition("/")[2] or 1)
