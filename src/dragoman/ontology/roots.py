"""The borders that PLV's roots draw elsewhere than the codebook, from `lexicons/roots.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook

ROOTS = Path(__file__).parent / "lexicons" / "roots.toml"


class _ConventionIn(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    act: str = ""
    entry: str = ""
    root: str
    why: str


@dataclass(frozen=True, slots=True)
class Convention:
    """Acts of `type` (with `mode`), or those that `entry` tells, count under `root`."""

    type: str
    mode: str
    entry: str
    root: str

    def holds(self, type_: str, modes: Collection[str], entry: str) -> bool:
        """Whether an act falls under it."""
        if self.entry:
            return entry == self.entry
        return type_ == self.type and (not self.mode or self.mode in modes)


@cache
def load_conventions() -> tuple[Convention, ...]:
    """All conventions, in the file's order. Raises OntologyError where the file is broken."""
    try:
        raw = tomllib.loads(ROOTS.read_text("utf-8"))["convention"]
        rows = [_ConventionIn.model_validate(item) for item in raw]
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise OntologyError(f"{ROOTS.name}: {error}") from error
    found = []
    for row in rows:
        type_, _, mode = row.act.partition("/")
        known = load_codebook().types
        if row.root not in known or (type_ and type_ not in known):
            raise OntologyError(f"{ROOTS.name}: no such type: {row.act} or {row.root}")
        if bool(row.act) == bool(row.entry):
            raise OntologyError(f"{ROOTS.name}: {row.root}: name either an act or an entry")
        found.append(Convention(type_, mode, row.entry, row.root))
    return tuple(found)


def root_of(type_: str, modes: Collection[str], entry: str) -> str:
    """The type that the relation view answers with for an act."""
    for convention in load_conventions():
        if convention.holds(type_, modes, entry):
            return convention.root
    return type_
