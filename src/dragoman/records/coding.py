"""All that one report was coded to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.records.mention import Control, EventMention, Instrument, Proceeding, Statement
from dragoman.records.report import Report
from dragoman.records.values import Entity, Figure


@dataclass(frozen=True, slots=True)
class Coding:
    """A report and its records; identifiers in them are local to this report."""

    report: Report
    entities: tuple[Entity, ...] = ()
    events: tuple[EventMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    control: tuple[Control, ...] = ()

    @property
    def contexts(self) -> tuple[str, ...]:
        """The contexts of the report: its records', those that most of them bear first."""
        borne = Counter(name for event in self.events for name in event.contexts)
        return tuple(name for name, _ in borne.most_common())

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id. Raises KeyError where the report has none."""
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def __str__(self) -> str:
        title = self.report.title or self.report.id
        return "\n".join((f"{title}: {len(self.events)} events", *map(str, self.events)))
