"""Which place name says where an act took place, by the words of its own sentence.

What stands under the act's own words with a locative preposition; the object of a verb that takes
places ("capture", "shell", "visit"); the complement of a noun of action ("liberation of X",
"X offensive"); places within the phrases of its participants ("a school in X"); then the clauses
above, and of an act of force those below. Of two places told together the finer one inside the
other is meant ("into X, striking Y"). A place that belongs to a participant ("the government of X",
"X's army") is none. Where all this is silent, the text around may tell (`scenes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from dragoman.coding.where.phrases import (
    COUNTRY,
    TOPIC,
    Named,
    Option,
    PhrasePlaces,
    case_of,
)
from dragoman.coding.where.scenes import Scenes
from dragoman.ontology.toponymy import (
    DAYS,
    FACILITIES,
    GATHERINGS,
    LOCATIVE,
    NOT_WHERE,
    SAYING,
    SPATIAL,
    TAKES_PLACE,
    WHERE,
    WHITHER,
)

_VERBAL: Final = frozenset(
    ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE", "SANCTION"]
)
"""Types of acts done by words: the places in what is said are not where it is said."""
_MOVING: Final = frozenset(["flee", "displace", "uproot", "deport", "expel", "evict", "host"])
_SUFFERS: Final = frozenset(["face", "suffer", "endure", "witness", "undergo", "experience", "see"])
_JUDGING: Final = SAYING | {"claim", "attribute", "investigate", "confirm", "deny", "report"}
"""Verbs whose doers are not at the act that they speak of: "claimed by a group in X"."""
_SPEAKING: Final = frozenset(["speak", "address", "meet", "visit", "attend", "gather", "tour"])
TOLL: Final = "TOLL"
"""In place of a type: somebody was harmed, by whatever act."""
_FORCE: Final = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "AID", TOLL])
_SIDES: Final = frozenset(["by", "with"])
"""Prepositions of those who take part, whatever place their name holds."""
_STRIKING: Final = frozenset(["ASSAULT", "COERCE", "PROTEST", TOLL])
_HARMS: Final = frozenset(["ASSAULT", "COERCE", "SANCTION"])
_ANYWHERE: Final = frozenset(
    ["resign", "resignation", "quit", "step", "ban", "boycott", "censor", "hack", "surveil"]
)
"""Acts that happen in no place that the text around would tell."""
_LEAVING: Final = frozenset(["leave", "depart", "head", "bind", "sail", "fly", "set", "embark"])
"""Verbs beside which "for" tells where somebody goes; elsewhere it does not."""
_SPOKEN_AT: Final = DAYS | FACILITIES | GATHERINGS | SPATIAL
"""Nouns that may stand between words said and the place where they were."""
_ENACTED: Final = frozenset(["sign", "signing", "initial", "inaugurate", "unveil"])
"""Acts done by words, yet in some place: a treaty is signed somewhere."""
_HARMED: Final = frozenset(
    ["kill", "injure", "wound", "hurt", "die", "drown", "trap", "rescue", "evacuate", "displace",
     "hospitalize", "hospitalise", "shoot", "burn", "poison", "abduct", "kidnap", "miss"]
)  # fmt: skip
"""What befalls people where its cause took place: "two died when a bus overturned in X"."""
_CAUSING: Final = frozenset(["when", "after", "as", "while", "because", "since", "where"])
_UP: Final = frozenset(["conj", "xcomp", "advcl", "acl", "parataxis"])
_BELOW: Final = frozenset(["advcl", "conj", "parataxis"])
_SUBJECTS: Final = frozenset(["nsubj", "csubj"])
_STEPS: Final = 3
_CLAUSAL: Final = 10  # a clause further up weighs as much as ten steps of attachment
_LOWER: Final = 4 * _CLAUSAL  # clauses below come after all above
_MASSES: Final = 8  # the home of those whom an act strikes in masses


class PlaceFinder:
    """Looks for the place of one act; `named` maps token indices to the toponyms over them."""

    def __init__(
        self,
        named: Mapping[int, Named],
        peoples: Mapping[int, Named] | None = None,
        *,
        is_roundup: bool = False,
    ) -> None:
        """`is_roundup`: each paragraph of the text tells of something else."""
        self._is_roundup = is_roundup
        self._named = named
        self._phrases = PhrasePlaces(named, peoples or {})
        self._talk = False  # what the act is about is not where it takes place
        self._harm = False
        self._leaves = False  # "from" tells where it was before "to"
        self._still = False  # where somebody goes next is not where he was

    def find(self, trigger: Token, clause: Token, type_: str | None) -> int | None:
        """The index of a token of the place's name, or None."""
        lemma = trigger.lemma_.lower()
        somewhere = lemma in TAKES_PLACE or lemma in _MOVING or lemma in _ENACTED
        spoken = (type_ in _VERBAL or (type_ is None and lemma in SAYING)) and not somewhere
        self._talk = spoken or type_ == "CONSULT"
        self._harm = type_ in _HARMS
        self._leaves = type_ == "RETREAT"
        self._still = False
        options: list[Option] = [] if spoken else self._sufferer(trigger)
        for rank, anchor in self._anchors(trigger, clause, spoken):
            options += self._under(anchor, rank, spoken)
        if not options and type_ in _STRIKING:
            self._still = True
            for rank, anchor in self._clauses_below(clause):
                options += self._under(anchor, rank, spoken)
        scenes = Scenes(self._phrases, is_roundup=self._is_roundup)
        if options:
            found = self._finest(options, trigger)
            coarse = type_ in _FORCE and self._phrases.fineness(found) == COUNTRY
            finer = scenes.of_the_same(trigger, clause) if coarse else None
            inside = finer is not None and self._phrases.lies_in(finer, found)
            return finer if inside else found
        if spoken or not trigger.doc.has_annotation("SENT_START"):
            return None
        setting = scenes.setting(trigger)
        if setting is not None or type_ not in _FORCE or lemma in _ANYWHERE:
            return setting
        told = scenes.of_the_same(trigger, clause)
        return told if told is not None else scenes.told_before(trigger)

    def _sufferer(self, trigger: Token) -> list[Option]:
        """The place that faces or suffers the act: "Homs endured a siege", "was the target of"."""
        verb = trigger.head
        if trigger.dep_ == "nmod" and verb.lemma_.lower() in ("target", "scene", "site"):
            subjects = [child for child in verb.children if child.dep_ == "nsubj"]
            return [Option(0, i) for one in subjects for i in self._phrases.is_place(one)]
        if trigger.dep_ != "obj" or verb.lemma_.lower() not in _SUFFERS:
            return []
        if verb.dep_ == "xcomp":  # "continues to face"
            verb = verb.head
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        return [Option(0, i) for one in subjects for i in self._phrases.is_place(one)]

    def _finest(self, options: Sequence[Option], trigger: Token) -> int:
        """The finest place of those attached best; one clause's places go before another's."""
        least = min(option.rank // _CLAUSAL for option in options)
        nearest = [option for option in options if option.rank // _CLAUSAL == least]

        def order(option: Option) -> tuple[int, int, int]:
            fineness = self._phrases.fineness(option.index)
            return option.rank, fineness, abs(option.index - trigger.i)

        chosen = min(nearest, key=order).index
        inside = [o for o in nearest if self._phrases.lies_in(o.index, chosen)]
        return min(inside, key=order).index if inside else chosen

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

    def _clauses_below(self, clause: Token) -> Iterator[tuple[int, Token]]:
        """What the act comes with or leads to, done by the same ("and killed", "before fleeing"),
        and what caused the harm that somebody came to."""
        rank = _LOWER
        harmed = clause.lemma_.lower() in _HARMED
        for child in clause.children:
            if child.dep_ not in _BELOW or child.i < clause.i:
                continue
            own = any(c.dep_.partition(":")[0] in _SUBJECTS for c in child.children)
            causes = any(
                c.dep_ in ("mark", "advmod") and c.lower_ in _CAUSING for c in child.children
            )
            others = child.dep_ != "advcl" and child.lemma_.lower() in _HARMED
            if not own or (harmed and (causes or others)):
                yield rank, child
                rank += _CLAUSAL
            if harmed and others:
                yield from self._clauses_below(child)

    def _under(self, anchor: Token, rank: int, spoken: bool) -> list[Option]:
        found: list[Option] = []
        lemma = anchor.lemma_.lower()
        takes = lemma in TAKES_PLACE or _is_led(anchor)
        judges = lemma in _JUDGING
        nominal = anchor.pos_ in ("NOUN", "PROPN")
        for child in anchor.children:
            relation = child.dep_.partition(":")[0]
            if child.dep_ == "nmod:poss" or relation == "compound" or relation == "amod":
                if nominal and not spoken:
                    found += self._modifier(child, rank + 3)
            elif child.dep_ == "obl:agent" and judges:
                continue
            elif relation in ("obl", "nmod", "advmod"):
                found += self._oblique(child, anchor, rank, spoken)
            elif relation == "obj" or child.dep_ == "nsubj:pass":
                if takes and not spoken:
                    found += [Option(rank, i) for i in self._phrases.is_place(child)]
                if not spoken:
                    found += self._within(child, rank + 2)
                    found += self._masses(child, rank)
            elif relation in ("nsubj", "iobj") and not spoken and not judges:
                found += self._within(child, rank + 5)
                if anchor.pos_ not in ("VERB", "AUX"):
                    found += self._masses(child, rank)
            elif relation == "advcl" and spoken and child.lemma_.lower() in _SPEAKING:
                found += self._under(child, rank + 1, spoken)
            elif relation == "acl" and nominal and not spoken:
                found += self._under(child, rank + 3, spoken) if child.i > anchor.i else []
        return found

    def _within(self, token: Token, rank: int) -> list[Option]:
        return self._phrases.within(token, rank, talk=self._talk)

    def _masses(self, token: Token, rank: int) -> list[Option]:
        """Where a people lives that an act strikes in masses."""
        if not self._harm:
            return []
        return [Option(rank + _MASSES, i) for i in self._phrases.people(token)]

    def _modifier(self, child: Token, rank: int) -> list[Option]:
        """ "the Mosul offensive", "Aleppo's fall": a town or province, but no country."""
        places = self._phrases.is_place(child)
        return [Option(rank, i) for i in places if self._phrases.fineness(i) < COUNTRY]

    def _oblique(self, child: Token, anchor: Token, rank: int, spoken: bool) -> list[Option]:
        case = case_of(child)
        if (self._talk and case & TOPIC) or case & NOT_WHERE:
            return []
        direct = [
            i for i in self._phrases.is_place(child) if not self._phrases.between_sides(i, case)
        ]
        if not direct or case & _SIDES:
            return [] if spoken else self._within(child, rank + 1)
        if case & WHERE and not (spoken and case & {"on", "over", "under"}):
            if spoken and _belongs_to_what_is_said(child, anchor):
                return []
            return [Option(rank, i) for i in direct]
        if spoken or self._still:
            return []
        if anchor.pos_ in ("NOUN", "PROPN") and case & {"of", "on", "against", "for"}:
            return [Option(rank + 1, i) for i in direct]
        if self._leaves and "from" in case:
            return [Option(rank, i) for i in direct]
        if case & WHITHER and (case != {"for"} or anchor.lemma_.lower() in _LEAVING):
            return [Option(rank + 1, i) for i in direct]
        if case & {"on", "against"} or not case:
            return [Option(rank + 2, i) for i in direct]
        if case & LOCATIVE and rank < _CLAUSAL:
            return [Option(rank + 4, i) for i in direct]
        return []


def _purpose(verb: Token) -> bool:
    """Whether a clause tells what the act above it is for or comes to: "to retake X", "taking X"."""
    if any(child.lower_ == "to" and child.i < verb.i for child in verb.children):
        return True
    taking = verb.tag_ == "VBG" and verb.i > verb.head.i and verb.lemma_.lower() in TAKES_PLACE
    return taking and not any(child.dep_ == "mark" for child in verb.children)


def _is_led(verb: Token) -> bool:
    """Whether a particle of direction makes the object a place: "driven up Mount X"."""
    return any(c.dep_ == "compound:prt" and c.lower_ in ("up", "down") for c in verb.children)


def _belongs_to_what_is_said(child: Token, anchor: Token) -> bool:
    """Whether a place that the parse hangs on a verb of saying ends a noun's phrase before it.

    "Called for peace in X" tells where peace is wanted, not where the call was made.
    """
    before = child.left_edge.i - 1
    if before <= anchor.i or anchor.lemma_.lower() in _SPEAKING:
        return False
    word = child.doc[before]
    return word.pos_ == "NOUN" and word.lemma_.lower() not in _SPOKEN_AT
