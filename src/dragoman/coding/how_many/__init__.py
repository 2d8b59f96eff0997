"""How many: counts told with an act, with their bounds, of whom, and the word that links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.how_many.counted import who_span
from dragoman.coding.how_many.currencies import is_currency
from dragoman.coding.how_many.effect_words import Found, effects_by, governor_of, lemmas_of
from dragoman.coding.how_many.effects import (
    find_effect,
    further_effects,
    surface_effect,
    taken_captive,
)
from dragoman.coding.how_many.found import FoundFigure, merged_figures
from dragoman.coding.how_many.kinds import (
    is_of_interest,
    is_of_territory,
    is_worth_telling,
    kind_by_noun,
    may_be_counted,
    unit_of,
)
from dragoman.coding.how_many.placed import with_event_places
from dragoman.coding.how_many.quantities import Quantity, find_quantities
from dragoman.coding.how_many.single_victims import none_at_all, single_victims
from dragoman.coding.how_many.tolls import measured_by
from dragoman.coding.when.expressions import TimeExpression, times_within
from dragoman.language.canonical import canonical_text
from dragoman.records.spans import TextSpan
from dragoman.records.values import FigureKind

_PAUSES: Final = {",", ";", ":", "(", ")", "–", "—"}
_TOLD_OF: Final = {"victims", "prisoners", "refugees", "detainees", "hostages", "martyrs"}
_STOPS: Final = {".", ";", ":"}


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
    found += none_at_all(doc, text)
    if singles:
        found += [f for f in single_victims(doc, text) if f.counted.i not in counted]
    found.sort(key=lambda figure: (figure.span.start, figure.span.end))
    return merged_figures(found)


def _figures_of(
    quantity: Quantity, text: str, times: Sequence[TimeExpression]
) -> Iterator[FoundFigure]:
    counted = _counted(quantity)
    if counted is None or _is_subset(counted, quantity) or _is_denominator(quantity):
        return
    if is_currency(counted, quantity):
        yield _figure("money", quantity, counted, None, text, times)
        return
    measured = quantity.percent or _is_measure(counted, quantity)
    if measured:
        if quantity.percent and is_of_territory(counted):
            yield _figure("territory", quantity, counted, None, text, times)
        return
    effect = (
        taken_captive(counted)
        or find_effect(counted)
        or surface_effect(counted.doc, quantity.outer_start, max(quantity.end, counted.i + 1))
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
    if kind == "other" and not is_of_interest(quantity, counted):
        return
    if kind is not None and is_worth_telling(quantity, counted):
        yield _figure(kind, quantity, counted, None, text, times)


def _is_measure(counted: Token, quantity: Quantity) -> bool:
    """Distances, ages, shares and scores, also inside a compound ("a 6 point gain")."""
    measures = lemmas_of("measures")
    if counted.lemma_.lower() in measures:
        return True
    doc = counted.doc
    return quantity.end < counted.i and doc[quantity.end].lemma_.lower() in measures


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
    if _is_model_number(root):
        return None
    if (
        root.dep_ in {"nummod", "amod", "compound", "det", "advmod", "nmod"}
        and root.head.pos_ in {"NOUN", "PROPN", "ADJ", "SYM", "VERB"}
        and root.head.i >= quantity.end
        and not any(_parts(doc[i]) for i in range(quantity.end, root.head.i))
    ):
        return root.head
    if quantity.end < len(doc):
        after = doc[quantity.end]
        if root.dep_ == "nummod" and root.head.i < root.i and root.head.pos_ == "PROPN":
            return root if quantity.currency else None
        if after.tag_ in {"NNS", "NNPS"}:
            return after
    return root


def _parts(token: Token) -> bool:
    """Whether what comes after the token is no longer the phrase counted."""
    return token.lower_ in _PAUSES or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _is_model_number(numeral: Token) -> bool:
    """A second numeral of one noun behind a name: "four Merlin 900 engines"."""
    if numeral.dep_ != "nummod" or numeral.i == 0 or numeral.nbor(-1).pos_ != "PROPN":
        return False
    return any(c.dep_ == "nummod" and c.i < numeral.i for c in numeral.head.children)


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
    """As in "including 3 children", "among them 3", "3 of them": told inside another count."""
    doc = counted.doc
    if counted.lemma_.lower() in effects_by("noun") and counted.lower_ not in _TOLD_OF:
        return False
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
    if before[-1:] == [","] and _opens_aside(doc, start - 1):
        return True
    after = [doc[i].lower_ for i in range(quantity.end, min(len(doc), quantity.end + 2))]
    return after in (["of", "them"], ["of", "whom"], ["of", "which"])


def _is_denominator(quantity: Quantity) -> bool:
    """As "five" in "three of the five bridges": what another count is taken from."""
    doc, i = quantity.head.doc, quantity.outer_start - 1
    while i > 0 and doc[i].lower_ in {"the", "its", "their", "his", "her"}:
        i -= 1
    return i > 0 and doc[i].lower_ == "of" and doc[i - 1].pos_ == "NUM"


def _opens_aside(doc: Doc, comma: int) -> bool:
    """As in "including, officials say, 12 children": "including" and an aside end before it."""
    for i in range(comma - 1, max(0, comma - 10), -1):
        if doc[i].lower_ == ",":
            return i > 0 and doc[i - 1].lower_ in {"including", "among them"}
        if doc[i].lower_ in _STOPS:
            return False
    return False


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
    head = effect[1] if effect is not None else governor_of(counted)
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
        governor=governor_of(counted),
        heads=(head,),
        evidence=(TextSpan.of(text, span.start_char, span.end_char),),
        since=since,
        until=until,
        telling="vague" if quantity.vague else "number",
    )


def _bounding_times(
    counted: Token, head: Token, times: Sequence[TimeExpression]
) -> tuple[TimeExpression | None, TimeExpression | None]:
    """The "since …" and "until …" of the count's own clause."""
    since = until = None
    for time in times_within(times, counted.sent.start, counted.sent.end):
        if time.span.start == 0:
            continue
        word = counted.doc[time.span.start - 1].lower_
        if word not in {"since", "until", "till"}:
            continue
        holders = {time.span.root, *time.span.root.ancestors}
        if head in holders or counted in holders or governor_of(counted) in holders:
            if word == "since":
                since = since or time
            else:
                until = until or time
    return since, until


__all__ = ["FoundFigure", "find_figures", "with_event_places"]
