"""Plural phrases that take up a coordination: "the two countries", "both sides", "the leaders"."""

from __future__ import annotations

from dragoman.language.clusters import Cluster, Clusters
from dragoman.language.mentions import Mention
from dragoman.ontology.reference import reference_words

_NATIONS = reference_words("nations_by_noun")
_BODIES = reference_words("any_body")
_SIDES = reference_words("parties_by_noun")
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}
_FAR = 8
"""Sentences that such a phrase looks back over."""


def antecedent_of_plural(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The latest coordination of as many, and of such, as a definite plural says; or None."""
    tree = clusters.tree
    if not mention.plural or mention.definite not in ("def", "dem"):
        return None
    lemma = tree.lemma[mention.head]
    wanted = _wanted(mention, clusters, lemma)
    if wanted is None or tree.child(mention.head, "nmod", "acl:relcl", "acl") is not None:
        return None
    words = {tree.lower[i] for i in range(mention.core[0], mention.head)}
    counts = {_COUNTS[word] for word in words if word in _COUNTS}
    if words - set(_COUNTS) - {"the", "these", "those", "warring", "rival", "opposing"}:
        return None
    for cluster in clusters.backwards():
        if tree.sentence[mention.head] - tree.sentence[cluster.last.head] > _FAR:
            return None
        if not cluster.members or (counts and counts != {len(cluster.members)}):
            continue
        members = [clusters.at(head) for head in cluster.members]
        if all(member is not None and _kind(member) in wanted for member in members):
            return cluster
    return None


def _wanted(mention: Mention, clusters: Clusters, lemma: str) -> frozenset[str] | None:
    """The kinds of members that the noun may mean; None for nouns that take up nothing so."""
    if lemma in _NATIONS:
        return frozenset({"nation"})
    if lemma in _SIDES:
        return frozenset({"nation", "person", "body", "people"})
    if lemma in _BODIES:
        return frozenset({"body"})
    role = clusters.glossary.roles.get(mention.head)
    if role is not None and role.noun.category == "office":
        return frozenset({"person"})
    return None


def _kind(cluster: Cluster) -> str:
    if cluster.nation is not None:
        return "nation"
    if cluster.animacy == "person":
        return "people" if cluster.plural else "person"
    return cluster.animacy or ""
