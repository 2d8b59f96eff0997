"""Which texts are turned away for their language, and which are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.language import foreign_language

ENGLISH = "The two ministers spoke by phone on Friday about the fighting, officials said. " * 2
TITLE = "ARMY RETAKES TOWN AS JETS POUND REBELS NEAR PROVINCIAL CAPITAL; 20 DEAD, MEDICS SAY"
NAMES = "Hakan Fidan, Abbas Araghchi, Ayman Safadi, Badr Abdelatty, Faisal bin Farhan, " * 3


@pytest.mark.parametrize("text", ["", "🕊️", "Accord signé", ENGLISH, ENGLISH.upper(), TITLE])
def test_english_and_short_texts_pass(text: str) -> None:
    assert foreign_language(text) is None


def test_a_list_of_names_is_not_held_against_a_text() -> None:
    assert foreign_language(NAMES + ENGLISH) is None


def test_english_with_words_of_another_script_passes() -> None:
    assert foreign_language(ENGLISH + " the city of الفاشر and the town of Донецк") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Außenminister sagte am Montag, dass die Verhandlungen in der nächsten Woche in "
            "Doha weitergehen sollen und dass beide Seiten dazu bereit seien.",
            "German",
        ),
        (
            "El ministro de Asuntos Exteriores dijo el lunes que las conversaciones continuarán la "
            "próxima semana con la participación de ambas partes en Doha.",
            "Spanish",
        ),
        ("قال وزير الخارجية إن المحادثات ستستمر الأسبوع المقبل في الدوحة", "Arabic"),
        ("Министр заявил, что переговоры продолжатся на следующей неделе", "Russian"),
        ("Υπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα", "Greek"),
    ],
)
def test_another_language_is_named(text: str, language: str) -> None:
    assert foreign_language(text) == language


@given(st.text(max_size=400))
def test_any_text_has_an_answer(text: str) -> None:
    assert foreign_language(text) is None or foreign_language(text)
