"""Closed word lists that reference resolution asks of single words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from dragoman.errors import OntologyError


@cache
def _lists() -> dict[str, frozenset[str]]:
    source = files("dragoman.ontology").joinpath("lexicons/reference.toml")
    try:
        data = tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"reference.toml: {error}") from error
    return {name: frozenset(words.split()) for name, words in data.items()}


def reference_words(name: str) -> frozenset[str]:
    """The words of a list of `lexicons/reference.toml`. Raises OntologyError for another name."""
    found = _lists().get(name)
    if found is None:
        raise OntologyError(f"reference.toml: no list {name!r}")
    return found
