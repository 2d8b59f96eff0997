import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from dragoman.language.truecase import is_upper_case, restore_case, truecase


def test_capitals_come_down_and_names_stay_up() -> None:
    text = (
        "REBELS ATTACKED THE FARM NEAR BOGOTA ON 4 MARCH. COLONEL LUIS GARCIA OF THE (URNG) FLED."
    )
    assert truecase(text) == (
        "Rebels attacked the farm near Bogota on 4 March. Colonel Luis Garcia of the (URNG) fled."
    )


def test_ordinary_text_is_left_alone() -> None:
    text = "NATO met in Brussels on Monday."
    assert not is_upper_case(text)
    assert truecase(text) == text


@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    assert len(truecase(text)) == len(text)
    assert len(truecase(text.upper() * 5)) == len(text.upper() * 5)


def test_a_reading_goes_back_onto_the_capitals(nlp: Language) -> None:
    text = "THREE SOLDIERS WERE KILLED NEAR BOGOTA. THE REBELS FLED."
    read = nlp(truecase(text))
    doc = restore_case(read, text)
    assert doc.text == text
    assert [t.dep_ for t in doc] == [t.dep_ for t in read]
    assert [s.start for s in doc.sents] == [s.start for s in read.sents]
    assert [e.text for e in doc.ents] == [e.text.upper() for e in read.ents]


def test_another_text_does_not_fit(nlp: Language) -> None:
    with pytest.raises(ValueError, match="characters"):
        restore_case(nlp("Rain fell."), "RAIN FELL TODAY.")
