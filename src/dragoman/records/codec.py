"""Records <-> JSON: a Coding as the objects and lists that users read and programs exchange.

The names are the records' own, with three differences: `Control.from_` is `from`, an entity
bears its first sector as `sector` beside `sectors`, and the report is `document`, which bears the
contexts of its records as `contexts`. Every key is always present: `null` or an empty list where
the text does not say.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from dragoman.errors import UnreadableInput
from dragoman.records.coding import Coding
from dragoman.records.report import Report
from dragoman.records.spans import TextSpan
from dragoman.records.values import Entity

Decoder = Callable[[Any, str], Any]

_JSON_KEYS = {"from_": "from"}
_ADDED = frozenset({"path", "part_of", "additional", "dispute", "known", "country_from"})
"""Keys that records written by earlier versions lack; their fields keep their defaults."""
_SECTIONS = (
    "entities",
    "events",
    "statements",
    "figures",
    "instruments",
    "proceedings",
    "control",
)


def to_json(coding: Coding) -> dict[str, Any]:
    """The coding as JSON objects; whole numbers are integers, dates ISO 8601 days."""
    report = coding.report
    document = {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "text": report.text,
        "sha256": report.sha256,
        "contexts": list(coding.contexts),
    }
    return {"document": document} | {name: _encode(getattr(coding, name)) for name in _SECTIONS}


def from_json(data: Mapping[str, Any]) -> Coding:
    """The coding that `to_json` wrote. Keys that are not ours are passed over.

    Raises UnreadableInput, naming the record and the place in it, where a key is missing, a value
    is of another kind, or a span's quote does not stand at its place in the text.
    """
    origin = _origin(data)
    try:
        report = _report(_member(data, "document", "record"))
        sections = {
            name: _decoder(get_type_hints(Coding)[name])(_member(data, name, "record"), name)
            for name in _SECTIONS
        }
        for name, records in sections.items():
            for place, span in _spans(records, name):
                if not (0 <= span.start < span.end and span.holds_in(report.text)):
                    raise _MisfitError(place, f"{span.quote!r} does not stand there in the text")
    except _MisfitError as misfit:
        raise UnreadableInput(origin, str(misfit)) from None
    return Coding(report=report, **sections)


class _MisfitError(Exception):
    """A place in the JSON and what is wrong there."""

    def __init__(self, place: str, complaint: str) -> None:
        super().__init__(f"{place}: {complaint}")


def _origin(data: object) -> str:
    document = data.get("document") if isinstance(data, Mapping) else None
    name = document.get("id") if isinstance(document, Mapping) else None
    return name if isinstance(name, str) and name else "record"


def _encode(value: object) -> Any:
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if is_dataclass(value):
        encoded = {key: _encode(getattr(value, name)) for name, key in _names(value.__class__)}
        if isinstance(value, Entity):
            encoded["sector"] = value.sector
        return encoded
    return value


@cache
def _names(record: type) -> tuple[tuple[str, str], ...]:
    """Each field's name with its key in JSON."""
    return tuple((f.name, _JSON_KEYS.get(f.name, f.name)) for f in fields(cast(Any, record)))


def _member(data: object, key: str, place: str) -> Any:
    if not isinstance(data, Mapping):
        raise _MisfitError(place, "is not an object")
    if key not in data:
        raise _MisfitError(place, f"has no {key!r}")
    return data[key]


def _report(data: object) -> Report:
    optional = {
        key: _decoder(str | None)(_member(data, key, "document"), f"document.{key}")
        for key in ("title", "publisher", "url", "language")
    }
    report = Report(
        text=_plain(str)(_member(data, "text", "document"), "document.text"),
        id=_plain(str)(_member(data, "id", "document"), "document.id"),
        published=_day(_member(data, "published", "document"), "document.published"),
        **optional,
    )
    if _member(data, "sha256", "document") != report.sha256:
        raise _MisfitError("document.sha256", "is not that of the text")
    return report


def _day(value: object, place: str) -> date | None:
    if value is None:
        return None
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise _MisfitError(place, f"{value!r} is no ISO 8601 day")


@cache
def _decoder(kind: Any) -> Decoder:
    """What turns a JSON value into a field of type `kind`; it is called with value and place."""
    origin = get_origin(kind)
    if origin is tuple:
        return _sequence(_decoder(get_args(kind)[0]))
    if origin is Literal:
        return _choice(get_args(kind))
    if origin in (Union, types.UnionType):
        (inner,) = (member for member in get_args(kind) if member is not type(None))
        return _optional(_decoder(inner))
    if is_dataclass(kind):
        return _record(cast(type, kind))
    return _plain(kind)


def _plain(kind: type) -> Decoder:
    def decode(value: Any, place: str) -> Any:
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise _MisfitError(place, f"{value!r} is not a {kind.__name__}")
        return value

    return decode


def _choice(choices: tuple[Any, ...]) -> Decoder:
    def decode(value: Any, place: str) -> Any:
        if value not in choices:
            raise _MisfitError(place, f"{value!r} is none of {', '.join(map(str, choices))}")
        return value

    return decode


def _optional(inner: Decoder) -> Decoder:
    return lambda value, place: None if value is None else inner(value, place)


def _sequence(inner: Decoder) -> Decoder:
    def decode(value: Any, place: str) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise _MisfitError(place, "is not a list")
        return tuple(inner(item, f"{place}[{index}]") for index, item in enumerate(value))

    return decode


def _record(kind: type) -> Decoder:
    decoders = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}
    names = _names(kind)

    def decode(value: Any, place: str) -> Any:
        return kind(
            **{
                name: decoders[name](_member(value, key, place), f"{place}.{key}")
                for name, key in names
                if key not in _ADDED or key in value
            }
        )

    return decode


def _spans(value: object, place: str) -> Iterator[tuple[str, TextSpan]]:
    """Every span in a record, with its place."""
    if isinstance(value, TextSpan):
        yield place, value
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _spans(member, f"{place}[{index}]")
    elif is_dataclass(value):
        for name, key in _names(value.__class__):
            yield from _spans(getattr(value, name), f"{place}.{key}")
