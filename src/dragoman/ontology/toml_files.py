"""TOML files that people write: read, checked against a model, and told what is wrong in one line.

A fault is an OntologyError that names the file, the entry in it, the key, and what to do.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from dragoman.errors import OntologyError

_Model = TypeVar("_Model", bound=BaseModel)
_LONGEST_LIST = 40
# What to write instead, by pydantic's name of the fault.
_CURES: Mapping[str, str] = {
    "missing": "is missing: add it",
    "tuple_type": 'must be a list in brackets, as ["…", "…"]',
    "string_type": 'must be text in quotes, as "…"',
    "dict_type": "must be a table, as { key = … }",
    "model_type": "must be a table of keys and values",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
}


def read_toml(path: Path) -> dict[str, Any]:
    """The file's tables. Raises OntologyError where it cannot be read or is no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise OntologyError(f"{path}: not UTF-8: save it in that encoding") from None
    except OSError as error:
        raise OntologyError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except tomllib.TOMLDecodeError as error:
        raise OntologyError(f"{path}: no valid TOML: {error}") from None


def read_checked(path: Path, model: type[_Model]) -> _Model:
    """The file as `model` has it. Raises OntologyError naming file, entry, key and cure."""
    raw = read_toml(path)
    try:
        return checked(raw, model)
    except OntologyError as error:
        raise OntologyError(f"{path}: {error}") from None


def checked(raw: Mapping[str, object], model: type[_Model]) -> _Model:
    """The tables as `model` has them. Raises OntologyError naming entry, key and cure."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise OntologyError(_told(error, model, raw)) from None


def suggest(name: str, known: Iterable[str]) -> str:
    """What was probably meant, else what there is, as the end of a message."""
    offered = sorted(known)
    near = difflib.get_close_matches(name, offered, n=1)
    if near:
        return f" (did you mean {near[0]}?)"
    if not offered:
        return " (there are none)"
    return f" (there are {', '.join(offered)})" if len(offered) <= _LONGEST_LIST else ""


def _told(error: ValidationError, model: type[BaseModel], raw: object) -> str:
    first = error.errors()[0]
    path = first["loc"]
    if first["type"] == "value_error":  # raised by a validator of ours, in our words
        return _joined(_where(path, raw), str(first["ctx"]["error"]))
    *before, last = path
    where = _where(before, raw)
    if first["type"] == "extra_forbidden":
        return _joined(where, f"no key {last!r}{suggest(str(last), _fields(model, before))}")
    return _joined(where, f"{last!r} {_CURES.get(first['type'], first['msg'].lower())}")


def _joined(where: str, what: str) -> str:
    return f"{where}: {what}" if where else what


def _where(path: Iterable[int | str], raw: object) -> str:
    """The way to a fault in a reader's words: entry by its id, item by its number from 1."""
    steps: list[str] = []
    for step in path:
        found: Any = None
        if isinstance(raw, (list, dict)):
            try:
                found = raw[step]  # type: ignore[index]
            except (KeyError, IndexError, TypeError):
                found = None
        if isinstance(step, int):
            own = found.get("id") if isinstance(found, dict) else None
            steps.append(own if isinstance(own, str) else str(step + 1))
        else:
            steps.append(step)
        raw = found
    return " ".join(steps)


def _fields(model: type[BaseModel], path: Iterable[int | str]) -> list[str]:
    """The keys that the model at the end of a path takes."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            model = _inner(model.model_fields[step].annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _inner(part))), None)
