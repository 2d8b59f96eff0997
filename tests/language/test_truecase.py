from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.truecase import is_upper_case, truecase


def test_capitals_come_down_and_names_stay_up() -> None:
    text = (
        "REBELS ATTACKED THE FARM NEAR BOGOTA ON 4 MARCH. COLONEL LUIS GARCIA OF THE (URNG) FLED."
    )
    assert truecase(text) == (
        "Rebels attacked the farm near Bogota on 4 March. Colonel Luis Garcia of the (URNG) fled."
    )


def test_names_of_several_words_and_titles() -> None:
    text = (
        "THE FOREIGN MINISTER MET THE UNITED NATIONS ENVOY. FOREIGN MINISTER PEDRO RUIZ BLAMED THE "
        "SHINING PATH AND THE 19TH BRIGADE [TEXT OMITTED] NEAR LIMA (PERU)."
    )
    assert truecase(text) == (
        "The foreign minister met the United Nations envoy. Foreign Minister Pedro Ruiz blamed the "
        "Shining Path and the 19th brigade [text omitted] near Lima (Peru)."
    )


def test_words_that_no_list_has_are_known_by_their_parts() -> None:
    text = (
        "THE COUNTERINSURGENCY UNIT LOST A NONCOMMISSIONED OFFICER AND A CREWMEMBER OF A GUNSHIP."
    )
    assert truecase(text) == (
        "The counterinsurgency unit lost a noncommissioned officer and a crewmember of a gunship."
    )


def test_ordinary_text_is_left_alone() -> None:
    text = "NATO met in Brussels on Monday."
    assert not is_upper_case(text)
    assert truecase(text) == text


@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    assert len(truecase(text)) == len(text)
    assert len(truecase(text.upper() * 5)) == len(text.upper() * 5)
