"""Who is who: organisations, armed groups, parties, media and holders of office by name.

The data are the tables of `lexicons/directory/`; each says in its head what kind of source it
rests on. A table's lines are tab-separated: for bodies `name, country, sectors, aliases`, for
people `name, gender, aliases, offices`, an office being `COUNTRY SECTOR title from..to`.
An alias beginning with "~" is a surname that may belong to others too: it counts only where the
text gives no other first name. Countries are ISO 3166 alpha-3 or PLOVER's codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.errors import OntologyError
from dragoman.ontology.phrases import PhraseIndex, Words, key_of

Kind = Literal["person", "organisation", "armed_group"]


@dataclass(frozen=True, slots=True)
class Office:
    """An office held from `start` to `end` (both inclusive; None is open)."""

    title: str
    country: str
    sector: str
    start: date | None
    end: date | None

    def held_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry: the name as an encyclopaedia titles it, and what is known of it."""

    name: str
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    gender: str | None = None
    offices: tuple[Office, ...] = ()

    def office_on(self, day: date | None) -> Office | None:
        """The first-listed office held that day; without a day, the first listed of all."""
        if day is None:
            return self.offices[0] if self.offices else None
        return next((office for office in self.offices if office.held_on(day)), None)

    def sectors_on(self, day: date | None) -> tuple[str, ...]:
        """Sectors that day: an office's, or ELI once the last known office has ended."""
        if not self.offices:
            return self.sectors
        held = self.office_on(day)
        if held is not None:
            return (held.sector,)
        if day is not None and all(o.end is not None and o.end < day for o in self.offices):
            return ("ELI",)
        return (self.offices[-1].sector,)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of a listing. `exact`: only in this capitalisation; `surname`: may be others'."""

    listing: Listing
    form: str
    exact: bool
    surname: bool


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A listed name in a text: half-open word range, the aliases that fit, best listed first."""

    start: int
    end: int
    aliases: tuple[Alias, ...]

    @property
    def listing(self) -> Listing:
        return self.aliases[0].listing

    @property
    def surname(self) -> bool:
        return all(alias.surname for alias in self.aliases)


class Directory:
    """All listings, and their names over a text's words."""

    def __init__(self, aliases: list[Alias]) -> None:
        self._index: PhraseIndex[Alias] = PhraseIndex(
            (key, alias) for alias in aliases for key in _keys(alias.form)
        )

    def lookup(self, name: str) -> tuple[Listing, ...]:
        """The listings that bear that name (a leading article is dropped)."""
        key = key_of(name)
        found = self._index.get(key) or self._index.get(key[1:] if key[:1] == ("the",) else key)
        return tuple(dict.fromkeys(alias.listing for alias in found))

    def matches(self, words: Words) -> Iterator[NameMatch]:
        """Listed names, left to right, the longest at each place, none overlapping."""
        past = 0
        for start, end, aliases in self._index.matches(words.folded):
            if start < past:
                continue
            fitting = tuple(a for a in aliases if _fits(a, words, start, end))
            if fitting:
                past = end
                yield NameMatch(start, end, fitting)


def _keys(form: str) -> list[tuple[str, ...]]:
    """A name's keys; an acronym also with full stops ("UN", "U.N.")."""
    key = key_of(form)
    if len(key) == 1 and form.isupper() and form.isalpha() and 2 <= len(form) <= 5:
        return [key, tuple(form.lower())]
    return [key]


def _fits(alias: Alias, words: Words, start: int, end: int) -> bool:
    """Whether the capitals of the text allow the name there."""
    text = words.text[words.starts[start] : words.ends[end - 1]]
    if alias.exact:
        after = words.text[words.ends[end - 1] : words.ends[end - 1] + 2]
        if len(after) == 2 and after[0] in "-–" and after[1].isdigit():
            return False
        bare = text.replace(".", "")
        if bare != alias.form or (len(text) != len(bare) and end - start == 1):
            return False
        if end - start > 1 and "." not in text and " " in text and " " not in alias.form:
            return False
        return not (len(bare) < 4 and _shouting(words, start, end))
    first = text[0]
    if end - start == 1:
        return first.isupper() or text[-1].isupper() or not first.isalpha()
    return any(c.isupper() for c in text) or alias.form.islower()


def _shouting(words: Words, start: int, end: int) -> bool:
    """Whether both neighbours are in capitals too, as in a headline set in capitals."""
    near = [i for i in (start - 1, end) if 0 <= i < len(words.folded)]
    return bool(near) and all(words.surface(i).isupper() for i in near)


def _rows(table: str) -> Iterator[tuple[int, list[str]]]:
    source = files("dragoman.ontology").joinpath(f"lexicons/directory/{table}.tsv")
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, line.split("\t")


def _aliases(listing: Listing, forms: str) -> Iterator[Alias]:
    for form in (listing.name, *forms.split("|")):
        form = form.strip()
        surname = form.startswith("~")
        form = form.lstrip("~")
        if form:
            exact = form.isupper() and " " not in form and len(form) <= 6
            yield Alias(listing, form, exact, surname)


def _day(text: str, *, last: bool) -> date | None:
    """An ISO day; a year or month alone is its first day, or its last where `last`."""
    if not text:
        return None
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    if last:
        return date(year, month or 12, day or 28)
    return date(year, month or 1, day or 1)


def _office(text: str) -> Office:
    country, sector, rest = text.strip().split(" ", 2)
    title, _, period = rest.rpartition(" ")
    start, _, end = period.partition("..")
    return Office(title, country, sector, _day(start, last=False), _day(end, last=True))


def _body(table: str, kind: Kind) -> Iterator[Alias]:
    for number, row in _rows(table):
        if len(row) < 3:
            raise OntologyError(f"directory/{table}.tsv:{number}: expected name, country, sectors")
        name, country, sectors, *aliases = row
        listing = Listing(name, kind, country or None, tuple(filter(None, sectors.split(","))))
        yield from _aliases(listing, aliases[0] if aliases else "")


def _people(table: str) -> Iterator[Alias]:
    for number, row in _rows(table):
        try:
            name, gender, forms, offices = row
            held = tuple(_office(part) for part in offices.split(";"))
        except ValueError as error:
            raise OntologyError(f"directory/{table}.tsv:{number}: {error}") from error
        sectors = tuple(dict.fromkeys(office.sector for office in held))
        listing = Listing(name, "person", held[0].country, sectors, gender or None, held)
        yield from _aliases(listing, forms)


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


@cache
def load_directory() -> Directory:
    """The bundled directory, read once. Raises OntologyError where a table is broken."""
    aliases = [alias for table, kind in _BODIES for alias in _body(table, kind)]
    aliases += [alias for table in _PEOPLE for alias in _people(table)]
    return Directory(aliases)
