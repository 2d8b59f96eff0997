from dragoman.evaluation.figures import (
    GoldFigure,
    casualties,
    score_casualties,
    score_figures,
)
from dragoman.records.spans import TextSpan
from dragoman.records.values import Bound, Figure, FigureKind


def figure(
    kind: FigureKind, low: float | None, high: float | None, bound: Bound, start: int = 0
) -> Figure:
    return Figure(
        "f", kind, low, high, bound, "people", evidence=(TextSpan(start, start + 2, "12"),)
    )


def test_casualties_are_the_numbers_told() -> None:
    told = [
        figure("killed", 12, 12, "exact"),
        figure("wounded", 30, None, "at least"),
        figure("killed", None, 500, "up to"),
        figure("wounded", 24, 99, "about"),
        figure("detained", 7, 7, "exact"),
        figure("killed", 0, 0, "exact"),
    ]
    assert casualties(told) == {("DEATH", 12), ("INJURY", 30)}


def test_casualties_are_scored_as_sets() -> None:
    score = score_casualties([("DEATH", 12), ("INJURY", 3)], [("DEATH", 12), ("DEATH", 9)])
    assert (score.right, score.f1, score.precision, score.recall) == (1, 0.5, 0.5, 0.5)


def test_figures_are_paired_at_their_place() -> None:
    gold = [
        GoldFigure("killed", 12, "exact", 0, 9),
        GoldFigure("wounded", (24, 99), "about", 20, 30),
        GoldFigure("other", 5, "exact", 40, 44),
    ]
    predicted = [
        figure("killed", 12, 12, "about"),
        figure("killed", 24, 99, "about", start=21),
    ]
    score = score_figures(gold, predicted)
    assert (score.found, score.kinds, score.values, score.bounds, score.right) == (2, 1, 2, 1, 1)
    assert score.f1 == 2 / 5
