"""The time that a telling sets for what follows it: frames, clauses above, what is spoken of again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from spacy.tokens import Token

from dragoman.coding.when.attachment import (
    OTHER_SIDE,
    OWNED,
    case_of,
    governors_of,
    times_in_sentence,
)
from dragoman.coding.when.expressions import TimeExpression, times_within
from dragoman.coding.when.records import word_before

_BACKGROUND_DAYS: Final = 60
_REACH: Final = 3
"""Sentences of a paragraph over which a frame holds in a text without a day of its own, as long
as none tells another time; where there is one, a telling soon comes back to it."""
_DEFINITE: Final = {"the", "this", "that"}
_TELLING_WHICH: Final = {"nmod", "nmod:poss", "acl", "acl:relcl", "amod", "nummod"}
"""What is told apart so may be another act of the kind."""
_GOES_ON: Final = {"they", "he", "she", "it", "both"}
_SAYING: Final = {"say", "tell", "add", "note", "explain", "write", "comment", "state", "argue",
                  "believe", "think", "hope", "deny", "be", "have"}  # fmt: skip
_PARTS: Final = {"obj", "nsubj", "nsubj:pass"}
_AGAIN: Final = 400
"""Tokens within which an act is spoken of again."""


def background_above(
    clause: Token, times: Sequence[TimeExpression], published: date
) -> TimeExpression | None:
    """The time of a clause that this one depends on, where it lies well before the report: what
    happened "after he was accused" in "in 2018 he fled after …" is not of the report's day."""
    if clause.dep_ not in {"advcl", "acl", "acl:relcl"}:
        return None
    above = set(clause.ancestors)
    for time in times_in_sentence(clause, times):
        if time.end is None or (published - time.end).days <= _BACKGROUND_DAYS:
            continue
        if word_before(time) not in OTHER_SIDE and word_before(time) != "since":
            verbs = [g for g in governors_of(time, set()) if g.pos_ in {"VERB", "AUX"}]
            if any(verb in above for verb in verbs):
                return time
    return None


def frame_before(
    clause: Token, times: Sequence[TimeExpression], published: date | None
) -> TimeExpression | None:
    """The time that a sentence before opens with, where it lies well before the report.

    Only inside a paragraph and only a frame ("In March 2014, …", "In recent weeks, …"), so that
    what follows in the same telling is not dated to the report. Without a report's day, any frame.
    """
    doc, sent = clause.doc, clause.sent
    if published is None and times_within(times, sent.start, sent.end):
        return None
    for _ in range(1 if published else _REACH):
        if sent.start == 0:
            return None
        previous = doc[sent.start - 1].sent
        if "\n" in doc[previous.start : sent.start].text_with_ws.rstrip(" "):
            return None
        told = times_within(times, previous.start, previous.end)
        for time in told:
            if time.span.start < previous.start + 3 and _is_frame(time, published):
                return time
        if told:
            return None
        sent = previous
    return None


def _is_frame(time: TimeExpression, published: date | None) -> bool:
    if time.span.root.dep_ in OWNED:
        return False
    if time.value == "PAST_REF":
        return published is not None
    if time.end is None:
        return False
    return published is None or (published - time.end).days > _BACKGROUND_DAYS


def carried_on(clause: Token, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The day of the sentence before, where this one goes on with it: "Rebels attacked the post on
    Monday. They killed nine soldiers."

    Both tell in the plain past and in one paragraph, and this one's subject is a pronoun; what
    somebody says goes on with nothing.
    """
    sent = clause.sent
    root = sent.root
    if sent.start == 0 or not _is_plain_telling(root) or times_within(times, sent.start, sent.end):
        return None
    if clause != root and clause.dep_ not in {"conj", "advcl", "xcomp"}:
        return None
    if not any(c.dep_.startswith("nsubj") and c.lower_ in _GOES_ON for c in root.children):
        return None
    previous = clause.doc[sent.start - 1].sent
    if "\n" in clause.doc[previous.start : sent.start].text_with_ws.rstrip(" "):
        return None
    if not _is_plain_telling(previous.root):
        return None
    told = times_within(times, previous.start, previous.end)
    if len(told) != 1 or told[0].start is None or told[0].granularity != "day":
        return None
    if word_before(told[0]) in {*OTHER_SIDE, "since"}:
        return None
    return told[0] if previous.root in governors_of(told[0], set()) else None


def _is_plain_telling(verb: Token) -> bool:
    if verb.lemma_.lower() in _SAYING or any(c.lower_ == "had" for c in verb.children):
        return False
    return verb.tag_ == "VBD" or any(
        c.tag_ == "VBD" and c.dep_.startswith("aux") for c in verb.children
    )


def told_before(
    head: Token, clause: Token, times: Sequence[TimeExpression], published: date
) -> TimeExpression | None:
    """The time at which an act spoken of again ("died in the attack") was told to have happened.

    Looks back for the same noun or verb with a time of its own.
    """
    for noun in _spoken_again(head, clause):
        lemma = noun.lemma_.lower()
        for i in range(noun.i - 1, max(-1, noun.i - _AGAIN), -1):
            token = noun.doc[i]
            if token.lemma_.lower() != lemma or token.tag_ not in {noun.tag_, "VBD", "VBN"}:
                continue
            for time in times_in_sentence(token, times):
                if (
                    time.start is None
                    or time.type not in {"DATE", "TIME"}
                    or time.start > published
                ):
                    continue
                if word_before(time) in OTHER_SIDE or word_before(time) == "since":
                    continue
                governors = governors_of(time, {token.i})
                taken_part = token.dep_ in _PARTS and token.head in governors
                if token in governors or taken_part:
                    return time
    return None


def _spoken_again(head: Token, clause: Token) -> Iterator[Token]:
    """Definite nouns for the act: the trigger itself, or what it happened in or during."""
    for token in (head, *clause.children):
        if token.pos_ != "NOUN" or not any(c.lower_ in _DEFINITE for c in token.children):
            continue
        if any(c.dep_ in _TELLING_WHICH for c in token.children):
            continue
        if token == head or (token.dep_ == "obl" and case_of(token) in {"in", "during"}):
            yield token
