"""The days of holidays, by rule: fixed, movable, of the church, the moon and the sun.

Lunar feasts are reckoned, not sighted: a country may keep one a day sooner or later.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from math import floor
from typing import Final

from convertdate import holidays, islamic
from pymeeus.Epoch import Epoch
from pymeeus.Moon import Moon
from pymeeus.Sun import Sun

_JULIAN_DAY_0: Final = 1721424.5
"""The Julian day at the midnight that begins ordinal 0 of `date`."""
_TEHRAN, _BEIJING, _HALF_A_DAY = 3.5 / 24, 8 / 24, 0.5
"""How far clocks are ahead of Greenwich, in days."""


def easter(year: int) -> date:
    """Western Easter Sunday."""
    return date(*holidays.easter(year))


def orthodox_easter(year: int) -> date:
    """Easter of the Eastern churches, in the Gregorian calendar."""
    return date(*holidays.easter(year, church="orthodox"))


def hijri_in(year: int, month: int, day: int) -> date:
    """The day of the tabular Islamic calendar (civil epoch), first time in the Gregorian year."""
    hijri = islamic.from_gregorian(year, 1, 1)[0]
    for candidate in (hijri, hijri + 1):
        found = date(*islamic.to_gregorian(candidate, month, day))
        if found.year >= year:
            return found
    raise ValueError(f"no such day near {year}")


def rosh_hashanah(year: int) -> date:
    """The Hebrew new year that falls in the autumn of the Gregorian year."""
    return date(*holidays.rosh_hashanah(year))


def passover(year: int) -> date:
    """15 Nisan."""
    return date(*holidays.passover(year))


def hanukkah(year: int) -> date:
    """25 Kislev."""
    return date(*holidays.hanukkah(year))


def nowruz(year: int) -> date:
    """The day of the March equinox, the next where it is past noon in Tehran."""
    equinox = Sun.get_equinox_solstice(year, "spring").jde()
    return date.fromordinal(floor(equinox + _TEHRAN + _HALF_A_DAY - _JULIAN_DAY_0))


def lunar_new_year(year: int) -> date:
    """The new moon between 21 January and 20 February, in Beijing."""
    first = date(year, 1, 21)
    for day in (15, 30, 45):
        moon = Moon.moon_phase(Epoch(year, 1, 1) + day, "new").jde()
        found = date.fromordinal(floor(moon + _BEIJING - _JULIAN_DAY_0))
        if found >= first:
            return found
    raise ValueError(f"no new moon found in {year}")


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
