"""Over what time a count was counted: "since May", "so far this year", "in the past 24 hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.effect_words import governor_of
from dragoman.coding.when.expressions import TimeExpression, times_within
from dragoman.coding.when.records import range_end, word_before

_ROLLING: Final = re.compile(r"(?:the )?(?:past|last|previous) .*s$")
"""Up to the report's own day: "the past 24 hours", not "last year", which dates an act."""
_RUNNING: Final = re.compile(r"this (?:year|month|week|season|decade|century)")
_SO_FAR: Final = {"far", "already"}
_ENDS: Final = {"until", "till"}
_BOTH: Final = {"between", "from"}

Period = tuple[TimeExpression | None, TimeExpression | None]


def counting_period(counted: Token, head: Token, times: Sequence[TimeExpression]) -> Period:
    """The times since and until which the count's own clause says that it was counted."""
    since = until = None
    own = {head, counted, governor_of(counted)}
    sentence = counted.sent
    for time in times_within(times, sentence.start, sentence.end):
        if own.isdisjoint(_clause_of(time.span.root)):
            continue
        word = word_before(time)
        if word in _BOTH and (last := range_end(time, times, word)) is not None:
            since, until = since or time, until or last
        elif word == "since" or _is_running(time):
            since = since or time
        elif word in _ENDS:
            until = until or time
    return since, until


def _clause_of(token: Token) -> Iterator[Token]:
    """The token and what it hangs on, up to the first verb or predicate."""
    yield token
    for above in token.ancestors:
        yield above
        if above.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in above.children):
            return


def _is_running(time: TimeExpression) -> bool:
    text = time.text.lower()
    if _ROLLING.match(text):
        return True
    if not _RUNNING.search(text):
        return False
    doc, start = time.span.doc, time.span.start
    around = {*doc[max(0, start - 2) : start], *doc[time.span.end : time.span.end + 2]}
    return "far" in text or any(token.lower_ in _SO_FAR for token in around)
