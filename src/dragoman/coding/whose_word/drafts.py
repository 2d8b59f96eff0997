"""Attributions under construction, before quotations are linked and spans cut."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.coding.clauses import child
from dragoman.ontology.cues import CueKind


@dataclass(slots=True)
class Draft:
    """An attribution under construction; ranges are half-open token indices."""

    cue: Token
    cue_range: tuple[int, int]
    kind: CueKind
    sources: list[Token] = field(default_factory=list)
    contents: list[tuple[int, int]] = field(default_factory=list)
    holes: list[tuple[int, int]] = field(default_factory=list)
    addressees: list[Token] = field(default_factory=list)
    clausal: bool = False
    takes_quotes: bool = False
    negated: bool = False
    about: bool = False
    cut: int | None = None
    """Token at which the source ends where the parse runs it on into the clause."""


def cue_range(verb: Token, preposition: Token | None = None) -> tuple[int, int]:
    """The verb group: auxiliaries, negation and adverbs before it, particle and preposition after."""
    start, end = verb.i, verb.i + 1
    before = {
        c.i
        for c in verb.lefts
        if c.dep_ in ("aux", "aux:pass", "cop", "neg") or (c.dep_ == "advmod" and c.n_lefts == 0)
    }
    while start - 1 in before:
        start -= 1
    particle = child(verb, "compound:prt")
    if particle is not None and particle.i == end:
        end += 1
    if preposition is not None and preposition.i == end:
        end += 1
    if end < len(verb.doc) and verb.doc[end].text == ":":
        end += 1
    return start, end
