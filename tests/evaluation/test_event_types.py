"""Scores of types, by hand and against scikit-learn's definition."""

from __future__ import annotations

import pytest
from sklearn.metrics import f1_score

from dragoman.evaluation.event_types import (
    best_of,
    plv_pole,
    plv_quad,
    plv_root,
    score_labels,
    score_sets,
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


def test_roots_quads_and_poles() -> None:
    assert plv_root("RETREAT") == plv_root("CONCEDE") == "YIELD"
    assert plv_root("AID") == "AID"
    assert [plv_quad(t) for t in ("AGREE", "RETREAT", "REJECT", "ASSAULT")] == [1, 2, 3, 4]
    assert [plv_pole(t) for t in ("AID", "REQUEST")] == ["cooperation", "conflict"]


def test_sets_are_pooled() -> None:
    score = score_sets([{"040"}, {"190", "111"}, set()], [{"040"}, {"190"}, {"020"}])
    assert (score.precision, score.recall) == (2 / 3, 2 / 3)
    assert score.f1 == pytest.approx(2 / 3)
    assert score.exact == pytest.approx(1 / 3)


def test_best_of_takes_the_gold_type_where_it_is_told() -> None:
    assert best_of("AID", ["CONSULT", "AID"]) == "AID"
    assert best_of("AID", ["CONSULT"]) == "CONSULT"
    assert best_of("AID", []) == ""
