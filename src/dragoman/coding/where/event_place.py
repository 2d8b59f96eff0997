"""Which place name says where an act took place.

By syntax first: what stands under the act's own words with a locative preposition; the object of a
verb that takes places ("capture", "shell", "visit"); the complement of a noun of action ("liberation
of X", "X offensive"); places within the phrases of its participants ("a school in X"); then the
clauses above. A place that belongs to a participant ("the government of X", "X's army") is none.
Words of a place already named ("the city", "there") stand for it. Where syntax is silent, an act of
force takes the place of the words just before it, if these name only one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from spacy.tokens import Span, Token

from dragoman.ontology.toponymy import (
    HOLDS,
    LOCATIVE,
    SAYING,
    SPATIAL,
    TAKES_PLACE,
    WHERE,
    WHITHER,
)
from dragoman.records.values import Place

_VERBAL: Final = frozenset(
    ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SANCTION"]
)
"""Types of acts done by words: the places in what is said are not where it is said."""
_MOVING: Final = frozenset(["flee", "displace", "uproot", "deport", "expel", "evict", "host"])
_SUFFERS: Final = frozenset(["face", "suffer", "endure", "witness", "undergo", "experience", "see"])
_LINKS: Final = frozenset(["follow", "precede", "accompany"])  # "followed by": another act
_TOPIC: Final = frozenset(["on", "about", "regarding", "concerning", "over"])
_SPEAKING: Final = frozenset(["speak", "address", "meet", "visit", "attend", "gather", "tour"])
_FORCE: Final = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID"])
_STAND_INS: Final[Mapping[str, frozenset[str]]] = {
    "city": frozenset(["city"]),
    "town": frozenset(["city"]),
    "village": frozenset(["city"]),
    "province": frozenset(["admin1"]),
    "governorate": frozenset(["admin1"]),
    "region": frozenset(["admin1"]),
    "district": frozenset(["admin1", "city"]),
    "strip": frozenset(["admin1"]),
    "territory": frozenset(["admin1"]),
    "enclave": frozenset(["admin1", "city"]),
    "capital": frozenset(["city"]),
    "camp": frozenset(["city", "point"]),
    "country": frozenset(["country"]),
}
_FINE: Final = {"point": 0, "city": 1, "admin1": 2, "country": 3}
_UP: Final = frozenset(["conj", "xcomp", "advcl", "acl", "parataxis"])
_STEPS: Final = 3
_CLAUSAL: Final = 10  # a clause further up weighs as much as ten steps of attachment
_BEFORE: Final = 2  # sentences looked back at


class Named(Protocol):
    """What this module needs of a toponym."""

    @property
    def place(self) -> Place | None: ...
    @property
    def use(self) -> str: ...


@dataclass(frozen=True, slots=True)
class _Option:
    """A place found for the act; options compare by how closely they are attached, then finest."""

    rank: int
    index: int


class PlaceFinder:
    """Looks for the place of one act; `named` maps token indices to the toponyms over them."""

    def __init__(self, named: Mapping[int, Named]) -> None:
        self._named = named
        self._talk = False  # what the act is about is not where it takes place

    def find(self, trigger: Token, clause: Token, type_: str | None) -> int | None:
        """The index of a token of the place's name, or None."""
        lemma = trigger.lemma_.lower()
        spoken = (type_ in _VERBAL or (type_ is None and lemma in SAYING)) and not (
            lemma in TAKES_PLACE or lemma in _MOVING
        )
        self._talk = spoken or type_ == "CONSULT"
        options: list[_Option] = [] if spoken else self._sufferer(trigger)
        for rank, anchor in self._anchors(trigger, clause, spoken):
            options += self._under(anchor, rank, spoken)
        if options:
            return self._finest(options, trigger)
        if spoken or not trigger.doc.has_annotation("SENT_START"):
            return None
        setting = self._setting(trigger)
        if setting is not None:
            return setting
        return self._told_before(trigger) if type_ in _FORCE else None

    def _sufferer(self, trigger: Token) -> list[_Option]:
        """The place that faces or suffers the act: "Homs endured a siege"."""
        verb = trigger.head
        if trigger.dep_ != "obj" or verb.lemma_.lower() not in _SUFFERS:
            return []
        if verb.dep_ == "xcomp":  # "continues to face"
            verb = verb.head
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        return [_Option(0, i) for subject in subjects for i in self._is_place(subject)]

    def _finest(self, options: Sequence[_Option], trigger: Token) -> int:
        """The finest place of those attached best; one clause's places go before another's."""
        least = min(option.rank // _CLAUSAL for option in options)
        nearest = [option for option in options if option.rank // _CLAUSAL == least]
        return min(
            nearest, key=lambda o: (o.rank, self._fineness(o.index), abs(o.index - trigger.i))
        ).index

    def _fineness(self, index: int) -> int:
        place = self._named[index].place
        return _FINE[place.precision] if place else len(_FINE)

    def _anchors(self, trigger: Token, clause: Token, spoken: bool) -> list[tuple[int, Token]]:
        """The words to look under, with how far each is from the act itself."""
        out, seen = [(0, trigger)], {trigger.i}
        head = trigger
        for step in range(1, _STEPS + 1):  # a noun of action within its clause
            if head.i == clause.i or head.head.i == head.i or trigger.i == clause.i:
                break
            head = head.head
            if head.i not in seen and (head.i == clause.i or head.pos_ in ("NOUN", "VERB")):
                seen.add(head.i)
                out.append((step, head))
        if clause.i not in seen:
            seen.add(clause.i)
            out.append((2, clause))
        for _, above in tuple(out):
            inner = [c for o in above.children if o.dep_ == "obj" for c in o.children]
            for child in () if spoken else (*above.children, *inner):
                if (
                    child.dep_ in ("xcomp", "acl", "advcl")
                    and child.i not in seen
                    and _purpose(child)
                ):
                    seen.add(child.i)
                    out.append((4, child))
        head = clause
        for step in range(1, _STEPS + 1):
            if head.dep_.partition(":")[0] not in _UP or head.head.i in seen:
                break
            head = head.head
            seen.add(head.i)
            out.append((step * _CLAUSAL, head))
        return out

    def _under(self, anchor: Token, rank: int, spoken: bool) -> list[_Option]:
        found: list[_Option] = []
        takes = anchor.lemma_.lower() in TAKES_PLACE
        nominal = anchor.pos_ in ("NOUN", "PROPN")
        for child in anchor.children:
            relation = child.dep_.partition(":")[0]
            if child.dep_ == "nmod:poss" or relation == "compound" or relation == "amod":
                if nominal and not spoken:
                    found += self._modifier(child, rank + 3)
            elif relation in ("obl", "nmod", "advmod"):
                found += self._oblique(child, rank, spoken, nominal)
            elif relation == "obj" or child.dep_ == "nsubj:pass":
                if takes and not spoken:
                    found += [_Option(rank, i) for i in self._is_place(child)]
                if not spoken:
                    found += self._within(child, rank + 2)
            elif relation in ("nsubj", "iobj") and not spoken:
                found += self._within(child, rank + 5)
            elif relation == "advcl" and spoken and child.lemma_.lower() in _SPEAKING:
                found += self._under(child, rank + 1, spoken)
            elif relation == "acl" and nominal and not spoken:
                found += self._under(child, rank + 3, spoken) if child.i > anchor.i else []
        return found

    def _modifier(self, child: Token, rank: int) -> list[_Option]:
        """ "the Mosul offensive", "Aleppo's fall": a town or province, but no country."""
        return [_Option(rank, i) for i in self._is_place(child) if self._fineness(i) < 3]

    def _oblique(self, child: Token, rank: int, spoken: bool, nominal: bool) -> list[_Option]:
        case = _case(child)
        if self._talk and case & _TOPIC:
            return []
        direct = self._is_place(child)
        if not direct:
            return [] if spoken else self._within(child, rank + 1)
        if case & WHERE and not (spoken and case & {"on", "over", "under"}):
            return [_Option(rank, i) for i in direct]
        if spoken:
            return []
        if nominal and case & {"of", "on", "against", "for"}:
            return [_Option(rank + 1, i) for i in direct]
        if case & WHITHER:
            return [_Option(rank + 1, i) for i in direct]
        if case & {"on", "against"} or not case:
            return [_Option(rank + 2, i) for i in direct]
        if case & LOCATIVE:
            return [_Option(rank + 4, i) for i in direct]
        return []

    def _is_place(self, token: Token) -> list[int]:
        """The places that a phrase is: its head, or what a spatial noun governs or stands for."""
        if token.i in self._named:
            return [token.i]
        out: list[int] = []
        lemma = token.lemma_.lower()
        spatial = lemma in SPATIAL or token.text[:1].isupper()
        for child in token.children:
            relation = child.dep_.partition(":")[0]
            named = child.i in self._named
            if (relation in ("compound", "appos", "flat") and named and spatial) or (
                child.dep_ == "nmod:poss" and named and spatial and child.i < token.i
            ):
                out.append(child.i)
            elif (
                relation == "nmod"
                and spatial
                and _case(child) & (WHERE | {"of", "such", "like", "including"})
            ):
                out += self._is_place(child)
        if not out and lemma in _STAND_INS and _definite(token):
            stood_for = self._stands_for(token, _STAND_INS[lemma])
            out += [] if stood_for is None else [stood_for]
        if not out and token.lower_ == "there" and token.pos_ == "ADV":
            last = self._last_before(token.i)
            out += [] if last is None else [last]
        return out

    def _within(self, token: Token, rank: int, depth: int = 3) -> list[_Option]:
        """Places in what modifies a participant: "a school in Idlib", "a convoy near Homs"."""
        out: list[_Option] = []
        if depth == 0:
            return out
        lemma = token.lemma_.lower()
        if token.i in self._named:
            return out
        if lemma in SPATIAL:
            out += [_Option(rank, i) for i in self._is_place(token)]
        for child in token.children:
            relation = child.dep_.partition(":")[0]
            if relation in ("nmod", "obl") and child.dep_ != "nmod:poss":
                case = _case(child)
                if self._talk and case & _TOPIC:
                    continue
                direct = self._is_place(child)
                if direct and (case & WHERE or (lemma in HOLDS and "of" in case)):
                    out += [_Option(rank, i) for i in direct]
                elif not direct:
                    out += self._within(child, rank + 1, depth - 1)
            elif relation == "obj" and token.dep_.startswith("acl"):
                out += self._within(child, rank + 1, depth - 1)
            elif relation in ("conj", "appos", "acl") and child.lemma_.lower() not in _LINKS:
                out += self._within(child, rank + 2, depth - 1)
        return out

    def _stands_for(self, token: Token, kinds: frozenset[str]) -> int | None:
        for index in sorted((i for i in self._named if i < token.i), reverse=True):
            place = self._named[index].place
            if place is not None and place.precision in kinds:
                return index
        return None

    def _last_before(self, index: int) -> int | None:
        earlier = [i for i in self._named if i < index and self._named[i].use == "literal"]
        return max(earlier, default=None)

    def _setting(self, trigger: Token) -> int | None:
        """The place that opens the sentence and so sets its scene: "In Homs, …"."""
        start = trigger.sent.start
        for index in range(start + 1, min(start + 5, trigger.i)):
            if index in self._named and self._named[index].use == "literal":
                opened = trigger.doc[start].lower_ in WHERE
                return index if opened else None
        return None

    def _elsewhere(self, sentence: Span, index: int) -> bool:
        """Whether the sentence names countries and the place lies in none of them."""
        place = self._named[index].place
        near = [
            self._named[i].place for i in range(sentence.start, sentence.end) if i in self._named
        ]
        countries = {p.country for p in near if p is not None and p.country}
        return place is not None and bool(countries) and place.country not in countries

    def _told_before(self, trigger: Token) -> int | None:
        """The one fine place that the act's sentence, or else the nearest before it, names."""
        sentence = trigger.sent
        start = end = sentence.start
        for look in range(_BEFORE + 1):
            if look == 0:
                low, high = sentence.start, sentence.end
            else:
                if start == 0:
                    break
                previous = trigger.doc[start - 1].sent
                low, high = previous.start, end
                start = low
                end = low
            found = [
                i
                for i in sorted(self._named)
                if low <= i < high and self._named[i].use == "literal" and self._fineness(i) < 3
            ]
            names = {p.name for i in found if (p := self._named[i].place)}
            if len(names) == 1:
                apart = look and _paragraph_breaks(trigger, found[0])
                return None if apart and self._elsewhere(sentence, found[0]) else found[0]
            if names:
                return None
            if look and _paragraph_breaks(trigger, low):
                break
        return None


def _paragraph_breaks(trigger: Token, start: int) -> bool:
    return any("\n" in token.text for token in trigger.doc[start : trigger.i])


def _purpose(verb: Token) -> bool:
    """Whether a clause tells what the act above it is for or comes to: "to retake X", "taking X"."""
    if any(child.lower_ == "to" and child.i < verb.i for child in verb.children):
        return True
    taking = verb.tag_ == "VBG" and verb.i > verb.head.i and verb.lemma_.lower() in TAKES_PLACE
    return taking and not any(child.dep_ == "mark" for child in verb.children)


def _definite(token: Token) -> bool:
    return any(child.lower_ in ("the", "this", "that") for child in token.children)


def _case(token: Token) -> set[str]:
    return {child.lower_ for child in token.children if child.dep_ == "case"}
