"""Sightings: what a report itself says of who somebody is, and nothing that it does not say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.coding.who.sightings import find_sightings
from dragoman.records import Report

if TYPE_CHECKING:
    from spacy.language import Language

DAY = date(2024, 12, 7)


def said(nlp: Language, text: str) -> list[tuple[str, str, str, str]]:
    found = find_sightings(nlp(text), Report(text, published=DAY, publisher="Gazette"))
    return [(s.claim.name, s.claim.title, s.claim.country, s.quote) for s in found]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Portuguese Foreign Minister Ana Zenda arrived in Cairo.",
            ("Ana Zenda", "foreign minister", "PRT"),
        ),
        (
            "The talks were led by Ana Zenda, the defence minister of Portugal.",
            ("Ana Zenda", "defense minister", "PRT"),
        ),
        (
            "Chile's acting interior minister, Rui Hentzau, resigned.",
            ("Rui Hentzau", "acting interior minister", "CHL"),
        ),
    ],
)
def test_an_office_that_the_phrase_tells(
    nlp: Language, text: str, claim: tuple[str, str, str]
) -> None:
    (found,) = said(nlp, text)
    assert found[:3] == claim
    assert found[3] in text


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Zenda arrived in Portugal.",
        "Portuguese Foreign Minister Zenda arrived in Cairo.",
        "Former Portuguese Foreign Minister Ana Zenda arrived in Cairo.",
        "Ana Zenda arrived in Portugal with her foreign minister.",
        "The Portuguese singer Ana Zenda arrived in Cairo.",
    ],
    ids=["whose minister", "surname alone", "former", "somebody else", "no public office"],
)
def test_what_is_not_said_is_no_sighting(nlp: Language, text: str) -> None:
    assert said(nlp, text) == []


def test_a_body_by_its_apposition(nlp: Language) -> None:
    text = "Steel Dawn, a Syrian rebel group, seized the village of Tal Abta on Friday."
    (found,) = find_sightings(nlp(text), Report(text, published=DAY))
    assert (found.claim.kind, found.claim.country, found.claim.sector) == (
        "armed_group",
        "SYR",
        "REB",
    )
    assert text[found.start : found.end] == found.quote


def test_evidence_slices_and_says_when_and_by_whom(nlp: Language) -> None:
    text = "Rain fell. Portuguese Foreign Minister Ana Zenda arrived in Cairo."
    report = Report(text, published=DAY, publisher="Gazette")
    (found,) = find_sightings(nlp(text), report)
    assert text[found.start : found.end] == found.quote == "Portuguese Foreign Minister Ana Zenda"
    assert (found.day, found.publisher, found.report) == (DAY, "Gazette", report.sha256)
