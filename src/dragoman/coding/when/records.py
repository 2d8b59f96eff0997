"""Time expressions as Dates: alone, as a range, and since when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from spacy.tokens import Doc

from dragoman.coding.when.expressions import TimeExpression, times_within
from dragoman.language.canonical import canonical_text
from dragoman.records.spans import TextSpan
from dragoman.records.values import Date

_HOUR_ALONE: Final = re.compile(
    r"(?:(?:about|around) )?(?:[\d:.]+|[a-z]+)(?: ?[ap]\.?m\.?| o['’]clock)?(?: [A-Z]{2,5})?"
)
_TO: Final = re.compile(r"\s*(?:,?\s*(?:to|until|till|through|and)\s+(?:the\s+)?|[-–—]\s*)", re.I)


def date_of(
    time: TimeExpression,
    *,
    until: TimeExpression | None = None,
    since: date | None = None,
    inferred: bool = False,
) -> Date | None:
    """The expression as a Date; None where nothing anchors it.

    `until` is the latter end of a range ("from … to …"); `since` the day up to which what began
    at the expression goes on, for "since …".
    """
    if time.start is None or time.end is None:
        return None
    text = canonical_text(time.span.doc)
    evidence = [TextSpan.of(text, time.start_char, time.end_char)]
    if until is not None and until.end is not None and until.end >= time.start:
        evidence.append(TextSpan.of(text, until.start_char, until.end_char))
        last, value = until.end, until.value
        if last == time.start and _clock(value) < _clock(time.value):
            last += timedelta(1)
            value = f"{last.isoformat()}T{_clock(value)}"
        return Date(
            time.start.isoformat(),
            last.isoformat(),
            "interval",
            f"{time.value}/{value}",
            inferred or _is_bare_clock(time),
            tuple(evidence),
        )
    if since is not None and since >= time.start:
        value = f"{time.value}/{since.isoformat()}"
        return Date(
            time.start.isoformat(), since.isoformat(), "interval", value, inferred, tuple(evidence)
        )
    return Date(
        time.start.isoformat(),
        max(time.start, time.end).isoformat(),
        time.granularity,
        time.value,
        inferred or _is_bare_clock(time),
        tuple(evidence),
    )


def _clock(value: str) -> str:
    """Hour and minute of a TIMEX3 value; empty for a day."""
    found = re.search(r"T(\d\d:\d\d)", value)
    return found[1] if found else ""


def _is_bare_clock(time: TimeExpression) -> bool:
    """Whether the words give an hour alone, so that its day is inferred."""
    return bool(_clock(time.value)) and bool(_HOUR_ALONE.fullmatch(time.text))


def date_of_report(published: date) -> Date:
    """The report's own day, for a plain past with no time told."""
    day = published.isoformat()
    return Date(day, day, "day", day, inferred=True)


def word_before(time: TimeExpression) -> str:
    """The preposition or conjunction before the expression."""
    start = time.span.start
    if start == 0:
        return ""
    before = time.span.doc[start - 1]
    if before.lower_ in {"the", "about", "around"} and start > 1:
        before = time.span.doc[start - 2]
    return before.lower_


def range_end(
    time: TimeExpression, times: Sequence[TimeExpression], side: str
) -> TimeExpression | None:
    """The latter end of "from A to B", "between A and B", "A-B"."""
    doc = time.span.doc
    for other in times_within(times, time.span.start, time.span.end + 6):
        if other.start_char < time.end_char:
            continue
        between = _gap(doc, time.end_char, other.start_char)
        if between is None or not _TO.fullmatch(between):
            return None
        word = between.strip().lower().split(" ")[0]
        if word == "and" and side != "between":
            return None
        if other.start is None or time.start is None or other.start < time.start:
            return None
        return other
    return None


def range_of(time: TimeExpression, times: Sequence[TimeExpression]) -> Date | None:
    """The range that the expression begins, as one Date; None where it begins none."""
    until = range_end(time, times, word_before(time))
    return date_of(time, until=until) if until is not None else None


def _gap(doc: Doc, start: int, end: int) -> str | None:
    if end - start > 16:
        return None
    return canonical_text(doc)[start:end]
