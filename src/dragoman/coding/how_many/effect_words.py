"""The lexicon of effects, and the small questions about a word that reading them asks."""

from __future__ import annotations

from functools import cache
from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.lexicon import figure_lexicon
from dragoman.records.values import FigureKind

EFFECTS: Final[tuple[FigureKind, ...]] = (
    "killed", "wounded", "displaced", "detained", "missing", "abducted",
)  # fmt: skip
Found = tuple[FigureKind, Token]


@cache
def effects_by(list_name: str) -> dict[str, FigureKind]:
    tables = figure_lexicon()
    return {word: kind for kind in EFFECTS for word in tables[kind].get(list_name, ())}


@cache
def lemmas_of(list_name: str) -> frozenset[str]:
    """One of the noun lists of the lexicon."""
    return frozenset(figure_lexicon()["nouns"][list_name])


def is_person_noun(token: Token) -> bool:
    return token.lemma_.lower() in lemmas_of("people")


def has_object(token: Token) -> bool:
    return any(child.dep_ in {"obj", "iobj", "ccomp"} for child in token.children)


def child_of(token: Token, dep: str, lemmas: set[str]) -> Token | None:
    for child in token.children:
        if child.dep_ == dep and child.lemma_.lower() in lemmas:
            return child
    return None


def case_of(token: Token) -> str:
    for child in token.children:
        if child.dep_ == "case":
            return child.lower_
    return ""


def governor_of(token: Token) -> Token:
    """The verb, or predicate noun or adjective, that the token belongs to."""
    for ancestor in token.ancestors:
        if ancestor.pos_ in {"VERB", "AUX"} or any(c.dep_ == "cop" for c in ancestor.children):
            return ancestor
    return token.head
