"""Whose country a disputed area is given: a named viewpoint, never a silent choice.

`lexicons/disputes.toml` lists the areas, how to tell that a place lies in one, and the country
by each viewpoint: "iso" (ISO 3166 and the United Nations, the default) and "control" (who held the
ground on the day of the report). A place in one bears the dispute with both answers, whichever of
them its country follows (`records.Dispute`).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from dragoman.ontology.gazetteer import Candidate

Viewpoint = Literal["iso", "control"]
VIEWPOINT: Viewpoint = "iso"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dispute:
    """An area that more than one state claims or holds; a box is south, west, north, east.

    A place lies in it where its country is one of `among` and it bears one of the names, lies in a
    first-level division of that name or within a box; or where its country is one of `whole`.
    `kinds` limits that to places of these kinds and to their own names and points. `held` tells since which day who
    held the ground, in the order of time.
    """

    name: str
    names: frozenset[str]
    among: frozenset[str]
    boxes: tuple[Box, ...]
    whole: frozenset[str]
    kinds: frozenset[str]
    iso: str | None
    control: str | None
    held: tuple[tuple[date, str], ...]
    note: str

    def country_by(self, viewpoint: Viewpoint, when: date | None = None) -> str | None:
        """The PLOVER code under a viewpoint on a day (the present where None).

        None where the viewpoint gives the area to nobody.
        """
        if viewpoint == "iso":
            return self.iso
        holders = [by for since, by in self.held if when is None or since <= when]
        return holders[-1] if holders else self.control or self.iso

    def holds(self, place: Candidate) -> bool:
        """Whether a place lies in the area."""
        if self.kinds and place.kind not in self.kinds:
            return False
        if place.country in self.whole:
            return True
        if place.kind == "country" or (place.countries and not self.among & set(place.countries)):
            return False
        if place.name in self.names or (place.admin1 in self.names and not self.kinds):
            return True
        return place.kind not in ("region", "water") and any(
            south <= place.latitude <= north and west <= place.longitude <= east
            for south, west, north, east in self.boxes
        )


@cache
def disputes() -> tuple[Dispute, ...]:
    """Every disputed area of the table, the narrower before the wider."""
    path = files("dragoman.ontology") / "lexicons" / "disputes.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_read(entry) for entry in table["dispute"])


def _read(entry: Mapping[str, Any]) -> Dispute:
    return Dispute(
        name=entry["name"],
        names=frozenset((entry["name"], *entry.get("names", ()))),
        among=frozenset(entry["among"]),
        boxes=tuple(
            (south, west, north, east) for south, west, north, east in entry.get("boxes", ())
        ),
        whole=frozenset(entry.get("whole", ())),
        kinds=frozenset(entry.get("kinds", ())),
        iso=entry.get("iso"),
        control=entry.get("control"),
        held=tuple((period["since"], period["by"]) for period in entry.get("held", ())),
        note=entry["note"],
    )


@lru_cache(maxsize=20_000)
def dispute_over(place: Candidate) -> Dispute | None:
    """The dispute over the ground a place lies in, if the table has one."""
    return next((dispute for dispute in disputes() if dispute.holds(place)), None)


def country_by(viewpoint: Viewpoint, place: Candidate, when: date | None = None) -> str | None:
    """The country a place is given under a viewpoint on a day (the present where None)."""
    dispute = dispute_over(place)
    return dispute.country_by(viewpoint, when) if dispute else place.country
