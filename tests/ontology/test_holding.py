from __future__ import annotations

from dragoman.ontology.holding import load_holding


def test_verbs_tell_who_gains_and_who_loses() -> None:
    verbs = load_holding().verbs
    assert verbs["capture"] == "take"
    assert verbs["take_over"] == "take"
    assert verbs["withdraw"] == "leave"
    assert verbs["fall"] == "fall"


def test_wholes_and_parts_do_not_overlap() -> None:
    holding = load_holding()
    assert not holding.partial_heads & holding.whole_heads
