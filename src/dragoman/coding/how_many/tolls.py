"""Measures that stand at a count: "the death toll rose to 52", "the number of dead reached 52"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Token

from dragoman.coding.how_many.effect_modifiers import effect_of_modifiers
from dragoman.coding.how_many.effect_words import Found, case_of, child_of, effects_by
from dragoman.records.values import FigureKind

_PLACES: Final = {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "obl", "nmod", "conj", "appos",
                  "root", "ROOT"}  # fmt: skip
_UP_TO: Final = {"", "to", "at", "above", "past", "beyond", "over", "near", "around", "about",
                 "towards", "toward", "as", "of", "than", "some", "nearly", "between"}  # fmt: skip
"""What stands between a measure and its value; "across five states" is no value."""
MEASURING: Final = {"rise", "reach", "stand", "climb", "put", "exceed", "be", "total", "grow",
                     "pass", "surpass", "increase", "jump", "bring", "set", "hit", "top",
                     "amount", "swell", "soar", "go", "number", "double", "triple",
                     "quadruple", "fall", "drop", "decline", "decrease", "near", "approach", "come",
                     "revise", "estimate", "run", "raise", "lift", "push", "take", "update",
                     "mount", "surge", "lower"}  # fmt: skip


def effect_of_toll(token: Token, parent: Token) -> Found | None:
    """As in "the death toll rose to 52", "a death toll of 52", "the number of dead reached 52"."""
    if parent.lemma_.lower() not in MEASURING | {"toll", "count"}:
        return None
    if case_of(token) not in _UP_TO:
        return None
    nouns = (n for n in parent.children if n != token and n.dep_ in _PLACES)
    return _first_toll((parent, *nouns))


def toll_of_predicate(numeral: Token) -> Found | None:
    """For a numeral that is the predicate itself: "the number of victims is 59"."""
    return _first_toll(child for child in numeral.children if child.dep_.startswith("nsubj"))


def _first_toll(nouns: Iterable[Token]) -> Found | None:
    for noun in nouns:
        lemma = noun.lemma_.lower()
        if lemma == "toll" or (lemma == "count" and child_of(noun, "compound", {"body"})):
            kind: FigureKind = "killed"
            for child in noun.children:
                if child.lemma_.lower() in {"injury", "injured", "wounded"}:
                    kind = "wounded"
            return kind, noun
        if lemma in {"number", "total", "figure"}:
            for part in _of_phrases(noun):
                own = effects_by("adjective").get(part.lower_) or effects_by("noun").get(
                    part.lemma_.lower()
                )
                if own is not None:
                    return own, part
                found = effect_of_modifiers(part)
                if found is not None:
                    return found
        kind_of_noun = effects_by("noun").get(lemma)
        if kind_of_noun is not None and noun.dep_ in {"nsubj", "nsubj:pass"}:
            return kind_of_noun, noun
    return None


def measured_by(numeral: Token) -> Token | None:
    """What "the number of shells fired has risen to 922" counts, for a bare numeral."""
    verb = numeral.head
    if verb.lemma_.lower() not in MEASURING:
        return None
    for noun in verb.children:
        if noun != numeral and noun.lemma_.lower() == "casualty":
            return noun
        if noun != numeral and noun.lemma_.lower() in {"number", "total"}:
            for part in _of_phrases(noun):
                return part
    return None


def _of_phrases(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "nmod":
            yield child
