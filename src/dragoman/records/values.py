"""The values of a record's fields, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.spans import TextSpan

EntityKind = Literal["person", "organisation", "country", "armed_group", "population", "place"]
Granularity = Literal["day", "week", "month", "season", "year", "decade", "interval"]
Precision = Literal["point", "city", "admin1", "country"]
Bound = Literal["exact", "at least", "about", "at most", "up to"]
FigureKind = Literal[
    "killed",
    "wounded",
    "displaced",
    "detained",
    "missing",
    "abducted",
    "troops",
    "money",
    "aid",
    "territory",
    "other",
]


@dataclass(frozen=True, slots=True)
class Role:
    """An office or function that the text gives to somebody."""

    title: str
    country: str | None = None
    organisation: str | None = None
    current: bool = True
    evidence: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """That the directory knows a name: its listing's name there, and the source of its facts."""

    name: str
    source: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the report speaks of, with all the places that name it.

    `country` is ISO 3166 alpha-3 or a PLOVER code (UNO, EUR, IGO, NGO, IMG, MNC, ISM, KOS, PSE).
    `known` tells of whom the directory knew something, so that no outside knowledge is silent, and
    `country_from` what a country was inferred from that no words of its own tell.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    wikidata: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[TextSpan, ...] = ()
    known: Known | None = None
    country_from: str | None = None

    @property
    def sector(self) -> str | None:
        return self.sectors[0] if self.sectors else None


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity's part in one act, as the text names it there."""

    entity: str | None
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None
    evidence: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """On whose word: who the text says it has this from."""

    entity: str | None
    name: str
    country: str | None = None
    cue: TextSpan | None = None
    evidence: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Date:
    """When: ISO 8601 days, both inclusive, `value` as in TIMEX3.

    `inferred` marks a date that no expression gives: a plain past in a dated report.
    """

    start: str
    end: str
    granularity: Granularity
    value: str
    inferred: bool = False
    evidence: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """That a place lies where more than one state claims or holds the ground.

    `viewpoint` ("iso" or "control") is the one that the place's country follows; `iso` and
    `control` are the countries by either on the day of the report, None where it is nobody's.
    """

    name: str
    viewpoint: str
    iso: str | None
    control: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where: a named place, WGS 84 degrees, and how precisely the text places it.

    `dispute` is told of every place on disputed ground, so that no choice of a country is silent.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    precision: Precision
    geonames: int | None = None
    dispute: Dispute | None = None
    evidence: tuple[TextSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """How many: a range with its bound, of whom, where, over what time, on whose word.

    `part_of` is the identifier of the figure that this one is counted in ("26 people, including
    four children"): a sum must not take both. `additional` marks what the text tells as on top of
    a count told before, here or in an earlier report ("another 12").
    """

    id: str
    kind: FigureKind
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    who: str | None = None
    place: Place | None = None
    since: Date | None = None
    until: Date | None = None
    sources: tuple[Source, ...] = ()
    evidence: tuple[TextSpan, ...] = ()
    part_of: str | None = None
    additional: bool = False
