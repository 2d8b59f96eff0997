"""The words of a text as the grammar of time expressions sees them: kinds, one letter a word.

A text is cut into words, numbers and marks; each gets the set of its kinds (MONTH, UNIT, DAYNUM,
…), and each set of kinds is one private-use character. A pattern over kinds then is a regular
expression over a string with one character a word, which costs next to nothing to search.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from dragoman.coding.numbers import MAGNITUDES, ORDINALS, TENS, UNITS

_WORD: Final = re.compile(
    r"""
    (?P<BREAK>\n[^\S\n]*\n\s*)
  | (?P<ISO>\d{4}(?:-\d{2}-\d{2}|/\d{2}/\d{2})(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?![\w-]))
  | (?P<SLASHED>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\w/]))
  | (?P<DOTTED>\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]*\d))
  | (?P<CLOCK>\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))
  | (?P<MERIDIEM>[ap]\.\s?m\.(?!\w)|[ap]m(?!\w))
  | (?P<ERA>b\.?c\.?e\.?(?!\w)|b\.c\.?(?!\w)|bc(?!\w)|a\.d\.(?!\w)|c\.e\.(?!\w))
  | (?P<DECADE>(?:1\d|20)\d0['’]?s(?!\w)|\d\d0s(?=\s*b\.?c)|['’]?[2-9]0['’]?s(?!\w))
  | (?P<QCODE>q[1-4](?!\w))
  | (?P<ORDINAL>\d{1,2}(?:st|nd|rd|th)(?!\w))
  | (?P<NUMBER>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
  | (?P<LETTERS>[^\W\d_]+)
  | (?P<MARK>[^\w\s]|_)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MARKS: Final = {
    "-": "HYPHEN",
    "–": "HYPHEN",
    "—": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    ",": "COMMA",
    ".": "DOT",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "(": "OPEN",
    ")": "SHUT",
    "$": "CURRENCY",
    "€": "CURRENCY",
    "£": "CURRENCY",
    "%": "PERCENT",
    "/": "SLASH",
    ":": "COLON",
    ";": "STOP",
    "!": "STOP",
    "?": "STOP",
}
_NUMBERS_OF_EACH_SORT: Final = [
    "0",
    "1",
    "00",
    "07",
    "27",
    "77",
    "490",
    "0600",
    "0999",
    "9000",
    "1200",
    "1799",
    "1830",
    "1999",
    "2030",
    "2130",
    "2190",
    "2230",
    "12,000",
]
_AMBIGUOUS_MONTHS: Final = {"may", "march", "jan", "mar"}
_AMBIGUOUS_WEEKDAYS: Final = {"sun", "sat", "mon", "wed"}
_AMBIGUOUS_SEASONS: Final = {"spring", "fall"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or mark at characters `[start, end)` of the text."""

    text: str
    start: int
    end: int


@cache
def lexicon() -> dict[str, Any]:
    """The tables of `ontology/lexicons/times.toml`."""
    path = resources.files("dragoman.ontology") / "lexicons" / "times.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _kinds_by_word() -> dict[str, frozenset[str]]:
    tables = lexicon()
    kinds: dict[str, set[str]] = {}

    def add(word: str, kind: str) -> None:
        kinds.setdefault(word, set()).add(kind)

    for kind, words in tables["kinds"].items():
        for word in words:
            add(word, kind)
    for month in tables["months"]:
        add(month, "MONTH")
    for weekday in tables["weekdays"]:
        add(weekday, "WEEKDAY")
    for weekday in tables["weekday_plurals"]:
        add(weekday, "WEEKDAYS")
    for season in tables["seasons"]:
        add(season, "SEASON")
    for part in tables["day_parts"]:
        add(part, "DAYPART")
    for unit in tables["units"]:
        if unit != "second":
            add(unit, "UNIT")
        if not unit.endswith(("ies", "ia")):
            add(f"{unit}s", "UNITS")
        else:
            add(unit, "UNITS")
    for word in tables["periodic"]:
        add(word, "PERIODIC")
    for word in (*UNITS, *TENS):
        add(word, "CARDINAL")
    for word in (*MAGNITUDES, "dozen"):
        if len(word) > 2:
            add(word, "MAGNITUDE")
    for word in ORDINALS:
        if "-" not in word:
            add(word, "ORDINAL")
    return {word: frozenset(found) for word, found in kinds.items()}


def _number_kinds(text: str) -> frozenset[str]:
    kinds = {"CARDINAL", "DIGITS"}
    if text.isdigit() and text.isascii():
        number = int(text)
        if len(text) <= 2 and 1 <= number <= 31:
            kinds.add("DAYNUM")
        if len(text) <= 2 and number <= 24:
            kinds.add("HOURNUM")
        if len(text) == 4 and 1000 <= number < 2100:
            kinds.add("YEAR")
        if len(text) == 4 and 1800 <= number < 2100:
            kinds.add("MODERN")
        if len(text) == 4 and int(text[:2]) < 24 and int(text[2:]) < 60:
            kinds.add("FOURHOUR")
        if len(text) <= 4:
            kinds.add("ANCIENT")
        if len(text) == 2:
            kinds.add("TWODIGITS")
    return frozenset(kinds)


def _signatures() -> Iterator[frozenset[str]]:
    for kinds in _kinds_by_word().values():
        yield kinds
        for dropped in ("MONTH", "WEEKDAY", "SEASON"):
            if dropped in kinds:
                yield kinds - {dropped}
                yield (kinds - {dropped}) | {f"MAYBE_{dropped}"}
    for sample in _NUMBERS_OF_EACH_SORT:
        yield _number_kinds(sample)
    for mark in _MARKS.values():
        yield frozenset({mark})
    for kind in (
        "BREAK",
        "ISO",
        "SLASHED",
        "DOTTED",
        "CLOCK",
        "MERIDIEM",
        "ERA",
        "DECADE",
        "QCODE",
    ):
        yield frozenset({kind})
    yield frozenset({"ORDINAL", "DAYNTH"})
    yield frozenset({"LETTERS"})
    yield frozenset({"PLURAL"})
    yield frozenset({"OTHER"})


@cache
def _letters() -> dict[frozenset[str], str]:
    ordered: dict[frozenset[str], str] = {}
    for kinds in _signatures():
        if kinds not in ordered:
            ordered[kinds] = chr(0xE000 + len(ordered))
    return ordered


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern over kinds as one over letters; blanks do not count.

    A name in capitals stands for any word that has this kind. Raises KeyError for a kind that
    nothing has.
    """
    letters = _letters()

    def replace(match: re.Match[str]) -> str:
        kind = match[0]
        found = "".join(letter for kinds, letter in letters.items() if kind in kinds)
        if not found:
            raise KeyError(kind)
        return f"[{found}]"

    return re.compile(re.sub(r"\b[A-Z][A-Z_]+\b", replace, re.sub(r"\s+", "", _spaced(pattern))))


def _spaced(pattern: str) -> str:
    """Blanks between two names become an empty group, so that the names stay apart."""
    return re.sub(r"(?<=[A-Z])\s+(?=[A-Z])", "(?:)", pattern)


def read_words(text: str) -> tuple[list[Word], str]:
    """The words of `text` and the string of their letters, equally long."""
    by_word = _kinds_by_word()
    letters = _letters()
    plain = letters[frozenset({"LETTERS"})]
    plural = letters[frozenset({"PLURAL"})]
    other = letters[frozenset({"OTHER"})]
    shouting = _is_shouting(text)
    words: list[Word] = []
    found: list[str] = []
    at_start = True
    for match in _WORD.finditer(text):
        group = match.lastgroup or "OTHER"
        token = match[0]
        words.append(Word(token, match.start(), match.end()))
        if group == "LETTERS":
            kinds = by_word.get(token.lower())
            if kinds is None:
                letter = plural if token[-1] == "s" and token.islower() else plain
            else:
                letter = letters[_in_context(token, kinds, at_start, shouting)]
            at_start = False
        elif group == "NUMBER":
            letter = letters.get(_number_kinds(token), other)
            at_start = False
        elif group == "MARK":
            kind = _MARKS.get(token)
            letter = letters[frozenset({kind})] if kind else other
            at_start = kind in {"DOT", "STOP", "COLON"} or (at_start and kind != "COMMA")
            at_start = at_start or token in '"“”‘•*'
        elif group == "ORDINAL":
            letter = letters[frozenset({"ORDINAL", "DAYNTH"})]
            at_start = False
        else:
            letter = letters[frozenset({group})]
            at_start = group == "BREAK"
        found.append(letter)
    return words, "".join(found)


def _is_shouting(text: str) -> bool:
    sample = text[:2000]
    return sum(map(str.isupper, sample)) > 2 * sum(map(str.islower, sample))


def _in_context(
    token: str, kinds: frozenset[str], at_start: bool, shouting: bool
) -> frozenset[str]:
    """The kinds that the word's case leaves: "may" is no month, "May" at the start perhaps."""
    low = token.lower()
    if "MONTH" in kinds:
        if token.islower() and (low in _AMBIGUOUS_MONTHS or len(low) <= 4):
            return kinds - {"MONTH"} if len(kinds) > 1 else frozenset({"LETTERS"})
        if low in _AMBIGUOUS_MONTHS and (low != "may" or at_start or shouting):
            return (kinds - {"MONTH"}) | {"MAYBE_MONTH"}
    elif "WEEKDAY" in kinds:
        if token.islower() and len(low) <= 5:
            return kinds - {"WEEKDAY"} if len(kinds) > 1 else frozenset({"LETTERS"})
        if low in _AMBIGUOUS_WEEKDAYS:
            return (kinds - {"WEEKDAY"}) | {"MAYBE_WEEKDAY"}
    elif "SEASON" in kinds and low in _AMBIGUOUS_SEASONS:
        return (kinds - {"SEASON"}) | {"MAYBE_SEASON"}
    return kinds
