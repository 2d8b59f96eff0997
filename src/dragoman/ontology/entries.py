"""What a trigger entry says, ready to be matched: the entry, and each way of saying it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ontology.slots import Part, Test


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
    `order`: of entries that fit equally well the lower goes first. `file`: where it stands.
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
    file: str = ""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying an entry: the head's lemma and what must stand with it.

    `word_cases` are the prepositions that a verb's `words` stand after ("" for objects and the
    like). For a noun `words` are modifiers and `of` the head of the phrase after `case`; for a
    phrase `words` is the whole sequence of lemmas. `weight` is how specific the pattern is,
    `text` how the lexicon writes it.
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
    text: str = ""
