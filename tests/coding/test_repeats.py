"""Acts told twice become one record; different acts stay apart."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coding.repeats import Telling, join_repeats
from dragoman.records import Date, EventMention, Participant, Place, TextSpan


def who(name: str, country: str | None = None, sector: str = "GOV") -> Participant:
    return Participant(name.lower(), name, country, sector, None, (TextSpan(0, 1, "x"),))


def day(value: str, *, inferred: bool = False) -> Date:
    return Date(value, value, "day", value, inferred)


def place(name: str, country: str = "SYR", admin1: str | None = None) -> Place:
    return Place(name, country, admin1, 35.0, 37.0, "city")


ARMY, REBELS = who("Army", "SYR", "MIL"), who("Rebels", "SYR", "REB")
IRAN, OMAN = who("Iran", "IRN"), who("Oman", "OMN")


def told(
    verb: str,
    kind: str = "ASSAULT",
    at: int = 0,
    sentence: int = 0,
    looks_back: bool = False,
    **more: Any,
) -> Telling:
    trigger = TextSpan(at, at + len(verb), verb)
    fields: dict[str, Any] = {
        "id": "",
        "type": kind,
        "modes": (),
        "contexts": (),
        "cameo": None,
        "quad": 4,
        "score": -9.0,
        "status": "actual",
        "actors": (),
        "recipients": (),
        "sources": (),
        "date": None,
        "place": None,
        "figures": (),
        "trigger": trigger,
        "evidence": (trigger,),
        "coder": "test",
        "confidence": 0.8,
    }
    return Telling(EventMention(**{**fields, **more}), verb, sentence, looks_back)


def test_a_noun_that_looks_back_adds_its_evidence() -> None:
    first = told("shelled", actors=(ARMY,), recipients=(REBELS,), date=day("2024-12-06"))
    again = told("shelling", at=50, sentence=1, looks_back=True, actors=(ARMY,))
    (joined,) = join_repeats([first, again])
    assert [span.quote for span in joined.evidence] == ["shelled", "shelling"]
    assert joined.date == day("2024-12-06")


def test_the_effect_of_an_attack_is_part_of_it() -> None:
    strike = told("struck", actors=(ARMY,), modes=("aerial",))
    deaths = told(
        "killed", at=40, sentence=1, recipients=(who("villagers", "SYR", "CVL"),), figures=("f1",)
    )
    (joined,) = join_repeats([strike, deaths])
    assert joined.modes == ("aerial",)
    assert joined.figures == ("f1",)
    assert [p.name for p in joined.recipients] == ["villagers"]


def test_a_judgement_repeated_is_one() -> None:
    once = told("condemned", "ACCUSE", actors=(IRAN,), recipients=(ARMY,))
    twice = told("denounced", "ACCUSE", at=300, sentence=9, actors=(IRAN,), recipients=(ARMY,))
    assert len(join_repeats([once, twice])) == 1


def test_talks_told_of_a_subset_of_their_sides_are_the_same_talks() -> None:
    held = told("met", "CONSULT", actors=(IRAN, OMAN), modes=("phone",))
    later = told("talks", "CONSULT", at=90, sentence=2, looks_back=True, actors=(OMAN,))
    (joined,) = join_repeats([held, later])
    assert joined.actors == (IRAN, OMAN)


@pytest.mark.parametrize(
    "other",
    [
        {"date": day("2024-11-01")},
        {"place": place("Hama")},
        {"status": "future"},
        {"actors": (REBELS,), "recipients": (ARMY,)},
        {"modes": ("drone",)},
    ],
    ids=["day", "place", "status", "sides", "modes"],
)
def test_what_conflicts_stays_apart(other: dict[str, Any]) -> None:
    base = {
        "actors": (ARMY,),
        "recipients": (REBELS,),
        "date": day("2024-12-06"),
        "place": place("Homs"),
        "modes": ("heavy-weapons",),
    }
    one = told("shelled", **base)
    two = told("struck", at=60, sentence=1, **{**base, **other})
    assert len(join_repeats([one, two])) == 2


def test_two_attacks_of_unnamed_people_far_apart_stay_two() -> None:
    one = told("bombed", modes=("explosives",), recipients=(REBELS,))
    two = told("bombed", at=900, sentence=20, modes=("explosives",), recipients=(ARMY,))
    assert len(join_repeats([one, two])) == 2


def test_a_told_date_goes_before_an_inferred_one() -> None:
    one = told(
        "praised",
        "SUPPORT",
        actors=(IRAN,),
        recipients=(OMAN,),
        date=day("2024-12-07", inferred=True),
    )
    two = told(
        "praised",
        "SUPPORT",
        at=80,
        sentence=1,
        actors=(IRAN,),
        recipients=(OMAN,),
        date=day("2024-12-05"),
    )
    (joined,) = join_repeats([one, two])
    assert joined.date == day("2024-12-05")


def test_the_body_tells_what_the_heading_says() -> None:
    heading = told("march", "PROTEST", actors=(who("Chilean nurses", "CHL", "MED"),))
    body = told("marched", "PROTEST", at=60, sentence=1, actors=(who("thousands", "CHL", "MED"),))
    (joined,) = join_repeats(
        [Telling(heading.event, "march", 0, looks_back=False, headline=True), body]
    )
    assert [p.name for p in joined.actors] == ["thousands"]
    assert [span.quote for span in joined.evidence] == ["march", "marched"]
    assert joined.trigger.quote == "marched"


def test_thanks_and_a_compliment_are_two() -> None:
    one = told("complimented", "SUPPORT", actors=(IRAN,), recipients=(OMAN,))
    two = told("thanked", "SUPPORT", at=80, sentence=1, actors=(IRAN,), recipients=(OMAN,))
    assert len(join_repeats([one, two])) == 2


def test_support_for_two_is_told_twice() -> None:
    one = told("supports", "SUPPORT", actors=(IRAN,), recipients=(OMAN,))
    two = told("supports", "SUPPORT", at=80, sentence=1, actors=(IRAN,), recipients=(REBELS,))
    assert len(join_repeats([one, two])) == 2


def test_a_verdict_repeated_without_its_object_is_one() -> None:
    one = told("welcomes", "SUPPORT", actors=(IRAN,), recipients=(OMAN,))
    two = told("welcomes", "SUPPORT", at=80, sentence=2, actors=(IRAN,))
    assert len(join_repeats([one, two])) == 1


def test_taking_two_things_is_two_acts() -> None:
    one = told("seized", modes=("territory",), actors=(ARMY,), recipients=(REBELS,))
    two = told(
        "entered", at=80, sentence=3, modes=("territory",), actors=(ARMY,), recipients=(REBELS,)
    )
    assert len(join_repeats([one, two])) == 2


def test_two_bodies_of_a_country_talk_each_for_itself() -> None:
    officials, ministry = who("Officials", "OMN"), who("Ministry", "OMN")
    touch = told("touch", "CONSULT", actors=(IRAN, officials))
    consult = told("consult", "CONSULT", at=40, sentence=1, actors=(IRAN, ministry))
    country = told("talk", "CONSULT", at=80, sentence=2, actors=(IRAN, OMAN))
    assert len(join_repeats([touch, consult])) == 2
    assert len(join_repeats([touch, country])) == 1
