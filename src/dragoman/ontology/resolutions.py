"""United Nations resolutions: from numbers to symbols and years, and names of other instruments."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

_ROMAN = re.compile(r"^(?:ES-|S-)?X{0,3}(?:IX|IV|V?I{0,3})$")


@dataclass(frozen=True, slots=True)
class Instruments:
    """The tables of instruments.toml."""

    first_numbers: tuple[int, ...]
    first_year: int
    last_number: int
    sessions: Mapping[int, str]
    best_known: frozenset[int]
    heads: Mapping[str, str]
    not_named: frozenset[str]
    known: Mapping[str, str]
    places_of_treaties: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    adopting: frozenset[str]


@cache
def load_instruments() -> Instruments:
    path = resources.files("dragoman.ontology") / "lexicons" / "instruments.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    council, assembly = raw["security_council"], raw["general_assembly"]
    treaties = frozenset(raw["heads"].pop("places_of_treaties").split())
    return Instruments(
        best_known=frozenset(assembly["best_known"]),
        heads={word: kind for kind, words in raw["heads"].items() for word in words.split()},
        first_numbers=tuple(int(n) for n in council["first_numbers"].split()),
        first_year=council["first_year"],
        last_number=council["last_number"],
        sessions={int(n): session for n, session in assembly["sessions"].items()},
        not_named=frozenset(raw["not_named"]["words"].split()),
        known=raw["known"],
        places_of_treaties=treaties,
        articles=frozenset(raw["not_named"]["articles"].split()),
        openers=frozenset(raw["not_named"]["openers"].split()),
        adopting=frozenset(raw["not_named"]["adopting"].split()),
    )


def year_of_resolution(number: int) -> int | None:
    """The year in which the Security Council adopted its resolution of that number.

    None for numbers that it has not given, as far as the table reaches.
    """
    table = load_instruments()
    if not 1 <= number <= table.last_number:
        return None
    return table.first_year + bisect_right(table.first_numbers, number) - 1


def council_symbol(number: int, stated_year: int | None = None) -> str | None:
    """ "S/RES/2254 (2015)"; None where there is no such number or the year stated is another."""
    year = year_of_resolution(number)
    if year is None:
        newest = number > load_instruments().last_number and number < 4000
        return f"S/RES/{number} ({stated_year})" if newest and stated_year else None
    if stated_year is not None and stated_year != year:
        return None
    return f"S/RES/{number} ({year})"


def assembly_symbol(number: str, session: str | None = None) -> str | None:
    """The General Assembly's symbol: "A/RES/67/19", "A/RES/ES-10/21", "A/RES/377 (V)".

    `number` is as written after the word "resolution", `session` a Roman numeral in brackets.
    A bare number of the first thirty sessions is known only where the table lists it.
    """
    if "/" in number:
        return f"A/RES/{number.upper()}"
    if session is not None and _ROMAN.match(session):
        return f"A/RES/{number} ({session})"
    known = load_instruments().sessions.get(int(number)) if number.isdigit() else None
    return f"A/RES/{number} ({known})" if known else None


def assembly_year(symbol: str) -> int | None:
    """The year in which the session opened that a symbol names; None for special sessions."""
    modern = re.match(r"A/RES/(\d+)/", symbol)
    if modern:
        return 1945 + int(modern.group(1))
    roman = re.search(r"\(([XVI]+)\)$", symbol)
    if roman is None:
        return None
    return 1945 + _from_roman(roman.group(1))


def _from_roman(numeral: str) -> int:
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for i, letter in enumerate(numeral):
        value = values[letter]
        following = values[numeral[i + 1]] if i + 1 < len(numeral) else 0
        total += -value if value < following else value
    return total
