from __future__ import annotations

import pytest

from dragoman.ontology.courts import load_courts


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ICC", "International Criminal Court"),
        ("World Court", "International Court of Justice"),
        ("UN’s top court", "International Court of Justice"),
        ("the Moscow City Court", "Moscow City Court"),
    ],
)
def test_names_of_courts(written: str, name: str) -> None:
    assert load_courts().name_of(written) == name


def test_national_courts_are_known_by_pattern() -> None:
    patterned = load_courts().patterned
    for text in ("Pakistan Supreme Court", "military court", "Court of Appeal", "Berlin court"):
        assert patterned.search(f"before the {text} today") is not None
    assert patterned.search("on the tennis courtside seats") is None


def test_crimes_are_the_longest_that_fit() -> None:
    match = load_courts().crimes.search("for crimes against humanity and fraud")
    assert match is not None
    assert match.group() == "crimes against humanity"


def test_every_act_has_a_kind_of_the_contract() -> None:
    courts = load_courts()
    kinds = {"warrant", "case", "indictment", "verdict", "ruling"}
    assert set(courts.noun_acts.values()) | set(courts.verb_acts.values()) == kinds
