"""Longest-match lookup of listed phrases over the words of a text.

A text is seen as its runs of letters and digits, folded: no case, no accents, no punctuation, so
that "al-Qa'ida", "Al Qaïda" and "AL-QA’IDA" are the same three words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+")
_SPECIAL = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)

T = TypeVar("T")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The word without case and accents."""
    low = word.lower()
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low.translate(_SPECIAL))
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: folded forms and half-open character ranges, all of one length."""

    text: str
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def surface(self, index: int) -> str:
        """The word of that index as the text writes it."""
        return self.text[self.starts[index] : self.ends[index]]


def split_words(text: str) -> Words:
    """The text's runs of letters and digits, in order."""
    spans = [match.span() for match in _WORD.finditer(text)]
    return Words(
        text,
        tuple(fold(text[start:end]) for start, end in spans),
        tuple(start for start, _ in spans),
        tuple(end for _, end in spans),
    )


def key_of(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase: what it is looked up by."""
    return tuple(fold(match.group()) for match in _WORD.finditer(phrase))


class PhraseIndex(Generic[T]):
    """Values by phrase; `longest` gives, at each word, the longest phrases that begin there."""

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], T]]) -> None:
        self._values: dict[tuple[str, ...], list[T]] = {}
        lengths: dict[str, set[int]] = {}
        for key, value in entries:
            if key:
                self._values.setdefault(key, []).append(value)
                lengths.setdefault(key[0], set()).add(len(key))
        self._lengths = {
            first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()
        }

    def add(self, key: tuple[str, ...], value: T) -> None:
        """One phrase more; of no words it is none."""
        if key:
            self._values.setdefault(key, []).append(value)
            known = self._lengths.get(key[0], ())
            self._lengths[key[0]] = tuple(sorted({*known, len(key)}, reverse=True))

    def get(self, key: tuple[str, ...]) -> Sequence[T]:
        """The values of exactly that phrase."""
        return self._values.get(key, ())

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, Sequence[T]]]:
        """(first word, word past the last, values) of every listed phrase, longest first at each
        word; matches may overlap."""
        lengths, values = self._lengths, self._values
        for at, word in enumerate(words):
            found = lengths.get(word)
            if found is None:
                continue
            for length in found:
                hit = values.get(tuple(words[at : at + length]))
                if hit is not None and at + length <= len(words):
                    yield at, at + length, hit
