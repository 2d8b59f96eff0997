"""Names, demonyms, capitals and seats of government."""

from __future__ import annotations

import pytest

from dragoman.ontology.countries import (
    countries,
    country_names,
    country_of_capital,
    country_of_code,
    country_of_demonym,
    country_of_name,
    demonym,
    government_seat,
)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("the UAE", "ARE"),
        ("DPRK", "PRK"),
        ("SYRIA", "SYR"),
        ("NEW ZEALAND", "NZL"),
        ("Ukraine's", "UKR"),
        ("the United States'", "USA"),
        ("U.S.", "USA"),
        ("Côte d’Ivoire", "CIV"),
        ("Kosovo", "KOS"),
        ("Palestine", "PSE"),
        ("Taiwan", "TWN"),
        ("Hong Kong", "HKG"),
        ("Western Sahara", "ESH"),
        ("DR Congo", "COD"),
        ("Republic of the Congo", "COG"),
        ("Scotland", "GBR"),
        ("Gaza", "PSE"),
        ("Georgia", "GEO"),
    ],
)
def test_a_name_denotes_its_country(name: str, code: str) -> None:
    found = country_of_name(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("word", ["turkey", "us", "chad", "Aleppo", "", "the", "IT", "polish"])
def test_other_words_are_no_country(word: str) -> None:
    assert country_of_name(word) is None


def test_parts_and_blocs_only_where_asked() -> None:
    assert country_of_name("Scotland", parts=False) is None
    assert country_of_name("the EU") is None
    bloc = country_of_name("the EU", blocs=True)
    assert bloc is not None
    assert (bloc.code, bloc.kind, bloc.latitude) == ("EUR", "bloc", None)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Turks", "TUR"),
        ("Syrians", "SYR"),
        ("Danes", "DNK"),
        ("Dutch", "NLD"),
        ("Filipinos", "PHL"),
        ("Nigerien", "NER"),
        ("Congolese", "COD"),
        ("Dominican", "DOM"),
        ("Nigerian", "NGA"),
        ("Scots", "GBR"),
        ("Gazans", "PSE"),
        ("ISRAELI", "ISR"),
    ],
)
def test_a_demonym_belongs_to_its_country(word: str, code: str) -> None:
    found = country_of_demonym(word)
    assert found is not None
    assert found.code == code


def test_a_demonym_tells_its_forms() -> None:
    turks, chinese, french = demonym("Turks"), demonym("Chinese"), demonym("the French")
    assert turks is not None
    assert chinese is not None
    assert french is not None
    assert (turks.adjective, turks.singular, turks.plural) == (False, False, True)
    assert (chinese.adjective, chinese.singular, chinese.plural) == (True, True, True)
    assert (french.adjective, french.singular, french.plural) == (True, False, True)
    scottish = demonym("Scottish")
    assert scottish is not None
    assert scottish.part == "Scotland"


@pytest.mark.parametrize(
    ("name", "code", "sector"),
    [
        ("the Kremlin", "RUS", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("the White House", "USA", "GOV"),
        ("Foggy Bottom", "USA", "GOV"),
        ("the Pentagon", "USA", "MIL"),
        ("the Élysée", "FRA", "GOV"),
        ("Zhongnanhai", "CHN", "GOV"),
        ("the Blue House", "KOR", "GOV"),
    ],
)
def test_a_seat_stands_for_its_government(name: str, code: str, sector: str) -> None:
    seat = government_seat(name)
    assert seat is not None
    assert (seat.country.code, seat.sector) == (code, sector)


def test_capitals() -> None:
    named = [country_of_capital(c) for c in ("Ankara", "Kyiv", "Kiev", "Washington", "Sana'a")]
    assert [c.code if c else None for c in named] == ["TUR", "UKR", "UKR", "USA", "YEM"]
    assert country_of_capital("Aleppo") is None


def test_the_table_is_whole() -> None:
    codes = [country.code for country in countries()]
    assert len(codes) == len(set(codes))
    assert {"KOS", "PSE", "TWN", "HKG", "ESH", "UNO", "EUR", "IGO", "NGO", "IMG"} <= set(codes)
    states = [country for country in countries() if country.kind == "state"]
    assert len(states) == 197
    for state in states:
        assert state.adjectives or state.name == "Dominica", state.name
        assert state.people or state.name in ("Dominica", "Vatican City"), state.name
        assert state.latitude is not None
        assert -90 <= state.latitude <= 90
        assert country_of_code(state.iso2 or "") is state
    assert all(name == name.strip() for name in country_names())
