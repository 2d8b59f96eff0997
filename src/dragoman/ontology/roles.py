"""Offices, occupations, groups and organisations as common nouns: what somebody is.

The data are `lexicons/roles.toml`; each noun bears a PLOVER sector.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.errors import OntologyError
from dragoman.ontology.phrases import PhraseIndex, key_of

Category = Literal["office", "collective", "armed", "body"]
_CATEGORIES: tuple[Category, ...] = ("office", "collective", "armed", "body")
_LINKS = frozenset({"of", "for", "to", "in", "without"})
_GENERALS = frozenset(
    {"attorney", "secretary", "governor", "director", "inspector", "consul", "prosecutor"}
)
_IRREGULAR = {"man": "men", "woman": "women", "person": "people", "child": "children"}
_UNCHANGED = ("police", "forces", "troops", "media", "personnel", "people", "services")


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun of the lexicon: its normal form, what it denotes and its main sector.

    `plural` tells the form that was found; `head` is the index of its head among its words.
    """

    normal: str
    category: Category
    sector: str
    plural: bool
    head: int


@dataclass(frozen=True, slots=True)
class RoleLexicon:
    """All nouns, and the words that go with them; sets hold folded words."""

    nouns: PhraseIndex[RoleNoun]
    former: frozenset[str]
    acting: frozenset[str]
    designate: frozenset[str]
    deputy: frozenset[str]
    honorifics: dict[str, str]
    implied: dict[str, str]
    weak: frozenset[str]
    assets: frozenset[str]


def plural_of(noun: str) -> str:
    """The regular English plural of one lower-case word ("city" → "cities")."""
    for single, many in _IRREGULAR.items():
        if noun == single or (noun.endswith(single) and single in ("man", "woman")):
            return noun[: -len(single)] + many
    if noun.endswith(_UNCHANGED) or (noun.endswith("s") and not noun.endswith(("ss", "us"))):
        return noun
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("thief"):
        return noun[:-1] + "ves"
    return noun + "s"


def head_of(words: tuple[str, ...]) -> int:
    """The index of a phrase's head: the word before "of", "for", "to" or "in", the first of
    "attorney general" and its like, else the last."""
    if words[-1] == "general" and words[-2:-1] and words[-2] in _GENERALS:
        return len(words) - 2
    for index, word in enumerate(words):
        if index and word in _LINKS:
            return index - 1
    return len(words) - 1


def _entries(table: dict[str, str], category: Category) -> list[tuple[tuple[str, ...], RoleNoun]]:
    found: list[tuple[tuple[str, ...], RoleNoun]] = []
    for sector, lines in table.items():
        for line in lines.strip().splitlines():
            normal, _, rest = line.partition(":")
            normal = normal.strip()
            for form in (normal, *(s.strip() for s in rest.split(",") if s.strip())):
                key = key_of(form)
                if not key:
                    raise OntologyError(f"roles.toml: {category}.{sector}: no word in {line!r}")
                head = head_of(key)
                own = normal if category == "office" else form
                already = plural_of(key[head]) == key[head]
                mass = category in ("collective", "armed") or key[head].endswith("s")
                found.append((key, RoleNoun(own, category, sector, already and mass, head)))
                many = (*key[:head], plural_of(key[head]), *key[head + 1 :])
                if many != key:
                    found.append((many, RoleNoun(own, category, sector, True, head)))
    return found


@cache
def load_roles() -> RoleLexicon:
    """The lexicon, read once. Raises OntologyError where it is broken."""
    source = files("dragoman.ontology").joinpath("lexicons/roles.toml")
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"roles.toml: {error}") from error
    entries = [entry for name in _CATEGORIES for entry in _entries(data[name], name)]
    unique: dict[tuple[str, ...], RoleNoun] = {}
    for key, noun in entries:
        unique.setdefault(key, noun)
    status = {
        name: frozenset(key[0] for form in text.split(",") if len(key := key_of(form)) == 1)
        for name, text in data["status"].items()
    }
    honorifics = {
        word: gender
        for gender, text in data["honorific"].items()
        for form in text.split(",")
        for word in key_of(form)
    }
    return RoleLexicon(
        PhraseIndex(unique.items()),
        status["former"],
        status["acting"],
        status["designate"],
        status["deputy"],
        honorifics,
        dict(data["implied"]),
        frozenset(form.strip() for form in data["weak"]["titles"].split(",")),
        frozenset(form.strip() for form in data["assets"]["nouns"].split(",")),
    )
