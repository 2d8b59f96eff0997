"""The day that an undated report gives itself: a line of its own at its head, or its dateline."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dragoman.coding.when.grammar import Expression, find_expressions

_HEAD: Final = 400
"""Characters in which a report says its day, if it does."""
_ALONE_BEFORE: Final = re.compile(
    r"(?:^|\n)\s*(?:(?:first |last )?(?:published|posted|updated|issued|released|date)(?: on| at)?:?"
    r"\s*)?(?:[a-z]+day,?\s+)?$",
    re.I,
)
_ALONE_AFTER: Final = re.compile(r"[ \t]*(?:[|·,;–—-][^\n.]{0,40})?(?:\n|$)")
_PLACE_BEFORE: Final = re.compile(
    r"(?:^|\n)\s*[A-Z][A-Z .'’-]{2,}(?:, [A-Z][\w .]{1,20})?,? \(?(?:[A-Z][a-z]+day,? )?$"
)
_PLACE_AFTER: Final = re.compile(r"\)? ?(?:[(/][\w ./]{2,30}[)/] ?)?(?:[–—]| - |-- |: )")


def dateline_day(text: str) -> date | None:
    """The day, where a full date stands alone on a line ("Friday, 3 May 2019") or between a place in
    capitals and a dash ("GENEVA, 3 May 2019 (Agency) — …"); None where the text has neither."""
    head = text[:_HEAD]
    for expression in find_expressions(head):
        day = _full_day(expression)
        if day is None:
            continue
        before = head[: expression.start]
        alone = _ALONE_BEFORE.search(before) and _ALONE_AFTER.match(text, expression.end)
        placed = _PLACE_BEFORE.search(before) and _PLACE_AFTER.match(text, expression.end)
        return day if alone or placed else None
    return None


def _full_day(expression: Expression) -> date | None:
    meaning = expression.meaning
    if meaning.value is not None or meaning.shift is not None or meaning.point.day is None:
        return None
    return meaning.point.first
