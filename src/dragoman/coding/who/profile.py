"""What one phrase says of its referent, as the cast puts it together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding.who.affiliation import CONTEXT
from dragoman.coding.who.offices import SaidRole
from dragoman.ontology.directory import Listing
from dragoman.records.values import EntityKind


@dataclass(slots=True)
class Profile:
    """The reading of one phrase. `countries` has several where demonyms are coordinated;
    `detached` are those whom a possessor does not make his countrymen ("its allies"); `part` is the
    part of a state that a phrase names ("Scotland")."""

    kind: EntityKind | None = None
    countries: tuple[str, ...] = ()
    strength: int = CONTEXT
    sectors: tuple[str, ...] = ()
    roles: tuple[SaidRole, ...] = ()
    role_country: str | None = None
    organisation: str | None = None
    listing: Listing | None = None
    sure_sector: bool = False
    detached: bool = False
    part: str | None = None

    @property
    def country(self) -> str | None:
        return self.countries[0] if self.countries else None
