from __future__ import annotations

from datetime import date

from spacy.language import Language

from dragoman.coding.findings import (
    date_of,
    minimal_phrase,
    named_head,
    participants_of,
    source_of,
    text_span,
    time_at,
)
from dragoman.coding.when import find_times
from dragoman.coding.who import find_cast
from dragoman.records import Report


def test_a_phrase_without_what_follows_it(nlp: Language) -> None:
    doc = nlp("The envoy, who left on Monday, spoke.")
    assert minimal_phrase(doc[1]).text == "The envoy"


def test_a_time_beside_the_verb_becomes_a_date(nlp: Language) -> None:
    doc = nlp("The court met on 3 May 2021.")
    verb = next(t for t in doc if t.text == "met")
    time = time_at((verb,), find_times(doc, date(2024, 1, 1)))
    assert time is not None
    record = date_of(time)
    assert record is not None
    assert (record.start, record.granularity) == ("2021-05-03", "day")
    assert time_at((doc[0],), find_times(doc, None)) is None


def test_a_source_nobody_knows_keeps_its_words(nlp: Language) -> None:
    text = "Witnesses said so."
    doc = nlp(text)
    (source,) = source_of(doc[0], find_cast(doc, Report(text)), None)
    assert source.evidence[0].quote == "Witnesses"


def test_somebody_named_twice_is_one_participant(nlp: Language) -> None:
    text = "France met France."
    doc = nlp(text)
    cast = find_cast(doc, Report(text))
    assert len(participants_of((doc[0], doc[2]), cast)) == 1


def test_spans_slice_back(nlp: Language) -> None:
    doc = nlp("Über 🙂 said so.")
    assert text_span(doc[1:3]).holds_in(doc.text)
    assert named_head(doc[0]) is doc[0] or named_head(doc[0]).i == doc[0].i
