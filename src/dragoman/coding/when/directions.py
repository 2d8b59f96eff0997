"""Which side of the report's day a clause speaks of, for dates that leave their year open."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Span, Token

_WILL: Final = {"will", "shall", "'ll", "’ll", "wo"}
_WOULD: Final = {"would", "should", "must"}
_HAVE: Final = {"has", "have", "had", "'ve", "’ve"}
_FUTURE_CUE: Final = re.compile(
    r"\b(?:will|shall|should|won't|going to|(?:is|are) to|to be|due|scheduled|slated|expected|"
    r"set to|plans?|planned|planning|intends?|upcoming|forthcoming|deadline|expires?|postponed|"
    r"would)\b|['’]ll\b",
    re.I,
)
_PAST_CUE: Final = re.compile(
    r"\b(?:was|were|had|did|said|told|took|came|began|went|made|met|held|fell|won|lost|"
    r"[a-z]{2,}ed|since|after|has|have)\b", re.I
)  # fmt: skip


def tense_direction(span: Span, start: int, end: int, text: str) -> int | None:
    """+1 where the clause speaks of the future, -1 of the past, None where it does not tell.

    The expression stands at characters `[start, end)` of `text`, `span` holds its tokens.
    """
    if text[max(0, start - 6) : start].lower() == "since ":
        return -1
    if span[0].dep_ and span[0].tag_:
        found = _direction_by_parse(span.root)
        if found is not None:
            return found
    return _direction_by_words(start, end, text)


def _direction_by_words(start: int, end: int, text: str) -> int | None:
    before = text[max(0, start - 160) : start]
    before = re.split(r"[.!?]\s+(?=[A-Z])|\n\s*\n", before)[-1]
    after = text[end : end + 80]
    after = re.split(r"[.!?](?:\s|$)|\n\s*\n", after)[0]
    past = max((m.start() for m in _PAST_CUE.finditer(before)), default=-1)
    future = max((m.start() for m in _FUTURE_CUE.finditer(before)), default=-1)
    if past != future:
        return 1 if future >= past else -1
    past = min((m.start() for m in _PAST_CUE.finditer(after)), default=999)
    future = min((m.start() for m in _FUTURE_CUE.finditer(after)), default=999)
    if past != future:
        return 1 if future <= past else -1
    return None


def _direction_by_parse(token: Token) -> int | None:
    for governor in (token, *token.ancestors):
        if governor.pos_ not in {"VERB", "AUX"}:
            continue
        auxiliaries = [child for child in governor.children if child.dep_.startswith("aux")]
        forms = {child.lower_ for child in auxiliaries}
        if forms & _WILL:
            return 1
        tags = {governor.tag_, *(child.tag_ for child in auxiliaries)}
        if tags & {"VBD"} or forms & _HAVE:
            return -1
        if forms & _WOULD or any(c.lower_ == "to" and c.dep_ == "mark" for c in governor.children):
            return 1
        if governor.tag_ in {"VBZ", "VBP"} or tags & {"VBZ", "VBP"}:
            return None
    return None
