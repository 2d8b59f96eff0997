"""Who holds which place: from captures, falls, withdrawals and "under the control of".

`code_control(doc, cast, toponyms, times, events=(), *, when=None) -> tuple[Control, ...]`, ids c1…
in reading order; one record for each place and holder. `events` are the coded events of the report
(the one whose trigger tells the change is named); `when(clause, trigger_span)` dates what no
expression beside the act dates. Only what is told to have happened counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.clauses import (
    agent_of,
    child,
    children,
    coordinated,
    has_case,
    is_passive,
    lemma_of,
    passive_subject_of,
    subject_of,
)
from dragoman.coding.findings import (
    Cast,
    Time,
    Toponym,
    date_of,
    participants_of,
    text_span,
    time_at,
)
from dragoman.coding.held_places import held_places
from dragoman.coding.status import code_status
from dragoman.language.columns import tokens_tagged
from dragoman.ontology.holding import Holding, load_holding
from dragoman.records.mention import Control, EventMention
from dragoman.records.spans import TextSpan, distinct
from dragoman.records.values import Date, Participant

When = Callable[[Token, Span], Date | None]


@dataclass(frozen=True, slots=True)
class _Change:
    """A holder and the phrases of the places held, found at one trigger."""

    trigger: Token
    clause: Token
    holders: tuple[Token, ...]
    losers: tuple[Token, ...]
    places: tuple[Token, ...]
    holds: bool = False
    falls: bool = False
    partial: bool = False


def code_control(
    doc: Doc,
    cast: Cast,
    toponyms: Sequence[Toponym],
    times: Sequence[Time] = (),
    events: Sequence[EventMention] = (),
    *,
    when: When | None = None,
) -> tuple[Control, ...]:
    """Every place that the text says somebody holds, has taken or has lost."""
    located = [t for t in toponyms if _is_ground(t)]
    if not located:
        return ()
    holding = load_holding()
    found: list[Control] = []
    for token in tokens_tagged(doc, "VERB", "NOUN", "ADJ"):
        change = _change_at(token, holding)
        if change is None or _is_vote(change, cast):
            continue
        if code_status(change.clause, change.trigger) in ("negated", "hypothetical", "future"):
            continue
        since = _since(change, times, when)
        for place, span, extent_ in held_places(change.places, located, partial=change.partial):
            controller = _one(change.holders, cast) or _class_of(change)
            loser = _one(change.losers, cast)
            if controller is None and loser is None and not change.falls:
                continue
            record = Control(
                id="",
                place=place,
                controller=controller,
                from_=loser if loser != controller else None,
                extent=extent_,
                since=since,
                event=_event_at(change.trigger, events),
                evidence=distinct(_evidence(change, span)),
            )
            _merge(found, record)
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(found, 1))


def _is_ground(toponym: Toponym) -> bool:
    """Whether a name is a place that can be held: no demonym, nobody's name."""
    return (
        toponym.place is not None
        and toponym.use != "demonym"
        and toponym.span.root.ent_type_ != "PERSON"
    )


def _is_vote(change: _Change, cast: Cast) -> bool:
    """A person alone who wins or loses a state stands for election there."""
    if lemma_of(change.trigger) not in ("win", "lose", "take", "gain"):
        return False
    entity = next(
        (e for h in (*change.holders, *change.losers) if (e := cast.entity_at(h)) is not None), None
    )
    return entity is not None and entity.kind == "person"


def _change_at(token: Token, holding: Holding) -> _Change | None:
    if token.pos_ == "VERB":
        lemma = lemma_of(token)
        particle = child(token, "compound:prt")
        role = None
        if particle is not None:
            role = holding.verbs.get(f"{lemma}_{particle.lower_}")
        role = role or holding.verbs.get(lemma)
        if (
            token.lower_ in holding.held
            and token.dep_ in ("amod", "acl")
            and _compound_holder(token)
        ):
            return _compound_change(token)
        return _verb_change(token, role) if role is not None else None
    if token.pos_ == "NOUN":
        role = holding.nouns.get(lemma_of(token))
        return _noun_change(token, role, holding) if role is not None else None
    if token.pos_ == "ADJ" and token.lower_ in holding.held and _compound_holder(token):
        return _compound_change(token)
    return None


def _compound_holder(token: Token) -> Token | None:
    """The holder in "rebel-held": the word before the hyphen."""
    if token.i >= 2 and token.nbor(-1).text in ("-", "‑", "–"):
        return token.nbor(-2)
    return None


def _compound_change(token: Token) -> _Change | None:
    holder = _compound_holder(token)
    place = token.head if token.head.i > token.i else None
    if holder is None or place is None:
        return None
    return _Change(token, token, (holder,), (), (place,), holds=True)


def _verb_change(verb: Token, role: str) -> _Change | None:
    passive = is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl")
    subject = agent_of(verb) if passive else subject_of(verb)
    target = passive_subject_of(verb) if passive else child(verb, "obj")
    holders, losers = _all(subject), _from(verb)
    if role in ("take", "hold"):
        if target is None or _is_control(target):
            return None
        holds = role == "hold"
        return _Change(verb, verb, holders, losers, _all(target), holds, falls=passive)
    if role == "fall":
        to = [c for c in children(verb, "obl") if has_case(c, "to") or has_case(c, "under")]
        to += [c for c in children(verb, "obl") if has_case(c, "into") and lemma_of(c) == "hand"]
        if not to and not _falls_alone(verb):
            return None
        winners = tuple(t for c in to for t in _hands_of(c))
        return _Change(verb, verb, winners, (), _all(subject_of(verb)), falls=True)
    if role == "lose":
        if target is None or _is_control(target):
            return None
        to = [c for c in children(verb, "obl", "iobj") if has_case(c, "to") or c.dep_ == "iobj"]
        return _Change(
            verb, verb, tuple(t for c in to for t in coordinated(c)), holders, _all(target)
        )
    out = [
        c
        for c in children(verb, "obl")
        if has_case(c, "from") or (has_case(c, "of") or has_case(c, "out"))
    ]
    places = tuple(t for c in out for t in coordinated(c))
    if role == "leave":
        return _Change(verb, verb, (), _all(subject_of(verb)), places) if places else None
    if role == "oust" and target is not None and places:
        return _Change(verb, verb, holders, _all(target), places)
    return None


def _is_control(token: Token) -> bool:
    return lemma_of(token) in ("control", "hold", "hostage", "place", "part")


def _falls_alone(verb: Token) -> bool:
    """Whether "Damascus fell" is all that is told: no amount, no direction."""
    return not any(c.dep_ in ("obj", "obl", "xcomp", "advmod") for c in verb.rights) or any(
        c.dep_.startswith("obl") and c.pos_ == "PROPN" for c in verb.rights
    )


def _hands_of(token: Token) -> tuple[Token, ...]:
    """Who stands behind "into the hands of the rebels", "under the control of", "under rebel control"."""
    if lemma_of(token) in ("hand", "control", "rule"):
        inner = [c for c in token.children if c.dep_ == "nmod" and has_case(c, "of")]
        inner += children(token, "nmod:poss", "compound", "amod")
        return tuple(t for c in inner for t in coordinated(c))
    return coordinated(token)


def _noun_change(noun: Token, role: str, holding: Holding) -> _Change | None:
    places = tuple(
        t
        for c in noun.rights
        if c.dep_ == "nmod" and (has_case(c, "of") or has_case(c, "over"))
        for t in coordinated(c)
    )
    if places:
        # "control of the province and parts of the city": the parse may join parts to control
        places += tuple(t for t in coordinated(noun)[1:] if t.lower_ in holding.partial_heads)
    partial = any(c.lower_ in holding.partial_words for c in noun.lefts)
    verb = noun.head
    if has_case(noun, "under") and role == "control":
        place = subject_of(verb) or passive_subject_of(verb)
        if noun.dep_ in ("root", "xcomp", "ccomp") or child(noun, "cop") is not None:
            place = child(noun, "nsubj")
        elif noun.dep_ in ("obl", "nmod", "acl") and (place is None or verb.pos_ != "VERB"):
            place = verb
        if place is not None and child(verb, "obj") is not None and verb.pos_ == "VERB":
            place = child(verb, "obj")
        return _Change(noun, verb, _hands_of(noun), (), _all(place), True, partial=partial)
    if not places:
        return None
    owner = child(noun, "nmod:poss")
    by = next((c for c in noun.rights if c.dep_ == "nmod" and has_case(c, "by")), None)
    holders = _all(owner) or _all(by)
    places = tuple(p for p in places if by is None or p != by)
    if role == "fall":
        after = [c for holder in (noun, *places) for c in holder.rights if c.dep_ == "nmod"]
        to = next((c for c in after if has_case(c, "to")), None)
        return _Change(noun, _above(noun), _all(to), (), places, falls=True)
    if role == "control":
        lemma = lemma_of(verb)
        light = holding.light.get(lemma) if noun.dep_ in ("obj", "nsubj:pass") else None
        if light == "lose":
            return _Change(noun, verb, (), _all(subject_of(verb)), places, True, partial=partial)
        if light == "take" and not holders:
            taker = agent_of(verb) if is_passive(verb) else subject_of(verb)
            return _Change(noun, verb, _all(taker), _from(verb), places, partial=partial)
    if not holders and noun.dep_ in ("obl", "obl:agent", "nmod", "conj"):
        # "… capturing the town, followed by control of the province": the subject goes on
        current = verb
        for _ in range(3):
            subject = subject_of(current)
            if subject is not None or current.head == current:
                holders = _all(subject)
                break
            current = current.head
    return _Change(noun, _above(noun), holders, (), places, role == "control", partial=partial)


def _above(noun: Token) -> Token:
    return noun.head if noun.head.pos_ == "VERB" and noun.dep_ in ("obj", "nsubj:pass") else noun


def _all(token: Token | None) -> tuple[Token, ...]:
    return coordinated(token) if token is not None else ()


def _from(verb: Token) -> tuple[Token, ...]:
    found = [c for c in children(verb, "obl", "nmod") if has_case(c, "from")]
    obj = child(verb, "obj")
    if obj is not None:
        found += [c for c in children(obj, "nmod") if has_case(c, "from")]
    return tuple(t for c in found for t in coordinated(c))


def _one(heads: Iterable[Token], cast: Cast) -> Participant | None:
    found = participants_of(heads, cast)
    return found[0] if found else None


def _class_of(change: _Change) -> Participant | None:
    """The holder that only a word before "-held" names: rebels, the government."""
    if not change.holds or not change.holders or not _compound_holder(change.trigger):
        return None
    word = change.holders[0]
    sector = load_holding().sectors.get(word.lower_)
    if sector is None and not word.text[:1].isupper():
        return None
    span = text_span(word.doc[word.i : word.i + 1])
    return Participant(None, word.text, None, sector, None, (span,))


def _since(change: _Change, times: Sequence[Time], when: When | None) -> Date | None:
    skip = () if change.holds else ("since", "until")
    time = time_at((change.trigger, change.clause), times, skip=skip)
    if change.holds and time is not None:
        since = any(c.lower_ == "since" for c in time.span.root.children)
        return date_of(time) if since else None
    if time is not None:
        return date_of(time)
    if when is not None and not change.holds:
        trigger = change.trigger
        return when(change.clause, trigger.doc[trigger.i : trigger.i + 1])
    return None


def _event_at(trigger: Token, events: Sequence[EventMention]) -> str | None:
    start, end = trigger.idx, trigger.idx + len(trigger)
    for event in events:
        for span in (event.trigger, *event.evidence):
            if span.start <= start and end <= span.end and len(span.quote) < 80:
                return event.id
    return None


def _evidence(change: _Change, place: Span) -> list[TextSpan]:
    start, end = change.trigger.i, change.trigger.i + 1
    doc = change.trigger.doc
    while (
        start
        and doc[start - 1].head == change.trigger
        and doc[start - 1].dep_ in ("amod", "compound")
    ):
        start -= 1
    return [text_span(doc[start:end]), text_span(place)]


def _merge(found: list[Control], new: Control) -> None:
    for n, old in enumerate(found):
        same_place = (old.place.geonames, old.place.name) == (new.place.geonames, new.place.name)
        holders = {c.entity for c in (old.controller, new.controller) if c is not None}
        losers = {c.entity for c in (old.from_, new.from_) if c is not None}
        if not same_place or len(holders) > 1 or len(losers) > 1:
            continue
        if old.since is not None and new.since is not None and old.since.value != new.since.value:
            continue
        found[n] = replace(
            old,
            controller=old.controller or new.controller,
            from_=old.from_ or new.from_,
            extent="full" if "full" in (old.extent, new.extent) else "partial",
            since=old.since or new.since,
            event=old.event or new.event,
            evidence=distinct((*old.evidence, *new.evidence)),
        )
        return
    found.append(new)
