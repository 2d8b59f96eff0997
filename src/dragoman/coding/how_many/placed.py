"""Where a count was counted, from the act that it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.records.mention import EventMention
from dragoman.records.values import Figure


def with_event_places(
    figures: Sequence[Figure], events: Sequence[EventMention]
) -> tuple[Figure, ...]:
    """Figures without a place of their own take that of the first placed act they are told with."""
    places = {
        identifier: event.place
        for event in reversed(events)
        if event.place is not None
        for identifier in event.figures
    }
    return tuple(
        figure if figure.place is not None else replace(figure, place=places.get(figure.id))
        for figure in figures
    )
