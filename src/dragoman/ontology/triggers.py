"""Trigger entries: which words tell of which act, and who stands where around them.

The files in `lexicons/triggers/` are checked on load (pydantic stands at this door alone) and
turned into frozen, indexed patterns. A broken entry raises OntologyError naming file and entry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.slots import ADVERBS, CLAUSES, PARTICLES, ROLES, Part, Test, make_test
from dragoman.ontology.word_classes import WordClasses, expand, load_classes

LEXICONS = Path(__file__).parent / "lexicons"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _When(_Model):
    model_config = ConfigDict(extra="allow", frozen=True)
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


class _EntryIn(_Model):
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    roles: str = "act"
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    reciprocal: bool = False
    also: tuple[str, ...] = ()
    alone: bool = False
    weak: bool = False
    where: dict[str, tuple[str, ...]] = {}
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    when: tuple[_When, ...] = ()
    confidence: float = Field(0.85, ge=0, le=1)
    codes: tuple[str, ...] = Field(min_length=1)
    skips: tuple[str, ...] = ()


class _FileIn(_Model):
    type: str
    classes: dict[str, tuple[str, ...]] = {}
    entry: tuple[_EntryIn, ...]


@dataclass(frozen=True, slots=True)
class When:
    """Further modes and contexts where all the slots pass their tests."""

    slots: tuple[tuple[str, Test], ...]
    modes: tuple[str, ...]
    contexts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Words of one type, mode and role frame. `id` is "type/entry", as records name the coder.

    `also`: further acts that the same words tell (a prison sentence convicts and arrests).
    """

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    verb_actor: tuple[str, ...]
    verb_recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    reciprocal: bool
    also: tuple[tuple[str, tuple[str, ...]], ...]
    alone: bool
    weak: bool
    where: tuple[tuple[str, Test], ...]
    unless: Test
    unless_near: frozenset[str]
    near: frozenset[str]
    when: tuple[When, ...]
    confidence: float
    codes: tuple[str, ...]
    skips: tuple[str, ...]
    order: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying an entry: the head's lemma and what must stand with it.

    `word_cases` are the prepositions that a verb's `words` stand after ("" for objects and the
    like). For a noun `words` are modifiers and `of` the head of the phrase after `case`; for a phrase `words` is
    the whole sequence of lemmas. `weight` is how specific the pattern is.
    """

    entry: Entry
    part: Part
    head: str
    particles: tuple[str, ...] = ()
    clause: str | None = None
    words: tuple[Test, ...] = ()
    of: Test | None = None
    case: str = ""
    word_cases: tuple[str, ...] = ()
    sequence: tuple[str, ...] = ()
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Triggers:
    """All entries, and their patterns by part of speech and lemma of the head."""

    entries: tuple[Entry, ...]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    phrases: Mapping[str, tuple[Pattern, ...]]
    by_id: Mapping[str, Entry] = field(default_factory=dict)


def _alternatives(text: str) -> list[list[str]]:
    return [list(choice) for choice in product(*(word.split("/") for word in text.split()))]


def _verb_pattern(entry: Entry, words: list[str], classes: WordClasses) -> Pattern:
    particles: list[str] = []
    clause: str | None = None
    tests: list[Test] = []
    cases: list[str] = []
    case = ""
    for word in words[1:]:
        if word in PARTICLES:
            particles.append(word)
            case = "" if word in ADVERBS else word
        elif word in CLAUSES:
            clause = word
        else:
            tests.append(make_test([word], classes, entry.id))
            cases.append(case)
            case = ""
    weight = 4 * len(tests) + 2 * len(particles) + 2 * bool(clause)
    return Pattern(
        entry,
        "verb",
        words[0],
        tuple(particles),
        clause,
        tuple(tests),
        word_cases=tuple(cases),
        weight=weight,
    )


def _noun_pattern(entry: Entry, words: list[str], classes: WordClasses) -> Pattern:
    of = None
    case = ""
    at = next((n for n, word in enumerate(words) if word in PARTICLES and n), None)
    if at is not None:
        case = words[at]
        of = make_test(words[at + 1 :], classes, entry.id)
        words = words[:at]
    tests = tuple(make_test([word], classes, entry.id) for word in words[:-1])
    weight = 4 * len(tests) + (4 if of is not None and of.positive else 2 * bool(case))
    return Pattern(entry, "noun", words[-1], words=tests, of=of, case=case, weight=weight)


def _phrase_pattern(entry: Entry, words: list[str]) -> Pattern:
    return Pattern(entry, "phrase", words[0], sequence=tuple(words), weight=3 * len(words))


def _heads(pattern: Pattern, classes: WordClasses) -> list[Pattern]:
    """One pattern per head lemma: a class as head stands for all its words."""
    if not pattern.head.startswith("@"):
        return [pattern]
    words, _ = expand(pattern.head, classes, pattern.entry.id)
    return [
        Pattern(
            pattern.entry,
            pattern.part,
            word,
            pattern.particles,
            pattern.clause,
            pattern.words,
            pattern.of,
            pattern.case,
            pattern.word_cases,
            pattern.sequence,
            pattern.weight,
        )
        for word in sorted(words)
    ]


def _entry(raw: _EntryIn, type_: str, order: int, classes: WordClasses) -> Entry:
    name = f"{type_.lower()}/{raw.id}"
    if raw.roles not in ROLES:
        raise OntologyError(f"{name}: no such roles: {raw.roles}")
    if not (raw.verbs or raw.nouns or raw.adjectives or raw.phrases):
        raise OntologyError(f"{name}: names no word")
    codebook = load_codebook()
    for mode in (*raw.modes, *(mode for when in raw.when for mode in when.modes)):
        if mode not in codebook.types[type_].modes:
            raise OntologyError(f"{name}: {type_} has no mode {mode}")
    for context in (*raw.contexts, *(c for when in raw.when for c in when.contexts)):
        if context not in codebook.contexts:
            raise OntologyError(f"{name}: no such context: {context}")
    slots = [tuple(part.split()) for part in ROLES[raw.roles]]
    if raw.actor is not None:
        slots[0] = slots[2] = raw.actor
    if raw.recipient is not None:
        slots[1] = slots[3] = raw.recipient
    whens = tuple(
        When(
            tuple(
                (slot, make_test(items, classes, name))
                for slot, items in (when.model_extra or {}).items()
            ),
            when.modes,
            when.contexts,
        )
        for when in raw.when
    )
    return Entry(
        id=name,
        type=type_,
        modes=raw.modes,
        contexts=raw.contexts,
        verb_actor=slots[0],
        verb_recipient=slots[1],
        noun_actor=slots[2],
        noun_recipient=slots[3],
        reciprocal=raw.reciprocal or raw.roles == "mutual",
        also=tuple(_twin(name, text) for text in raw.also),
        alone=raw.alone,
        weak=raw.weak,
        where=tuple((s, make_test(items, classes, name)) for s, items in raw.where.items()),
        unless=make_test(raw.unless, classes, name),
        unless_near=make_test(raw.unless_near, classes, name).words,
        near=make_test(raw.near, classes, name).words,
        when=whens,
        confidence=raw.confidence,
        codes=raw.codes,
        skips=raw.skips,
        order=order,
    )


def _twin(name: str, text: str) -> tuple[str, tuple[str, ...]]:
    """ "TYPE" or "TYPE/mode" of the second act that an entry tells."""
    type_, _, mode = text.partition("/")
    found = load_codebook().types.get(type_)
    if found is None or (mode and mode not in found.modes):
        raise OntologyError(f"{name}: no such type or mode: {text}")
    return type_, (mode,) if mode else ()


def _patterns(entry: Entry, raw: _EntryIn, classes: WordClasses) -> list[Pattern]:
    found: list[Pattern] = []
    for text in raw.verbs:
        found += [_verb_pattern(entry, words, classes) for words in _alternatives(text)]
    for text in raw.nouns:
        for words in _alternatives(text):
            found += _heads(_noun_pattern(entry, words, classes), classes)
    for text in raw.adjectives:
        found += [
            Pattern(entry, "adjective", words[0], tuple(words[1:]), weight=2 * len(words) - 2)
            for words in _alternatives(text)
        ]
    for text in raw.phrases:
        found += [_phrase_pattern(entry, words) for words in _alternatives(text)]
    return found


def read_files(folder: Path) -> list[tuple[Path, _FileIn]]:
    """Every trigger file of a folder, checked. Raises OntologyError naming file and entry."""
    files: list[tuple[Path, _FileIn]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            files.append((path, _FileIn.model_validate(tomllib.loads(path.read_text("utf-8")))))
        except (ValidationError, tomllib.TOMLDecodeError) as error:
            raise OntologyError(f"{path.name}: {_first(error)}") from error
    return files


def _first(error: ValidationError | tomllib.TOMLDecodeError) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return str(error)


def _index(patterns: Iterable[Pattern], part: Part) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if pattern.part == part:
            found.setdefault(pattern.head, []).append(pattern)
    return {head: tuple(items) for head, items in found.items()}


@cache
def load_triggers(folder: Path = LEXICONS / "triggers") -> Triggers:
    """The entries of a folder of trigger files. Raises OntologyError where one is broken."""
    files = read_files(folder)
    shared = {name: words for _, file in files for name, words in file.classes.items()}
    codebook = load_codebook()
    entries: list[Entry] = []
    patterns: list[Pattern] = []
    seen: set[str] = set()
    for path, file in files:
        if file.type not in codebook.types:
            raise OntologyError(f"{path.name}: no such type: {file.type}")
        classes = load_classes().with_classes({**shared, **file.classes})
        for raw in file.entry:
            entry = _entry(raw, file.type, len(entries), classes)
            if entry.id in seen:
                raise OntologyError(f"{path.name}: {raw.id} stands twice")
            seen.add(entry.id)
            entries.append(entry)
            patterns += _patterns(entry, raw, classes)
    return Triggers(
        tuple(entries),
        _index(patterns, "verb"),
        _index(patterns, "noun"),
        _index(patterns, "adjective"),
        _index(patterns, "phrase"),
        {entry.id: entry for entry in entries},
    )
