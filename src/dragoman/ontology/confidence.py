"""The weights of a record's confidence, from `lexicons/confidence.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from dragoman.errors import OntologyError

CONFIDENCE = Path(__file__).parent / "lexicons" / "confidence.toml"


@cache
def load_weights() -> Mapping[str, float]:
    """Weights by the name of what they are laid on. Raises OntologyError where the file is broken."""
    try:
        raw = tomllib.loads(CONFIDENCE.read_text("utf-8"))
        return TypeAdapter(dict[str, float]).validate_python(raw["weights"])
    except (tomllib.TOMLDecodeError, ValidationError, KeyError) as error:
        raise OntologyError(f"{CONFIDENCE.name}: {error}") from error
