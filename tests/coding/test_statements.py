from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.statements import code_statements
from dragoman.coding.who import find_cast
from dragoman.coding.whose_word import find_attributions
from dragoman.records import EventMention, Report, Statement, TextSpan


def _code(nlp: Language, text: str, events: tuple[EventMention, ...] = ()) -> tuple[Statement, ...]:
    doc = nlp(text)
    cast = find_cast(doc, Report(text))
    found = code_statements(cast, find_attributions(doc), events)
    for statement in found:
        assert all(span.holds_in(text) for span in statement.content)
    return found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said that the talks had failed.", "claim"),
        ("The minister expressed deep concern over the fighting in Syria.", "concern"),
        ("The minister condemned the attack on the mosque.", "condemn"),
        ("The minister welcomed the ceasefire.", "support"),
        ("The minister urged Iran to release the sailors.", "demand"),
        ("The minister denied that troops had crossed the border.", "deny"),
        ("The minister promised to rebuild the bridge.", "promise"),
        ("The minister reiterated his firm stance in favor of dialogue.", "support"),
        ("The minister repeated his call for a ceasefire.", "demand"),
    ],
)
def test_where_the_speaker_stands(nlp: Language, text: str, stance: str) -> None:
    found = _code(nlp, text)
    assert [s.stance for s in found] == [stance]
    assert found[0].source.evidence[0].quote == "The minister"


def test_an_addressee_is_told_apart_from_what_is_said(nlp: Language) -> None:
    (statement,) = _code(nlp, "Vladimir Putin told Emmanuel Macron that the war would end.")
    assert [a.name for a in statement.addressees] == ["Emmanuel Macron"]
    assert [c.quote for c in statement.content] == ["that the war would end"]


def test_what_is_only_wanted_is_no_statement(nlp: Language) -> None:
    assert _code(nlp, "The minister wants peace.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "An official, who asked not to be named, declined to comment.",
        "The minister refused to accept the trophy.",
        "The villagers voted for their mayor.",
        "France and Germany agreed on a border.",
        "The voters rejected the plan.",
        "The prosecutors will accuse the mayor of fraud.",
        "The minister spoke about the budget.",
        "A loudspeaker in the north broadcasts propaganda.",
        "The government takes reports of fraud seriously.",
        "The ministry banned the visitors, citing the new law.",
    ],
)
def test_deeds_refusals_and_things_to_come_are_no_statements(nlp: Language, text: str) -> None:
    assert _code(nlp, text) == ()


def test_a_rejected_claim_is_denied(nlp: Language) -> None:
    (statement,) = _code(nlp, "The minister rejected the allegation.")
    assert statement.stance == "deny"


def test_several_sources_make_several_statements(nlp: Language) -> None:
    found = _code(nlp, "France and Germany said that the vote was a sham.")
    assert [s.source.country for s in found] == ["FRA", "DEU"]
    assert [s.id for s in found] == ["s1", "s2"]


def test_events_inside_a_statement_are_named(nlp: Language) -> None:
    text = "The ministry said that rebels had shelled the port."
    start = text.index("shelled")
    event = EventMention(
        id="ev4", type="ASSAULT", modes=(), contexts=(), cameo=None, quad=4, score=-9.0,
        status="actual", actors=(), recipients=(), sources=(), date=None, place=None, figures=(),
        trigger=TextSpan.of(text, start, start + 7), evidence=(), coder="test", confidence=1.0,
    )  # fmt: skip
    (statement,) = _code(nlp, text, (event,))
    assert statement.events == ("ev4",)
