"""Capitals are read in ordinary case, and spans count the text as it was given."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.language.canonical import canonical_text, keep_canonical
from dragoman.language.pipeline import annotate
from dragoman.runs.reader import Reader

SHOUTED = "BEIRUT, 4 FEB -- THE LEBANESE ARMY ATTACKED A BASE OF THE MILITIA, KILLING 12 FIGHTERS."


def test_capitals_are_read_in_ordinary_case(nlp: Language) -> None:
    (doc,) = annotate(nlp, [SHOUTED])
    assert canonical_text(doc) == SHOUTED
    assert doc.text != SHOUTED
    assert any(token.text == "attacked" and token.pos_ == "VERB" for token in doc)


def test_quotes_are_the_capitals(reader: Reader) -> None:
    coding = reader.code(SHOUTED)
    attack = next(event for event in coding.events if event.type == "ASSAULT")
    assert attack.trigger.quote == "ATTACKED"
    assert all(span.holds_in(SHOUTED) for p in attack.actors for span in p.evidence)


def test_the_canonical_text_has_the_documents_length(nlp: Language) -> None:
    doc = nlp("Ankara spoke.")
    with pytest.raises(ValueError, match="length"):
        keep_canonical(doc, "Ankara")
