"""Scores for names and actors: spans with their types, and codes of given actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.evaluation.overlap import Overlap

Span = tuple[int, int, str]
"""Start, end (half-open code points) and type."""


def score_spans(gold: Iterable[Span], predicted: Iterable[Span], *, typed: bool = True) -> Overlap:
    """Exact matches of spans, with their types unless `typed` is false; each counts once."""
    wanted = Counter(span if typed else span[:2] for span in gold)
    found = Counter(span if typed else span[:2] for span in predicted)
    return Overlap((wanted & found).total(), found.total(), wanted.total())


def same_codes(gold: Sequence[str | None], predicted: Sequence[str | None]) -> bool:
    """Whether two compound actors bear the same country codes, order and "unknown" apart."""
    return _known(gold) == _known(predicted)


def _known(codes: Iterable[str | None]) -> set[str]:
    return {_SYNONYMS.get(code, code) for code in codes if code and code != "UNK"}


_SYNONYMS: Mapping[str, str] = {"XKX": "KOS", "ITL": "ITA", "JAP": "JPN", "VTN": "VNM"}
"""Codes of older sets for those of PLOVER."""


def share_right(records: Iterable[tuple[Mapping[str, str], Mapping[str, str]]]) -> float:
    """The share of (expected, found) records whose every expected field is found so."""
    verdicts = [all(found.get(k) == v for k, v in expected.items()) for expected, found in records]
    return sum(verdicts) / len(verdicts) if verdicts else 0.0
