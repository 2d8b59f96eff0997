"""Personal and corporate names: parts, spellings, and when two may name one bearer."""

from __future__ import annotations

import pytest

from dragoman.language.names import (
    PersonName,
    acronyms_of,
    gender_of,
    parse_person,
    same_first,
    same_person,
    same_word,
)


def parsed(text: str) -> PersonName:
    name = parse_person(text)
    assert name is not None
    return name


@pytest.mark.parametrize(
    ("text", "surname", "first"),
    [
        ("Gen. Khalifa al-Haftar", "haftar", "khalifa"),
        ("Pieter van den Berg", "berg", "pieter"),
        ("Ben Tanner", "tanner", "ben"),
        ("bin Harith", "harith", None),
        ("J. Doe", "doe", "j"),
        ("O'Hara", "hara", None),
        ("Chen Weiming", "chen", "weiming"),
        ("Moon Jae - in", "moon", "jaein"),
        ("Lee Kuan Tow", "lee", "kuantow"),
        ("Anna Smith-Jones", "jones", "anna"),
        ("Lee Martin", "martin", "lee"),
    ],
)
def test_surname_and_first_name(text: str, surname: str, first: str | None) -> None:
    name = parsed(text)
    assert (name.surname, name.first) == (surname, first)


def test_what_else_a_name_tells() -> None:
    assert parsed("Paul Garner Jr.").generation == "jr"
    assert parsed("Andrés Salazar Robledo").second == "salazar"
    assert parsed("Faisal bin Nasser").filial
    assert not parsed("bin Nasser").filial
    assert gender_of(parsed("Angela Brandt")) == "f"
    assert gender_of(parsed("Kim Jong-su")) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mohammed Morsi", "Mohamed Mursi", True),
        ("J. Doe", "Jane Doe", True),
        ("Jane Doe", "John Doe", False),
        ("Jane Doe", "Jane Roe", False),
        ("Abu Bakr al-Baghdadi", "Abu Bakr Baghdadi", True),
        ("Bill Hanley", "William Hanley", True),
        ("Alex Hanley", "Alexander Hanley", True),
        ("Mohammed Karimi", "Mohsen Karimi", False),
        ("Maria Lopez", "Mario Lopez", False),
        ("Kim Jong-su", "Kim Jong-il", False),
        ("Paul Garner Jr.", "Paul Garner Sr.", False),
        ("Andrés Salazar", "Andrés Salazar Robledo", True),
    ],
)
def test_two_names_of_one_person(one: str, other: str, same: bool) -> None:
    assert same_person(parsed(one), parsed(other)) is same


def test_transliterations() -> None:
    assert same_word("zelensky", "zelenskiy")
    assert same_word("qahtani", "gahtani")
    assert not same_word("putin", "patton")
    assert not same_first("antonio", "antonia")


def test_acronyms() -> None:
    assert "WHO" in acronyms_of("World Health Organization")
