"""Words that tell who holds a place, loaded from control.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Holding:
    """`verbs` and `nouns` map a lemma to what it tells: take, hold, fall, lose, leave, oust, control."""

    verbs: Mapping[str, str]
    nouns: Mapping[str, str]
    light: Mapping[str, str]
    partial_heads: frozenset[str]
    whole_heads: frozenset[str]
    partial_words: frozenset[str]
    directions: frozenset[str]
    held: frozenset[str]
    sectors: Mapping[str, str]


def _table(section: Mapping[str, str]) -> dict[str, str]:
    return {lemma: role for role, lemmas in section.items() for lemma in lemmas.split()}


@cache
def load_holding() -> Holding:
    path = resources.files("dragoman.ontology") / "lexicons" / "control.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    extent = raw["extent"]
    return Holding(
        verbs=_table(raw["verbs"]),
        nouns=_table(raw["nouns"]),
        light=_table(raw["light"]),
        partial_heads=frozenset(extent["partial_heads"].split()),
        whole_heads=frozenset(extent["whole_heads"].split()),
        partial_words=frozenset(extent["partial_words"].split()),
        directions=frozenset(extent["directions"].split()),
        held=frozenset(raw["compounds"]["held"].split()),
        sectors=_table(raw["sectors"]),
    )
