"""Whose country a disputed area is given: a named viewpoint, never a silent choice.

`lexicons/disputes.toml` lists the areas, how to tell that a place lies in one, and the country
by each viewpoint: "iso" (ISO 3166 and the United Nations, the default), "control" (who holds the
ground) and the claimants' own where they differ.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.ontology.gazetteer import Candidate

Viewpoint = Literal["iso", "control"]
VIEWPOINT: Viewpoint = "iso"


@dataclass(frozen=True, slots=True)
class Dispute:
    """An area that more than one state claims or holds; `box` is south, west, north, east.

    A place lies in it where its country is one of `among` and its point is in the box, or where
    its name, or its first-level division, is one of `names`.
    """

    name: str
    names: tuple[str, ...]
    among: tuple[str, ...]
    box: tuple[float, float, float, float] | None
    countries: tuple[tuple[str, str], ...]
    note: str

    def country_by(self, viewpoint: Viewpoint) -> str:
        """The PLOVER code under a viewpoint; ISO's where the viewpoint has no word of its own."""
        table = dict(self.countries)
        return table.get(viewpoint, table["iso"])


@cache
def disputes() -> tuple[Dispute, ...]:
    """Every disputed area of the table."""
    path = files("dragoman.ontology") / "lexicons" / "disputes.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Dispute(
            name=entry["name"],
            names=(entry["name"], *entry.get("names", ())),
            among=tuple(entry["among"]),
            box=_box(entry["box"]) if "box" in entry else None,
            countries=tuple(entry["country"].items()),
            note=entry["note"],
        )
        for entry in table["dispute"]
    )


def _box(sides: list[float]) -> tuple[float, float, float, float]:
    south, west, north, east = sides
    return south, west, north, east


def dispute_over(place: Candidate) -> Dispute | None:
    """The dispute over the ground a place lies in, if the table has one."""
    if place.kind == "country":
        return None
    for dispute in disputes():
        if not set(place.countries) & set(dispute.among):
            continue
        if place.name in dispute.names or place.admin1 in dispute.names:
            return dispute
        if dispute.box is not None and place.kind not in ("region", "water"):
            south, west, north, east = dispute.box
            if south <= place.latitude <= north and west <= place.longitude <= east:
                return dispute
    return None


def country_by(viewpoint: Viewpoint, place: Candidate) -> str | None:
    """The country a place is given under a viewpoint."""
    dispute = dispute_over(place)
    return dispute.country_by(viewpoint) if dispute else place.country
