from __future__ import annotations

from dragoman.evaluation.attribution import score_attributions

TEXT = "The mayor said the bridge was closed."


def _record(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> dict:
    ranges = [[{"start": a, "end": b}] for a, b in (source, cue, content)]
    return {
        "id": "1",
        "text": TEXT,
        "attributions": [dict(zip(("source", "cue", "content"), ranges, strict=True))],
    }


GOLD = _record((0, 9), (10, 14), (15, 36))


def test_the_gold_itself_scores_one() -> None:
    scores = score_attributions([GOLD], [GOLD])
    assert all(value == 1.0 for value in scores.values())


def test_nothing_predicted_scores_nothing() -> None:
    scores = score_attributions([GOLD], [{"id": "1", "attributions": []}])
    assert all(value == 0.0 for value in scores.values())


def test_overlap_counts_tokens_and_exact_counts_spans() -> None:
    near = _record((4, 9), (10, 14), (15, 36))
    scores = score_attributions([GOLD], [near])
    assert scores["source_exact_f1"] == 0.0
    assert scores["source_precision"] == 1.0
    assert scores["source_recall"] == 0.5
    assert scores["attribution_f1"] == 0.0
    assert scores["source_for_content"] == 1.0


def test_half_of_a_content_is_found() -> None:
    short = _record((0, 9), (10, 14), (15, 25))
    tiny = _record((0, 9), (10, 14), (15, 18))
    assert score_attributions([GOLD], [short])["content_found"] == 1.0
    assert score_attributions([GOLD], [tiny])["content_found"] == 0.0
