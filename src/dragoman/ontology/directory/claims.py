"""What reports say of who somebody is, and when enough of them say it.

A claim is that somebody held an office on a day, or that a body belongs to a country and sector. A
report that says so is a sighting. Sightings of one claim are a proposal, which counts once enough
independent reports agree, or once somebody accepts it; struck, it never does.

Rules, all ours: reports are independent where their wording differs, so that a wire story counts
once however many print it, and where their publishers differ or they are of different weeks; three
of them are enough; an office counts from half a year before it was first seen held to half a year
after it was last, unless somebody else was seen in it meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final, Literal

from dragoman.ontology.directory.listings import Alias, Kind, Listing, Office, alias_of
from dragoman.ontology.phrases import key_of

ENOUGH: Final = 3
"""Independent reports after which a claim counts."""
LEEWAY: Final = timedelta(days=183)
"""How long before the first and after the last sighting an office is taken as held."""
LEARNED: Final = "reports"
"""The source of a listing that was learned."""

Verdict = Literal["accepted", "struck"]
State = Literal["proposed", "contested", "agreed", "accepted", "struck"]

_SOLE: Final = frozenset(
    {
        "president", "prime minister", "chancellor", "king", "queen", "supreme leader", "pope",
        "foreign minister", "defense minister", "interior minister", "finance minister",
        "justice minister", "secretary-general", "governor-general", "crown prince",
    }
)  # fmt: skip
"""Offices of a country that one person holds at a time."""


@dataclass(frozen=True, slots=True)
class Claim:
    """That somebody of that name is of that country and sector; for a person, in that office."""

    name: str
    kind: Kind
    country: str
    sector: str
    title: str = ""

    @property
    def key(self) -> str:
        """What tells claims apart, whatever the spelling: ten hex digits."""
        parts = (" ".join(key_of(self.name)), self.kind, self.country, self.title)
        return sha256("|".join(parts).encode()).hexdigest()[:10]

    @property
    def office(self) -> tuple[str, str] | None:
        """Title and country where only one person can hold the office at a time."""
        return (self.title, self.country) if self.title in _SOLE else None


@dataclass(frozen=True, slots=True)
class Sighting:
    """A report that makes a claim: the characters `[start, end)` of its text, and their sentence.

    `report` is the report's sha256; `day` when it was published, None where that is not known;
    `aliases` other names that the report gives.
    """

    claim: Claim
    report: str
    day: date | None
    quote: str
    start: int
    end: int
    sentence: str = ""
    publisher: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The sightings of one claim, and what has become of it."""

    claim: Claim
    sightings: tuple[Sighting, ...]
    state: State

    @property
    def reports(self) -> int:
        return independent(self.sightings)

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which it was seen; None where no report has a date."""
        return _days(self.sightings)

    @property
    def counts(self) -> bool:
        return self.state in ("agreed", "accepted")


def independent(sightings: Iterable[Sighting]) -> int:
    """How many independent reports there are: as many as differ in wording, and in publisher or
    calendar week."""
    found = list(sightings)
    voices = {_voice(sighting) for sighting in found}
    wordings = {key_of(s.sentence or s.quote) for s in found}
    return min(len(voices), len(wordings))


def _voice(sighting: Sighting) -> tuple[object, ...]:
    if sighting.publisher is None:
        return (sighting.report,)
    week = sighting.day.isocalendar()[:2] if sighting.day is not None else ()
    return (sighting.publisher.casefold(), *week)


def propose(sightings: Iterable[Sighting], verdicts: Mapping[str, Verdict]) -> tuple[Proposal, ...]:
    """The proposals that sightings make, by name; `verdicts` are a person's, by claim key."""
    groups: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.claim.key, []).append(sighting)
    found = [
        Proposal(_spelt(group), tuple(sorted(group, key=_by_day)), verdicts.get(key, "proposed"))
        for key, group in groups.items()
    ]
    found = [_weighed(proposal, found) for proposal in found]
    return tuple(sorted(found, key=lambda p: (key_of(p.claim.name), p.claim.key)))


def _weighed(proposal: Proposal, others: Sequence[Proposal]) -> Proposal:
    """The proposal with the state that its sightings give, where nobody has judged it."""
    if proposal.state != "proposed" or proposal.reports < ENOUGH:
        return proposal
    dated = proposal.days is not None or not proposal.claim.title
    if not dated:
        return proposal
    rivals = [
        other
        for other in others
        if other.claim.office is not None
        and other.claim.office == proposal.claim.office
        and other.claim.key != proposal.claim.key
        and other.state != "struck"
        and _overlap(proposal, other)
    ]
    stronger = any(r.state == "accepted" or r.reports * 2 >= proposal.reports for r in rivals)
    return replace(proposal, state="contested" if stronger else "agreed")


def _overlap(one: Proposal, other: Proposal) -> bool:
    if one.days is None or other.days is None:
        return True
    return one.days[0] < other.days[1] and other.days[0] < one.days[1]


def listings_of(proposals: Iterable[Proposal]) -> tuple[tuple[Listing, tuple[Alias, ...]], ...]:
    """The listings, with their names, of all proposals that count; one for each name and kind."""
    counting = [p for p in proposals if p.counts]
    groups: dict[tuple[tuple[str, ...], Kind], list[Proposal]] = {}
    for proposal in counting:
        groups.setdefault((key_of(proposal.claim.name), proposal.claim.kind), []).append(proposal)
    return tuple(_listing(group, counting) for group in groups.values())


def _listing(
    group: Sequence[Proposal], counting: Sequence[Proposal]
) -> tuple[Listing, tuple[Alias, ...]]:
    latest = sorted(group, key=lambda p: p.days[1] if p.days else date.min, reverse=True)
    claim = latest[0].claim
    offices = tuple(_office(p, counting) for p in latest if p.claim.title)
    listing = Listing(
        claim.name,
        claim.kind,
        claim.country,
        tuple(dict.fromkeys(p.claim.sector for p in latest)),
        offices=offices,
        source=LEARNED,
    )
    forms = [claim.name, *(a for p in latest for s in p.sightings for a in s.aliases)]
    if claim.kind == "person":
        forms.append(f"~{claim.name.split()[-1]}")
    return listing, tuple(alias_of(listing, form) for form in dict.fromkeys(forms))


def _office(proposal: Proposal, counting: Iterable[Proposal]) -> Office:
    """The office with the days that it is taken as held: as seen, with leeway on both sides."""
    claim, days = proposal.claim, proposal.days
    if days is None:
        return Office(claim.title, claim.country, claim.sector, None, None)
    start, end = days[0] - LEEWAY, days[1] + LEEWAY
    for other in counting:
        same = other.claim.office is not None and other.claim.office == claim.office
        if same and other.claim.key != claim.key and other.days is not None:
            if other.days[1] <= days[0]:
                start = max(start, other.days[1])
            elif other.days[0] >= days[1]:
                end = min(end, other.days[0])
    return Office(claim.title, claim.country, claim.sector, start, end)


def _spelt(group: Sequence[Sighting]) -> Claim:
    """The claim as most of its sightings spell it."""
    return Counter(s.claim for s in sorted(group, key=_by_day)).most_common(1)[0][0]


def _by_day(sighting: Sighting) -> tuple[date, str, int]:
    return (sighting.day or date.min, sighting.report, sighting.start)


def _days(sightings: Iterable[Sighting]) -> tuple[date, date] | None:
    days = [s.day for s in sightings if s.day is not None]
    return (min(days), max(days)) if days else None
