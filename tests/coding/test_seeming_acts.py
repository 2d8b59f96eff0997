"""Words that look like an act, or like somebody who takes part in one, and are neither."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.what import find_triggers

NO_ACT = {
    "The judge agreed the book was dull.": "AGREE",
    "The senator discussed the rumour.": "CONSULT",
    'Hassan called Duarte a "national disgrace" for his silence.': "REQUEST",
    "She called the Boer War a genocidal war.": "ASSAULT",
    "Rogue agents of the Omani government committed the murder.": "THREATEN",
    "Residents should boil their water, the ministry said.": "REQUEST",
    "The ministry said the kingdom will have to find new land.": "REQUEST",
    "The board is investigating the accident.": "ACCUSE",
    "The treasury bought vaccines.": "COOPERATE",
}


@pytest.mark.parametrize(("text", "kind"), NO_ACT.items(), ids=NO_ACT.keys())
def test_no_act(nlp: Language, text: str, kind: str) -> None:
    assert kind not in [t.type for t in find_triggers(nlp(text), ask=False)]


def _sides(nlp: Language, text: str, kind: str) -> tuple[list[str], list[str]]:
    found = next(t for t in find_triggers(nlp(text), ask=False) if t.type == kind)
    return [t.text for t in found.actors], [t.text for t in found.recipients]


def test_whose_arrest_it_is_suffers_it(nlp: Language) -> None:
    assert _sides(nlp, "These marches resulted in his arrest.", "COERCE") == ([], ["his"])
    moscow = _sides(nlp, "Moscow's arrest of two sailors angered Oslo.", "COERCE")
    assert moscow[1] == ["sailors"]


def test_the_dead_are_not_condemned(nlp: Language) -> None:
    sides = _sides(nlp, "Paris condemned Haddad's murder.", "ACCUSE")
    assert sides == (["Paris"], [])


def test_those_who_must_be_freed_are_not_asked(nlp: Language) -> None:
    sides = _sides(nlp, "The minister said the hostages must be freed.", "REQUEST")
    assert sides == (["minister"], [])
