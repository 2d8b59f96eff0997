"""What a time expression hangs on in the parse, as far as dating an act needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from dragoman.coding.when.expressions import TimeExpression, times_within

OWNED: Final = {"nmod:poss", "amod", "compound", "nummod", "det", "acl:relcl", "appos"}
OTHER_SIDE: Final = {"before", "after", "until", "till", "pending", "ahead"}
"""Words that set a time apart from the act: it happened before or after."""


def times_in_sentence(token: Token, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    yield from times_within(times, token.sent.start, token.sent.end)


def governors_of(time: TimeExpression, own: set[int]) -> tuple[Token, ...]:
    """The predicates that the expression may modify, from the nearest up to the first verb.

    An expression inside a name-like modifier ("Friday's attack", "the 2014 war") and one behind
    "of" belong to that noun alone.
    """
    found = []
    token = time.span.root
    for _ in range(8):
        parent = token.head
        if parent == token:
            found.append(token)
            break
        if parent in time.span:
            token = parent
            continue
        found.append(parent)
        if parent.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in parent.children):
            break
        if token.dep_ in OWNED or (token.dep_.startswith("nmod") and case_of(token) == "of"):
            break
        if parent.i in own:
            break
        token = parent
    return tuple(found)


def case_of(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "case":
            return child.lower_
    return ""
