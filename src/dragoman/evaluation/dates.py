"""Single expressions of time against a resolver's gold: first and last day, and how sure.

The gold speaks the conventions of NGEC's resolver, which differ from TIMEX3 and the codebook where
it wants one day of a stretch; `Conventions` names each difference, and the adaptation is made
here, on our reading, never in the coder.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from spacy.tokens import Doc

from dragoman.coding.when import TimeExpression, date_of, find_times, range_of
from dragoman.coding.when.words import lexicon
from dragoman.records.values import Date

_EDGES: Final = {"START", "MID", "END"}
_ABOUT: Final = {*_EDGES, "APPROX", "LESS_THAN", "MORE_THAN"}
_VAGUE: Final = {"PAST_REF", "FUTURE_REF"}
_LENGTHS: Final = {"day": 10, "month": 7, "year": 4}


@dataclass(frozen=True, slots=True)
class DatedExpression:
    """ISO 8601 days, None where untold; `type` is exact, approximate, range or unresolved."""

    start: str | None
    end: str | None
    type: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """Where NGEC's resolver reads otherwise than TIMEX3.

    `edges`: "early", "mid" and "late" name one day (the first, the middle, the last of the whole
    stretch), not a third of it. `weeks`: "three weeks ago" is the report's weekday in that week.
    `nameless`: seasons and holidays are left unresolved.
    """

    edges: bool = True
    weeks: bool = True
    nameless: bool = True


PLAIN: Final = Conventions(edges=False, weeks=False, nameless=False)
NGEC: Final = Conventions()


def read_expression(doc: Doc, published: date, conventions: Conventions = NGEC) -> DatedExpression:
    """The first expression of the text, a range with its latter end, as the coder dates it."""
    times = find_times(doc, published)
    if not times:
        return DatedExpression(None, None, "unresolved")
    time = times[0]
    if conventions.nameless and (time.granularity == "season" or _is_holiday(time)):
        return DatedExpression(None, None, "unresolved")
    found = range_of(time, times) or date_of(time)
    if found is None:
        sure = "approximate" if time.value in _VAGUE else "unresolved"
        return DatedExpression(None, None, sure)
    if len(found.evidence) > 1:
        return DatedExpression(found.start, found.end, "range")
    start = _one_day(time, found, published, conventions)
    return DatedExpression(start, found.end, "approximate" if _is_about(time) else "exact")


def _is_holiday(time: TimeExpression) -> bool:
    return time.text.lower().replace("’", "'") in lexicon()["holidays"]


def _is_about(time: TimeExpression) -> bool:
    return time.mod in _ABOUT or (time.granularity == "interval" and time.start != time.end)


def _one_day(time: TimeExpression, found: Date, published: date, conventions: Conventions) -> str:
    """The first day, or the one that the conventions name."""
    start, end = date.fromisoformat(found.start), date.fromisoformat(found.end)
    if conventions.edges and time.mod == "END":
        return found.end
    if conventions.edges and time.mod == "MID" and time.granularity in {"month", "year"}:
        return f"{start.year}-07-01" if time.granularity == "year" else f"{found.start[:7]}-16"
    if conventions.weeks and time.granularity == "week" and time.mod and (end - start).days == 6:
        return (start + timedelta(published.isoweekday() - 1)).isoformat()
    return found.start


def is_right(gold: Mapping[str, Any], found: DatedExpression) -> dict[str, bool]:
    """Which of the fields that the gold checks are right; days at the precision it checks."""
    length = _LENGTHS[gold["precision_checked"]]
    checks: dict[str, bool] = {}
    for name in ("start", "end"):
        if gold[name] is not None:
            day = getattr(found, name)
            checks[name] = day is not None and day[:length] == gold[name][:length]
    if gold["type"] is not None:
        checks["type"] = found.type == gold["type"]
    return checks


def score_dates(
    gold: Sequence[Mapping[str, Any]],
    found: Sequence[DatedExpression],
    plain: Sequence[DatedExpression],
) -> dict[str, float]:
    """Shares right of what is checked; `right` asks for every field of an expression.

    `by_convention` is the share of expressions that only the adaptation (`found`, beside the
    coder's `plain` reading) makes agree.
    """
    checks = [is_right(g, f) for g, f in zip(gold, found, strict=True)]
    right = [all(check.values()) for check in checks]
    alone = [all(is_right(g, p).values()) for g, p in zip(gold, plain, strict=True)]
    shares = {}
    for name in ("start", "end", "type"):
        asked = [check[name] for check in checks if name in check]
        shares[name] = sum(asked) / len(asked) if asked else 0.0
    adapted = sum(r and not a for r, a in zip(right, alone, strict=True))
    return {
        "right": sum(right) / len(right),
        **shares,
        "by_convention": adapted / len(right),
    }
