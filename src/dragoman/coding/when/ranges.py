"""Years and weeks that other words give: the two ends of a range ("31 May – 1 June 1916", "Thursday
through Tuesday"), and days known by what happened ("the October 7 attack")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from dragoman.coding.when.grammar import Expression
from dragoman.coding.when.meaning import Meaning, Point
from dragoman.coding.when.words import lexicon

_TO: Final = re.compile(r"\s*(?:[-–—]|to|until|till|through|thru)\s*", re.I)


_NEXT_WORD: Final = re.compile(r"[ -](\w+)")
_NEXT_WORDS: Final = re.compile(r"(?:[ -]\w+){1,3}")


def with_known_years(
    expressions: Sequence[Expression], text: str, published: date | None
) -> tuple[Expression, ...]:
    """The days that news names without their year ("the October 7 attack") given theirs."""
    known = lexicon()["attack_days"]
    found = list(expressions)
    for i, expression in enumerate(expressions):
        point = expression.meaning.point
        if point.month is None or point.day is None or point.year is not None:
            continue
        day = known.get(f"{point.month:02d}-{point.day:02d}")
        if day is None or not _words_after(expression, text) & set(day["words"]):
            continue
        if published is None or published.year >= day["year"]:
            meaning = replace(expression.meaning, point=replace(point, year=day["year"]))
            found[i] = replace(expression, meaning=meaning)
    return tuple(found)


def _words_after(expression: Expression, text: str) -> set[str]:
    """The next word; behind "the" the next three, for what may stand between."""
    named = text[max(0, expression.start - 4) : expression.start].lower() in {"the ", "nce "}
    after = (_NEXT_WORDS if named else _NEXT_WORD).match(text, expression.end)
    return set(re.findall(r"\w+", after[0].lower())) if after else set()


def are_ends(first: Expression, second: Expression, text: str) -> bool:
    """Whether only "to" or a dash stands between the two."""
    return bool(_TO.fullmatch(text, first.end, second.start))


def with_shared_years(expressions: Sequence[Expression], text: str) -> tuple[Expression, ...]:
    """The former end of a range takes the year that only the latter tells."""
    shared = list(expressions)
    for i, (first, second) in enumerate(pairwise(expressions)):
        year = _year_before(first.meaning, second.meaning)
        if year is not None and are_ends(first, second, text):
            point = replace(first.meaning.point, year=year)
            shared[i] = replace(first, meaning=replace(first.meaning, point=point))
    return tuple(shared)


def _year_before(first: Meaning, second: Meaning) -> int | None:
    if first.value is not None or second.value is not None or first.shift or second.shift:
        return None
    former, latter = first.point, second.point
    if former.year is not None or former.month is None or first.toward is not None:
        return None
    if latter.year is None or latter.month is None or latter.year < 2:
        return None
    ends_sooner = (latter.month, latter.day or 31) < (former.month, former.day or 1)
    return latter.year - 1 if ends_sooner else latter.year


def not_before(point: Point, meaning: Meaning, start: date) -> Point:
    """The latter end of a range that began on `start`, moved on by a week or a year if need be."""
    end = point.last
    if end is None or end >= start or meaning.toward is not None or meaning.shift is not None:
        return point
    if meaning.point.weekday is not None:
        day = start + timedelta((meaning.point.weekday - start.isoweekday()) % 7)
        return replace(Point.of(day), detail=point.detail)
    if meaning.point.year is None and meaning.point.month is not None and point.year is not None:
        return replace(point, year=point.year + 1)
    return point
