"""A count as a report tells it, and the tellings of one count brought together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from spacy.tokens import Span, Token

from dragoman.coding.when.expressions import TimeExpression
from dragoman.records.spans import TextSpan
from dragoman.records.values import Bound, FigureKind

Telling = Literal["number", "vague", "article", "name", "definite"]
_COMMON: Final = 20
"""Counts up to it meet by chance in reports of several acts."""
_ANYBODY: Final = {"people", "person", "other", "man", "victim", "individual", "life", "death",
                   "body", "member", "fatality", "injury", "wounded", "dead"}  # fmt: skip
_SOFT_KINDS: Final = {"other", "troops", "territory", "aid", "money"}


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A count as one or more places of the text tell it.

    `head` is the word that governs the count (the verb or noun of the effect, else the predicate
    above it), `governor` the predicate above the counted phrase and `counted` the noun counted or
    the bare numeral, all at the first telling; `heads` are those of every telling, in order. `span` covers numeral, bound and what is counted.
    `since` and `until` are the expressions that bound the time counted over. `telling` says
    whether a number is told, a vague one, or one person by an article, a name or as known already
    ("the mayor", "his son"). `whole` is the noun counted by the figure that this one is a part of,
    `additional` marks what comes on top of a count told before ("another 12").
    """

    kind: FigureKind
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    who: str | None
    span: Span
    head: Token
    counted: Token
    governor: Token
    heads: tuple[Token, ...]
    evidence: tuple[TextSpan, ...]
    since: TimeExpression | None = None
    until: TimeExpression | None = None
    telling: Telling = "number"
    whole: Token | None = None
    additional: bool = False


def _looks_back(figure: FoundFigure) -> bool:
    """As in "in addition to the 14 tanks": a count told before."""
    start = figure.span.start
    words = {figure.span[0].lower_, figure.span.doc[start - 1].lower_ if start else ""}
    return bool(words & {"the", "these", "those"})


def _is_another(first: FoundFigure, second: FoundFigure) -> bool:
    """Whether an equal count tells of others: small, and of other people or in other places."""
    value = first.low if first.low is not None else first.high
    if first.telling == second.telling == "name":
        names = [(f.who or "").split() for f in (first, second)]
        return all(len(name) > 1 for name in names) and names[0][0] != names[1][0]
    if first.kind in _SOFT_KINDS or value is None or value > _COMMON:
        return False
    if second.additional and not first.additional:
        return True
    nouns = {f.counted.lemma_.lower() for f in (first, second) if f.counted.pos_ == "NOUN"}
    if len(nouns - _ANYBODY) > 1 and first.telling == second.telling == "number":
        return True
    here, there = _places(first), _places(second)
    return bool(here and there) and here.isdisjoint(there)


def _places(figure: FoundFigure) -> frozenset[str]:
    """The places named in the sentence."""
    sentence = figure.counted.sent
    return frozenset(ent.text for ent in sentence.ents if ent.label_ in {"LOC", "GPE"})


def merged_figures(found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """One figure for the same count of the same kind, in the order of first telling.

    Names meet by their last word; "the mayor" and "his son" count only where nobody has been told
    to have suffered the same, for they may be somebody told before.
    """
    merged: dict[tuple[object, ...], FoundFigure] = {}
    victims: set[FigureKind] = set()
    for figure in found:
        if figure.telling == "definite" and figure.kind in victims:
            continue
        if figure.telling in {"article", "name", "definite"}:
            victims.add(figure.kind)
        key: tuple[object, ...] = (figure.kind, figure.low, figure.high, figure.bound, figure.unit)
        if figure.whole is not None:
            key = (*key, "part", figure.counted.lemma_.lower())
        if figure.kind in _SOFT_KINDS or figure.telling in {"article", "name", "definite", "vague"}:
            words = (figure.who or "").lower().split()
            if _looks_back(figure):
                words = [figure.counted.lower_]
                key = next((k for k in merged if k[:5] == key and words[0] in k[5:]), key)
            else:
                key = (*key, *(words[-1:] if figure.telling == "name" else words))
        first = merged.get(key)
        while first is not None and _is_another(first, figure):
            key = (*key, "again")
            first = merged.get(key)
        if first is None:
            merged[key] = figure
            continue
        merged[key] = replace(
            first,
            who=first.who or figure.who,
            heads=(*first.heads, figure.head),
            evidence=(*first.evidence, *figure.evidence),
            since=first.since or figure.since,
            until=first.until or figure.until,
        )
    return tuple(merged.values())
