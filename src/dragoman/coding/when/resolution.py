"""From what an expression says to a point of the calendar: anchors, tense, the story's clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Final

from dragoman.coding.when.calendars import holiday_in
from dragoman.coding.when.grammar import Expression
from dragoman.coding.when.meaning import Meaning, Point, Shift
from dragoman.coding.when.ranges import not_before

_SEASON_MONTH: Final = {"WI": 1, "SP": 4, "SU": 7, "FA": 10}
_HORIZON: Final = 45
"""Days: a date without a year that lies further ahead is last year's, unless the clause speaks of
the future; one nearer is this year's even beside a past tense ("it was agreed to vote on May 3")."""
_RESULTS: Final = 60
"""Days within which a quarter or half that has ended is still to be reported on."""


def is_narrative(expressions: Sequence[Expression], published: date | None) -> bool:
    """Whether the text tells a past of its own, so that a bare month belongs to the story.

    So where nothing dates the report, and where most of at least four years told lie more than a
    year before it and few expressions, none among less than eight years, look from the report's
    own day (HeidelTime asks its user for this; the rule is ours).
    """
    if published is None:
        return True
    years = sorted(
        e.meaning.point.year for e in expressions if e.meaning.point.year and not e.meaning.shift
    )
    deictic = sum(
        e.meaning.point.weekday is not None
        or (e.meaning.shift is not None and e.meaning.shift.base != "story")
        for e in expressions
    )
    if len(years) < 4 or (deictic and len(years) < 8) or 3 * deictic > len(years):
        return False
    return years[len(years) // 2] < published.year - 1 or (
        len(years) >= 15 and years[len(years) // 2] < published.year
    )


_STRETCHES: Final = {"quarter", "half", "month", "season"}
_OF_RESULTS: Final = {"quarter", "half"}
"""Stretches that later sentences of a report of business go on comparing with."""


@dataclass(slots=True)
class Clock:
    """Resolves the expressions of one text in order.

    `story` is the last point told; in a narrative it anchors what lacks a year. `year_ahead` is
    the first year that the text tells soon after, for what comes before any anchor; `beside` is
    the quarter, month or season told last, which "a year earlier" may compare with; `began`
    the day on which the range began whose end is being read.
    """

    published: date | None
    narrative: bool
    story: Point | None = None
    year_ahead: int | None = None
    beside: Point | None = None
    began: date | None = None
    report: Point | None = field(init=False)

    def __post_init__(self) -> None:
        self.report = Point.of(self.published) if self.published else None
        if not self.narrative:
            self.story = self.report

    def begin_sentence(self) -> None:
        """Forgets what only the sentence before may be compared with."""
        if self.beside is not None and self.beside.unit not in _OF_RESULTS:
            self.beside = None

    def resolve(
        self,
        meaning: Meaning,
        direction: int | None,
        near: bool,
        aside: bool = False,
        opening: bool = True,
    ) -> Point | None:
        """The point meant; None for lengths, references and what nothing anchors.

        `direction` is the side of the report's day that the clause's tense speaks of; `near`
        whether an earlier date of the same sentence gives the year. `aside`: not the story's time; `opening`: at a sentence's head.
        """
        if meaning.value is not None and meaning.point == Point():
            return None
        try:
            point = self._point(meaning, direction, near)
            if point is not None and meaning.plus:
                point = _moved(point, meaning.plus)
            if point is not None and self.began is not None and not self.narrative:
                point = not_before(point, meaning, self.began)
        except (OverflowError, ValueError):  # beyond the years 1 to 9999
            return None
        if meaning.shift is not None and meaning.shift.alike:
            return point
        if point is not None:
            self.beside = point if point.unit in _STRETCHES else None
        if point is not None and point.year is not None and not aside:
            if not opening and self._strays(point):
                return point
            self.story = replace(point, detail="")
        return point

    def _point(self, meaning: Meaning, direction: int | None, near: bool) -> Point | None:
        if meaning.shift is not None:
            return self._shifted(meaning, meaning.shift)
        if meaning.holiday is not None:
            return self._holiday(meaning, direction, near)
        if meaning.point.weekend:
            return self._weekend(direction)
        if meaning.point.weekday is not None:
            return self._weekday(meaning, direction)
        if meaning.point.year is None:
            return self._dated(meaning, direction, near)
        return meaning.point

    def _strays(self, point: Point) -> bool:
        """Whether a bare year inside a sentence lies off the story's course: what was planned
        for, or had begun, in another year."""
        story = self.story
        if not self.narrative or story is None or story.year is None:
            return False
        if point.unit != "year" or point.year is None:
            return False
        return point.year - story.year != 1

    def _anchor(self, base: str) -> Point | None:
        if (base == "report" and not (self.narrative and self.story)) or (
            base == "nearest" and not self.narrative
        ):
            return self.report or self.story
        return self.story or (None if self.narrative else self.report)

    def _shifted(self, meaning: Meaning, shift: Shift) -> Point | None:
        anchor = self._anchor(shift.base)
        if anchor is None or shift.amount is None:
            return meaning.point if meaning.point != Point() else None
        if shift.alike:
            return self._alike(meaning.point, shift)
        if self.published is None and shift.base == "nearest" and not _fits(anchor, shift.unit):
            return None
        moved = anchor.shifted(shift.amount, shift.unit)
        if moved is None and not self.narrative and self.report:
            moved = self.report.shifted(shift.amount, shift.unit)
        if moved is None:
            if meaning.point != Point():
                return replace(meaning.point, year=anchor.year if anchor.span == 1 else None)
            return None
        if meaning.point == Point():
            return moved
        if shift.unit == "week" and meaning.point.weekday is not None and moved.first:
            day = Point.of(moved.first + timedelta(meaning.point.weekday - 1))
            return replace(day, detail=meaning.point.detail)
        if shift.unit == "day":
            return replace(moved, detail=meaning.point.detail)
        return replace(meaning.point, year=moved.year)

    def _alike(self, point: Point, shift: Shift) -> Point | None:
        """The stretch of another year that is like the one told before.

        "A year earlier" beside a quarter is that quarter of the year before; beside anything else,
        and where nothing stands beside, it is the year.
        """
        story = self._anchor(shift.base)
        if story is None or story.year is None or shift.amount is None:
            return None
        beside = self.beside
        year = story.year + shift.amount if point.year is None else point.year
        if beside is not None and beside.year is not None and (beside.quarter or shift.exactly):
            year = beside.year + shift.amount if point.year is None else point.year
            return replace(beside, year=year, detail="")
        return Point(year)

    def _weekday(self, meaning: Meaning, direction: int | None) -> Point | None:
        point = meaning.point
        anchor = self.published
        if self.narrative:
            anchor = self.story.first if self.story and self.story.day else anchor
        if anchor is None or point.weekday is None:
            return point
        back = (anchor.isoweekday() - point.weekday) % 7
        ahead = (point.weekday - anchor.isoweekday()) % 7
        if meaning.toward == -1:
            day = anchor - timedelta(back or 7)
        elif meaning.toward == 1 or (meaning.toward == 0 and direction != -1):
            day = anchor + timedelta(ahead or 7) if meaning.toward else anchor + timedelta(ahead)
        elif direction == 1:
            day = anchor + timedelta(ahead)
        else:
            day = anchor - timedelta(back)
        return replace(Point.of(day), detail=point.detail)

    def _weekend(self, direction: int | None) -> Point | None:
        if self.published is None:
            return Point(weekend=True)
        weekday = self.published.isoweekday()
        if direction == 1:
            day = self.published + timedelta(max(0, 6 - weekday))
        else:
            day = self.published - timedelta((weekday - 6) % 7)
        return Point.of(day, "weekend")

    def _holiday(self, meaning: Meaning, direction: int | None, near: bool) -> Point | None:
        assert meaning.holiday is not None
        if meaning.point.year is not None:
            return Point.of(holiday_in(meaning.holiday, meaning.point.year))
        anchor = self.story if (self.narrative or near) and self.story else self.report
        if anchor is None or anchor.year is None or not 1 < anchor.year < 9000:
            return None
        day = holiday_in(meaning.holiday, anchor.year)
        year = self._year(Point(None, day.month, day.day), meaning.toward, direction, near)
        return Point.of(holiday_in(meaning.holiday, year)) if year else None

    def _dated(self, meaning: Meaning, direction: int | None, near: bool) -> Point | None:
        if meaning.point == Point():
            return None
        point = meaning.point
        if point.month is None and point.day is not None:
            return self._day_of_month(point, direction)
        year = self._year(point, meaning.toward, direction, near)
        return replace(point, year=year)

    def _day_of_month(self, point: Point, direction: int | None) -> Point | None:
        """The day of the month last told, else the nearest such day on the tense's side."""
        anchor = self._anchor("story")
        if anchor is None or anchor.year is None or anchor.month is None or anchor.year < 0:
            return None
        month = Point(anchor.year, anchor.month)
        ahead = self.report is not None and anchor == self.report and anchor.day is not None
        if ahead and anchor.day is not None and point.day is not None:
            step = 1 if direction == 1 and point.day < anchor.day else 0
            step = -1 if direction != 1 and point.day > anchor.day else step
            month = month.shifted(step, "month") or month
        found = replace(month, day=point.day)
        return found if found.first else None

    def _year(
        self, point: Point, toward: int | None, direction: int | None, near: bool
    ) -> int | None:
        story = self.story
        if (self.narrative or near) and story is not None and story.year is not None:
            return _year_in_story(point, story, toward)
        if self.published is None:
            return self.year_ahead
        return _year_by_report(point, self.published, toward, direction)


def _moved(point: Point, days: int) -> Point:
    """The point so many days on; itself where the calendar does not tell."""
    return replace(point.shifted(days, "day") or point, detail=point.detail)


_FINENESS: Final = {"day": 0, "weekend": 1, "week": 1, "month": 2}


def _fits(anchor: Point, unit: str) -> bool:
    """Whether the anchor is fine enough to say which week or month "this" one is."""
    return _FINENESS.get(anchor.unit, 3) <= _FINENESS.get(unit, 3)


def _month_of(point: Point) -> int | None:
    if point.month:
        return point.month
    if point.season:
        return _SEASON_MONTH[point.season]
    if point.quarter:
        return point.quarter * 3 - 1
    return point.half * 6 - 3 if point.half else None


def _year_in_story(point: Point, story: Point, toward: int | None) -> int:
    """The story moves on: a month much earlier in the calendar is next year's."""
    assert story.year is not None
    month, at = _month_of(point), _month_of(story)
    if month is None or at is None or story.span > 1:
        return story.year
    if toward == -1:
        return story.year if month < at else story.year - 1
    if toward == 1:
        return story.year if month > at else story.year + 1
    if story.season and at == 1 and month <= 3 and not point.season:
        return story.year + 1
    return story.year + 1 if at - month >= 8 else story.year


def _year_by_report(
    point: Point, published: date, toward: int | None, direction: int | None
) -> int:
    year = published.year
    here = replace(point, year=year, detail="")
    start, end = here.first, here.last
    if start is None or end is None:
        return year - 1 if direction != 1 else year + 1
    if toward == 0:
        return year
    if toward == -1:
        return year if end < published else year - 1
    if toward == 1:
        return year if start > published else year + 1
    if direction == 1:
        told_late = bool(point.quarter or point.half) and (published - end).days <= _RESULTS
        return year if end >= published or told_late else year + 1
    if start > published and (start - published).days > _HORIZON:
        return year - 1
    return year
