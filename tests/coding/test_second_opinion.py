from collections.abc import Callable

from spacy.tokens import Doc

from dragoman.coding.coder import Coder
from dragoman.coding.what import find_acts, weigh_acts
from dragoman.coding.what.second_opinion import ENTRY, adviser_of
from dragoman.language.parse import parse_of
from dragoman.records import Report

Parse = Callable[[str], Doc]


def test_what_no_entry_knows_may_be_found_by_the_model_and_bears_its_name(nlp: Parse) -> None:
    doc = nlp("Moroccan police emptied the squatted university of students on Friday.")
    assert find_acts(doc, ask=False) == []
    (act,) = find_acts(doc)
    assert (act.type, act.entry) == ("COERCE", ENTRY)
    assert act.opinion is not None
    assert act.confidence == act.opinion.types["COERCE"]


def test_it_strikes_a_lexicon_match_that_tells_no_event(nlp: Parse) -> None:
    doc = nlp("Brazil attacked down the left and Germany defended in the second half of the match.")
    told, _ = weigh_acts(doc)
    assert not told


def test_without_the_reader_s_states_there_is_no_second_opinion(nlp: Parse) -> None:
    doc = nlp("Troops shelled the port.")
    bare = Doc(doc.vocab, words=[t.text for t in doc])
    assert adviser_of(bare, parse_of(bare)) is None


def test_records_say_how_likely_they_are_and_a_user_may_ask_for_the_likelier(nlp: Parse) -> None:
    text = "Turkish jets bombed a Kurdish base in Iraq on Monday, the Turkish army said."
    (event,) = Coder().code(nlp(text), Report(text)).events
    assert 0.01 <= event.confidence <= 0.99
    coding, silent = Coder(least_confidence=0.995).weigh(nlp(text), Report(text))
    assert not coding.events
    assert "under the least asked" in silent[0].path[-1]
