"""Who: the persons, bodies, groups, countries and peoples of a report, and who stands where.

What the text says comes first, then the directory (read for the report's date), then what a title
alone implies, last the country that the report speaks of around.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dragoman.coding.who.affiliation import CONTEXT, IMPLIED
from dragoman.coding.who.counterparts import (
    identify,
    resolve_groups,
    resolve_plurals,
    share_countries,
)
from dragoman.coding.who.dossiers import entity_of, merged_profile
from dragoman.coding.who.draft import Draft, evidence, outermost, title_of
from dragoman.coding.who.offices import is_plain
from dragoman.coding.who.profile import Profile
from dragoman.coding.who.shared_titles import share_titles
from dragoman.coding.who.stand_ins import (
    claim_assets,
    claim_first_persons,
    claim_modifiers,
    claim_relatives,
    claim_unclaimed,
)
from dragoman.language.coreference import Chain, read_chains
from dragoman.records.report import Report
from dragoman.records.values import Entity, Participant, Role


@dataclass(frozen=True, slots=True)
class Cast:
    """A report's entities and the phrases that mean them, by token index."""

    entities: tuple[Entity, ...]
    _owners: dict[int, tuple[int, ...]]
    _ranges: dict[int, tuple[int, int]]
    _inner: dict[int, int]
    _roles: dict[int, str]
    is_roundup: bool = False
    """Whether the text tells unrelated reports one after the other."""

    def participants_at(self, token: Token) -> tuple[Participant, ...]:
        """Who the phrase with that head means; empty where it means nobody who can act."""
        index = self._head(token)
        if index is None:
            return ()
        found = []
        for number in self._owners[index]:
            entity = self.entities[number]
            spans = evidence(token.doc, self._ranges.get(index, (token.i, token.i + 1)))
            role = self._roles.get(index) or (_told(entity.roles[0]) if entity.roles else None)
            found.append(
                Participant(entity.id, entity.name, entity.country, entity.sector, role, spans)
            )
        return tuple(found)

    def entity_at(self, token: Token) -> Entity | None:
        """The entity that the phrase with that head means, the first where it means several."""
        index = self._head(token)
        return self.entities[self._owners[index][0]] if index is not None else None

    def _head(self, token: Token) -> int | None:
        index = token.i
        if index in self._owners:
            return index
        if self._inner.get(index) in self._owners:
            return self._inner[index]
        if (
            token.dep_ in ("flat", "compound", "nmod:desc", "fixed")
            and token.head.i in self._owners
        ):
            return token.head.i
        return None


def _told(role: Role) -> str:
    """An office as a participant bears it: one that is no longer held is a former one."""
    return role.title if role.current else f"former {role.title}"


def find_cast(doc: Doc, report: Report) -> Cast:
    """The entities of a report in order of first mention, and who each phrase means."""
    return cast_draft(Draft(doc, read_chains(doc), report))


def cast_draft(draft: Draft) -> Cast:
    """The cast of a report whose phrases have been read into a fresh draft."""
    numbers: dict[int, int] = {}
    for number, chain in enumerate(draft.chains):
        merged = merged_profile(draft, chain)
        if merged.kind is None:
            continue
        if len(merged.countries) > 1 and merged.kind in ("population", "organisation"):
            _split(draft, chain, merged)
            continue
        known = draft.known_nation(merged)
        if known is None:
            known = len(draft.entities)
            draft.entities.append(entity_of(draft, chain, merged))
            if merged.country and merged.strength in _INFERENCES:
                draft.inferred[known] = _INFERENCES[merged.strength]
            if merged.kind == "person" and chain.name is not None and draft.proper(chain.name):
                draft.named[known] = merged.listing
            if merged.kind == "country" and merged.country:
                draft.nations[merged.part or merged.country] = known
        else:
            draft.more_mentions(known, chain)
        numbers[number] = known
        _place(draft, chain, (known,))
    resolve_groups(draft, numbers)
    share_countries(draft)
    share_titles(draft)
    identify(draft)
    claim_modifiers(draft)
    claim_unclaimed(draft)
    claim_assets(draft)
    claim_relatives(draft)
    claim_first_persons(draft)
    resolve_plurals(draft)
    return Cast(
        tuple(_ordered(draft)),
        draft.owners,
        draft.ranges,
        draft.inner,
        draft.roles,
        draft.profiler.around.is_roundup,
    )


_INFERENCES = {IMPLIED: "its title", CONTEXT: "the report around"}


_TO_COME = ("-elect", "-designate")


def _place(draft: Draft, chain: Chain, numbers: tuple[int, ...]) -> None:
    for mention in chain.mentions:
        if mention.kind == "group":
            continue
        draft.owners[mention.head] = numbers
        draft.ranges[mention.head] = mention.core
        profile = draft.profiles.get(mention.head)
        if profile is not None and profile.roles and not is_plain(profile.roles[0]):
            said = profile.roles[0]
            held = said.current or said.match.noun.normal.endswith(_TO_COME)
            draft.roles[mention.head] = title_of(said) if held else f"former {title_of(said)}"
        if mention.name is not None:
            for index in range(*mention.name):
                draft.inner.setdefault(index, mention.head)
        for index in range(*mention.core):
            own = draft.tree.head[index] == mention.head and index in draft.glossary.roles
            if own and draft.tree.dep[index] in ("nmod:desc", "flat"):
                draft.inner.setdefault(index, mention.head)


def _split(draft: Draft, chain: Chain, profile: Profile) -> None:
    """One entity a country for "Turkish and Iranian officials"."""
    numbers = []
    for country in profile.countries:
        part = replace(profile, countries=(country,))
        numbers.append(len(draft.entities))
        entity = entity_of(draft, chain, part)
        name = _name_for(draft, chain, country) or entity.name
        draft.entities.append(replace(entity, name=name))
    _place(draft, chain, tuple(numbers))


def _name_for(draft: Draft, chain: Chain, country: str) -> str | None:
    """The phrase with that country's adjective alone: "Iranian officials"."""
    start, end = chain.mentions[0].core
    nations = draft.glossary.nations
    told = [i for i in range(start, end) if i in nations]
    own = [i for i in told if nations[i].country.code == country]
    if not own or len(own) == len(told):
        return None
    after = max(told) + 1
    return " ".join(draft.tree.texts[i] for i in (*own, *range(after, end)))


def _final(draft: Draft, number: int) -> int:
    """The entity that one found to be another has gone into."""
    while number in draft.gone:
        number = draft.gone[number]
    return number


def _ordered(draft: Draft) -> list[Entity]:
    """Entities by first mention, numbered; the owners are renumbered with them."""
    order = sorted(
        (n for n in range(len(draft.entities)) if n not in draft.gone),
        key=lambda n: (
            draft.entities[n].mentions[0].start if draft.entities[n].mentions else 0,
            n,
        ),
    )
    rank = {old: new for new, old in enumerate(order)}
    for index, numbers in draft.owners.items():
        kept = dict.fromkeys(_final(draft, number) for number in numbers)
        draft.owners[index] = tuple(rank[number] for number in kept)
    return [
        replace(
            draft.entities[old],
            id=f"e{new + 1}",
            mentions=outermost(draft.entities[old].mentions),
            country_from=draft.inferred.get(old) if draft.entities[old].country else None,
        )
        for new, old in enumerate(order)
    ]
