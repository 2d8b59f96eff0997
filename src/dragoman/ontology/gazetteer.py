"""Place names -> candidates: GeoNames' settlements and divisions, and regions made by hand.

The bulk lies in flat files mapped into memory (`lexicons/gazetteer/`, GeoNames, CC BY 4.0; written
by `training/gazetteer`, laid out as `training/gazetteer/tables.py` says), so that opening it
costs milliseconds and only the pages touched take memory. Countries come from `countries.py`,
what GeoNames' extracts lack from `regions.tsv`.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal

from dragoman.ontology.countries import Country, countries, country_names, country_of_code
from dragoman.ontology.names import folded, sound_key
from dragoman.ontology.regions import Region, regions_by_name, regions_by_sound

PlaceKind = Literal["country", "region", "admin1", "admin2", "settlement", "water", "facility"]

# GeoNames id, latitude, longitude, population, label offset, first and second division, country, kind
ROW = struct.Struct("<IiiIIHHBB")
SCALE = 100_000  # coordinates are kept in hundred-thousandths of a degree, about a metre
SOUND_MARK = b"~"  # opens the entries that are keys of sound
_SHORTEST_SOUND = 5
_NONE = 0xFFFF
_SAME_DEGREES = 0.4  # a town by hand and a row this near are one place
_KINDS: tuple[PlaceKind, ...] = ("country", "admin1", "admin2", "settlement")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may denote.

    `country` is a PLOVER code, None for what lies in several ("the Sahel"; see `countries`);
    `own_name` tells the place's chief name from an alternate; degrees are WGS 84.
    """

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    population: int
    geonames: int | None
    own_name: bool
    countries: tuple[str, ...] = ()


def _country_candidate(country: Country) -> Candidate:
    return Candidate(
        name=country.name,
        kind="country",
        country=country.code,
        admin1=None,
        admin2=None,
        latitude=country.latitude or 0.0,
        longitude=country.longitude or 0.0,
        population=country.population,
        geonames=country.geonames,
        own_name=True,
        countries=(country.code,),
    )


def region_candidate(region: Region) -> Candidate:
    """A region made by hand as a candidate; all its names are names that reports write."""
    return Candidate(
        name=region.name,
        kind=region.kind,
        country=region.countries[0] if len(region.countries) == 1 else None,
        admin1=region.name if region.kind == "admin1" else region.admin1,
        admin2=None,
        latitude=region.latitude,
        longitude=region.longitude,
        population=region.population,
        geonames=region.geonames,
        own_name=True,
        countries=region.countries,
    )


class Gazetteer:
    """The mapped tables. Build one with `load_gazetteer`; look names up with `candidates`."""

    def __init__(self, folder: Path) -> None:
        self._rows = _mapped(folder / "places.bin")
        self._labels = _mapped(folder / "labels.bin")
        names = _mapped(folder / "names.bin")
        (self._count,) = struct.unpack_from("<I", names)
        head = 4 + 4 * (self._count + 1)
        self._offsets = names[4:head].cast("I")
        self._entries = names[head:]
        codes = (folder / "countries.txt").read_text(encoding="utf-8").split()
        found = (country_of_code(code) for code in codes)
        self._countries = tuple(country.code if country else "" for country in found)
        self._by_country = {country.code: _country_candidate(country) for country in countries()}

    def __len__(self) -> int:
        """How many divisions and settlements the tables hold."""
        return len(self._rows) // ROW.size

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name: a country first, then those by hand, then the most populous.

        Case, accents, apostrophes and hyphens are ignored, except that countries are told from
        words by their capitals (`country_names`). Where nothing bears the name, places whose names
        are another romanisation of it.
        """
        return _candidates(self, name)

    def country(self, code: str) -> Candidate | None:
        """The country of a PLOVER code as a place."""
        return self._by_country.get(code)

    def knows(self, name: str) -> bool:
        """Whether any place bears the name; cheaper than `candidates`."""
        key = folded(name)
        return key in regions_by_name() or self._find(key.encode()) is not None

    def _find(self, key: bytes) -> tuple[int, ...] | None:
        low, high = 0, self._count
        offsets, entries = self._offsets, self._entries
        wanted = key + b"\0"
        size = len(wanted)
        while low < high:
            middle = (low + high) // 2
            start = offsets[middle]
            if bytes(entries[start : start + size]) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == self._count:
            return None
        start, end = offsets[low], offsets[low + 1]
        if bytes(entries[start : start + size]) != wanted:
            return None
        return struct.unpack(f"<{(end - start - size) // 4}I", entries[start + size : end])

    def _label(self, offset: int) -> str:
        end = offset
        while self._labels[end]:
            end += 1
        return bytes(self._labels[offset:end]).decode()

    def _row(self, number: int, own_name: bool) -> Candidate:
        geonames, lat, lon, population, label, first, second, country, kind = ROW.unpack_from(
            self._rows, number * ROW.size
        )
        return Candidate(
            name=self._label(label),
            kind=_KINDS[kind],
            country=self._countries[country] or None,
            admin1=self._division(first),
            admin2=self._division(second, second_level=True),
            latitude=lat / SCALE,
            longitude=lon / SCALE,
            population=population,
            geonames=geonames or None,
            own_name=own_name,
            countries=(self._countries[country],),
        )

    @cache  # noqa: B019 - one gazetteer lives as long as the process
    def _division(self, number: int, *, second_level: bool = False) -> str | None:
        if number == _NONE:
            return None
        row = number + (self._first_level_count if second_level else 0)
        return self._label(ROW.unpack_from(self._rows, row * ROW.size)[4])

    @property
    def _first_level_count(self) -> int:
        return _first_level_count(self)


@cache
def _first_level_count(gazetteer: Gazetteer) -> int:
    low, high = 0, len(gazetteer)
    while low < high:
        middle = (low + high) // 2
        if gazetteer._rows[middle * ROW.size + ROW.size - 1] == 1:
            low = middle + 1
        else:
            high = middle
    return low


@lru_cache(maxsize=50_000)
def _candidates(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    found: list[Candidate] = []
    country = country_names().get(name)
    if country is not None:
        found.append(gazetteer._by_country[country.code])
    key = folded(name)
    by_hand = [region_candidate(region) for region in regions_by_name().get(key, ())]
    numbers = gazetteer._find(key.encode()) or ()
    rows = [gazetteer._row(number >> 1, bool(number & 1)) for number in numbers]
    for place in by_hand:
        twins = [row for row in rows if _same_place(place, row)]
        rows = [row for row in rows if row not in twins]
        found.append(_joined(place, twins))
    if not found and not rows and not by_hand:
        return _by_sound(gazetteer, name)
    rows.sort(key=lambda c: (-c.population, c.kind, c.geonames or 0, c.latitude))
    return (*found, *rows)


def _by_sound(gazetteer: Gazetteer, name: str) -> tuple[Candidate, ...]:
    """Places whose names another romanisation makes of this one; see `names.sound_key`."""
    key = sound_key(name)
    if len(key) < _SHORTEST_SOUND:
        return ()
    by_hand = [region_candidate(region) for region in regions_by_sound().get(key, ())]
    numbers = gazetteer._find(SOUND_MARK + key.encode()) or ()
    rows = [gazetteer._row(number >> 1, own_name=False) for number in numbers]
    rows.sort(key=lambda c: (-c.population, c.kind, c.geonames or 0, c.latitude))
    return (*by_hand, *rows)


def _same_place(by_hand: Candidate, row: Candidate) -> bool:
    if by_hand.kind != row.kind or row.country not in by_hand.countries:
        return False
    if row.kind == "admin1":
        return True
    near = abs(by_hand.latitude - row.latitude) + abs(by_hand.longitude - row.longitude)
    return near < _SAME_DEGREES


def _joined(by_hand: Candidate, rows: list[Candidate]) -> Candidate:
    """The entry by hand, with the GeoNames id, divisions and (of a town) point of its row."""
    if not rows:
        return by_hand
    row = max(rows, key=lambda r: r.population)
    town = row.kind == "settlement"
    return replace(
        by_hand,
        admin1=by_hand.admin1 or row.admin1,
        admin2=row.admin2,
        latitude=row.latitude if town else by_hand.latitude,
        longitude=row.longitude if town else by_hand.longitude,
        population=max(by_hand.population, row.population),
        geonames=by_hand.geonames or row.geonames,
    )


def _mapped(path: Path) -> memoryview:
    with path.open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def load_gazetteer() -> Gazetteer:
    """The bundled gazetteer, opened once."""
    return Gazetteer(Path(str(files("dragoman.ontology") / "lexicons" / "gazetteer")))
