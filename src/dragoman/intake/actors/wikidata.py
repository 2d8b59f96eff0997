"""Wikidata's JSON dumps, one item a line: holders of office, and bodies of known classes.

Statements name other items by number, so a dump is read twice: first for the actors, then for the
labels of the offices that they hold and the ISO codes of the countries that these belong to. A cut
of the whole dump must hold those items too; an office whose item is missing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dragoman.intake.actors.actor import Actor, Post, bound
from dragoman.intake.actors.opening import read_objects
from dragoman.ontology.directory.listings import Kind

_HUMAN: Final = "Q5"
_INSTANCE, _COUNTRY, _JURISDICTION, _CITIZEN, _HELD = "P31", "P17", "P1001", "P27", "P39"
_GENDER, _ISO3, _START, _END = "P21", "P298", "P580", "P582"
_GENDERS: Final = {"Q6581097": "m", "Q6581072": "f"}
_CLASSES: Final[Mapping[str, tuple[Kind, str]]] = {
    "Q7278": ("organisation", "PTY"),  # political party
    "Q192350": ("organisation", "GOV"),  # ministry
    "Q327333": ("organisation", "GOV"),  # government agency
    "Q35749": ("organisation", "LEG"),  # parliament
    "Q41487": ("organisation", "JUD"),  # court
    "Q190752": ("organisation", "JUD"),  # supreme court
    "Q772547": ("organisation", "MIL"),  # armed forces
    "Q176799": ("organisation", "MIL"),  # military unit
    "Q47913": ("organisation", "SPY"),  # intelligence agency
    "Q245065": ("organisation", "GOV"),  # intergovernmental organisation
    "Q79913": ("organisation", "SOC"),  # non-governmental organisation
    "Q192283": ("organisation", "JRN"),  # news agency
    "Q11032": ("organisation", "JRN"),  # newspaper
    "Q17149090": ("armed_group", "REB"),  # armed organisation
    "Q4830453": ("organisation", "BUS"),  # business
    "Q3918": ("organisation", "EDU"),  # university
}
"""Classes of bodies, with the kind and PLOVER sector of what is an instance of them."""


@dataclass(slots=True)
class _Found:
    """An item that is an actor; countries and offices are still numbers of items."""

    actor: Actor
    countries: list[str]
    held: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Named:
    """What is known of an item that others name: its label, and the country it belongs to."""

    label: str
    countries: list[str]


def read_wikidata(path: Path) -> Iterator[Actor]:
    """The actors of a dump. Raises UnreadableInput."""
    found = [item for item in map(_read, read_objects(path)) if item is not None]
    wanted = {office for item in found for office, _, _ in item.held}
    named: dict[str, _Named] = {}
    codes: dict[str, str] = {}
    for record in read_objects(path):
        number = record.get("id", "")
        code = _texts(record, _ISO3)
        if code:
            codes[number] = code[0]
        if number in wanted and (label := _label(record)):
            countries = _items(record, _JURISDICTION) or _items(record, _COUNTRY)
            named[number] = _Named(label, countries)
    for item in found:
        actor = item.actor
        actor.country = _code(item.countries, codes)
        for office, start, end in item.held:
            if office in named:
                post = named[office]
                actor.posts.append(Post(post.label, _code(post.countries, codes), start, end))
        yield actor


def _read(record: Mapping[str, Any]) -> _Found | None:
    name = _label(record)
    if not name:
        return None
    classes = _items(record, _INSTANCE)
    aliases = _aliases(record)
    number = record.get("id")
    if _HUMAN in classes:
        held = list(_held(record))
        gender = next((_GENDERS[g] for g in _items(record, _GENDER) if g in _GENDERS), None)
        actor = Actor(name, "person", aliases=aliases, gender=gender, wikidata=number)
        return _Found(actor, _items(record, _CITIZEN), held) if held else None
    known = next((_CLASSES[c] for c in classes if c in _CLASSES), None)
    if known is None:
        return None
    kind, sector = known
    actor = Actor(name, kind, sectors=(sector,), aliases=aliases, wikidata=number)
    return _Found(actor, _items(record, _COUNTRY))


def _held(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Offices as (item, from, to)."""
    for statement in _statements(record, _HELD):
        office = _item(statement.get("mainsnak"))
        if office:
            qualifiers = statement.get("qualifiers") or {}
            yield office, _time(qualifiers.get(_START)), _time(qualifiers.get(_END))


def _code(countries: list[str], codes: Mapping[str, str]) -> str | None:
    return next((codes[country] for country in countries if country in codes), None)


def _label(record: Mapping[str, Any]) -> str:
    labels = record.get("labels") or {}
    label = labels.get("en") or labels.get("mul") or {}
    value = label.get("value") if isinstance(label, dict) else label
    return value.strip() if isinstance(value, str) else ""


def _aliases(record: Mapping[str, Any]) -> list[str]:
    found = (record.get("aliases") or {}).get("en") or []
    values = [alias.get("value") if isinstance(alias, dict) else alias for alias in found]
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def _statements(record: Mapping[str, Any], property_: str) -> list[Mapping[str, Any]]:
    """Statements that are not deprecated, the preferred first."""
    found = [s for s in (record.get("claims") or {}).get(property_) or [] if isinstance(s, dict)]
    ranked = [s for s in found if s.get("rank") != "deprecated"]
    return sorted(ranked, key=lambda s: s.get("rank") != "preferred")


def _items(record: Mapping[str, Any], property_: str) -> list[str]:
    found = (_item(statement.get("mainsnak")) for statement in _statements(record, property_))
    return [number for number in found if number]


def _texts(record: Mapping[str, Any], property_: str) -> list[str]:
    values = (_value(s.get("mainsnak")) for s in _statements(record, property_))
    return [value for value in values if isinstance(value, str)]


def _item(snak: Any) -> str:
    value = _value(snak)
    return str(value.get("id") or "") if isinstance(value, dict) else ""


def _time(snaks: Any) -> str:
    value = _value(snaks[0]) if snaks else None
    return bound(str(value.get("time", ""))) if isinstance(value, dict) else ""


def _value(snak: Any) -> Any:
    return ((snak or {}).get("datavalue") or {}).get("value") if isinstance(snak, dict) else None
