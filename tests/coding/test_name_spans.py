"""Where names begin and end, and one label for a word through a text."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.who.naming import find_names


def names(nlp: Language, text: str) -> dict[str, str]:
    return {text[n.start : n.end]: n.type for n in find_names(nlp(text))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rebels left eastern Aleppo on Monday.", "Aleppo", "GPE"),
        ("Shells fell across Homs province on Monday.", "Homs province", "GPE"),
        ("The World Bank lent money to Kenya.", "The World Bank", "ORG"),
        ("She asked the World Bank for money.", "World Bank", "ORG"),
    ],
)
def test_edges(nlp: Language, text: str, name: str, kind: str) -> None:
    assert names(nlp, text).get(name) == kind


def test_a_surname_is_a_persons_through_the_text(nlp: Language) -> None:
    text = "Captain Laura Dayton led the search. Dayton found the boat. They thanked Dayton."
    found = [text[n.start : n.end] for n in find_names(nlp(text)) if n.type == "PERSON"]
    assert found.count("Dayton") == 2
