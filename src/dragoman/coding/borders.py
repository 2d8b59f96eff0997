"""Borders of the codebook that hang on who somebody is to whom, not on the words of the act.

A party that calls for an end to its own war agrees to one, anybody else requests it; crowds that
fight around a protest riot; a visit, talks or help within one organisation are no events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.enemies import Told
from dragoman.coding.what import Trigger
from dragoman.coding.who import Cast
from dragoman.records import EventMention, Participant

_PEACE = frozenset({"ceasefire", "cease-fire", "truce", "armistice", "peace"})
_ENDING = frozenset({"end", "halt", "cessation", "stop", "cease", "finish"})
_WAR = frozenset({"war", "fighting", "hostility", "hostilities", "conflict", "bloodshed"})
_OWN = frozenset({"its", "their", "his", "her", "our"})
_STATE = frozenset({"GOV", "MIL"})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM", "CRM"})
_MARCHES = frozenset(
    {"protest", "march", "rally", "demonstration", "protester", "protestor", "demonstrator",
     "sit-in", "marcher", "rioter"}
)  # fmt: skip
_INNER = frozenset({"CONSULT", "AID", "COOPERATE"})
_AGREE_QUAD = 1


def hold_to_borders(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The acts, with those that the rest of the report puts on the other side of a border."""
    return [_street_fight(item) for item in _deeds_of_thanked(_agreed_to_end(told, cast))]


def _agreed_to_end(told: Sequence[Told], cast: Cast) -> list[Told]:
    fought = [
        (*item.event.actors, *item.event.recipients)
        for item in told
        if item.event.type == "ASSAULT" and item.event.status in ("actual", "future")
    ]
    parties = [p for sides in fought if len(sides) > 1 for p in sides]
    return [_own_peace(item, parties, cast) for item in told]


def _own_peace(item: Told, parties: Sequence[Participant], cast: Cast) -> Told:
    event, trigger = item.event, item.trigger
    if event.type != "REQUEST" or "yield" not in event.modes or not event.actors:
        return item
    words = [t for t in trigger.head.subtree if t.i > trigger.head.i]
    ends = any(t.lemma_.lower() in _ENDING for t in (trigger.head, *words))
    sought = [t for t in words if t.lemma_.lower() in (_PEACE | _WAR if ends else _PEACE)]
    if not sought:
        return item
    enemy = tuple(_enemies((*sought, trigger.head), event, cast))
    own = any(c.lower_ in _OWN and c.dep_ == "nmod:poss" for t in sought for c in t.children)
    party = not event.recipients and all(_is_among(actor, parties) for actor in event.actors)
    if not (enemy or own or party):
        return item
    path = (*event.path, "AGREE: it is the actor's own war that is to end")
    agreed = replace(
        event,
        type="AGREE",
        modes=(),
        quad=_AGREE_QUAD,
        recipients=enemy or event.recipients,
        path=path,
    )
    return replace(item, event=agreed)


def _enemies(words: Iterable[Token], event: EventMention, cast: Cast) -> Iterator[Participant]:
    """With whom peace is sought: "a truce with the rebels"."""
    acting = {actor.entity for actor in event.actors}
    for word in words:
        for child in word.children:
            if child.dep_ in ("nmod", "obl") and any(c.lower_ == "with" for c in child.lefts):
                for token in (child, *(c for c in child.children if c.dep_ == "conj")):
                    yield from (p for p in cast.participants_at(token) if p.entity not in acting)


def _is_among(actor: Participant, parties: Sequence[Participant]) -> bool:
    """Whether somebody is one of those who fight, or speaks for a state that does."""
    return any(
        actor.entity == p.entity
        or (
            actor.country is not None
            and actor.country == p.country
            and actor.sector in _STATE
            and p.sector in _STATE
        )
        for p in parties
    )


def _street_fight(item: Told) -> Told:
    """A clash of crowds, or of a crowd with the police, around a protest is a riot."""
    event = item.event
    if event.type != "ASSAULT" or event.modes != ("clash",) or not event.actors:
        return item
    people = (*event.actors, *event.recipients)
    if any(p.sector in _ARMED for p in people) or all(p.sector == "COP" for p in people):
        return item
    around = item.trigger.head.sent
    if not any(token.lemma_.lower() in _MARCHES for token in around):
        return item
    path = (*event.path, "PROTEST: a crowd fights around a protest")
    return replace(item, event=replace(event, type="PROTEST", modes=("riot",), path=path))


def _deeds_of_thanked(told: Sequence[Told]) -> list[Told]:
    """The acts, where "its" in "thanked Japan for its aid" is whoever is thanked or blamed."""
    judging = [
        item for item in told if item.event.type in ("SUPPORT", "ACCUSE") and item.event.recipients
    ]
    done: list[Told] = []
    for item in told:
        pronouns = item.trigger.actors and all(
            t.lower_ in _OWN and t.dep_ == "nmod:poss" for t in item.trigger.actors
        )
        judge = next((j for j in judging if pronouns and _is_ground(j.trigger, item.trigger)), None)
        thankers = {p.entity for p in judge.event.actors} if judge is not None else set()
        if judge is not None and {p.entity for p in item.event.actors} <= thankers:
            path = (*item.event.path, "actor: who is thanked or blamed for it")
            item = replace(
                item, event=replace(item.event, actors=judge.event.recipients, path=path)
            )
        done.append(item)
    return done


def _is_ground(judging: Trigger, deed: Trigger) -> bool:
    """Whether a deed is what somebody is thanked or blamed for: a "for"-phrase beside an object."""
    head = deed.head
    return (
        head.head == judging.head
        and head.dep_ in ("obl", "advcl")
        and any(c.lower_ in ("for", "over") for c in head.lefts)
    )


def within_one_body(event: EventMention, trigger: Trigger) -> bool:
    """Whether a visit, talks or help never leave one organisation: "visited his own troops"."""
    people = (*event.actors, *event.recipients)
    countries = {p.country for p in people}
    if event.type not in _INNER or len(people) < 2 or len(countries) > 1 or None in countries:
        return False
    sectors = {p.sector for p in people}
    if event.type == "CONSULT" and sectors in ({"MIL"}, {"COP"}):
        return True
    theirs = any(
        child.lower_ in _OWN and child.dep_ == "nmod:poss"
        for token in (*trigger.actors, *trigger.recipients)
        for child in token.children
    )
    return sectors <= _STATE and theirs
