"""Who takes part: clean names, one entity for one party, no guessed country or enemy."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import Coding, EventMention, Participant, Report
from dragoman.runs.reader import Reader

ROUNDUP = (
    "Israel attacked Houthi positions in Hodeidah, Yemen.\n\n"
    "Unidentified armed men opened fire in a nightclub in Damascus, Syria.\n\n"
    "Gunmen attacked police officers in Makhachkala, Russia.\n\n"
    "Nigerian prosecutors issued an arrest warrant for former petroleum minister Timi Sula.\n\n"
    "A court in Paris, France, released former mayor Luc Arnal.\n\n"
    "Lebanon arrested a banker.\n\n"
    "Thailand expelled the ambassador of Cambodia."
)


def code(reader: Reader, text: str) -> Coding:
    return reader.code(Report(text, published=date(2021, 3, 4)))


def sides(event: EventMention) -> list[tuple[str, str | None, str | None]]:
    return [(p.name, p.country, p.sector) for p in (*event.actors, *event.recipients)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thousands of teachers protested in Lima.", "teachers"),
        ("Soldiers killed at least 48 people in Mosul.", "people"),
        ("Only ten Republicans condemned the bill.", "Republicans"),
        ("The March 23 Movement attacked a village.", "March 23 Movement"),
        ("Four state police were kidnapped in Guerrero.", "state police"),
    ],
)
def test_names_bear_no_numbers(reader: Reader, text: str, name: str) -> None:
    event = code(reader, text).events[0]
    assert name in {told for told, _, _ in sides(event)}


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Iraqi army personnel attacked a village.", ("Iraqi army personnel", "IRQ", "MIL")),
        (
            "Ahmed Assadi, a spokesman for the Popular Mobilization Forces, condemned Israel.",
            ("Ahmed Assadi", "IRQ", "PRM"),
        ),
        ("Turkish leaders condemned the plan.", ("Turkish leaders", "TUR", "GOV")),
        ("Two US allies criticized the plan.", ("US allies", None, "GOV")),
        (
            "Anicet Vondo, the leader of a militia in Chad, attacked Faya.",
            ("Anicet Vondo", "TCD", "PRM"),
        ),
        (
            "Venezuela accused opposition figure Leo Lara of treason.",
            ("Leo Lara", "VEN", "OPP"),
        ),
        (
            "Five pro-Palestinian protesters were arrested in Oslo, Norway.",
            ("pro-Palestinian protesters", "NOR", "OPP"),
        ),
        ("A spokesman for the foreign ministry condemned Iran.", ("spokesman", None, "GOV")),
        (
            "One of these groups, the Levant Front, condemned the truce.",
            ("Levant Front", "SYR", "REB"),
        ),
    ],
)
def test_who_somebody_is(reader: Reader, text: str, side: tuple[str, str, str]) -> None:
    assert side in sides(code(reader, text).events[0])


def test_unrelated_reports_lend_each_other_nothing(reader: Reader) -> None:
    events = code(reader, ROUNDUP).events
    assert all("YEM" not in {p.country for p in event.actors} for event in events)
    shot = next(e for e in events if e.trigger.quote.startswith("opened fire"))
    assert [p.country for p in shot.actors] == ["SYR"]
    assert not shot.recipients
    wanted = next(e for e in events if e.type == "THREATEN")
    assert [p.country for p in wanted.recipients] == ["NGA"]
    freed = [e for e in events if "LBN" in {p.country for p in e.actors}]
    assert freed
    assert all(event.place is None for event in freed)


def test_an_unknown_group_is_known_by_its_fighters(reader: Reader) -> None:
    text = (
        "In Chad, fighters of the Tibesti Renewal Front attacked a convoy. "
        "Soldiers attacked the Front."
    )
    last = code(reader, text).events[-1]
    assert ("Tibesti Renewal Front", "TCD", "REB") in sides(last)


def test_a_held_thing_is_its_holder(reader: Reader) -> None:
    text = "An ISIL-held tank was destroyed by warplanes near Palmyra."
    assert [p.name for p in code(reader, text).events[0].recipients] == ["ISIL"]


def test_a_town_that_modifies_does_not_act(reader: Reader) -> None:
    events = code(reader, "The Mosul offensive killed 40 people.").events
    assert all(p.name != "Mosul" for event in events for p in event.actors)


def test_we_is_who_made_the_statement_not_whom_it_quotes(reader: Reader) -> None:
    text = (
        "The United States condemned the attack in Iraq claimed by Daesh. "
        "We extend our condolences to the victims' families."
    )
    support = next(e for e in code(reader, text).events if e.type == "SUPPORT")
    assert [p.country for p in support.actors] == ["USA"]


def event_of(reader: Reader, text: str, kind: str) -> EventMention:
    return next(event for event in code(reader, text).events if event.type == kind)


def countries(people: tuple[Participant, ...]) -> list[str | None]:
    return [person.country for person in people]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Egypt rejected Ethiopia's proposal on the dam.", "REJECT", ["EGY"], ["ETH"]),
        (
            "The Peruvian minister was appalled by Chile's decision to close the border.",
            "ACCUSE",
            ["PER"],
            ["CHL"],
        ),
        (
            "Canada stands shoulder to shoulder with the people of Ukraine.",
            "SUPPORT",
            ["CAN"],
            ["UKR"],
        ),
        (
            "Thousands of Syrians live in areas besieged by the Turkish army.",
            "COERCE",
            ["TUR"],
            ["SYR"],
        ),
        (
            "Joseph Kony of Uganda was involved in the abduction of Kenyan children.",
            "ASSAULT",
            ["UGA"],
            ["KEN"],
        ),
        (
            "French jets supported Malian troops with air strikes against Boko Haram.",
            "ASSAULT",
            ["FRA"],
            ["NGA"],
        ),
        ("Iran has sent fighters to Iraq to support its government.", "MOBILIZE", ["IRN"], []),
        ("Morocco will hold a joint exercise with Spain.", "AGREE", ["MAR", "ESP"], []),
        (
            "Neighbouring states, including Togo and Benin, condemned Niger.",
            "ACCUSE",
            [None, "TGO", "BEN"],
            ["NER"],
        ),
        ("Our Chadian allies fought Boko Haram.", "ASSAULT", ["TCD", "NGA"], []),
    ],
)
def test_both_sides_of_an_act(
    reader: Reader, text: str, kind: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    event = event_of(reader, text, kind)
    assert (countries(event.actors), countries(event.recipients)) == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        ("Egypt, along with Qatar, urged Chad to hold talks.", "REQUEST", ["EGY", "QAT"], ["TCD"]),
        ("Kenya, joined by Togo, condemned Peru.", "ACCUSE", ["KEN", "TGO"], ["PER"]),
        ("The refusal of Iran to meet Chile's envoy drew anger.", "REJECT", ["IRN"], ["CHL"]),
        ("The attack of Iran on Iraq was condemned.", "ASSAULT", ["IRN"], ["IRQ"]),
        ("Bulgaria's expulsion of Serbian diplomats was expected.", "SANCTION", ["BGR"], ["SRB"]),
        ("The expulsion of Serbian diplomats by Bulgaria came.", "SANCTION", ["BGR"], ["SRB"]),
        (
            "Peru's decision to impose sanctions on Iran was criticised by China.",
            "ACCUSE",
            ["CHN"],
            ["PER"],
        ),
    ],
)
def test_those_told_beside_or_by_a_noun(
    reader: Reader, text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    event = event_of(reader, text, kind)
    assert (countries(event.actors), countries(event.recipients)) == (actors, recipients)


def test_who_tells_it_right_behind_the_act_does_not_do_it(reader: Reader) -> None:
    text = (
        "Shelling of the market in Idlib killed 26 people, including four children and two women, "
        "on Friday, the Syrian Civil Defence said. Another 12 were wounded.\n\n"
        "The town lies in Idlib province."
    )
    event = code(reader, text).events[0]
    assert event.actors == ()
    assert [source.name for source in event.sources] == ["Syrian Civil Defence"]
    (own,) = code(reader, '"We killed ten soldiers," the Syrian rebels said.').events
    assert [actor.country for actor in own.actors] == ["SYR"]
