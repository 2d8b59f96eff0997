"""MUC, B³, CEAFe against figures worked out by hand."""

from __future__ import annotations

import pytest

from dragoman.evaluation.coreference import (
    CorefScore,
    as_clusters,
    score_chains,
    score_coreference,
)


def test_the_gold_itself_is_perfect() -> None:
    gold = as_clusters([[1, 2, 3], [4, 5]])
    assert score_coreference(gold, gold).conll == pytest.approx(1.0)


def test_a_split_chain() -> None:
    score = score_coreference(as_clusters([[1, 2, 3, 4]]), as_clusters([[1, 2], [3, 4]]))
    # MUC: recall 2/3, precision 2/2; B³: recall 2/4, precision 1; CEAFe: φ4 = 2·2/6 over 1 and 2
    assert score.muc.f1 == pytest.approx(0.8)
    assert score.b_cubed.f1 == pytest.approx(2 / 3)
    assert score.ceaf_e.f1 == pytest.approx(2 * (2 / 3) * (1 / 3) / 1)


def test_the_best_alignment_not_the_first() -> None:
    gold = as_clusters([[1, 2, 3], [4, 5, 6]])
    predicted = as_clusters([[1, 4, 5, 6], [2, 3]])
    score = score_coreference(gold, predicted)
    best = 2 * 3 / 7 + 2 * 2 / 5
    assert score.ceaf_e.hit_recall == pytest.approx(best)


def test_singletons_count_only_when_asked() -> None:
    assert as_clusters([[1], [2, 3]]) == [frozenset({2, 3})]
    assert len(as_clusters([[1], [2, 3]], singletons=True)) == 2


def test_nothing_found_is_zero() -> None:
    assert score_coreference(as_clusters([[1, 2]]), []).conll == 0.0
    assert CorefScore().conll == 0.0


def test_documents_add_up() -> None:
    one = score_coreference(as_clusters([[1, 2]]), as_clusters([[1, 2]]))
    two = score_coreference(as_clusters([[1, 2]]), [])
    assert (one + two).muc.f1 == pytest.approx(2 / 3)


def test_only_what_ends_in_time_counts() -> None:
    mentions = [
        {"start": 0, "end": 4, "cluster": "a"},
        {"start": 9, "end": 11, "cluster": "a"},
        {"start": 5, "end": 8, "cluster": "alone"},
    ]
    spans = [{"start": 0, "end": 4}, {"start": 9, "end": 11}, {"start": 30, "end": 33}]
    answer = {"clusters": [spans]}
    assert score_chains(mentions, answer, 20).conll == pytest.approx(1.0)
    figures = score_chains(mentions, answer, 40).figures()
    assert figures["muc_f1"] == pytest.approx(2 * 0.5 / 1.5)
    assert set(figures) == {"conll_f1", "muc_f1", "b_cubed_f1", "ceaf_e_f1"}
