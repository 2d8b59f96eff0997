"""Whose ground a foreign state's attack hits, where the clause tells only what was hit and where.

"The jets hit an airport in the port city": an airport, a base or a ministry is a state's, and the
place says which. Told only of a state that attacks abroad, and only where no enemy is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dragoman.coding.enemies import Told
from dragoman.coding.findings import text_span
from dragoman.coding.who import Cast
from dragoman.ontology.countries import country_of_code
from dragoman.ontology.sides import load_sides
from dragoman.records import Participant

_STATE = frozenset({"GOV", "MIL", "SPY"})
_PLACING = frozenset({"in", "near", "at", "outside", "inside", "of"})


def with_ground(cast: Cast, told: Sequence[Told]) -> list[Told]:
    """The attacks with the country whose installation they hit as recipient."""
    return [_on_ground(cast, item) for item in told]


def _on_ground(cast: Cast, item: Told) -> Told:
    event = item.event
    if event.type != "ASSAULT" or event.recipients or not event.actors:
        return item
    if not all(_is_state(actor) for actor in event.actors):
        return item
    own = {actor.country for actor in event.actors}
    for place in _places(item.trigger.head, item.trigger.recipients):
        entity = cast.entity_at(place)
        code = entity.country if entity is not None else None
        nation = next((e for e in cast.entities if e.kind == "country" and e.country == code), None)
        if code is not None and code not in own and nation is not None:
            evidence = (text_span(place.doc[place.i : place.i + 1]),)
            hit = Participant(nation.id, nation.name, code, "GOV", None, evidence)
            path = (*event.path, "recipient: whose ground it hits")
            return replace(item, event=replace(event, recipients=(hit,), path=path))
    return item


def _is_state(participant: Participant) -> bool:
    country = country_of_code(participant.country or "")
    return participant.sector in _STATE and country is not None and country.kind == "state"


def _places(verb: Token, things: Sequence[Token]) -> Iterator[Token]:
    """Where the state's installations among the things stand."""
    for thing in things:
        if thing.lemma_.lower() not in load_sides().installations:
            continue
        for child in (*thing.children, *verb.children):
            cases = {c.lower_ for c in child.children if c.dep_ == "case"}
            told = child.dep_ in ("nmod", "obl") and child.i > thing.i
            if told and child.ent_type_ == "LOC" and cases & _PLACING:
                yield child
