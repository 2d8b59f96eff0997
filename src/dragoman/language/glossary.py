"""What the lexicons know of a document's words: listed names, nations and role nouns.

One pass over the words of the text, whatever the tokenisation; matches are told in tokens. The
matcher knows names that the name tagger has never seen and overrules it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from dragoman.language.knowledge import directory_of
from dragoman.ontology import countries as nations_of
from dragoman.ontology.countries import Country, Nationhood
from dragoman.ontology.directory import Directory, NameMatch
from dragoman.ontology.phrases import PhraseIndex, Words, key_of, split_words
from dragoman.ontology.roles import RoleNoun, load_roles

_INSIDE = 1
"""spaCy's number for a token that continues a name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the directory at tokens `[start, end)`."""

    start: int
    end: int
    match: NameMatch


@dataclass(frozen=True, slots=True)
class Nation:
    """A country named at tokens `[start, end)`, by what kind of word."""

    start: int
    end: int
    country: Country
    nationhood: Nationhood
    plural: bool = False
    sector: str = "GOV"


@dataclass(frozen=True, slots=True)
class RoleMatch:
    """A role noun at tokens `[start, end)`, its head token, and the phrase's folded words."""

    start: int
    end: int
    head: int
    noun: RoleNoun
    form: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """All matches of a document: names and nations by every token they cover, roles by head."""

    listed: dict[int, Listed]
    nations: dict[int, Nation]
    roles: dict[int, RoleMatch]
    directory: Directory


@dataclass(frozen=True, slots=True)
class _NationForm:
    form: str
    country: Country
    nationhood: Nationhood
    plural: bool
    sector: str = "GOV"


@cache
def _nation_index() -> PhraseIndex[_NationForm]:
    forms: dict[tuple[str, ...], _NationForm] = {}

    def add(
        form: str, country: Country, how: Nationhood, *, plural: bool = False, sector: str = "GOV"
    ) -> None:
        forms.setdefault(key_of(form), _NationForm(form, country, how, plural, sector))

    for form, country in nations_of.country_names().items():
        add(form, country, "name")
    for form, country in nations_of.country_parts().items():
        add(form, country, "part")
    for form, seat in nations_of.government_seats().items():
        add(form, seat.country, "seat", sector=seat.sector)
    for form, found in nations_of.demonyms().items():
        noun_only = found.plural and not found.adjective
        add(form, found.country, "demonym", plural=noun_only)
    for form, country in nations_of.capitals().items():
        add(form, country, "capital")
    return PhraseIndex(forms.items())


def _fits(form: str, words: Words, start: int, end: int) -> bool:
    text = words.text[words.starts[start] : words.ends[end - 1]]
    money = words.text[words.ends[end - 1] : words.ends[end - 1] + 1] in ("$", "€", "£")
    if not text[0].isupper() or money:
        return False
    bare = form.replace(".", "")
    if bare.isupper() and len(bare) <= 3:
        return text.replace(".", "") == bare
    return True


class _TokenMap:
    """From characters to tokens."""

    def __init__(self, doc: Doc) -> None:
        self._starts = [token.idx for token in doc]

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that hold the characters `[start, end)`."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        return first, last + 1


def _roles(words: Words, tokens: _TokenMap) -> dict[int, RoleMatch]:
    found: dict[int, RoleMatch] = {}
    for start, end, nouns in load_roles().nouns.matches(words.folded):
        noun = nouns[0]
        at = start + noun.head
        head, _ = tokens.range(words.starts[at], words.ends[at])
        known = found.get(head)
        first, past = tokens.range(words.starts[start], words.ends[end - 1])
        if known is None or past - first > known.end - known.start:
            form = " ".join(words.folded[start:end])
            found[head] = RoleMatch(first, past, head, noun, form)
            if form.endswith(" general") and head != past - 1:
                # parsers differ on which word heads "attorney general"
                found[past - 1] = RoleMatch(first, past, past - 1, noun, form)
    return found


def _nations(words: Words, taken: set[int]) -> Iterator[tuple[int, int, _NationForm]]:
    past = 0
    for start, end, forms in _nation_index().matches(words.folded):
        if start < past or any(i in taken for i in range(start, end)):
            continue
        renamed = start > 0 and words.surface(start - 1) == "New" and forms[0].nationhood == "name"
        if not renamed and _fits(forms[0].form, words, start, end):
            past = end
            yield start, end, forms[0]


def _inside_person(doc: Doc, start: int, end: int) -> bool:
    """Whether a place's name is part of a longer personal name ("Lewis Hamilton")."""
    if doc[start].ent_type_ != "PERSON":
        return False
    before = start > 0 and doc[start - 1].ent_type_ == "PERSON" and doc[start].ent_iob == _INSIDE
    after = end < len(doc) and doc[end].ent_type_ == "PERSON" and doc[end].ent_iob == _INSIDE
    return before or after


def _is_part_of_name(words: Words, match: NameMatch) -> bool:
    """Whether a paper's name of ordinary words is none: "the National Assembly", "the times"."""
    if match.listing.sectors[:1] != ("JRN",) or words.folded[match.start] != "the":
        return False
    if match.end - match.start != _ARTICLE_AND_NOUN:
        return False
    if not words.surface(match.end - 1)[:1].isupper():
        return True
    if match.end == len(words.folded):
        return False
    between = words.text[words.ends[match.end - 1] : words.starts[match.end]]
    return between == " " and words.surface(match.end)[:1].isupper()


_ARTICLE_AND_NOUN = 2


def read_glossary(doc: Doc) -> Glossary:
    """All matches of the lexicons in the document."""
    directory = directory_of(doc)
    words = split_words(doc.text)
    tokens = _TokenMap(doc)
    listed: dict[int, Listed] = {}
    taken: set[int] = set()
    if not words.folded or not len(doc):
        return Glossary({}, {}, {}, directory)
    for match in directory.matches(words):
        if _is_part_of_name(words, match):
            continue
        first, past = tokens.range(words.starts[match.start], words.ends[match.end - 1])
        name = Listed(first, past, match)
        taken.update(range(match.start, match.end))
        listed.update((i, name) for i in range(first, past))
    nations: dict[int, Nation] = {}
    for start, end, form in _nations(words, taken):
        first, past = tokens.range(words.starts[start], words.ends[end - 1])
        if _inside_person(doc, first, past):
            continue
        nation = Nation(first, past, form.country, form.nationhood, form.plural, form.sector)
        nations.update((i, nation) for i in range(first, past) if i not in listed)
    return Glossary(listed, nations, _roles(words, tokens), directory)
