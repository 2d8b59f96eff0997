"""Trigger entries: which words tell of which act, and who stands where around them.

The files in `lexicons/triggers/` and those of a user's folder beside them, as frozen, indexed
patterns. A broken entry raises OntologyError naming file and entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import Codebook, load_codebook
from dragoman.ontology.entries import Entry, Pattern
from dragoman.ontology.slots import Part
from dragoman.ontology.toml_files import suggest
from dragoman.ontology.trigger_files import OURS, TriggerFile, read_trigger_files
from dragoman.ontology.trigger_patterns import Compiler
from dragoman.ontology.word_classes import load_classes

_Table = Mapping[str, tuple[Pattern, ...]]


@dataclass(frozen=True, slots=True)
class Triggers:
    """All entries, and their patterns by part of speech and lemma of the head.

    `classes` are the word classes that the trigger files themselves define.
    """

    entries: tuple[Entry, ...]
    verbs: _Table
    nouns: _Table
    adjectives: _Table
    phrases: _Table
    by_id: Mapping[str, Entry] = field(default_factory=dict)
    classes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def load_triggers(folder: Path = OURS) -> Triggers:
    """The entries of a folder of trigger files. Raises OntologyError where one is broken."""
    files = read_trigger_files(folder)
    shared = _classes(files)
    entries, patterns = _compile(files, shared, load_codebook(), first=0)
    return _indexed(entries, patterns, shared)


def add_triggers(base: Triggers, folder: Path, codebook: Codebook) -> Triggers:
    """`base` with a user's trigger files over it.

    An entry of an id that `base` has takes that one's place; others go before those of `base`
    where both fit equally well; `drop` takes entries out. Raises OntologyError where a file is
    broken or drops what there is not.
    """
    files = read_trigger_files(folder)
    shared = {**base.classes, **_classes(files)}
    first = -sum(len(file.content.entry) for file in files)
    entries, patterns = _compile(files, shared, codebook, first)
    gone = _dropped(base, files) | {entry.id for entry in entries}
    entries += [entry for entry in base.entries if entry.id not in gone]
    for table in (base.verbs, base.nouns, base.adjectives, base.phrases):
        for kept in table.values():
            patterns += [pattern for pattern in kept if pattern.entry.id not in gone]
    return _indexed(entries, patterns, shared)


def _classes(files: Iterable[TriggerFile]) -> dict[str, tuple[str, ...]]:
    return {name: words for file in files for name, words in file.content.classes.items()}


def _compile(
    files: Iterable[TriggerFile],
    shared: Mapping[str, tuple[str, ...]],
    codebook: Codebook,
    first: int,
) -> tuple[list[Entry], list[Pattern]]:
    """The entries of the files, numbered from `first`, and their patterns."""
    entries: dict[str, Entry] = {}
    patterns: list[Pattern] = []
    for file in files:
        own = file.content
        if own.entry and own.type not in codebook.types:
            hint = suggest(own.type, codebook.types)
            raise OntologyError(f"{file.name}: no such type: {own.type}{hint}")
        classes = load_classes().with_classes({**shared, **own.classes})
        compiler = Compiler(file.name, own.type, classes, codebook)
        for raw in own.entry:
            try:
                entry = compiler.entry(raw, first + len(entries))
                patterns += compiler.patterns(raw, entry)
            except OntologyError as error:
                raise OntologyError(f"{file.name}: {error}") from None
            if entry.id in entries:
                raise OntologyError(f"{file.name}: {entry.id} stands twice: rename one of the two")
            entries[entry.id] = entry
    return list(entries.values()), patterns


def _dropped(base: Triggers, files: Iterable[TriggerFile]) -> set[str]:
    gone: set[str] = set()
    for file in files:
        for name in file.content.drop:
            if name not in base.by_id:
                hint = suggest(name, base.by_id) if "/" in name else ' (write "type/entry")'
                raise OntologyError(f"{file.name}: drop: no entry {name} of ours{hint}")
            gone.add(name)
    return gone


def _indexed(
    entries: Iterable[Entry], patterns: list[Pattern], classes: Mapping[str, tuple[str, ...]]
) -> Triggers:
    in_order = tuple(entries)
    return Triggers(
        in_order,
        _table(patterns, "verb"),
        _table(patterns, "noun"),
        _table(patterns, "adjective"),
        _table(patterns, "phrase"),
        {entry.id: entry for entry in in_order},
        classes,
    )


def _table(patterns: Iterable[Pattern], part: Part) -> dict[str, tuple[Pattern, ...]]:
    found: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        if pattern.part == part:
            found.setdefault(pattern.head, []).append(pattern)
    return {head: tuple(items) for head, items in found.items()}
