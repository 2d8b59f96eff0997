"""What shaped an act: the steps that the stages keep, and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.coding.what import find_triggers, weigh_acts
from dragoman.coding.what.path import path_of, why_dropped, word_opinion, word_step
from dragoman.coding.what.steps import Step

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rebels shelled the town.", "“shelled” matches assault/shell"),
        ("Rebels shelled the town.", "actor “Rebels”: subject of “shelled”"),
        ("The base was bombed by Russian jets.", "actor “jets”: by-phrase of “bombed”"),
        (
            "Rebels hit army vehicles with drones.",
            "recipient “army”: owner of “vehicles”, object of “hit”",
        ),
        ("France's visit to Egypt took place on Monday.", "actor “France”: possessor of “visit”"),
        (
            "Israeli warplanes carried out a strike on Homs.",
            "light verb “carried”: its subject is the actor",
        ),
        (
            "Rebels shelled the town, killing three soldiers.",
            "“killing” is part of it (assault/kill)",
        ),
        ("Iran refused to meet the envoys.", "“refused” over CONSULT makes it REJECT"),
        ("The minister will meet his counterpart.", "“will” turns CONSULT into AGREE"),
        ("The president may visit Paris.", "“may” leaves CONSULT hypothetical"),
        ("Turkey must withdraw its troops, Iran said.", "“must withdraw” makes it REQUEST"),
        ("Rebels hit army vehicles with drones.", "mode drone: “drones”"),
        ("The United States called for a ceasefire.", "actor “United States”: subject of “called”"),
    ],
)
def test_what_shaped_an_act_is_kept(nlp: Language, text: str, line: str) -> None:
    paths = [act.path for act in find_triggers(nlp(text))]
    assert any(line in path for path in paths), paths


@pytest.mark.parametrize(
    ("text", "entry", "why"),
    [
        ("Police prevented the bombing of the school.", "assault/bomb", "tells no act"),
        ("Unless it attacks the rebels, the army loses.", "assault/attack", "only a purpose"),
        ("It gave no details about any attack.", "assault/attack-noun", "“attack” only looks like"),
    ],
)
def test_what_is_dropped_says_why(nlp: Language, text: str, entry: str, why: str) -> None:
    doc = nlp(text)
    told, dropped = weigh_acts(doc)
    assert entry not in {act.entry for act in told}
    reasons = [why_dropped(doc, act) for act in dropped]
    assert any(why in reason for reason in reasons), reasons


def test_words_that_stand_apart_are_marked(nlp: Language) -> None:
    doc = nlp("Turkey froze the assets of a bank.")
    assert word_step(doc, Step("match", (1, 3), "x/y")) == "“froze … assets” matches x/y"


def test_the_models_answer() -> None:
    answer = {"COERCE": 0.12, "NONE": 0.05, "SANCTION": 0.81, "AID": 0.02}
    assert word_opinion(answer) == "the model: SANCTION .81, COERCE .12, no event .05"
    assert word_opinion({"AID": 0.04}) == "the model: AID .04"


@pytest.mark.parametrize("text", ["", " ", "🙂", "\n\n", "Attack " * 40])
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    told, dropped = weigh_acts(doc)
    for act in (*told, *dropped):
        assert all(path_of(doc, act))
        assert why_dropped(doc, act)
