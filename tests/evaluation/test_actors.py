"""Actors on their own, compared with a gold that writes some codes otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.evaluation.actors import TODAY, as_coded, day_of, same_name, score_actors


@pytest.mark.parametrize(
    ("answer", "country", "sector"),
    [
        ({"country": "PER", "sector": "GOV", "kind": "country", "source": "name"}, "PER", ""),
        ({"country": "PER", "sector": "GOV", "kind": "country", "source": "capital"}, "PER", "GOV"),
        ({"country": "NGO", "sector": "SOC", "kind": "organisation"}, "", "NGO"),
        ({"country": None, "sector": None}, "", ""),
    ],
)
def test_our_codes_in_the_golds_words(
    answer: dict[str, str | None], country: str, sector: str
) -> None:
    assert as_coded(answer) == {"country": country, "code_1": sector}


def test_the_day_asked_about() -> None:
    assert day_of({"date": "10 May 2015"}) == date(2015, 5, 10)
    assert day_of({"date": None, "query_date": "2009-01-01"}) == date(2009, 1, 1)
    assert day_of({"date": "Today"}) == day_of({}) == TODAY


def test_names_known_to_be_one() -> None:
    assert same_name("the Knesset", "Knesset")
    assert same_name("NATO", "North Atlantic Treaty Organization")
    assert not same_name("NATO", "Knesset")


def test_shares_of_what_is_asked() -> None:
    gold = [
        {"expect": {"country": "XKX", "code_1": "GOV"}},
        {"expect": {"country": "", "code_1": "UNK", "wiki": "NATO"}},
        {"expect": {"code_1": "MIL"}},
        {"expect": {"title": "NATO"}},
    ]
    answers = [
        {"country": "KOS", "sector": "GOV"},
        {"country": None, "sector": None, "name": "NATO"},
        {"country": "PER", "sector": "COP"},
        {"name": None},
    ]
    score = score_actors(gold, answers)
    assert (score.country, score.both, score.name) == (1.0, 2 / 3, 0.5)
    assert score.sector == pytest.approx(2 / 3)
    assert score_actors([], []).both == 0.0
