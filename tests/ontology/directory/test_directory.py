"""The directory: names to listings, offices by date, and names over a text's words."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.ontology.countries import country_of_code
from dragoman.ontology.directory import Listing, load_directory
from dragoman.ontology.directory.tables import bundled_aliases, load_sources
from dragoman.ontology.phrases import fold, key_of, split_words

_NOT_STATES = {"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"}


def only(name: str) -> Listing:
    (listing,) = load_directory().lookup(name)
    return listing


def test_aliases_and_articles_lead_to_one_listing() -> None:
    names = ("Islamic State", "ISIL", "Daesh", "the Islamic State of Iraq and Syria")
    assert {only(name).name for name in names} == {"Islamic State"}


@pytest.mark.parametrize(
    ("name", "country", "sector"),
    [
        ("Boko Haram", "NGA", "REB"),
        ("Hezbollah", "LBN", "REB"),
        ("Knesset", "ISR", "LEG"),
        ("UNHCR", "UNO", "GOV"),
        ("International Criminal Court", "IGO", "JUD"),
        ("Los Zetas", "MEX", "CRM"),
        ("Human Rights Watch", "NGO", "SOC"),
        ("FSB", "RUS", "SPY"),
    ],
)
def test_country_and_main_sector(name: str, country: str, sector: str) -> None:
    listing = only(name)
    assert (listing.country, listing.sectors[0]) == (country, sector)


def test_an_office_counts_on_the_days_it_is_held() -> None:
    johnson = only("Boris Johnson")
    office = johnson.office_on(date(2017, 4, 1))
    assert office is not None
    assert (office.title, office.country) == ("foreign minister", "GBR")
    assert johnson.sectors_on(date(2017, 4, 1)) == ("GOV",)
    assert johnson.sectors_on(date(2024, 1, 1)) == ("ELI",)


def test_without_a_day_the_main_office_counts() -> None:
    office = only("Mohammed bin Abdulrahman Al Thani").office_on(None)
    assert office is not None
    assert office.title == "foreign minister"


def test_matches_over_words_are_longest_and_need_capitals() -> None:
    text = "Men of al-Qa'ida in Iraq met ISIS agents while it is raining in the U.N. yard."
    words = split_words(text)
    found = [
        text[words.starts[m.start] : words.ends[m.end - 1]] for m in load_directory().matches(words)
    ]
    assert [m.listing.name for m in load_directory().matches(words)] == [
        "Al-Qaeda in Iraq",
        "Islamic State",
        "United Nations",
    ]
    assert found[1] == "ISIS"


def test_short_acronyms_are_no_words() -> None:
    for text in ("She is here and who knows.", "THIS IS A HEADLINE", "an ice age for us"):
        assert list(load_directory().matches(split_words(text))) == []


def test_words_keep_their_characters() -> None:
    words = split_words("Çavuşoğlu’s 🎉 office")
    assert words.folded == ("cavusoglu", "s", "office")
    assert words.surface(2) == "office"
    assert fold("Đinđić") == "dindic"
    assert key_of("N'Djamena") == ("n", "djamena")


def test_every_code_is_a_country_or_a_code_of_plover() -> None:
    seen = {alias.listing for alias in bundled_aliases()}
    assert len(seen) > 1800
    for listing in seen:
        assert listing.source in load_sources(), listing.name
        codes = {listing.country, *(office.country for office in listing.offices)} - {None}
        for code in codes - _NOT_STATES:
            assert country_of_code(code) is not None, (listing.name, code)
        assert listing.sectors or not listing.country, listing.name


def test_armed_groups_of_every_region() -> None:
    names = ("Lakurawa", "Hamza Division", "Pa-O National Liberation Army", "Mungiki", "UNLF",
             "Comuneros del Sur", "Breton Revolutionary Army", "Isatabu Freedom Movement")  # fmt: skip
    assert {only(name).kind for name in names} == {"armed_group"}


def test_every_name_leads_to_its_listing() -> None:
    directory = load_directory()
    lost = [a.form for a in bundled_aliases() if a.listing not in directory.lookup(a.form)]
    assert lost == []
