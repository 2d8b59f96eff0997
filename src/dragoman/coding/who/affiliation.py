"""Whose somebody is: the country, and the body, that a phrase attaches its head to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from dragoman.coding.who.places_of import country_of_place
from dragoman.language.glossary import Glossary, RoleMatch
from dragoman.language.syntax import Tree
from dragoman.ontology.directory import Listing
from dragoman.ontology.reference import reference_words
from dragoman.ontology.roles import load_roles

EXPLICIT: Final = 3
LISTED: Final = 2
IMPLIED: Final = 1
CONTEXT: Final = 0
"""How a country was found, the surest first: said by the phrase, known of the name, meant by the
title alone, taken from the report around."""

_UNKNOWN = frozenset({"unidentified", "unknown", "other", "masked", "rival"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:agent"})
_FOR = frozenset({"pro", "anti"})
_SUFFIXED = reference_words("suffixed")
_BELONGS = frozenset({"of", "from", "in", "at", "within", "across", "inside", "on", "throughout"})
_OPPOSED = frozenset({"oppose", "fight", "battle", "resist", "rebel", "topple", "overthrow"})
_LOYAL = frozenset({"loyal", "ally", "allied", "loyalist", "support", "back", "belong", "live"})


@dataclass(slots=True)
class Affiliation:
    """What a phrase attaches to: countries (several where coordinated), listings, bodies."""

    countries: list[str] = field(default_factory=list)
    strength: int = CONTEXT
    listings: list[Listing] = field(default_factory=list)
    bodies: list[RoleMatch] = field(default_factory=list)
    opposed: bool = False
    linked: list[int] = field(default_factory=list)

    def add(self, codes: Iterable[str | None], strength: int) -> None:
        """Take countries named together; surer ones replace what was there, others are late."""
        found = [code for code in dict.fromkeys(codes) if code is not None]
        if found and (not self.countries or strength > self.strength):
            self.countries, self.strength = found, strength


class Affiliations:
    """Affiliations of a document's phrases; `country_at` asks for a chain's country by head."""

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

    def of(self, head: int, core: tuple[int, int], name: tuple[int, int] | None) -> Affiliation:
        """What the phrase with that head and bare range attaches to."""
        found = Affiliation()
        inside = range(name[0], name[1]) if name else range(0)
        self._before(head, core, inside, found)
        for child in self.tree.children[head]:
            self._dependant(head, child, found, 0)
        self._adjacent_opposition(head, found)
        for index in range(*core):
            if self.tree.dep[index] == "nmod:desc" and self.tree.head[index] == head:
                for child in self.tree.children[index]:
                    self._dependant(index, child, found, 0)
        return found

    def _before(self, head: int, core: tuple[int, int], inside: range, found: Affiliation) -> None:
        """Demonyms, country names, listed names and bodies among the words before the head."""
        tree = self.tree
        nearest: int | None = None
        for index in range(core[0], core[1]):
            if index in inside or index == head:
                continue
            if not self._modifies(index, head) and index + 1 != head:
                continue
            nation = self.glossary.nations.get(index)
            listed = self.glossary.listed.get(index)
            if nation is not None and nation.start == index and self.favours(index):
                continue
            if nation is not None and nation.start == index and not self.hyphened(nation.end):
                if nation.nationhood == "capital" and tree.dep[index] not in (
                    "compound",
                    "nmod:poss",
                ):
                    continue
                nearest = index
            elif listed is not None and listed.start == index:
                listing = listed.match.listing
                if not (listing.kind == "person" and tree.dep[index] == "nmod:desc"):
                    found.listings.append(listing)
                    found.linked.append(index)
            role = self.glossary.roles.get(index)
            if role is not None and role.noun.category == "body" and listed is None:
                found.bodies.append(role)
        armed = [x for x in found.listings if x.kind == "armed_group"]
        if armed:
            found.add((armed[-1].country,), EXPLICIT)
        if nearest is not None:
            found.add(self._coordinated(nearest), EXPLICIT)
        for listing in found.listings:
            found.add((listing.country,), EXPLICIT)

    def _modifies(self, index: int, head: int) -> bool:
        """Whether a word hangs on the head by modifiers alone, not inside a complement."""
        node = index
        for _ in range(5):
            if node == head:
                return True
            if self.tree.relation(node) not in (
                "amod", "compound", "nmod", "flat", "conj", "det", "nummod", "appos", "advmod", "acl",
            ):  # fmt: skip
                return False
            if self.tree.head[node] == node:
                return False
            node = self.tree.head[node]
        return False

    def favours(self, start: int) -> bool:
        """Whether "pro-" or "anti-" comes before: whose side somebody takes is not whose he is."""
        lower = self.tree.lower
        if start >= 1 and lower[start - 1] in ("pro-", "anti-"):
            return True
        return start >= 2 and lower[start - 1] in ("-", "–", "‑") and lower[start - 2] in _FOR

    def hyphened(self, end: int) -> bool:
        """Whether "-backed", "-made" … follows: then the country is not the phrase's own."""
        lower = self.tree.lower
        for index in range(end, min(end + 2, len(lower))):
            word = lower[index].lstrip("-–‑")
            if word in _SUFFIXED:
                return True
            if lower[index] not in ("-", "–", "‑"):
                break
        return False

    def _coordinated(self, index: int) -> list[str]:
        """Countries of demonyms coordinated with this one ("Turkish and Iranian officials")."""
        tree, nations = self.tree, self.glossary.nations
        found: list[str] = []
        first = tree.head[index] if tree.dep[index] == "conj" else index
        for node in (first, *tree.children[first]):
            nation = nations.get(node)
            if nation is not None and (node == first or tree.dep[node] == "conj"):
                found.append(nation.country.code)
        return found

    def _dependant(self, head: int, child: int, found: Affiliation, depth: int) -> None:
        tree = self.tree
        dep = tree.dep[child]
        if dep == "nmod:poss":
            self._owner(child, found, depth)
        elif dep in ("nmod", "nmod:unmarked", "obl") and child > head:
            case = self._case(child)
            if case in _BELONGS:
                self._owner(child, found, depth)
        elif dep in ("acl", "acl:relcl", "amod", "advcl") and child > head and depth < 2:
            self._clause(child, found, depth)

    def _case(self, index: int) -> str:
        child = self.tree.child(index, "case")
        return self.tree.lower[child] if child is not None else ""

    def _owner(self, index: int, found: Affiliation, depth: int) -> None:
        """Take what a possessor or complement gives, and look into its own complement."""
        tree, glossary = self.tree, self.glossary
        found.linked.append(index)
        nation, listed = glossary.nations.get(index), glossary.listed.get(index)
        if nation is not None:
            others = self._listed_with(index)
            found.add((nation.country.code, *others), EXPLICIT)
        elif listed is not None:
            found.listings.append(listed.match.listing)
            found.add((listed.match.listing.country,), EXPLICIT)
        else:
            role = glossary.roles.get(index)
            if role is not None and role.noun.category in ("body", "armed", "collective"):
                found.bodies.append(role)
            if tree.ent[index] == "LOC" or tree.pos[index] == "PROPN":
                found.add((country_of_place(self._name_at(index)),), EXPLICIT)
        if depth < 3:
            for child in tree.children[index]:
                self._inner_modifier(child, found)
                self._dependant(index, child, found, depth + 1)

    def _listed_with(self, index: int) -> list[str]:
        """Countries coordinated with a country's name, however the parser nests them."""
        codes: list[str] = []
        waiting = [index]
        while waiting and len(codes) < 40:
            node = waiting.pop(0)
            for child in self.tree.children[node]:
                if self.tree.dep[child] == "conj" and child in self.glossary.nations:
                    codes.append(self.glossary.nations[child].country.code)
                    waiting.append(child)
        return codes

    def _inner_modifier(self, child: int, found: Affiliation) -> None:
        """A demonym or listed name that modifies a possessor or complement."""
        dep = self.tree.dep[child]
        nation, listed = self.glossary.nations.get(child), self.glossary.listed.get(child)
        if dep in ("amod", "compound") and nation is not None:
            if not self.hyphened(nation.end):
                found.add((nation.country.code, *self._coordinated(child)), EXPLICIT)
        elif dep in ("compound", "nmod:desc") and listed is not None:
            found.listings.append(listed.match.listing)
            found.add((listed.match.listing.country,), EXPLICIT)

    def _clause(self, verb: int, found: Affiliation, depth: int) -> None:
        """ "forces opposed to …", "fighters loyal to …", "people living in …"."""
        tree = self.tree
        lemma = tree.lemma[verb]
        opposed = lemma in _OPPOSED or tree.lower[verb] == "opposed"
        if not opposed and lemma not in _LOYAL and tree.lower[verb] != "loyal":
            return
        for child in tree.children[verb]:
            if tree.dep[child] in ("obl", "obj", "nmod", "obl:agent") and child > verb:
                self._owner(child, found, depth + 1)
        found.opposed = found.opposed or opposed

    def place_inside(self, start: int, head: int, *, tagged: bool = False) -> str | None:
        """The country of a town or province named before the head: "a Munich court".

        With `tagged`, only of words that the parser takes for a place.
        """
        tree = self.tree
        words = [
            i
            for i in range(start, head)
            if tree.texts[i][:1].isupper()
            and tree.ent[i] != "PERSON"
            and (not tagged or tree.ent[i] == "LOC")
            and not (tree.dep[i] == "amod" and tree.ent[i] != "LOC")
        ]
        for length in (3, 2, 1):
            for at in range(len(words) - length + 1):
                first, last = words[at], words[at + length - 1]
                if last - first == length - 1:
                    code = country_of_place(" ".join(tree.texts[first : last + 1]))
                    if code is not None:
                        return code
        return None

    def place_after(self, head: int) -> str | None:
        """The country told after a town's name: "Bari, Italy"."""
        for child in self.tree.children[head]:
            nation = self.glossary.nations.get(child)
            if nation is not None and child > head and nation.nationhood in ("name", "part"):
                return nation.country.code
        return None

    def _adjacent_opposition(self, head: int, found: Affiliation) -> None:
        """ "forces opposed to …" where the parser took "opposed" for the sentence's verb."""
        lower = self.tree.lower
        if found.opposed or lower[head + 1 : head + 3] != ["opposed", "to"]:
            return
        found.opposed = True
        for index in range(head + 3, min(head + 8, len(lower))):
            if self.tree.pos[index] in ("NOUN", "PROPN"):
                self._owner(index, found, 1)

    def _name_at(self, index: int) -> str:
        tree = self.tree
        start, end = index, index + 1
        if tree.ent[index]:
            start = tree.ent_start[index]
            while end < len(tree.ent) and tree.ent[end] and tree.ent_start[end] == start:
                end += 1
        else:
            while start and tree.dep[start - 1] == "compound" and tree.head[start - 1] == index:
                start -= 1
        return " ".join(tree.texts[start:end])

    def implied(self, roles: list[RoleMatch]) -> tuple[str | None, bool]:
        """The country that an English title alone names, and whether it yields to the context."""
        lexicon = load_roles()
        for role in roles:
            code = lexicon.implied.get(role.form)
            if code is not None:
                return code, role.form in lexicon.weak
        return None, False

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
                code = country_of_place(self._name_at(index))
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
                code = country_of_place(self._name_at(at))
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


_POSSESSED = frozenset({"nmod:poss", "compound", "amod", "obl:agent", "nmod:desc"})
_BLOCS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "MNC", "ISM"})
