"""Signs by which words show that they name a place, and how the place is used."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from dragoman.language.knowledge import directory_of
from dragoman.ontology.countries import country_names, country_of_capital, demonyms
from dragoman.ontology.gazetteer import load_gazetteer
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import (
    regions_by_abbreviation,
    regions_by_adjective,
    regions_by_name,
)
from dragoman.ontology.toponymy import (
    FACILITIES,
    HOLDS,
    INSTITUTIONS,
    LOCATIVE,
    MOTION,
    NOT_PLACES,
    POINTS,
    TAKES_PLACE,
    TRAILING_TYPES,
    common_words,
)

_NUMBER = re.compile(r"\d")
_ACRONYM = 5  # letters of the longest word that capitals alone make an acronym
_GROUP = re.compile(r"islamic state of( the)?( \S+ and( the)?)? $")
"""What opens the names of armed groups that hold a place's: "Islamic State of X and the Y"."""
_BACK = 9  # tokens of the longest such opening
_LIST = 12  # tokens from the first member of a list to one that shares its preposition
_OFFICES = frozenset(
    (
        *("mayor", "city", "town", "village", "state", "province", "district", "governor"),
        *("people", "resident", "residents", "native", "suburb", "outskirts", "suburbs", "north"),
        *("south", "east", "west", "island", "port", "capital", "bishop", "university"),
        *("vicinity", "battle", "siege", "fall", "liberation", "recapture", "streets", "centre"),
        *("center", "edge", "countryside", "village", "villages", "towns", "cities", "camp"),
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


def is_body(doc: Doc, text: str) -> bool:
    """Whether the directory knows the name as an organisation's or an armed group's."""
    bare = without_trimmings(text)
    if bare in country_names() or is_demonym(bare):
        return False
    listings = directory_of(doc).lookup(bare)
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


def is_plainly_locative(doc: Doc, start: int) -> bool:
    """Whether a preposition stands right before the name that hardly goes with persons."""
    return start > 0 and doc[start - 1].lower_ in ("in", "inside", "outside", "near", "within")


def is_of_place(doc: Doc, start: int, end: int) -> bool:
    """Whether an office or a type word shows a place: "mayor of Sligo", "X police", "X, Ohio"."""
    if start > 1 and doc[start - 1].lower_ == "of":
        return doc[start - 2].lower_ in _OFFICES
    if is_civic(doc, end):
        return True
    return end + 1 < len(doc) and doc[end].text == "," and _state_like(doc[end + 1].text)


def is_described(doc: Doc, end: int) -> bool:
    """Whether a participle turns the name into an adjective: "X-held", "X-based"."""
    if end + 1 >= len(doc) or doc[end].text not in ("-", "‑", "–"):
        return False
    return doc[end + 1].lower_.endswith(("ed", "ing", "led", "held", "run")) and (
        doc[end].idx == doc[end - 1].idx + len(doc[end - 1])
    )


def is_facility(doc: Doc, start: int, end: int) -> bool:
    """Whether a building's name tells where: "held X University", "the fall of X Airport"."""
    if doc[end - 1].lower_ not in FACILITIES or end - start < 2:
        return False
    kind = doc[end - 1].lower_
    if taken_by_verb(doc[start:end].root):
        return True
    if is_locative(doc, start) and kind not in INSTITUTIONS:
        return True
    noun = doc[start - 2].lemma_.lower() if start > 1 else ""
    return start > 1 and doc[start - 1].lower_ in ("of", "on") and noun in HOLDS | MOTION


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


def is_in_groups_name(doc: Doc, start: int) -> bool:
    """Whether the name is part of an armed group's: "the Islamic State of Iraq and the Levant"."""
    before = doc[max(0, start - _BACK) : start].text_with_ws.lower()
    return _GROUP.search(before) is not None


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
    if is_described(doc, end):
        return "modifier"
    if _shares_a_noun(doc, end):
        return "modifier"
    head = doc[start:end].root
    if _is_described_town(head, name):
        return "literal"
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


def _is_described_town(head: Token, name: str) -> bool:
    """Whether a town, no government's seat, is said to be something or to be taken: "X is free"."""
    if head.dep_ not in ("nsubj", "nsubj:pass") or name in country_names():
        return False
    if country_of_capital(name) is not None:
        return False
    verb = head.head
    taken = head.dep_ == "nsubj:pass" and verb.lemma_.lower() in TAKES_PLACE
    return taken or any(child.dep_ == "cop" for child in verb.children)


def _shares_a_noun(doc: Doc, end: int) -> bool:
    """Whether the name and the country after it modify one noun: "in X and Y airstrikes"."""
    if end + 1 >= len(doc) or doc[end].lower_ not in ("and", "or"):
        return False
    other = doc[end + 1]
    return (
        other.dep_ == "compound"
        and other.head.pos_ == "NOUN"
        and other.head.lower_ not in TRAILING_TYPES
        and other.text in country_names()
    )
