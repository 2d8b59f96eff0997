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


def test_ordinary_text_is_left_alone() -> None:
    text = "NATO met in Brussels on Monday."
    assert not is_upper_case(text)
    assert truecase(text) == text


@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    assert len(truecase(text)) == len(text)
    assert len(truecase(text.upper() * 5)) == len(text.upper() * 5)
