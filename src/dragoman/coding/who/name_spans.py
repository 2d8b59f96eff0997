"""Where a name begins and ends: small words before it, articles, type words and notes after it."""

from __future__ import annotations

import re
import unicodedata

from spacy.tokens import Span

from dragoman.language.names import PARTICLES
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words

GROUND = reference_words("ground_words")
_ORDINAL = re.compile(r"\d+(st|nd|rd|th)$")
_NOTE = re.compile(r"\.?\[\d*\]?$")


def first_of_name(tree: Tree, start: int, end: int) -> int:
    """Where a name begins that the tagger took with what stands before it: "eastern Aleppo"."""
    while start < end - 1 and tree.texts[start].islower() and tree.lower[start] not in PARTICLES:
        start += 1
    return start


def without_ground(name: str) -> str:
    """A place's name without article and type word: "Homs province" → "Homs"."""
    words = name.split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] in GROUND:
        words = words[:-1]
    return " ".join(words)


def fit_name(tree: Tree, start: int, end: int, kind: str) -> tuple[int, int]:
    """The tokens of a name with what belongs to it.

    "Homs province" is a province; an article is a part of a body's or a landmark's name where it
    has a capital.
    """
    if kind in ("LOC", "GPE") and tree.lower[end : end + 1] and tree.lower[end] in GROUND:
        if tree.head[end - 1] == end or tree.head[end] in range(start, end):
            end += 1
    if kind == "ORG":
        start, end = _with_number(tree, start, end)
    if kind in ("ORG", "LOC") and start and tree.texts[start - 1] == "The":
        start -= 1
    return start, end


def _with_number(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """A unit's ordinal before its name ("5th Fleet"), a number after an acronym ("CTF 50")."""
    if (
        start
        and _ORDINAL.match(tree.lower[start - 1])
        and tree.head[start - 1] in range(start, end)
    ):
        start -= 1
    if end < len(tree.texts) and end - start == 1 and tree.texts[start].isupper():
        number = tree.texts[end]
        if number.isdigit() and len(number) < 4 and tree.head[end] == start:
            end += 1
    return start, end


def end_of_name(span: Span) -> int:
    """The character after a name: footnote marks and invisible characters are no part of it."""
    text = _NOTE.sub("", span.text)
    while text and unicodedata.category(text[-1]) == "Cf":
        text = text[:-1]
    return span.start_char + max(len(text), 1)
