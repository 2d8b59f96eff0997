"""Upper-case wire text -> the case that a reader trained on ordinary text expects.

Light on purpose: words that the English word list knows go down, names go up by not being in it,
by their place (countries, demonyms, titles before names) or by their form (initialisms).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Final

import lemminflect

from dragoman.ontology.countries import (
    country_names,
    country_of_capital,
    country_of_name,
    demonym,
)

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END: Final = re.compile(
    r"(?:[.!?:]|\[TEXT\]|[.!?]\])(?:[\"'”’)]*)\s+[\"'“‘(]*$|\n\s*\n\s*[\"'“‘(]*$|^\W*$|\)\s*--\s*$"
)
_ROMAN: Final = re.compile(r"[IVX]{2,}")
_ORDINALS: Final = {"st", "nd", "rd", "th"}
_SAMPLE: Final = 4000
_LONG: Final = 8
_STEM: Final = 5
"""Letters from which an unknown word's ending, or what its prefix leaves, tells an English word."""


def is_upper_case(text: str) -> bool:
    """Whether the text's letters are nearly all capitals (more than nine in ten)."""
    sample = text[:_SAMPLE]
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    return upper > 20 and upper > 9 * lower


@cache
def _words(table: str) -> frozenset[str]:
    """A list of `ontology/lexicons/truecase.toml`."""
    path = resources.files("dragoman.ontology") / "lexicons" / "truecase.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[table].split())


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    """Whether a lower-case word is ordinary English."""
    if word in _words("function"):
        return True
    base = re.sub(r"['’]s?$", "", word)
    if base in _words("function"):
        return True
    return bool(lemminflect.getAllLemmas(base)) or _is_derived(base)


def _is_derived(word: str) -> bool:
    """Whether a word that no list has is put together from one: "counterinsurgency", "crewmember"."""
    if len(word) >= _LONG and word.endswith(tuple(_words("suffixes"))):
        return True
    for prefix in _words("prefixes"):
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _STEM and lemminflect.getAllLemmas(rest):
            return True
    for second in _words("seconds"):
        rest = word.removesuffix(second)
        if rest != word and len(rest) > 2 and lemminflect.getAllLemmas(rest):
            return True
    return False


@cache
def _names_of_several_words() -> re.Pattern[str]:
    """Countries and the bodies and movements of the lexicon, as they stand in capitals."""
    names = {name.upper() for name in country_names() if " " in name}
    names |= {name.upper().replace("_", " ") for name in _words("names")}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(
        r"\b(?:" + "|".join(r"\s+".join(map(re.escape, n.split())) for n in longest_first) + r")\b"
    )


@lru_cache(maxsize=50_000)
def _is_place(word: str) -> bool:
    base = re.sub(r"['’]s?$", "", word).title()
    if base.lower() in _words("function"):
        return False
    return (
        demonym(base) is not None
        or country_of_name(base) is not None
        or (country_of_capital(base) is not None and not lemminflect.getAllLemmas(base.lower()))
    )


def _lowered(word: str) -> str:
    """Lower case of the same length: letters whose lower form is longer keep theirs."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def _capitalised(word: str) -> str:
    first = word[0].upper() if len(word[0].upper()) == 1 else word[0]
    return first + _lowered(word[1:])


def truecase(text: str) -> str:
    """`text` in sentence case with names capitalised, code point for code point as long.

    A text that is not in capitals comes back unchanged.
    """
    if not is_upper_case(text):
        return text
    matches = list(_WORD.finditer(text))
    words = [match[0] for match in matches]
    names = [_is_name(text, match) for match in matches]
    _raise_known(text, matches, words, names)
    _spread(text, matches, words, names)
    pieces: list[str] = []
    position = 0
    for match, word, name in zip(matches, words, names, strict=True):
        pieces.append(text[position : match.start()])
        position = match.end()
        if name == "initials":
            pieces.append(word)
        elif name == "name" or _SENTENCE_END.search(
            text[max(0, match.start() - 40) : match.start()]
        ):
            pieces.append(_capitalised(word))
        else:
            pieces.append(_lowered(word))
    pieces.append(text[position:])
    return "".join(pieces)


def _is_name(text: str, match: re.Match[str]) -> str:
    """What a word is by itself: "initials", "name", or neither ("")."""
    word = match[0]
    low = word.lower()
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if len(word) == 1:
        return (
            "initials"
            if after == "." and before != "'" and low != "a"
            else ("name" if low == "i" else "")
        )
    if before.isdigit() and low in _ORDINALS:
        return ""
    if low in _words("titles"):
        return ""  # up before a name, see _spread
    if _is_place(low):
        return "name"
    if before == "(" and after == ")" and len(word) <= 8 and not _is_common(low):
        return "initials"
    if _ROMAN.fullmatch(word) and low not in _words("function") and not _is_common(low):
        return "initials"
    if low in _words("calendar"):
        return "name"
    if _is_common(low):
        return ""
    if len(word) <= 6 and not re.search(r"[aeiouy]", low):
        return "initials"
    return "name"


def _raise_known(
    text: str, matches: list[re.Match[str]], words: list[str], names: list[str]
) -> None:
    """Capitals for every word but "of" and the like of a known name: "the Shining Path"."""
    places = {match.start(): i for i, match in enumerate(matches)}
    for found in _names_of_several_words().finditer(text):
        i = places.get(found.start())
        while i is not None and i < len(matches) and matches[i].start() < found.end():
            if words[i].lower() not in _words("function"):
                names[i] = names[i] or "name"
            i += 1


def _spread(text: str, matches: list[re.Match[str]], words: list[str], names: list[str]) -> None:
    """Capitals from certain names to what belongs to them: titles before, particles between,
    initialisms that stand in parentheses elsewhere, bodies named after a name."""
    initials = {w for w, n in zip(words, names, strict=True) if n == "initials" and len(w) > 1}
    for i, word in enumerate(words):
        if names[i] == "name" and word in initials:
            names[i] = "initials"
    for i in range(len(words) - 1, -1, -1):
        low = words[i].lower()
        adjacent = i + 1 < len(words) and text[matches[i].end() : matches[i + 1].start()] in {
            " ",
            ". ",
            "\n",
            "-",
        }
        if not adjacent or names[i]:
            continue
        if names[i + 1] and (
            low in _words("titles")
            or (low in _words("title_openers") and words[i + 1].lower() in _words("titles"))
            or (low in _words("name_particles") and low not in {"a", "y"})
        ):
            names[i] = "name"
    for i in range(1, len(words)):
        low = words[i].lower()
        gap = text[matches[i - 1].end() : matches[i].start()]
        if (
            names[i] == ""
            and low in _words("bodies")
            and names[i - 1] == "name"
            and gap in {" ", "\n"}
        ):
            names[i] = "name" if not demonym(words[i - 1].title()) else ""
