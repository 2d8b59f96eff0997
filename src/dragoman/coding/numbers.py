"""Numerals in words and digits: "44,600", "two dozen", "a hundred and five", "1.5 million"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

UNITS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS: Final[dict[str, int]] = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
MAGNITUDES: Final[dict[str, int]] = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "mln": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
GROUPS: Final[dict[str, int]] = {"dozen": 12, "score": 20}
ORDINALS: Final[dict[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        start=1,
    )
}
_DIGITS: Final = re.compile(r"\d{1,3}(?:[,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def read_digits(word: str) -> float | None:
    """The number that digits write, commas between thousands; None for any other word."""
    if _DIGITS.fullmatch(word):
        return float(re.sub(r"[,  ]", "", word))
    return None


def read_ordinal(word: str) -> int | None:
    """1 for "first" and "1st", up to 31 in words."""
    word = word.lower()
    if match := _ORDINAL.fullmatch(word):
        return int(match[1])
    return ORDINALS.get(word)


def is_numeral(word: str) -> bool:
    """Whether the lower-case word can stand inside a numeral of words and digits."""
    return (
        word in UNITS
        or word in TENS
        or word in MAGNITUDES
        or word in GROUPS
        or read_digits(word) is not None
    )


def read_number(words: Sequence[str]) -> float | None:
    """The value of a numeral, or None where the words are none.

    "and" and hyphens are skipped; "a" and "an" count one before a magnitude or a group; "half"
    before a magnitude halves it. A lone "m" or "b" is a magnitude only behind digits.
    """
    total = 0.0
    part: float | None = None
    for place, raw in enumerate(words):
        word = raw.lower()
        if word in {"and", "-", "–", "of"}:
            continue
        if (value := read_digits(word)) is not None:
            if part is not None and part != 0:
                return None
            part = value
        elif word in {"a", "an"} and part is None:
            part = 1
        elif word == "half":
            part = (part or 0) + 0.5
        elif word in UNITS or word in TENS:
            part = (part or 0) + UNITS.get(word, TENS.get(word, 0))
        elif word == "hundred":
            part = (1 if part is None else part) * 100
        elif word in MAGNITUDES:
            if len(word) == 1 and place == 0:
                return None
            total += (1 if part is None else part) * MAGNITUDES[word]
            part = 0
        elif word.rstrip("s") in GROUPS:
            part = (1 if part is None else part) * GROUPS[word.rstrip("s")]
        else:
            return None
    if part is None:
        return None
    return round(total + part, 6)
