"""A table of actors, comma- or tab-separated with a heading: one row an office or a body.

Columns, in any order: `name` (needed), `kind` (person, organisation, armed_group; person where it
is left out), `country` (code or name), `sectors` (PLOVER's, with commas or bars), `aliases` (with
bars), `gender`, `title`, `from`, `to`, `wikidata`. Rows of one name and kind are one actor. Names
that Wikidata's query service gives to columns are understood too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, cast, get_args

from dragoman.errors import UnreadableInput
from dragoman.intake.actors.actor import Actor, Post
from dragoman.intake.actors.opening import first_line, read_lines
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.directory.listings import Kind

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "personlabel", "itemlabel", "actor"),
    "kind": ("kind", "type"),
    "country": ("country", "countrycode", "iso3", "countrylabel"),
    "sectors": ("sectors", "sector"),
    "aliases": ("aliases", "altlabel", "altlabels", "personaltlabel", "itemaltlabel"),
    "gender": ("gender", "genderlabel", "sexorgenderlabel"),
    "title": ("title", "position", "positionlabel", "office"),
    "from": ("from", "start", "starttime", "since"),
    "to": ("to", "end", "endtime", "until"),
    "wikidata": ("wikidata", "person", "item", "qid"),
}
_GENDERS: Final = {"m": "m", "male": "m", "man": "m", "f": "f", "female": "f", "woman": "f"}


def read_table(path: Path) -> Iterator[Actor]:
    """The actors of a table. Raises UnreadableInput, naming line and cure."""
    head = first_line(path)
    delimiter = "\t" if "\t" in head else ","
    rows = csv.reader(read_lines(path), delimiter=delimiter)
    columns = _columns(path, next(rows, []))
    found: dict[tuple[str, Kind], Actor] = {}
    for row in rows:
        cells = {name: row[at].strip() for name, at in columns.items() if at < len(row)}
        if not cells.get("name"):
            continue
        origin = f"{path}:{rows.line_num}"
        kind = _kind(origin, cells.get("kind", ""))
        actor = found.setdefault((cells["name"], kind), Actor(cells["name"], kind))
        _add(actor, cells, origin)
    yield from found.values()


def _columns(path: Path, head: list[str]) -> dict[str, int]:
    at = {cell.strip().lower().replace("_", ""): number for number, cell in enumerate(head)}
    found = {
        name: next(at[form] for form in forms if form in at)
        for name, forms in _COLUMNS.items()
        if any(form in at for form in forms)
    }
    if "name" not in found:
        raise UnreadableInput(
            str(path), f"no column 'name' in its heading: columns are {', '.join(_COLUMNS)}"
        )
    return found


def _kind(origin: str, text: str) -> Kind:
    kind = text.lower().replace("organization", "organisation").replace(" ", "_") or "person"
    if kind not in get_args(Kind):
        raise UnreadableInput(origin, f"no kind {text!r}: there are {', '.join(get_args(Kind))}")
    return cast(Kind, kind)


def _add(actor: Actor, cells: Mapping[str, str], origin: str) -> None:
    """What one more row says of an actor."""
    actor.country = actor.country or cells.get("country") or None
    actor.gender = actor.gender or _GENDERS.get(cells.get("gender", "").lower())
    actor.wikidata = actor.wikidata or cells.get("wikidata", "").rpartition("/")[2] or None
    sectors = [s.strip() for s in cells.get("sectors", "").replace("|", ",").split(",")]
    for sector in filter(None, sectors):
        if sector not in load_codebook().sectors:
            raise UnreadableInput(origin, f"no sector {sector!r} in PLOVER")
    actor.sectors = tuple(dict.fromkeys((*actor.sectors, *filter(None, sectors))))
    separator = "|" if "|" in cells.get("aliases", "") else ","
    for form in cells.get("aliases", "").split(separator):
        if form.strip() and form.strip() not in actor.aliases:
            actor.aliases.append(form.strip())
    if cells.get("title"):
        start, end = cells.get("from", ""), cells.get("to", "")
        actor.posts.append(Post(cells["title"], cells.get("country") or None, start, end))
