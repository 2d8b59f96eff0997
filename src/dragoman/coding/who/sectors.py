"""Which sectors of society a role and its body put somebody in."""

from __future__ import annotations

from dragoman.coding.who.affiliation import Affiliation
from dragoman.coding.who.offices import is_generic
from dragoman.language.glossary import RoleMatch
from dragoman.language.syntax import Tree

_TAKES_LISTING = frozenset({"MIL", "REB", "UAF", "PRM", "CVL", "OPP"})
_ELITE = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "OPP", "PTY", "REB", "UNK"})
_LEADERS = frozenset({"leader", "leaders", "chief", "head"})
_AGENTS = frozenset({"agent", "agents", "operative", "operatives"})
"""Whoever is a country's agent is its secret service's."""
ABROAD = frozenset({"foreign", "international", "overseas", "western", "neighbouring", "regional",
                     "neighboring", "other", "global", "multinational", "european", "arab"})  # fmt: skip
"""Adjectives of those who are not of the report's own country."""


def sectors_of(
    tree: Tree, found: Affiliation, roles: list[RoleMatch], *, current: bool
) -> tuple[str, ...]:
    """Sectors from role nouns and from what the phrase attaches to, the main one first."""
    own = [role.noun.sector for role in roles]
    main = roles[0].noun if roles else None
    outer: list[str] = []
    for listing in found.listings:
        if listing.kind == "armed_group" or (main is not None and is_generic(main.normal)):
            outer += listing.sectors
            break
    if not outer:
        outer = [body.noun.sector for body in found.bodies if body.noun.sector != "UNK"]
    if main is None:
        return tuple(dict.fromkeys(outer))
    leads = roles[0].form in _LEADERS
    generic = (
        leads
        or is_generic(main.normal)
        or (
            main.sector in _TAKES_LISTING
            and any(listing.kind == "armed_group" for listing in found.listings)
        )
    )
    if main.normal in ("president", "chancellor") and found.listings:
        generic = found.listings[0].sectors[:1] != ("GOV",)
    sectors = (*outer[:2], *own) if generic and outer else tuple(own)
    if not outer and roles[0].form in _LEADERS:
        before = tree.lower[roles[0].start - 1 : roles[0].start] if roles[0].start else []
        if found.countries or set(before) & ABROAD:
            sectors = ("GOV",)
    if not outer and roles[0].form in _AGENTS and found.countries:
        sectors = ("SPY",)
    if not current and (main.sector in _ELITE or main.category == "body"):
        sectors = ("ELI", *sectors)
    if leads and outer:
        sectors = tuple(s for s in sectors if s != "CVL")
    ranked = [s for s in dict.fromkeys(sectors) if s != "UNK"]
    return tuple(ranked[:3])
