"""The events scorer on records made by hand."""

from __future__ import annotations

from typing import Any

from dragoman.evaluation.events import EventScore, match_events, score_report

TEXT = "Jordan bombed the camp. Jordan then thanked Iraq."


def gold(kind: str, sentence: str, trigger: str, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "sentence": sentence,
        "trigger": trigger,
        "mode": None,
        "status": "actual",
        "actors": [{"country": "JOR"}],
        "recipients": [],
        "sources": [],
        "date": None,
        "place": None,
        "accept": {},
        **more,
    }


def found(kind: str, start: int, quote: str, **more: Any) -> dict[str, Any]:
    span = {"start": start, "end": start + len(quote), "quote": quote}
    return {
        "type": kind,
        "trigger": span,
        "evidence": [span],
        "modes": [],
        "status": "actual",
        "actors": [{"country": "JOR"}],
        "recipients": [],
        "sources": [],
        "date": None,
        "place": None,
        **more,
    }


BOMBED = gold("ASSAULT", "Jordan bombed the camp.", "bombed")
THANKED = gold("SUPPORT", "Jordan then thanked Iraq.", "thanked", recipients=[{"country": "IRQ"}])


def test_a_match_needs_type_and_sentence() -> None:
    assert match_events(TEXT, [BOMBED], [found("ASSAULT", 7, "bombed")]) == [(0, 0)]
    assert match_events(TEXT, [BOMBED], [found("COERCE", 7, "bombed")]) == []
    assert match_events(TEXT, [BOMBED], [found("ASSAULT", 36, "thanked")]) == []


def test_an_accepted_type_matches_too() -> None:
    either = gold("ASSAULT", BOMBED["sentence"], "bombed", accept={"type": ["COERCE"]})
    assert match_events(TEXT, [either], [found("COERCE", 7, "bombed")]) == [(0, 0)]


def test_matches_are_one_to_one_with_the_trigger_first() -> None:
    spans = [found("ASSAULT", 0, "Jordan"), found("ASSAULT", 7, "bombed")]
    assert match_events(TEXT, [BOMBED], spans) == [(0, 1)]


def test_dyads_need_both_sides() -> None:
    score = EventScore()
    score_report(
        score,
        TEXT,
        [BOMBED, THANKED],
        [found("ASSAULT", 7, "bombed"), found("SUPPORT", 36, "thanked")],
    )
    assert score.type_f1 == 1.0
    assert score.dyad_f1 == 0.5
    assert score.share("recipients") == 0.5


def test_optional_gold_counts_neither_way() -> None:
    score = EventScore()
    optional = {**BOMBED, "optional": True}
    score_report(score, TEXT, [optional, THANKED], [found("ASSAULT", 7, "bombed")])
    assert (score.gold, score.predicted, score.type_matches) == (1, 0, 0)


def test_unknown_countries_count_as_none() -> None:
    score = EventScore()
    unknown = gold("ASSAULT", BOMBED["sentence"], "bombed", recipients=[{"country": "UNK"}])
    score_report(score, TEXT, [unknown], [found("ASSAULT", 7, "bombed")])
    assert score.dyad_f1 == 1.0


def test_dates_match_by_prefix() -> None:
    score = EventScore()
    dated = gold("ASSAULT", BOMBED["sentence"], "bombed", date="2016-09")
    event = found("ASSAULT", 7, "bombed", date={"start": "2016-09-19", "end": "2016-09-19"})
    score_report(score, TEXT, [dated], [event])
    assert score.share("date") == 1.0


def test_an_interval_matches_by_its_first_day() -> None:
    score = EventScore()
    dated = gold("ASSAULT", BOMBED["sentence"], "bombed", date="2016-09/2016-10")
    event = found("ASSAULT", 7, "bombed", date={"start": "2016-09-19", "end": "2016-10-02"})
    score_report(score, TEXT, [dated], [event])
    assert score.share("date") == 1.0
