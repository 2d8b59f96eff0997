"""A user's `codebook.toml`: event types of his own beside PLOVER's, and modes for PLOVER's.

[types.HERITAGE]
definition = "damage to monuments, museums or places of worship"
quad = 4
score = -8.0
[types.HERITAGE.modes]
loot = -7.0
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import Codebook, EventType, Quad
from dragoman.ontology.toml_files import checked, read_checked, suggest

_NAME = re.compile(r"[A-Z][A-Z0-9_]*")
_MODE = re.compile(r"[a-z0-9][a-z0-9-]*")
# The type of ours that a new type is taken for where it names none: the plainest of its quad.
_LIKE: Mapping[Quad, str] = {1: "SUPPORT", 2: "AID", 3: "ACCUSE", 4: "COERCE"}
Score = Annotated[float, Field(ge=-10, le=10)]


def _digits(text: str) -> str:
    if not re.fullmatch(r"\d{3,4}", text):
        raise ValueError(f"{text!r}: a CAMEO code has three or four digits")
    return text


Cameo = Annotated[str, AfterValidator(_digits)]


class _TypeIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    definition: str | None = None
    quad: Quad | None = None
    score: Score | None = None
    like: str | None = None
    cameo: Cameo | None = None
    modes: dict[str, Score] = {}
    cameo_modes: dict[str, Cameo] = {}


class _CodebookIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    types: dict[str, _TypeIn]


def add_types(base: Codebook, path: Path) -> Codebook:
    """`base` with the types and modes of a user's codebook.

    Raises OntologyError naming file and type where it is broken.
    """
    types = dict(base.types)
    for name, raw in read_checked(path, _CodebookIn).types.items():
        try:
            ours = base.types.get(name)
            types[name] = _widened(ours, raw) if ours else _new(name, raw, base)
        except OntologyError as error:
            raise OntologyError(f"{path}: {name}: {error}") from None
    return replace(base, types=types)


def make_type(name: str, given: Mapping[str, object], base: Codebook) -> EventType:
    """A new type beside those of `base`, from the keys of its table in a codebook.

    Raises OntologyError for what it lacks or cannot have.
    """
    try:
        return _new(name, checked(given, _TypeIn), base)
    except OntologyError as error:
        raise OntologyError(f"{name}: {error}") from None


def _widened(ours: EventType, raw: _TypeIn) -> EventType:
    given = raw.model_fields_set - {"modes", "cameo_modes"}
    if given:
        raise OntologyError(
            f"{ours.name} is a type of ours: only modes can be added, not {min(given)}"
        )
    _check_modes({**ours.modes, **raw.modes}, raw)
    for mode in raw.modes:
        if mode in ours.modes:
            raise OntologyError(f"the mode {mode} is ours already: choose another name")
    return replace(
        ours,
        modes={**ours.modes, **raw.modes},
        cameo_modes={**ours.cameo_modes, **raw.cameo_modes},
    )


def _new(name: str, raw: _TypeIn, base: Codebook) -> EventType:
    if not _NAME.fullmatch(name):
        raise OntologyError("write a type's name in capitals, digits and _, as HERITAGE")
    if raw.definition is None or raw.quad is None or raw.score is None:
        missing = next(k for k in ("definition", "quad", "score") if getattr(raw, k) is None)
        raise OntologyError(f"'{missing}' is missing: a new type needs definition, quad and score")
    if raw.like is not None and raw.like not in base.types:
        raise OntologyError(f"like: no type {raw.like} of ours{suggest(raw.like, base.types)}")
    _check_modes(raw.modes, raw)
    return EventType(
        name=name,
        quad=raw.quad,
        score=raw.score,
        requires_recipient=False,
        definition=raw.definition,
        cameo=raw.cameo,
        modes=raw.modes,
        cameo_modes=raw.cameo_modes,
        cameo_contexts={},
        like=raw.like or _LIKE[raw.quad],
    )


def _check_modes(known: Mapping[str, float], raw: _TypeIn) -> None:
    for mode in raw.modes:
        if not _MODE.fullmatch(mode):
            raise OntologyError(f"write the mode {mode!r} in small letters, digits and hyphens")
    for mode in raw.cameo_modes:
        if mode not in known:
            raise OntologyError(f"cameo_modes: no mode {mode}{suggest(mode, known)}")
