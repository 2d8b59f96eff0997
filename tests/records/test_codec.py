"""Records to JSON and back: nothing lost, nothing let in that the text does not bear out."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import UnreadableInput
from dragoman.records import (
    Coding,
    Control,
    Date,
    Entity,
    EventMention,
    Figure,
    Instrument,
    Participant,
    Place,
    Proceeding,
    Report,
    Role,
    Source,
    Statement,
    TextSpan,
)
from dragoman.records.codec import from_json, to_json

SAMPLE = Path(__file__).parents[1] / "data" / "coding.json"


@pytest.fixture
def sample() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return loaded


def test_sample_survives_the_round_trip(sample: dict[str, Any]) -> None:
    assert to_json(from_json(sample)) == sample


def test_every_key_is_present_where_nothing_is_known() -> None:
    place = Place("Here", None, None, None, None, "city")
    data = to_json(
        Coding(
            Report("Text"),
            entities=(Entity("e1", "person", "X", roles=(Role("minister"),)),),
            instruments=(Instrument("i1", "treaty", None, None, None, None, ()),),
            control=(Control("c1", place, None, None, "full", None, None, ()),),
        )
    )
    assert data["document"] == {
        "id": Report("Text").id,
        "title": None,
        "publisher": None,
        "url": None,
        "published": None,
        "language": "en",
        "text": "Text",
        "sha256": Report("Text").sha256,
        "contexts": [],
    }
    assert data["entities"][0] == {
        "id": "e1",
        "kind": "person",
        "name": "X",
        "country": None,
        "sector": None,
        "sectors": [],
        "wikidata": None,
        "roles": [
            {
                "title": "minister",
                "country": None,
                "organisation": None,
                "current": True,
                "evidence": [],
            }
        ],
        "mentions": [],
        "known": None,
        "country_from": None,
    }
    assert data["instruments"][0]["date"] is None
    assert data["control"][0]["from"] is None
    assert "from_" not in data["control"][0]
    assert data["events"] == data["statements"] == data["figures"] == data["proceedings"] == []


def test_whole_numbers_are_written_without_a_point() -> None:
    figure = Figure("f1", "killed", 44600.0, None, "at least", "people")
    written = json.dumps(to_json(Coding(Report("Text"), figures=(figure,))))
    assert '"low": 44600,' in written


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("events", 0, "trigger", "start"), 3, r"events\[0\].trigger: .* does not stand there"),
        (("events", 0, "trigger", "end"), 10_000_000, "does not stand there"),
        (("events", 0, "status"), "perhaps", r"events\[0\].status: 'perhaps' is none of actual"),
        (("events", 2, "date", "start"), 20251120, r"date.start: 20251120 is not a str"),
        (("events", 0, "quad"), True, "True is not a int"),
        (("figures", 0, "low"), "27", "'27' is not a float"),
        (("figures",), None, "figures: is not a list"),
        (("document", "published"), "Friday", "'Friday' is no ISO 8601 day"),
        (("document", "sha256"), "00", "is not that of the text"),
        (("control", 0, "place"), None, "is not an object"),
    ],
)
def test_what_does_not_fit_is_named(
    sample: dict[str, Any], path: tuple[Any, ...], value: object, complaint: str
) -> None:
    broken = deepcopy(sample)
    inner: Any = broken
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(UnreadableInput, match=complaint):
        from_json(broken)


def test_a_missing_key_is_named(sample: dict[str, Any]) -> None:
    del sample["events"][1]["cameo"]
    with pytest.raises(UnreadableInput, match=r"events\[1\]: has no 'cameo'") as caught:
        from_json(sample)
    assert caught.value.origin == sample["document"]["id"]


def test_records_of_before_there_were_paths_are_read(sample: dict[str, Any]) -> None:
    for event in sample["events"]:
        del event["path"]
    assert {event.path for event in from_json(sample).events} == {()}


@pytest.mark.parametrize("data", [{}, {"document": None}, {"document": {"id": 3}}])
def test_no_record_at_all(data: dict[str, Any]) -> None:
    with pytest.raises(UnreadableInput):
        from_json(data)


def test_figures_of_before_there_were_parts_are_read(sample: dict[str, Any]) -> None:
    for figure in sample["figures"]:
        del figure["part_of"], figure["additional"]
    told = {(figure.part_of, figure.additional) for figure in from_json(sample).figures}
    assert told == {(None, False)}


def test_a_part_keeps_its_whole() -> None:
    whole = Figure("f1", "killed", 26.0, None, "at least", "people")
    part = Figure("f2", "killed", 4.0, 4.0, "exact", "people", part_of="f1", additional=True)
    written = to_json(Coding(Report("Text"), figures=(whole, part)))
    assert [figure["part_of"] for figure in written["figures"]] == [None, "f1"]
    assert from_json(written).figures == (whole, part)


def test_keys_of_others_are_passed_over(sample: dict[str, Any]) -> None:
    richer = deepcopy(sample)
    richer["events"][0]["note"] = {"start": 0, "end": 1, "quote": "mine"}
    assert to_json(from_json(richer)) == sample


# Any coding of any text: right-to-left, combining marks, emoji, line ends, lone surrogates.

_names = st.text(min_size=1, max_size=12)
_numbers = st.none() | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def codings(draw: st.DrawFn) -> Coding:
    text = draw(st.text(st.characters(), min_size=1, max_size=80))

    def spans() -> tuple[TextSpan, ...]:
        return tuple(draw(st.lists(_spans(text), max_size=3)))

    def maybe(build: Any) -> Any:
        return build() if draw(st.booleans()) else None

    def day() -> Date:
        start = draw(st.dates()).isoformat()
        return Date(start, start, "day", start, draw(st.booleans()), spans())

    def place() -> Place:
        name = draw(_names)
        return Place(name, "SYR", maybe(lambda: name), draw(_numbers), draw(_numbers), "city", 7)

    def participant() -> Participant:
        return Participant(maybe(lambda: "e1"), draw(_names), None, "GOV", None, spans())

    def source() -> Source:
        return Source(None, draw(_names), "QAT", maybe(lambda: draw(_spans(text))), spans())

    return Coding(
        Report(text, title=draw(st.none() | _names), published=maybe(lambda: date(2024, 12, 7))),
        entities=(Entity("e1", "person", draw(_names), sectors=("GOV",), mentions=spans()),),
        events=(
            EventMention(
                id="ev1",
                type="CONSULT",
                modes=("phone",),
                contexts=(),
                cameo=None,
                quad=1,
                score=1.5,
                status="historical",
                actors=(participant(), participant()),
                recipients=(),
                sources=(source(),),
                date=maybe(day),
                place=maybe(place),
                figures=("f1",),
                trigger=draw(_spans(text)),
                evidence=spans(),
                coder="entry",
                confidence=0.5,
            ),
        ),
        statements=(Statement("s1", source(), None, spans(), (participant(),)),),
        figures=(Figure("f1", "money", draw(_numbers), None, "about", "USD", since=maybe(day)),),
        proceedings=(Proceeding("p1", None, "case", (), None, maybe(place), None, spans()),),
        control=(
            Control("c1", place(), maybe(participant), maybe(participant), "full", None, None, ()),
        ),
    )


@st.composite
def _spans(draw: st.DrawFn, text: str) -> TextSpan:
    start = draw(st.integers(0, len(text) - 1))
    return TextSpan.of(text, start, draw(st.integers(start + 1, len(text))))


@given(codings())
def test_any_coding_survives_json_text(coding: Coding) -> None:
    assert from_json(json.loads(json.dumps(to_json(coding)))) == coding


def test_sections_are_those_of_the_coding() -> None:
    assert list(to_json(Coding(Report("x"))))[1:] == [f.name for f in fields(Coding)][1:]
