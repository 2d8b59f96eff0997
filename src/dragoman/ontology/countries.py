"""Countries: names, demonyms, capitals and seats of government -> PLOVER country codes.

Lookups are exact on the string as written, then on its title-cased form where the text is in
capitals ("SYRIA"); a lower-case word ("turkey", "us", "polish") never denotes a country. A leading
"the" and a possessive ending are ignored. All tables live in `lexicons/` and are read once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeVar

from dragoman.ontology.names import headline_form, without_trimmings

T = TypeVar("T")

CountryKind = Literal["state", "territory", "bloc"]
Nationhood = Literal["name", "part", "demonym", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class Country:
    """A state, a territory with an ISO code, or a bloc that PLOVER codes like one (UNO, EUR, IGO).

    `code` is PLOVER's: ISO 3166-1 alpha-3, but KOS for Kosovo. `latitude` and `longitude` give the
    centre in WGS 84 degrees and are None for blocs, like the ISO codes and the GeoNames id.
    """

    code: str
    name: str
    kind: CountryKind
    iso2: str | None = None
    iso3: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    capitals: tuple[str, ...] = ()
    region: str | None = None
    continent: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Demonym:
    """A word for what belongs to a country or comes from it, and which grammatical forms it has.

    `part` names the part of the state that the word speaks of ("Scottish": Scotland), else None.
    """

    country: Country
    adjective: bool
    singular: bool
    plural: bool
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a state that is spoken of like a nation; `sector` is PRE for one that broke away."""

    name: str
    country: Country
    sector: str


@dataclass(frozen=True, slots=True)
class GovernmentSeat:
    """A building, street or district that stands for a branch of government ("the Kremlin")."""

    name: str
    country: Country
    sector: str
    body: str
    city: str
    latitude: float
    longitude: float


def _read(name: str) -> str:
    return (files("dragoman.ontology") / "lexicons" / name).read_text(encoding="utf-8")


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in _read(name).splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(item for item in cell.split(";") if item)


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = (item.split(",") for item in _listed(cell))
    return tuple((pair[0], pair[1]) for pair in pairs)


@cache
def _polities() -> dict[str, Any]:
    return tomllib.loads(_read("polities.toml"))


@cache
def countries() -> tuple[Country, ...]:
    """Every country and territory in order of code, then the blocs."""
    found: list[Country] = []
    for row in _rows("countries.tsv"):
        kind: CountryKind = "state" if row["kind"] == "state" else "territory"
        found.append(
            Country(
                code=row["code"],
                name=row["name"],
                kind=kind,
                iso2=row["iso2"],
                iso3=row["iso3"],
                names=_listed(row["names"]),
                adjectives=_listed(row["adjectives"]),
                people=_pairs(row["people"]),
                capitals=_listed(row["capitals"]),
                region=row["region"],
                continent=row["continent"],
                latitude=float(row["lat"]),
                longitude=float(row["lon"]),
                population=int(row["population"]),
                geonames=int(row["geonames"]),
            )
        )
    found += (
        Country(b["code"], b["name"], "bloc", names=tuple(b.get("names", ())))
        for b in _polities()["bloc"]
    )
    return tuple(found)


@cache
def _by_code() -> dict[str, Country]:
    table = {country.code: country for country in countries()}
    for country in countries():
        for code in (country.iso2, country.iso3):
            if code:
                table.setdefault(code, country)
    return table


def country_of_code(code: str) -> Country | None:
    """The country of a PLOVER code, ISO alpha-3 or alpha-2 code, in capitals."""
    return _by_code().get(code)


@cache
def country_names() -> dict[str, Country]:
    """Every name of a state or territory, without a leading article, to the country it names."""
    table: dict[str, Country] = {}
    for country in countries():
        if country.kind != "bloc":
            for name in (country.name, *country.names):
                table.setdefault(without_trimmings(name), country)
    return table


@cache
def country_parts() -> dict[str, Country]:
    """Names of parts of states that act and are spoken of like nations ("Scotland") -> the state."""
    table: dict[str, Country] = {}
    for part in _polities()["part"]:
        for name in (part["name"], *part.get("names", ())):
            table[name] = _by_code()[part["country"]]
    return table


@cache
def _parts() -> dict[str, Part]:
    """Every name, adjective and word for the people of a part of a state."""
    table: dict[str, Part] = {}
    for entry in _polities()["part"]:
        country = _by_code()[entry["country"]]
        part = Part(entry["name"], country, "PRE" if entry.get("breakaway") else "GOV")
        people = (word for pair in entry["people"] for word in pair)
        capital = (entry["capital"],) if entry.get("breakaway") and "capital" in entry else ()
        names = (part.name, *entry.get("names", ()), *entry["adjectives"], *people, *capital)
        for name in names:
            table.setdefault(name, part)
    return table


@cache
def _bloc_names() -> dict[str, Country]:
    blocs = [country for country in countries() if country.kind == "bloc"]
    return {name: bloc for bloc in blocs for name in (bloc.name, *bloc.names)}


@cache
def demonyms() -> dict[str, Demonym]:
    """Every demonym, adjective or noun, as written in running text."""
    forms: dict[str, list[tuple[Country, str, str | None]]] = {}

    def add(word: str, country: Country, form: str, part: str | None) -> None:
        if word:
            forms.setdefault(word, []).append((country, form, part))

    for country in countries():
        for adjective in country.adjectives:
            add(adjective, country, "adjective", None)
        for singular, plural in country.people:
            add(singular, country, "singular", None)
            add(plural, country, "plural", None)
    for entry in _polities()["part"]:
        country = _by_code()[entry["country"]]
        for adjective in entry["adjectives"]:
            add(adjective, country, "adjective", entry["name"])
        for singular, plural in entry["people"]:
            add(singular, country, "singular", entry["name"])
            add(plural, country, "plural", entry["name"])
    table: dict[str, Demonym] = {}
    for word, uses in forms.items():
        country, _, part = uses[0]
        kinds = {form for used, form, _ in uses if used is country}
        table[word] = Demonym(
            country, "adjective" in kinds, "singular" in kinds, "plural" in kinds, part
        )
    return table


@cache
def capitals() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for country in sorted(countries(), key=lambda c: (c.kind != "state", -c.population)):
        for capital in country.capitals:
            table.setdefault(capital, country)
    for part in _polities()["part"]:
        if "capital" in part:
            table.setdefault(part["capital"], _by_code()[part["country"]])
    return table


@cache
def government_seats() -> dict[str, GovernmentSeat]:
    table: dict[str, GovernmentSeat] = {}
    for row in _rows("government_seats.tsv"):
        names = _listed(row["names"])
        seat = GovernmentSeat(
            names[0],
            _by_code()[row["country"]],
            row["sector"],
            row["body"],
            row["city"],
            float(row["lat"]),
            float(row["lon"]),
        )
        for name in names:
            table[name] = seat
    return table


def _look_up(table: Mapping[str, T], text: str) -> T | None:
    found = table.get(text)
    if found is not None:
        return found
    bare = without_trimmings(text)
    if bare in table:
        return table[bare]
    titled = headline_form(bare)
    return table.get(titled) if titled else None


def country_of_name(text: str, *, parts: bool = True, blocs: bool = False) -> Country | None:
    """The country that a proper name denotes: "Türkiye", "the UAE", "DPRK", "SYRIA".

    With `parts`, a nation within a state ("Scotland", "Chechnya", "Gaza") gives the state; with
    `blocs`, "the EU" and "the United Nations" give EUR and UNO. Ambiguous names give the reading
    usual in world news: "Georgia" the country, "Congo" the one of Kinshasa, "Korea" the Republic.
    """
    found = _look_up(country_names(), text)
    if found is None and parts:
        found = _look_up(country_parts(), text)
    if found is None and blocs:
        found = _look_up(_bloc_names(), text)
    return found


def part_of_state(text: str) -> Part | None:
    """The part of a state that a name, an adjective or a word for its people speaks of.

    The capital of a part that broke away stands for it too.
    """
    return _look_up(_parts(), text)


def demonym(text: str) -> Demonym | None:
    """What a demonym says: "Turkish", "Turks", "a Briton", "the Dutch"; None for other words."""
    return _look_up(demonyms(), text)


def country_of_demonym(text: str) -> Country | None:
    """The country of a demonym, adjective or noun, singular or plural."""
    found = demonym(text)
    return found.country if found else None


def country_of_capital(text: str) -> Country | None:
    """The country whose capital, or whose government's seat, is a city of that name.

    Where several share the name (Georgetown, Kingston), the most populous country.
    """
    return _look_up(capitals(), text)


def government_seat(text: str) -> GovernmentSeat | None:
    """The seat that a name denotes: "the White House", "Downing Street", "Foggy Bottom"."""
    return _look_up(government_seats(), text)
