"""Where acts took place: by the words of their sentence, then by the text around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, Span

from dragoman.coding.where import (
    find_places,
    place_event,
)

if TYPE_CHECKING:
    from spacy.language import Language

    from dragoman.runs.reader import Reader

VOCAB = spacy.blank("en").vocab


def parsed(rows: str, **labels: str) -> Doc:
    """A Doc of one sentence; a row is word/lemma/tag/head (1-based, 0 for the root)/relation."""
    cells = [row.split("/") for row in rows.split()]
    words = [c[0] for c in cells]
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=[c[1] for c in cells],
        pos=[c[2] for c in cells],
        heads=[int(c[3]) - 1 if c[3] != "0" else i for i, c in enumerate(cells)],
        deps=[c[4] for c in cells],
    )
    doc.ents = [
        Span(doc, i, i + 1, label=labels[word]) for i, word in enumerate(words) if word in labels
    ]
    return doc


SHELLED = (
    "Troops/troops/NOUN/2/nsubj shelled/shell/VERB/0/root Homs/Homs/PROPN/2/obj "
    "from/from/ADP/5/case Hama/Hama/PROPN/2/obl"
)


def test_the_object_of_a_verb_that_takes_places() -> None:
    doc = parsed(SHELLED, Homs="LOC", Hama="LOC")
    place = place_event(doc[1], doc[1], find_places(doc), type="ASSAULT")
    assert place is not None
    assert place.name == "Homs"
    assert place.evidence[0].quote == "Homs"


def test_a_place_within_a_participant() -> None:
    doc = parsed(
        "Jets/jet/NOUN/2/nsubj destroyed/destroy/VERB/0/root a/a/DET/4/det school/school/NOUN/2/obj "
        "near/near/ADP/6/case Idlib/Idlib/PROPN/4/nmod",
        Idlib="LOC",
    )
    place = place_event(doc[1], doc[1], find_places(doc), type="ASSAULT")
    assert place is not None
    assert place.name == "Idlib"


def test_the_country_of_an_actor_is_no_place() -> None:
    doc = parsed(
        "Government/government/NOUN/4/nsubj of/of/ADP/3/case Iraq/Iraq/PROPN/1/nmod "
        "arrested/arrest/VERB/0/root two/two/NUM/6/nummod men/man/NOUN/4/obj",
        Iraq="LOC",
    )
    assert place_event(doc[3], doc[3], find_places(doc), type="COERCE") is None


def test_what_is_condemned_is_elsewhere() -> None:
    doc = parsed(
        "Paris/Paris/PROPN/2/nsubj condemned/condemn/VERB/0/root the/the/DET/4/det "
        "raid/raid/NOUN/2/obj in/in/ADP/6/case Homs/Homs/PROPN/4/nmod",
        Paris="LOC",
        Homs="LOC",
    )
    found = find_places(doc)
    assert place_event(doc[1], doc[1], found, type="ACCUSE") is None
    raid = place_event(doc[3], doc[1], found, type="ASSAULT")
    assert raid is not None
    assert raid.name == "Homs"


def test_what_is_talked_about_is_elsewhere() -> None:
    doc = parsed(
        "Envoys/envoy/NOUN/2/nsubj held/hold/VERB/0/root talks/talk/NOUN/2/obj on/on/ADP/5/case "
        "unrest/unrest/NOUN/3/nmod in/in/ADP/7/case Homs/Homs/PROPN/5/nmod",
        Homs="LOC",
    )
    assert place_event(doc[2], doc[1], find_places(doc), type="CONSULT") is None


def test_who_suffers_an_act_is_where_it_took_place() -> None:
    doc = parsed(
        "Homs/Homs/PROPN/2/nsubj endured/endure/VERB/0/root a/a/DET/4/det siege/siege/NOUN/2/obj",
        Homs="LOC",
    )
    place = place_event(doc[3], doc[1], find_places(doc), type="COERCE")
    assert place is not None
    assert place.name == "Homs"


def test_the_city_stands_for_the_last_one_named() -> None:
    doc = parsed(
        "Rebels/rebel/NOUN/2/nsubj neared/near/VERB/0/root Hama/Hama/PROPN/2/obj and/and/CCONJ/5/cc "
        "stormed/storm/VERB/2/conj the/the/DET/7/det city/city/NOUN/5/obj",
        Hama="LOC",
    )
    place = place_event(doc[4], doc[4], find_places(doc), type="ASSAULT")
    assert place is not None
    assert place.name == "Hama"


def test_a_scene_set_at_the_head_of_the_sentence() -> None:
    doc = parsed(
        "In/in/ADP/2/case Homs/Homs/PROPN/5/dislocated ,/,/PUNCT/5/punct men/man/NOUN/5/nsubj "
        "rioted/riot/VERB/0/root",
        Homs="LOC",
    )
    place = place_event(doc[4], doc[4], find_places(doc), type="PROTEST")
    assert place is not None
    assert place.name == "Homs"


def test_a_place_of_another_province_is_not_inside() -> None:
    doc = parsed(
        "Bombs/bomb/NOUN/2/nsubj fell/fall/VERB/0/root in/in/ADP/5/case Diyala/Diyala/PROPN/5/compound "
        "province/province/NOUN/2/obl from/from/ADP/7/case Baghdad/Baghdad/PROPN/2/obl",
        Diyala="LOC",
        Baghdad="LOC",
    )
    place = place_event(doc[1], doc[1], find_places(doc), type="ASSAULT")
    assert place is not None
    assert place.name == "Diyala"


def test_sides_of_a_deal_are_no_place() -> None:
    doc = parsed(
        "Envoys/envoy/NOUN/2/nsubj sought/seek/VERB/0/root peace/peace/NOUN/2/obj "
        "between/between/ADP/5/case Sudan/Sudan/PROPN/2/obl and/and/CCONJ/7/cc Chad/Chad/PROPN/5/conj",
        Sudan="LOC",
        Chad="LOC",
    )
    assert place_event(doc[1], doc[1], find_places(doc), type="CONSULT") is None


def test_where_peace_is_called_for_is_not_where_the_call_is_made() -> None:
    doc = parsed(
        "He/he/PRON/2/nsubj called/call/VERB/0/root for/for/ADP/4/case peace/peace/NOUN/2/obl "
        "in/in/ADP/6/case Sudan/Sudan/PROPN/2/obl",
        Sudan="LOC",
    )
    assert place_event(doc[1], doc[1], find_places(doc), type="REQUEST") is None


def test_a_promised_meeting_takes_place_where_it_is_to_be() -> None:
    doc = parsed(
        "They/they/PRON/3/nsubj will/will/AUX/3/aux join/join/VERB/0/root troops/troops/NOUN/3/obj "
        "near/near/ADP/6/case Homs/Homs/PROPN/4/nmod",
        Homs="LOC",
    )
    found = find_places(doc)
    assert place_event(doc[2], doc[2], found, type="AGREE") is None
    place = place_event(doc[2], doc[2], found, type="AGREE", foretold=True)
    assert place is not None
    assert place.name == "Homs"


def test_who_claims_an_attack_is_elsewhere() -> None:
    doc = parsed(
        "The/the/DET/2/det attack/attack/NOUN/4/nsubj:pass was/be/AUX/4/aux:pass "
        "claimed/claim/VERB/0/root by/by/ADP/6/case men/man/NOUN/4/obl:agent in/in/ADP/8/case "
        "Yemen/Yemen/PROPN/6/nmod",
        Yemen="LOC",
    )
    assert place_event(doc[1], doc[3], find_places(doc), type="ASSAULT") is None


@pytest.mark.parametrize(
    ("text", "lemma", "name"),
    [
        (
            "A school in Homs was hit by shells. Monitors said the school was bombed.",
            "bomb",
            "Homs",
        ),
        (
            "In Sudan, aid groups worked from Kosti and Kassala. Gunmen killed two drivers.",
            "kill",
            "Sudan",
        ),
        ("Thousands of Syrians have been killed and their homes burned.", "kill", "Syria"),
        ("The man from Homs resigned. He had been arrested before.", "resign", None),
        ("Police shot two men before being attacked in Kassala.", "shoot", "Kassala"),
        ("Jets fired missiles into Syria, hitting Homs.", "fire", "Homs"),
        ("Troops fought the Islamic State of Iraq and the Levant.", "fight", None),
    ],
)
def test_the_text_around_sets_the_scene(
    nlp: Language, text: str, lemma: str, name: str | None
) -> None:
    doc = nlp(text)
    act = [token for token in doc if token.lemma_ == lemma][-1]
    place = place_event(act, act, find_places(doc), type="ASSAULT")
    assert (place.name if place else None) == name


def test_words_at_a_meeting_are_said_where_it_was_held(reader: Reader) -> None:
    coding = reader.code(
        "President Juma Odhiambo of Kenya met President Idris Saleh of Chad in Nairobi "
        "on Monday. Odhiambo thanked Saleh for his help."
    )
    thanks = [event for event in coding.events if event.type == "SUPPORT"]
    assert [e.place.name if e.place else None for e in thanks] == ["Nairobi"]
