from __future__ import annotations

import pytest

from dragoman.ontology.resolutions import (
    assembly_symbol,
    assembly_year,
    council_symbol,
    load_instruments,
    year_of_resolution,
)


@pytest.mark.parametrize(
    ("number", "year"), [(1, 1946), (15, 1946), (16, 1947), (242, 1967), (1701, 2006), (2254, 2015)]
)
def test_the_year_follows_from_the_number(number: int, year: int) -> None:
    assert year_of_resolution(number) == year


def test_numbers_not_given_have_no_year() -> None:
    assert year_of_resolution(0) is None
    assert year_of_resolution(load_instruments().last_number + 1) is None


def test_a_year_that_disagrees_gives_no_symbol() -> None:
    assert council_symbol(2254) == "S/RES/2254 (2015)"
    assert council_symbol(2254, 2015) == "S/RES/2254 (2015)"
    assert council_symbol(2254, 2016) is None


def test_a_number_newer_than_the_table_needs_its_year() -> None:
    newer = load_instruments().last_number + 5
    assert council_symbol(newer) is None
    assert council_symbol(newer, 2027) == f"S/RES/{newer} (2027)"


@pytest.mark.parametrize(
    ("symbol", "year"),
    [("A/RES/67/19", 2012), ("A/RES/377 (V)", 1950), ("A/RES/3379 (XXX)", 1975)],
)
def test_sessions_open_in_a_year(symbol: str, year: int) -> None:
    assert assembly_year(symbol) == year


def test_assembly_symbols() -> None:
    assert assembly_symbol("67/19") == "A/RES/67/19"
    assert assembly_symbol("es-10/21") == "A/RES/ES-10/21"
    assert assembly_symbol("194") == "A/RES/194 (III)"
    assert assembly_symbol("99") is None
    assert assembly_year("A/RES/ES-10/21") is None
