"""Where an act took place by the text around it: the scene that the report has set.

Four ways, from sure to less so: the place that opens the sentence ("In Homs, …"); the place told
elsewhere of the same thing ("an attack on a convoy near X … the convoy was hit"); the one fine
place of the words just before; and of several, the one wider place that the text names for them.
Words said at a meeting were said where it was held (`with_meeting_places`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from spacy.tokens import Span, Token

from dragoman.coding.where.phrases import COUNTRY, PhrasePlaces, case_of, is_definite
from dragoman.ontology.toponymy import COMMON_NOUNS, WHERE
from dragoman.records import EventMention

_BEFORE: Final = 2  # sentences looked back at
_OCCURRING: Final = frozenset(["take", "occur", "happen", "unfold", "erupt", "begin", "start"])
_GOING_ON: Final = frozenset(
    ["he", "she", "it", "they", "him", "her", "them", "this", "that", "these", "those"]
)
_MEETING_IN_MIND: Final = 8
"""Acts over which a report still tells what was said at a meeting."""
_WORDS: Final = frozenset(["SUPPORT", "AGREE", "REQUEST", "REJECT", "CONCEDE", "ACCUSE"])


class Scenes:
    """Looks for the scene of an act in one report."""

    def __init__(self, phrases: PhrasePlaces, *, is_roundup: bool = False) -> None:
        """`is_roundup`: each paragraph of the text tells of something else."""
        self._is_roundup = is_roundup
        self._phrases = phrases
        self._named = phrases.named

    def setting(self, trigger: Token) -> int | None:
        """The place that opens the sentence and so sets its scene: "In Homs, …"."""
        start = trigger.sent.start
        for index in range(start + 1, min(start + 5, trigger.i)):
            if index in self._named and self._named[index].use == "literal":
                opened = trigger.doc[start].lower_ in WHERE
                return index if opened else None
        return None

    def of_the_same(self, trigger: Token, clause: Token) -> int | None:
        """The place that the text tells, before or after, of what the act is or is done to."""
        own = {
            token.lemma_.lower(): token
            for token in _things(trigger, clause)
            if token.lemma_.lower() not in COMMON_NOUNS
        }
        if not own:
            return None
        found: set[int] = set()
        for noun, index in self._placed_nouns():
            same = own.get(noun.lemma_.lower())
            if same is None or same.i == noun.i:
                continue
            if self._is_roundup and _paragraph_breaks(
                max(same, noun, key=_at), min(same, noun, key=_at).i
            ):
                continue
            if is_definite(max(same, noun, key=_at)):
                found.add(index)
        return self._one(found)

    def _placed_nouns(self) -> Iterator[tuple[Token, int]]:
        """Common nouns that the text puts at a place finer than a country, with the place."""
        for index, toponym in self._named.items():
            if toponym.span.root.i != index or self._phrases.fineness(index) >= COUNTRY:
                continue
            head = toponym.span.root
            if not case_of(head) & WHERE:
                continue
            noun = head.head
            if noun.lemma_.lower() in _OCCURRING and noun.dep_ == "acl:relcl":
                chain = head.doc[noun.head.i : noun.i]  # what "which" means the parse only guesses
                yield from ((token, index) for token in chain if token.pos_ == "NOUN")
            elif noun.pos_ == "NOUN":
                yield noun, index

    def _one(self, indices: set[int]) -> int | None:
        """The one place they name, or None where they differ."""
        names = {place.name for i in indices if (place := self._named[i].place)}
        return min(indices) if len(names) == 1 else None

    def told_before(self, trigger: Token) -> int | None:
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
                if low <= i < high
                and self._named[i].use == "literal"
                and self._phrases.fineness(i) < COUNTRY
                and not _is_origin(self._named[i].span.root)
                and not (look == 0 and _is_elsewhere(self._named[i].span.root, trigger))
            ]
            names = {p.name for i in found if (p := self._named[i].place)}
            if len(names) == 1:
                apart = look and _paragraph_breaks(trigger, found[0])
                alone = apart and (self._elsewhere(sentence, found[0]) or not _looks_back(sentence))
                return None if alone else found[0]
            if names:
                return self._around(found, low)
            if look and _paragraph_breaks(trigger, low):
                break
            if self._is_roundup and low and _paragraph_breaks(trigger, low - 1):
                break
        return None

    def _around(self, found: Sequence[int], low: int) -> int | None:
        """The place that the text sets as the scene of several others, named before them."""
        doc = self._named[found[0]].span.doc
        before = doc[low - 1].sent.start if low else 0
        for index in sorted((i for i in self._named if before <= i < found[-1]), reverse=True):
            around = self._named[index]
            if around.use != "literal" or not case_of(around.span.root) & WHERE:
                continue
            if all(self._phrases.lies_in(i, index) for i in found):
                return index
        return None

    def _elsewhere(self, sentence: Span, index: int) -> bool:
        """Whether the sentence names countries and the place lies in none of them."""
        place = self._named[index].place
        near = [
            self._named[i].place for i in range(sentence.start, sentence.end) if i in self._named
        ]
        countries = {p.country for p in near if p is not None and p.country}
        return place is not None and bool(countries) and place.country not in countries


def _at(token: Token) -> int:
    return token.i


def _things(trigger: Token, clause: Token) -> Iterator[Token]:
    """The nouns by which an act may be told again: its own, its object, what did the harm."""
    if trigger.pos_ == "NOUN":
        yield trigger
    for anchor in {trigger.i: trigger, clause.i: clause}.values():
        if anchor.dep_ == "acl:relcl" and anchor.head.pos_ == "NOUN":
            yield anchor.head
        for child in anchor.children:
            if child.dep_ in ("obj", "nsubj:pass") and child.pos_ == "NOUN":
                yield child


def _is_elsewhere(place: Token, trigger: Token) -> bool:
    """Whether a place after the act belongs to the subject of another clause, or tells where others
    meanwhile are ("…, with the envoy arriving in X")."""
    if place.i < trigger.i:
        return False
    after = [token for token in (place, *place.ancestors) if token.i > trigger.i]
    return any(token.dep_.partition(":")[0] == "nsubj" or _is_aside(token) for token in after)


def _is_aside(verb: Token) -> bool:
    inside = {(child.dep_, child.lower_) for child in verb.children}
    own = any(dep == "nsubj" for dep, _ in inside)
    return verb.dep_ == "advcl" and own and ("mark", "with") in inside


def _is_origin(place: Token) -> bool:
    """Whether a place tells where somebody is from: "X of Homs", "mayor X from Homs"."""
    return case_of(place) <= {"of", "from"} and place.dep_ == "nmod" and place.head.pos_ == "PROPN"


def _looks_back(sentence: Span) -> bool:
    """Whether a sentence goes on with what was told: "the attack", "they", "there"."""
    return any(
        (token.pos_ == "PRON" and token.lower_ in _GOING_ON)
        or token.lower_ in ("there", "here")
        or (token.pos_ == "NOUN" and is_definite(token))
        for token in sentence
    )


def _paragraph_breaks(trigger: Token, start: int) -> bool:
    return any("\n" in token.text for token in trigger.doc[start : trigger.i])


def with_meeting_places(events: Sequence[EventMention]) -> list[EventMention]:
    """Words between those who have just met were said where they met.

    Needs both sides among those at the meeting; of an agreement, two of them.
    """
    completed: list[EventMention] = []
    met: EventMention | None = None
    since = 0
    for event in events:
        since += 1
        if event.type == "CONSULT" and event.status == "actual" and "phone" not in event.modes:
            if event.place is not None and len(_people(event)) > 1:
                met, since = event, 0
        elif met is not None and since <= _MEETING_IN_MIND and _said_at(met, event):
            path = (*event.path, "place: where those who speak had met")
            event = replace(event, place=met.place, path=path)
        completed.append(event)
    return completed


def _people(event: EventMention) -> set[str]:
    return {p.entity for p in (*event.actors, *event.recipients) if p.entity}


def _said_at(meeting: EventMention, event: EventMention) -> bool:
    if event.place is not None or event.type not in _WORDS or event.status != "actual":
        return False
    there, own = _people(meeting), _people(event)
    return len(own) > 1 and own <= there and bool(event.actors)
