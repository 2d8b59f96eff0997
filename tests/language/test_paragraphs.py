"""Which line breaks begin a sentence."""

from __future__ import annotations

import pytest

from dragoman.language.paragraphs import paragraph_starts


def starting_words(text: str) -> list[str]:
    return [text[start:].split()[0] for start in paragraph_starts(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One line.", ["One"]),
        ("A headline without a stop\n\nThe first paragraph.", ["A", "The"]),
        ("A headline\nThe first paragraph.", ["A", "The"]),
        ("A headline\r\n\r\nThe first paragraph.", ["A", "The"]),
        ("A headline\n \t\nthe first paragraph.", ["A", "the"]),
        ("The army said\nthe town had fallen.", ["The"]),
        ("Paris\nLondon\nMoscow", ["Paris", "London", "Moscow"]),
        ("First page\fSecond page", ["First", "Second"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert starting_words(text) == expected


def test_a_paragraph_broken_to_a_width_is_one() -> None:
    text = (
        "Government troops entered the town on Monday after\n"
        "Rebels had left it during the night, residents of\n"
        "Nearby villages said. It was the third time in two\n"
        "Years that it changed hands.\n\n"
        "A second paragraph."
    )
    assert starting_words(text) == ["Government", "A"]
