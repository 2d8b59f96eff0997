"""The ontology in force: types, modes, scores, quads, sectors, contexts, and the CAMEO crosswalk."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import OntologyError

CODEBOOK = Path(__file__).parent / "lexicons" / "codebook.toml"

Quad = Literal[1, 2, 3, 4]


class _TypeIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    quad: Quad
    score: float = Field(ge=-10, le=10)
    requires_recipient: bool = False
    definition: str
    cameo: str = Field(pattern=r"^\d{3,4}$")
    modes: dict[str, float] = {}
    cameo_modes: dict[str, str] = {}
    cameo_contexts: dict[str, str] = {}


class _CodebookIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    contexts: tuple[str, ...]
    sectors: dict[str, str]
    nonstate: dict[str, str]
    types: dict[str, _TypeIn]


@dataclass(frozen=True, slots=True)
class EventType:
    """One type, PLOVER's or a user's own.

    `quad`: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict. Scores run from -10
    (conflict) to +10 (cooperation). `cameo` is the type's own code; those of a mode go before
    those of a context. A context key may join several by "+", a mode among them: all must be there. `like`: the PLOVER type that rules which name types take it for; of a
    PLOVER type itself its own name.
    """

    name: str
    quad: Quad
    score: float
    requires_recipient: bool
    definition: str
    cameo: str | None
    modes: Mapping[str, float]
    cameo_modes: Mapping[str, str]
    cameo_contexts: Mapping[str, str]
    like: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """What may be said of an event. Types stand in the codebook's order."""

    types: Mapping[str, EventType]
    contexts: tuple[str, ...]
    sectors: Mapping[str, str]
    nonstate: Mapping[str, str]

    def event_type(self, name: str) -> EventType:
        """The type of that name. Raises OntologyError where there is none."""
        if name not in self.types:
            raise OntologyError(f"codebook: no such event type: {name}")
        return self.types[name]

    def quad(self, type_: str) -> Quad:
        return self.event_type(type_).quad

    def score(self, type_: str, modes: Sequence[str] = ()) -> float:
        """The score of the first mode, the type's own without one."""
        found = self.event_type(type_)
        return found.modes.get(modes[0], found.score) if modes else found.score

    def cameo(
        self, type_: str, modes: Sequence[str] = (), contexts: Iterable[str] = ()
    ) -> str | None:
        """The CAMEO code: by the first mode that has one, else by context, else the type's.

        CAMEO is derived and never coded (CODEBOOK); contexts are tried in the crosswalk's order,
        those that refine a mode before the mode. None where a type of a user's own gives none.
        """
        found = self.event_type(type_)
        present = set(contexts)
        for mode in modes:
            for key, code in found.cameo_contexts.items():
                words = set(key.split("+"))
                if mode in words and words - {mode} <= present:
                    return code
            if mode in found.cameo_modes:
                return found.cameo_modes[mode]
        for key, code in found.cameo_contexts.items():
            if set(key.split("+")) <= present:
                return code
        return found.cameo


def _checked(raw: _CodebookIn) -> Codebook:
    types: dict[str, EventType] = {}
    for name, item in raw.types.items():
        for mode in item.cameo_modes:
            if mode not in item.modes:
                raise OntologyError(f"{CODEBOOK.name}: {name} has no mode {mode}")
        for key in item.cameo_contexts:
            for word in key.split("+"):
                if word not in raw.contexts and word not in item.modes:
                    raise OntologyError(f"{CODEBOOK.name}: no such context: {word}")
        types[name] = EventType(name=name, like=name, **item.model_dump())
    return Codebook(types, raw.contexts, raw.sectors, raw.nonstate)


@cache
def load_codebook() -> Codebook:
    """The bundled codebook. Raises OntologyError where its file is broken."""
    try:
        return _checked(_CodebookIn.model_validate(tomllib.loads(CODEBOOK.read_text("utf-8"))))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise OntologyError(f"{CODEBOOK.name}: {error}") from error
