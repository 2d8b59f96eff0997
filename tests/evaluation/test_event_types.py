"""Scores of types, by hand and against scikit-learn's definition."""

from __future__ import annotations

import pytest
from sklearn.metrics import f1_score

from dragoman.evaluation.event_types import (
    plv_quad,
    plv_root,
    score_labels,
)

GOLD = ["AID", "AID", "ASSAULT", "YIELD", "REQUEST"]
PREDICTED = ["AID", "YIELD", "ASSAULT", "YIELD", "AID"]


def test_label_scores_are_scikit_learns() -> None:
    score = score_labels(GOLD, PREDICTED)
    macro = f1_score(GOLD, PREDICTED, average="macro", zero_division=0)
    weighted = f1_score(GOLD, PREDICTED, average="weighted", zero_division=0)
    assert score.macro_f1 == pytest.approx(macro)
    assert score.weighted_f1 == pytest.approx(weighted)
    assert score.accuracy == pytest.approx(3 / 5)
    assert dict(score.by_class)["ASSAULT"] == 1.0


def test_label_scores_want_equal_lengths_and_bear_nothing() -> None:
    with pytest.raises(ValueError, match="shorter"):
        score_labels(["AID"], [])
    assert score_labels([], []).macro_f1 == 0.0


def test_roots_and_quads() -> None:
    assert plv_root("RETREAT") == plv_root("CONCEDE") == "YIELD"
    assert plv_root("AID") == "AID"
    assert [plv_quad(t) for t in ("AGREE", "RETREAT", "REJECT", "ASSAULT")] == [1, 2, 3, 4]
