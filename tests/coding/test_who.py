"""Who is meant, of what country, sector and office."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from dragoman.coding.who import Cast, find_cast
from dragoman.coding.who.actor_text import code_actor
from dragoman.coding.who.naming import find_names
from dragoman.records import Participant, Report


def cast_of(nlp: Language, text: str, day: date | None = None) -> tuple[Doc, Cast]:
    doc = nlp(text)
    return doc, find_cast(doc, Report(text, published=day))


def token_of(doc: Doc, word: str) -> Token:
    return next(token for token in doc if token.text == word)


def people(nlp: Language, text: str, word: str, day: date | None = None) -> tuple[Participant, ...]:
    doc, cast = cast_of(nlp, text, day)
    return cast.participants_at(token_of(doc, word))


@pytest.mark.parametrize(
    ("text", "word", "country", "sector"),
    [
        ("Peruvian Foreign Minister Ana Quispe met reporters.", "Quispe", "PER", "GOV"),
        ("Ankara said the talks would go on.", "Ankara", "TUR", "GOV"),
        ("Kenya's Foreign Ministry rejected the report.", "Ministry", "KEN", "GOV"),
        ("Boko Haram gunmen raided a market.", "gunmen", "NGA", "REB"),
        ("Soldiers of the Chadian army entered the town.", "army", "TCD", "MIL"),
        ("Dozens of Haitian protesters blocked the road.", "Dozens", "HTI", "OPP"),
        ("Fighters opposed to the Assad regime took the hill.", "Fighters", "SYR", "REB"),
        ("ISIL vehicles burned near the river.", "vehicles", "IMG", "REB"),
        ("The Spanish Senate voted on Monday.", "Senate", "ESP", "LEG"),
        ("The U.S.-led coalition bombed the depot.", "coalition", "IGO", "MIL"),
    ],
)
def test_country_and_sector(nlp: Language, text: str, word: str, country: str, sector: str) -> None:
    (participant,) = people(nlp, text, word)
    assert (participant.country, participant.sector) == (country, sector)


def test_a_role_in_the_past_is_not_current(nlp: Language) -> None:
    text = "A court in Rome summoned former Italian Defense Minister Paolo Neri on Friday."
    doc, cast = cast_of(nlp, text)
    neri = cast.entity_at(token_of(doc, "Neri"))
    assert neri is not None
    assert neri.sectors[0] == "ELI"
    assert [(r.title, r.current) for r in neri.roles] == [("defense minister", False)]


def test_both_offices_of_one_man(nlp: Language) -> None:
    text = (
        "Qatar's foreign minister welcomed the truce. Sheikh Mohammed bin Abdulrahman Al Thani, "
        "who also serves as the country's prime minister, called it a first step."
    )
    doc, cast = cast_of(nlp, text, date(2024, 6, 1))
    man = cast.entity_at(token_of(doc, "Thani"))
    assert man is not None
    assert {role.title for role in man.roles} == {"foreign minister", "prime minister"}
    assert man is cast.entity_at(token_of(doc, "minister"))
    for role in man.roles:
        assert all(span.holds_in(text) for span in role.evidence)


def test_counterparts_of_several_countries(nlp: Language) -> None:
    text = (
        "Norway's foreign minister called his counterparts from Chile and Ghana. "
        "He later met Chilean Foreign Minister Rosa Vidal."
    )
    found = people(nlp, text, "counterparts")
    assert {p.country for p in found} == {"CHL", "GHA"}
    assert all(p.role == "foreign minister" for p in found)
    assert any("Vidal" in p.name for p in found)


def test_coordinated_demonyms_are_several(nlp: Language) -> None:
    found = people(nlp, "Talks with Turkish and Iranian officials ended early.", "officials")
    assert {p.country for p in found} == {"TUR", "IRN"}


def test_the_directory_is_read_for_the_day(nlp: Language) -> None:
    text = "Boris Johnson warned against delay."
    (then,) = people(nlp, text, "Johnson", date(2017, 5, 2))
    (later,) = people(nlp, text, "Johnson", date(2024, 5, 2))
    assert (then.country, then.sector) == ("GBR", "GOV")
    assert later.sector == "ELI"


def test_domestic_actors_take_the_reports_country(nlp: Language) -> None:
    text = "Clashes broke out in Sudan on Sunday. Police fired tear gas at villagers."
    (police,) = people(nlp, text, "Police")
    (villagers,) = people(nlp, text, "villagers")
    assert (police.country, police.sector) == ("SDN", "COP")
    assert (villagers.country, villagers.sector) == ("SDN", "CVL")


def test_nobody_is_guessed_where_nothing_tells(nlp: Language) -> None:
    (rebels,) = people(nlp, "Rebels fled into the woods.", "Rebels")
    assert rebels.country is None
    assert people(nlp, "The weather changed.", "weather") == ()


def test_first_person_is_the_speaker(nlp: Language) -> None:
    text = 'Dutch Prime Minister Joris Bakker said: "I regret the decision."'
    doc, cast = cast_of(nlp, text)
    assert cast.entity_at(token_of(doc, "I")) is cast.entity_at(token_of(doc, "Bakker"))


def test_entities_are_numbered_by_first_mention_and_hold(nlp: Language) -> None:
    text = "🎉 Ghana’s\r\npresident met — in Accra — the king of Jordan… and עמאן’s envoy."
    _, cast = cast_of(nlp, text)
    assert [e.id for e in cast.entities] == [f"e{i + 1}" for i in range(len(cast.entities))]
    starts = [e.mentions[0].start for e in cast.entities]
    assert starts == sorted(starts)
    assert all(span.holds_in(text) for e in cast.entities for span in e.mentions)


def test_coding_twice_gives_the_same(nlp: Language) -> None:
    text = "Chad and Niger signed a pact. Both countries said their armies would train together."
    assert cast_of(nlp, text)[1].entities == cast_of(nlp, text)[1].entities


def test_a_document_without_a_parse() -> None:
    doc = Doc(Vocab(), words=["Chad", "\n", "Niger"])
    cast = find_cast(doc, Report("Chad \n Niger"))
    assert {entity.country for entity in cast.entities} == {"TCD", "NER"}
    assert find_cast(Doc(Vocab()), Report(" ")).entities == ()


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("Chilean fishermen", "CHL", "AGR"),
        ("the Pentagon", "USA", "MIL"),
        ("president of the Knesset", "ISR", "LEG"),
        ("a Mali-based paramilitary group", "MLI", "PRM"),
    ],
)
def test_an_actor_on_its_own(nlp: Language, phrase: str, country: str, sector: str) -> None:
    actor = code_actor(nlp, phrase)
    assert actor is not None
    assert (actor.entity.country, actor.entity.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "word", "name", "country", "sector"),
    [
        ("Georgia condemned Abkhazia.", "Abkhazia", "Abkhazia", "GEO", "PRE"),
        ("Azerbaijan attacked Nagorno-Karabakh.", "Karabakh", "Nagorno-Karabakh", "AZE", "PRE"),
        ("England thanked Scotland.", "Scotland", "Scotland", "GBR", "GOV"),
    ],
)
def test_parts_of_states_are_themselves(
    nlp: Language, text: str, word: str, name: str, country: str, sector: str
) -> None:
    (part,) = people(nlp, text, word)
    assert (part.name, part.country, part.sector) == (name, country, sector)


@pytest.mark.parametrize(
    ("text", "word", "country", "sector"),
    [
        ("The Saeima rejected the bill.", "Saeima", "LVA", "LEG"),
        ("The Seimas rejected the bill.", "Seimas", "LTU", "LEG"),
        ("Members of the Jogorku Kenesh met.", "Members", "KGZ", "LEG"),
        ("The Diet condemned the strike.", "Diet", "JPN", "LEG"),
        ("Chile's Supreme Court freed him.", "Court", "CHL", "JUD"),
        ("The national police of Peru came.", "police", "PER", "COP"),
        ("Libyan agents seized a banker.", "agents", "LBY", "SPY"),
    ],
)
def test_bodies_of_all_countries(
    nlp: Language, text: str, word: str, country: str, sector: str
) -> None:
    (body,) = people(nlp, text, word)
    assert (body.country, body.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "word", "sector", "role"),
    [
        ("Former Peruvian president Luis Mora spoke.", "Mora", "ELI", "former president"),
        ("Peruvian President-elect Ana Ruiz spoke.", "Ruiz", "GOV", "president-elect"),
        ("Acting Peruvian president Tom Bell spoke.", "Bell", "GOV", "acting president"),
        ("Peruvian President Ida Sand spoke.", "Sand", "GOV", "president"),
    ],
)
def test_former_acting_and_elect(
    nlp: Language, text: str, word: str, sector: str, role: str
) -> None:
    (person,) = people(nlp, text, word)
    assert (person.country, person.sector, person.role) == ("PER", sector, role)


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        (
            "The government of Colombia met rebels in Havana. The parties agreed to talks.",
            "parties",
            {"government", "rebels"},
        ),
        (
            "Fighting between the Chadian army and rebels ended. Both sides buried their dead.",
            "sides",
            {"Chadian army", "rebels"},
        ),
        ("Talks between Chile and Peru ended. The sides parted.", "sides", {"Chile", "Peru"}),
    ],
)
def test_the_two_sides(nlp: Language, text: str, word: str, names: set[str]) -> None:
    assert {p.name for p in people(nlp, text, word)} == names


def test_a_named_counterpart_holds_the_same_office(nlp: Language) -> None:
    text = "Turkish Foreign Minister Kemal Acar phoned his Egyptian counterpart Samir Nour."
    (nour,) = people(nlp, text, "Samir")
    assert (nour.country, nour.role) == ("EGY", "foreign minister")


def test_nothing_is_no_actor(nlp: Language) -> None:
    assert code_actor(nlp, "  ") is None


def test_types_of_names(nlp: Language) -> None:
    text = "Boko Haram left Maiduguri before Nigerian troops and Ursula von der Leyen came."
    found = {text[n.start : n.end]: n.type for n in find_names(nlp(text))}
    assert found["Boko Haram"] == "ORG"
    assert found["Maiduguri"] == "GPE"
    assert found["Nigerian"] == "NORP"
    assert found["Ursula von der Leyen"] == "PERSON"
