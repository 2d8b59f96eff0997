"""The bundled directory: tables of `lexicons/directory/`, every row with its source.

Lines are tab-separated. Bodies: `name, country, sectors, aliases, period, source`; people: `name,
gender, aliases, offices, source`, an office being `COUNTRY SECTOR title from..to`. Trailing columns
may be left out. An alias beginning with "~" is a surname that may belong to others too: it counts
only where the text gives no other first name. A row without a source has its table's, which the
table's head tells in a line `# default source: KEY`; keys are those of `sources.toml`.
"""

from __future__ import annotations

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.errors import OntologyError
from dragoman.ontology.directory.listings import Alias, Kind, Listing, Office, alias_of

_BODIES: tuple[tuple[str, Kind], ...] = (
    ("international", "organisation"),
    ("armed_groups", "armed_group"),
    ("parties", "organisation"),
    ("security", "organisation"),
    ("government", "organisation"),
    ("society", "organisation"),
    ("media", "organisation"),
    ("business", "organisation"),
)
_PEOPLE = ("people",)
_FOLDER = "lexicons/directory"
_DEFAULT = "# default source:"
_BODY_COLUMNS, _PERSON_COLUMNS = 6, 5
_LEAST_BODY = 3


@dataclass(frozen=True, slots=True)
class FactSource:
    """Where facts of the directory come from."""

    key: str
    title: str
    note: str
    url: str | None = None
    licence: str | None = None


def bundled_aliases() -> Iterator[Alias]:
    """Every name of every bundled listing. Raises OntologyError where a table is broken."""
    for table, kind in _BODIES:
        for listing, forms in _bodies(table, kind):
            yield from _aliases(listing, forms)
    for table in _PEOPLE:
        for listing, forms in _people(table):
            yield from _aliases(listing, forms)


@cache
def load_sources() -> Mapping[str, FactSource]:
    """The sources of the bundled facts by key."""
    text = files("dragoman.ontology").joinpath(f"{_FOLDER}/sources.toml").read_text("utf-8")
    return {key: FactSource(key, **entry) for key, entry in tomllib.loads(text).items()}


def read_office(text: str) -> Office:
    """An office as the tables write it, "TUR GOV foreign minister 2023-06..". Raises ValueError."""
    country, sector, rest = text.strip().split(" ", 2)
    title, _, period = rest.rpartition(" ")
    start, _, end = period.partition("..")
    return Office(title, country, sector, read_bound(start), read_bound(end, last=True))


def write_office(office: Office) -> str:
    """An office as the tables write it; days in full."""
    start, end = (day.isoformat() if day else "" for day in (office.start, office.end))
    return f"{office.country} {office.sector} {office.title} {start}..{end}"


@lru_cache(maxsize=4096)
def read_bound(text: str, *, last: bool = False) -> date | None:
    """An ISO day; a year or month alone is its first day, or its last where `last`.

    None where the text is empty. Raises ValueError where it is no date.
    """
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if last:
        month = month or 12
        return date(year, month, day or monthrange(year, month)[1])
    return date(year, month or 1, day or 1)


def _rows(table: str) -> Iterator[tuple[int, list[str], str]]:
    """Each row with its line number and the table's default source."""
    default = ""
    lines = files("dragoman.ontology").joinpath(f"{_FOLDER}/{table}.tsv").read_text("utf-8")
    for number, line in enumerate(lines.splitlines(), 1):
        if line.startswith(_DEFAULT):
            default = line.removeprefix(_DEFAULT).strip()
        elif line and not line.startswith("#"):
            yield number, line.split("\t"), default


def _aliases(listing: Listing, forms: str) -> Iterator[Alias]:
    for form in (listing.name, *forms.split("|")):
        if form.strip(" ~"):
            yield alias_of(listing, form)


def _bodies(table: str, kind: Kind) -> Iterator[tuple[Listing, str]]:
    for number, row, default in _rows(table):
        if not _LEAST_BODY <= len(row) <= _BODY_COLUMNS:
            raise OntologyError(f"directory/{table}.tsv:{number}: expected name, country, sectors")
        name, country, sectors, forms, period, source = (*row, "", "", "")[:_BODY_COLUMNS]
        start, _, end = period.partition("..")
        try:
            bounds = read_bound(start), read_bound(end, last=True)
        except ValueError as error:
            raise OntologyError(f"directory/{table}.tsv:{number}: {error}") from error
        listing = Listing(
            name,
            kind,
            country or None,
            tuple(filter(None, sectors.split(","))),
            source=source or default,
            start=bounds[0],
            end=bounds[1],
        )
        yield listing, forms


def _people(table: str) -> Iterator[tuple[Listing, str]]:
    for number, row, default in _rows(table):
        try:
            name, gender, forms, offices, source = (*row, "")[:_PERSON_COLUMNS]
            held = tuple(read_office(part) for part in offices.split(";"))
        except ValueError as error:
            raise OntologyError(f"directory/{table}.tsv:{number}: {error}") from error
        sectors = tuple(dict.fromkeys(office.sector for office in held))
        listing = Listing(
            name,
            "person",
            held[0].country,
            sectors,
            gender or None,
            held,
            source=source or default,
        )
        yield listing, forms
