"""Quantities in a Doc: numerals with their bounds, and vague counts, as token ranges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from spacy.tokens import Doc, Token

from dragoman.coding.how_many.labels import is_label
from dragoman.coding.how_many.lexicon import currency_marks, figure_lexicon
from dragoman.coding.numbers import (
    GROUPS,
    MAGNITUDES,
    TENS,
    UNITS,
    is_numeral,
    read_digits,
    read_number,
)
from dragoman.coding.when.expressions import TimeExpression
from dragoman.language.columns import columns_of
from dragoman.records.values import Bound

_RANGE_WORDS: Final = {"to", "-", "–", "—", "or"}
_GLUED_MAGNITUDES: Final = {
    "k": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9, "tn": 1e12,
}  # fmt: skip
_LETTERS: Final = {"k", "m", "b"}
_LONGEST_BOUND: Final = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `[start, end)` that say a quantity, bound words included from `outer_start`.

    `low` and `high` are the range's ends, one of them None for an open one.
    """

    outer_start: int
    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    vague: bool
    currency: bool
    percent: bool
    head: Token


@cache
def _glued() -> re.Pattern[str]:
    marks = "|".join(re.escape(m) for m in sorted(currency_marks(), key=len, reverse=True))
    return re.compile(rf"({marks})?(\d[\d,]*(?:\.\d+)?)(m|mn|bn|b|k|tn|million|billion)?(\+)?")


@cache
def _bounds() -> dict[tuple[str, ...], Bound]:
    return {
        tuple(phrase.split()): bound
        for bound, phrases in figure_lexicon()["bounds"].items()
        for phrase in phrases
    }


@cache
def _vague() -> dict[tuple[str, ...], tuple[float, float]]:
    return {
        tuple(phrase.split()): (float(low), float(high))
        for phrase, (low, high) in figure_lexicon()["vague"].items()
    }


@cache
def _first_words_of_vague() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _vague())


def find_quantities(doc: Doc, times: Sequence[TimeExpression] = ()) -> tuple[Quantity, ...]:
    """Every count, in order; numbers inside time expressions, names of documents and codes of
    weapons are none."""
    taken = {i for time in times for i in range(time.span.start, time.span.end)}
    words = columns_of(doc).lower
    found: list[Quantity] = []
    i = 0
    while i < len(words):
        quantity = None
        if i not in taken:
            quantity = _vague_at(doc, words, i) or _numeral_at(doc, words, i, taken)
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = quantity.end
    return tuple(found)


def _vague_at(doc: Doc, words: list[str], i: int) -> Quantity | None:
    if words[i] not in _first_words_of_vague():
        return None
    for size in (4, 3, 2, 1):
        bounds = _vague().get(tuple(words[i : i + size]))
        end = i + size
        if bounds is None or end > len(words):
            continue
        head_index = end - 1
        if words[i] in {"a", "several"} and size == 1:
            head_index = i
        if end < len(words) and words[end] in MAGNITUDES and words[i] != "several":
            break
        outer, _ = _bound_before(words, i)
        return Quantity(
            outer, i, end, bounds[0], bounds[1], "about", True, False, False, doc[head_index]
        )
    return None


def _bound_before(words: list[str], i: int) -> tuple[int, Bound | None]:
    """The start of the bound phrase that ends before token `i`, and the bound."""
    start = i
    if start and words[start - 1] in currency_marks():
        start -= 1
    for skip in (0, 1):
        at = start - skip
        if skip and (at < 1 or words[at] not in {"the", "an", "a", "another", "estimated"}):
            continue
        for size in range(_LONGEST_BOUND, 0, -1):
            if at - size < 0:
                continue
            bound = _bounds().get(tuple(words[at - size : at]))
            if bound is not None:
                return at - size, bound
    return start, None


def _numeral_at(doc: Doc, words: list[str], i: int, taken: set[int]) -> Quantity | None:
    end, value, plus, marked = _read_numeral(words, i, taken)
    if value is None:
        return None
    if is_label(doc, words, i, end):
        return None
    outer, told = _bound_before(words, i)
    if outer == i - 1 and doc[outer].dep_ == "compound:prt":  # "handed over three"
        outer, told = i, None
    currency = marked or (i > 0 and words[i - 1] in currency_marks())
    short = end < len(words) and len(words[end]) <= 2 and words[end] in _GLUED_MAGNITUDES
    if short and (currency or (end + 1 < len(doc) and doc[end + 1].tag_ == "NNS")):
        value = round(value * _GLUED_MAGNITUDES[words[end]], 6)
        end += 1
    low: float | None = value
    high: float | None = value
    bound: Bound = "exact"
    head_index = end - 1
    if end + 1 < len(words) and words[end] in _RANGE_WORDS | {"and"}:
        second_start = end + 1
        if words[second_start] in currency_marks() and second_start + 1 < len(words):
            second_start += 1
        marked_before = i > 0 and words[i - 1] in currency_marks()
        between = words[max(0, i - 1 - marked_before)] == "between" and i > 0
        if words[end] != "and" or between:
            second_end, second, _, _ = _read_numeral(words, second_start, taken)
            if second is not None and _is_range(words, i, value, second, between):
                if second >= 1000 and value < 1000 and words[second_end - 1] in MAGNITUDES:
                    low = value * MAGNITUDES[words[second_end - 1]] if value < second else value
                if low is not None and low < second:
                    high, bound, end, head_index = second, "about", second_end, second_end - 1
                    outer = i - 1 if between else outer
    if bound == "exact":
        if plus or _followed_by(words, end, ("or", "more")) or words[end : end + 1] == ["+"]:
            told = "at least"
        elif _followed_by(words, end, ("or", "so")) or words[i:end] == ["a", "dozen"]:
            told = told or "about"
        low, high, bound = _bounded(value, told)
    percent = end < len(words) and words[end] in {"%", "percent", "per"}
    return Quantity(outer, i, end, low, high, bound, False, currency, percent, doc[head_index])


def _bounded(value: float, told: Bound | None) -> tuple[float | None, float | None, Bound]:
    if told == "at least":
        return value, None, told
    if told in {"up to", "at most"}:
        return None, value, told
    return value, value, told or "exact"


def _is_range(words: list[str], i: int, first: float, second: float, between: bool) -> bool:
    if between:
        return True
    return second > first and first > 0 and (second / first < 20 or second >= 1000)


def _followed_by(words: list[str], end: int, phrase: tuple[str, ...]) -> bool:
    return tuple(words[end : end + len(phrase)]) == phrase


def _read_numeral(
    words: list[str], i: int, taken: set[int]
) -> tuple[int, float | None, bool, bool]:
    """End, value, whether a plus sign follows, whether a currency sign is glued to it."""
    if i >= len(words) or i in taken:
        return i, None, False, False
    word = words[i]
    if word in {"a", "an"}:
        if i + 1 < len(words) and (words[i + 1] in GROUPS or words[i + 1] in MAGNITUDES):
            if len(words[i + 1]) < 3:
                return i, None, False, False
        elif words[i + 1 : i + 2] == ["half"] or word == "an":
            return i, None, False, False
        else:
            return i, None, False, False
    elif (
        word == "half" and i + 2 < len(words) and words[i + 1] == "a" and words[i + 2] in MAGNITUDES
    ):
        return i + 3, 0.5 * MAGNITUDES[words[i + 2]], False, False
    elif not is_numeral(word):
        return _read_glued(words, i)
    elif word in MAGNITUDES or word in GROUPS:
        return i, None, False, False
    end = i + 1
    while end < len(words) and end not in taken and end - i < 12:
        if words[end] in MAGNITUDES or words[end] in GROUPS:
            if len(words[end]) == 1:
                break
            end += 1
        elif words[end] in {"-", "and"} and _continues(words, end, taken):
            end += 2
        elif words[end] in UNITS or words[end] in TENS:
            if words[end - 1] not in MAGNITUDES and words[end - 1] not in TENS:
                break
            end += 1
        elif words[end - 1] in MAGNITUDES and end + 1 < len(words) and words[end] == "and":
            break
        else:
            break
    value = read_number(words[i:end])
    return end, value, False, False


def _continues(words: list[str], end: int, taken: set[int]) -> bool:
    """As in "-" inside "twenty-five", "and" inside "a hundred and five"."""
    if end + 1 >= len(words) or end + 1 in taken:
        return False
    after = words[end + 1]
    if words[end] == "-":
        return (words[end - 1] in TENS and after in UNITS) or after in MAGNITUDES
    return words[end - 1] in MAGNITUDES and (after in UNITS or after in TENS)


def _is_plural(words: list[str], i: int) -> bool:
    return i < len(words) and (
        words[i] == "people" or (words[i].endswith("s") and len(words[i]) > 3)
    )


def _read_glued(words: list[str], i: int) -> tuple[int, float | None, bool, bool]:
    word = words[i]
    match = _glued().fullmatch(word)
    if match is None or not (match[1] or match[3] or match[4]):
        return i, None, False, False
    if match[3] in _LETTERS and not match[1] and not _is_plural(words, i + 1):
        return i, None, False, False  # "Figure 3b", "a wall 5m high"
    value = read_digits(match[2])
    if value is None:
        return i, None, False, False
    value *= _GLUED_MAGNITUDES.get(match[3] or "", 1)
    end = i + 1
    if match[1] and not match[3] and end < len(words) and len(words[end]) > 1:
        value *= MAGNITUDES.get(words[end], 1)
        end += words[end] in MAGNITUDES
    return end, round(value, 6), bool(match[4]), bool(match[1])
