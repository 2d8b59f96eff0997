"""What a report itself sets in an earlier period than its news (CODEBOOK.md: historical)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Protocol

from spacy.tokens import Span, Token

from dragoman.coding.clauses import child, extent
from dragoman.records.mention import Status
from dragoman.records.values import Date

_AN_AGE = timedelta(days=365)


class Time(Protocol):
    """What status needs of a time expression."""

    @property
    def span(self) -> Span: ...
    @property
    def type(self) -> str: ...
    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...


def aged_status(status: Status, when: Date | None, published: date | None) -> Status:
    """An actual act that its own date, none inferred, sets a year or more before the report is
    historical."""
    if status != "actual" or when is None or when.inferred or published is None:
        return status
    if when.end is None or published - date.fromisoformat(when.end) < _AN_AGE:
        return status
    return "historical"


def is_old(clause: Token, head: Token, times: Sequence[Time], published: date | None) -> bool:
    """Whether a time told of the act ended a year or more before the report's news."""
    news = published or max((t.end for t in times if t.end is not None), default=None)
    if news is None:
        return False
    for time in times:
        if time.end is None or time.type not in ("DATE", "TIME"):
            continue
        if time.span.doc is not clause.doc or time.span[0].sent != clause.sent:
            continue
        if news - time.end >= _AN_AGE and _dates(time.span, clause, head):
            return True
    return False


_CONTINUING = frozenset({"since", "from", "until", "till", "for", "after", "over", "by"})


def _dates(span: Span, clause: Token, head: Token) -> bool:
    root = span.root
    if any(c.dep_ in ("case", "mark") and c.lower_ in _CONTINUING for c in root.children):
        return False
    for target in (head, clause):
        if root.head == target or (root.head.head == target and root.head.pos_ == "NUM"):
            return True
    if root.head.dep_ in ("acl", "acl:relcl", "xcomp", "advcl") and root.head.head in (
        head,
        clause,
    ):
        return root.head.dep_ == "xcomp" or (
            root.head.dep_ == "advcl" and child(root.head, "mark", "case") is None
        )
    start, _ = extent(root)
    first_of_sentence = start <= clause.sent.start + 1
    return first_of_sentence and root.head == clause.sent.root and clause.dep_ in ("root", "conj")
