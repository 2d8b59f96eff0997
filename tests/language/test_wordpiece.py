"""Our WordPiece against the reference implementation."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from dragoman.language.wordpiece import WordPiece

with as_file(files("dragoman.language") / "model" / "tokenizer.json") as path:
    OURS = WordPiece.read(path)
    REFERENCE = Tokenizer.from_file(str(path))

TEXTS = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))


def reference(word: str) -> list[int]:
    return list(REFERENCE.encode(word, add_special_tokens=False).ids)


def test_words_of_the_examples() -> None:
    words = {word for text in TEXTS for word in text.read_text(encoding="utf-8").split()}
    assert len(words) > 400
    for word in words:
        assert OURS.identifiers(word) == reference(word), word


@pytest.mark.parametrize(
    "word",
    ["Türkiye", "São", "al-Assad’s", "naïve…", "北京市", "Ḩalab", "e\u0301", "🤝", "“quoted”", "$1.5m",
     "x" * 120, "U.S.-led", "\u200bzero", "İstanbul", "שלום", "ﬁne", "№5", "a\ufffdb", ""],
)  # fmt: skip
def test_words_that_are_hard(word: str) -> None:
    assert OURS.identifiers(word) == reference(word)


# Blocks old enough that every version of Unicode's tables agrees on them.
_SETTLED = st.one_of(
    *(
        st.characters(min_codepoint=first, max_codepoint=last, categories=["L", "N", "P", "S", "Zs"])
        for first, last in ((0x20, 0x24F), (0x391, 0x3C9), (0x410, 0x44F), (0x5D0, 0x5EA),
                            (0x621, 0x64A), (0x2010, 0x2027), (0x4E00, 0x4E50))
    )
)  # fmt: skip


@given(st.text(_SETTLED, max_size=20))
def test_any_word(word: str) -> None:
    assert OURS.identifiers(word) == reference(word)
