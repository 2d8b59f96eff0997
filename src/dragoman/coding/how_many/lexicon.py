"""The tables of `ontology/lexicons/figures.toml`, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def figure_lexicon() -> dict[str, Any]:
    """Effects, nouns, bounds, vague counts and currencies, as the file has them."""
    path = resources.files("dragoman.ontology") / "lexicons" / "figures.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def currency_marks() -> dict[str, str]:
    """What stands before an amount, in lower case, and the ISO 4217 code it means."""
    return dict(figure_lexicon()["currency_marks"])
