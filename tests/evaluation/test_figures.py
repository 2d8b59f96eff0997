from dragoman.evaluation.figures import (
    GoldFigure,
    casualties,
    gold_figures,
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
        GoldFigure(("killed",), (12,), ("exact",), ((0, 9),)),
        GoldFigure(("wounded",), ((24, 99),), ("about",), ((20, 30),)),
        GoldFigure(("other",), (5,), ("exact",), ((40, 44),)),
    ]
    predicted = [
        figure("killed", 12, 12, "about"),
        figure("killed", 24, 99, "about", start=21),
    ]
    score = score_figures(gold, predicted)
    assert (score.found, score.kinds, score.values, score.bounds, score.right) == (2, 1, 2, 0, 1)
    assert (score.f1, score.precision, score.recall) == (2 / 5, 1 / 2, 1 / 3)


def test_gold_figures_bear_their_alternatives() -> None:
    told = {"kind": "aid", "value": [15, 20], "bound": "about", "who": "lorries",
            "quote": "12 lorries", "accept": {"kind": ["other"], "value": [15]},
            "optional": True}  # fmt: skip
    (gold,) = gold_figures("Then 12 lorries came.", [told])
    assert gold.kinds == ("aid", "other")
    assert gold.values == ((15, 20), 15)
    assert gold.places == ((5, 15),)
    assert gold.optional


def test_an_optional_figure_counts_neither_way() -> None:
    gold = [GoldFigure(("killed",), (12,), ("exact",), ((0, 9),), optional=True)]
    score = score_figures(gold, [figure("killed", 12, 12, "exact")])
    assert (score.gold, score.predicted, score.right) == (0, 0, 0)


def test_both_upper_bounds_are_one() -> None:
    gold = [GoldFigure(("killed",), (12,), ("at most",), ((0, 9),), who="people")]
    score = score_figures(gold, [figure("killed", None, 12, "up to")])
    assert (score.bound, score.who) == (1, 1)
