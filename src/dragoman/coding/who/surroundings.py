"""What country, and what armed group, a report speaks of around a phrase."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from dragoman.coding.who.countries_told import BLOCS, Naming, namings
from dragoman.language.glossary import Glossary
from dragoman.language.syntax import Tree
from dragoman.ontology.directory import Listing

_UNKNOWN = frozenset({"unidentified", "unknown", "other", "masked", "rival"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"})
_MEETING = frozenset(
    {"meet", "visit", "host", "receive", "welcome", "greet", "call", "phone", "telephone", "talk",
     "speak", "confer", "negotiate", "discuss", "consult", "brief", "hold"}
)  # fmt: skip
_GROUND, _ACTING, _BODY = 4, 2, 1
"""How much a naming says of where a report plays: a place, a country that acts, a listed body."""


_HARMING = frozenset(
    {"kill", "wound", "injure", "strike", "bomb", "shell", "shoot", "attack", "hit"}
)
_CLAUSES_ABOVE = 3


class Surroundings:
    """What a document names sentence by sentence, asked by token."""

    def __init__(self, tree: Tree, glossary: Glossary) -> None:
        self.tree = tree
        self.glossary = glossary
        self._context: dict[int, str | None] = {}
        self._kin: dict[str, tuple[tuple[int, str], ...]] = {}
        self._namings = tuple(namings(tree, glossary))
        self._counts = self._count()
        self._group: Listing | None = None
        self._told: set[int] = set()
        self._chief_group()
        self._total = sum(self._counts, Counter[str]())
        self._paragraphs = _paragraphs(tree)

    def _count(self) -> list[Counter[str]]:
        """Countries named, sentence by sentence, by how much each naming says of the scene."""
        tree = self.tree
        counts: list[Counter[str]] = [
            Counter() for _ in range((tree.sentence[-1] + 1) if tree.sentence else 0)
        ]
        for naming in self._namings:
            weight = _GROUND if naming.ground else _BODY if naming.listed else _ACTING
            counts[tree.sentence[naming.token]][naming.country] += weight
        return counts

    def scene(self, index: int) -> str | None:
        """The one country that the sentence names as a place, not as somebody who acts."""
        sentence = self.tree.sentence[index]
        told = {n.country for n in self._namings if n.ground and self._at(n) == sentence}
        return told.pop() if len(told) == 1 else None

    def kin(self, index: int, sector: str) -> str | None:
        """The one country whose forces of a sector were named just before: "Chadian troops".

        None where they are of several, or face the phrase.
        """
        sentence = self.tree.sentence[index]
        if sector not in self._kin:
            self._kin[sector] = tuple(self._forces(sector))
        paragraph = self._paragraphs[sentence]
        codes = {
            code
            for told, code in self._kin[sector]
            if sentence - _NEAR <= told <= sentence
            and (not self.is_roundup or self._paragraphs[told] == paragraph)
        }
        (code,) = codes if len(codes) == 1 else (None,)
        return code if code is not None and not self.faces(index, code) else None

    def _forces(self, sector: str) -> Iterator[tuple[int, str]]:
        """The sentence and country of each phrase of a sector that says whose it is."""
        tree, nations = self.tree, self.glossary.nations
        for head, role in self.glossary.roles.items():
            if role.noun.sector != sector:
                continue
            for child in tree.children[head]:
                modifies = tree.dep[child] in ("amod", "compound", "nmod:poss")
                if modifies and child in nations and not _is_hyphened(tree, child):
                    yield tree.sentence[head], nations[child].country.code
        for index, listed in self.glossary.listed.items():
            listing = listed.match.listing
            state = listing.country and listing.country not in BLOCS
            if state and listing.country and sector in listing.sectors[:1]:
                yield tree.sentence[index], listing.country

    def _at(self, naming: Naming) -> int:
        return self.tree.sentence[naming.token]

    def armed_group(self, index: int) -> Listing | None:
        """The armed group that the report keeps speaking of, if it is named close before."""
        if self._group is None:
            return None
        sentence = self.tree.sentence[index]
        paragraph = self._paragraphs[sentence]
        unknown = any(self.tree.lower[c] in _UNKNOWN for c in self.tree.children[index])
        if unknown or self._faces_group(index):
            return None
        near = any(
            sentence - 2 <= told <= sentence
            and (not self.is_roundup or self._paragraphs[told] == paragraph)
            for told in self._told
        )
        return self._group if near else None

    def _faces_group(self, index: int) -> bool:
        """Whether the group is another participant of the same verb: "the group fought rebels"."""
        tree = self.tree
        verb = tree.head[index]
        if tree.dep[index] not in _ARGUMENTS:
            return False
        for child in tree.children[verb]:
            if child != index and tree.dep[child] in _ARGUMENTS:
                inside = (child, *tree.children[child])
                inside += tuple(c for i in tree.children[child] for c in tree.children[i])
                named = (self.glossary.listed[i] for i in inside if i in self.glossary.listed)
                if any(listed.match.listing is self._group for listed in named):
                    return True
        return False

    def faces(self, index: int, country: str) -> bool:
        """Whether a country, or its people at a meeting, are another participant of the same verb.

        "The ministry warned Iran", "the minister met Iranian officials": neither is Iran's.
        """
        tree = self.tree
        if tree.dep[index] not in _ARGUMENTS:
            return False
        verb = tree.head[index]
        meets = tree.lemma[verb] in _MEETING
        for child in tree.children[verb]:
            if child == index:
                continue
            if tree.dep[child] in ("nsubj", "obj", "obl:agent") and self._is_of(child, country):
                return True
            met = tree.dep[child] in ("nsubj", "obj", "obl", "iobj") and child != index
            case = tree.child(child, "case")
            with_ = case is None or tree.lower[case] in ("with", "to")
            if meets and met and with_ and self._bears(child, country):
                return True
        return False

    def is_struck_by(self, index: int, country: str) -> bool:
        """Whether that country's forces are told to do somebody harm: "the navy of X killed four".

        The doer may be the subject of the clause above ("struck a boat, killing four").
        """
        tree = self.tree
        verb = tree.head[index]
        if tree.dep[index] not in ("obj", "nsubj:pass") or tree.lemma[verb] not in _HARMING:
            return False
        for _ in range(_CLAUSES_ABOVE):
            doer = tree.child(verb, "nsubj", "obl:agent")
            if doer is not None and doer != index:
                role = self.glossary.roles.get(doer)
                listed = self.glossary.listed.get(doer)
                armed = role is not None and role.noun.sector == "MIL"
                armed = armed or (listed is not None and "MIL" in listed.match.listing.sectors)
                listed_there = listed is not None and listed.match.listing.country == country
                bears = listed_there or self._bears(doer, country)
                return self._is_of(doer, country) or (armed and bears)
            if tree.dep[verb] not in ("advcl", "conj", "xcomp", "acl"):
                return False
            verb = tree.head[verb]
        return False

    def master(self, index: int) -> str | None:
        """The country that does something to somebody: "Chad jailed an opposition leader"."""
        tree = self.tree
        if tree.dep[index] not in ("obj", "nsubj:pass"):
            return None
        doer = tree.child(tree.head[index], "nsubj", "obl:agent")
        nation = self.glossary.nations.get(doer) if doer is not None else None
        return nation.country.code if nation is not None else None

    def _is_of(self, index: int, country: str) -> bool:
        nation = self.glossary.nations.get(index)
        return nation is not None and nation.country.code == country

    def _bears(self, index: int, country: str) -> bool:
        """Whether a phrase bears a country's name or adjective: "officials of Iran"."""
        return self._is_of(index, country) or any(
            self._is_of(child, country)
            for child in self.tree.children[index]
            if self.tree.dep[child] in ("amod", "compound", "nmod:poss", "nmod", "nmod:desc")
        )

    def _chief_group(self) -> None:
        """The listed armed group named most often, if no other comes near it."""
        counts: Counter[Listing] = Counter()
        for index, listed in self.glossary.listed.items():
            if listed.start == index and listed.match.listing.kind == "armed_group":
                counts[listed.match.listing] += 1
        if not counts:
            return
        (best, number), *rest = counts.most_common(2)
        if not rest or 2 * number >= 3 * rest[0][1]:
            self._group = best
            self._told = {
                self.tree.sentence[index]
                for index, listed in self.glossary.listed.items()
                if listed.match.listing is best
            }

    def context(self, index: int) -> str | None:
        """The country that the report speaks of around a token, or None where none prevails.

        Sentences count by nearness; the country must bear most of what is counted, and have been
        told as ground or more than once.
        """
        sentence = self.tree.sentence[index]
        if sentence not in self._context:
            self._context[sentence] = self._prevailing(sentence)
        return self._context[sentence]

    @cached_property
    def is_roundup(self) -> bool:
        """Whether the text is a list of unrelated reports: many paragraphs, no chief country."""
        told = Counter(naming.country for naming in self._namings)
        if len(told) < _MANY_COUNTRIES or max(self._paragraphs, default=0) < _MANY_COUNTRIES:
            return False
        spread = {(self._paragraphs[self._at(n)], n.country) for n in self._namings}
        paragraphs = len({paragraph for paragraph, _ in spread})
        reach = max(Counter(country for _, country in spread).values())
        chief = max(told.values())
        return chief < _CHIEF_SHARE * told.total() or reach < _CHIEF_REACH * paragraphs

    def _prevailing(self, sentence: int) -> str | None:
        if self.is_roundup:
            return self._prevailing_near(sentence)
        weights = {code: 0.5 * count for code, count in self._total.items()}
        for number in range(max(0, sentence - 5), min(len(self._counts), sentence + 6)):
            gap = sentence - number
            extra = 3.5 if gap == 0 else (1.5 if 0 < gap <= 2 else 0.5)
            for code, count in self._counts[number].items():
                weights[code] = weights.get(code, 0.0) + extra * count
        if not weights:
            return None
        code, best = min(weights.items(), key=lambda item: (-item[1], item[0]))
        if best < _PREVAILING * sum(weights.values()):
            return None
        return code if self._total[code] >= _GROUND or self._is_the_only(code) else None

    def _is_the_only(self, code: str) -> bool:
        """Whether a report names one country alone, as somebody's: "Chad's president"."""
        tree = self.tree
        deps = {
            tree.dep[self.glossary.nations[n.token].end - 1]
            for n in self._namings
            if n.token in self.glossary.nations
        }
        return len(self._total) == 1 and deps <= {"nmod:poss", "amod", "compound", "nmod"}

    def _prevailing_near(self, sentence: int) -> str | None:
        """The country that most of a paragraph's namings up to a sentence are of."""
        counts: Counter[str] = Counter()
        for number in range(len(self._counts)):
            if self._paragraphs[number] == self._paragraphs[sentence]:
                counts.update(self._counts[number])
        if not counts:
            return None
        code, best = min(counts.items(), key=lambda item: (-item[1], item[0]))
        return code if 2 * best > sum(counts.values()) else None


def _paragraphs(tree: Tree) -> list[int]:
    """The paragraph of each sentence, by the blank lines before it."""
    found: list[int] = []
    paragraph = 0
    for index, sentence in enumerate(tree.sentence):
        if sentence >= len(found):
            found.append(paragraph)
        if "\n\n" in tree.texts[index]:
            paragraph += 1
    return found


def _is_hyphened(tree: Tree, index: int) -> bool:
    return tree.texts[index + 1 : index + 2] in (["-"], ["–"], ["‑"])


_NEAR = 3
"""Sentences over which "the army" is the one named before."""
_PREVAILING = 0.55
"""The share of the weight around that makes a country the scene; read off inferred countries of
news reports: at .4 one in six was wrong."""
_MANY_COUNTRIES = 6
_CHIEF_SHARE = 0.3
_CHIEF_REACH = 0.42
"""A roundup names at least so many countries, in as many paragraphs, none of them with this share
of all namings or in this share of the paragraphs that name any; read off lists of the day's news
and off other reports."""
