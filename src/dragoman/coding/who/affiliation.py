"""Whose somebody is: the country, and the body, that a phrase attaches its head to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from dragoman.coding.who.places_of import country_of_place, name_at
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
            speaks = case == "for" and self._speaks(head) and self._is_somebody(child)
            if case in _BELONGS or speaks:
                self._owner(child, found, depth)
        elif dep in ("acl", "acl:relcl", "amod", "advcl") and child > head and depth < 2:
            self._clause(child, found, depth)

    def _speaks(self, head: int) -> bool:
        """Whether the head is somebody who acts for others: "spokesman for", "minister for"."""
        role = self.glossary.roles.get(head)
        return role is not None and role.noun.category == "office" and role.noun.sector != "CVL"

    def _is_somebody(self, index: int) -> bool:
        glossary = self.glossary
        role = glossary.roles.get(index)
        body = role is not None and role.noun.category in ("body", "armed")
        body = body or _is_many(role)
        return body or index in glossary.nations or index in glossary.listed

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
            if role is not None and (
                role.noun.category in ("body", "armed", "collective") or _is_many(role)
            ):
                found.bodies.append(role)
            if tree.ent[index] == "LOC" or tree.pos[index] == "PROPN":
                found.add((country_of_place(name_at(tree, index)),), EXPLICIT)
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
            found = set[str]()
            for at in range(len(words) - length + 1):
                first, last = words[at], words[at + length - 1]
                if last - first == length - 1:
                    code = country_of_place(" ".join(tree.texts[first : last + 1]))
                    found |= {code} if code is not None else set()
            if found:
                return found.pop() if len(found) == 1 else None
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

    def implied(self, roles: list[RoleMatch]) -> tuple[str | None, bool]:
        """The country that an English title alone names, and whether it yields to the context."""
        lexicon = load_roles()
        for role in roles:
            code = lexicon.implied.get(role.form)
            if code is not None:
                return code, role.form in lexicon.weak
        return None, False


def _is_many(role: RoleMatch | None) -> bool:
    """Whether a noun in the plural is a body to belong to: "a spokesman for the rebels"."""
    return role is not None and role.noun.plural and role.noun.sector in _BODIES_OF_MANY


_BODIES_OF_MANY = frozenset({"REB", "UAF", "PRM", "OPP"})
