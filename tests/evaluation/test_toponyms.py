"""Scores of toponyms on cases reckoned by hand."""

from __future__ import annotations

import pytest

from dragoman.evaluation.toponyms import (
    FARTHEST_KM,
    end_to_end,
    errors_km,
    kilometres,
    recognition,
    resolution,
    score_toponyms,
)

HOMS = {"start": 0, "end": 4, "lat": 34.7, "lon": 36.7}
HAMA = {"start": 9, "end": 13, "lat": 35.1, "lon": 36.8}
NOWHERE = {"start": 20, "end": 25, "lat": None, "lon": None}


def test_distance() -> None:
    assert kilometres(0, 0, 0, 0) == 0
    assert kilometres(0, 0, 0, 180) == pytest.approx(20015.1, abs=0.1)
    assert kilometres(51.5, -0.13, 48.86, 2.35) == pytest.approx(343, abs=3)


def test_recognition_counts_exact_spans() -> None:
    scores = recognition([([HOMS, HAMA], [HOMS, {**HAMA, "end": 14}, NOWHERE])])
    assert scores == {
        "precision": pytest.approx(1 / 3),
        "recall": 0.5,
        "f1": pytest.approx(0.4),
    }


def test_an_unresolved_name_is_as_far_as_can_be() -> None:
    errors = errors_km([([HOMS, HAMA, NOWHERE], [{**HOMS, "lat": 34.8}])])
    assert errors == [pytest.approx(11.1, abs=0.1), FARTHEST_KM]


def test_resolution() -> None:
    scores = resolution([0.0, 100.0, FARTHEST_KM, 161.0])
    assert scores["accuracy_161"] == 0.75
    assert scores["mean_km"] == pytest.approx((261 + FARTHEST_KM) / 4)
    assert 0 < scores["auc"] < 1
    assert resolution([0.0])["auc"] == 0
    assert resolution([FARTHEST_KM])["auc"] == 1
    assert resolution([])["count"] == 0


def test_end_to_end_leaves_out_what_gold_does_not_locate() -> None:
    predicted = [HOMS, {**HAMA, "lat": 0.0}, {**NOWHERE, "lat": 1.0, "lon": 1.0}]
    scores = end_to_end([([HOMS, HAMA, NOWHERE], predicted)])
    assert scores == {"precision": 0.5, "recall": 0.5, "f1": 0.5}


def test_nothing_found_scores_nothing() -> None:
    assert recognition([([HOMS], [])])["f1"] == 0
    assert end_to_end([([], [])])["f1"] == 0


def test_records_are_joined_by_id() -> None:
    gold = [{"id": "a", "toponyms": [HOMS]}, {"id": "b", "toponyms": [HAMA]}]
    scores = score_toponyms(gold, [{"id": "b", "toponyms": [HAMA]}])
    assert scores["precision"] == 1
    assert scores["recall"] == 0.5
    assert scores["end_to_end_recall"] == 0.5
