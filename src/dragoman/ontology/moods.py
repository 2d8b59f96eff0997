"""Words that make an act other than actual: governors, modals, prepositions, adjectives."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import OntologyError

MOODS = frozenset({"actual", "future", "hypothetical", "negated"})


@dataclass(frozen=True, slots=True)
class Moods:
    """Each table maps a lemma (particles and several words joined by "_") to a mood.

    `clause` is what a governor makes of the clause below it, `noun` of a noun for an act;
    `light` verbs lend such a noun their own mood, of `occur` verbs the noun is the subject.
    """

    clause: Mapping[str, str]
    noun: Mapping[str, str]
    light: frozenset[str]
    occur: frozenset[str]
    modals: Mapping[str, str]
    subordinators: Mapping[str, str]
    prepositions: Mapping[tuple[str, ...], str]
    adjectives: Mapping[str, str]
    adverbs: Mapping[str, str]
    asserting: frozenset[str]


def _table(section: Mapping[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for mood, words in section.items():
        if mood not in MOODS and mood != "would":
            raise OntologyError(f"status.toml: unknown mood {mood!r}")
        for word in words.split():
            table.setdefault(word, mood)
    return table


@cache
def load_moods() -> Moods:
    """The lexicon of moods. Raises OntologyError where the file breaks its own rules."""
    path = resources.files("dragoman.ontology") / "lexicons" / "status.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Moods(
        clause=_table(raw["clause"]),
        noun=_table(raw["noun"]),
        light=frozenset(raw["light"]["verbs"].split()),
        occur=frozenset(raw["light"]["occur"].split()),
        modals=_table(raw["modals"]),
        subordinators=_table(raw["subordinators"]),
        prepositions={tuple(k.split("_")): v for k, v in _table(raw["prepositions"]).items()},
        adjectives=_table(raw["adjectives"]),
        adverbs=_table(raw["adverbs"]),
        asserting=frozenset(raw["asserting"]["verbs"].split()),
    )
