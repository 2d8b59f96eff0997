"""From a trigger entry as it is written to the entry and patterns that texts are matched with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import Codebook
from dragoman.ontology.entries import Entry, Pattern, When
from dragoman.ontology.slots import (
    ADVERBS,
    CLAUSES,
    PARTICLES,
    ROLES,
    SLOTS,
    Test,
    make_test,
)
from dragoman.ontology.toml_files import suggest
from dragoman.ontology.trigger_files import EntryIn
from dragoman.ontology.word_classes import WordClasses, expand


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles the entries of one file. `file` is what messages call it."""

    file: str
    type: str
    classes: WordClasses
    codebook: Codebook

    def entry(self, raw: EntryIn, order: int) -> Entry:
        """The entry. Raises OntologyError where it names what there is not."""
        name = f"{self.type.lower()}/{raw.id}"
        self._check(raw, name)
        slots = [tuple(part.split()) for part in ROLES[raw.roles]]
        if raw.actor is not None:
            slots[0] = slots[2] = raw.actor
        if raw.recipient is not None:
            slots[1] = slots[3] = raw.recipient
        return Entry(
            id=name,
            type=self.type,
            modes=raw.modes,
            contexts=raw.contexts,
            verb_actor=slots[0],
            verb_recipient=slots[1],
            noun_actor=slots[2],
            noun_recipient=slots[3],
            reciprocal=raw.reciprocal or raw.roles == "mutual",
            also=tuple(self._twin(text, name) for text in raw.also),
            alone=raw.alone,
            weak=raw.weak,
            where=self._tests(raw.where, name),
            unless=make_test(raw.unless, self.classes, name),
            unless_near=make_test(raw.unless_near, self.classes, name).words,
            near=make_test(raw.near, self.classes, name).words,
            when=tuple(
                When(self._tests(when.model_extra or {}, name), when.modes, when.contexts)
                for when in raw.when
            ),
            confidence=raw.confidence,
            codes=raw.codes,
            skips=raw.skips,
            order=order,
            file=self.file,
        )

    def patterns(self, raw: EntryIn, entry: Entry) -> list[Pattern]:
        """Every way of saying the entry, alternatives and classes of heads written out."""
        found: list[Pattern] = []
        for text in raw.verbs:
            found += [_verb(entry, text, words, self.classes) for words in _alternatives(text)]
        for text in raw.nouns:
            for words in _alternatives(text):
                found += _heads(_noun(entry, text, words, self.classes), self.classes)
        for text in raw.adjectives:
            found += [_adjective(entry, text, words) for words in _alternatives(text)]
        for text in raw.phrases:
            found += [_phrase(entry, text, words) for words in _alternatives(text)]
        return found

    def _check(self, raw: EntryIn, name: str) -> None:
        if raw.roles not in ROLES:
            raise OntologyError(f"{name}: no such roles: {raw.roles}{suggest(raw.roles, ROLES)}")
        modes = self.codebook.event_type(self.type).modes
        for mode in (*raw.modes, *(mode for when in raw.when for mode in when.modes)):
            if mode not in modes:
                raise OntologyError(f"{name}: {self.type} has no mode {mode}{suggest(mode, modes)}")
        contexts = self.codebook.contexts
        for context in (*raw.contexts, *(c for when in raw.when for c in when.contexts)):
            if context not in contexts:
                hint = suggest(context, contexts)
                raise OntologyError(f"{name}: no such context: {context}{hint}")
        slots = (*(raw.actor or ()), *(raw.recipient or ()), *raw.where)
        for slot in (*slots, *(key for when in raw.when for key in when.model_extra or {})):
            if slot not in SLOTS:
                raise OntologyError(f"{name}: no such slot: {slot}{suggest(slot, SLOTS)}")

    def _tests(self, slots: Mapping[str, Iterable[str]], name: str) -> tuple[tuple[str, Test], ...]:
        return tuple((slot, make_test(items, self.classes, name)) for slot, items in slots.items())

    def _twin(self, text: str, name: str) -> tuple[str, tuple[str, ...]]:
        """ "TYPE" or "TYPE/mode" of the second act that an entry tells."""
        type_, _, mode = text.partition("/")
        found = self.codebook.types.get(type_)
        if found is None or (mode and mode not in found.modes):
            raise OntologyError(f"{name}: also: no such type or mode: {text}")
        return type_, (mode,) if mode else ()


def _alternatives(text: str) -> list[list[str]]:
    return [list(choice) for choice in product(*(word.split("/") for word in text.split()))]


def _verb(entry: Entry, text: str, words: list[str], classes: WordClasses) -> Pattern:
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
    return Pattern(
        entry,
        "verb",
        words[0],
        tuple(particles),
        clause,
        tuple(tests),
        word_cases=tuple(cases),
        weight=4 * len(tests) + 2 * len(particles) + 2 * bool(clause),
        text=text,
    )


def _noun(entry: Entry, text: str, words: list[str], classes: WordClasses) -> Pattern:
    of = None
    case = ""
    at = next((n for n, word in enumerate(words) if word in PARTICLES and n), None)
    if at is not None:
        case = words[at]
        of = make_test(words[at + 1 :], classes, entry.id)
        words = words[:at]
    tests = tuple(make_test([word], classes, entry.id) for word in words[:-1])
    weight = 4 * len(tests) + (4 if of is not None and of.positive else 2 * bool(case))
    return Pattern(
        entry, "noun", words[-1], words=tests, of=of, case=case, weight=weight, text=text
    )


def _adjective(entry: Entry, text: str, words: list[str]) -> Pattern:
    weight = 2 * len(words) - 2
    return Pattern(entry, "adjective", words[0], tuple(words[1:]), weight=weight, text=text)


def _phrase(entry: Entry, text: str, words: list[str]) -> Pattern:
    weight = 3 * len(words)
    return Pattern(entry, "phrase", words[0], sequence=tuple(words), weight=weight, text=text)


def _heads(pattern: Pattern, classes: WordClasses) -> list[Pattern]:
    """One pattern per head lemma: a class as head stands for all its words."""
    if not pattern.head.startswith("@"):
        return [pattern]
    words, _ = expand(pattern.head, classes, pattern.entry.id)
    return [replace(pattern, head=word) for word in sorted(words)]
