"""What a report itself says of who somebody is: evidence for the directory.

"Ruritanian Foreign Minister Ana Zenda" says whose minister she is; "the minister Zenda" does not.
Only what the phrase tells counts, nothing that the directory knew or the report around suggests.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from dragoman.coding.who.affiliation import EXPLICIT
from dragoman.coding.who.draft import Draft, evidence, title_of
from dragoman.coding.who.offices import is_plain
from dragoman.coding.who.profile import Profile
from dragoman.language.coreference import Chain, read_chains
from dragoman.language.mentions import Mention
from dragoman.ontology.directory.claims import Claim, Sighting
from dragoman.records.report import Report

_LEAST_NAMES = 2
"""Words of a person's name: a surname alone may be anybody's."""
_LONGEST = 14
"""Tokens of a phrase: a longer one is more likely misread than so full of titles."""
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "JUD", "PTY", "OPP", "REB", "PRM", "COP", "SPY", "UAF"})


def find_sightings(doc: Doc, report: Report) -> tuple[Sighting, ...]:
    """The claims that a report makes of persons' offices and of bodies that nobody knows yet.

    In reading order, each claim once. `doc` must hold exactly the report's text.
    """
    draft = Draft(doc, read_chains(doc), report)
    found: dict[str, Sighting] = {}
    for chain in draft.chains:
        for sighting in _said_of(draft, chain):
            found.setdefault(sighting.claim.key, sighting)
    return tuple(sorted(found.values(), key=lambda s: s.start))


def _said_of(draft: Draft, chain: Chain) -> Iterator[Sighting]:
    if chain.name is None or chain.plural or not draft.proper(chain.name):
        return
    name = _bare_name(draft, chain.name)
    heads = {m.head for m in chain.mentions if m.name is not None}
    for mention in chain.mentions:
        if not 0 < mention.core[1] - mention.core[0] <= _LONGEST:
            continue
        if mention.name is not None and mention.animacy == "person":
            if len(_bare_name(draft, mention.name).split()) >= _LEAST_NAMES:
                yield from _offices(draft, mention, name, draft.profiler.read_person(mention))
        elif mention.kind == "nominal" and _explains(draft, mention.head, heads):
            profile = draft.profiler.read(mention)
            if profile.kind == "person" and len(name.split()) >= _LEAST_NAMES:
                yield from _offices(draft, mention, name, profile)
            yield from _body(draft, chain, mention, name, profile)


def _explains(draft: Draft, head: int, names: set[int]) -> bool:
    """Whether a phrase stands beside one of the names in apposition, or is said of it by "is"."""
    tree = draft.tree
    if tree.dep[head] == "appos" and tree.head[head] in names:
        return True
    if any(tree.dep[name] == "appos" and tree.head[name] == head for name in names):
        return True
    said = tree.child(head, "cop") is not None
    return said and any(tree.head[n] == head and tree.dep[n] == "nsubj" for n in names)


def _offices(draft: Draft, mention: Mention, name: str, profile: Profile) -> Iterator[Sighting]:
    if profile.strength != EXPLICIT or not profile.country:
        return
    for said in profile.roles:
        if said.current and not is_plain(said) and said.match.noun.sector in _PUBLIC:
            sector = profile.sectors[0] if profile.sectors else said.match.noun.sector
            claim = Claim(name, "person", profile.country, sector, title_of(said))
            yield from _sighting(draft, mention, claim)


def _body(
    draft: Draft, chain: Chain, mention: Mention, name: str, profile: Profile
) -> Iterator[Sighting]:
    """A body by its apposition: "Steel Dawn, a Ruritanian rebel group"."""
    kind = profile.kind
    if kind != "organisation" and kind != "armed_group":
        return
    if profile.strength != EXPLICIT or profile.country is None or profile.listing is not None:
        return
    sector = next(iter(profile.sectors), "")
    if sector in _PUBLIC and not draft.glossary.directory.lookup(name):
        claim = Claim(name, kind, profile.country, sector)
        yield from _sighting(draft, mention, claim, _other_names(draft, chain, name))


def _sighting(
    draft: Draft, mention: Mention, claim: Claim, aliases: tuple[str, ...] = ()
) -> Iterator[Sighting]:
    for span in evidence(draft.doc, _telling(draft, mention)):
        sentence = draft.doc[mention.head].sent.text.strip()
        yield Sighting(
            claim,
            draft.report.sha256,
            draft.report.published,
            span.quote,
            span.start,
            span.end,
            sentence,
            draft.report.publisher,
            aliases,
        )


def _telling(draft: Draft, mention: Mention) -> tuple[int, int]:
    """The part of a phrase that tells: the name or head with the titles and owners before it."""
    tree, roles = draft.tree, draft.glossary.roles
    first = mention.name[0] if mention.name is not None else mention.head
    start = first
    while start > mention.core[0]:
        before = start - 1
        linking = tree.pos[before] == "ADP" and before > mention.core[0] and before - 1 in roles
        if not linking and tree.pos[before] in ("ADP", "VERB", "AUX", "SCONJ"):
            break
        start = before
    return start, max(mention.core[1], first + 1)


def _other_names(draft: Draft, chain: Chain, name: str) -> tuple[str, ...]:
    forms = (_bare_name(draft, m.name) for m in chain.mentions if m.name is not None)
    return tuple(dict.fromkeys(form for form in forms if form != name and len(form) > 1))


def _bare_name(draft: Draft, name: tuple[int, int]) -> str:
    """The name without titles before it and a possessive after it."""
    start, end = name
    while start < end - 1 and start in draft.glossary.roles:
        start = max(start + 1, draft.glossary.roles[start].end)
    while end - 1 > start and draft.tree.lower[end - 1] in ("'s", "’s", "'", "’"):
        end -= 1
    return " ".join(draft.doc[start:end].text.split())
