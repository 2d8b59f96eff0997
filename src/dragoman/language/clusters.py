"""Chains while they grow, and the keys by which a phrase finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

from dragoman.language.glossary import Glossary, Nation, RoleMatch
from dragoman.language.mentions import Animacy, Mention
from dragoman.language.names import (
    PersonName,
    acronyms_of,
    gender_of,
    parse_person,
    same_person,
    sounds_of,
)
from dragoman.language.syntax import Tree
from dragoman.ontology import countries
from dragoman.ontology.phrases import key_of
from dragoman.ontology.reference import reference_words

_OFFICES = reference_words("offices")
_FIRMS = reference_words("firms")
_REACH = 60
"""Chains that a key is followed back over: more than news ever has of one name or noun."""


@dataclass(slots=True)
class Cluster:
    """One referent so far. `names` are its personal names, `titles` the roles said of it."""

    number: int
    mentions: list[Mention] = field(default_factory=list)
    name: tuple[int, int] | None = None
    names: list[PersonName] = field(default_factory=list)
    listing: str | None = None
    nation: str | None = None
    heads: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    animacy: Animacy | None = None
    members: tuple[int, ...] = ()

    @property
    def last(self) -> Mention:
        """The phrase that stands last; of a name and the phrase around it, the whole phrase."""
        last = self.mentions[-1]
        for mention in self.mentions[-3:-1]:
            if mention.start <= last.head < mention.end and mention.kind != "pronoun":
                return mention
        return last


class Clusters:
    """All chains of a document, with look-up by name, listing, nation, title and head noun."""

    def __init__(self, tree: Tree, glossary: Glossary) -> None:
        self.tree = tree
        self.glossary = glossary
        self._all: list[Cluster] = []
        self._merged: dict[int, int] = {}
        self._by_key: dict[tuple[str, str], dict[int, None]] = {}
        self._by_head: dict[int, int] = {}
        self.recent: list[int] = []

    def live(self) -> Iterator[Cluster]:
        """The chains that have not been merged into another, in order of opening."""
        return (c for c in self._all if c.number not in self._merged)

    def _resolve(self, number: int) -> Cluster:
        while number in self._merged:
            number = self._merged[number]
        return self._all[number]

    def at(self, head: int) -> Cluster | None:
        """The chain of the phrase with that head token."""
        number = self._by_head.get(head)
        return None if number is None else self._resolve(number)

    def by_key(self, kind: str, value: str) -> list[Cluster]:
        """Chains filed under a key, the latest first, each once; at most the last sixty."""
        filed = self._by_key.get((kind, value))
        if not filed:
            return []
        latest = islice(reversed(filed), _REACH)
        return [self._all[n] for n in dict.fromkeys(self._merged_root(n) for n in latest)]

    def _merged_root(self, number: int) -> int:
        return self._resolve(number).number

    def backwards(self) -> Iterator[Cluster]:
        """Chains by how recently they were mentioned, without repetition."""
        seen: set[int] = set()
        for number in reversed(self.recent):
            cluster = self._resolve(number)
            if cluster.number not in seen:
                seen.add(cluster.number)
                yield cluster

    def open(self, mention: Mention) -> Cluster:
        """A new chain that begins with this phrase."""
        cluster = Cluster(len(self._all))
        self._all.append(cluster)
        self.join(cluster, mention)
        return cluster

    def join(self, cluster: Cluster, mention: Mention) -> None:
        """Add a phrase to a chain and file what it tells."""
        cluster.mentions.append(mention)
        self.recent.append(cluster.number)
        if mention.kind == "group":
            cluster.members, cluster.plural = mention.members, True
            cluster.animacy = mention.animacy
            return
        self._by_head[mention.head] = cluster.number
        if mention.kind == "pronoun":
            cluster.gender = cluster.gender or mention.gender.replace("n", "")
            if len(cluster.mentions) == 1:
                cluster.plural = mention.plural
                cluster.animacy = mention.animacy
            return
        self._describe(cluster, mention)

    def _describe(self, cluster: Cluster, mention: Mention) -> None:
        tree = self.tree
        if len(cluster.mentions) == 1:
            cluster.plural = mention.plural
        cluster.gender = cluster.gender or mention.gender
        if cluster.animacy in (None, "thing"):
            cluster.animacy = mention.animacy
        if mention.kind == "nominal" or mention.name is None:
            self._file(cluster, "head", tree.lemma[mention.head])
            cluster.heads.add(tree.lemma[mention.head])
            cluster.modifiers |= self.modifiers(mention)
        else:
            self._describe_name(cluster, mention)
        for index in range(*mention.core):
            role = self.glossary.roles.get(index)
            if role is not None and (
                index == mention.head
                or (
                    tree.head[index] == mention.head
                    and tree.dep[index] in ("nmod:desc", "compound")
                )
            ):
                for title in titles_of(role):
                    cluster.titles.add(title)
                    self._file(cluster, "title", title)
                self._file(cluster, "title head", tree.lemma[role.head])

    def _describe_name(self, cluster: Cluster, mention: Mention) -> None:
        assert mention.name is not None
        text = self.text(*mention.name)
        known = cluster.name
        if known is None or (
            mention.animacy == "person" and mention.name[1] - mention.name[0] > known[1] - known[0]
        ):
            cluster.name = mention.name
        self._file(cluster, "name", bare_name(text))
        listed = self.glossary.listed.get(mention.head)
        if listed is not None:
            cluster.listing = cluster.listing or listed.match.listing.name
            self._file(cluster, "listing", listed.match.listing.name)
        nation = self.nation_of(mention)
        if nation is not None and nation.nationhood == "name":
            cluster.nation = nation.country.code
            self._file(cluster, "nation", nation.country.name)
        if mention.animacy == "person":
            name = parse_person(text)
            if name is not None:
                cluster.names.append(name)
                cluster.gender = cluster.gender or gender_of(name)
                self._file(cluster, "surname", name.surname)
                for sound in sounds_of(name.surname):
                    self._file(cluster, "sound", sound)
                if name.second:
                    self._file(cluster, "second", name.second)
                if name.first:
                    self._file(cluster, "first", name.first)
        else:
            for acronym in acronyms_of(text):
                self._file(cluster, "acronym", acronym)
            words = key_of(text)
            if len(words) > 1 and mention.animacy == "body":
                self._file(cluster, "last", _head_word(words))
                self._file(cluster, "leading", words[0])
                for short in self.short_forms(mention):
                    self._file(cluster, "short", short)

    def short_forms(self, mention: Mention) -> frozenset[str]:
        """A body's name without its nation or its complement: "Court of Appeal", "State Department".

        Each has two words at least.
        """
        assert mention.name is not None
        start, end = mention.name
        texts = self.tree.texts
        past = next(
            (
                at
                for at in range(min(end - 1, start + 4), start, -1)
                if key_of(" ".join(texts[start:at])) in _national()
            ),
            start,
        )
        start = past + 1 if texts[past] in ("'s", "’s") else past
        cut = next((i for i in range(start, end) if self.tree.lower[i] in ("of", "for")), end)
        whole = bare_name(self.text(*mention.name))
        forms = {bare_name(self.text(start, end)), bare_name(self.text(start, max(cut, start + 1)))}
        firm = _without_firm(whole)
        return frozenset(
            form for form in forms | {firm} if form != whole and (" " in form or form == firm)
        )

    def _file(self, cluster: Cluster, kind: str, value: str) -> None:
        filed = self._by_key.setdefault((kind, value), {})
        filed.pop(cluster.number, None)
        filed[cluster.number] = None

    def unite(self, kept: Cluster, lost: Cluster) -> None:
        """Merge two chains; `kept` takes all of `lost`."""
        if kept is lost:
            return
        kept.mentions = sorted(kept.mentions + lost.mentions, key=lambda m: (m.start, -m.end))
        kept.names += lost.names
        kept.heads |= lost.heads
        kept.titles |= lost.titles
        kept.modifiers |= lost.modifiers
        kept.gender = kept.gender or lost.gender
        kept.listing = kept.listing or lost.listing
        kept.nation = kept.nation or lost.nation
        kept.name = kept.name or lost.name
        self._merged[lost.number] = kept.number

    def text(self, start: int, end: int) -> str:
        """The words of a range, without a possessive ending."""
        words = self.tree.texts[start:end]
        while len(words) > 1 and words[-1] in ("'s", "’s", "'", "’"):
            words = words[:-1]
        return " ".join(words)

    def modifiers(self, mention: Mention) -> set[str]:
        """The content words before a phrase's head but its owner's, lower-case lemmas."""
        tree = self.tree
        owner = tree.child(mention.head, "nmod:poss")
        first = mention.core[0] if owner is None else max(mention.core[0], owner + 1)
        return {
            tree.lemma[i]
            for i in range(first, mention.head)
            if tree.pos[i] in ("ADJ", "NOUN", "PROPN", "NUM", "VERB")
        }

    def compatible(self, cluster: Cluster, mention: Mention) -> bool:
        """Whether nothing that both say contradicts their being one."""
        if mention.name is not None and cluster.names and mention.animacy == "person":
            name = parse_person(self.text(*mention.name))
            if (
                name
                and name.full
                and any(n.full and not same_person(n, name) for n in cluster.names)
            ):
                return False
        if cluster.gender and mention.gender and cluster.gender != mention.gender:
            return False
        if "time" in (cluster.animacy, mention.animacy):
            return cluster.animacy == mention.animacy
        kinds = {cluster.animacy, mention.animacy} - {None, "thing"}
        return len(kinds) < 2 or kinds == {"body", "place"}

    def nation_of(self, mention: Mention) -> Nation | None:
        """The nation that a phrase is the name of, not merely begins with ("Korea Telecom")."""
        nation = self.glossary.nations.get(mention.head)
        if nation is None or mention.name is None:
            return None
        longer = mention.name[1] - mention.name[0] > nation.end - nation.start
        return None if longer else nation


@cache
def _national() -> frozenset[tuple[str, ...]]:
    """The folded words of countries' names and demonyms, with "the" and without."""
    keys = {key_of(form) for form in (*countries.country_names(), *countries.demonyms())}
    return frozenset(keys | {("the", *key) for key in keys})


def titles_of(role: RoleMatch) -> tuple[str, ...]:
    """What a role noun is filed under: its own words, and the office where it is one man's."""
    office = role.noun.normal.replace(" ", "_") in _OFFICES
    return tuple(dict.fromkeys((role.form, role.noun.normal) if office else (role.form,)))


def _without_firm(name: str) -> str:
    """A company's name as it is without "Company", "Motors" and the like; else the name."""
    words = name.split()
    while len(words) > 1 and words[-1] in _FIRMS:
        words.pop()
    return " ".join(words)


def _head_word(words: tuple[str, ...]) -> str:
    """The word that says what a body is: before "of" and "for", else the last."""
    for index, word in enumerate(words):
        if index and word in ("of", "for"):
            return words[index - 1]
    return words[-1]


def bare_name(text: str) -> str:
    """A name as it is filed: folded, without article and possessive ending."""
    key = key_of(text)
    if len(key) > 1 and key[0] == "the":
        key = key[1:]
    if len(key) > 1 and key[-1] == "s":
        key = key[:-1]
    return " ".join(key)
