"""Which records belong to politics, by those who take part, the means and the company."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.coder import Coder
from dragoman.records import Report

THEFT = (
    "Police arrested a plumber over the theft of a bathtub. Officers searched his flat. "
    "They released the plumber on bail. A neighbour praised the police."
)
TRADE = "The retailer sued its supplier. The supplier offered the retailer a discount."
UPRISING = (
    "Protesters marched against the junta in the capital. Soldiers shot two protesters. "
    "Police arrested a shopkeeper in the capital. The opposition condemned the junta."
)


def _types(nlp: Language, text: str) -> list[str]:
    return [event.type for event in Coder().code(nlp(text), Report(text)).events]


@pytest.mark.parametrize("text", [THEFT, TRADE])
def test_crime_and_business_tell_no_events(nlp: Language, text: str) -> None:
    assert _types(nlp, text) == []


def test_unknown_people_count_in_political_company(nlp: Language) -> None:
    assert "COERCE" in _types(nlp, UPRISING)


def test_what_is_struck_says_why(nlp: Language) -> None:
    _, silent = Coder().weigh(nlp(THEFT), Report(THEFT))
    assert any("politics" in event.path[-1] for event in silent)


@pytest.mark.parametrize(
    "text",
    [
        "The senator has battled the two-party system all her life.",
        "The mayor held his first rally in three months.",
        "Officials are removed from office.",
    ],
)
def test_figures_of_speech_and_rules_tell_no_events(nlp: Language, text: str) -> None:
    assert not {"ASSAULT", "PROTEST", "SANCTION"} & set(_types(nlp, text))
