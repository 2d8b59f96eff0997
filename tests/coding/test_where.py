"""Place names found, placed, and tied to acts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from dragoman.coding.where import (
    Toponym,
    find_places,
    find_toponyms_for_task,
    place_event,
    resolve_span,
    resolve_spans,
)
from dragoman.records.values import Dispute

if TYPE_CHECKING:
    from spacy.language import Language


VOCAB = spacy.blank("en").vocab


def named(text: str, **labels: str) -> Doc:
    """A Doc without a parse; each keyword is a name ("Deir_ez_Zor") and its label."""
    words = text.split()
    doc = Doc(VOCAB, words=words, pos=["PROPN" if w[0].isupper() else "X" for w in words])
    spans = []
    for name, label in labels.items():
        parts = name.split("_")
        starts = [i for i in range(len(words)) if words[i : i + len(parts)] == parts]
        spans += [Span(doc, i, i + len(parts), label=label) for i in starts]
    doc.ents = filter_spans(spans)
    return doc


def by_text(toponyms: tuple[Toponym, ...]) -> dict[str, Toponym]:
    return {toponym.span.text: toponym for toponym in toponyms}


def names(doc: Doc) -> list[tuple[str, str | None]]:
    return [(t.span.text, t.place.country if t.place else None) for t in find_places(doc)]


def test_a_name_is_kept_as_said_and_placed_as_known() -> None:
    (toponym,) = find_places(named("shelling in Khan_Yunis".replace("_", " "), Khan_Yunis="LOC"))
    assert toponym.place is not None
    assert (toponym.place.name, toponym.place.country) == ("Khan Younis", "PSE")
    assert toponym.place.evidence[0].quote == "Khan Yunis"
    assert toponym.place.precision == "city"
    assert toponym.literal


def test_the_country_beside_a_name_places_it() -> None:
    doc = named("Clashes in Tripoli , Lebanon , on Friday", Tripoli="LOC", Lebanon="LOC")
    assert names(doc)[0] == ("Tripoli", "LBN")
    doc = named("Clashes in Tripoli , Libya , on Friday", Tripoli="LOC", Libya="LOC")
    assert names(doc)[0] == ("Tripoli", "LBY")


def test_the_countries_of_the_report_place_a_name() -> None:
    doc = named(
        "Syria said Damascus sent troops to Salamiyah and Tartus ; Tripoli was calm",
        Syria="LOC",
        Damascus="LOC",
        Salamiyah="LOC",
        Tartus="LOC",
    )
    assert all(country == "SYR" for _, country in names(doc)[:4])


def test_a_state_is_read_from_its_abbreviation() -> None:
    doc = named("A fire in Paris , Tex. , and in Dallas", Paris="LOC", Dallas="LOC")
    found = by_text(find_places(doc))
    paris = found["Paris"].place
    assert paris is not None
    assert paris.admin1 == "Texas"
    assert "Tex." in found


def test_a_list_of_states_is_no_containment() -> None:
    doc = named("in Nevada , Oklahoma , Oregon and Utah", Nevada="LOC", Oklahoma="LOC")
    found = by_text(find_places(doc))
    for state in ("Nevada", "Oklahoma"):
        place = found[state].place
        assert place is not None
        assert (place.name, place.precision) == (state, "admin1")


def test_a_type_word_chooses_the_division() -> None:
    town = by_text(find_places(named("fighting in Idlib", Idlib="LOC")))["Idlib"]
    province = by_text(find_places(named("fighting in Idlib province", Idlib="LOC")))["Idlib"]
    assert town.place is not None
    assert province.place is not None
    assert (town.place.precision, province.place.precision) == ("city", "admin1")


def test_the_capital_of_the_world_before_its_namesakes() -> None:
    doc = named("talks in Paris and London", Paris="LOC", London="LOC")
    assert names(doc) == [("Paris", "FRA"), ("London", "GBR")]


def test_a_country_before_the_towns_of_its_name() -> None:
    doc = named("aid for Palestine and Jordan", Palestine="LOC", Jordan="LOC")
    assert names(doc) == [("Palestine", "PSE"), ("Jordan", "JOR")]


@pytest.mark.parametrize(
    "doc",
    [
        named("Hashim Jordan spoke ; Jordan smiled", Hashim_Jordan="PERSON", Jordan="LOC"),
        named("Denzel Washington spoke", Denzel_Washington="PERSON"),
        named("Mr. Lebanon spoke", Lebanon="LOC"),
        named("at 12 Homs Street", Homs_Street="LOC"),
        named("wounded by Fatah men", Fatah="ORG"),
        named("He left in Nov. , Gen. Smith said"),
    ],
)
def test_people_streets_and_groups_are_no_places(doc: Doc) -> None:
    assert find_places(doc) == ()


def test_a_name_the_reader_missed_is_found_by_its_preposition() -> None:
    assert names(named("He fled from Aleppo to Gaziantep")) == [
        ("Aleppo", "SYR"),
        ("Gaziantep", "TUR"),
    ]


def test_a_name_taken_for_a_person_is_found_by_its_preposition() -> None:
    assert names(named("a man from Kramatorsk", Kramatorsk="PERSON")) == [("Kramatorsk", "UKR")]


def test_a_long_name_of_a_country_is_one() -> None:
    doc = named(
        "rebels in the Democratic Republic of the Congo", Democratic_Republic="LOC", Congo="LOC"
    )
    assert names(doc) == [("Democratic Republic of the Congo", "COD")]


def test_demonyms_and_places_within_names_are_not_literal() -> None:
    doc = named(
        "Turkish police and Glasgow Police Department officers in Bosnia",
        Turkish="NORP",
        Glasgow_Police_Department="ORG",
        Bosnia="LOC",
    )
    found = by_text(find_places(doc))
    assert found["Turkish"].use == "demonym"
    assert found["Glasgow"].use == "modifier"
    assert found["Bosnia"].literal
    assert [t.span.text for t in find_toponyms_for_task(doc)] == ["Turkish", "Glasgow", "Bosnia"]


def test_a_viewpoint_is_stated() -> None:
    doc = named("a blast in Sevastopol", Sevastopol="LOC")
    iso, control = find_places(doc), find_places(doc, viewpoint="control")
    assert iso[0].place is not None
    assert control[0].place is not None
    assert (iso[0].place.country, control[0].place.country) == ("UKR", "RUS")


def test_given_spans_are_resolved_in_context() -> None:
    doc = named("Tripoli port , Libya", Libya="LOC")
    place = resolve_span(doc, 0, 7)
    assert place is not None
    assert place.country == "LBY"
    assert resolve_spans(doc, ((0, 7), (900, 910)))[1] is None


def test_an_adjective_made_of_a_name_is_no_place(nlp: Language) -> None:
    uses = {t.span.text: t.use for t in find_places(nlp("A London-based group spoke in Homs."))}
    assert uses["London"] == "modifier"
    assert uses["Homs"] == "literal"


def test_the_text_puts_an_unknown_place_in_a_country() -> None:
    doc = named(
        "a raid in Zorgabala , Mintakura District , Yemen",
        Zorgabala="LOC",
        Mintakura_District="LOC",
        Yemen="LOC",
    )
    for toponym in find_places(doc)[:2]:
        assert toponym.place is not None
        assert (toponym.place.country, toponym.place.latitude) == ("YEM", None)


def test_a_village_is_told_from_the_city_of_its_name() -> None:
    doc = named("the village of Blida in southern Lebanon", Blida="LOC", Lebanon="LOC")
    assert names(doc)[0] == ("Blida", "LBN")


def test_disputed_ground_is_marked_with_both_views() -> None:
    doc = named("a blast in Stepanakert", Stepanakert="LOC")
    place = find_places(doc, when=date(2021, 5, 1))[0].place
    assert place is not None
    assert place.dispute == Dispute("Nagorno-Karabakh", "iso", "AZE", "ARM")
    assert place.country == "AZE"
    held = find_places(doc, viewpoint="control", when=date(2021, 5, 1))[0].place
    assert held is not None
    assert held.country == "ARM"
    homs = find_places(named("a blast in Homs", Homs="LOC"))[0].place
    assert homs is not None
    assert homs.dispute is None


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀 🇸🇾", "دمشق", "(((", "in In IN", "x , " * 50])
def test_nothing_breaks_it(text: str) -> None:
    words = text.split() or ([text] if text else [])
    doc = Doc(VOCAB, words=words)
    assert find_places(doc) == ()
    for token in doc:
        assert place_event(token, token, (), type="ASSAULT") is None
    assert resolve_spans(doc, ()) == ()


def test_a_report_is_placed(nlp: Language) -> None:
    doc = nlp(
        "Rebel fighters entered the city of Hama on Thursday after days of shelling, a monitor "
        "in London said. Government jets then struck a bridge near Homs, Syria. In Ankara, the "
        "Turkish foreign minister met his Iranian counterpart."
    )
    found = by_text(find_places(doc))
    assert {"Hama", "Homs", "Syria", "Ankara", "Turkish", "Iranian"} <= set(found)
    acts = {t.lemma_: t for t in doc if t.lemma_ in ("enter", "strike", "meet")}
    where = {
        lemma: place_event(token, token, tuple(found.values()), type="ASSAULT")
        for lemma, token in acts.items()
    }
    assert {lemma: place.name if place else None for lemma, place in where.items()} == {
        "enter": "Hama",
        "strike": "Homs",
        "meet": "Ankara",
    }
    for toponym in found.values():
        if toponym.place is not None:
            assert all(span.holds_in(doc.text) for span in toponym.place.evidence)
