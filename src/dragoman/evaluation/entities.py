"""Scores for names and actors: spans with their types, and codes of given actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from dragoman.evaluation.overlap import Overlap

Span = tuple[int, int, str]
"""Start, end (half-open code points) and type."""


def score_spans(gold: Iterable[Span], predicted: Iterable[Span], *, typed: bool = True) -> Overlap:
    """Exact matches of spans, with their types unless `typed` is false; each counts once."""
    wanted = Counter(span if typed else span[:2] for span in gold)
    found = Counter(span if typed else span[:2] for span in predicted)
    return Overlap((wanted & found).total(), found.total(), wanted.total())


def _known(codes: Iterable[str | None]) -> set[str]:
    return {_SYNONYMS.get(code, code) for code in codes if code and code != "UNK"}


_SYNONYMS: Mapping[str, str] = {"XKX": "KOS", "ITL": "ITA", "JAP": "JPN", "VTN": "VNM"}
"""Codes of older sets for those of PLOVER."""
