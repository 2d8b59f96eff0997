from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.coding.instruments import code_instruments
from dragoman.coding.when import find_times
from dragoman.records.mention import Instrument


def _code(nlp: Language, text: str) -> tuple[Instrument, ...]:
    doc = nlp(text)
    found = code_instruments(doc, find_times(doc, date(2024, 12, 7)))
    for instrument in found:
        assert all(span.holds_in(text) for span in instrument.evidence)
    return found


@pytest.mark.parametrize(
    "written",
    [
        "UN Security Council Resolution 1701",
        "U.N. Security Council resolution 1701",
        "Security Council Resolution No. 1701",
        "UNSCR 1701",
        "UNSC resolution 1701",
        "S/RES/1701 (2006)",
        "S/RES/1701(2006)",
        "UN resolution 1701 (2006)",
    ],
)
def test_every_form_means_the_same_resolution(nlp: Language, written: str) -> None:
    (instrument,) = _code(nlp, f"Both sides must respect {written}, he said.")
    assert instrument.symbol == "S/RES/1701 (2006)"
    assert (instrument.kind, instrument.body, instrument.number) == ("resolution", "UNO", "1701")


def test_lists_are_told_apart(nlp: Language) -> None:
    text = "The Security Council recalled resolutions 1559, 1680 and 1701."
    assert [i.symbol for i in _code(nlp, text)] == [
        "S/RES/1559 (2004)",
        "S/RES/1680 (2006)",
        "S/RES/1701 (2006)",
    ]


def test_a_resolution_is_one_record_with_all_its_mentions(nlp: Language) -> None:
    text = (
        "He cited UN Security Council Resolution 1701. Resolution 1701, adopted in August 2006, "
        "ended the war."
    )
    (instrument,) = _code(nlp, text)
    assert len(instrument.evidence) == 2
    assert instrument.date is not None
    assert (instrument.date.value, instrument.date.inferred) == ("2006-08", False)


def test_a_year_that_only_the_number_tells_is_inferred(nlp: Language) -> None:
    (instrument,) = _code(nlp, "Israel rejects UN Security Council Resolution 242.")
    assert instrument.date is not None
    assert (instrument.date.value, instrument.date.inferred) == ("1967", True)


def test_a_wrong_year_is_not_repaired(nlp: Language) -> None:
    (instrument,) = _code(nlp, "The Security Council passed Resolution 1701 (2010).")
    assert instrument.symbol is None
    assert instrument.number == "1701"


def test_a_resolution_of_another_house_is_none_of_the_councils(nlp: Language) -> None:
    assert _code(nlp, "The city assembly passed Resolution 12 on parking.") == ()


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("General Assembly resolution 67/19", "A/RES/67/19"),
        ("UN Resolution 2758", "A/RES/2758 (XXVI)"),
        ("Security Council Resolution 2758", "S/RES/2758 (2024)"),
        ("General Assembly resolution 377 (V)", "A/RES/377 (V)"),
        ("UN General Assembly Resolution 194", "A/RES/194 (III)"),
        ("General Assembly resolution ES-10/21", "A/RES/ES-10/21"),
        ("Human Rights Council resolution 46/22", "A/HRC/RES/46/22"),
    ],
)
def test_other_bodies_have_symbols_of_their_own(nlp: Language, written: str, symbol: str) -> None:
    assert [i.symbol for i in _code(nlp, f"He pointed to {written}.")] == [symbol]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Both sides broke the Minsk agreements.", "agreement", "Minsk agreements"),
        ("The raid violates the Geneva Conventions.", "treaty", "Geneva Conventions"),
        ("Moscow left the New START treaty.", "treaty", "New START treaty"),
        ("Armenia joined the Rome Statute.", "statute", "Rome Statute"),
        ("Bahrain signed the Abraham Accords.", "agreement", "Abraham Accords"),
        (
            "Iran may leave the Treaty on the Non-Proliferation of Nuclear Weapons.",
            "treaty",
            "Treaty on the Non-Proliferation of Nuclear Weapons",
        ),
    ],
)
def test_treaties_are_known_by_their_names(nlp: Language, text: str, kind: str, name: str) -> None:
    assert [(i.kind, i.symbol) for i in _code(nlp, text)] == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "The peace agreement failed.",
        "They reached an agreement on grain.",
        "She spoke at the party's national convention.",
        "",
    ],
)
def test_what_has_no_name_is_no_instrument(nlp: Language, text: str) -> None:
    assert _code(nlp, text) == ()


def test_a_signature_dates_a_treaty(nlp: Language) -> None:
    (instrument,) = _code(nlp, "The two sides signed the Doha Agreement in February 2020.")
    assert instrument.date is not None
    assert instrument.date.value == "2020-02"
