"""Signs by which words show that they name a place, and how the place is used."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dragoman.ontology.countries import country_names, demonyms
from dragoman.ontology.directory import load_directory
from dragoman.ontology.gazetteer import load_gazetteer
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import (
    regions_by_abbreviation,
    regions_by_adjective,
    regions_by_name,
)
from dragoman.ontology.toponymy import (
    LOCATIVE,
    NOT_PLACES,
    POINTS,
    TAKES_PLACE,
    TRAILING_TYPES,
    common_words,
)

_NUMBER = re.compile(r"\d")
_ACRONYM = 5  # letters of the longest word that capitals alone make an acronym
_LIST = 12  # tokens from the first member of a list to one that shares its preposition
_OFFICES = frozenset(
    (
        *("mayor", "city", "town", "village", "state", "province", "district", "governor"),
        *("people", "resident", "residents", "native", "suburb", "outskirts", "suburbs", "north"),
        *("south", "east", "west", "island", "port", "capital", "bishop", "university"),
    )
)
_CIVIC = frozenset(
    ["police", "mayor", "city", "residents", "resident", "council", "court", "airport", "hospital"]
)


def is_demonym(text: str) -> bool:
    return text in demonyms() or text in regions_by_adjective() or _titled_demonym(text)


def _titled_demonym(text: str) -> bool:
    titled = headline_form(text)
    return titled is not None and titled in demonyms()


def is_known(text: str) -> bool:
    bare = without_trimmings(text)
    if len(bare) < 2 or _NUMBER.search(bare):
        return False
    return bare in country_names() or (len(bare) > 2 and load_gazetteer().knows(bare))


def is_prominent(text: str, least: int = 5_000) -> bool:
    """Whether the name is first of all a place's: no surname, common word or small hamlet.

    `least` is how many people a settlement must have.
    """
    bare = without_trimmings(text)
    if bare in country_names() or is_demonym(bare):
        return True
    if len(bare) < 3 or bare in NOT_PLACES or bare.lower() in common_words():
        return False
    if bare.isupper() and len(bare) <= _ACRONYM:
        return False
    if bare[-1] == "." and bare.count(".") == 1:  # "Nov.", "Gen."
        return False
    return any(
        c.kind in ("region", "water")
        or (c.kind == "admin1" and c.population >= least)
        or (c.kind == "admin2" and c.own_name and " " in bare)
        or (c.kind == "settlement" and c.own_name and c.population >= least)
        for c in load_gazetteer().candidates(bare)[:3]
    )


def is_body(text: str) -> bool:
    """Whether the directory knows the name as an organisation's or an armed group's."""
    bare = without_trimmings(text)
    if bare in country_names() or is_demonym(bare):
        return False
    listings = load_directory().lookup(bare)
    return bool(listings) and all(listing.kind != "person" for listing in listings)


def is_acronym(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is a word in capitals among others that are not, and no country's."""
    text = doc[start:end].text
    if end - start > 1 or not text.isupper() or not 1 < len(text) <= _ACRONYM:
        return False
    if text in country_names() or is_demonym(text) or folded(text) in regions_by_name():
        return False
    beside = [doc[i].text for i in (start - 2, start - 1, end, end + 1) if 0 <= i < len(doc)]
    words = [word for word in beside if word.isalpha()]
    return not words or not all(word.isupper() for word in words)


def is_locative(doc: Doc, start: int) -> bool:
    """Whether a locative preposition governs the name, articles and compass points aside.

    Of a list ("from Homs, Hama and Idlib") the first member stands for the rest.
    """
    at = start - 1
    while at >= 0 and (doc[at].lower_ in POINTS or doc[at].lower_ in ("the", "nearby", "both")):
        at -= 1
    if at < 0:
        return False
    if doc[at].lower_ in LOCATIVE:
        return True
    head = doc[start].head
    if doc[start].dep_ == "conj" and head.i < start and start - head.i < 12:
        return any(child.lower_ in LOCATIVE and child.dep_ == "case" for child in head.children)
    return False


def is_of_place(doc: Doc, start: int, end: int) -> bool:
    """Whether an office or a type word shows a place: "mayor of Sligo", "X police", "X, Ohio"."""
    if start > 1 and doc[start - 1].lower_ == "of":
        return doc[start - 2].lower_ in _OFFICES
    if is_civic(doc, end):
        return True
    return end + 1 < len(doc) and doc[end].text == "," and _state_like(doc[end + 1].text)


def taken_by_verb(head: Token) -> bool:
    """Whether the name is what a verb such as "liberate" takes."""
    return head.dep_ in ("obj", "nsubj:pass") and head.head.lemma_.lower() in TAKES_PLACE


def is_beside_place(doc: Doc, at: int) -> bool:
    """Whether the name is coordinated with one that the reader marked as a place."""
    return doc[at].dep_ == "conj" and doc[at].head.ent_type_ == "LOC"


def is_civic(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in _CIVIC


def _state_like(text: str) -> bool:
    return text in regions_by_abbreviation() or text in country_names()


def owns(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].tag_ == "POS"


def hint_beside(doc: Doc, start: int, end: int) -> str | None:
    """The type word that follows a name or stands before it with "of": "province of Homs"."""
    if end < len(doc) and doc[end].lower_ in TRAILING_TYPES:
        return doc[end].lower_
    if start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in TRAILING_TYPES:
        return doc[start - 2].lower_
    return None


def use_of(doc: Doc, start: int, end: int, name: str, label: str) -> str:
    if name in demonyms() and name not in country_names():
        return "demonym"
    if name in regions_by_adjective():
        return "demonym"
    if label in ("ORG", "MISC") and not is_locative(doc, start):
        return "modifier"
    head = doc[start:end].root
    relation = head.dep_.partition(":")[0]
    if relation in ("conj", "appos", "flat", "list") and head.head.i != head.i:
        head = head.head
        relation = head.dep_.partition(":")[0]
    if is_locative(doc, start):
        return "literal"
    if relation in ("nsubj", "iobj", "agent") or head.dep_ == "obl:agent":
        return "actor"
    if relation in ("compound", "amod"):
        return "modifier"
    if head.dep_ == "nmod:poss":
        return "modifier"
    return "literal"
