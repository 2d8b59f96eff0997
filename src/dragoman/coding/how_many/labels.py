"""Numbers that name rather than count: "Resolution 2254", "aged 40 and 52", "10 Downing Street"."""

from __future__ import annotations

import re
from typing import Final

from spacy.tokens import Doc

from dragoman.coding.how_many.lexicon import figure_lexicon
from dragoman.coding.numbers import is_numeral

_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_DETERMINERS: Final = {"the", "its", "their", "his", "her", "our", "this", "that", "upcoming", "next",
                       "last", "late", "early", "a", "an", "'s", "’s", "annual"}  # fmt: skip
_MONTHS: Final = {"january", "february", "march", "april", "may", "june", "july", "august",
                  "september", "october", "november", "december"}  # fmt: skip
_CRAFT: Final = {"spacecraft", "aircraft", "hovercraft", "craft"}
_CLOSING: Final = ([","], [";"], [")"], ["."], ["and"])
_LISTING: Final = {",", "and", "or", "to", "-", "–", "&", "between", "from", "respectively"}
_ORDERED: Final = {"no", "no.", "nos", "number", "#", "age", "ages", "aged"}
_STREETS: Final = {"street", "avenue", "road", "lane", "boulevard", "square", "st", "st.", "ave"}
_CHANGES: Final = {"rise", "rising", "rose", "risen", "rises", "climb", "climbs", "climbed",
                   "climbing", "grow", "grows", "grew", "grown", "growing", "increase",
                   "increases", "increased", "increasing", "jump", "jumps", "jumped", "soar",
                   "soared", "swell", "swelled", "swollen", "surged", "went", "gone", "goes",
                   "up", "down", "fell", "fall", "falls", "fallen", "dropped", "drop", "drops",
                   "decreased", "declined", "revised", "raised", "raise", "lowered", "reduced",
                   "cut", "reduce", "change", "changed", "doubled", "tripled"}  # fmt: skip
_CHANGE_REACH: Final = 9
_STOPS: Final = {".", ";", "!", "?"}


def is_label(doc: Doc, words: list[str], i: int, end: int) -> bool:
    """Whether the numeral in tokens `[i, end)` names, orders or dates, so that nothing is counted."""
    if _is_pronoun_one(words, i) or _is_glued_on(doc, words, end):
        return True
    if i == 0:
        return False
    return (
        _is_share_of(words, i)
        or _is_numbered(doc, words, i)
        or _is_ordered(words, i)
        or _is_bracketed(doc, words, i, end)
        or _is_joined(doc, words, i)
        or _is_of_a_name(doc, words, i, end)
        or _is_address(doc, words, i, end)
        or _is_year_of(words, i)
        or _is_day_of(words, i)
        or words[end : end + 1] in (["th"], ["st"], ["nd"], ["rd"], ["px"])
        or is_surpassed(words, i)
    )


def is_surpassed(words: list[str], i: int) -> bool:
    """The former value of a count that changed: "rose from 12 to 20", "up to 45 from 30"."""
    if words[i - 1] != "from":
        return False
    for at in range(i - 2, max(-1, i - 2 - _CHANGE_REACH), -1):
        if words[at] in _STOPS:
            return False
        if words[at] in _CHANGES:
            return True
    return False


def _is_pronoun_one(words: list[str], i: int) -> bool:
    return (
        words[i] == "one"
        and i > 0
        and words[i - 1] in {"no", "any", "every", "the", "this", "which"}
    )


def _is_glued_on(doc: Doc, words: list[str], end: int) -> bool:
    return words[end : end + 1] == ["/"] and end < len(doc) and doc[end - 1].whitespace_ == ""


def _is_share_of(words: list[str], i: int) -> bool:
    return words[max(0, i - 2) : i] == ["out", "of"]


def _first_of_list(words: list[str], i: int) -> int:
    """The place before a list of numerals that token `i` belongs to ("40, 52 and 60")."""
    at = i - 1
    while at > 0 and (words[at] in _LISTING or is_numeral(words[at]) or words[at].isspace()):
        at -= 1
    return at


def _is_numbered(doc: Doc, words: list[str], i: int) -> bool:
    """As in "Article 5", "Resolutions 2254 and 2268"."""
    numbered = figure_lexicon()["nouns"]["numbered"]
    if words[i - 1] in numbered and doc[i - 1].text[:1].isupper():
        return True
    at = _first_of_list(words, i)
    return (
        words[at].removesuffix("s") in numbered
        and words[at] not in numbered
        and (doc[at].text[:1].isupper())
    )


def _is_ordered(words: list[str], i: int) -> bool:
    """As in "No. 4", "aged 40 and 52"."""
    if not words[i].isdigit():
        return False
    at = i - 1
    while at > 0 and (words[at].isspace() or words[at] == "."):
        at -= 1
    if words[at] in _ORDERED:
        return True
    return words[_first_of_list(words, i)] in {"aged", "ages", "nos"}


def _is_bracketed(doc: Doc, words: list[str], i: int, end: int) -> bool:
    """As in "Anna Berg, 45, …" and "Berg (45)"."""
    after = words[end : end + 1]
    if i > 1 and words[i - 1] == "," and doc[i - 2].pos_ == "PROPN" and after in _CLOSING:
        return True
    return words[i - 1] in {"(", ","} and words[i].isdigit() and after in ([","], [")"])


def _is_joined(doc: Doc, words: list[str], i: int) -> bool:
    """As in "F-16", "3/4"."""
    joined = i > 1 and not doc[i - 1].whitespace_ and not doc[i - 2].whitespace_
    return joined and words[i - 1] in {"-", "/", "–"} and not is_numeral(words[i - 2])


def _is_of_a_name(doc: Doc, words: list[str], i: int, end: int) -> bool:
    """As in "Apollo 11 landed", "the Apollo 11 spacecraft"."""
    before = doc[i - 1]
    if before.pos_ != "PROPN" or not words[i].isdigit() or before.ent_type_ == "":
        return False
    if end >= len(doc) or doc[end].pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return True
    return doc[end].lower_ in _CRAFT


def _is_year_of(words: list[str], i: int) -> bool:
    """As in "the 2020 census", "its 2025 inductees"."""
    return bool(_YEAR.fullmatch(words[i])) and words[i - 1] in _DETERMINERS


def _is_day_of(words: list[str], i: int) -> bool:
    """As in "the March 23 Movement"."""
    return words[i].isdigit() and len(words[i]) < 3 and words[i - 1] in _MONTHS


def _is_address(doc: Doc, words: list[str], i: int, end: int) -> bool:
    """As in "10 Downing Street": a numeral, a name of one to three words, a word for a street."""
    if not words[i].isdigit():
        return False
    for at in range(end, min(len(doc), end + 4)):
        if not doc[at].text[:1].isupper():
            return False
        if at > end and words[at] in _STREETS:
            return True
    return False
