from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from dragoman.errors import ModelError
from dragoman.language.opinion import NO_EVENT, OpinionModel, Question, load_opinion
from dragoman.language.states import States, states_of
from dragoman.ontology.codebook import load_codebook

Parse = Callable[[str], Doc]


def _asked(nlp: Parse, text: str, trigger: str) -> tuple[Doc, States, Question]:
    doc = nlp(text)
    states = states_of(doc)
    assert states is not None
    return doc, states, Question(trigger=[t.i for t in doc if t.text == trigger])


def test_it_knows_the_types_of_the_codebook() -> None:
    model = load_opinion()
    assert set(model.types) == {NO_EVENT, *load_codebook().types}


def test_probabilities_add_up_and_tell_an_act_from_a_metaphor(nlp: Parse) -> None:
    doc, states, question = _asked(nlp, "France expelled six Russian diplomats.", "expelled")
    opinion = load_opinion().ask(states, range(len(doc)), question)
    assert opinion.best == "SANCTION"
    assert sum(opinion.types.values()) == pytest.approx(1, abs=1e-4)
    assert sum(opinion.statuses.values()) == pytest.approx(1, abs=1e-4)
    doc, states, question = _asked(nlp, "The striker fired the ball over the bar.", "fired")
    assert load_opinion().ask(states, range(len(doc)), question).best == NO_EVENT


def test_an_answer_does_not_depend_on_what_was_asked_before(nlp: Parse) -> None:
    doc, states, question = _asked(nlp, "Oslo shelved its loan to Chad.", "shelved")
    model = load_opinion()
    first = model.ask(states, range(len(doc)), question)
    model.ask(states, range(len(doc)), Question(actors=[0]))
    assert model.ask(states, range(len(doc)), question) == first


def test_the_gate_prefers_acts(nlp: Parse) -> None:
    doc, states, _ = _asked(nlp, "The army stormed the town, which lies by a lake.", "x")
    verbs = [t.i for t in doc if t.text in ("stormed", "lies")]
    stormed, lies = load_opinion().promise(states, verbs)
    assert stormed > lies


def test_a_folder_without_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no usable second opinion"):
        OpinionModel(tmp_path)
