"""Whose somebody is where no words of his phrase say so: the report's, or nobody's."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.who import find_cast
from dragoman.records import Report


def country_of(nlp: Language, text: str, name: str) -> str | None:
    cast = find_cast(nlp(text), Report(text))
    return next(e.country for e in cast.entities if e.name == name)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Clashes broke out in Ghana. Police arrested ten people.", "Police", "GHA"),
        ("Crowds gathered outside the Cuban embassy in Oslo. Police came.", "Police", "NOR"),
        ("Norway deplored arrests in Peru. Authorities held 40 activists.", "Authorities", "PER"),
        ("An envoy of Chile visited Togo. Soldiers detained a minister.", "Soldiers", "TGO"),
        ("Chadian troops entered Niger. The army denied it.", "army", "TCD"),
        ("The bombardment of Gaza killed 20 people.", "people", "PSE"),
        ("Togo jailed an opposition leader.", "opposition leader", "TGO"),
        ("Kenyan police arrested a rebel.", "rebel", "KEN"),
    ],
)
def test_the_country_that_the_report_plays_in(
    nlp: Language, text: str, name: str, country: str
) -> None:
    assert country_of(nlp, text, name) == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Leaders gathered in Lima. World leaders condemned the raid.", "World leaders"),
        ("Floods killed 200 people. Norway sent aid to flood victims.", "flood victims"),
        ("Chad and Niger exchanged fire. Officials counted five dead.", "Officials"),
        ("Defense Minister Greg Moss met Peruvian officials in Lima.", "Greg Moss"),
        ("Sergeant Greg Moss was killed in Mali.", "Greg Moss"),
        ("Ghana imposed sanctions on gangs from the Balkans.", "gangs"),
        ("Hundreds of migrants drowned off Libya.", "migrants"),
        ("Clashes in Niger went on. The World Herders Organization met.",
         "World Herders Organization"),
        ("A contingent arrived in Turkey.", "contingent"),
    ],
)  # fmt: skip
def test_better_none_than_a_wrong_one(nlp: Language, text: str, name: str) -> None:
    assert country_of(nlp, text, name) is None


def test_what_is_inferred_says_from_what(nlp: Language) -> None:
    text = "Clashes broke out in Ghana. Ghanaian police came. The foreign secretary met villagers."
    cast = find_cast(nlp(text), Report(text))
    known = {entity.name: entity.country_from for entity in cast.entities}
    assert known["Ghanaian police"] is None
    assert known["villagers"] == "the report around"
