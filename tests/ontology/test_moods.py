from __future__ import annotations

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.moods import _table, load_moods


def test_governors_are_told_apart_by_what_they_govern() -> None:
    moods = load_moods()
    assert moods.clause["fail"] == "negated"
    assert moods.clause["plan"] == "future"
    assert moods.noun["prevent"] == "negated"
    assert moods.prepositions[("ahead", "of")] == "future"
    assert moods.prepositions[("without",)] == "negated"


def test_no_word_has_two_moods() -> None:
    moods = load_moods()
    assert moods.clause["manage"] == "actual"
    assert "launch" in moods.light


def test_an_unknown_mood_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown mood"):
        _table({"perhaps": "maybe"})
