"""What country, and what armed group, a report speaks of around a phrase."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from dragoman.coding.who.places_of import country_of_place, name_at
from dragoman.language.glossary import Glossary
from dragoman.language.syntax import Tree
from dragoman.ontology.directory import Listing

_UNKNOWN = frozenset({"unidentified", "unknown", "other", "masked", "rival"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"})
_POSSESSED = frozenset({"nmod:poss", "compound", "amod", "obl:agent", "nmod:desc"})
_BLOCS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})


class Surroundings:
    """What a document names sentence by sentence, asked by token."""

    def __init__(self, tree: Tree, glossary: Glossary) -> None:
        self.tree = tree
        self.glossary = glossary
        self._context: dict[int, str | None] = {}
        self._counts = self._count()
        self._group: Listing | None = None
        self._told: set[int] = set()
        self._chief_group()
        self._total = sum(self._counts, Counter[str]())
        self._paragraphs = _paragraphs(tree)

    def _count(self) -> list[Counter[str]]:
        """Countries named, sentence by sentence."""
        tree = self.tree
        counts: list[Counter[str]] = [
            Counter() for _ in range((tree.sentence[-1] + 1) if tree.sentence else 0)
        ]
        for index, nation in self.glossary.nations.items():
            if nation.start == index and nation.country.kind != "bloc":
                weight = 2 if nation.nationhood == "capital" else 3
                counts[tree.sentence[index]][nation.country.code] += weight
        for index, listed in self.glossary.listed.items():
            country = listed.match.listing.country
            if listed.start == index and country and len(country) == 3 and country not in _BLOCS:
                counts[tree.sentence[index]][country] += 1
        for index, label in enumerate(tree.ent):
            known = index in self.glossary.nations or index in self.glossary.listed
            if label == "LOC" and tree.ent_start[index] == index and not known:
                code = country_of_place(name_at(tree, index))
                if code:
                    counts[tree.sentence[index]][code] += 2
        return counts

    def scene(self, index: int) -> str | None:
        """The one country that the sentence names as a place, not as somebody's adjective."""
        tree = self.tree
        codes: list[str] = []
        at = index
        while at > 0 and tree.sentence[at - 1] == tree.sentence[index]:
            at -= 1
        while at < len(tree.sentence) and tree.sentence[at] == tree.sentence[index]:
            nation = self.glossary.nations.get(at)
            if nation is not None and nation.nationhood in ("name", "part", "capital"):
                acting = nation.nationhood != "part" and tree.dep[at] in ("nsubj", "obj", "iobj")
                if not acting and tree.dep[at] not in _POSSESSED:
                    codes.append(nation.country.code)
            elif tree.ent[at] == "LOC" and tree.ent_start[at] == at and nation is None:
                code = country_of_place(name_at(tree, at))
                if code is not None:
                    codes.append(code)
            at += 1
        return codes[0] if len(set(codes)) == 1 else None

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
        """Whether a country is another participant of the same verb: "the ministry warned Iran"."""
        tree = self.tree
        if tree.dep[index] not in _ARGUMENTS:
            return False
        return any(
            child != index
            and tree.dep[child] in ("nsubj", "obj", "obl:agent")
            and child in self.glossary.nations
            and self.glossary.nations[child].country.code == country
            for child in tree.children[tree.head[index]]
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

        Sentences count by nearness; the country must bring together half of what is counted.
        """
        sentence = self.tree.sentence[index]
        if sentence not in self._context:
            self._context[sentence] = self._prevailing(sentence)
        return self._context[sentence]

    @cached_property
    def is_roundup(self) -> bool:
        """Whether the text is a list of unrelated reports: many paragraphs, no chief country."""
        mass = sum(self._total.values())
        return (
            len(self._total) >= _MANY_COUNTRIES
            and max(self._paragraphs, default=0) >= _MANY_COUNTRIES
            and max(self._total.values()) < _CHIEF_SHARE * mass
        )

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
        return code if best >= 0.4 * sum(weights.values()) else None

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


_MANY_COUNTRIES = 6
_CHIEF_SHARE = 0.3
"""A roundup names at least so many countries, in as many paragraphs, none of them with this share
of all namings; read off lists of the day's news."""
