"""Why a sentence is coded as it is: the entries with a word in it and what became of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.what.rivals import find_rivals
from dragoman.ontology.lexicon import read_lexicon

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "entry", "fate", "why"),
    [
        ("Militiamen looted the museum.", "heritage/loot", "coded", "HERITAGE loot"),
        ("Militiamen looted a shop.", "heritage/loot", "incomplete", "loot @heritage"),
        (
            "Soldiers were accused of looting the museum.",
            "heritage/loot",
            "part",
            "ACCUSE allege by accuse/accuse",
        ),
        ("Police prevented the looting of the museum.", "heritage/loot", "untold", "“prevented” "),
        ("The candidate withdrew from the race.", "retreat/withdraw", "refused", "where "),
    ],
)
def test_what_becomes_of_an_entry(
    nlp: Language, heritage: Path, text: str, entry: str, fate: str, why: str
) -> None:
    found = find_rivals(nlp(text), read_lexicon(heritage))
    (rival,) = [rival for rival in found if rival.entry.id == entry]
    assert rival.fate == fate, rival
    assert rival.why.startswith(why)
    assert rival.head in rival.words


def test_the_winner_goes_before_those_that_it_outranks(nlp: Language) -> None:
    found = [
        r for r in find_rivals(nlp("Rebels vowed to bomb the port.")) if r.head.text == "vowed"
    ]
    assert found[0].fate == "coded"
    outranked = [rival for rival in found if rival.fate == "outranked"]
    assert outranked
    assert {rival.why for rival in outranked} == {found[0].entry.id}
    assert all(rival.behind is not None and rival.behind >= 0 for rival in outranked)
    assert found[0].behind is None


@pytest.mark.parametrize("text", ["", " ", "🙂", "\n\n", "x" * 500])
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    assert isinstance(find_rivals(nlp(text)), tuple)
