"""Acts that would tell nobody anything, and so make no record: each with the reason why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.politics import FAVOURS, strangers
from dragoman.records import EventMention

_BETWEEN: Final = 2
_VERBAL: Final = frozenset({1, 3})
"""Quad classes of acts that are done by words."""
_ELECTED: Final = frozenset({"LEG", "PTY", "ELI"})
_FORCES: Final = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
_WITHOUT_MEANS: Final = frozenset({"clash", "territory"})
_CHARGES: Final = frozenset({"allege", "investigate"})
"""Somebody stands accused or investigated even where the text leaves open by whom."""


def silent_acts(events: Sequence[EventMention]) -> list[str]:
    """Why each of a report's acts makes no record; empty where it makes one."""
    reasons = [_silence(event) for event in events]
    told = [n for n, reason in enumerate(reasons) if not reason]
    for n, strange in zip(told, strangers([events[n] for n in told]), strict=True):
        if strange:
            reasons[n] = "nobody in it belongs to politics, nor does the report"
    return reasons


def _silence(event: EventMention) -> str:
    """Why a record would tell nobody anything: words need a speaker, deeds a side or place.

    Empty where it would.
    """
    if event.type == "ASSAULT" and _is_figure_of_speech(event):
        return "a politician who fights in words"
    unreal = event.status in ("hypothetical", "negated") and event.type in FAVOURS
    if unreal and not event.recipients and len(event.actors) < _BETWEEN:
        return "a favour that is not told as done, to nobody in particular"
    if event.type == "CONSULT" and _is_interview(event):
        return "an interview: what is said to the press is no event of its own"
    if event.type == "CONSULT" and _is_at_home(event):
        return "a visit at home, and whom it met is not told"
    if event.quad in _VERBAL:
        charged = event.type == "ACCUSE" and bool(event.recipients) and event.status == "actual"
        if event.actors or (charged and bool(_CHARGES & set(event.modes))):
            return ""
        return "an act of words, and whose is not told"
    if event.actors or event.recipients or event.place or event.figures:
        return ""
    return "nobody who takes part, no place and no figure is told"


def _is_figure_of_speech(event: EventMention) -> bool:
    """Whether a politician without an army "battles" somebody, and no means or harm is told."""
    if len(event.actors) != 1 or event.figures or not set(event.modes) <= _WITHOUT_MEANS:
        return False
    armed = any(person.sector in _FORCES for person in event.recipients)
    return event.actors[0].sector in _ELECTED and not armed


def _is_interview(event: EventMention) -> bool:
    """Whether all but one of those who talk are of the press."""
    people = (*event.actors, *event.recipients)
    press = [person for person in people if person.sector == "JRN"]
    return bool(press) and len(people) - len(press) <= 1


def _is_at_home(event: EventMention) -> bool:
    """Whether a leader tours a place of his own country, which is no meeting."""
    if "visit" not in event.modes or len(event.actors) != 1 or event.place is None:
        return False
    home = event.actors[0].country
    others = any(person.country != home or person.sector != "GOV" for person in event.recipients)
    return home is not None and event.place.country == home and not others
