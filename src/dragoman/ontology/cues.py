"""Cues: the words that put something on somebody's word, and what kind of act each one is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import OntologyError


@dataclass(frozen=True, slots=True)
class CueKind:
    """A kind of speech act or attitude.

    `stance` is the contract's word for a statement of this kind; `vouches` says whether the
    source answers for what is said as a fact (said, claimed, reported) rather than judging or
    asking for it; `attitude` marks what is thought or wanted rather than said.
    """

    name: str
    stance: str
    vouches: bool
    attitude: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What a cue says its content with (see the head of cues.toml for the letters)."""

    kind: CueKind
    clause: bool = False
    infinitive: bool = False
    object: bool = False
    object_infinitive: bool = False
    addressee: bool = False
    quotation: bool = False
    prepositions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cues:
    """The lexicon: lemma (and particle, after "_") to its frames, by part of speech."""

    kinds: Mapping[str, CueKind]
    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    adjectives: Mapping[str, tuple[Frame, ...]]
    support_verbs: frozenset[str]
    prepositions: Mapping[tuple[str, ...], CueKind]
    in_ones: Mapping[str, CueKind]
    adverbs: Mapping[str, CueKind]
    hedges: Mapping[str, CueKind]
    source_objects: frozenset[str]
    people: frozenset[str]
    empty: frozenset[str]
    times: frozenset[str]
    pure: frozenset[str]
    titles: frozenset[str]
    showing: frozenset[str]
    deeds: frozenset[str]
    rejecting: frozenset[str]
    grounds: frozenset[str]
    voices: frozenset[str]
    things_do: frozenset[str]
    documents: frozenset[str]


def _frame(kind: CueKind, letters: str) -> Frame:
    parts = letters.split()
    unknown = [
        p for p in parts if p not in {"c", "q", "x", "o", "r", "a"} and not p.startswith("+")
    ]
    if unknown:
        raise OntologyError(f"cues.toml: unknown frame {unknown[0]!r} in {letters!r}")
    return Frame(
        kind,
        clause="c" in parts,
        infinitive="x" in parts,
        object="o" in parts,
        object_infinitive="r" in parts,
        addressee="a" in parts,
        quotation="q" in parts,
        prepositions=frozenset(p[1:] for p in parts if p.startswith("+")),
    )


def _frames(
    section: Mapping[str, Mapping[str, str]], kinds: Mapping[str, CueKind]
) -> dict[str, tuple[Frame, ...]]:
    frames: dict[str, list[Frame]] = {}
    for kind, by_frame in section.items():
        for letters, lemmas in by_frame.items():
            frame = _frame(kinds[kind], letters)
            for lemma in lemmas.split():
                entries = frames.setdefault(lemma, [])
                if frame not in entries:
                    entries.append(frame)
    return {lemma: tuple(entries) for lemma, entries in frames.items()}


@cache
def load_cues() -> Cues:
    """The cue lexicon. Raises OntologyError where the file breaks its own rules."""
    path = resources.files("dragoman.ontology") / "lexicons" / "cues.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    kinds = {name: CueKind(name=name, **entry) for name, entry in raw["kinds"].items()}
    return Cues(
        kinds=kinds,
        verbs=_frames(raw["verbs"], kinds),
        nouns=_frames(raw["nouns"], kinds),
        adjectives=_frames(raw["adjectives"], kinds),
        support_verbs=frozenset(raw["support_verbs"]["verbs"].split()),
        prepositions={tuple(p.split()): kinds[k] for p, k in raw["prepositions"].items()},
        in_ones={noun: kinds[k] for k, nouns in raw["in_ones"].items() for noun in nouns.split()},
        adverbs={adverb: kinds[k] for adverb, k in raw["adverbs"].items()},
        hedges={word: kinds[k] for word, k in raw["hedges"].items()},
        source_objects=frozenset(raw["source_objects"]["verbs"].split()),
        people=frozenset(raw["source_objects"]["people"].split()),
        empty=frozenset(raw["contents"]["empty"].split()),
        times=frozenset(raw["contents"]["times"].split()),
        pure=frozenset(raw["contents"]["pure"].split()),
        titles=frozenset(raw["contents"]["titles"].split()),
        showing=frozenset(raw["contents"]["showing"].split()),
        deeds=frozenset(raw["contents"]["deeds"].split()),
        rejecting=frozenset(raw["contents"]["rejecting"].split()),
        grounds=frozenset(raw["contents"]["grounds"].split()),
        voices=frozenset(raw["contents"]["voices"].split()),
        things_do=frozenset(raw["contents"]["things_do"].split()),
        documents=frozenset(raw["contents"]["documents"].split()),
    )
