"""How many: counts told with an act, with their bounds, of whom, and the word that links them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.how_many.counted import added_words, counted_noun, who_span
from dragoman.coding.how_many.currencies import is_currency
from dragoman.coding.how_many.effect_modifiers import effect_of_modifiers
from dragoman.coding.how_many.effect_words import EFFECTS, Found, governor_of
from dragoman.coding.how_many.effects import (
    effect_just_before,
    effect_of_role,
    find_effect,
    further_effects,
    harmed_either_way,
    surface_effect,
    taken_captive,
)
from dragoman.coding.how_many.found import FoundFigure, merged_figures
from dragoman.coding.how_many.kinds import (
    is_measure,
    is_of_interest,
    is_of_territory,
    is_price,
    is_worth_telling,
    kind_by_noun,
    may_be_counted,
    unit_of,
)
from dragoman.coding.how_many.parts import (
    continues_parts,
    harmed_named,
    index_of_whole,
    is_part,
    listed_parts,
    own_harm,
    people_of_part,
    whole_of,
    with_sums,
)
from dragoman.coding.how_many.periods import counting_period
from dragoman.coding.how_many.placed import with_event_places
from dragoman.coding.how_many.quantities import Quantity, find_quantities
from dragoman.coding.how_many.single_victims import none_at_all, single_victims
from dragoman.coding.how_many.tolls import measured_by
from dragoman.coding.how_many.unreal import did_not_happen
from dragoman.coding.when.expressions import TimeExpression
from dragoman.language.canonical import canonical_text
from dragoman.records.spans import TextSpan
from dragoman.records.values import FigureKind

_LONGEST_LIST: Final = 9
_THE: Final = {"the", "its", "their", "his", "her", "these", "those"}
_FURTHEST_OF: Final = 5
_ARGUMENTS: Final = {"obj", "nsubj", "nsubj:pass"}


def find_figures(
    doc: Doc,
    times: Sequence[TimeExpression] = (),
    *,
    singles: bool = False,
) -> tuple[FoundFigure, ...]:
    """Every count of the report; the same count told again adds to the first telling's evidence.

    With `singles`, one victim told by an article or a name ("a farmer was killed") counts too.
    A part ("12 people, including 3 children") is a figure of its own that names its whole.
    """
    if not doc.has_annotation("DEP"):
        return ()
    text = canonical_text(doc)
    found: list[FoundFigure] = []
    quantities = find_quantities(doc, times)
    listed: dict[int, FoundFigure] = {}
    for n, quantity in enumerate(quantities):
        for figure in _figures_of(quantity, text, times, found, listed.get(n)):
            parts = listed_parts(figure, quantities[n + 1 : n + _LONGEST_LIST])
            listed |= dict.fromkeys(range(n + 1, n + 1 + parts), figure)
            found.append(figure)
    counted = {figure.counted.i for figure in found}
    found += none_at_all(doc, text)
    if singles:
        found += [f for f in single_victims(doc, text) if f.counted.i not in counted]
    found.sort(key=lambda figure: (figure.span.start, figure.span.end))
    return merged_figures(with_sums(found))


def _figures_of(
    quantity: Quantity,
    text: str,
    times: Sequence[TimeExpression],
    earlier: Sequence[FoundFigure],
    whole: FoundFigure | None,
) -> Iterator[FoundFigure]:
    """The counts of one quantity; `whole` is the count whose breakdown it stands in, if any."""
    counted = counted_noun(quantity)
    if counted is None:
        return
    if is_currency(counted, quantity):
        if not is_price(counted, quantity):
            yield _figure("money", quantity, counted, None, text, times)
        return
    if quantity.percent or is_measure(counted, quantity):
        if quantity.percent and is_of_territory(counted):
            yield _figure("territory", quantity, counted, None, text, times)
        return
    part = is_part(counted, quantity)
    base = _is_denominator(quantity)
    effect = effect_of_modifiers(counted) if base else _effect_of(counted, quantity)
    if base and effect is None:
        return
    if part and whole is None:
        whole = whole_of(counted, quantity, earlier, effect[0] if effect else None)
    whole = whole or continues_parts(counted, quantity, earlier)
    if whole is not None:
        yield _part(quantity, counted, effect, whole, text, times)
        return
    named = harmed_named(counted, quantity)
    if named is not None:
        yield _part_of_harmed(named, quantity, counted, text, times, earlier)
        return
    if part and (effect is None or effect[1] != counted):
        return
    if effect is not None and may_be_counted(counted, quantity, effect):
        if effect[0] in EFFECTS and effect[0] != "displaced" and did_not_happen(effect[1]):
            return
        if harmed_either_way(effect) and not quantity.vague:
            yield _figure("other", quantity, counted, effect, text, times)
            return
        yield _figure(effect[0], quantity, counted, effect, text, times)
        for more in further_effects(effect):
            yield _figure(more[0], quantity, counted, more, text, times)
        return
    yield from _of_things(quantity, counted, text, times)


def _effect_of(counted: Token, quantity: Quantity) -> Found | None:
    """What befell the counted; for "two of the wounded", what the clause tells of the two."""
    if _is_share(quantity):
        told = effect_of_role(quantity.head)
        if told is not None:
            return told
        if quantity.head.dep_ in _ARGUMENTS and quantity.head.head.pos_ == "VERB":
            own = find_effect(counted)
            return own if own is not None and own[1] == counted else None
        return find_effect(counted)
    return (
        taken_captive(counted)
        or effect_just_before(counted, quantity.outer_start)
        or find_effect(counted)
        or surface_effect(counted.doc, quantity.outer_start, max(quantity.end, counted.i + 1))
    )


def _is_share(quantity: Quantity) -> bool:
    """As in "20 of the 140 pupils", "two of the wounded": some of a known number."""
    doc, end = quantity.head.doc, quantity.end
    end += end < len(doc) and doc[end].lower_ == "out"
    return (
        end + 1 < len(doc)
        and doc[end].lower_ == "of"
        and (doc[end + 1].lower_ in _THE or doc[end + 1].like_num)
    )


def _part(
    quantity: Quantity,
    counted: Token,
    effect: Found | None,
    whole: FoundFigure,
    text: str,
    times: Sequence[TimeExpression],
) -> FoundFigure:
    """A part shares its whole's kind and act but where its own words tell of another harm."""
    if effect is not None and own_harm(effect[1], whole, quantity):
        figure = _figure(effect[0], quantity, counted, effect, text, times)
        return replace(figure, whole=whole.counted)
    figure = _figure(whole.kind, quantity, counted, None, text, times)
    return replace(
        figure,
        who=figure.who or people_of_part(counted, quantity),
        unit=whole.unit,
        head=whole.head,
        governor=whole.governor,
        heads=(whole.head,),
        since=figure.since or whole.since,
        until=figure.until or whole.until,
        whole=whole.counted,
    )


def _part_of_harmed(
    harmed: tuple[FigureKind, Token],
    quantity: Quantity,
    counted: Token,
    text: str,
    times: Sequence[TimeExpression],
    earlier: Sequence[FoundFigure],
) -> FoundFigure:
    """As in "the dead included 12 children": part of the last count of that harm, or of the one
    that stands there ("three were among the 14 killed")."""
    kind, word = harmed
    figure = replace(_figure(kind, quantity, counted, None, text, times), unit="people")
    if word.i > counted.i:
        numerals = [token for token in word.doc[counted.i + 1 : word.i] if token.like_num]
        if numerals:
            return replace(figure, whole=numerals[-1])
    value = quantity.low or 0
    of_kind = (f for f in reversed(earlier) if f.kind == kind and f.whole is None)
    whole = next((f for f in of_kind if f.high is None or f.high > value), None)
    return replace(figure, whole=whole.counted if whole is not None else None)


def _of_things(
    quantity: Quantity, counted: Token, text: str, times: Sequence[TimeExpression]
) -> Iterator[FoundFigure]:
    """Counts that no word of harm goes with, by the noun counted."""
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


def _is_denominator(quantity: Quantity) -> bool:
    """As "five" in "three of the five bridges", "39 of the state's 40": what a share is taken from."""
    doc, start = quantity.head.doc, quantity.outer_start
    for i in range(start - 1, max(0, start - _FURTHEST_OF), -1):
        if doc[i].lower_ == "of":
            return doc[i - 1].pos_ == "NUM"
        if doc[i].pos_ not in {"DET", "PRON", "NOUN", "PROPN", "PART", "ADJ"}:
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
    start, additional = added_words(quantity)
    end = max(quantity.end, who.end if who is not None else 0)
    span = doc[start:end]
    head = effect[1] if effect is not None else governor_of(counted)
    since, until = counting_period(counted, head, times)
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
        additional=additional,
        telling="vague" if quantity.vague else "number",
    )


__all__ = ["FoundFigure", "find_figures", "index_of_whole", "with_event_places"]
