"""An actor as a dump tells of him, and the listing that comes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.ontology.countries import countries, country_of_code, country_of_name
from dragoman.ontology.directory import Alias, Listing, Office
from dragoman.ontology.directory.listings import Kind, alias_of
from dragoman.ontology.directory.tables import read_bound
from dragoman.ontology.phrases import key_of
from dragoman.ontology.roles import RoleNoun, load_roles

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_OF = re.compile(r"\b(?:of|for|in)\s+(?:the\s+)?([^,()]+)$")


@dataclass(slots=True)
class Post:
    """An office as a dump has it: its title in words, whose it is, ISO dates or parts of such."""

    title: str
    country: str | None = None
    start: str = ""
    end: str = ""


@dataclass(slots=True)
class Actor:
    """Somebody of a dump. `country` is a code or a name, `sectors` are PLOVER's."""

    name: str
    kind: Kind = "person"
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: list[str] = field(default_factory=list)
    gender: str | None = None
    wikidata: str | None = None
    posts: list[Post] = field(default_factory=list)


def listing_of(actor: Actor, source: str) -> tuple[Listing, tuple[Alias, ...]]:
    """The directory's entry for an actor, with its names; offices whose country is not told have
    the actor's own. A post of which no country is known is left out."""
    country = code_of(actor.country)
    offices = [o for o in (_office(post, country) for post in actor.posts) if o is not None]
    offices.sort(key=lambda o: (o.end is None, o.end or date.max, o.start or date.min))
    offices.reverse()
    sectors = actor.sectors or tuple(dict.fromkeys(office.sector for office in offices))
    listing = Listing(
        actor.name,
        actor.kind,
        country or (offices[0].country if offices else None),
        sectors,
        actor.gender,
        tuple(offices),
        actor.wikidata,
        source,
    )
    forms = [actor.name, *actor.aliases]
    if actor.kind == "person" and len(actor.name.split()) > 1:
        forms.append(f"~{actor.name.split()[-1]}")
    usable = dict.fromkeys(form for form in forms if key_of(form))
    return listing, tuple(alias_of(listing, form) for form in usable)


def code_of(country: str | None) -> str | None:
    """PLOVER's code of a country given by ISO code of two or three letters, or by name."""
    if not country:
        return None
    text = country.strip()
    if len(text) in (2, 3):
        by_two = next((c.code for c in countries() if c.iso2 == text.upper()), None)
        known = country_of_code(text.upper())
        found = by_two or (known.code if known else None)
        if found is not None:
            return found
    named = country_of_name(text, blocs=True)
    return named.code if named is not None else None


def bound(text: str) -> str:
    """The ISO date at the head of a dump's time ("+2016-00-00T00:00:00Z": 2016), else nothing."""
    match = _DAY.match(text.strip().lstrip("+"))
    return re.sub(r"(?:-00)+$", "", match.group()) if match else ""


def _office(post: Post, country: str | None) -> Office | None:
    noun = _noun(post.title)
    code = code_of(post.country) or _country_in(post.title) or country
    if code is None or not post.title.strip():
        return None
    title = noun.normal if noun is not None else " ".join(post.title.lower().split())
    sector = noun.sector if noun is not None else "GOV"
    try:
        start, end = read_bound(bound(post.start)), read_bound(bound(post.end), last=True)
    except ValueError:
        start = end = None
    return Office(title, code, sector, start, end)


def _noun(title: str) -> RoleNoun | None:
    """The role noun that a title's words name, the longest: "foreign minister" in "Minister of
    Foreign Affairs of Ruritania"."""
    matches = load_roles().nouns.matches(key_of(title))
    found = [(end - start, -start, nouns[0]) for start, end, nouns in matches]
    offices = [item for item in found if item[2].category == "office"]
    return max(offices, key=lambda item: item[:2])[2] if offices else None


def _country_in(title: str) -> str | None:
    match = _OF.search(title)
    return code_of(match.group(1)) if match else None
