"""Against whom a party fights, where the clause does not say but the report does.

"Soldiers retook the town" is told against those whom the report has them fight. Two kinds of words
tell it: another act with both sides named, and words that set an armed group up as the enemy ("the
fight against the group", "group-held villages", "the group's positions"). Where more than one group
could be meant, the one named in the same sentence is; where that leaves two, nobody is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from dragoman.coding.what import Trigger
from dragoman.coding.who import Cast
from dragoman.ontology.sides import load_sides
from dragoman.ontology.word_classes import class_words
from dragoman.records import EventMention, Participant

_FIGHTING = frozenset(
    {"aerial", "territory", "heavy-weapons", "explosives", "clash", "destroy", "drone", "firearms",
     "targeted"}
)  # fmt: skip
_FIGHTERS = frozenset({"MIL", "REB", "UAF", "PRM", "GOV", "COP"})
_IN_SIGHT = 80
"""Tokens, about three sentences, over which an enemy stays in mind."""
_AGAINST = frozenset({"against", "from"})
_WITH = frozenset({"with", "on"})
"""Beside words for war: elsewhere they tell of allies and of ground."""
_UNKNOWN = frozenset({"UAF", "COP", "CRM"})
"""Those who fight nobody's war: gunmen of no known group, police, gangs."""


@dataclass(frozen=True, slots=True)
class Told:
    """A trigger with the act it tells, before repeats are joined."""

    trigger: Trigger
    event: EventMention


def with_enemies(doc: Doc, cast: Cast, told: Sequence[Told]) -> list[Told]:
    """The acts with the open side of a fight filled where the report leaves no doubt."""
    if not any(map(_is_open, told)):
        return list(told)
    war = _War(doc, cast, told)
    return [_against(item, war.enemy(item)) if _is_open(item) else item for item in told]


def _against(item: Told, enemy: tuple[Participant, ...]) -> Told:
    """The act with those it is against, as far as they were found."""
    if not enemy:
        return item
    path = (*item.event.path, "recipient: whom the report has them fight")
    return replace(item, event=replace(item.event, recipients=enemy, path=path))


def _is_open(item: Told) -> bool:
    event = item.event
    told = [p for p in event.recipients if not _is_the_enemy(p)]
    return (
        event.type == "ASSAULT"
        and bool(event.actors)
        and not told
        and not (item.trigger.reciprocal and len(event.actors) > 1)
        and (not event.modes or bool(set(event.modes) & _FIGHTING))
        and all(_fights(actor) or "territory" in event.modes for actor in event.actors)
    )


def _is_the_enemy(participant: Participant) -> bool:
    """Whether somebody is only called the enemy, whoever that is: "enemy forces"."""
    return "enemy" in participant.name.casefold().split()


class _War:
    """Who fights whom in one report."""

    def __init__(self, doc: Doc, cast: Cast, told: Sequence[Told]) -> None:
        self.doc = doc
        self.cast = cast
        self.told = told

    def enemy(self, item: Told) -> tuple[Participant, ...]:
        sides = {_side(actor) for actor in item.event.actors}
        named = {
            side: enemy
            for own in sides
            for side, enemy in self.opposed.get(own, {}).items()
            if side not in sides
        }
        if len(named) == 1 and not self.cast.is_roundup:
            return tuple(named.values())
        if sides & self.hostile.keys():
            return ()
        if any(actor.sector in _UNKNOWN for actor in item.event.actors):
            return ()
        head = item.trigger.head
        meant = {
            side: min(tokens, key=lambda token: abs(token.i - head.i))
            for side, tokens in self._named_about(head.sent).items()
            if side not in sides
        }
        if not meant and not self.cast.is_roundup:
            meant = self._last_named(head.sent.start, sides)
        if len(meant) != 1:
            return ()
        return self.cast.participants_at(next(iter(meant.values())))[:1]

    def _named_about(self, sentence: Span) -> dict[str, list[Token]]:
        """The enemies named in a sentence; all of the report's where there is one only."""
        if len(self.hostile) == 1 and not self.cast.is_roundup:
            return self.hostile
        inside = {
            side: [token for token in tokens if sentence.start <= token.i < sentence.end]
            for side, tokens in self.hostile.items()
        }
        return {side: tokens for side, tokens in inside.items() if tokens}

    def _last_named(self, start: int, sides: set[str]) -> dict[str, Token]:
        """The enemy named last before a sentence, within sight of it."""
        before = [
            (token.i, side, token)
            for side, tokens in self.hostile.items()
            if side not in sides
            for token in tokens
            if start - _IN_SIGHT <= token.i < start
        ]
        if not before:
            return {}
        _, side, token = max(before, key=lambda item: item[0])
        return {side: token}

    @cached_property
    def opposed(self) -> dict[str, dict[str, Participant]]:
        """For each side those that some act of the report sets against it."""
        found: dict[str, dict[str, Participant]] = {}
        for item in self.told:
            event = item.event
            if event.type != "ASSAULT" or event.status == "negated":
                continue
            ones, others = event.actors, event.recipients
            if not others and len(ones) == 2:
                ones, others = ones[:1], ones[1:]
            for one in filter(_fights, ones):
                for other in filter(_fights, others):
                    found.setdefault(_side(one), {}).setdefault(_side(other), other)
                    found.setdefault(_side(other), {}).setdefault(_side(one), one)
        return found

    @cached_property
    def hostile(self) -> dict[str, list[Token]]:
        """The armed groups that the report's words make an enemy, with their mentions."""
        mentions: dict[str, list[Token]] = {}
        enemies: set[str] = set()
        for token in self.doc:
            if token.pos_ not in ("PROPN", "NOUN"):
                continue
            entity = self.cast.entity_at(token)
            if entity is None or entity.kind != "armed_group" or "MIL" in entity.sectors:
                continue
            mentions.setdefault(entity.id, []).append(token)
            if _is_fought(token):
                enemies.add(entity.id)
        hostile = {side: tokens for side, tokens in mentions.items() if side in enemies}
        named = {
            side: tokens
            for side, tokens in hostile.items()
            if any(token.pos_ == "PROPN" for token in tokens)
        }
        return named or hostile


def _is_fought(token: Token) -> bool:
    words = load_sides()
    head = token.head
    lemma = head.lemma_.lower()
    if token.dep_ in ("compound", "nmod:poss", "amod"):
        if lemma in words.hostile or lemma in class_words("rebel"):
            return True
        if head.dep_ in ("obj", "nsubj:pass") and head.head.lemma_.lower() in words.fought:
            return True
    if token.dep_ in ("obj", "nsubj:pass") and lemma in words.fought:
        return True
    if token.dep_ in ("nmod", "obl") and lemma in words.war:
        if any(child.lower_ in _WITH and child.dep_ == "case" for child in token.lefts):
            return True
    if any(child.lower_ in _AGAINST and child.dep_ == "case" for child in token.lefts):
        return True
    after = token.doc[token.i + 1 : token.i + 3]
    if any(near.lower_ in words.held for near in after) and after[0].text in ("-", "‑"):
        return True
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    return before in ("counter-", "anti-") or any(
        child.lemma_.lower() in ("terrorist", "terror", "jihadist") for child in token.lefts
    )


def _fights(participant: Participant) -> bool:
    return participant.sector in _FIGHTERS


def _side(participant: Participant) -> str:
    """A side of a war: a country's forces are one with it, an armed group is itself."""
    if participant.sector in ("MIL", "GOV", "COP") and participant.country:
        return participant.country
    return participant.entity or participant.name
