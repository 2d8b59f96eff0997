"""From a chain of phrases to one entity: what they say together."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.who.draft import Draft, evidence, spans_of, title_of
from dragoman.coding.who.offices import is_plain
from dragoman.coding.who.profile import Profile
from dragoman.language.coreference import Chain
from dragoman.language.mentions import Mention
from dragoman.records.values import Entity, Known, Role

_SURE = frozenset({"person", "organisation", "armed_group", "country"})


def _persons(profile: Profile) -> bool:
    return profile.kind == "person"


def merged_profile(draft: Draft, chain: Chain) -> Profile:
    best = Profile()
    for mention in chain.mentions:
        if mention.kind in ("pronoun", "group"):
            continue
        if mention.name is None and draft.tree.dep[mention.head] == "compound":
            continue
        if _surname_only(chain, mention):
            continue
        profile = draft.profiler.read(mention)
        draft.profiles[mention.head] = profile
        if profile.kind is None:
            continue
        best = _joined(draft, best, profile, mention)
    return best


def _surname_only(chain: Chain, mention: Mention) -> bool:
    """Whether a word that looks like a body or a town is a surname of the chain's person."""
    person = chain.mentions[0].animacy == "person" and chain.name is not None
    return person and mention.kind == "name" and mention.animacy in ("body", "place", None)


def _joined(draft: Draft, one: Profile, other: Profile, mention: Mention) -> Profile:
    if one.kind is None:
        return replace(other)
    named = mention.kind == "name" and other.kind in _SURE and one.listing is None
    if named and (one.kind in ("population", "place") or _persons(one) != _persons(other)):
        one.kind = other.kind
    if other.strength > one.strength or not one.countries:
        one.countries, one.strength = other.countries, other.strength
    weak = not one.sectors or one.sectors == ("CVL",) or (other.sure_sector and not one.sure_sector)
    if other.sectors and weak:
        one.sectors = tuple(dict.fromkeys((*other.sectors, *one.sectors)))[:3]
        one.sure_sector = one.sure_sector or other.sure_sector
    elif other.roles and not one.roles:
        one.sectors = tuple(dict.fromkeys((*other.sectors, *one.sectors)))[:3]
    one.roles = (*one.roles, *other.roles)
    one.listing = one.listing or other.listing
    return one


def entity_of(draft: Draft, chain: Chain, profile: Profile) -> Entity:
    assert profile.kind is not None
    kind = profile.kind
    sectors = tuple(s for s in profile.sectors if s)
    if kind == "population" and not sectors:
        sectors = ("CVL",)
    listing = profile.listing
    return Entity(
        id="",
        kind=kind,
        name=_name(draft, chain, profile),
        country=profile.country,
        sectors=sectors,
        roles=_said(draft, profile),
        mentions=tuple(spans_of(draft.doc, chain)),
        wikidata=listing.wikidata if listing is not None else None,
        known=Known(listing.name, listing.source) if listing is not None else None,
    )


def _name(draft: Draft, chain: Chain, profile: Profile) -> str:
    if profile.kind == "country" and profile.part:
        return profile.part
    if profile.kind == "country" and profile.country:
        nation = next(
            (
                draft.glossary.nations[m.head]
                for m in chain.mentions
                if m.head in draft.glossary.nations
            ),
            None,
        )
        if nation is not None:
            return nation.country.name
    owned = _owned_body(draft, chain) if profile.kind == "organisation" else None
    if owned is not None and profile.listing is None:
        return draft.phrase(owned)
    if chain.name is not None and draft.proper(chain.name):
        start, end = chain.name
        if profile.kind == "person":
            start = _past_titles(draft, start, end)
        return " ".join(_unpossessed(draft, start, end).split())
    first = next((m for m in chain.mentions if m.kind == "nominal"), chain.mentions[0])
    return draft.phrase(first)


def _owned_body(draft: Draft, chain: Chain) -> Mention | None:
    """The phrase that names a body with its country: "Oman's Foreign Ministry"."""
    for mention in chain.mentions:
        if mention.kind in ("name", "nominal") and mention.core[0] < mention.head:
            nation = draft.glossary.nations.get(mention.core[0])
            owner = draft.tree.dep[mention.core[0]] == "nmod:poss"
            if nation is not None and owner and draft.tree.head[mention.core[0]] == mention.head:
                return mention
    return None


def _past_titles(draft: Draft, start: int, end: int) -> int:
    """Where a person's own name begins in "Chinese leader Xi Jinping"; "King Charles" is whole."""
    glossary = draft.glossary
    at = start
    while at < end:
        role, nation = glossary.roles.get(at), glossary.nations.get(at)
        if role is not None and role.noun.category == "office" and role.end < end:
            at = max(at + 1, role.end)
        elif nation is not None and nation.nationhood == "demonym" and nation.end < end:
            at = nation.end
        else:
            break
    return at if end - at >= _OWN_NAMES else start


_OWN_NAMES = 2
"""Words of a name that are its own without a title."""


def _unpossessed(draft: Draft, start: int, end: int) -> str:
    while end - start > 1 and draft.tree.lower[end - 1] in ("'s", "’s", "'", "’", "(", ","):
        end -= 1
    return draft.doc[start:end].text


def _said(draft: Draft, profile: Profile) -> tuple[Role, ...]:
    roles: dict[str, Role] = {}
    for said in profile.roles:
        title = title_of(said)
        if is_plain(said):
            continue
        spans = evidence(draft.doc, (said.match.start, said.match.end))
        known = roles.get(title)
        if known is not None:
            roles[title] = replace(known, evidence=tuple(sorted({*known.evidence, *spans})))
        else:
            roles[title] = Role(title, profile.country, None, said.current, spans)
    return tuple(roles.values())
