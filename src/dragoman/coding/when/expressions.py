"""The time expressions of a report, found and resolved in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import Final

from spacy.tokens import Doc, Span

from dragoman.coding.when.calendars import holiday_length
from dragoman.coding.when.directions import tense_direction
from dragoman.coding.when.grammar import Expression, find_expressions
from dragoman.coding.when.meaning import Meaning, Point, TimexType
from dragoman.coding.when.ranges import are_ends, with_known_years, with_shared_years
from dragoman.coding.when.resolution import Clock, is_narrative
from dragoman.language.canonical import canonical_text
from dragoman.records.values import Granularity

_GRANULARITIES: Final[dict[str, Granularity]] = {
    "day": "day",
    "week": "week",
    "weekend": "interval",
    "month": "month",
    "quarter": "interval",
    "half": "interval",
    "season": "season",
    "year": "year",
    "decade": "decade",
    "century": "interval",
}


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: where it stands, what it says, and the days it covers where it can be dated.

    `[start_char, end_char)` are code points of the text, `span` the tokens that hold them;
    `start` and `end` are days, both inclusive, narrowed by `mod` START, MID and END.
    """

    span: Span
    start_char: int
    end_char: int
    type: TimexType
    value: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity = "interval"
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None

    @property
    def text(self) -> str:
        return canonical_text(self.span.doc)[self.start_char : self.end_char]


def find_times(doc: Doc, published: date | None) -> tuple[TimeExpression, ...]:
    """Every time expression, resolved against the report's day and, in a narrative, the story's.

    Needs tokens only; tags and parse, where there, choose the side of a date without a year.
    """
    text = canonical_text(doc)
    expressions = with_shared_years(find_expressions(text), text)
    expressions = with_known_years(expressions, text, published)
    clock = Clock(published, is_narrative(expressions, published))
    times: list[TimeExpression] = []
    previous_end = 0
    before: Expression | None = None
    for number, expression in enumerate(expressions, start=1):
        if _AGE.search(text[max(0, expression.start - 14) : expression.start]) and (
            expression.meaning.point.span == 10
        ):
            continue
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is None or _is_in_a_name(expression, span, text):
            continue
        between = text[previous_end : expression.start]
        near = bool(times) and len(between) < 30 and _has_year(times[-1])
        ended = bool(_SENTENCE_END.search(between))
        near = near and not ended
        if ended:
            clock.begin_sentence()
        if published is None and clock.story is None:
            clock.year_ahead = _year_ahead(expressions, number, expression.end)
        clock.began = None
        if before is not None and times and are_ends(before, expression, text):
            clock.began = times[-1].start
        times.append(_resolved(expression, span, clock, near, text))
        previous_end, before = expression.end, expression
    return tuple(times)


_NAMED_BY_A_DAY: Final = re.compile(
    r"[ -](?:Youth )?(?:Movement|Alliance|Brigades?|Front|Coalition|Organi[sz]ation|Group|"
    r"Battalions?)\b"
)
_NAMED_BY_A_HOLIDAY: Final = re.compile(
    r"[ -](?:Agreements?|Accords?|War|Uprising|Rising|Revolution|Rebellion|Massacre|"
    r"Offensive|Declaration|Square|Bridge|Street|Stadium|Island)\b"
)
_WEEKDAYS: Final = {"Sunday", "Friday", "Saturday", "Monday", "Daily", "Sun"}
_NAMED_BY_A_WEEKDAY: Final = re.compile(
    r" (?:Times|Telegraph|Mail|Mirror|Express|Herald|Independent|Tribune|Post|Nation|Vision|"
    r"Leader|Mass|Prayers?|School)\b"
)


def _is_in_a_name(expression: Expression, span: Span, text: str) -> bool:
    """Whether the words are somebody's name ("Theresa May") or begin a body's ("March 14 …")."""
    if all(token.ent_type_ == "PERSON" for token in span):
        return True
    if span.text in _WEEKDAYS and _NAMED_BY_A_WEEKDAY.match(text, span.end_char):
        return True
    if expression.meaning.holiday and _NAMED_BY_A_HOLIDAY.match(text, span.end_char):
        return True
    return _NAMED_BY_A_DAY.match(text, span.end_char) is not None


_SOON: Final = 200
"""Characters within which a later year dates an earlier day of an undated report."""
_SENTENCE_END: Final = re.compile(r"[.!?]\W*\s+[\"“‘'(]?[A-Z]|\n\s*\n")


def _year_ahead(expressions: Sequence[Expression], number: int, position: int) -> int | None:
    """The first year told by expressions from `number` on, within reach of `position`."""
    for i in range(number, len(expressions)):
        if expressions[i].start - position >= _SOON:
            return None
        year = expressions[i].meaning.point.year
        if year is not None:
            return year
    return None


def _has_year(time: TimeExpression) -> bool:
    return len(time.text) > 4 and bool(re.search(r"\d{4}", time.text))


def _resolved(
    expression: Expression, span: Span, clock: Clock, near: bool, text: str
) -> TimeExpression:
    meaning = expression.meaning
    direction = None
    if _needs_direction(expression):
        direction = tense_direction(span, expression.start, expression.end, text)
    point = clock.resolve(
        meaning, direction, near, _is_aside(expression, text), _opens(expression, text)
    )
    start, end, granularity = None, None, "interval"
    if point is not None and meaning.value is not None:
        value = meaning.value
        start, end = _part(point, meaning)
    elif point is not None and meaning.holiday and holiday_length(meaning.holiday) > 1:
        start, end = point.first, _last_day(point, holiday_length(meaning.holiday))
        value = f"{start}/{end}"
    elif point is not None:
        value = point.value
        granularity = _GRANULARITIES[point.unit]
        start, end = _narrowed(point, meaning.mod)
        if clock.published and not clock.narrative and (days := _rolling(text, expression)):
            start, end = _moved(clock.published, -days), clock.published
    elif meaning.value is not None:
        value = meaning.value
        if meaning.type == "DURATION" and clock.published:
            start, end = _stretch(value, meaning.toward, clock.published)
        elif value == "PRESENT_REF" and clock.published and not clock.narrative:
            start = end = clock.published
            granularity = "day"
    else:
        value = _unanchored(expression)
    return TimeExpression(
        span=span,
        start_char=expression.start,
        end_char=expression.end,
        type=meaning.type,
        value=value,
        start=start,
        end=end,
        granularity=granularity,  # type: ignore[arg-type]
        mod=meaning.mod,
        quant=meaning.quant,
        freq=meaning.freq,
    )


def _last_day(point: Point, days: int) -> date | None:
    return _moved(point.first, days - 1) if point.first else None


def _moved(day: date, days: int) -> date | None:
    """The day so many days on; None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def _unanchored(expression: Expression) -> str:
    meaning = expression.meaning
    if meaning.holiday and len(meaning.holiday) == 5:
        return f"XXXX-{meaning.holiday}"
    if meaning.shift is None:
        return "XXXX"
    if meaning.shift.amount and abs(meaning.shift.amount) > 0:
        if meaning.shift.base == "story":
            return "FUTURE_REF" if meaning.shift.amount > 0 else "PAST_REF"
        return "PAST_REF" if meaning.shift.amount < 0 else "FUTURE_REF"
    detail = meaning.point.detail
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(
        meaning.shift.unit, "XXXX"
    ) + detail


def _part(point: Point, meaning: Meaning) -> tuple[date | None, date | None]:
    """The n-th week of a month by sevens of days, other parts by thirds."""
    if meaning.nth is None or point.first is None or point.last is None:
        return _narrowed(point, meaning.mod)
    start = point.first + timedelta(7 * (meaning.nth - 1))
    return start, min(start + timedelta(6), point.last)


def _narrowed(point: Point, mod: str | None) -> tuple[date | None, date | None]:
    start, end = point.first, point.last
    if start is None or end is None or mod not in {"START", "MID", "END"}:
        return start, end
    third = ((end - start).days + 1) // 3
    if not third:
        return start, end
    if mod == "START":
        return start, start + timedelta(third - 1)
    if mod == "END":
        return end - timedelta(third - 1), end
    return start + timedelta(third), end - timedelta(third)


_LENGTH: Final = re.compile(r"PT?(\d+)(H|D|W|M|Y|DE)")
_DAYS_IN: Final = {"H": 1 / 24, "D": 1, "W": 7, "M": 30.4375, "Y": 365.25, "DE": 3652.5}


def _stretch(value: str, toward: int | None, published: date) -> tuple[date | None, date | None]:
    """The days of "the past three months" or "the next week", up to or from the report's."""
    match = _LENGTH.fullmatch(value)
    if not match or toward is None:
        return None, None
    days = timedelta(ceil(round(int(match[1]) * _DAYS_IN[match[2]], 2)))
    try:
        return (published - days, published) if toward < 0 else (published, published + days)
    except OverflowError:
        return None, None


_ROLLING: Final = re.compile(r"(?:the |this )?past (week|month|year)", re.I)
_ROLLED: Final = {"week": 7, "month": 30, "year": 365}


def _rolling(text: str, expression: Expression) -> int:
    """The days of "the past week", which ends with the report's day as "last week" does not."""
    match = _ROLLING.fullmatch(text[expression.start : expression.end])
    return _ROLLED[match[1].lower()] if match else 0


_AGE: Final = re.compile(
    r"\b(?:his|her|their|my|your|our|whose)(?: (?:early|mid|late))?[ -]$", re.I
)


def _needs_direction(expression: Expression) -> bool:
    meaning = expression.meaning
    return meaning.value is None and meaning.shift is None and meaning.point.year is None


_OPENING: Final = re.compile(r"(?:^|[.!?]\W*\s|\n)\W*(?:\w+\s){0,2}$")


def _opens(expression: Expression, text: str) -> bool:
    """Whether it stands at a sentence's head, within two words."""
    return bool(_OPENING.search(text[max(0, expression.start - 30) : expression.start]))


def _is_aside(expression: Expression, text: str) -> bool:
    """Whether a year only names something ("the 1991 war") or ends a pair ("1991-95")."""
    if expression.end - expression.start != 4 or not text[expression.start].isdigit():
        return False
    before, after = (
        text[max(0, expression.start - 4) : expression.start],
        text[expression.end :][:2],
    )
    if before[-1:] in {"-", "–"}:
        return True
    return before.lower() == "the " and after[:1] == " " and after[1:].isalpha()


def times_within(
    times: Sequence[TimeExpression], start: int, end: int
) -> tuple[TimeExpression, ...]:
    """The expressions that begin at tokens `[start, end)`; `times` must be in order."""
    first = bisect_left(times, start, key=_first_token)
    last = bisect_left(times, end, lo=first, key=_first_token)
    return tuple(times[first:last])


def _first_token(time: TimeExpression) -> int:
    return time.span.start
