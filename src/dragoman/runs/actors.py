"""What is known of a name: the listings that bear it, or else what the phrase itself tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.coding.who.actor_text import Actor, code_actor
from dragoman.ontology.directory import Listing
from dragoman.ontology.directory.claims import LEARNED
from dragoman.ontology.directory.tables import load_sources
from dragoman.runs.reader import Reader


@dataclass(frozen=True, slots=True)
class Known:
    """The listings of a name, a user's own first, and how the phrase is read on that day."""

    listings: tuple[Listing, ...]
    read: Actor | None


def who_is(reader: Reader, name: str, day: date | None = None) -> Known:
    """Everything known of a name or phrase; offices are those of `day` where one is given."""
    return Known(reader.directory.lookup(name), code_actor(reader.parse, name, day=day))


def source_title(listing: Listing) -> str:
    """Where a listing's facts come from, in words."""
    source = load_sources().get(listing.source)
    if source is not None:
        return source.title
    return "reports that were read" if listing.source == LEARNED else listing.source or "unknown"
