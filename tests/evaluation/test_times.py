from dragoman.evaluation.times import Timex, TimexScore, score_times, total


def test_spans_types_and_values_are_scored_apart() -> None:
    gold = [Timex(0, 4, "DATE", "2001"), Timex(10, 20, "DATE", "2002"), Timex(30, 34, "SET", "P1D")]
    predicted = [
        Timex(0, 4, "DATE", "2001"),
        Timex(12, 20, "TIME", "2002"),
        Timex(50, 54, "DATE", "2003"),
    ]
    score = score_times(gold, predicted)
    assert (score.exact, score.overlapping, score.values, score.types) == (1, 2, 2, 1)
    assert (score.strict, score.relaxed) == (2 / 6, 4 / 6)


def test_pairs_are_one_to_one() -> None:
    gold = [Timex(0, 4, "DATE", "2001"), Timex(5, 9, "DATE", "2002")]
    assert score_times(gold, [Timex(0, 9, "DATE", "2001")]).overlapping == 1


def test_totals_add_up_and_nothing_is_no_error() -> None:
    empty = score_times([], [])
    assert (empty.strict, empty.value) == (0.0, 0.0)
    assert total([empty, TimexScore(1, 1, 1, 1, 1, 1)]).strict == 1.0
