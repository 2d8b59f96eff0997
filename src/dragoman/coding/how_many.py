"""How many: counts told with an act, with their bounds, of whom, and the word that links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from spacy.tokens import Doc, Span, Token

from dragoman.coding.effects import (
    EFFECTS,
    Found,
    find_effect,
    further_effects,
    is_person_noun,
    lemmas_of,
    measured_by,
    surface_effect,
)
from dragoman.coding.figure_kinds import (
    is_of_territory,
    is_worth_telling,
    kind_by_noun,
    may_be_counted,
    unit_of,
)
from dragoman.coding.quantities import Quantity, figure_lexicon, find_quantities
from dragoman.coding.time_expressions import TimeExpression
from dragoman.coding.who_is_counted import who_span
from dragoman.language.canonical import canonical_text
from dragoman.records.spans import TextSpan
from dragoman.records.values import Bound, FigureKind

Telling = Literal["number", "vague", "article", "name"]
_SINGULAR: Final = {"a", "an", "one", "another"}
_SOFT_KINDS: Final = {"other", "troops", "territory", "aid", "money"}


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A count as one or more places of the text tell it.

    `head` is the word that governs the count (the verb or noun of the effect, else the predicate
    above it), `governor` the predicate above the counted phrase and `counted` the noun counted or
    the bare numeral, all at the first telling; `heads` are those of every telling, in order. `span` covers numeral, bound and what is counted.
    `since` and `until` are the expressions that bound the time counted over. `telling` says
    whether a number is told, a vague one, or one person by an article or a name.
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


def find_figures(
    doc: Doc,
    times: Sequence[TimeExpression] = (),
    *,
    singles: bool = False,
) -> tuple[FoundFigure, ...]:
    """Every count of the report; the same count told again adds to the first telling's evidence.

    With `singles`, one victim told by an article or a name ("a farmer was killed") counts too.
    A subset ("12 people, including 3 children") is part of the phrase counted, no second count.
    """
    if not doc.has_annotation("DEP"):
        return ()
    text = canonical_text(doc)
    found: list[FoundFigure] = []
    counted: set[int] = set()
    for quantity in find_quantities(doc, times):
        for figure in _figures_of(quantity, text, times):
            found.append(figure)
            counted.add(figure.counted.i)
    found += _none_at_all(doc, text)
    if singles:
        found += [f for f in _singles(doc, text) if f.counted.i not in counted]
    found.sort(key=lambda figure: (figure.span.start, figure.span.end))
    return _merged(found)


def _figures_of(
    quantity: Quantity, text: str, times: Sequence[TimeExpression]
) -> Iterator[FoundFigure]:
    counted = _counted(quantity)
    if counted is None or _is_subset(counted, quantity):
        return
    if quantity.currency or counted.lemma_.lower() in lemmas_of("currency"):
        yield _figure("money", quantity, counted, None, text, times)
        return
    measured = counted.lemma_.lower() in lemmas_of("measures") or quantity.percent
    if measured:
        if quantity.percent and is_of_territory(counted):
            yield _figure("territory", quantity, counted, None, text, times)
        return
    effect = find_effect(counted) or surface_effect(
        counted.doc, quantity.outer_start, max(quantity.end, counted.i + 1)
    )
    if effect is not None and may_be_counted(counted, quantity, effect):
        yield _figure(effect[0], quantity, counted, effect, text, times)
        for more in further_effects(effect):
            yield _figure(more[0], quantity, counted, more, text, times)
        return
    kind = kind_by_noun(counted)
    measured_noun = measured_by(counted) if counted.pos_ == "NUM" else None
    if measured_noun is not None:
        figure = _figure("other", quantity, counted, None, text, times)
        yield replace(figure, unit=measured_noun.lower_, who=measured_noun.text)
        return
    if kind is not None and is_worth_telling(quantity, counted):
        yield _figure(kind, quantity, counted, None, text, times)


def _counted(quantity: Quantity) -> Token | None:
    """The noun counted; the numeral itself where it stands alone; None where it only names."""
    inside = range(quantity.start, quantity.end)
    doc = quantity.head.doc
    root = quantity.head
    for _ in range(4):
        if root.head.i in inside and root.head != root:
            root = root.head
        else:
            break
    if quantity.end < len(doc) and doc[quantity.end].lower_ == "square":
        return doc[min(quantity.end + 1, len(doc) - 1)]
    for child in _of_what(quantity):
        return child if child.pos_ != "PRON" else root
    if root.dep_ in {"nummod", "amod", "compound", "det", "advmod", "nmod"} and (
        root.head.pos_ in {"NOUN", "PROPN", "ADJ", "SYM", "VERB"} and root.head.i >= quantity.end
    ):
        return root.head
    if quantity.end < len(doc):
        after = doc[quantity.end]
        if root.dep_ == "nummod" and root.head.i < root.i and root.head.pos_ == "PROPN":
            return None
        if after.pos_ == "NOUN" and after.tag_ == "NNS":
            return after
    return root


def _of_what(quantity: Quantity) -> Iterator[Token]:
    """The noun behind "of": "hundreds of thousands of refugees", "three of the five bridges"."""
    inside = range(quantity.start, quantity.end)
    doc = quantity.head.doc
    for i in inside:
        for child in doc[i].children:
            if child.i < quantity.end or child.i - quantity.end > 5:
                continue
            if child.dep_ in {"nmod", "obl"} and any(
                c.lower_ == "of" and c.dep_ == "case" for c in child.children
            ):
                yield child


def _is_subset(counted: Token, quantity: Quantity) -> bool:
    """ "including 3 children", "among them 3", "3 of them": told inside another count."""
    doc = counted.doc
    for token in (counted, quantity.head):
        for child in token.children:
            if child.dep_ in {"case", "mark"} and child.lower_ in {
                "including",
                "among",
                "excluding",
            }:
                return True
        if token.head.lower_ in {"including", "include", "includes", "included"}:
            return token.dep_ in {"obj", "obl", "nmod", "pobj", "conj"}
    start = quantity.outer_start
    before = [doc[i].lower_ for i in range(max(0, start - 3), start)]
    if before[-1:] in (["including"], ["among"]) or before[-2:] == ["among", "them"]:
        return True
    after = [doc[i].lower_ for i in range(quantity.end, min(len(doc), quantity.end + 2))]
    return after in (["of", "them"], ["of", "whom"], ["of", "which"])


def _figure(
    kind: FigureKind,
    quantity: Quantity,
    counted: Token,
    effect: Found | None,
    text: str,
    times: Sequence[TimeExpression],
) -> FoundFigure:
    doc = counted.doc
    who = who_span(quantity, counted)
    start = quantity.outer_start
    end = max(quantity.end, who.end if who is not None else 0)
    span = doc[start:end]
    head = effect[1] if effect is not None else _governor(counted)
    since, until = _bounding_times(counted, head, times)
    return FoundFigure(
        kind=kind,
        low=quantity.low,
        high=quantity.high,
        bound=quantity.bound,
        unit=unit_of(kind, quantity, counted),
        who=who.text if who is not None else None,
        span=span,
        head=head,
        counted=counted,
        governor=_governor(counted),
        heads=(head,),
        evidence=(TextSpan.of(text, span.start_char, span.end_char),),
        since=since,
        until=until,
        telling="vague" if quantity.vague else "number",
    )


def _governor(token: Token) -> Token:
    """The verb, or predicate noun or adjective, that the token belongs to."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in ancestor.children):
            return ancestor
    return token.head


def _bounding_times(
    counted: Token, head: Token, times: Sequence[TimeExpression]
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """The "since …" and "until …" of the count's own clause."""
    since = until = None
    sent = counted.sent
    for time in times:
        if not sent.start <= time.span.start < sent.end or time.span.start == 0:
            continue
        word = counted.doc[time.span.start - 1].lower_
        if word not in {"since", "until", "till"}:
            continue
        holders = {time.span.root, *time.span.root.ancestors}
        if head in holders or counted in holders or _governor(counted) in holders:
            if word == "since":
                since = since or time
            else:
                until = until or time
    return since, until


def _none_at_all(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """ "no casualties", "no deaths": a count of nought."""
    for token in doc:
        if token.lower_ != "no" or token.dep_ not in {"det", "advmod", "neg"}:
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
        head = _governor(noun)
        yield FoundFigure(
            kind, 0, 0, "exact", "people", noun.text, span, head, noun, head, (head,),
            (TextSpan.of(text, span.start_char, span.end_char),),
        )  # fmt: skip


def _singles(doc: Doc, text: str) -> Iterator[FoundFigure]:
    """One victim by an article ("a farmer") or by name or title ("the murder of the mayor")."""
    for token in doc:
        if token.pos_ not in {"NOUN", "PROPN"} or token.tag_ in {"NNS", "NNPS"}:
            continue
        if token.dep_ in {"compound", "flat", "amod"}:
            continue
        named = token.ent_type_ == "PERSON"
        if not named and not is_person_noun(token):
            continue
        effect = find_effect(token)
        if effect is None or effect[0] not in EFFECTS or effect[1] == token:
            continue
        if _is_unreal(effect[1]):
            continue
        children = {child.lower_ for child in token.children if child.dep_ in {"det", "nummod"}}
        telling: Telling = "article" if children & _SINGULAR else "name"
        if any(child.dep_ == "nummod" for child in token.children) and not children & _SINGULAR:
            continue
        span = doc[min([token.i, *(c.i for c in token.children if c.dep_ == "det")]) : token.i + 1]
        for kind, head in (effect, *further_effects(effect)):
            yield FoundFigure(
                kind, 1, 1, "exact", "people", span.text, span, head, token, _governor(token), (head,),
                (TextSpan.of(text, span.start_char, span.end_char),), telling=telling,
            )  # fmt: skip


def _is_unreal(verb: Token) -> bool:
    """An infinitive or a modal: "a plot to kill the mayor", "could be arrested"."""
    return verb.tag_ == "VB" and any(
        child.lower_ == "to" or child.tag_ == "MD" for child in verb.children
    )


def _merged(found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """One figure for the same count of the same kind, in the order of first telling."""
    merged: dict[tuple[object, ...], FoundFigure] = {}
    for figure in found:
        key: tuple[object, ...] = (figure.kind, figure.low, figure.high, figure.bound, figure.unit)
        if figure.kind in _SOFT_KINDS or figure.telling in {"article", "name", "vague"}:
            key = (*key, (figure.who or "").lower())
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


__all__ = ["FoundFigure", "figure_lexicon", "find_figures"]
