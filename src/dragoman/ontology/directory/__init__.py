"""Who is who: organisations, armed groups, parties, media and holders of office by name.

The bundled listings come from the tables of `lexicons/directory/` (tables.py). A user's own,
imported or learned from what was read, go over them: a `Supply` gives those whose names begin with
the words of the text at hand, so that a directory of any size costs what is met of it.
"""

from __future__ import annotations

from functools import cache

from dragoman.ontology.directory.listings import Alias, Kind, Listing, Office
from dragoman.ontology.directory.names import Directory, NameMatch, Supply
from dragoman.ontology.directory.tables import Tables

__all__ = [
    "Alias",
    "Directory",
    "Kind",
    "Listing",
    "NameMatch",
    "Office",
    "Supply",
    "load_directory",
]


@cache
def load_directory() -> Directory:
    """The bundled directory; its tables are opened once, a row read when a text first needs it."""
    return Directory(Tables())
