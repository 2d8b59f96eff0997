"""Find the words of a report that name places, and say how each is used.

Sources: the reader's names (LOC, NORP, and ORG where they begin with a place), and the gazetteer,
which rescues names the reader missed or took for a person's where the grammar shows a place. How a
name is used follows GeoWebNews: a *literal* one says where something is or happens, an *associative*
one ("the Turkish minister", "Glasgow Police", "Ankara said") what it belongs to or who acts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from dragoman.coding.where.signs import (
    hint_beside,
    is_acronym,
    is_beside_place,
    is_body,
    is_civic,
    is_demonym,
    is_described,
    is_facility,
    is_known,
    is_locative,
    is_of_place,
    is_plainly_locative,
    is_prominent,
    owns,
    taken_by_verb,
    use_of,
)
from dragoman.language.columns import columns_of
from dragoman.ontology.countries import country_names, government_seat
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import (
    regions_by_abbreviation,
    regions_by_adjective,
    regions_by_name,
)
from dragoman.ontology.toponymy import (
    ADDRESS_WORDS,
    LEADING_TYPES,
    NOT_PLACES,
    OUTSIDE,
    PERSON_TITLES,
    POINTS,
    TRAILING_TYPES,
    common_words,
)

_CAPITAL_TYPES = frozenset(word for word in TRAILING_TYPES if word.istitle())
_TOWN = 15_000  # inhabitants of a place that is known by its name alone
_HAMLET = 500  # inhabitants of a place that a type word announces ("the town of X")
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
            if name.startswith("-"):
                start = _whole_word(doc, start)
                name = doc[start:end].text
            if start < end and not any(taken[start:end]):
                _take(taken, start, end)
                found.append(_mention(doc, start, end, name, ent.label_))
        if ent.label_ in ("PERSON", "ORG", "MISC", "LOC"):
            _take(taken, ent.start, ent.end)
    for start, end, name in _unmarked(doc, taken):
        _take(taken, start, end)
        found.append(_mention(doc, start, end, name, ""))
    for start, end in _again(doc, found, people):
        found.append(_mention(doc, start, end, doc[start:end].text, "LOC"))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _take(taken: list[bool], start: int, end: int) -> None:
    taken[start:end] = [True] * (end - start)


def _whole_word(doc: Doc, hyphen: int) -> int:
    """Where a name begins that the reader cut at its hyphen: before the article ("al-Mahrah")."""
    joined = hyphen > 0 and not doc[hyphen - 1].whitespace_ and doc[hyphen - 1].is_alpha
    return hyphen - 1 if joined else hyphen + 1


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
        if len(ent) > 1:
            covered.update(range(ent.start, ent.end))
    words = columns_of(doc)
    for i, text in enumerate(words.texts):
        if text in names and i not in covered:
            title = i and words.lower[i - 1].rstrip(".") in PERSON_TITLES
            address = i + 1 < len(doc) and words.texts[i + 1] in ADDRESS_WORDS
            if not title and not address and words.lower[i] not in common_words():
                yield i, i + 1


def _surnames(doc: Doc) -> frozenset[str]:
    """Last words of the persons named in full: "Jordan" alone may then be the person again."""
    return frozenset(doc[e.end - 1].text for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)


def _of_entity(doc: Doc, ent: Span, people: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    if ent.label_ == "LOC":
        yield from _of_location(doc, ent.start, ent.end, people)
    elif ent.label_ == "NORP":
        if is_demonym(ent.text):
            yield ent.start, ent.end, ent.text
        else:
            yield from _pieces(doc, ent.start, ent.end, demonyms_only=True)
    elif ent.label_ in ("ORG", "MISC"):
        yield from _of_organisation(doc, ent)
    elif ent.label_ == "PERSON" and len(ent) <= 3:
        typed = is_of_place(doc, ent.start, ent.end)
        shown = typed or is_locative(doc, ent.start) or taken_by_verb(ent.root)
        known = is_prominent(ent.text, _HAMLET) if typed else is_prominent(ent.text)
        person = ent[-1].text in people and not typed
        if known and shown and not person and not owns(doc, ent.end):
            yield ent.start, ent.end, ent.text


def _of_location(
    doc: Doc, start: int, end: int, people: frozenset[str]
) -> Iterator[tuple[int, int, str]]:
    start, end = _trimmed(doc, start, end)
    if start >= end:
        return
    if doc[start:end].text in regions_by_abbreviation() and start:
        if "." in doc[end - 1].text or doc[start - 1].text in (",", "(", "-"):
            yield start, end, doc[start:end].text
        return
    commas = [i for i in range(start, end) if doc[i].text in (",", "/", ";", "\n")]
    if commas:
        edges = [start - 1, *commas, end]
        for left, right in pairwise(edges):
            yield from _of_location(doc, left + 1, right, people)
        return
    start, end = _with_type(doc, start, end)
    text = doc[start:end].text
    if end - start == 1 and text in people and not is_plainly_locative(doc, start):
        return
    if end - start == 1 and start and doc[start - 1].lower_.rstrip(".") in PERSON_TITLES:
        return
    known = is_known(text) or is_demonym(text)
    if text in NOT_PLACES or (end < len(doc) and doc[end].text in ADDRESS_WORDS):
        return
    if doc[end - 1].text in ADDRESS_WORDS and not known:
        return
    if is_acronym(doc, start, end) or (
        is_body(doc, text) and not (known and is_locative(doc, start))
    ):
        return
    if known:
        yield start, end, text
        return
    pieces = [piece for piece in _pieces(doc, start, end) if is_prominent(piece[2])]
    if pieces and (pieces[0][0] == start or doc[start].lower_ in POINTS):
        yield pieces[0]
    elif (
        not pieces
        and not is_described(doc, end)
        and (doc[end - 1].text.rstrip(".") in TRAILING_TYPES or is_locative(doc, start))
    ):
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
    if is_demonym(text) or text in country_names():
        yield start, end, text
        return
    if government_seat(text) or is_body(doc, text):
        return
    if is_facility(doc, start, end) or _is_by_hand(text):
        yield start, end, text
        return
    if end - start <= 2 and (is_locative(doc, start) or is_civic(doc, end)) and is_prominent(text):
        yield start, end, text
        return
    if end - start == 1 and is_prominent(text, _TOWN):
        yield start, end, text
        return
    if end - start > 1:
        for piece in _pieces(doc, start, end):
            first = piece[0] == start
            after_of = doc[piece[0] - 1].lower_ in ("of", "in", "at", "for", "de")
            if ((first or after_of) and is_prominent(piece[2])) or is_demonym(piece[2]):
                yield piece


def _is_by_hand(text: str) -> bool:
    """Whether the name, taken for an organisation's, is a place's that was added by hand."""
    kinds = {region.kind for region in regions_by_name().get(folded(text), ())}
    return " " in text and bool(kinds & {"facility", "settlement", "water", "region"})


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
                if is_demonym(text) or (not demonyms_only and is_known(text)):
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
            plain = (
                name in countries
                or headline_form(name) in countries
                or is_demonym(name)
                or name in adjectives
            )
            if plain and not _common_word(token, end - at):
                yield at, end, name
                step = end - at
                break
            shown = (
                is_locative(doc, at)
                or _after_place(doc, at, taken)
                or is_civic(doc, end)
                or is_beside_place(doc, at)
                or taken_by_verb(token)
            )
            if shown and token.pos_ == "PROPN" and is_prominent(name):
                yield at, end, name
                step = end - at
                break
        at += step


def _common_word(token: Token, length: int) -> bool:
    """Whether a word in capitals only because it opens a sentence or a headline ("Polish", "Us")."""
    return length == 1 and token.pos_ in ("VERB", "PRON", "ADP", "ADV", "AUX")


def _after_place(doc: Doc, at: int, taken: list[bool]) -> bool:
    return at >= 2 and doc[at - 1].text in (",", "(") and taken[at - 2]


def _mention(doc: Doc, start: int, end: int, name: str, label: str) -> Mention:
    bare = without_trimmings(name)
    hint = hint_beside(doc, start, end)
    return Mention(start, end, bare, use_of(doc, start, end, bare, label), hint)
