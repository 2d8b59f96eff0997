"""Find the words of a report that name places, and say how each is used.

Sources: the reader's names (LOC, NORP, and ORG where they begin with a place), and the gazetteer,
which rescues names the reader missed or took for a person's where the grammar shows a place. How a
name is used follows GeoWebNews: a *literal* one says where something is or happens, an *associative*
one ("the Turkish minister", "Glasgow Police", "Ankara said") what it belongs to or who acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from dragoman.ontology.countries import country_names, demonyms
from dragoman.ontology.gazetteer import load_gazetteer
from dragoman.ontology.names import headline_form, without_trimmings
from dragoman.ontology.regions import regions_by_abbreviation, regions_by_adjective
from dragoman.ontology.toponymy import (
    ADDRESS_WORDS,
    LEADING_TYPES,
    LOCATIVE,
    NOT_PLACES,
    OUTSIDE,
    PERSON_TITLES,
    POINTS,
    TAKES_PLACE,
    TRAILING_TYPES,
    common_words,
)

_NUMBER = re.compile(r"\d")
_CAPITAL_TYPES = frozenset(word for word in TRAILING_TYPES if word.istitle())
_TOWN = 15_000  # inhabitants of a place that is known by its name alone
_LONGEST = 6  # words of the longest name looked up piecewise


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place: tokens [start, end), the `name` to look up, and their use.

    `use` is "literal", "actor" (the name acts or is acted on), "modifier" (it modifies a noun or
    stands in a longer name) or "demonym"; `hint` is a type word beside it ("province").
    """

    start: int
    end: int
    name: str
    use: str
    hint: str | None = None


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """Every place name of the report, in reading order, none overlapping."""
    taken = [False] * len(doc)
    found: list[Mention] = []
    people = _surnames(doc)
    for start, end in _spelled_out(doc):
        _take(taken, start, end)
        found.append(_mention(doc, start, end, doc[start:end].text, "LOC"))
    for ent in doc.ents:
        for start, end, name in _of_entity(doc, ent, people):
            if start < end and not any(taken[start:end]):
                _take(taken, start, end)
                found.append(_mention(doc, start, end, name, ent.label_))
        if ent.label_ in ("PERSON", "ORG", "MISC"):
            _take(taken, ent.start, ent.end)
    for start, end, name in _unmarked(doc, taken):
        _take(taken, start, end)
        found.append(_mention(doc, start, end, name, ""))
    for start, end in _again(doc, found, people):
        found.append(_mention(doc, start, end, doc[start:end].text, "LOC"))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _spelled_out(doc: Doc) -> Iterator[tuple[int, int]]:
    """Long names of countries with small words inside, which readers tend to cut in two."""
    openers = _long_names()
    at = 0
    while at < len(doc):
        lengths = openers.get(doc[at].text, ())
        for length in lengths:
            if doc[at : at + length].text in country_names():
                yield at, at + length
                at += length - 1
                break
        at += 1


@cache
def _long_names() -> dict[str, tuple[int, ...]]:
    """First word of such a name -> how many words names that open with it have, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in country_names():
        words = name.split()
        if any(word.islower() for word in words[1:]):
            lengths.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}


def _again(doc: Doc, found: list[Mention], people: frozenset[str]) -> Iterator[tuple[int, int]]:
    """One-word names found once, where the reader took the same word alone for a person or none."""
    names = {m.name for m in found if m.end - m.start == 1 and m.use in ("literal", "actor")}
    names -= people
    covered = {i for mention in found for i in range(mention.start, mention.end)}
    for ent in doc.ents:
        if ent.label_ in ("PERSON", "ORG") and len(ent) > 1:
            covered.update(range(ent.start, ent.end))
    for token in doc:
        if token.i not in covered and token.text in names:
            title = token.i and doc[token.i - 1].lower_.rstrip(".") in PERSON_TITLES
            if not title and token.text.lower() not in common_words():
                yield token.i, token.i + 1


def _surnames(doc: Doc) -> frozenset[str]:
    """Last words of the persons named in full: "Jordan" alone may then be the person again."""
    return frozenset(doc[e.end - 1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


def _of_entity(doc: Doc, ent: Span, people: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    if ent.label_ == "LOC":
        yield from _of_location(doc, ent.start, ent.end, people)
    elif ent.label_ == "NORP":
        if _is_demonym(ent.text):
            yield ent.start, ent.end, ent.text
        else:
            yield from _pieces(doc, ent.start, ent.end, demonyms_only=True)
    elif ent.label_ in ("ORG", "MISC"):
        yield from _of_organisation(doc, ent)
    elif ent.label_ == "PERSON" and len(ent) <= 3:
        known = ent[-1].text not in people and _prominent(ent.text) and not _owns(doc, ent.end)
        shown = _locative(doc, ent.start) or _of_place(doc, ent.start, ent.end) or _taken(ent.root)
        if known and shown:
            yield ent.start, ent.end, ent.text


def _taken(head: Token) -> bool:
    """Whether the name is what a verb such as "liberate" takes."""
    return head.dep_ in ("obj", "nsubj:pass") and head.head.lemma_.lower() in TAKES_PLACE


def _owns(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].tag_ == "POS"


def _of_location(
    doc: Doc, start: int, end: int, people: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return
    commas = [i for i in range(start, end) if doc[i].text in (",", "/", ";", "\n")]
    if commas:
        edges = [start - 1, *commas, end]
        for left, right in pairwise(edges):
            yield from _of_location(doc, left + 1, right, people)
        return
    start, end = _with_type(doc, start, end)
    text = doc[start:end].text
    if end - start == 1 and text in people and not _locative(doc, start):
        return
    if end - start == 1 and start and doc[start - 1].lower_.rstrip(".") in PERSON_TITLES:
        return
    known = _known(text) or _is_demonym(text)
    if text in NOT_PLACES or (end < len(doc) and doc[end].text in ADDRESS_WORDS):
        return
    if doc[end - 1].text in ADDRESS_WORDS and not known:
        return
    if known:
        yield start, end, text
        return
    pieces = [piece for piece in _pieces(doc, start, end) if _prominent(piece[2])]
    if pieces and (pieces[0][0] == start or doc[start].lower_ in POINTS):
        yield pieces[0]
    elif not pieces and (doc[end - 1].text.rstrip(".") in TRAILING_TYPES or _locative(doc, start)):
        yield start, end, text


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without a leading article or compass point in lower case, without a possessive or stop."""
    while start < end and (
        doc[start].lower_ in ("the", "'", "’", '"')
        or (doc[start].text.islower() and not doc[start].text.startswith("al-"))
    ):
        start += 1
    while start < end and (
        doc[end - 1].tag_ == "POS"
        or not _wordlike(doc[end - 1].text)
        or doc[end - 1].text in OUTSIDE
    ):
        end -= 1
    return start, end


def _wordlike(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _with_type(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Widened by a capitalised type word beside it that the reader left out ("Mayo County")."""
    if end < len(doc) and doc[end].text in _CAPITAL_TYPES and doc[end].ent_type_ in ("", "LOC"):
        return start, end + 1
    if start and doc[start - 1].text in LEADING_TYPES and doc[start - 1].ent_type_ in ("", "LOC"):
        return start - 1, end
    return start, end


def _of_organisation(doc: Doc, ent: Span) -> Iterator[tuple[int, int, str]]:
    start, end = _trimmed(doc, ent.start, ent.end)
    text = doc[start:end].text
    if start >= end:
        return
    if _is_demonym(text) or text in country_names():
        yield start, end, text
        return
    if end - start <= 2 and (_locative(doc, start) or _civic(doc, end)) and _prominent(text):
        yield start, end, text
        return
    if end - start == 1 and _prominent(text, _TOWN):
        yield start, end, text
        return
    if end - start > 1:
        for piece in _pieces(doc, start, end):
            first = piece[0] == start
            after_of = doc[piece[0] - 1].lower_ in ("of", "in", "at", "for", "de")
            if ((first or after_of) and _prominent(piece[2])) or _is_demonym(piece[2]):
                yield piece


def _pieces(
    doc: Doc, start: int, end: int, *, demonyms_only: bool = False
) -> Iterator[tuple[int, int, str]]:
    """The longest known names within [start, end), from left to right."""
    at = start
    while at < end:
        if doc[at].text[:1].isupper():
            for stop in range(min(end, at + _LONGEST), at, -1):
                if not _wordlike(doc[stop - 1].text):
                    continue
                text = doc[at:stop].text
                if text in NOT_PLACES:
                    continue
                if _is_demonym(text) or (not demonyms_only and _known(text)):
                    yield at, stop, text
                    at = stop
                    break
            else:
                at += 1
        else:
            at += 1


def _unmarked(doc: Doc, taken: list[bool]) -> Iterator[tuple[int, int, str]]:
    """Names that the reader left unmarked: countries and their people by the word alone, states'
    abbreviations after a comma, other places where a locative preposition or a comma shows them."""
    countries, adjectives = country_names(), regions_by_adjective()
    at, size = 0, len(doc)
    while at < size:
        token = doc[at]
        text = token.text
        if taken[at] or not text[:1].isupper():
            at += 1
            continue
        if text in regions_by_abbreviation() and _after_place(doc, at, taken):
            yield at, at + 1, text
            at += 1
            continue
        stop = at + 1
        while stop < size and stop - at < 4 and not taken[stop] and doc[stop].text[:1].isupper():
            stop += 1
        step = 1
        for end in range(stop, at, -1):
            name = doc[at:end].text
            plain = name in countries or _is_demonym(name) or name in adjectives
            if plain and not _common_word(token, end - at):
                yield at, end, name
                step = end - at
                break
            shown = (
                _locative(doc, at)
                or _after_place(doc, at, taken)
                or _civic(doc, end)
                or _beside_place(doc, at)
                or _taken(token)
            )
            if shown and token.pos_ == "PROPN" and _prominent(name):
                yield at, end, name
                step = end - at
                break
        at += step


def _common_word(token: Token, length: int) -> bool:
    """Whether a word in capitals only because it opens a sentence or a headline ("Polish", "Us")."""
    return length == 1 and token.pos_ in ("VERB", "PRON", "ADP", "ADV", "AUX")


def _beside_place(doc: Doc, at: int) -> bool:
    """Whether the name is coordinated with one that the reader marked as a place."""
    return doc[at].dep_ == "conj" and doc[at].head.ent_type_ == "LOC"


def _after_place(doc: Doc, at: int, taken: list[bool]) -> bool:
    return at >= 2 and doc[at - 1].text in (",", "(") and taken[at - 2]


def _is_demonym(text: str) -> bool:
    return text in demonyms() or text in regions_by_adjective() or _titled_demonym(text)


def _titled_demonym(text: str) -> bool:
    titled = headline_form(text)
    return titled is not None and titled in demonyms()


def _known(text: str) -> bool:
    bare = without_trimmings(text)
    if len(bare) < 2 or _NUMBER.search(bare):
        return False
    return bare in country_names() or (len(bare) > 2 and load_gazetteer().knows(bare))


def _prominent(text: str, least: int = 5_000) -> bool:
    """Whether the name is first of all a place's: no surname, common word or small hamlet.

    `least` is how many people a settlement must have.
    """
    bare = without_trimmings(text)
    if bare in country_names() or _is_demonym(bare):
        return True
    if len(bare) < 3 or bare in NOT_PLACES or bare.lower() in common_words():
        return False
    if bare.isupper() and len(bare) <= 5:
        return False
    return any(
        c.kind in ("region", "water")
        or (c.kind == "admin1" and c.population >= least)
        or (c.kind == "admin2" and c.own_name and " " in bare)
        or (c.kind == "settlement" and c.own_name and c.population >= least)
        for c in load_gazetteer().candidates(bare)[:3]
    )


def _locative(doc: Doc, start: int) -> bool:
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


def _of_place(doc: Doc, start: int, end: int) -> bool:
    """Whether an office or a type word shows a place: "mayor of Sligo", "X police", "X, Ohio"."""
    if start > 1 and doc[start - 1].lower_ == "of":
        return doc[start - 2].lower_ in ADDRESS_OF
    if _civic(doc, end):
        return True
    return end + 1 < len(doc) and doc[end].text == "," and _state_like(doc[end + 1].text)


ADDRESS_OF = frozenset(
    ["mayor", "city", "town", "village", "state", "province", "district", "governor", "people"]
    + [
        "resident",
        "residents",
        "native",
        "suburb",
        "outskirts",
        "suburbs",
        "south",
        "north",
        "east",
    ]
    + ["west", "island", "port", "capital", "bishop", "university", "archbishop"]
)
_CIVIC = frozenset(
    ["police", "mayor", "city", "residents", "resident", "council", "court", "airport", "hospital"]
)


def _civic(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].lower_ in _CIVIC


def _state_like(text: str) -> bool:
    return text in regions_by_abbreviation() or text in country_names()


def _mention(doc: Doc, start: int, end: int, name: str, label: str) -> Mention:
    bare = without_trimmings(name)
    hint = hint_beside(doc, start, end)
    return Mention(start, end, bare, _use(doc, start, end, bare, label), hint)


def hint_beside(doc: Doc, start: int, end: int) -> str | None:
    """The type word that follows a name or stands before it with "of": "province of Homs"."""
    if end < len(doc) and doc[end].lower_ in TRAILING_TYPES:
        return doc[end].lower_
    if start >= 2 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in TRAILING_TYPES:
        return doc[start - 2].lower_
    return None


def _use(doc: Doc, start: int, end: int, name: str, label: str) -> str:
    if name in demonyms() and name not in country_names():
        return "demonym"
    if name in regions_by_adjective():
        return "demonym"
    if label in ("ORG", "MISC") and not _locative(doc, start):
        return "modifier"
    head = doc[start:end].root
    relation = head.dep_.partition(":")[0]
    if relation in ("conj", "appos", "flat", "list") and head.head.i != head.i:
        head = head.head
        relation = head.dep_.partition(":")[0]
    if _locative(doc, start):
        return "literal"
    if relation in ("nsubj", "iobj", "agent") or head.dep_ == "obl:agent":
        return "actor"
    if relation in ("compound", "amod"):
        return "modifier"
    if head.dep_ == "nmod:poss":
        return "modifier"
    return "literal"
