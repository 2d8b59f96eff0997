"""What the six questions have found, as the ledgers' coders see it, and records made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from spacy.tokens import Span, Token

from dragoman.coding.clauses import extent
from dragoman.language.canonical import canonical_text
from dragoman.records.spans import TextSpan
from dragoman.records.values import Date, Entity, Granularity, Participant, Place, Source


class Cast(Protocol):
    """Who the phrases of a report mean (who.py)."""

    def participants_at(self, token: Token) -> tuple[Participant, ...]: ...

    def entity_at(self, token: Token) -> Entity | None: ...


class Time(Protocol):
    """A time expression (when.py)."""

    @property
    def span(self) -> Span: ...
    @property
    def start_char(self) -> int: ...
    @property
    def end_char(self) -> int: ...
    @property
    def type(self) -> str: ...
    @property
    def value(self) -> str: ...
    @property
    def start(self) -> date | None: ...
    @property
    def end(self) -> date | None: ...
    @property
    def granularity(self) -> Granularity: ...


class Toponym(Protocol):
    """A place name (where.py); `literal` tells a location from an actor or a modifier."""

    @property
    def span(self) -> Span: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def literal(self) -> bool: ...
    @property
    def use(self) -> str: ...


def text_span(span: Span) -> TextSpan:
    return TextSpan.of(canonical_text(span.doc), span.start_char, span.end_char)


def date_of(time: Time) -> Date | None:
    """The record of a time expression; None where it names no days."""
    if time.start is None or time.end is None:
        return None
    text = canonical_text(time.span.doc)
    return Date(
        start=time.start.isoformat(),
        end=time.end.isoformat(),
        granularity=time.granularity,
        value=time.value,
        evidence=(TextSpan.of(text, time.start_char, time.end_char),),
    )


def time_at(
    heads: Iterable[Token], times: Sequence[Time], *, skip: Sequence[str] = ()
) -> Time | None:
    """The first dated expression that depends on one of the heads, nearest head first.

    `skip` names prepositions whose expression dates something else ("since").
    """
    for head in heads:
        for time in times:
            if time.start is None or time.type not in ("DATE", "TIME"):
                continue
            if time.span.start > head.i + 60 or time.span.end < head.i - 60:
                continue
            root = time.span.root
            if any(c.dep_ in ("case", "mark") and c.lower_ in skip for c in root.children):
                continue
            if root.head == head and root.head.sent == head.sent:
                return time
            if root == head or time.span.start <= head.i < time.span.end:
                continue
    return None


def minimal_phrase(token: Token) -> Span:
    """The phrase of a noun without relative clauses, appositions and what follows them."""
    start, end = extent(token)
    for c in token.rights:
        if c.dep_ in ("acl:relcl", "appos", "parataxis", "acl", "conj", "cc", "punct", "dep"):
            end = max(token.i + 1, min(end, c.left_edge.i))
            break
    doc = token.doc
    while start < token.i and (
        doc[start].dep_ in ("case", "cc", "punct", "fixed", "mark") or doc[start].is_space
    ):
        start += 1
    while end - 1 > token.i and (
        doc[end - 1].is_punct or doc[end - 1].lower_ in ("'s", "’s", "and")
    ):
        end -= 1
    return doc[start:end]


def source_of(head: Token, cast: Cast, cue: TextSpan | None) -> tuple[Source, ...]:
    """The sources that a noun phrase means; the phrase itself where it means nobody known."""
    if head.dep_ == "appos" and head.head.ent_type_ == "PERSON" and head.head.i < head.i:
        head = head.head
    found = cast.participants_at(head)
    span = minimal_phrase(head)
    if span.end - span.start > 1 and span[-1].lower_ in ("'s", "’s"):
        span = span.doc[span.start : span.end - 1]
    evidence = (text_span(span),)
    if found:
        return tuple(
            Source(p.entity, p.name, p.country, cue, p.evidence or evidence) for p in found
        )
    return (Source(None, span.text, None, cue, evidence),)


def named_head(token: Token) -> Token:
    """The name that a title before it stands for where the parse keeps the two apart."""
    following = token.i + 1
    if token.ent_type_ or following >= len(token.doc) or token.pos_ not in ("NOUN", "PROPN"):
        return token
    name = token.doc[following]
    return name if name.ent_type_ == "PERSON" and name.ent_iob_ == "B" else token


def participants_of(heads: Iterable[Token], cast: Cast) -> tuple[Participant, ...]:
    """Who several phrases mean, each once, in the order of the phrases."""
    found: list[Participant] = []
    seen: set[tuple[str | None, str]] = set()
    for head in heads:
        name = named_head(head)
        for participant in cast.participants_at(name) or cast.participants_at(head):
            key = (participant.entity, "" if participant.entity else participant.name)
            if key not in seen:
                seen.add(key)
                found.append(participant)
    return tuple(found)
