"""Whether a record belongs to politics: crime, business and sport tell no events (CODEBOOK: Notes).

A record belongs to it by those who take part or by the means. One that does not is judged by the
company it keeps: an unknown man's arrest counts in a report of an uprising, not in one of a theft.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.records import EventMention, Participant

_RULING: Final = frozenset(
    {"GOV", "MIL", "LEG", "PTY", "OPP", "REB", "PRM", "SPY", "UAF", "ELI", "REF", "PRE"}
)
_BETWEEN_STATES: Final = frozenset({"UNO", "IGO", "EUR", "IMG", "ISM", "NGO"})
_WATCHING: Final = frozenset({"JRN"})
"""Whoever harms them means what they stand for."""
_MEANS: Final = frozenset(
    {"demo", "riot", "strike", "obstruct", "hunger", "suicide-attack", "aerial", "drone",
     "heavy-weapons", "curfew", "martial-law", "censor"}
)  # fmt: skip
_TRADING: Final = frozenset({"BUS", "EDU", "MED"})
"""Who do nothing but their own business among themselves, even where they quarrel."""
_CONFLICT: Final = 4
FAVOURS: Final = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID"})
"""Types of acts that do somebody good."""
_COMPANY: Final = 0.45
"""The share of a report's acts that must belong to politics for the others to count with them."""


def strangers(events: Sequence[EventMention]) -> tuple[bool, ...]:
    """Of each of a report's records, whether it belongs to no politics.

    In political company unknown people and quarrels count; what private people do for one another
    does not.
    """
    own = [_is_political(event) for event in events]
    # One act alone says too little of its report to be struck.
    in_company = (sum(own) + 1) / (len(own) + 1) >= _COMPANY
    return tuple(
        not political and (not in_company or _is_private(event))
        for event, political in zip(events, own, strict=True)
    )


def _is_private(event: EventMention) -> bool:
    """Whether all who take part are known to be private, and it is their own business."""
    sectors = {person.sector for person in (*event.actors, *event.recipients)}
    if not sectors or None in sectors:
        return False
    return event.type in FAVOURS or sectors <= _TRADING


def _is_political(event: EventMention) -> bool:
    if any(map(_rules, (*event.actors, *event.recipients))) or _MEANS & set(event.modes):
        return True
    harmed = event.recipients if event.quad == _CONFLICT else ()
    return any(person.sector in _WATCHING for person in harmed)


def _rules(person: Participant) -> bool:
    return person.sector in _RULING or person.country in _BETWEEN_STATES
