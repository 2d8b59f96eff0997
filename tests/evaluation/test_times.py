from dragoman.evaluation.times import (
    Timex,
    TimexScore,
    read_timexes,
    score_times,
    score_within,
    total,
)


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


def test_gold_of_an_opening_is_scored_on_the_opening() -> None:
    gold = [Timex(0, 4, "DATE", "2001")]
    predicted = [*gold, Timex(90, 94, "DATE", "2003")]
    assert score_times(gold, predicted).strict == 2 / 3
    assert score_within(gold, predicted, 50).strict == 1.0


def test_records_and_answers_are_read_alike() -> None:
    record = {"timex": [{"start": 0, "end": 4, "type": "DATE", "value": "2001", "tid": "t1"}]}
    assert read_timexes(record) == [Timex(0, 4, "DATE", "2001")]
