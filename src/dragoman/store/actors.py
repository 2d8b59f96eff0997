"""A user's own directory: listings imported or learned, with the reports they were learned from.

Sightings and judgements are only ever added; what counts is worked out anew from them. Listings
are kept so that a text asks for the names that its own words begin, however many there are.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from dragoman.ontology.directory import Alias, Listing
from dragoman.ontology.directory.claims import (
    Proposal,
    Sighting,
    Verdict,
    listings_of,
    propose,
)
from dragoman.ontology.directory.listings import joined, keys_of
from dragoman.ontology.directory.tables import bundled_aliases
from dragoman.ontology.phrases import key_of
from dragoman.store.actor_rows import (
    listing_from_row,
    row_of_listing,
    row_of_sighting,
    sighting_from_row,
)
from dragoman.store.engine import open_database, transaction

VERSION: Final = 1
_AT_ONCE: Final = 500
"""Rows of one statement: SQLite bounds how many values it takes."""

Entry = tuple[Listing, Sequence[Alias]]
Origin = Literal["learned", "imported"]
_Known = dict[tuple[str, tuple[str, ...]], list[Alias]]

_TABLES = MetaData()
_SIGHTINGS = Table(
    "sighting",
    _TABLES,
    Column("claim", String, primary_key=True),
    Column("report", String, primary_key=True),
    *(Column(name, String, nullable=False) for name in ("name", "kind", "country", "sector")),
    *(Column(name, String, nullable=False) for name in ("title", "quote", "sentence", "aliases")),
    Column("day", String),
    Column("publisher", String),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
_JUDGEMENTS = Table(
    "judgement",
    _TABLES,
    Column("id", Integer, primary_key=True),
    Column("claim", String, nullable=False),
    Column("verdict", String),
    Column("author", String, nullable=False),
    Column("at", String, nullable=False),
)
_LISTINGS = Table(
    "listing",
    _TABLES,
    Column("id", Integer, primary_key=True),
    Column("origin", String, nullable=False),
    Column("source", String, nullable=False),
    Column("body", String, nullable=False),
)
_ALIASES = Table(
    "alias",
    _TABLES,
    Column("listing", ForeignKey("listing.id", ondelete="CASCADE"), nullable=False),
    Column("first", String, nullable=False),
    Column("second", String, nullable=False),
    Column("form", String, nullable=False),
    Column("surname", Integer, nullable=False),
    Column("exact", Integer, nullable=False),
    Index("alias_words", "first", "second"),
    Index("alias_listing", "listing"),
)


class ActorStore:
    """The database of one user's directory; a Supply of listings for a Directory.

    Opened without `write` it must be there, and is only read. Raises StoreError where it cannot
    be used, StoreBusy where somebody else keeps writing to it.
    """

    def __init__(self, path: Path, *, write: bool = False) -> None:
        self.path = path
        self._engine = open_database(path, _TABLES, VERSION, write=write)

    def add_sightings(self, sightings: Iterable[Sighting]) -> int:
        """Keep what reports say; one report says one thing once. Returns how many are new."""
        rows = [row_of_sighting(sighting) for sighting in sightings]
        with transaction(self._engine, self.path) as connection:
            before = _count(connection, _SIGHTINGS)
            for some in _portions(rows):
                connection.execute(sqlite_insert(_SIGHTINGS).on_conflict_do_nothing(), some)
            new = _count(connection, _SIGHTINGS) - before
            if new:
                _relearn(connection)
        return new

    def judge(self, claims: Collection[str], verdict: Verdict | None, author: str) -> None:
        """Accept or strike claims by key, or with None take back what was said of them."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [{"claim": c, "verdict": verdict, "author": author, "at": at} for c in claims]
        if not rows:
            return
        with transaction(self._engine, self.path) as connection:
            connection.execute(insert(_JUDGEMENTS), rows)
            _relearn(connection)

    def judgements(self) -> tuple[tuple[str, Verdict | None, str, str], ...]:
        """Everything that was judged, oldest first: claim, verdict, author, time (UTC, ISO)."""
        wanted = (_JUDGEMENTS.c[name] for name in ("claim", "verdict", "author", "at"))
        with transaction(self._engine, self.path) as connection:
            rows = connection.execute(select(*wanted).order_by(_JUDGEMENTS.c.id))
            return tuple((row[0], row[1], row[2], row[3]) for row in rows)

    def proposals(self) -> tuple[Proposal, ...]:
        """What the reports say together, by name."""
        with transaction(self._engine, self.path) as connection:
            return _proposals(connection)

    def replace_import(self, source: str, entries: Iterable[Entry]) -> int:
        """Keep the listings of a source in place of those it gave before. Returns how many."""
        known = _by_name(bundled_aliases())
        with transaction(self._engine, self.path) as connection:
            old = (_LISTINGS.c.origin == "imported") & (_LISTINGS.c.source == source)
            connection.execute(delete(_LISTINGS).where(old))
            count = _keep(connection, "imported", (_over(entry, known) for entry in entries))
            _relearn(connection)
        return count

    def imports(self) -> tuple[tuple[str, int], ...]:
        """The sources that were imported, and how many listings each gave."""
        wanted = select(_LISTINGS.c.source, func.count()).where(_LISTINGS.c.origin == "imported")
        with transaction(self._engine, self.path) as connection:
            rows = connection.execute(wanted.group_by(_LISTINGS.c.source))
            return tuple((row[0], row[1]) for row in rows)

    def among(self, words: Collection[str]) -> Iterator[Alias]:
        """The names of whose folded words the first two are among these, what was learned first."""
        with transaction(self._engine, self.path) as connection:
            yield from _among(connection, words)


def _portions(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), _AT_ONCE):
        yield rows[start : start + _AT_ONCE]


def _count(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def _proposals(connection: Connection) -> tuple[Proposal, ...]:
    verdicts: dict[str, Verdict] = {}
    wanted = select(_JUDGEMENTS.c.claim, _JUDGEMENTS.c.verdict).order_by(_JUDGEMENTS.c.id)
    judged: Iterable[Any] = connection.execute(wanted)
    for claim, verdict in judged:
        if verdict is None:
            verdicts.pop(claim, None)
        else:
            verdicts[claim] = verdict
    rows: Iterable[Any] = connection.execute(select(_SIGHTINGS)).mappings()
    return propose((sighting_from_row(row) for row in rows), verdicts)


def _relearn(connection: Connection) -> None:
    """Let the learned listings be those that sightings and judgements now make."""
    connection.execute(delete(_LISTINGS).where(_LISTINGS.c.origin == "learned"))
    entries = listings_of(_proposals(connection))
    if not entries:
        return
    words = {word for _, names in entries for a in names for key in keys_of(a) for word in key[:2]}
    known = _by_name((*_among(connection, words), *bundled_aliases()))
    _keep(connection, "learned", (_over(entry, known) for entry in entries))


def _by_name(aliases: Iterable[Alias]) -> _Known:
    found: _Known = {}
    for alias in aliases:
        found.setdefault((alias.listing.kind, key_of(alias.listing.name)), []).append(alias)
    return found


def _over(entry: Entry, known: _Known) -> Entry:
    """The entry with what was known of its name before: other names, offices at other times."""
    listing, aliases = entry
    same = known.get((listing.kind, key_of(listing.name)))
    if not same:
        return listing, aliases
    before = same[0].listing
    merged = replace(
        listing,
        offices=joined(listing.offices, before.offices),
        sectors=tuple(dict.fromkeys((*listing.sectors, *before.sectors))),
        gender=listing.gender or before.gender,
        wikidata=listing.wikidata or before.wikidata,
    )
    forms = {alias.form: alias for alias in (*same, *aliases)}
    return merged, [replace(alias, listing=merged) for alias in forms.values()]


def _keep(connection: Connection, origin: Origin, entries: Iterable[Entry]) -> int:
    last: int | None = connection.execute(select(func.max(_LISTINGS.c.id))).scalar_one_or_none()
    listings: list[dict[str, Any]] = []
    names: list[dict[str, Any]] = []
    for number, (listing, aliases) in enumerate(entries, (last or 0) + 1):
        body = json.dumps(row_of_listing(listing), ensure_ascii=False)
        listings.append({"id": number, "origin": origin, "source": listing.source, "body": body})
        names += [
            {
                "listing": number,
                "first": first,
                "second": second,
                "form": alias.form,
                "surname": int(alias.surname),
                "exact": int(alias.exact),
            }
            for alias in aliases
            for first, second in {(*key, "")[:2] for key in keys_of(alias)}
        ]
    for some in _portions(listings):
        connection.execute(insert(_LISTINGS), some)
    for some in _portions(names):
        connection.execute(insert(_ALIASES), some)
    return len(listings)


def _among(connection: Connection, words: Collection[str]) -> Iterator[Alias]:
    found: dict[int, Listing] = {}
    wanted = select(
        _ALIASES.c.form, _ALIASES.c.surname, _ALIASES.c.exact, _LISTINGS.c.id, _LISTINGS.c.body
    ).join(_LISTINGS, _ALIASES.c.listing == _LISTINGS.c.id)
    given = json.dumps(sorted({*words, ""}), ensure_ascii=False)
    among = select(func.json_each(given).table_valued("value").c.value)
    rows: Iterable[Any] = connection.execute(
        wanted.where(_ALIASES.c.first.in_(among), _ALIASES.c.second.in_(among)).order_by(
            _LISTINGS.c.origin.desc(), _LISTINGS.c.id
        )
    )
    for form, surname, exact, number, body in rows:
        if number not in found:
            found[number] = listing_from_row(json.loads(body))
        yield Alias(found[number], form, bool(exact), bool(surname))
