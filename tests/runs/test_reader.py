"""Properties of the whole trip that hold on any text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import EmptyInput, InputError
from dragoman.records import Coding, Report, TextSpan
from dragoman.records.codec import to_json
from dragoman.runs.reader import Reader

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))

NEWS = (
    "The army shelled Aleppo on Friday, killing at least 12 people.",
    "“We condemn the strike,” the minister said.\r\n\r\nRebels seized the town of Idlib.",
    "DAMASCUS — Turkish Foreign Minister Selim Arkan met his Iranian counterpart 🤝 in Doha.",
    "وقال الوزير. Police arrested 40 protesters in Cairo, according to state media.",
    "Cafe\u0301 owners in Kyiv said drones hit Odesa 😱; nearly 500 fled.",
    "The Security Council adopted Resolution 2254 in December 2015.",
    "The International Criminal Court issued an arrest warrant for the general.",
    "\u202bשלום\u202c Israel struck Gaza. It released 30 prisoners.",
)
NOISE = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from(list("\r\n\t “”’—…🇸🇾👩‍👩‍👧é\u0301\u202e\u200fابש")),
    ),
    max_size=60,
)


def spans_in(value: Any) -> Iterator[TextSpan]:
    """Every span anywhere inside a record."""
    if isinstance(value, TextSpan):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)


def outcomes(reader: Reader, texts: list[str]) -> list[Any]:
    reports = [Report(text, published=date(2024, 12, 7)) for text in texts]
    return [
        to_json(outcome) if isinstance(outcome, Coding) else str(outcome)
        for outcome in reader.pipe(reports)
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(pieces=st.lists(st.one_of(st.sampled_from(NEWS), NOISE), min_size=1, max_size=5))
def test_every_span_slices_to_its_quote(reader: Reader, pieces: list[str]) -> None:
    report = Report(" ".join(pieces), published=date(2024, 12, 7))
    outcome = next(reader.pipe([report]))
    if isinstance(outcome, InputError):
        assert report.origin in str(outcome)
        return
    for span in spans_in(outcome):
        assert span.quote
        assert span.holds_in(report.text)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.lists(st.one_of(st.sampled_from(NEWS), NOISE), min_size=2, max_size=6))
def test_neither_repetition_nor_order_changes_a_coding(reader: Reader, texts: list[str]) -> None:
    forward = outcomes(reader, texts)
    assert outcomes(reader, texts) == forward
    assert outcomes(reader, texts[::-1])[::-1] == forward
    assert [outcomes(reader, [text])[0] for text in texts] == forward


def test_references_inside_a_coding_resolve(reader: Reader) -> None:
    assert len(EXAMPLES) >= 4
    for path in EXAMPLES:
        coding = reader.code(path.read_text(encoding="utf-8"), published="2024-12-07")
        entities = {entity.id for entity in coding.entities}
        events = {event.id for event in coding.events}
        figures = {figure.id for figure in coding.figures}
        assert len(coding.events) >= 4, path.name
        for event in coding.events:
            assert set(event.figures) <= figures
            assert event.trigger in event.evidence
            assert all(source.evidence for source in event.sources)
            for participant in (*event.actors, *event.recipients):
                assert participant.evidence
                assert participant.entity is None or participant.entity in entities
        for statement in coding.statements:
            assert set(statement.events) <= events
        for held in coding.control:
            assert held.event is None or held.event in events


def test_an_empty_text_is_refused_in_one_line(reader: Reader) -> None:
    with pytest.raises(EmptyInput) as caught:
        reader.code("  \n ")
    assert "\n" not in str(caught.value)


def test_a_stream_may_be_texts(reader: Reader) -> None:
    (coding,) = reader.pipe([NEWS[0]])
    assert isinstance(coding, Coding)
    assert coding.report.published is None


def test_errors_in_a_stream_keep_their_place(reader: Reader) -> None:
    first = EmptyInput("a.txt", "empty")
    result = list(reader.pipe([first, Report(NEWS[0]), Report("")]))
    assert result[0] is first
    assert isinstance(result[1], Coding)
    assert isinstance(result[2], EmptyInput)


def test_a_date_may_be_text_or_date(reader: Reader) -> None:
    one = reader.code(NEWS[0], published="2024-12-07")
    other = reader.code(NEWS[0], published=date(2024, 12, 7))
    assert one == other
    assert one.report.published == date(2024, 12, 7)


def test_a_notebook_shows_the_page(reader: Reader) -> None:
    shown = reader.code(NEWS[0])._repr_html_()  # type: ignore[attr-defined]
    assert "Aleppo" in shown
