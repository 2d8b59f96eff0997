"""Which phrases speak of one and the same: names, roles, nouns and pronouns to chains.

One pass from left to right. Each phrase is offered to the chains so far by keys that its form
gives (a name, a listing, a nation, a role, a head noun), so that the cost grows with the text's
length; pronouns look back a few sentences. What is certain joins (appositions, equal names),
what merely resembles does not: two people who share a surname stay two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.language.clusters import Cluster, Clusters
from dragoman.language.equations import equated
from dragoman.language.glossary import Glossary, read_glossary
from dragoman.language.mentions import Mention, find_mentions
from dragoman.language.namesakes import bearer_of_name
from dragoman.language.nominals import antecedent_of_nominal
from dragoman.language.pronouns import agrees, antecedent_of_pronoun, awaited, find_speakers
from dragoman.language.syntax import Tree, read_tree
from dragoman.language.titles import attach_relatives, attach_titles, settle_places
from dragoman.ontology.reference import reference_words


@dataclass(frozen=True, slots=True)
class Chain:
    """All phrases for one referent, in reading order.

    `name` is the token range of its fullest name; `members` are chains of a coordination.
    """

    mentions: tuple[Mention, ...]
    name: tuple[int, int] | None = None
    gender: str = ""
    plural: bool = False
    members: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as coreference sees it: parse, lexicon matches, chains, and who speaks.

    `speakers` gives, for tokens that are somebody's words, the head of the phrase that speaks them.
    """

    tree: Tree
    glossary: Glossary
    chains: tuple[Chain, ...]
    speakers: dict[int, int]


def find_chains(doc: Doc) -> tuple[Chain, ...]:
    """The chains of a document by first mention, those with a single mention included."""
    return read_chains(doc).chains


def read_chains(doc: Doc) -> Reading:
    """The chains together with what they were found from."""
    tree, glossary = read_tree(doc), read_glossary(doc)
    settle_places(tree, glossary)
    attach_titles(tree, glossary)
    attach_relatives(tree, glossary)
    mentions = find_mentions(tree, glossary)
    clusters = Clusters(tree, glossary)
    speakers = find_speakers(tree)
    partners = equated(tree, mentions)
    heads = {mention.head for mention in mentions if mention.kind != "group"}
    waiting: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: _turn(tree, m)):
        subject = awaited(tree, mention)
        if subject in heads and subject is not None:
            waiting.setdefault(subject, []).append(mention)
            continue
        cluster = _place(mention, _cluster_of(mention, clusters, speakers, partners), clusters)
        for pronoun in waiting.pop(mention.head, ()) if mention.kind != "group" else ():
            found = cluster if agrees(pronoun, cluster) else None
            _place(pronoun, found or antecedent_of_pronoun(pronoun, clusters, speakers), clusters)
    return Reading(tree, glossary, tuple(_chains(clusters)), speakers)


def _place(mention: Mention, cluster: Cluster | None, clusters: Clusters) -> Cluster:
    """The chain that a phrase is put into: the one found for it, or its own."""
    if cluster is None:
        return clusters.open(mention)
    clusters.join(cluster, mention)
    return cluster


def _turn(tree: Tree, mention: Mention) -> tuple[int, int, int]:
    """Reading order, but that owners come before what they own: "her" before "her mother"."""
    owner = tree.dep[mention.head] == "nmod:poss" and mention.kind != "group"
    return (mention.start, 0, mention.end) if owner else (mention.start, 1, -mention.end)


def _cluster_of(
    mention: Mention,
    clusters: Clusters,
    speakers: dict[int, int],
    partners: dict[int, int],
) -> Cluster | None:
    """The chain that a phrase continues, or None where it begins one."""
    if mention.kind == "group":
        return None
    if mention.kind == "pronoun":
        return antecedent_of_pronoun(mention, clusters, speakers)
    named = bearer_of_name(mention, clusters) if mention.kind == "name" else None
    partner = partners.get(mention.head)
    if partner is not None:
        equal = clusters.at(partner)
        if equal is not None and _apart(equal, mention, clusters.tree):
            equal = None
        if equal is not None and clusters.compatible(equal, mention):
            if named is not None and named is not equal:
                clusters.unite(named, equal)
                return named
            return equal
    if named is not None or mention.kind == "name":
        return named
    return antecedent_of_nominal(mention, clusters)


def _apart(cluster: Cluster, mention: Mention, tree: Tree) -> bool:
    """Whether two phrases side by side name a part and its whole: "Bari, Italy", "Bari province"."""
    if cluster.name is None or "place" not in (cluster.animacy, mention.animacy):
        unit = tree.lemma[mention.head] in _UNITS
        return unit and mention.name is not None and cluster.mentions[-1].name is not None
    if mention.name is not None:
        return True
    before = tree.pos[mention.head - 1] if mention.head > mention.start else ""
    return not mention.definite and before == "PROPN"


_UNITS = reference_words("units")


def _chains(clusters: Clusters) -> Iterator[Chain]:
    live = sorted(clusters.live(), key=lambda c: (c.mentions[0].start, -c.mentions[0].end))
    numbers = {cluster.number: index for index, cluster in enumerate(live)}
    for cluster in live:
        members: list[int] = []
        for head in cluster.members:
            member = clusters.at(head)
            if member is not None and member.number in numbers:
                members.append(numbers[member.number])
        yield Chain(
            tuple(sorted(cluster.mentions, key=lambda m: (m.start, -m.end))),
            cluster.name,
            cluster.gender,
            cluster.plural,
            tuple(dict.fromkeys(members)),
        )


def cluster_ranges(doc: Doc) -> list[list[tuple[int, int]]]:
    """The chains of two phrases or more as half-open character ranges, as the task asks for them.

    No range is in two chains, nor twice in one; relative pronouns are left out, as is usual.
    """
    clusters: list[list[tuple[int, int]]] = []
    taken: set[tuple[int, int]] = set()
    for chain in find_chains(doc):
        ranges: list[tuple[int, int]] = []
        for mention in chain.mentions:
            if mention.person == "r":
                continue
            last = doc[mention.end - 1]
            span = (doc[mention.start].idx, last.idx + len(last.text))
            if span not in taken and span[0] < span[1]:
                taken.add(span)
                ranges.append(span)
        if len(ranges) > 1:
            clusters.append(ranges)
    return clusters
