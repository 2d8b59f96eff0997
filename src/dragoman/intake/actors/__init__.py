"""Dumps of who is who -> listings of the directory: Wikidata, FollowTheMoney, tables.

The format is told by the content. Compressed files (.gz, .bz2, .xz) are read as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from dragoman.errors import EmptyInput, UnreadableInput
from dragoman.intake.actors.actor import Actor, listing_of
from dragoman.intake.actors.followthemoney import read_followthemoney
from dragoman.intake.actors.opening import first_line
from dragoman.intake.actors.table import read_table
from dragoman.intake.actors.wikidata import read_wikidata
from dragoman.ontology.directory import Alias, Listing

DumpFormat = Literal["wikidata", "followthemoney", "table"]

_READERS = {
    "wikidata": read_wikidata,
    "followthemoney": read_followthemoney,
    "table": read_table,
}


def read_actors(
    path: Path, form: DumpFormat | None = None, source: str | None = None
) -> Iterator[tuple[Listing, tuple[Alias, ...]]]:
    """The actors of a dump, each with its names; `source` is what they cite, else the file's name.

    Raises UnreadableInput where the file is missing, damaged or of no known format, EmptyInput
    where nothing is in it.
    """
    actors: Iterator[Actor] = _READERS[form or format_of(path)](path)
    for actor in actors:
        yield listing_of(actor, source or path.name)


def format_of(path: Path) -> DumpFormat:
    """The format that a dump's first line shows. Raises UnreadableInput, EmptyInput."""
    line = first_line(path)
    if not line.strip(" \t\r\n[,"):
        raise EmptyInput(str(path), "nothing in it")
    if not line.lstrip().startswith(("{", "[")):
        return "table"
    try:
        record = json.loads(line.strip().strip("[,"))
    except ValueError:
        raise UnreadableInput(
            str(path), "looks like JSON, but its first line is no object of its own"
        ) from None
    if "schema" in record and "properties" in record:
        return "followthemoney"
    if "claims" in record or "labels" in record:
        return "wikidata"
    raise UnreadableInput(str(path), "neither Wikidata's JSON nor FollowTheMoney's")
