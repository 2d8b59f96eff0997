"""Courts: their names, and the words for what they do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Courts:
    """The tables of courts.toml; `acts` maps a lemma to the kind of proceeding it tells."""

    named: re.Pattern[str]
    canonical: Mapping[str, str]
    patterned: re.Pattern[str]
    crimes: re.Pattern[str]
    noun_acts: Mapping[str, str]
    verb_acts: Mapping[str, str]
    issuing: frozenset[str]
    seeking: frozenset[str]
    weak: frozenset[str]

    def name_of(self, written: str) -> str:
        """The canonical name of a court as written, the phrase itself for a national court."""
        plain = re.sub(r"\s+", " ", written).replace("’", "'")
        return self.canonical.get(plain, re.sub(r"^(?:the|a|an)\s+", "", plain, flags=re.I))


def _alternatives(names: list[str]) -> str:
    longest_first = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(n).replace(r"\ ", r"\s+").replace("'", "['’]") for n in longest_first)


@cache
def load_courts() -> Courts:
    path = resources.files("dragoman.ontology") / "lexicons" / "courts.toml"
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    canonical: dict[str, str] = {}
    for name, others in raw["courts"].items():
        for written in (name, *filter(None, others.split("|"))):
            canonical[written.replace("’", "'")] = name
    qualifiers = _alternatives(raw["patterns"]["qualifiers"].split())
    patterned = (
        r"\b(?:[A-Z][\w’'-]*(?:\.[A-Z]\.?)*[ ]+){0,3}(?:(?i:" + qualifiers + r")[ ]+){0,3}"
        r"(?:[Cc]ourts?|[Tt]ribunals?)(?:\s+of\s+(?:[Aa]ppeals?|[Cc]assation|[Jj]ustice|[A-Z]\w+))?"
        r"(?:\s+martial)?\b(?!\s*(?:room|house|yard|side|case))"
    )
    acts = raw["acts"]
    return Courts(
        named=re.compile(r"(?<!\w)(?:" + _alternatives(list(canonical)) + r")(?!\w)"),
        canonical=canonical,
        patterned=re.compile(patterned),
        crimes=re.compile(r"\b(?:" + _alternatives(raw["crimes"]["names"].split("|")) + r")\b"),
        noun_acts={n: k[:-6] for k, v in acts.items() if k.endswith("_nouns") for n in v.split()},
        verb_acts={n: k[:-6] for k, v in acts.items() if k.endswith("_verbs") for n in v.split()},
        issuing=frozenset(acts["issuing"].split()),
        seeking=frozenset(acts["seeking"].split()),
        weak=frozenset(raw["weak"]["words"].split()),
    )
