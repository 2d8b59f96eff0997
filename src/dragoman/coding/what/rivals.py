"""Why a text is coded by these lexicon entries and no others: all that could tell an act in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.coding.what import weigh_acts
from dragoman.coding.what.acts import Act
from dragoman.coding.what.constraints import refusal
from dragoman.coding.what.lexical import find_candidates, rank_of
from dragoman.coding.what.path import why_dropped
from dragoman.language.parse import Parse, parse_of
from dragoman.ontology.entries import Entry, Pattern
from dragoman.ontology.lexicon import Lexicon, load_lexicon

Fate = Literal["coded", "part", "untold", "outranked", "refused", "incomplete"]


@dataclass(frozen=True, slots=True)
class Rival:
    """One entry that has a word of the text, and what became of it there.

    `coded`: it made a record of its own. `part`: what it tells belongs to another act. `untold`:
    it won, but too little stands around it to be an act. `outranked`: another entry fits better.
    `refused`: one of its constraints forbids it. `incomplete`: its word stands there without the
    further words of its patterns. `why` names the act, the other entry or the constraint; `behind`
    is how much lower than the winner's its rank is, None where there is none to compare with.
    """

    pattern: Pattern
    head: Token
    words: tuple[Token, ...]
    fate: Fate
    why: str
    behind: float | None = None

    @property
    def entry(self) -> Entry:
        return self.pattern.entry


@dataclass(frozen=True, slots=True)
class _Candidate:
    pattern: Pattern
    act: Act
    refused: str | None


def find_rivals(doc: Doc, lexicon: Lexicon | None = None) -> tuple[Rival, ...]:
    """Every entry with a word in the text, by head word in reading order, the best of each first."""
    lexicon = lexicon or load_lexicon()
    tree = parse_of(doc)
    at: dict[int, list[_Candidate]] = {}
    lone: dict[int, list[Pattern]] = {}
    for i, lemma in enumerate(tree.lemma):
        found = [
            _Candidate(pattern, act, refusal(tree, act))
            for pattern, act in find_candidates(tree, lexicon.triggers, i, lemma)
        ]
        for candidate in found:
            at.setdefault(candidate.act.head, []).append(candidate)
        matched = {candidate.pattern.entry.id for candidate in found}
        lone[i] = [p for p in _with_word(tree, lexicon, i) if p.entry.id not in matched]
    acts, dropped = weigh_acts(doc, lexicon)
    rivals: list[Rival] = []
    for i in range(len(tree.lemma)):
        rivals += _judged(doc, acts, dropped, at.get(i, ()))
        rivals += [
            Rival(pattern, doc[i], (doc[i],), "incomplete", pattern.text)
            for pattern in _best_each(lone[i])
        ]
    return tuple(rivals)


def _with_word(tree: Parse, lexicon: Lexicon, i: int) -> Iterator[Pattern]:
    """The patterns with the token as their head, whatever else they need.

    Phrases are left out: their first word is a mere preposition.
    """
    triggers = lexicon.triggers
    for word in dict.fromkeys((tree.lemma[i], tree.lower[i])):
        for table in (triggers.verbs, triggers.nouns, triggers.adjectives):
            yield from table.get(word, ())


def _judged(
    doc: Doc, acts: list[Act], dropped: list[Act], candidates: Iterable[_Candidate]
) -> Iterator[Rival]:
    """What became of the candidates at one head: the winner, those it outranked, those refused."""
    best: dict[str, _Candidate] = {}
    for candidate in sorted(candidates, key=_standing, reverse=True):
        best.setdefault(candidate.pattern.entry.id, candidate)
    winner: Pattern | None = None
    for candidate in best.values():
        if candidate.refused is not None:
            yield _rival(doc, candidate, "refused", candidate.refused)
        elif winner is None:
            winner = candidate.pattern
            yield _rival(doc, candidate, *_outcome(doc, acts, dropped, candidate.act))
        else:
            behind = rank_of(winner)[0] - rank_of(candidate.pattern)[0]
            yield _rival(doc, candidate, "outranked", winner.entry.id, behind)


def _standing(candidate: _Candidate) -> tuple[bool, tuple[float, float, int]]:
    return candidate.refused is None, rank_of(candidate.pattern)


def _outcome(doc: Doc, acts: list[Act], dropped: list[Act], won: Act) -> tuple[Fate, str]:
    """What the steps after the match have made of its act."""
    for act in acts:
        if act.entry == won.entry and act.head == won.head:
            return "coded", _named(act)
    for act in acts:
        if won.head in act.words or won.head == act.head:
            return "part", f"{_named(act)} by {act.entry}"
    for act in dropped:
        if act.head == won.head and act.entry == won.entry:
            return "untold", why_dropped(doc, act)
    return "untold", "another entry's words take its place"


def _named(act: Act) -> str:
    return " ".join((act.type, *act.modes))


def _rival(
    doc: Doc, candidate: _Candidate, fate: Fate, why: str, behind: float | None = None
) -> Rival:
    words = tuple(doc[k] for k in sorted(candidate.act.words))
    return Rival(candidate.pattern, doc[candidate.act.head], words, fate, why, behind)


def _best_each(patterns: Iterable[Pattern]) -> list[Pattern]:
    """One pattern of each entry, the one that asks least."""
    found: dict[str, Pattern] = {}
    for pattern in sorted(patterns, key=lambda pattern: pattern.weight):
        found.setdefault(pattern.entry.id, pattern)
    return list(found.values())
