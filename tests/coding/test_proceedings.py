from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.coding.proceedings import code_proceedings
from dragoman.coding.when import find_times
from dragoman.coding.where import find_places
from dragoman.coding.who import find_cast
from dragoman.records import Proceeding, Report

NEWS = date(2024, 12, 7)


def _code(nlp: Language, text: str) -> tuple[Proceeding, ...]:
    doc = nlp(text)
    cast = find_cast(doc, Report(text, published=NEWS))
    found = code_proceedings(doc, cast, find_places(doc), find_times(doc, NEWS))
    for proceeding in found:
        assert all(span.holds_in(text) for span in proceeding.evidence)
    return found


def test_a_warrant_has_court_parties_matter_and_date(nlp: Language) -> None:
    text = (
        "In March 2009 the International Criminal Court issued an arrest warrant for Omar al-Bashir "
        "for war crimes and crimes against humanity in Darfur."
    )
    (warrant,) = _code(nlp, text)
    assert (warrant.kind, warrant.court) == ("warrant", "International Criminal Court")
    assert len(warrant.parties) == 1
    assert "Bashir" in warrant.parties[0].name
    assert warrant.matter == "war crimes and crimes against humanity"
    assert warrant.date is not None
    assert warrant.date.value == "2009-03"


@pytest.mark.parametrize(
    ("text", "kind", "court", "parties"),
    [
        (
            "Gambia filed a genocide case against Myanmar at the International Court of Justice.",
            "case",
            "International Court of Justice",
            ["GMB", "MMR"],
        ),
        (
            "Myanmar faces a genocide case at the ICJ.",
            "case",
            "International Court of Justice",
            ["MMR"],
        ),
        (
            "The European Court of Human Rights ruled against Turkey.",
            "ruling",
            "European Court of Human Rights",
            ["TUR"],
        ),
    ],
)
def test_states_before_international_courts(
    nlp: Language, text: str, kind: str, court: str, parties: list[str]
) -> None:
    (proceeding,) = _code(nlp, text)
    assert (proceeding.kind, proceeding.court) == (kind, court)
    assert [p.country for p in proceeding.parties] == parties


def test_a_national_court_is_named_as_written(nlp: Language) -> None:
    (verdict,) = _code(nlp, "A court in Minsk sentenced Maria Kalesnikava to 11 years in prison.")
    assert verdict.kind == "verdict"
    assert verdict.court == "court in Minsk"
    assert [p.name for p in verdict.parties] == ["Maria Kalesnikava"]


def test_an_indictment_names_the_charges(nlp: Language) -> None:
    (indictment,) = _code(nlp, "Prosecutors charged Hashim Thaci with war crimes.")
    assert (indictment.kind, indictment.matter) == ("indictment", "war crimes")


def test_a_request_for_a_warrant_is_no_warrant(nlp: Language) -> None:
    (case,) = _code(nlp, "The ICC prosecutor sought an arrest warrant for Omar al-Bashir.")
    assert case.kind == "case"


@pytest.mark.parametrize(
    "text",
    [
        "The ICC did not issue an arrest warrant for Bashar al-Assad.",
        "The ICC may issue an arrest warrant for Vladimir Putin.",
        "The judge ordered a pizza.",
        "In that case the army will respond.",
        "There was no charge for the ride.",
        "",
    ],
)
def test_what_has_not_happened_is_no_proceeding(nlp: Language, text: str) -> None:
    assert _code(nlp, text) == ()


def test_a_proceeding_told_twice_is_one_record(nlp: Language) -> None:
    text = (
        "The ICC issued an arrest warrant for Vladimir Putin. The ICC arrest warrant for Putin "
        "limits his travel."
    )
    (warrant,) = _code(nlp, text)
    assert len(warrant.evidence) >= 3


def test_who_faces_a_case_is_named_by_himself(nlp: Language) -> None:
    text = "Myanmar faces a genocide case at the International Court of Justice for its campaign."
    (case,) = _code(nlp, text)
    assert [[span.quote for span in p.evidence] for p in case.parties] == [["Myanmar"]]


def test_a_conviction_without_a_named_crime_tells_its_grounds(nlp: Language) -> None:
    text = "Three men fled to Seoul.\n\nA Peruvian court sentenced Juan Diaz to six years for selling votes."
    (verdict,) = _code(nlp, text)
    assert (verdict.court, verdict.matter) == ("Peruvian court", "selling votes")
