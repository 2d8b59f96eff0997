"""Spans and codes compared."""

from __future__ import annotations

import pytest

from dragoman.evaluation.entities import score_spans


def test_spans_with_and_without_types() -> None:
    gold = [(0, 4, "ORG"), (9, 12, "LOC")]
    found = [(0, 4, "PERSON"), (9, 12, "LOC"), (20, 22, "ORG")]
    assert score_spans(gold, found).f1 == pytest.approx(2 * (1 / 3) * (1 / 2) / (1 / 3 + 1 / 2))
    assert score_spans(gold, found, typed=False).right == 2


def test_nothing_is_zero_and_documents_add_up() -> None:
    score = score_spans([], []) + score_spans([(0, 1, "ORG")], [(0, 1, "ORG")])
    assert (score.precision, score.recall) == (1.0, 1.0)
    assert score_spans([], []).f1 == 0.0
