"""Counts that no numeral tells: one victim by an article or a name, and none at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dragoman.coding.how_many.effect_words import EFFECTS, governor_of, is_person_noun
from dragoman.coding.how_many.effects import find_effect, further_effects
from dragoman.coding.how_many.found import FoundFigure, Telling
from dragoman.coding.how_many.unreal import did_not_happen
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
_NOBODY: Final = {"nobody", "one", "none", "single"}
_SINGULAR: Final = {"a", "an", "one", "another"}


def none_at_all(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """As in "no casualties", "nobody was hurt", "not a single soldier died": a count of nought."""
    yield from _nobody(doc, text)
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


def _nobody(doc: Doc, text: str) -> Iterator[FoundFigure]:
    for token in tokens_spelled(doc, _NOBODY):
        start = token.i
        before = [doc[i].lower_ for i in range(max(0, start - 3), start)]
        if token.lower_ == "one" and before[-1:] != ["no"]:
            continue
        if token.lower_ == "single":
            if before[-2:] != ["not", "a"] or token.head.i < token.i:
                continue
            token, start = token.head, start - 2
        elif token.lower_ == "one":
            start -= 1
        effect = find_effect(token)
        if effect is None or effect[0] not in EFFECTS or effect[1].i <= token.i:
            continue
        span = doc[start : token.i + 1]
        yield FoundFigure(
            effect[0], 0, 0, "exact", "people", span.text, span, effect[1], token,
            governor_of(token), (effect[1],),
            (TextSpan.of(text, span.start_char, span.end_char),),
        )  # fmt: skip


def single_victims(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """One victim by an article ("a farmer") or by name or title ("the murder of the mayor")."""
    for token in tokens_tagged(doc, "NOUN", "PROPN", "PRON", "DET"):
        if token.pos_ in {"PRON", "DET"} and not _is_another(token):
            continue
        if token.tag_ in {"NNS", "NNPS"}:
            continue
        if token.dep_ in {"compound", "flat", "amod", "appos"}:
            continue
        named = token.ent_type_ == "PERSON"
        if not named and not _is_another(token):
            if not is_person_noun(token) or token.lemma_ in _GROUPS:
                continue
        effect = find_effect(token)
        if effect is None or effect[0] not in EFFECTS or effect[1] == token:
            continue
        if did_not_happen(effect[1]) or _is_denied(token) or effect[1].lemma_.lower() in _MEASURES:
            continue
        if effect[0] == "displaced" or _is_natural(effect[1]):
            continue
        if token.dep_ == "nmod" and effect[1] not in {token.head, token.head.head}:
            continue
        children = {child.lower_ for child in token.children if child.dep_ in {"det", "nummod"}}
        telling: Telling = "name" if named else "definite"
        if children & _SINGULAR or _is_another(token):
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


def _is_another(token: Token) -> bool:
    """As in "one man was killed and another wounded": nobody named, yet one more."""
    return token.lower_ == "another" and token.dep_ in {"nsubj", "nsubj:pass", "obj", "conj"}


def _is_denied(token: Token) -> bool:
    """As in "not a single soldier", "no officer"."""
    start = token.left_edge.i
    words = {token.doc[i].lower_ for i in range(max(0, start - 1), token.i)}
    return bool(words & {"no", "not"})


def _span_of(token: Token, doc: Doc, named: bool) -> Span:
    """The name, or the noun with what stands between it and its article."""
    start, end = token.i, token.i + 1
    for child in token.children:
        if (
            child.dep_ in {"det", "amod", "compound", "flat", "nmod:poss"}
            and abs(child.i - token.i) < 6
        ):
            start, end = min(start, child.i), max(end, child.i + 1)
    while start > 1 and not doc[start - 1].whitespace_ and doc[start - 1].text == "-":
        start -= 2
    if named:
        while start > 0 and doc[start - 1].ent_type_ == "PERSON" and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "PERSON":
            end += 1
    return doc[start:end]
