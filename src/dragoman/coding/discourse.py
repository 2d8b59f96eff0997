"""Participants that a clause leaves to the rest of the report.

Three things readers supply without noticing, each from words that stand elsewhere in the report
and are the participant's evidence: who "we" are in a statement that nobody is quoted for; whose
doing is welcomed or condemned; and against whom a party fights (`enemies`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.coding.enemies import Told, with_enemies
from dragoman.coding.what import Trigger
from dragoman.coding.who import Cast
from dragoman.ontology.reference import reference_words
from dragoman.records import EventMention, Participant

_SPEAKING = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
_FIRST_PERSON = reference_words("first")


def complete_participants(doc: Doc, cast: Cast, told: Sequence[Told]) -> tuple[EventMention, ...]:
    """The events with the sides that the rest of the report supplies."""
    judged = _with_doers(_with_speakers(told))
    return tuple(item.event for item in with_enemies(doc, cast, judged))


def _with_speakers(told: Sequence[Told]) -> list[Told]:
    """ "We" and "I" outside any quotation are whoever the report last let speak."""
    completed: list[Told] = []
    voice: tuple[Participant, ...] = ()
    for item in told:
        trigger, event = item.trigger, item.event
        if not event.actors and event.type in _SPEAKING and _is_first_person(trigger):
            if voice:
                path = (*event.path, "actor: whoever the report let speak before")
                item = replace(item, event=replace(event, actors=voice, path=path))
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
                path = (*event.path, "recipient: who did what is judged")
                item = replace(item, event=replace(event, recipients=doers, path=path))
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
