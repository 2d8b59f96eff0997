"""Participants that a clause leaves to the rest of the report.

Three things readers supply without noticing, each from words that stand elsewhere in the report
and are the participant's evidence: who "we" are in a statement that nobody is quoted for; whose
doing is welcomed or condemned; and against whom a party fights that has one enemy in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from dragoman.coding.what import Trigger
from dragoman.records import EventMention, Participant

_SPEAKING = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_FIGHTING = frozenset(
    {"aerial", "territory", "heavy-weapons", "explosives", "clash", "destroy", "drone", "firearms",
     "targeted"}
)  # fmt: skip
_FIGHTERS = frozenset({"MIL", "REB", "UAF", "PRM", "GOV", "COP"})


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger with the act it tells, before repeats are joined."""

    trigger: Trigger
    event: EventMention


def complete_participants(told: Sequence[Told]) -> tuple[EventMention, ...]:
    """The events with the sides that the rest of the report supplies."""
    spoken = _with_speakers(told)
    judged = _with_doers(spoken)
    return tuple(item.event for item in _with_adversaries(judged))


def _with_speakers(told: Sequence[Told]) -> list[Told]:
    """"We" and "I" outside any quotation are whoever the report last let speak."""
    completed: list[Told] = []
    voice: tuple[Participant, ...] = ()
    for item in told:
        trigger, event = item.trigger, item.event
        if not event.actors and event.type in _SPEAKING and _is_first_person(trigger):
            if voice:
                item = replace(item, event=replace(event, actors=voice))
        elif event.actors and event.type in _SPEAKING and not event.sources:
            if all(actor.sector in ("GOV", "MIL", "LEG", None) for actor in event.actors):
                voice = event.actors[:1]
        completed.append(item)
    return completed


def _is_first_person(trigger: Trigger) -> bool:
    if any(token.lower_ in _FIRST_PERSON for token in trigger.actors):
        return True
    if trigger.by_speaker:
        return True
    words = (trigger.head, *trigger.evidence)
    return any(child.lower_ in ("our", "my") for word in words for child in word.children)


def _with_doers(told: Sequence[Told]) -> list[Told]:
    """The recipient of a judgement is the doer of what is judged, where the text names one."""
    by_head = {item.trigger.head.i: item for item in told}
    completed = []
    for item in told:
        event = item.event
        if event.type in _JUDGING and not event.recipients:
            doers = _doers(item.trigger, by_head)
            acting = {actor.entity for actor in event.actors}
            doers = tuple(p for p in doers if p.entity not in acting)
            if doers:
                item = replace(item, event=replace(event, recipients=doers))
        completed.append(item)
    return completed


def _doers(trigger: Trigger, by_head: dict[int, Told]) -> tuple[Participant, ...]:
    """The actors of the first act told inside what the judgement is about."""
    for token in _objects(trigger):
        for inner in token.subtree:
            judged = by_head.get(inner.i)
            if judged is not None and judged.trigger is not trigger and judged.event.actors:
                return judged.event.actors
    return ()


def _objects(trigger: Trigger) -> Iterable[Token]:
    for anchor in dict.fromkeys((trigger.head, trigger.clause)):
        for child in anchor.children:
            if child.i > anchor.i and child.dep_ in ("obj", "obl", "nmod", "ccomp", "xcomp"):
                yield child


def _with_adversaries(told: Sequence[Told]) -> list[Told]:
    """Fills the open side of a fight where the report gives the other side one enemy only."""
    enemies: dict[str, dict[str, Participant]] = {}
    for item in told:
        event = item.event
        if event.type != "ASSAULT" or event.status == "negated":
            continue
        sides = (event.actors, event.recipients)
        if not event.recipients and len(event.actors) == 2:
            sides = (event.actors[:1], event.actors[1:])
        for one in sides[0]:
            for other in sides[1]:
                if _fights(one) and _fights(other):
                    enemies.setdefault(_side(one), {}).setdefault(_side(other), other)
                    enemies.setdefault(_side(other), {}).setdefault(_side(one), one)
    completed = []
    for item in told:
        event = item.event
        if _lacks_victim(event):
            against = [enemies.get(_side(actor), {}) for actor in event.actors if _fights(actor)]
            found = {side: enemy for enemy_of in against for side, enemy in enemy_of.items()}
            own = {_side(actor) for actor in event.actors}
            if len(found) == 1 and not own & set(found):
                event = replace(event, recipients=tuple(found.values()))
        completed.append(replace(item, event=event))
    return completed


def _lacks_victim(event: EventMention) -> bool:
    return (
        event.type == "ASSAULT"
        and bool(event.actors)
        and not event.recipients
        and (not event.modes or bool(set(event.modes) & _FIGHTING))
    )


def _fights(participant: Participant) -> bool:
    return participant.sector in _FIGHTERS


def _side(participant: Participant) -> str:
    """A side of a war: a country's forces are one with it, an armed group is itself."""
    if participant.sector in ("MIL", "GOV", "COP") and participant.country:
        return participant.country
    return participant.entity or participant.name
