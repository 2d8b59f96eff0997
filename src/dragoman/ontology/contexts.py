"""Contexts by word and by type, from `lexicons/contexts.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import Codebook, load_codebook

CONTEXTS = Path(__file__).parent / "lexicons" / "contexts.toml"


@dataclass(frozen=True, slots=True)
class Contexts:
    """`words`: lemma or two lemmas → contexts; `types`: "TYPE" or "TYPE/mode" → contexts.

    `harmed`: words that tell a context only of acts of material conflict. `silent`: two lemmas
    whose words tell nothing together; `unnamed`: words that tell nothing within a name.
    """

    words: Mapping[str, tuple[str, ...]]
    types: Mapping[str, tuple[str, ...]]
    harmed: Mapping[str, tuple[str, ...]]
    silent: frozenset[str]
    unnamed: frozenset[str]


@cache
def load_contexts() -> Contexts:
    """The bundled table. Raises OntologyError for a context or type that the codebook lacks."""
    try:
        raw = tomllib.loads(CONTEXTS.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{CONTEXTS.name}: {error}") from error
    codebook = load_codebook()
    words = _by_word(raw["words"], codebook)
    for name, contexts in raw["types"].items():
        type_, _, mode = name.partition("/")
        if mode and mode not in codebook.event_type(type_).modes:
            raise OntologyError(f"{CONTEXTS.name}: {type_} has no mode {mode}")
        for context in contexts:
            if context not in codebook.contexts:
                raise OntologyError(f"{CONTEXTS.name}: no such context: {context}")
    return Contexts(
        words,
        {name: tuple(items) for name, items in raw["types"].items()},
        _by_word(raw["harmed"], codebook),
        frozenset(raw["silent"]["pairs"]),
        frozenset(raw["silent"]["in_names"]),
    )


def _by_word(table: Mapping[str, list[str]], codebook: Codebook) -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for context, items in table.items():
        if context not in codebook.contexts:
            raise OntologyError(f"{CONTEXTS.name}: no such context: {context}")
        for word in items:
            words[word] = (*words.get(word, ()), context)
    return words
