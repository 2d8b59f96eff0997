"""Counts that no numeral tells: one victim by an article or a name, and none at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dragoman.coding.how_many.effect_words import EFFECTS, governor_of, is_person_noun
from dragoman.coding.how_many.effects import find_effect, further_effects
from dragoman.coding.how_many.found import FoundFigure, Telling
from dragoman.language.columns import tokens_spelled, tokens_tagged
from dragoman.records.spans import TextSpan
from dragoman.records.values import FigureKind

_MEASURES: Final = {"toll", "count", "number", "total"}
_GROUPS: Final = {"family", "staff", "police", "personnel", "people"}
_DYING: Final = {"die", "death", "succumb", "hospitalize", "hospitalise", "dead", "find"}
_ILLNESS: Final = {"illness", "disease", "cancer", "infection", "pneumonia", "virus", "coronavirus",
                   "covid-19", "flu", "influenza", "malaria", "cholera", "measles", "ebola",
                   "stroke", "heart", "cardiac", "leukemia", "leukaemia", "diabetes", "h5n1",
                   "complications", "supercentenarian", "oldest", "aged"}  # fmt: skip
_SINGULAR: Final = {"a", "an", "one", "another"}


def none_at_all(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """As in "no casualties", "no deaths": a count of nought."""
    for token in tokens_spelled(doc, ("no",)):
        if token.dep_ not in {"det", "advmod", "neg"}:
            continue
        noun = token.head
        lemma = noun.lemma_.lower()
        kind: FigureKind | None = None
        if lemma in {"casualty", "death", "fatality"}:
            kind = "killed"
        elif lemma in {"injury", "wounding"}:
            kind = "wounded"
        if kind is None or noun.i < token.i:
            continue
        span = doc[token.i : noun.i + 1]
        head = governor_of(noun)
        yield FoundFigure(
            kind, 0, 0, "exact", "people", noun.text, span, head, noun, head, (head,),
            (TextSpan.of(text, span.start_char, span.end_char),),
        )  # fmt: skip


def single_victims(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """One victim by an article ("a farmer") or by name or title ("the murder of the mayor")."""
    for token in tokens_tagged(doc, "NOUN", "PROPN"):
        if token.tag_ in {"NNS", "NNPS"}:
            continue
        if token.dep_ in {"compound", "flat", "amod", "appos"}:
            continue
        named = token.ent_type_ == "PERSON"
        if not named and (not is_person_noun(token) or token.lemma_ in _GROUPS):
            continue
        effect = find_effect(token)
        if effect is None or effect[0] not in EFFECTS or effect[1] == token:
            continue
        if _is_unreal(effect[1]) or effect[1].lemma_.lower() in _MEASURES:
            continue
        if effect[0] == "displaced" or _is_natural(effect[1]):
            continue
        if token.dep_ == "nmod" and effect[1] not in {token.head, token.head.head}:
            continue
        children = {child.lower_ for child in token.children if child.dep_ in {"det", "nummod"}}
        telling: Telling = "name" if named else "definite"
        if children & _SINGULAR:
            telling = "article"
        if any(child.dep_ == "nummod" for child in token.children) and not children & _SINGULAR:
            continue
        span = _span_of(token, doc, named)
        if effect[0] == "detained" and telling != "article":
            continue
        for kind, head in (effect, *further_effects(effect)):
            yield FoundFigure(
                kind, 1, 1, "exact", "people", span.text, span, head, token, governor_of(token), (head,),
                (TextSpan.of(text, span.start_char, span.end_char),), telling=telling,
            )  # fmt: skip


def _is_natural(effect: Token) -> bool:
    """Whether an illness or age is told beside a death."""
    if effect.lemma_.lower() not in _DYING:
        return False
    return any(token.lower_ in _ILLNESS or token.lower_ == "age" for token in effect.sent)


def _is_unreal(verb: Token) -> bool:
    """An infinitive or a modal: "a plot to kill the mayor", "could be arrested"."""
    return verb.tag_ == "VB" and any(
        child.lower_ == "to" or child.tag_ == "MD" for child in verb.children
    )


def _span_of(token: Token, doc: Doc, named: bool) -> Span:
    """The name, or the noun with what stands between it and its article."""
    start, end = token.i, token.i + 1
    for child in token.children:
        if (
            child.dep_ in {"det", "amod", "compound", "flat", "nmod:poss"}
            and abs(child.i - token.i) < 6
        ):
            start, end = min(start, child.i), max(end, child.i + 1)
    if named:
        while start > 0 and doc[start - 1].ent_type_ == "PERSON" and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "PERSON":
            end += 1
    return doc[start:end]
