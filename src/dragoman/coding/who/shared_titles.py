"""Titles in the plural before several names: "judges A and B", "Turkish lawmakers C and D".

What the title says holds for each of them: the office, whose it is, the sector.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.who.affiliation import CONTEXT
from dragoman.coding.who.draft import Draft, evidence
from dragoman.coding.who.profile import Profile
from dragoman.language.syntax import Tree
from dragoman.records.values import Role

_PLURAL = frozenset({"NNS", "NNPS"})


def bearers(tree: Tree, title: int) -> Iterator[int]:
    """The heads of the names that a plural noun is the title of, in reading order."""
    name = title + 1
    if tree.tag[title] not in _PLURAL or name >= len(tree.ent):
        return
    if tree.ent[name] == "PERSON" and tree.ent_start[name] == name:
        yield name
        for other in tree.children[name]:
            if tree.dep[other] == "conj" and tree.ent[other] == "PERSON":
                yield other


def share_titles(draft: Draft) -> None:
    """Give each bearer of a plural title what it says, where nothing else is known of him."""
    tree = draft.tree
    for index, match in sorted(draft.glossary.roles.items()):
        if match.noun.category != "office":
            continue
        names = list(bearers(tree, index))
        if not names:
            continue
        profile = draft.profiles.get(index) or draft.profiler.read_bare(index)
        for name in names:
            for number in draft.owners.get(name, ()):
                _give(draft, number, profile, match.noun.normal, (match.start, match.end))


def _give(draft: Draft, number: int, profile: Profile, title: str, span: tuple[int, int]) -> None:
    entity = draft.entities[number]
    if entity.kind != "person":
        return
    country = profile.country if profile.strength > CONTEXT else None
    roles = entity.roles
    if title not in {role.title for role in roles}:
        said = Role(title, country, None, True, evidence(draft.doc, span))
        roles = (*roles, said)
    draft.entities[number] = replace(
        entity,
        country=entity.country or country,
        sectors=entity.sectors or profile.sectors,
        roles=roles,
    )
