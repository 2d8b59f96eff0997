"""Which places a phrase is, holds or stands for: "the outskirts of X", "a school in X", "the town"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from spacy.tokens import Span, Token

from dragoman.ontology.toponymy import (
    COMPOUNDS,
    FACILITIES,
    HOLDS,
    MOTION,
    NOT_WHERE,
    SPATIAL,
    TOLL_NOUNS,
    WHERE,
    WHITHER,
)
from dragoman.records.values import Place

COUNTRY: Final = 3
"""How fine a country is; everything finer is less, what nobody knows more."""
_FINE: Final = {"point": 0, "city": 1, "admin1": 2, "country": COUNTRY}
_STAND_INS: Final[Mapping[str, frozenset[int]]] = {
    "city": frozenset([1]),
    "town": frozenset([1]),
    "village": frozenset([1]),
    "capital": frozenset([1]),
    "camp": frozenset([0, 1]),
    "district": frozenset([1, 2]),
    "enclave": frozenset([1, 2]),
    "province": frozenset([2]),
    "governorate": frozenset([2]),
    "region": frozenset([2]),
    "strip": frozenset([2]),
    "territory": frozenset([2]),
    "country": frozenset([COUNTRY]),
}
"""Nouns that stand for a place named before, and how fine a place each may stand for."""
_VAGUE: Final = frozenset(["region", "territory", "district"])
"""Those of them that stand for nothing told in another paragraph."""
_LINKS: Final = frozenset(["follow", "precede", "accompany"])  # "followed by": another act


class Named(Protocol):
    """What this module needs of a toponym."""

    @property
    def span(self) -> Span: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def use(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Option:
    """A place found for an act, `index` a token of its name; the least `rank` is the closest."""

    rank: int
    index: int


class PhrasePlaces:
    """Reads the places of phrases; `named` maps token indices to the toponyms over them.

    `peoples` does the same for words for a people, which are no places by themselves.
    """

    def __init__(self, named: Mapping[int, Named], peoples: Mapping[int, Named]) -> None:
        self.named = named
        self.peoples = peoples

    def place(self, index: int) -> Place | None:
        """What the words at an index mean, be they a place's or a people's."""
        toponym = self.named.get(index) or self.peoples.get(index)
        return toponym.place if toponym else None

    def fineness(self, index: int) -> int:
        place = self.place(index)
        return _FINE[place.precision] if place else len(_FINE)

    def lies_in(self, index: int, whole: int) -> bool:
        """Whether one place is a finer one inside another, as far as their divisions tell."""
        place, around = self.place(index), self.place(whole)
        if place is None or around is None or self.fineness(index) >= self.fineness(whole):
            return False
        if around.country is None or place.country != around.country:
            return False
        division = place.admin1
        return around.precision == "country" or (
            division is not None and division in (around.name, around.admin1)
        )

    def is_place(self, token: Token) -> list[int]:
        """The places that a phrase is: its head, or what a spatial noun governs or stands for."""
        if token.i in self.named:
            return [token.i]
        out: list[int] = []
        lemma = token.lemma_.lower()
        spatial = lemma in SPATIAL or token.text[:1].isupper()
        for child in token.children:
            relation = child.dep_.partition(":")[0]
            named = child.i in self.named
            if (relation in ("compound", "appos", "flat") and named and spatial) or (
                child.dep_ == "nmod:poss" and named and spatial and child.i < token.i
            ):
                out.append(child.i)
            elif (
                relation == "nmod"
                and spatial
                and case_of(child) & (WHERE | {"of", "such", "like", "including"})
            ):
                out += self.is_place(child)
        if not out and is_definite(token):
            stood_for = self._stood_for(token)
            out += [] if stood_for is None else [stood_for]
        if not out and token.lower_ == "there" and token.pos_ == "ADV":
            last = self._last_before(token.i)
            out += [] if last is None else [last]
        return out

    def within(self, token: Token, rank: int, *, talk: bool, depth: int = 3) -> list[Option]:
        """Places in what modifies a participant: "a school in Idlib", "a convoy near Homs".

        `talk`: what the phrase is about is not meant ("talks on X").
        """
        out: list[Option] = []
        if depth == 0 or token.i in self.named:
            return out
        lemma = token.lemma_.lower()
        if lemma in SPATIAL or (lemma in COMPOUNDS and is_definite(token)):
            out += [Option(rank, i) for i in self.is_place(token)]
        for child in token.children:
            relation = child.dep_.partition(":")[0]
            if relation in ("nmod", "obl") and child.dep_ != "nmod:poss":
                case = case_of(child)
                if (talk and case & TOPIC) or case & NOT_WHERE:
                    continue
                direct = self.is_place(child)
                placed = case & WHERE or (lemma in HOLDS and "of" in case)
                led = lemma in MOTION and case & _LEADING
                if direct and (placed or led):
                    out += [
                        Option(rank, i) for i in direct if "between" not in case or self._apart(i)
                    ]
                elif not direct:
                    out += self.within(child, rank + 1, talk=talk, depth=depth - 1)
            elif relation == "obj" and token.dep_.startswith("acl"):
                out += self.within(child, rank + 1, talk=talk, depth=depth - 1)
            elif relation in ("conj", "appos", "acl") and child.lemma_.lower() not in _LINKS:
                out += self.within(child, rank + 2, talk=talk, depth=depth - 1)
        return out

    def _apart(self, index: int) -> bool:
        """Whether "between" can set a scene: between towns, but not between states that differ."""
        place = self.named[index].place
        return self.fineness(index) < COUNTRY and place is not None and place.latitude is not None

    def between_sides(self, index: int, case: Collection[str]) -> bool:
        """Whether a place is one of the sides that "between" joins: "a deal between X and Y"."""
        return "between" in case and not self._apart(index)

    def people(self, token: Token) -> Iterator[int]:
        """The people that a phrase counts in masses: "thousands of Syrians", "the Syrian people"."""
        lemma = token.lemma_.lower()
        if token.i in self.peoples and _is_mass(token):
            yield token.i
        for child in token.children:
            below = child.dep_ == "nmod" and case_of(child) == {"of"}
            if below and lemma in TOLL_NOUNS:
                yield from (child.i,) if child.i in self.peoples else self.people(child)
            elif child.dep_ == "amod" and child.i in self.peoples and lemma == "people":
                yield child.i

    def _stood_for(self, token: Token) -> int | None:
        lemma = token.lemma_.lower()
        if lemma in COMPOUNDS or lemma in FACILITIES:
            found = self._facility(token, lemma)
            if found is not None:
                return found
        kinds = _STAND_INS.get(lemma)
        if kinds is None:
            return None
        if lemma == "country":
            return self._country(token)
        start = _paragraph(token) if lemma in _VAGUE else 0
        earlier = sorted((i for i in self.named if start <= i < token.i), reverse=True)
        return next((i for i in earlier if self.fineness(i) in kinds), None)

    def _country(self, token: Token) -> int | None:
        """What "the country" means: the one its sentence, or else the one before, names first.

        Whose act it is there is no such country: "X's forces in the country".
        """
        own = {c.i for c in token.head.children if c.dep_ == "nmod:poss"}
        known = sorted((*self.named, *self.peoples))
        start, end = token.sent.start, token.i
        for _ in range(2):
            inside = [i for i in known if start <= i < end and i not in own]
            countries = [i for i in inside if self.fineness(i) == COUNTRY]
            if countries:
                return countries[0]
            if start == 0:
                break
            start, end = token.doc[start - 1].sent.start, start
        return None

    def _facility(self, token: Token, lemma: str) -> int | None:
        """The named building that "the airport", "the university complex", "the compound" means."""
        words = {lemma, *(c.lemma_.lower() for c in token.children if c.dep_ == "compound")}
        for index in sorted((i for i in self.named if i < token.i), reverse=True):
            name = {word.lower() for word in self.named[index].span.text.split()}
            if name & FACILITIES and (lemma in COMPOUNDS or words & name):
                return index
        return None

    def _last_before(self, index: int) -> int | None:
        earlier = [i for i in self.named if i < index and self.named[i].use == "literal"]
        return max(earlier, default=None)


_LEADING: Final = (WHITHER - {"for"}) | {"on", "of", "from"}
TOPIC: Final = frozenset(["on", "about", "regarding", "concerning", "over"])
"""Prepositions that say what talk is about."""


def _paragraph(token: Token) -> int:
    """Where the paragraph of a token begins."""
    breaks = (i for i in range(token.i - 1, -1, -1) if "\n" in token.doc[i].text)
    return next(breaks, 0)


def _is_mass(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") and any(
        child.lemma_.lower() in TOLL_NOUNS for child in token.subtree if child.i < token.i
    )


def is_definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that") for child in token.children)


def case_of(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}
