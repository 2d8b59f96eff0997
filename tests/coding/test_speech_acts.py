"""Acts that the form of a sentence tells: commands, refusals, conditional threats, errands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.coding.what import find_triggers

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "type_", "modes", "actor", "recipient"),
    [
        ("Stop digging, Khartoum told Addis Ababa.", "REQUEST", "yield", "Khartoum", "Addis"),
        ("Oman did not give permission for the flight.", "REJECT", "", "Oman", ""),
        ("Nigeria would not let the envoy land.", "REJECT", "", "Nigeria", ""),
        ("Budapest said it would cut ties with Kyiv unless oil flowed.", "THREATEN", "relations",
         "it", "Kyiv"),
        ("Looters will be shot, the governor said.", "THREATEN", "violence", "", "Looters"),
        ("France sent experts to inspect the Iranian reactor.", "ACCUSE", "investigate", "France", ""),
        ("Turkey sent jets to bomb the convoy.", "ASSAULT", "aerial", "Turkey", "convoy"),
        ("The king called the emir to congratulate him.", "SUPPORT", "", "king", "him"),
        ("The council rejected the draft proposed by Russia.", "REJECT", "change", "council",
         "Russia"),
        ("Mali has refused to give the army any information.", "REJECT", "", "Mali", ""),
        ("Quito recognised the province, to the fury of Lima.", "ACCUSE", "disapprove", "Lima",
         "Quito"),
    ],
)  # fmt: skip
def test_who_says_what_to_whom(
    nlp: Language, text: str, type_: str, modes: str, actor: str, recipient: str
) -> None:
    acts = [act for act in find_triggers(nlp(text)) if act.type == type_]
    assert len(acts) == 1
    act = acts[0]
    assert not modes or modes in act.modes
    assert not actor or actor in [token.text for token in act.actors]
    assert not recipient or recipient in [token.text for token in act.recipients]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Should the rebels take the port, Oslo will pay.", "REQUEST"),
        ("The spokesman insisted that Chad was not arming the rebels.", "REQUEST"),
        ("The union will stage a strike on Monday, its leader said.", "THREATEN"),
        ("The minister declared war on potholes.", "THREATEN"),
        ("The team must win, the coach told reporters.", "THREATEN"),
    ],
)
def test_what_only_sounds_so(nlp: Language, text: str, type_: str) -> None:
    assert type_ not in [act.type for act in find_triggers(nlp(text))]
