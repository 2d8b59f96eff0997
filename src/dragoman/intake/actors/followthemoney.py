"""FollowTheMoney entities, one JSON object a line, as OpenSanctions and Aleph write them.

Persons, organisations and public bodies are taken; what a person holds comes from `position` and
from Occupancy entities, which tie a Person to a Position over some time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from dragoman.intake.actors.actor import Actor, Post
from dragoman.intake.actors.opening import read_objects
from dragoman.ontology.directory.listings import Kind

# Schemata that name who can act, with the sector that they alone imply.
_BODIES: Final[Mapping[str, str]] = {
    "Organization": "",
    "PublicBody": "GOV",
    "Company": "BUS",
    "LegalEntity": "",
}
# OpenSanctions' topics with the PLOVER sector that goes with each, the telling ones first.
_TOPICS: Final = (
    ("crime.terror", "REB"),
    ("gov.igo", "GOV"),
    ("gov.judicial", "JUD"),
    ("gov.security", "COP"),
    ("gov", "GOV"),
    ("mil", "MIL"),
    ("pol.party", "PTY"),
    ("pol.union", "LAB"),
    ("rel", "REL"),
    ("crime", "CRM"),
    ("role.judge", "JUD"),
    ("role.spy", "SPY"),
    ("role.lawyer", "JUD"),
    ("role.journo", "JRN"),
    ("role.act", "SOC"),
    ("role.pep", "GOV"),
)
_ARMED: Final = "REB"


def read_followthemoney(path: Path) -> Iterator[Actor]:
    """The actors of a file of entities. Raises UnreadableInput.

    It is read twice: occupancies may stand anywhere, far from holder and position.
    """
    held = _occupancies(path)
    for record in read_objects(path):
        schema = record.get("schema")
        if schema == "Person":
            yield from _person(record, held.get(record.get("id", ""), ()))
        elif schema in _BODIES:
            yield from _body(record)


def _occupancies(path: Path) -> dict[str, list[Post]]:
    """Posts by the identifier of who holds them."""
    positions: dict[str, tuple[str, str | None]] = {}
    ties: list[tuple[str, str, str, str]] = []
    for record in read_objects(path):
        if record.get("schema") == "Position":
            country = _first(record, "country", "subnationalArea")
            positions[record.get("id", "")] = (_first(record, "name") or "", country)
        elif record.get("schema") == "Occupancy":
            holder, post = _first(record, "holder"), _first(record, "post")
            if holder and post:
                start, end = _first(record, "startDate"), _first(record, "endDate")
                ties.append((holder, post, start or "", end or ""))
    held: dict[str, list[Post]] = {}
    for holder, post, start, end in ties:
        title, country = positions.get(post, ("", None))
        if title:
            held.setdefault(holder, []).append(Post(title, country, start, end))
    return held


def _person(record: Mapping[str, Any], held: tuple[Post, ...] | list[Post]) -> Iterator[Actor]:
    name = _name(record)
    if name is None:
        return
    posts = list(held) or [Post(title) for title in _all(record, "position")]
    gender = {"male": "m", "female": "f"}.get((_first(record, "gender") or "").lower())
    sectors = () if posts else _sectors(record)
    yield Actor(
        name,
        "person",
        _first(record, "country", "nationality", "citizenship"),
        sectors,
        _other_names(record, name),
        gender,
        _first(record, "wikidataId"),
        posts,
    )


def _body(record: Mapping[str, Any]) -> Iterator[Actor]:
    name = _name(record)
    if name is None:
        return
    implied = _BODIES[record["schema"]]
    sectors = _sectors(record) or ((implied,) if implied else ())
    kind: Kind = "armed_group" if _ARMED in sectors else "organisation"
    country = _first(record, "country", "jurisdiction", "mainCountry")
    aliases = _other_names(record, name)
    yield Actor(name, kind, country, sectors, aliases, None, _first(record, "wikidataId"))


def _name(record: Mapping[str, Any]) -> str | None:
    caption = record.get("caption")
    if isinstance(caption, str) and caption.strip():
        return caption.strip()
    return _first(record, "name")


def _other_names(record: Mapping[str, Any], name: str) -> list[str]:
    forms = [*_all(record, "name"), *_all(record, "alias")]
    return [form for form in dict.fromkeys(forms) if form != name]


def _sectors(record: Mapping[str, Any]) -> tuple[str, ...]:
    topics = _all(record, "topics")
    found = (sector for topic, sector in _TOPICS if topic in topics)
    return tuple(dict.fromkeys(found))[:2]


def _all(record: Mapping[str, Any], *names: str) -> list[str]:
    """The values of the first of these properties that has any. An entity given whole in place of
    its identifier counts as its identifier."""
    properties = record.get("properties") or {}
    for name in names:
        values = properties.get(name) or []
        found = [v.get("id") if isinstance(v, dict) else v for v in values]
        texts = [text.strip() for text in found if isinstance(text, str) and text.strip()]
        if texts:
            return texts
    return []


def _first(record: Mapping[str, Any], *names: str) -> str | None:
    return next(iter(_all(record, *names)), None)
