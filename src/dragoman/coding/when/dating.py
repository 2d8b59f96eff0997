"""Which time expression dates an act: by syntax first, then by discourse, last by tense."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from spacy.tokens import Span, Token

from dragoman.coding.when.attachment import (
    OTHER_SIDE,
    governors_of,
    times_in_sentence,
)
from dragoman.coding.when.background import background_above, carried_on, frame_before, told_before
from dragoman.coding.when.expressions import TimeExpression
from dragoman.coding.when.meaning import UNTOLD_DAY
from dragoman.coding.when.records import date_of, date_of_report, range_end, word_before
from dragoman.coding.when.tenses import (
    is_before_the_story,
    is_finite,
    is_future,
    is_ongoing,
    is_past,
    is_perfect,
    is_telling,
)
from dragoman.records.mention import Status
from dragoman.records.values import Date

_CLAUSES: Final = {"ccomp", "acl:relcl", "acl", "advcl", "xcomp", "csubj", "csubj:pass", "parataxis",
                   "conj", "root", "ROOT", "appos"}  # fmt: skip
_SHARING: Final = {"xcomp", "advcl", "acl", "conj", "parataxis", "compound", "fixed", "obj", "obl",
                   "nsubj", "nsubj:pass", "nmod", "csubj", "appos", "cop", "aux", "flat"}  # fmt: skip
_INSIDE: Final = {"acl", "acl:relcl"}
_SAME_TIME: Final = {"when", "while", "as"}
_COUNTED_FROM: Final = {"before", "after", "prior", "following", "into", "earlier", "later"}
_NESTED: Final = 2
"""Nouns between a verb and a time that then belongs to the last of them."""
_DOCUMENTS: Final = {"resolution", "treaty", "agreement", "accord", "constitution", "law", "act",
                     "convention", "charter", "pact", "statute", "decree", "plan", "text"}  # fmt: skip


def date_at(head: Token, times: Sequence[TimeExpression], published: date | None) -> Date | None:
    """The date that the words directly under `head` give, never one inferred.

    For documents, offices and proceedings: "Resolution 2254, adopted in December 2015".
    """
    found = [t for t in times_in_sentence(head, times) if head in governors_of(t, {head.i})]
    found += [
        t
        for t in times_in_sentence(head, times)
        if any(g.head == head and g.dep_ in {"acl", "acl:relcl"} for g in governors_of(t, set()))
    ]
    for time in found:
        dated = _dated(time, head, times, published)
        if dated is not None:
            return dated
    return None


def date_event(
    clause: Token,
    trigger: Span,
    times: Sequence[TimeExpression],
    published: date | None,
    *,
    status: Status = "actual",
) -> Date | None:
    """When the act took place; None where the text gives nothing and nothing may be inferred.

    An expression under the trigger or its clause comes first, the nearest clause that shares its
    time next; then, in a dated report, a plain past or perfect takes the background's time where
    the sentence before has set one, else the report's day, both marked as inferred. A promise
    (future tense of an actual act) is dated by the promising.
    """
    doc = clause.doc
    if not doc.has_annotation("DEP"):
        return None
    head = trigger.root
    own = {token.i for token in trigger} | {clause.i}
    promised = status == "actual" and is_future(clause)
    if not promised:
        vague = False
        for time, _ in _candidates(head, clause, times, own, published):
            dated = _dated(time, clause, times, published)
            if dated is not None:
                return dated
            vague = vague or _is_vague(time)
        if vague:
            return None
        frame = _frame_of_saying(clause, times)
        if frame is not None:
            return date_of(frame)
        if is_ongoing(clause) and clause.dep_.lower() == "root":
            for time in times_in_sentence(clause, times):
                things = any(g.dep_.startswith("acl") for g in governors_of(time, own))
                if word_before(time) == "since" and not things:  # "flights suspended since 2020"
                    return date_of(time, since=published)
    if status != "actual":
        return None
    if published is None:
        frame = frame_before(clause, times, None) if is_past(clause) else None
        return date_of(frame, inferred=True) if frame is not None else None
    if promised:
        saying = _saying_above(clause)
        if saying is not None:
            for time in times_in_sentence(clause, times):
                if saying in governors_of(time, {saying.i}) and word_before(time) not in OTHER_SIDE:
                    return _dated(time, saying, times, published)
        return date_of_report(published)
    if not is_past(clause):
        told = is_telling(clause) and not _is_document(clause)
        return date_of_report(published) if told else None
    earlier = background_above(clause, times, published)
    if earlier is not None:
        return date_of(earlier, inferred=True)
    frame = (
        told_before(head, clause, times, published)
        or frame_before(clause, times, published)
        or carried_on(clause, times)
    )
    if frame is not None:
        return date_of(frame, inferred=True)
    return None if is_before_the_story(clause) else date_of_report(published)


def _is_vague(time: TimeExpression) -> bool:
    """Whether it tells that the report's day is not meant, without telling which is: "recently",
    "every night", "two days before the vote"."""
    if time.value in {"PAST_REF", "FUTURE_REF", UNTOLD_DAY} or time.type == "SET":
        return True
    end = time.span.end
    after = time.span.doc[end].lower_ if end < len(time.span.doc) else ""
    return time.type == "DURATION" and after in _COUNTED_FROM


def _candidates(
    head: Token,
    clause: Token,
    times: Sequence[TimeExpression],
    own: set[int],
    published: date | None,
) -> list[tuple[TimeExpression, tuple[int, int]]]:
    """Expressions that may date the act, the closest in the tree first."""
    sharing = _sharing_clauses(clause, head)
    ranked = []
    for time in times_in_sentence(clause, times):
        if word_before(time) in OTHER_SIDE:
            continue
        governors = governors_of(time, own)
        nearest = governors[0] if governors else head
        if word_before(time) == "since" and nearest.pos_ == "NOUN" and nearest.i not in own:
            continue  # "protests its detention of three ships since May"
        steps = [
            (sharing[governor.i], abs(time.span.start - head.i))
            for governor in governors
            if governor.i in sharing
        ]
        if not _may_date(time, clause, head, published):
            continue
        if any(g.i in own or (g.head == head and g.dep_ in _INSIDE) for g in governors):
            steps.append((0, abs(time.span.start - head.i)))
        elif _beside(time, governors, clause):
            steps.append((7, abs(time.span.start - head.i)))
        if not steps:
            continue
        ranked.append((time, min(steps)))
    ranked.sort(key=lambda item: (item[1], item[0].start_char))
    return ranked


def _may_date(time: TimeExpression, clause: Token, head: Token, published: date | None) -> bool:
    """Nothing past is dated by "now" ("sentenced the man, now 22") or by a day to come ("agreed to
    vote on May 3"), and no present perfect by a definite past: "has called for an inquiry into an
    attack on Friday" dates the attack."""
    if published is not None and is_past(clause) and not is_perfect(clause):
        if time.value == "PRESENT_REF" or (time.start is not None and time.start > published):
            return False
    if head != clause or published is None or not is_perfect(clause):
        return True
    if time.end is None or time.end >= published or time.type not in {"DATE", "TIME"}:
        return True
    if time.span.start < clause.i or word_before(time) not in {"on", "in", "last", ""}:
        return True
    between = clause.doc[clause.i + 1 : time.span.start]
    return sum(token.pos_ == "NOUN" for token in between) < _NESTED


def _is_document(clause: Token) -> bool:
    """Whether a text does it ("the treaty calls for"): on its own day, not the report's."""
    return any(
        child.dep_ == "nsubj" and child.lemma_.lower() in _DOCUMENTS for child in clause.children
    )


def _beside(time: TimeExpression, governors: Sequence[Token], clause: Token) -> bool:
    """A time that holds for the clause from next to it: in "when" or "while" clauses under it, or
    between a participle and the noun it hangs on."""
    for governor in governors:
        if governor.dep_ == "advcl" and governor.head == clause:
            marked = any(child.dep_ in {"mark", "case"} for child in governor.children)
            if governor.tag_ == "VBG" and governor.i > clause.i and not marked:
                return True  # "gained ground, taking the town on Monday"
            return any(child.lower_ in _SAME_TIME for child in governor.children)
    return (
        clause.dep_ in _INSIDE
        and clause.head in governors
        and clause.head.i < time.span.start < clause.i
    )


def _sharing_clauses(clause: Token, head: Token) -> dict[int, int]:
    """Tokens whose time is also the act's, with their distance: from the trigger up to its clause,
    then the clauses it hangs on without a finite boundary (conjuncts, participles, infinitives)."""
    shared: dict[int, int] = {}
    token, steps = head, 0
    while token != clause and steps < 8 and token.head != token:
        shared[token.i] = steps
        token, steps = token.head, steps + 1
        if token != clause and token.pos_ == "VERB" and token.dep_ in {"ccomp", "acl:relcl"}:
            break
    shared[clause.i] = min(1, steps)
    token, steps = clause, 2
    while steps < 6 and token.head != token:
        if token.dep_ not in _SHARING or _is_quoted_apart(token):
            break
        if token.dep_ == "advcl" and is_finite(token) and is_past(token):
            break
        if token.dep_ == "conj" and is_past(token) != is_past(token.head):
            break
        if token.dep_ == "conj" and _has_own_frame(token.head, token):
            break
        token = token.head
        shared.setdefault(token.i, steps)
        steps += 1
    return shared


def _has_own_frame(first: Token, second: Token) -> bool:
    """Whether the second conjunct brings its own subject: then only a frame before both holds."""
    return any(c.dep_.startswith("nsubj") for c in second.children) and first.i > second.i


def _is_quoted_apart(token: Token) -> bool:
    return token.dep_ == "parataxis" and any(
        child.dep_.startswith("nsubj") for child in token.head.children
    )


def _frame_of_saying(clause: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """A month or longer at the head of "In May, officials said that …" holds for what is said."""
    if clause.dep_ != "ccomp":
        return None
    sent = clause.sent
    for time in times_in_sentence(clause, times):
        if time.span.start < sent.start + 3 and time.granularity != "day" and time.start:
            return time
    return None


def _saying_above(clause: Token) -> Token | None:
    for ancestor in clause.ancestors:
        if ancestor.pos_ == "VERB":
            return ancestor
    return None


def _dated(
    time: TimeExpression,
    clause: Token,
    times: Sequence[TimeExpression],
    published: date | None,
) -> Date | None:
    side = word_before(time)
    if side == "since":
        if is_ongoing(clause) or not is_finite(clause):
            return date_of(time, since=published)
        return date_of(time)
    return date_of(time, until=range_end(time, times, side))
