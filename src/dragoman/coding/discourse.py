"""Participants that a clause leaves to the rest of the report.

Three things readers supply without noticing, each from words that stand elsewhere in the report
and are the participant's evidence: who "we" are in a statement that nobody is quoted for; whose
doing is welcomed or condemned; and against whom a party fights (`enemies`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from dragoman.coding.borders import hold_to_borders
from dragoman.coding.enemies import Told, with_enemies
from dragoman.coding.ground import with_ground
from dragoman.coding.what import Trigger
from dragoman.coding.who import Cast
from dragoman.ontology.reference import reference_words
from dragoman.records import EventMention, Participant

_SPEAKING = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
_JUDGING = frozenset({"SUPPORT", "ACCUSE"})
_FIRST_PERSON = reference_words("first")


def complete_participants(doc: Doc, cast: Cast, told: Sequence[Told]) -> tuple[EventMention, ...]:
    """The events with the sides that the rest of the report supplies."""
    spoken = _agreed_at_meetings(_with_speakers(told))
    judged = _with_doers(_with_shared_doers(spoken), cast)
    fought = with_enemies(doc, cast, judged)
    return tuple(item.event for item in hold_to_borders(with_ground(cast, fought), cast))


def _with_speakers(told: Sequence[Told]) -> list[Told]:
    """ "We" and "I" outside any quotation are whoever the report last let speak."""
    completed: list[Told] = []
    voice: tuple[Participant, ...] = ()
    for item in told:
        trigger, event = item.trigger, item.event
        own = event.type in _SPEAKING and _is_first_person(trigger)
        if not event.actors and (own or _says_we(trigger)):
            if voice:
                path = (*event.path, "actor: whoever the report let speak before")
                item = replace(item, event=replace(event, actors=voice, path=path))
        elif event.actors and voice and _is_our_own(trigger):
            ours = tuple(replace(a, country=a.country or voice[0].country) for a in event.actors)
            item = replace(item, event=replace(event, actors=ours))
        elif event.actors and event.type in _SPEAKING and not event.sources:
            if all(actor.sector in ("GOV", "MIL", "LEG", None) for actor in event.actors):
                voice = event.actors[:1]
        completed.append(item)
    return completed


def _is_our_own(trigger: Trigger) -> bool:
    """Whether "our ambassador", "our forces" act: whose they are is who speaks."""
    return any(
        child.lower_ in ("our", "my")
        for token in trigger.actors
        if token.lemma_.lower() not in _OTHERS
        for child in token.children
    )


_OTHERS = frozenset(
    {"ally", "partner", "friend", "neighbour", "neighbor", "counterpart", "colleague", "enemy",
     "adversary", "rival", "competitor"}
)  # fmt: skip
"""Those who are others for being ours."""


def _agreed_at_meetings(told: Sequence[Told]) -> list[Told]:
    """ "We agreed", said by one who has just met others, is what all of them agreed."""
    completed: list[Told] = []
    met: Told | None = None
    for item in told:
        event = item.event
        if event.type == "CONSULT" and len(event.actors) > 1 and event.status == "actual":
            met = item
        elif met is not None and _is_joint_promise(item) and _met_by(met, item):
            path = (*event.path, "actor: those who met before")
            item = replace(item, event=replace(event, actors=met.event.actors, path=path))
        completed.append(item)
    return completed


def _is_joint_promise(item: Told) -> bool:
    """Whether several agree in it who are only called "we", "they", "both"."""
    event, trigger = item.event, item.trigger
    alone = len(event.actors) == 1 and not event.recipients
    several = any(token.lower_ in ("we", "they", "both") for token in trigger.actors)
    return event.type == "AGREE" and trigger.head.lemma_ == "agree" and alone and several


def _met_by(met: Told, item: Told) -> bool:
    """Whether the meeting was told shortly before, and the one who speaks was at it."""
    near = item.trigger.head.i - met.trigger.head.i < _MEETING_IN_MIND
    own = item.event.actors[0]
    return near and any(
        p.entity == own.entity or (p.country is not None and p.country == own.country)
        for p in met.event.actors
    )


_MEETING_IN_MIND = 120
"""Tokens over which a report that quotes who met still speaks of their meeting."""


def _with_shared_doers(told: Sequence[Told]) -> list[Told]:
    """Who did the first of two harms told in one breath did the second: "shot by police and held"."""
    by_clause = {item.trigger.clause.i: item for item in told if item.event.actors}
    completed: list[Told] = []
    for item in told:
        clause, event = item.trigger.clause, item.event
        if event.type in _HARMING and not event.actors and _is_bare_passive(clause):
            before = _clause_before(clause)
            first = by_clause.get(before.i) if before is not None else None
            if first is not None and first.event.type in _HARMING and _names_agent(first):
                path = (*event.path, "actor: who did what is told beside it")
                item = replace(item, event=replace(event, actors=first.event.actors, path=path))
        completed.append(item)
    return completed


_HARMING = frozenset({"ASSAULT", "COERCE", "SANCTION"})


def _is_bare_passive(clause: Token) -> bool:
    return any(child.dep_ == "aux:pass" for child in clause.children)


def _clause_before(clause: Token) -> Token | None:
    """The clause that this one is coordinated with, or that stands beside it before it."""
    if clause.dep_ == "conj":
        return clause.head
    if clause.dep_ != "parataxis":
        return None
    beside = [c for c in clause.head.children if c.dep_ == "parataxis" and c.i < clause.i]
    return beside[-1] if beside else clause.head


def _names_agent(item: Told) -> bool:
    """Whether the doers stand as a passive's agent, not as subject of another verb."""
    return _is_bare_passive(item.trigger.clause) and all(
        token.i > item.trigger.clause.i for token in item.trigger.actors
    )


def _says_we(trigger: Trigger) -> bool:
    return any(token.lower_ in _FIRST_PERSON for token in trigger.actors)


def _is_first_person(trigger: Trigger) -> bool:
    if trigger.by_speaker or _says_we(trigger):
        return True
    words = (trigger.head, *trigger.evidence)
    return any(child.lower_ in ("our", "my") for word in words for child in word.children)


def _with_doers(told: Sequence[Told], cast: Cast) -> list[Told]:
    """The recipient of a judgement is the doer of what is judged, where the text names one."""
    by_head = {item.trigger.head.i: item for item in told}
    completed = []
    for item in told:
        event = item.event
        if event.type in _JUDGING and not event.recipients:
            doers = _doers(item.trigger, by_head, cast)
            acting = {actor.entity for actor in event.actors}
            doers = tuple(p for p in doers if p.entity not in acting)
            if doers:
                path = (*event.path, "recipient: who did what is judged")
                item = replace(item, event=replace(event, recipients=doers, path=path))
        completed.append(item)
    return completed


def _doers(trigger: Trigger, by_head: dict[int, Told], cast: Cast) -> tuple[Participant, ...]:
    """Those who did the first act told inside what the judgement is about, or own up to it."""
    for token in _objects(trigger):
        for inner in token.subtree:
            judged = by_head.get(inner.i)
            if judged is not None and judged.trigger is not trigger and judged.event.actors:
                return judged.event.actors
            owned = inner.dep_ in ("acl", "acl:relcl") and inner.lemma_ in _OWNING
            if owned and inner.tag_ in ("VBN", "VBD"):
                agents = (child for child in inner.children if child.dep_ == "obl:agent")
                if people := tuple(p for a in agents for p in cast.participants_at(a)):
                    return people
    return ()


_OWNING = frozenset({"claim", "commit", "perpetrate", "carry", "launch", "order", "stage", "mount"})
"""Participles that tell whose an act is: "an attack claimed by the group"."""


def _objects(trigger: Trigger) -> Iterable[Token]:
    for anchor in dict.fromkeys((trigger.head, trigger.clause)):
        for child in anchor.children:
            after = child.i > anchor.i and child.dep_ in ("obj", "obl", "nmod", "ccomp", "xcomp")
            if after or child.dep_ == "nsubj:pass":
                yield child
