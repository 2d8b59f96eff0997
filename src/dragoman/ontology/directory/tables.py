"""The bundled directory: tables of `lexicons/directory/`, every row with its source.

Lines are tab-separated. Bodies: `name, country, sectors, aliases, period, source`; people: `name,
gender, aliases, offices, source`, an office being `COUNTRY SECTOR title from..to`. Trailing columns
may be left out. An alias beginning with "~" is a surname that may belong to others too: it counts
only where the text gives no other first name. A row without a source has its table's, which the
table's head tells in a line `# default source: KEY`; keys are those of `sources.toml`.
"""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from dragoman.errors import OntologyError
from dragoman.ontology.directory.listings import Alias, Kind, Listing, Office, alias_of
from dragoman.ontology.phrases import fold

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
_CELLS = ((3, 6), (4, 5))
"""Fewest and most cells of a line: of bodies, of persons."""


@dataclass(frozen=True, slots=True)
class FactSource:
    """Where facts of the directory come from."""

    key: str
    title: str
    note: str
    url: str | None = None
    licence: str | None = None


class Tables:
    """The bundled tables as a Supply: a row is read when a text has a word that begins one of its
    names, and given once."""

    def __init__(self) -> None:
        self._rows: list[_Row | None] = list(_all_rows())
        self._waiting: dict[str, list[int]] = {}
        for number, row in enumerate(self._rows):
            assert row is not None
            for word in row.first_words():
                self._waiting.setdefault(word, []).append(number)

    def among(self, words: Collection[str]) -> Iterator[Alias]:
        """The names of all rows not given yet that such a word begins a name of.

        Raises OntologyError where a row is broken.
        """
        for word in words:
            for number in self._waiting.pop(word, ()):
                row = self._rows[number]
                if row is not None:
                    self._rows[number] = None
                    yield from row.aliases()


def bundled_aliases() -> Iterator[Alias]:
    """Every name of every bundled listing. Raises OntologyError where a table is broken."""
    for row in _all_rows():
        yield from row.aliases()


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


_FIRST = re.compile(r"(?:^|\|)[^\w|]*([^\W_]+)")
_ACRONYM = re.compile(r"(?:^|\|)[~\s]*([A-Z]{2,5})\s*(?=\||$)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table, its cells not yet read."""

    table: str
    number: int
    kind: Kind
    cells: list[str]
    default: str

    def first_words(self) -> set[str]:
        """The folded words that its names begin with; of an acronym also its first letter."""
        forms = f"{self.cells[0]}|{self.cells[_ALIASES_AT[self.kind == 'person']]}"
        letters = {match[0].lower() for match in _ACRONYM.findall(forms)}
        return letters | {fold(word) for word in _FIRST.findall(forms)}

    def aliases(self) -> Iterator[Alias]:
        listing, forms = (_person if self.kind == "person" else _body)(self)
        for form in (listing.name, *forms.split("|")):
            if form.strip(" ~"):
                yield alias_of(listing, form)

    def error(self, reason: object) -> OntologyError:
        return OntologyError(f"directory/{self.table}.tsv:{self.number}: {reason}")


_ALIASES_AT = (3, 2)
"""The column of other names: of bodies, of persons."""


def _all_rows() -> Iterator[_Row]:
    """The lines of all tables. Raises OntologyError where one has too few or too many cells."""
    people: tuple[tuple[str, Kind], ...] = tuple((table, "person") for table in _PEOPLE)
    for table, kind in (*_BODIES, *people):
        default = ""
        text = files("dragoman.ontology").joinpath(f"{_FOLDER}/{table}.tsv").read_text("utf-8")
        least, most = _CELLS[kind == "person"]
        for number, line in enumerate(text.splitlines(), 1):
            if line.startswith(_DEFAULT):
                default = line.removeprefix(_DEFAULT).strip()
            elif line and not line.startswith("#"):
                cells = line.split("\t")
                row = _Row(table, number, kind, cells, default)
                if not least <= len(cells) <= most:
                    raise row.error(f"{len(cells)} cells, expected {least} to {most}")
                cells += [""] * (most - len(cells))
                yield row


def _body(row: _Row) -> tuple[Listing, str]:
    name, country, sectors, forms, period, source = row.cells
    start, _, end = period.partition("..")
    try:
        bounds = read_bound(start), read_bound(end, last=True)
    except ValueError as error:
        raise row.error(error) from error
    listing = Listing(
        name,
        row.kind,
        country or None,
        tuple(filter(None, sectors.split(","))),
        source=source or row.default,
        start=bounds[0],
        end=bounds[1],
    )
    return listing, forms


def _person(row: _Row) -> tuple[Listing, str]:
    name, gender, forms, offices, source = row.cells
    try:
        held = tuple(read_office(part) for part in offices.split(";"))
    except ValueError as error:
        raise row.error(error) from error
    sectors = tuple(dict.fromkeys(office.sector for office in held))
    listing = Listing(
        name,
        "person",
        held[0].country,
        sectors,
        gender or None,
        held,
        source=source or row.default,
    )
    return listing, forms
