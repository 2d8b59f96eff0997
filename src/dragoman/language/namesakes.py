"""Whose name a name is: the chain that bears it already, if one does."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.clusters import Cluster, Clusters, bare_name
from dragoman.language.mentions import Mention
from dragoman.language.names import (
    FILIAL,
    PersonName,
    parse_person,
    same_person,
    same_word,
    sounds_of,
)
from dragoman.ontology.phrases import key_of
from dragoman.ontology.reference import reference_words

_KNOWN = reference_words("known_by_noun")


def bearer_of_name(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The chain that bears the name of this phrase already, or None."""
    assert mention.name is not None
    listed = clusters.glossary.listed.get(mention.head)
    if listed is not None and not listed.match.surname:
        found = clusters.by_key("listing", listed.match.listing.name)
        if found:
            return found[0]
    nation = clusters.nation_of(mention)
    if nation is not None:
        if nation.nationhood == "name":
            found = clusters.by_key("nation", nation.country.name)
            return found[0] if found else None
        if nation.nationhood in ("part", "demonym"):
            return _same_words(mention, clusters)
    if mention.animacy == "person":
        return _person(mention, clusters)
    for find in (_same_words, _cut_short, _surnamed, _shortened, _abbreviated):
        cluster = find(mention, clusters)
        if cluster is not None:
            return cluster
    return None


def _abbreviated(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The body named in full before whose initials these are."""
    assert mention.name is not None
    text = clusters.text(*mention.name).replace(".", "")
    if not text.isupper() or not 2 <= len(text) <= 8:
        return None
    found = clusters.by_key("acronym", text)
    return next((c for c in found if c.animacy != "person"), None)


def _surnamed(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The person named in full before whose surname alone was taken for a body or a town."""
    assert mention.name is not None
    key = key_of(clusters.text(*mention.name))
    if len(key) != 1 or mention.head - mention.start > 0:
        return None
    for cluster in clusters.by_key("surname", key[0]):
        if any(name.full and name.surname == key[0] for name in cluster.names):
            return cluster
    return None


def _shortened(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The body named in full before whose name one word recalls: "the Front", "Newmont"."""
    assert mention.name is not None
    words = key_of(clusters.text(*mention.name))
    if words[:1] == ("the",):
        words = words[1:]
    role = clusters.glossary.roles.get(mention.head)
    meant = mention.definite == "def" and clusters.tree.texts[mention.head][:1].isupper()
    if len(words) != 1 or mention.head in clusters.glossary.nations:
        return None
    if role is not None and (not meant or role.noun.category != "body" or words[0] in _KNOWN):
        return None
    kind = "last" if mention.definite == "def" else "leading"
    found = clusters.by_key(kind, words[0])
    return next((c for c in found if c.animacy == "body"), None)


def _cut_short(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The one body called by more or fewer words before: "the State Department"."""
    assert mention.name is not None
    if mention.animacy != "body":
        return None
    found = clusters.by_key("short", bare_name(clusters.text(*mention.name)))
    for short in clusters.short_forms(mention):
        found += [c for c in clusters.by_key("name", short) if c not in found]
    bodies = [c for c in found if c.animacy == "body"]
    return bodies[0] if len(bodies) == 1 else None


def _same_words(mention: Mention, clusters: Clusters) -> Cluster | None:
    assert mention.name is not None
    found = clusters.by_key("name", bare_name(clusters.text(*mention.name)))
    mine = _complement(mention, clusters)
    for cluster in found:
        theirs = {_complement(m, clusters) for m in cluster.mentions if m.name} - {None}
        if clusters.compatible(cluster, mention) and (not mine or not theirs or mine in theirs):
            return cluster
    return None


def _complement(mention: Mention, clusters: Clusters) -> str | None:
    """The name that makes a generic one somebody's own: "Bari" in "the Municipality of Bari"."""
    tree = clusters.tree
    if mention.head not in clusters.glossary.roles:
        return None
    child = tree.child(mention.head, "nmod")
    return tree.lemma[child] if child is not None and tree.pos[child] == "PROPN" else None


def _person(mention: Mention, clusters: Clusters) -> Cluster | None:
    assert mention.name is not None
    name = parse_person(clusters.text(*mention.name))
    if name is None:
        return None
    if name.full:
        return _named_in_full(name, mention, clusters)
    for kind in ("surname", "first", "second"):
        found = [
            cluster
            for cluster in clusters.by_key(kind, name.surname)
            if clusters.compatible(cluster, mention) and _may_be_called(cluster, name, kind)
        ]
        if found:
            return _likeliest(found, name)
    near = _sounding(name, clusters)
    return next((c for c in near if clusters.compatible(c, mention)), None)


def _named_in_full(name: PersonName, mention: Mention, clusters: Clusters) -> Cluster | None:
    for cluster in _namesakes(name, clusters):
        full = [known for known in cluster.names if known.full]
        if full and any(same_person(known, name) for known in full):
            if not name.generation or any(known.generation for known in full):
                return cluster
        elif not full and not name.filial and clusters.compatible(cluster, mention):
            return cluster
    return None


def _may_be_called(cluster: Cluster, name: PersonName, kind: str) -> bool:
    """Whether one word may mean that person: a father's name ("bin Salman") does not alone."""
    if cluster.plural:
        return False
    if name.generation and not any(known.generation for known in cluster.names):
        return False
    own = [n for n in cluster.names if kind != "surname" or n.surname == name.surname]
    if len(name.words) > 1 and name.words[0] in FILIAL:
        return any(set(name.words) <= set(known.words) for known in own)
    return any(not known.filial for known in own)


def _likeliest(found: Sequence[Cluster], name: PersonName) -> Cluster:
    """Of several who bear a surname, who is called by it alone already, else who is named most."""

    def rank(cluster: Cluster) -> tuple[bool, int, int]:
        alone = any(n.words == name.words for n in cluster.names)
        return alone, len(cluster.mentions), -cluster.number

    return max(found, key=rank)


def _sounding(name: PersonName, clusters: Clusters) -> list[Cluster]:
    """People whose surname is the same but for its transliteration, the latest first."""
    found = [c for sound in sounds_of(name.surname) for c in clusters.by_key("sound", sound)]
    return [c for c in found if any(same_word(n.surname, name.surname) for n in c.names)]


def _namesakes(name: PersonName, clusters: Clusters) -> list[Cluster]:
    assert name.first is not None
    found = clusters.by_key("surname", name.surname)
    found += [c for c in clusters.by_key("first", name.first) if c not in found]
    found += [c for c in clusters.by_key("surname", name.first) if c not in found]
    return found + [c for c in _sounding(name, clusters) if c not in found]
