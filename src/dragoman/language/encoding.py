"""Words -> the reader's input: subword identifiers, shapes, and where each word begins and ends.

Training and reading share this file, so that both see the same numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.language.wordpiece import WordPiece

Indices = npt.NDArray[np.int64]

CLASSIFY: Final = 101
SEPARATE: Final = 102
UNKNOWN: Final = 100
"""BERT's identifiers of [CLS], [SEP] and [UNK]; [PAD] is 0."""

MAX_PIECES: Final = 8
"""Subwords kept of one word: a URL must not crowd out its sentence."""

PLAIN_SHAPES: Final = 10
SHAPES: Final = 2 * PLAIN_SHAPES
"""Shape codes; the upper half marks the first word after a paragraph break."""

CACHED_WORDS: Final = 50_000
"""Distinct words whose subwords are remembered; the rest is split anew each time."""


def word_shape(word: str) -> int:
    """The casing that an uncased encoder cannot see, as a code in 1..8 (0 is no word)."""
    if any(character.isdigit() for character in word):
        return 6
    if not any(character.isalpha() for character in word):
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    if word[0].isupper():
        return 2 if word[1:].islower() else 8
    return 5


@dataclass(frozen=True, slots=True)
class EncodedWords:
    """Model input for one window of n words in s subwords.

    `pieces`, `shapes`: [s]; `first`, `last`: [n + 1], the subword range of each word, inclusive,
    with the classifier token in place 0 as the root.
    """

    pieces: Indices
    shapes: Indices
    first: Indices
    last: Indices


class WordEncoder:
    """Splits words into subwords, one word at a time, and remembers what it has split."""

    def __init__(self, tokenizer: Path) -> None:
        self._wordpiece = WordPiece.read(tokenizer)
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}

    def split(self, word: str) -> tuple[tuple[int, ...], int]:
        """The word's subword identifiers (1 to `MAX_PIECES`) and its shape code."""
        known = self._seen.get(word)
        if known is None:
            identifiers = self._wordpiece.identifiers(word[:200])
            known = tuple(identifiers[:MAX_PIECES]) or (UNKNOWN,), word_shape(word)
            if len(self._seen) < CACHED_WORDS:
                self._seen[word] = known
        return known

    def encode(self, words: Sequence[str], breaks: Sequence[bool]) -> EncodedWords:
        """One window; `breaks[i]` says that word i opens a paragraph."""
        pieces, shapes, first, last = [CLASSIFY], [0], [0], [0]
        for word, is_break in zip(words, breaks, strict=True):
            identifiers, shape = self.split(word)
            first.append(len(pieces))
            pieces.extend(identifiers)
            last.append(len(pieces) - 1)
            shapes.extend([shape + PLAIN_SHAPES * is_break] * len(identifiers))
        pieces.append(SEPARATE)
        shapes.append(0)
        return EncodedWords(*(np.asarray(row, np.int64) for row in (pieces, shapes, first, last)))
