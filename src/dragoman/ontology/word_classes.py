"""Word classes that lexicons name with @: persons, weapons, places of power, sport …"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.toml_files import suggest

CLASSES = Path(__file__).parent / "lexicons" / "classes.toml"
# Classes that only a parsed text can decide: entity labels and kinds of token.
LABELS = frozenset(
    {
        "PERSON", "ORG", "LOC", "NORP", "MISC", "NAME", "PRON", "NUM", "WHO", "COUNTRY", "SEVERAL",
        "ANY",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordClasses:
    """Lemmas by class; a class may include others (`"@other"`)."""

    raw: Mapping[str, tuple[str, ...]]
    memo: dict[str, tuple[frozenset[str], frozenset[str]]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def with_classes(self, more: Mapping[str, tuple[str, ...]]) -> WordClasses:
        """These classes and `more`; a class of both holds the words of both."""
        joined = dict(self.raw)
        for name, words in more.items():
            joined[name] = (*joined.get(name, ()), *words)
        return WordClasses(joined)

    def words(self, name: str, where: str = "classes") -> frozenset[str]:
        """The lemmas of a class, and its labels with their @.

        Raises OntologyError where there is no such class.
        """
        return self._words(name, where, ())

    def _words(self, name: str, where: str, path: tuple[str, ...]) -> frozenset[str]:
        if name not in self.raw:
            hint = suggest(name, {*self.raw, *LABELS})
            raise OntologyError(f"{where}: no word class @{name}{hint}: define it in [classes]")
        if name in path:
            raise OntologyError(f"{where}: the word class @{name} holds itself")
        found: set[str] = set()
        for word in self.raw[name]:
            if word[1:] in LABELS and word.startswith("@"):
                found.add(word)
            elif word.startswith("@"):
                found |= self._words(word[1:], where, (*path, name))
            else:
                found.add(word)
        return frozenset(found)


def expand(item: str, classes: WordClasses, where: str) -> tuple[frozenset[str], frozenset[str]]:
    """The lemmas that an item stands for, and the labels that a parsed text must decide."""
    if not item.startswith("@"):
        return frozenset({item}), frozenset()
    if item[1:] in LABELS:
        return frozenset(), frozenset({item[1:]})
    if item not in classes.memo:
        members = classes.words(item[1:], where)
        labels = frozenset(word[1:] for word in members if word.startswith("@"))
        words = frozenset(word for word in members if not word.startswith("@"))
        classes.memo[item] = (words, labels)
    return classes.memo[item]


@cache
def load_classes() -> WordClasses:
    """The bundled classes. Raises OntologyError where the file is broken."""
    try:
        raw = tomllib.loads(CLASSES.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{CLASSES.name}: {error}") from error
    return WordClasses({name: tuple(words) for name, words in raw["classes"].items()})


@cache
def class_words(name: str) -> frozenset[str]:
    """The lemmas of a bundled class."""
    return load_classes().words(name)
