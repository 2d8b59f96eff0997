"""Words that govern acts: light verbs, chains of acts, and words around a trigger that give modes.

Central, so that no trigger entry need repeat them. Read once from `lexicons/`; a broken file
raises OntologyError.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.word_classes import expand, load_classes

LEXICONS = Path(__file__).parent / "lexicons"
NounPlace = Literal["object", "subject"]
Part = Literal["actor", "recipient", "nobody"]
HintStatus = Literal["actual", "future", "hypothetical", "negated"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _LightIn(_Strict):
    id: str
    noun: NounPlace
    verbs: tuple[str, ...]
    subject: Part = "nobody"
    object: Part = "nobody"
    types: tuple[str, ...] = ()


class _BecomeIn(_Strict):
    type: str
    types: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    mode: str | None = None
    status: HintStatus | None = None


class _ChainIn(_Strict):
    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    links: tuple[str, ...]
    become: tuple[_BecomeIn, ...]


class _ChainsIn(_Strict):
    groups: dict[str, tuple[str, ...]]
    chain: tuple[_ChainIn, ...]
    content_modes: dict[str, dict[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class LightVerb:
    """One verb that lends a noun its clause; `word` is its particle, preposition or noun."""

    id: str
    word: str
    noun: NounPlace
    subject: Part
    object: Part
    types: frozenset[str]


@dataclass(frozen=True, slots=True)
class Become:
    """What a governor makes of an inner act of `types` (empty: of any)."""

    type: str
    types: frozenset[str]
    only: frozenset[str]
    mode: str | None
    status: HintStatus | None


@dataclass(frozen=True, slots=True)
class Chain:
    """A governing word: how the inner act hangs on it and what the two become."""

    id: str
    words: tuple[str, ...]
    links: frozenset[str]
    become: tuple[Become, ...]


@dataclass(frozen=True, slots=True)
class Governors:
    """Light verbs and chains by lemma; modes by word and type, in the files' order."""

    light: Mapping[str, tuple[LightVerb, ...]]
    verbs: Mapping[str, tuple[Chain, ...]]
    nouns: Mapping[str, tuple[Chain, ...]]
    adjectives: Mapping[str, tuple[Chain, ...]]
    content_modes: Mapping[str, Mapping[str, str]]
    word_modes: Mapping[str, Mapping[str, str]]

    def with_types(self, like: Mapping[str, str]) -> Governors:
        """These, where each type of `like` is governed as the type of ours that it names."""

        def wider(types: frozenset[str]) -> frozenset[str]:
            return types | {own for own, ours in like.items() if ours in types}

        def chains(table: Mapping[str, tuple[Chain, ...]]) -> dict[str, tuple[Chain, ...]]:
            return {head: tuple(chain(item) for item in items) for head, items in table.items()}

        def chain(item: Chain) -> Chain:
            rows = tuple(replace(row, types=wider(row.types)) for row in item.become)
            return replace(item, become=rows)

        light = {
            lemma: tuple(replace(item, types=wider(item.types)) for item in items)
            for lemma, items in self.light.items()
        }
        return replace(
            self,
            light=light,
            verbs=chains(self.verbs),
            nouns=chains(self.nouns),
            adjectives=chains(self.adjectives),
        )


def _read(name: str) -> dict[str, Any]:
    path = LEXICONS / name
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{name}: {error}") from error


def _light() -> dict[str, tuple[LightVerb, ...]]:
    found: dict[str, list[LightVerb]] = {}
    for raw in _read("light_verbs.toml")["light"]:
        item = _LightIn.model_validate(raw)
        for verb in item.verbs:
            lemma, _, word = verb.partition(" ")
            found.setdefault(lemma, []).append(
                LightVerb(
                    item.id, word, item.noun, item.subject, item.object, frozenset(item.types)
                )
            )
    return {
        lemma: tuple(sorted(items, key=lambda light: -len(light.word)))
        for lemma, items in found.items()
    }


def _become(raw: _BecomeIn, groups: Mapping[str, tuple[str, ...]]) -> Become:
    types: set[str] = set()
    for name in raw.types:
        types.update(groups[name[1:]] if name.startswith("@") else (name,))
    known = load_codebook().types
    for name in types:
        if name.partition("/")[0] not in known:
            raise OntologyError(f"chains.toml: no such type: {name}")
    if raw.type not in known and raw.type not in ("=", "-", "@order"):
        raise OntologyError(f"chains.toml: no such type: {raw.type}")
    return Become(raw.type, frozenset(types), frozenset(raw.only), raw.mode, raw.status)


def _modes_by_word(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, dict[str, str]]:
    classes = load_classes()
    found: dict[str, dict[str, str]] = {}
    for type_, modes in raw.items():
        table = found.setdefault(type_, {})
        for mode, words in modes.items():
            if mode not in load_codebook().event_type(type_).modes:
                raise OntologyError(f"{type_} has no mode {mode}")
            for item in words:
                for word in sorted(expand(item, classes, "modes")[0]):
                    table.setdefault(word, mode)
    return found


@cache
def load_governors() -> Governors:
    """The bundled light verbs, chains and mode words."""
    try:
        chains = _ChainsIn.model_validate(_read("chains.toml"))
        light = _light()
    except ValidationError as error:
        raise OntologyError(f"chains or light verbs: {error}") from error
    tables: dict[str, dict[str, list[Chain]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for raw in chains.chain:
        become = tuple(_become(row, chains.groups) for row in raw.become)
        for part, table in tables.items():
            for text in getattr(raw, part):
                head, *words = text.split()
                table.setdefault(head, []).append(
                    Chain(raw.id, tuple(words), frozenset(raw.links), become)
                )
    by_part = {
        part: {
            head: tuple(sorted(items, key=lambda chain: -len(chain.words)))
            for head, items in table.items()
        }
        for part, table in tables.items()
    }
    return Governors(
        light,
        by_part["verbs"],
        by_part["nouns"],
        by_part["adjectives"],
        _modes_by_word(
            {t: {m: list(w) for m, w in modes.items()} for t, modes in chains.content_modes.items()}
        ),
        _modes_by_word(_read("modes.toml")),
    )
