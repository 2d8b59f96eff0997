"""The codebook holds what the ontology says, and its crosswalk answers for everything in it."""

from __future__ import annotations

import re

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook

CODEBOOK = load_codebook()


def test_has_sixteen_types_and_thirty_seven_contexts() -> None:
    assert len(CODEBOOK.types) == 16
    assert len(CODEBOOK.contexts) == len(set(CODEBOOK.contexts)) == 37


@pytest.mark.parametrize(
    ("type_", "modes", "quad", "score"),
    [
        ("CONSULT", ("phone",), 1, 1.5),
        ("CONSULT", (), 1, 2.5),
        ("AID", (), 2, 10.0),
        ("ACCUSE", (), 3, -3.0),
        ("THREATEN", ("territory",), 3, -4.0),
        ("ASSAULT", ("aerial", "destroy"), 4, -9.5),
        ("RETREAT", ("disarm",), 2, 10.0),
    ],
)
def test_quad_and_score_follow_type_and_first_mode(
    type_: str, modes: tuple[str, ...], quad: int, score: float
) -> None:
    assert CODEBOOK.quad(type_) == quad
    assert CODEBOOK.score(type_, modes) == score


@pytest.mark.parametrize(
    ("type_", "modes", "contexts", "code"),
    [
        ("CONSULT", ("phone",), ("military",), "041"),
        ("CONSULT", ("visit",), (), "042"),
        ("ASSAULT", (), ("human_rights",), "190"),
        ("ASSAULT", ("clash",), (), "190"),
        ("ASSAULT", ("clash", "heavy-weapons"), (), "194"),
        ("AID", (), ("asylum",), "075"),
        ("SANCTION", (), ("economic", "diplomatic"), "163"),
        ("COERCE", ("arrest",), (), "173"),
    ],
)
def test_cameo_code_comes_from_mode_then_context_then_type(
    type_: str, modes: tuple[str, ...], contexts: tuple[str, ...], code: str
) -> None:
    assert CODEBOOK.cameo(type_, modes, contexts) == code


def test_every_type_mode_and_context_has_a_cameo_code() -> None:
    for name, event_type in CODEBOOK.types.items():
        for modes in ((), *((mode,) for mode in event_type.modes)):
            for contexts in ((), *((context,) for context in CODEBOOK.contexts)):
                code = CODEBOOK.cameo(name, modes, contexts)
                assert re.fullmatch(r"(0[1-9]|1\d|20)\d{1,2}", code), (name, modes, contexts)


def test_scores_lie_on_the_scale_and_conflict_is_negative() -> None:
    for event_type in CODEBOOK.types.values():
        for score in (event_type.score, *event_type.modes.values()):
            assert -10 <= score <= 10
            assert score <= 0.5 if event_type.quad > 2 else score > 0


def test_an_unknown_type_is_an_ontology_error() -> None:
    with pytest.raises(OntologyError, match="SPRAT"):
        CODEBOOK.quad("SPRAT")
