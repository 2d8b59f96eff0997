"""What happened: constructions and the codebook's border rules, on the bundled reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.coding.what import Trigger, find_triggers
from dragoman.coding.what.acled import acled
from dragoman.coding.what.relation import event_types, relation
from dragoman.ontology.acled import load_labels
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.contexts import load_contexts

if TYPE_CHECKING:
    from spacy.language import Language


def told(nlp: Language, text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(found.type, found.modes) for found in find_triggers(nlp(text))]


def only(nlp: Language, text: str) -> Trigger:
    found = find_triggers(nlp(text))
    assert len(found) == 1, [(f.type, f.span.text) for f in found]
    return found[0]


def names(found: Trigger) -> tuple[list[str], list[str]]:
    return [t.text for t in found.actors], [t.text for t in found.recipients]


@pytest.mark.parametrize(
    ("text", "type_", "actors", "recipients"),
    [
        ("Rebels shelled the garrison.", "ASSAULT", ["Rebels"], ["garrison"]),
        ("Five soldiers were shot by gunmen.", "ASSAULT", ["gunmen"], ["soldiers"]),
        ("The convoy came under fire from gunmen.", "ASSAULT", ["gunmen"], ["convoy"]),
        ("Rebels launched an offensive on the capital.", "ASSAULT", ["Rebels"], ["capital"]),
        ("Sudan issued a warning to Chad.", "THREATEN", ["Sudan"], ["Chad"]),
        ("Turkey summoned the Swedish ambassador.", "ACCUSE", ["Turkey"], ["ambassador"]),
        ("France urged Israel to release the prisoners.", "REQUEST", ["France"], ["Israel"]),
        ("Tehran rejected talks with Washington.", "REJECT", ["Tehran"], ["Washington"]),
        ("The EU praised Ghana's conduct at the border.", "SUPPORT", ["EU"], ["Ghana"]),
        ("The police chief apologized to the families.", "CONCEDE", ["chief"], ["families"]),
        ("The envoy expressed readiness to meet the rebels.", "AGREE", ["envoy"], ["rebels"]),
    ],
)
def test_who_did_it_to_whom(
    nlp: Language, text: str, type_: str, actors: list[str], recipients: list[str]
) -> None:
    found = only(nlp, text)
    assert found.type == type_
    assert names(found) == (actors, recipients)


def test_a_method_and_its_effect_are_one_act(nlp: Language) -> None:
    for text in (
        "An airstrike killed twelve civilians in the village.",
        "Rebels shelled the garrison, killing three soldiers.",
        "Rebels attacked and killed five soldiers near the border.",
        "Five soldiers were killed in a rebel attack.",
    ):
        assert only(nlp, text).type == "ASSAULT", text
    assert only(nlp, "An airstrike killed twelve civilians.").modes == ("aerial",)


def test_mutual_acts_have_actors_only(nlp: Language) -> None:
    found = only(nlp, "Kenya and Uganda clashed over the island.")
    assert found.reciprocal
    assert names(found) == (["Kenya", "Uganda"], [])
    found = only(nlp, "The foreign minister spoke by phone with his Jordanian counterpart.")
    assert (found.type, found.modes) == ("CONSULT", ("phone",))
    assert names(found) == (["minister", "counterpart"], [])


@pytest.mark.parametrize(
    ("text", "type_", "modes"),
    [
        ("Chad agreed to withdraw its troops from Togo.", "AGREE", ()),
        ("The president will meet the Turkish leader in May.", "AGREE", ()),
        ("The army will withdraw its troops from the valley next month.", "CONCEDE", ()),
        ("The general threatened to bomb the port.", "THREATEN", ("violence",)),
        ("We will bomb the port, the general said.", "THREATEN", ("violence",)),
        ("Chad refused to stop the shelling of the border.", "REJECT", ("yield",)),
        ("Mali's president refused to meet the envoy.", "REJECT", ("meet",)),
        ("Hungary says it will not accept any refugees.", "REJECT", ()),
        ("The governor called off the talks with the union.", "REJECT", ("meet",)),
        ("Protesters called for the resignation of the president.", "REQUEST", ("change",)),
        ("Chad asked France for military help.", "REQUEST", ("assist",)),
        ("Britain lifted the ban on flights from Iran.", "CONCEDE", ()),
        ("The court issued arrest warrants for two generals.", "THREATEN", ("arrest",)),
        ("The kingdom faces a genocide case at the international court.", "ACCUSE", ("allege",)),
        ("Brussels expressed deep concern over the situation.", "ACCUSE", ("disapprove",)),
    ],
)
def test_border_rules(nlp: Language, text: str, type_: str, modes: tuple[str, ...]) -> None:
    found = only(nlp, text)
    assert found.type == type_
    assert set(modes) <= set(found.modes)


def test_accused_of_an_act_is_an_accusation_only(nlp: Language) -> None:
    assert told(nlp, "Kenya accused Sudan of shelling the village.") == [("ACCUSE", ("allege",))]


def test_saying_is_no_event_but_what_is_said_may_be(nlp: Language) -> None:
    assert told(nlp, "The minister said that the weather was fine.") == []
    assert only(nlp, "The minister said that rebels shelled the town.").type == "ASSAULT"


def test_denied_acts_are_negated(nlp: Language) -> None:
    found = only(nlp, "Kenya denied that its troops attacked the camp.")
    assert (found.type, found.status_hint) == ("ASSAULT", "negated")


def test_duty_told_by_a_speaker_is_a_request(nlp: Language) -> None:
    found = only(nlp, "The spokesman said the country must hold elections.")
    assert found.type == "REQUEST"
    assert names(found) == (["spokesman"], ["country"])
    assert only(nlp, "The army must withdraw from the valley.").by_speaker


def test_purpose_condition_and_description_are_not_told(nlp: Language) -> None:
    for text in (
        "The group was formed to attack the army.",
        "If rebels attack the town, many will suffer.",
        "Forces opposed to the president live in the hills.",
        "The shop sells knives and guns.",
    ):
        assert told(nlp, text) == [], text


def test_other_fields_borrow_the_words(nlp: Language) -> None:
    for text in (
        "The singer died of a heart attack.",
        "The storm threatens coastal towns.",
        "The couple struck a balance between work and family.",
        "The striker shot wide and the champions lost the match.",
    ):
        assert told(nlp, text) == [], text


def test_triggers_slice_back_and_hold_to_the_codebook(nlp: Language) -> None:
    codebook = load_codebook()
    text = (
        "Ministers from Chad and Togo held talks in Accra on Monday. 🙂 Rebels shelled the port,"
        " killing three; the UN condemned the attack and urged restraint.\n\n“We will respond,”"
        " the general said."
    )
    doc = nlp(text)
    found = find_triggers(doc)
    assert found == find_triggers(nlp(text)) or len(found) == len(find_triggers(nlp(text)))
    assert [f.head.i for f in found] == sorted(f.head.i for f in found)
    for trigger in found:
        assert text[trigger.span.start_char : trigger.span.end_char] == trigger.span.text
        assert set(trigger.modes) <= set(codebook.types[trigger.type].modes)
        assert set(trigger.contexts) <= set(codebook.contexts)
        assert trigger.span.start <= trigger.head.i < trigger.span.end


@pytest.mark.parametrize(
    "text", ["", " ", "🙂🙂", "…", "قصف المتمردون المدينة.", "x" * 500, "\n\n\n"]
)
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert isinstance(find_triggers(doc), tuple)
    assert isinstance(event_types(doc), list)
    assert relation(doc, None, None) in load_codebook().types
    assert acled(doc) in {label.name for label in load_labels()}


@pytest.mark.parametrize(
    "text",
    [
        "Two guards are killed and five others are injured when a car bomb hits a convoy.",
        "At least six people are killed and nine others are injured in airstrikes on two villages.",
        "Artillery targeted the town, killing three people and wounding one.",
        "Twelve pupils were abducted in an attack on a village school by gunmen.",
        "Demonstrators, carrying placards against the tax, marched to the palace.",
        "Thousands marched in Lagos, chanting slogans against the governor.",
    ],
)
def test_the_harm_and_its_cause_are_one_act(nlp: Language, text: str) -> None:
    only(nlp, text)


@pytest.mark.parametrize(
    ("text", "modes"),
    [
        (
            "Rebels advance on the city and capture the town of Kama.",
            [("territory",), ("territory",)],
        ),
        (
            "Rebels overran a garrison and took 17 soldiers prisoner.",
            [("territory",), ("abduct",)],
        ),
    ],
)
def test_blows_with_aims_of_their_own_are_two_acts(
    nlp: Language, text: str, modes: list[tuple[str, ...]]
) -> None:
    assert [found.modes for found in find_triggers(nlp(text))] == modes


@pytest.mark.parametrize(
    "text",
    [
        "The trader pleads guilty to theft.",
        "The minister asked aides how the letter was lost.",
        "Hanging the general would not bring the dead back.",
        "Advisers are training the brigade to retake the valley.",
        "Nobody foresees any agreement between Kenya and Chad.",
        "One person was killed in a mass shooting at a bar.",
        "A reward is offered for information leading to the arrest of the warlord.",
        "Citizens abroad vote for the first time.",
        "A man set himself on fire outside the bank.",
    ],
)
def test_what_is_not_told_as_done_is_no_act(nlp: Language, text: str) -> None:
    assert not [found for found in find_triggers(nlp(text)) if found.type != "AID"]


def test_not_seeking_to_is_denied(nlp: Language) -> None:
    found = only(nlp, "We do not seek to exclude Chad from the talks.")
    assert found.status_hint == "negated"


def test_will_not_is_the_refusal_itself(nlp: Language) -> None:
    for text in ("Kenya will not open the border to Chad.", "Kenya will not send aid to Chad."):
        found = only(nlp, text)
        assert (found.type, found.head.text, found.clause.pos_) == ("REJECT", "will", "VERB")
        assert "not" in found.span.text


def test_whoever_begins_a_withdrawal_withdraws(nlp: Language) -> None:
    found = only(nlp, "Burundi initiates the withdrawal of its forces from the east.")
    assert (found.type, names(found)[0]) == ("RETREAT", ["Burundi"])


def test_authors_of_a_statement_condemn(nlp: Language) -> None:
    found = only(nlp, "Turkey was condemned in a joint statement by Egypt, Greece and Cyprus.")
    assert found.type == "ACCUSE"
    assert names(found) == (["Egypt", "Greece", "Cyprus"], ["Turkey"])


def test_a_feeling_is_its_subjects(nlp: Language) -> None:
    found = next(
        f
        for f in find_triggers(nlp("The minister was appalled by the attack by the regime."))
        if f.type == "ACCUSE"
    )
    assert names(found)[0] == ["minister"]


def test_asking_for_somebodys_resignation_asks_for_change(nlp: Language) -> None:
    found = only(nlp, "The premier asked the governor for his resignation.")
    assert (found.type, found.modes) == ("REQUEST", ("change",))


def test_being_subjected_to(nlp: Language) -> None:
    active = only(nlp, "The guards subject detainees to torture.")
    passive = only(nlp, "Detainees were subjected to torture by the guards.")
    assert names(active) == (["guards"], ["detainees"])
    assert names(passive) == (["guards"], ["Detainees"])


def test_the_first_to_travel_travelled(nlp: Language) -> None:
    found = only(nlp, "Two ministers became the first envoys to travel to Oslo for talks.")
    assert (found.type, names(found)[0]) == ("CONSULT", ["envoys"])


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Four people were killed in a missile strike on Dnipro.", [], ["people"]),
        ("A rocket strike on a market kills three people.", [], ["people"]),
        ("Six were wounded in attacks by rebels on two villages.", ["rebels"], ["Six"]),
        ("The army killed General Kazem in an airstrike.", ["army"], ["Kazem"]),
        (
            "The chief was killed in a joint operation by Chad and Togo.",
            ["Chad", "Togo"],
            ["chief"],
        ),
    ],
)
def test_those_harmed_are_the_recipients(
    nlp: Language, text: str, actors: list[str], recipients: list[str]
) -> None:
    assert names(only(nlp, text)) == (actors, recipients)


def test_a_doc_without_a_parse_is_borne() -> None:
    doc = Doc(Vocab(), words=["Rebels", "shelled", "the", "town", "."])
    assert find_triggers(doc) == ()
    assert event_types(doc) == []


def test_relation_is_the_act_between_the_two(nlp: Language) -> None:
    doc = nlp("Kenya thanked Sudan after Chad bombed Togo.")
    assert relation(doc, doc[0:1], doc[2:3]) == "SUPPORT"
    assert relation(doc, doc[4:5], doc[6:7]) == "ASSAULT"


def test_event_types_start_with_the_main_clause(nlp: Language) -> None:
    doc = nlp("The pope thanked the mediators who had met the rebels.")
    assert event_types(doc)[0] == "SUPPORT"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Warplanes carried out an airstrike on the depot.", "AIR_STRIKE"),
        ("Two grenades were thrown at a police post.", "GRENADE"),
        ("Thousands joined a peaceful rally in the square.", "PEACE_PROTEST"),
        ("The earthquake of magnitude six killed nine.", "NATURAL_DISASTER"),
        ("Gunmen kidnapped three teachers and asked for ransom.", "ABDUCT_DISSAP"),
        ("Soldiers killed nine rebels near the village.", "ARMED_CLASH"),
        ("Police shot dead two protesters at a rally.", "FORCE_AGAINST_PROTEST"),
        ("Police detained forty protesters at a rally.", "PROTEST_WITH_INTER"),
        ("Rebels killed nine villagers.", "ATTACK"),
    ],
)
def test_acled_label(nlp: Language, text: str, label: str) -> None:
    assert acled(nlp(text)) == label


def test_contexts_come_from_words_of_the_sentence(nlp: Language) -> None:
    found = only(nlp, "The two foreign ministers discussed the nuclear programme in Vienna.")
    assert {"diplomatic", "cbrn"} <= set(found.contexts)
    assert set(load_contexts().words["cyberattack"]) == {"cyber"}
