from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.whose_word import find_attributions


def test_a_name_before_a_colon_speaks_the_line(nlp: Language) -> None:
    doc = nlp("Emmanuel Macron: France will send more troops to Chad")
    (attribution,) = [a for a in find_attributions(doc) if a.cue_head.text == ":"]
    assert [s.text for s in attribution.sources] == ["Emmanuel Macron"]
    assert [s.text for s in attribution.contents] == ["France will send more troops to Chad"]


def test_a_name_after_a_dash_speaks_the_quotation(nlp: Language) -> None:
    doc = nlp("“We will never leave this valley.” — Maria Lopez")
    (attribution,) = [a for a in find_attributions(doc) if a.cue_head.text == "—"]
    assert [s.text for s in attribution.sources] == ["Maria Lopez"]


@pytest.mark.parametrize(
    "text",
    [
        "Three things matter: the army needs food, water and time.",
        "12:30 p.m.: The army has entered the town.",
    ],
)
def test_other_colons_name_nobody(nlp: Language, text: str) -> None:
    assert [a for a in find_attributions(nlp(text)) if a.cue_head.text == ":"] == []
