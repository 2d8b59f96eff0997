"""What one report says of one act, statement, document, proceeding or place held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.spans import TextSpan
from dragoman.records.values import Date, Participant, Place, Source

Status = Literal["actual", "future", "hypothetical", "negated", "historical"]
Stance = Literal["concern", "condemn", "support", "demand", "deny", "claim", "promise", "other"]
InstrumentKind = Literal["resolution", "treaty", "agreement", "statute"]
ProceedingKind = Literal["warrant", "case", "indictment", "verdict", "ruling"]
Extent = Literal["full", "partial"]


@dataclass(frozen=True, slots=True)
class EventMention:
    """Who did what to whom, as one report tells it (CODEBOOK: one act, one record).

    `quad` 1-4 and `score` -10…+10 are PLOVER's; `confidence` is 0…1; `coder` names the lexicon
    entry or model that typed the act; `path` says in short lines how it came to be this record.
    """

    id: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    quad: int
    score: float
    status: Status
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    sources: tuple[Source, ...]
    date: Date | None
    place: Place | None
    figures: tuple[str, ...]
    trigger: TextSpan
    evidence: tuple[TextSpan, ...]
    coder: str
    confidence: float
    path: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line: who — type/mode → whom, when, where, status, on whose word."""
        who = ", ".join(p.name for p in self.actors) or "?"
        whom = ", ".join(p.name for p in self.recipients)
        act = "/".join((self.type, *self.modes))
        parts = [f"{who} — {act}" + (f" → {whom}" if whom else "")]
        if self.date:
            parts.append(self.date.value)
        if self.place:
            parts.append(self.place.name)
        if self.status != "actual":
            parts.append(self.status)
        if self.sources:
            parts.append("says " + ", ".join(s.name for s in self.sources))
        return f"{' · '.join(parts)}  “{self.trigger.quote}”"


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says, in the report's words, and where they stand."""

    id: str
    source: Source
    cue: TextSpan | None
    content: tuple[TextSpan, ...]
    addressees: tuple[Participant, ...] = ()
    events: tuple[str, ...] = ()
    stance: Stance = "other"


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal document: a resolution, treaty, agreement or statute."""

    id: str
    kind: InstrumentKind
    body: str | None
    symbol: str | None
    number: str | None
    date: Date | None
    evidence: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True)
class Proceeding:
    """A court's act: a warrant, case, indictment, verdict or ruling."""

    id: str
    court: str | None
    kind: ProceedingKind
    parties: tuple[Participant, ...]
    matter: str | None
    place: Place | None
    date: Date | None
    evidence: tuple[TextSpan, ...]


@dataclass(frozen=True, slots=True)
class Control:
    """Who holds a place, since when, taken from whom."""

    id: str
    place: Place
    controller: Participant | None
    from_: Participant | None
    extent: Extent
    since: Date | None
    event: str | None
    evidence: tuple[TextSpan, ...]
