"""JSON lines -> reports: one object a line with `text` and what else is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from dragoman.errors import EmptyInput, ForeignLanguage, UnreadableInput
from dragoman.intake.dates import read_day
from dragoman.intake.details import Details
from dragoman.records import Report

_OPTIONAL = ("id", "title", "publisher", "url", "language")


def parse_line(line: str, origin: str) -> dict[str, Any]:
    """The object that `line` holds. Raises UnreadableInput."""
    parsed = _parse(line, origin)
    if not isinstance(parsed, dict):
        raise UnreadableInput(origin, "not a JSON object")
    return parsed


def _parse(source: str, origin: str) -> Any:
    try:
        return json.loads(source)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "too large or too deep"
        raise UnreadableInput(origin, f"invalid JSON ({reason})") from None


def parse_records(source: str, origin: str) -> Iterator[tuple[str, Any]]:
    """The one object of a JSON file, or those of its array, each with the name of its place.

    Raises UnreadableInput where the file is no JSON.
    """
    if not source.strip():
        raise EmptyInput(origin, "nothing in it")
    parsed = _parse(source, origin)
    if not isinstance(parsed, list):
        yield origin, parsed
        return
    for number, record in enumerate(parsed, start=1):
        yield f"{origin}:{number}", record


def read_record(record: Any, origin: str, defaults: Details) -> Report:
    """The report that `record` describes; what it leaves out is taken from `defaults`.

    Raises UnreadableInput, EmptyInput, or ForeignLanguage where the record itself names another
    language than English.
    """
    if not isinstance(record, dict):
        raise UnreadableInput(origin, "not a JSON object")
    text = record.get("text")
    if text is None:
        raise UnreadableInput(origin, "has no 'text'")
    if not isinstance(text, str):
        raise UnreadableInput(origin, "'text' is not a string")
    if not text.strip():
        raise EmptyInput(origin, "the text is empty")
    known = {key: _optional(record, key, origin) for key in _OPTIONAL}
    language = known["language"] or "en"
    if language.lower().split("-")[0].split("_")[0] not in ("en", "eng", "english"):
        raise ForeignLanguage(origin, f"the record's language is {language!r}, not English")
    own = Details(
        published=_published(record, origin),
        title=known["title"],
        publisher=known["publisher"],
        url=known["url"],
    )
    return own.over(defaults).report(
        text, origin=origin, identifier=known["id"] or "", language=language
    )


def _optional(record: dict[str, Any], key: str, origin: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value or None
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise UnreadableInput(origin, f"{key!r} is not a string")


def _published(record: dict[str, Any], origin: str) -> date | None:
    value = record.get("published")
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise UnreadableInput(origin, "'published' is not a string")
    try:
        return read_day(value)
    except ValueError as error:
        raise UnreadableInput(origin, f"published: {error}") from None
