"""Words that say who takes part in what, beyond names and grammar (`lexicons/sides.toml`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Sides:
    """Sets of lemmas; what each is for stands in the table."""

    witnesses: frozenset[str]
    ground: frozenset[str]
    fought: frozenset[str]
    held: frozenset[str]
    hostile: frozenset[str]
    war: frozenset[str]
    installations: frozenset[str]


@cache
def load_sides() -> Sides:
    """The table, read once."""
    path = resources.files("dragoman.ontology") / "lexicons" / "sides.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Sides(**{name: frozenset(words.split()) for name, words in table.items()})
