"""ACLED's sub-event types and the words and acts that tell them, from `lexicons/acled.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook

ACLED = Path(__file__).parent / "lexicons" / "acled.toml"
Side = Literal["state", "rebel"]


class _LabelIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: dict[str, float]
    acts: dict[str, float] = {}
    needs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    bonus: float = 0.0
    halved_by: tuple[str, ...] = ()
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """What tells a sub-event type. Without one of `needs` it is out; with one of `needs` and one
    of `also` it gains `bonus`; any of `halved_by` halves it; `side`: the actor must be the state's, or a rebel."""

    name: str
    words: Mapping[str, float]
    acts: Mapping[str, float]
    needs: frozenset[str]
    also: frozenset[str]
    bonus: float
    halved_by: frozenset[str]
    side: Side | None


@cache
def load_labels() -> tuple[Label, ...]:
    """All labels in the file's order. Raises OntologyError where the file is broken."""
    try:
        raw = tomllib.loads(ACLED.read_text("utf-8"))["labels"]
        labels = {name: _LabelIn.model_validate(item) for name, item in raw.items()}
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise OntologyError(f"{ACLED.name}: {error}") from error
    for name, label in labels.items():
        for act in label.acts:
            type_, _, mode = act.partition(">")[0].partition("/")
            if mode and mode not in load_codebook().event_type(type_).modes:
                raise OntologyError(f"{ACLED.name}: {name}: {type_} has no mode {mode}")
    return tuple(
        Label(
            name,
            item.words,
            item.acts,
            frozenset(item.needs),
            frozenset(item.also),
            item.bonus,
            frozenset(item.halved_by),
            item.side,
        )
        for name, item in labels.items()
    )
