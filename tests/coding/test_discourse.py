"""Participants that the rest of a report supplies."""

from __future__ import annotations

from datetime import date

from dragoman.records import Coding, EventMention, Report
from dragoman.runs.reader import Reader


def code(reader: Reader, text: str) -> Coding:
    return reader.code(Report(text, published=date(2024, 12, 7)))


def first(coding: Coding, kind: str) -> EventMention:
    return next(event for event in coding.events if event.type == kind)


def codes(people: tuple[object, ...]) -> list[object]:
    return [getattr(person, "country", None) for person in people]


def test_we_outside_quotation_is_the_voice_of_the_report(reader: Reader) -> None:
    coding = code(
        reader,
        "Norway condemns the bombing in Beirut.\n\nWe urge Lebanon to investigate the attack.",
    )
    assert codes(first(coding, "REQUEST").actors) == ["NOR"]


def test_we_inside_quotation_is_the_speaker(reader: Reader) -> None:
    coding = code(
        reader, "“We condemn the blockade,” Kenyan President Daniel Mwangi said on Friday."
    )
    assert codes(first(coding, "ACCUSE").actors) == ["KEN"]


def test_the_recipient_of_a_judgement_is_the_doer_of_what_is_judged(reader: Reader) -> None:
    coding = code(reader, "Peru condemned the shelling of the port by Russian troops.")
    assert codes(first(coding, "ACCUSE").recipients) == ["RUS"]


def test_an_attack_without_a_named_enemy_is_on_the_only_one(reader: Reader) -> None:
    coding = code(
        reader,
        "Nigerian soldiers attacked Boko Haram fighters near Maiduguri on Monday.\n\n"
        "On Tuesday the soldiers retook the town of Gwoza.",
    )
    retaken = next(e for e in coding.events if "territory" in e.modes)
    assert ["Boko Haram" in p.name for p in retaken.recipients] == [True]
    assert all(span.holds_in(coding.report.text) for p in retaken.recipients for span in p.evidence)


def test_a_resolution_speaks_for_the_body_that_adopted_it(reader: Reader) -> None:
    coding = code(
        reader,
        "UN Security Council Resolution 1701 was adopted in 2006. "
        "The resolution demanded the withdrawal of Israeli forces.",
    )
    assert codes(first(coding, "REQUEST").actors) == ["UNO"]
