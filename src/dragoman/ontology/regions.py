"""Regions, waters, cities and spellings made by hand where GeoNames' extracts have none."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dragoman.ontology.names import folded, sound_key

RegionKind = Literal["region", "admin1", "settlement", "water", "facility"]
_KINDS: tuple[RegionKind, ...] = ("region", "admin1", "settlement", "water", "facility")


@dataclass(frozen=True, slots=True)
class Region:
    """A place of `lexicons/regions.tsv`; `source` says what kind of source its centre is from.

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
    path = files("dragoman.ontology") / "lexicons" / "regions.tsv"
    lines = [x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]
    header = lines[0].split("\t")
    found: dict[RegionKind, list[Region]] = {kind: [] for kind in _KINDS}
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=True))
        kind = next(kind for kind in _KINDS if kind == row["kind"])
        found[kind].append(
            Region(
                name=row["name"],
                kind=kind,
                countries=tuple(row["countries"].split()),
                latitude=float(row["lat"]),
                longitude=float(row["lon"]),
                source=row["source"],
                names=_listed(row["names"]),
                adjectives=_listed(row["adjectives"]),
                abbreviations=_listed(row["abbreviations"]),
                admin1=row["admin1"] or None,
                population=int(row["population"] or 0),
                geonames=int(row["geonames"]) if row["geonames"] else None,
            )
        )
    return tuple(region for kind in _KINDS for region in found[kind])


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def regions_by_name() -> dict[str, tuple[Region, ...]]:
    """Folded name -> the regions that bear it, in the order of the file."""
    table: dict[str, dict[Region, None]] = {}
    for region in regions():
        for name in (region.name, *region.names):
            table.setdefault(folded(name), {})[region] = None
    return {name: tuple(bearers) for name, bearers in table.items()}


@cache
def regions_by_sound() -> dict[str, tuple[Region, ...]]:
    """Key of `sound_key` -> the towns by hand that sound so."""
    table: dict[str, dict[Region, None]] = {}
    for region in regions():
        if region.kind in ("settlement", "admin1") and "USA" not in region.countries:
            for name in (region.name, *region.names):
                table.setdefault(sound_key(name), {})[region] = None
    return {key: tuple(bearers) for key, bearers in table.items()}


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
