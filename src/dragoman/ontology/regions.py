"""Regions, waters, cities and spellings made by hand where GeoNames' extracts have none."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.ontology.names import folded

RegionKind = Literal["region", "admin1", "settlement", "water", "facility"]
_KINDS: tuple[RegionKind, ...] = ("region", "admin1", "settlement", "water", "facility")


@dataclass(frozen=True, slots=True)
class Region:
    """A place of `lexicons/regions.toml`; `source` says what kind of source its centre is from.

    `countries` are PLOVER codes, none for what spans many. `adjectives` are words for its people
    and things; `abbreviations` are read only after a comma or a place ("Fargo, ND").
    """

    name: str
    kind: RegionKind
    countries: tuple[str, ...]
    latitude: float
    longitude: float
    source: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    admin1: str | None = None
    population: int = 0
    geonames: int | None = None


@cache
def regions() -> tuple[Region, ...]:
    """Every region, in the order of the kinds and of the file."""
    path = files("dragoman.ontology") / "lexicons" / "regions.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        Region(
            name=entry["name"],
            kind=kind,
            countries=tuple(entry["in"]),
            latitude=float(entry["at"][0]),
            longitude=float(entry["at"][1]),
            source=entry.get("source", table["source"]),
            names=tuple(entry.get("names", ())),
            adjectives=tuple(entry.get("adjectives", ())),
            abbreviations=tuple(entry.get("abbreviations", ())),
            admin1=entry.get("admin1"),
            population=entry.get("population", 0),
            geonames=entry.get("geonames"),
        )
        for kind in _KINDS
        for entry in table.get(kind, ())
    )


@cache
def regions_by_name() -> dict[str, tuple[Region, ...]]:
    """Folded name -> the regions that bear it, in the order of the file."""
    table: dict[str, dict[Region, None]] = {}
    for region in regions():
        for name in (region.name, *region.names):
            table.setdefault(folded(name), {})[region] = None
    return {name: tuple(bearers) for name, bearers in table.items()}


@cache
def regions_by_adjective() -> dict[str, Region]:
    """Word as written in running text ("Siberian", "Texans") -> the region it speaks of."""
    table: dict[str, Region] = {}
    for region in regions():
        for word in region.adjectives:
            table.setdefault(word, region)
    return table


@cache
def regions_by_abbreviation() -> dict[str, Region]:
    """Abbreviation as written after a comma ("Minn.", "ND") -> the division it stands for."""
    table: dict[str, Region] = {}
    for region in regions():
        for word in region.abbreviations:
            table.setdefault(word, region)
    return table
