"""BERT's uncased WordPiece: a word to the identifiers of its pieces.

Our own forty lines, since the package that does it brings a model hub's client and 40 MB along, and
dragoman asks for no network. The tests hold it against that package, word by word.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

UNKNOWN: Final = "[UNK]"
CONTINUED: Final = "##"
LONGEST: Final = 100
"""Characters beyond which a part of a word is unknown."""


class WordPiece:
    """Splits words by a vocabulary: lower case, no accents, longest known piece first."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._longest = max(map(len, vocabulary))

    @classmethod
    def read(cls, path: Path) -> WordPiece:
        """The vocabulary of a `tokenizer.json`."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def identifiers(self, word: str) -> list[int]:
        """The word's pieces; none where nothing of it is visible."""
        return [piece for part in _parts(_plain(word)) for piece in self._pieces(part)]

    def _pieces(self, part: str) -> list[int]:
        if len(part) > LONGEST:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = CONTINUED if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                piece = self._vocabulary.get(prefix + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self._unknown]
        return found


def _plain(word: str) -> str:
    """Lower case without accents and control characters, blanks around Chinese characters."""
    if word.isascii() and word.isprintable():
        return word.lower()
    cleaned = "".join(
        " " if c.isspace() else f" {c} " if _is_chinese(ord(c)) else c
        for c in word
        if c.isspace() or (unicodedata.category(c)[0] != "C" and c != "\ufffd")
    )
    decomposed = unicodedata.normalize("NFD", cleaned)
    # letter by letter: a final sigma is a sigma here
    return "".join(c.lower() for c in decomposed if unicodedata.category(c) != "Mn")


def _parts(plain: str) -> Iterator[str]:
    """The parts between blanks, each mark of punctuation by itself."""
    part = ""
    for character in plain:
        if character.isspace() or _is_punctuation(character):
            if part:
                yield part
            part = ""
            if not character.isspace():
                yield character
        else:
            part += character
    if part:
        yield part


def _is_punctuation(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character.isprintable() and character != " "
    return unicodedata.category(character)[0] == "P"


def _is_chinese(code: int) -> bool:
    """The blocks of CJK ideographs, as BERT's own tokenizer lists them."""
    return (
        0x4E00 <= code <= 0x9FFF
        or 0x3400 <= code <= 0x4DBF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2B73F
        or 0x2B740 <= code <= 0x2B81F
        or 0x2B920 <= code <= 0x2CEAF
        or 0xF900 <= code <= 0xFAFF
        or 0x2F800 <= code <= 0x2FA1F
    )
