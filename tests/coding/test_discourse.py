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


def test_we_is_who_speaks_whatever_is_done(reader: Reader) -> None:
    text = (
        "Norway condemns the coup in Niger.\n\nWe are consulting with the Government of Niger. "
        "Since May we have provided 3 million euros to the UN Refugee Agency."
    )
    coding = code(reader, text)
    assert set(codes(first(coding, "CONSULT").actors)) == {"NER", "NOR"}
    assert codes(first(coding, "AID").actors) == ["NOR"]


def test_our_ambassador_is_of_the_country_that_speaks(reader: Reader) -> None:
    coding = code(
        reader,
        "Australia condemns the arrests in Fiji. "
        "Our ambassador has called on the government to release them.",
    )
    assert codes(first(coding, "REQUEST").actors) == ["AUS"]


def test_the_doer_of_what_is_judged_may_only_claim_it(reader: Reader) -> None:
    coding = code(
        reader,
        "Spain strongly condemns the attacks in Mali, including one in Gao claimed by al-Qaeda.",
    )
    assert codes(first(coding, "ACCUSE").recipients) == ["IMG"]


def test_we_agreed_after_a_meeting_is_all_who_met(reader: Reader) -> None:
    coding = code(
        reader,
        "Australian Foreign Minister Penny Wong met her Indian counterpart Subrahmanyam Jaishankar "
        "in Delhi. “We agreed to deepen our ties,” Wong said.",
    )
    assert set(codes(first(coding, "AGREE").actors)) == {"AUS", "IND"}


def test_harms_told_in_one_breath_share_their_doer(reader: Reader) -> None:
    coding = code(
        reader, "Two men were shot dead by Nigerian soldiers and dozens were arrested in Kano."
    )
    assert codes(first(coding, "COERCE").actors) == ["NGA"]


def test_a_fight_between_two_has_no_third_side(reader: Reader) -> None:
    coding = code(
        reader,
        "Hezbollah, which fought a war with Israel in 2006, fights the Islamic State in Syria.",
    )
    war = first(coding, "ASSAULT")
    assert len(war.actors) == 2
    assert war.recipients == ()


def test_a_foreign_state_hits_the_state_whose_airport_it_hits(reader: Reader) -> None:
    coding = code(
        reader, "Ethiopian jets bombed a military airport in Kassala, Sudanese state media said."
    )
    assert codes(first(coding, "ASSAULT").recipients) == ["SDN"]
