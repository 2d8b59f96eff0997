"""What an expression of time says before anything is known of its anchor, and its TIMEX3 value.

`Meaning` is a point or length as far as the words go ("Nov. 30" lacks the year, "two weeks ago"
the report's day); `Point` is a calendar point of some granularity, and the arithmetic on it.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade",
               "century"]  # fmt: skip
UNTOLD_DAY: Final = "XXXX-XX-XX"
SEASONS: Final = ("WI", "SP", "SU", "FA")
_SEASON_MONTHS: Final = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_DAYS: Final = {"day": 1, "week": 7, "weekend": 7}


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch of the calendar: the year and what is known below it.

    `year` is negative before the common era, None where unknown; `week` is the ISO week (then
    `year` is its ISO year); `span` is 10 or 100 for a decade or century that `year` opens.
    `detail` is what follows the day in a TIMEX3 value ("TNI", "T14:00").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekday: int | None = None
    weekend: bool = False
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    span: int = 1
    detail: str = ""

    @classmethod
    def of(cls, day: date, unit: str = "day") -> Point:
        """The unit of the calendar that holds the day."""
        match unit:
            case "week" | "weekend":
                year, week, _ = day.isocalendar()
                return cls(year, week=week, weekend=unit == "weekend")
            case "month":
                return cls(day.year, day.month)
            case "quarter":
                return cls(day.year, quarter=(day.month + 2) // 3)
            case "half":
                return cls(day.year, half=(day.month + 5) // 6)
            case "season":
                year = day.year - 1 if day.month < 3 else day.year
                return cls(year, season=SEASONS[day.month % 12 // 3])
            case "year":
                return cls(day.year)
            case "decade":
                return cls(day.year // 10 * 10, span=10)
            case "century":
                return cls(day.year // 100 * 100, span=100)
        return cls(day.year, day.month, day.day)

    @property
    def unit(self) -> str:
        """The granularity."""
        for unit in ("day", "month", "weekend", "week", "season", "quarter", "half"):
            if getattr(self, unit):
                return unit
        return {10: "decade", 100: "century"}.get(self.span, "year")

    @property
    def value(self) -> str:
        """As in TIMEX3; an unknown year is XXXX."""
        era = "BC" if self.year is not None and self.year < 0 else ""
        year = "XXXX" if self.year is None else f"{abs(self.year):04d}"
        if self.span == 10:
            return era + year[:3]
        if self.span == 100:
            return era + year[:2]
        if self.week is not None:
            text = f"{year}-W{self.week:02d}"
            return text + "-WE" if self.weekend else text
        if self.weekend:
            return f"{year}-WXX-WE"
        if self.weekday is not None and self.day is None:
            return f"{year}-WXX-{self.weekday}{self.detail}"
        if self.season:
            return f"{era}{year}-{self.season}"
        if self.quarter:
            return f"{era}{year}-Q{self.quarter}"
        if self.half:
            return f"{era}{year}-H{self.half}"
        if self.month is None:
            if self.detail:
                return f"{year}-XX-XX{self.detail}"
            return era + year
        if self.day is None:
            month = f"{era}{year}-{self.month:02d}"
            return f"{month}-XX{self.detail}" if self.detail else month
        return f"{era}{year}-{self.month:02d}-{self.day:02d}{self.detail}"

    @property
    def first(self) -> date | None:
        """The first day; None where the year is unknown or out of the proleptic calendar."""
        bounds = self._bounds()
        return bounds[0] if bounds else None

    @property
    def last(self) -> date | None:
        """The last day, inclusive."""
        bounds = self._bounds()
        return bounds[1] if bounds else None

    def _bounds(self) -> tuple[date, date] | None:
        if self.year is None or not 1 <= self.year <= 9990:
            return None
        year = self.year
        try:
            if self.week is not None:
                monday = date.fromisocalendar(year, self.week, 1)
                start = monday + timedelta(5) if self.weekend else monday
                return start, monday + timedelta(6)
            if self.season:
                low, high = _SEASON_MONTHS[self.season]
                last_year = year + 1 if high < low else year
                return date(year, low, 1), date(last_year, high, monthrange(last_year, high)[1])
            if self.quarter:
                return _months(year, 3 * self.quarter - 2, 3)
            if self.half:
                return _months(year, 6 * self.half - 5, 6)
            if self.month is None:
                if self.weekday is not None or self.weekend:
                    return None
                return date(year, 1, 1), date(year + self.span - 1, 12, 31)
            if self.day is None:
                return _months(year, self.month, 1)
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return day, day

    def shifted(self, amount: int, unit: str) -> Point | None:
        """The point so many units away, cut to the unit; None where the calendar does not reach."""
        try:
            return self._shifted(amount, unit)
        except (ValueError, OverflowError):
            return None

    def _shifted(self, amount: int, unit: str) -> Point | None:
        if unit in _DAYS:
            start = self.first
            if start is None or (unit == "day" and self.day is None):
                return None
            return Point.of(start + timedelta(amount * _DAYS[unit]), unit)
        if unit == "month":
            if self.year is None or self.month is None:
                return None
            months = self.year * 12 + self.month - 1 + amount
            return Point(months // 12, months % 12 + 1)
        if unit in {"quarter", "half"}:
            start = self.first
            if start is None:
                return None
            size = 3 if unit == "quarter" else 6
            months = start.year * 12 + start.month - 1 + amount * size
            return Point.of(date(months // 12, months % 12 + 1, 1), unit)
        if self.year is None:
            return None
        span = {"year": 1, "decade": 10, "century": 100}[unit]
        year = self.year + amount * span
        if self.year < 0 and span == 1:
            return Point(year if year < 0 else year + 1)
        return Point(year // span * span, span=span)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    return date(year, month, 1), date(year, last, monthrange(year, last)[1])


@dataclass(frozen=True, slots=True)
class Shift:
    """Some units from an anchor: the report's day, or where the story stands.

    `amount` None is an untold number ("days later"); `base` "nearest" takes the story in a
    narrative and the report elsewhere. `alike` is for what may mean a stretch of the same kind as
    the one told beside it ("up from 12% a year earlier"), `exactly` for what can mean nothing else
    ("the same period last year").
    """

    amount: int | None
    unit: str
    base: Literal["report", "story", "nearest"] = "nearest"
    alike: bool = False
    exactly: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """An expression as the words give it.

    Either `value` is final (durations, sets, references), or `point` with `shift` is to be
    resolved: the shift gives the missing upper parts of the point ("March of last year"), or the
    point itself where `point` is empty. `toward` is the side of the anchor that the words choose
    (-1 "last Friday", +1 "next May", 0 "this June", None untold); `nth` counts the weeks of a month
    ("the third week of April"), `plus` days from the point resolved ("a week from Friday").
    """

    type: TimexType
    value: str | None = None
    point: Point = Point()
    shift: Shift | None = None
    toward: int | None = None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    holiday: str | None = None
    nth: int | None = None
    plus: int = 0
