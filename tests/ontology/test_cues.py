from __future__ import annotations

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.cues import _frame, load_cues

STANCES = {"concern", "condemn", "support", "demand", "deny", "claim", "promise", "other"}


def test_every_kind_has_a_stance_of_the_contract() -> None:
    assert {kind.stance for kind in load_cues().kinds.values()} <= STANCES


def test_words_know_what_they_take() -> None:
    cues = load_cues()
    assert any(frame.clause for frame in cues.verbs["say"])
    assert any("for" in frame.prepositions for frame in cues.verbs["call"])
    assert any(frame.addressee for frame in cues.verbs["tell"])
    assert cues.nouns["concern"][0].kind.name == "concern"
    assert cues.prepositions[("according", "to")].vouches


def test_only_those_vouch_who_tell_a_fact() -> None:
    kinds = load_cues().kinds
    assert kinds["report"].vouches
    assert not kinds["condemn"].vouches
    assert not kinds["want"].vouches


def test_an_unknown_frame_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown frame 'z'"):
        _frame(load_cues().kinds["say"], "c z")
