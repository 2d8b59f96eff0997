"""Chains while they grow, and the keys by which a phrase finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from dragoman.language.glossary import Glossary, Nation
from dragoman.language.mentions import Animacy, Mention
from dragoman.language.names import (
    PersonName,
    acronyms_of,
    gender_of,
    parse_person,
    same_person,
    same_word,
    skeleton,
)
from dragoman.language.syntax import Tree
from dragoman.ontology.phrases import key_of

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
                cluster.titles.add(role.noun.normal)
                self._file(cluster, "title", role.noun.normal)
                self._file(cluster, "title head", tree.lemma[role.head])

    def _describe_name(self, cluster: Cluster, mention: Mention) -> None:
        assert mention.name is not None
        text = self.text(*mention.name)
        known = cluster.name
        if known is None or (
            mention.animacy == "person" and mention.name[1] - mention.name[0] > known[1] - known[0]
        ):
            cluster.name = mention.name
        self._file(cluster, "name", _bare(text))
        listed = self.glossary.listed.get(mention.head)
        if listed is not None:
            cluster.listing = cluster.listing or listed.match.listing.name
            self._file(cluster, "listing", listed.match.listing.name)
        nation = self.nation_of(mention)
        if nation is not None and nation.nationhood in ("name", "part"):
            cluster.nation = nation.country.code
            self._file(cluster, "nation", nation.country.name)
        if mention.animacy == "person":
            name = parse_person(text)
            if name is not None:
                cluster.names.append(name)
                cluster.gender = cluster.gender or gender_of(name)
                self._file(cluster, "surname", name.surname)
                self._file(cluster, "sound", skeleton(name.surname))
                if name.first:
                    self._file(cluster, "first", name.first)
        else:
            for acronym in acronyms_of(text):
                self._file(cluster, "acronym", acronym)
            words = key_of(text)
            if len(words) > 1 and mention.animacy == "body":
                self._file(cluster, "last", words[-1])
                self._file(cluster, "leading", words[0])

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
        """The content words before a phrase's head, lower-case lemmas."""
        tree = self.tree
        return {
            tree.lemma[i]
            for i in range(mention.core[0], mention.head)
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

    def named(self, mention: Mention) -> Cluster | None:
        """The chain that bears this name already, if one does."""
        assert mention.name is not None
        listed = self.glossary.listed.get(mention.head)
        if listed is not None and not listed.match.surname:
            found = self.by_key("listing", listed.match.listing.name)
            if found:
                return found[0]
        nation = self.nation_of(mention)
        if nation is not None:
            if nation.nationhood in ("name", "part"):
                found = self.by_key("nation", nation.country.name)
                same = [
                    c for c in found if nation.nationhood == "name" or _same_name(c, self, mention)
                ]
                return same[0] if same else None
            if nation.nationhood == "demonym":
                return self._same_bare(mention)
        if mention.animacy == "person":
            return self._same_person(mention)
        found_bare = self._same_bare(mention)
        if found_bare is not None:
            return found_bare
        bearer = self._bearer(mention)
        if bearer is not None:
            return bearer
        short = self._shortened(mention)
        if short is not None:
            return short
        text = self.text(*mention.name)
        if text.replace(".", "").isupper() and 2 <= len(text) <= 8:
            for cluster in self.by_key("acronym", text.replace(".", "")):
                if cluster.animacy != "person":
                    return cluster
        return None

    def _bearer(self, mention: Mention) -> Cluster | None:
        """The person named in full before whose surname alone was taken for a body or a town."""
        assert mention.name is not None
        key = key_of(self.text(*mention.name))
        if len(key) != 1 or mention.head - mention.start > 0:
            return None
        for cluster in self.by_key("surname", key[0]):
            if any(name.full and name.surname == key[0] for name in cluster.names):
                return cluster
        return None

    def _shortened(self, mention: Mention) -> Cluster | None:
        """The body named in full before whose name one word recalls: "the Front", "Newmont"."""
        assert mention.name is not None
        words = key_of(self.text(*mention.name))
        if words[:1] == ("the",):
            words = words[1:]
        known = mention.head in self.glossary.nations or mention.head in self.glossary.roles
        if len(words) != 1 or known:
            return None
        for kind in ("last",) if mention.definite == "def" else ("leading",):
            for cluster in self.by_key(kind, words[0]):
                if cluster.animacy == "body":
                    return cluster
        return None

    def _same_bare(self, mention: Mention) -> Cluster | None:
        assert mention.name is not None
        found = self.by_key("name", _bare(self.text(*mention.name)))
        return next((c for c in found if self.compatible(c, mention)), None)

    def _same_person(self, mention: Mention) -> Cluster | None:
        assert mention.name is not None
        name = parse_person(self.text(*mention.name))
        if name is None:
            return None
        if name.full:
            for cluster in self._namesakes(name):
                full = [n for n in cluster.names if n.full]
                if full and any(same_person(n, name) for n in full):
                    return cluster
                if not full and self.compatible(cluster, mention):
                    return cluster
            return None
        for kind in ("surname", "first"):
            for cluster in self.by_key(kind, name.surname):
                if self.compatible(cluster, mention) and (
                    kind == "surname" or self._first(cluster)
                ):
                    return cluster
        near = self._sounding(name)
        return next((c for c in near if self.compatible(c, mention)), None)

    def _sounding(self, name: PersonName) -> list[Cluster]:
        """People whose surname is the same but for its transliteration, the latest first."""
        found = self.by_key("sound", skeleton(name.surname))
        return [c for c in found if any(same_word(n.surname, name.surname) for n in c.names)]

    def _first(self, cluster: Cluster) -> bool:
        """Whether a first name alone may mean that person: always, but for groups."""
        return not cluster.plural

    def _namesakes(self, name: PersonName) -> list[Cluster]:
        found = self.by_key("surname", name.surname)
        if name.first:
            found += [c for c in self.by_key("first", name.first) if c not in found]
            found += [c for c in self.by_key("surname", name.first) if c not in found]
        return found + [c for c in self._sounding(name) if c not in found]


def _same_name(cluster: Cluster, clusters: Clusters, mention: Mention) -> bool:
    assert mention.name is not None
    wanted = _bare(clusters.text(*mention.name))
    return any(m.name and _bare(clusters.text(*m.name)) == wanted for m in cluster.mentions)


def _bare(text: str) -> str:
    key = key_of(text)
    if len(key) > 1 and key[0] == "the":
        key = key[1:]
    if len(key) > 1 and key[-1] == "s":
        key = key[:-1]
    return " ".join(key)
