"""Noun phrases that take up what was said: "the minister", "the group", "the two countries"."""

from __future__ import annotations

from dragoman.language.clusters import Cluster, Clusters, titles_of
from dragoman.language.mentions import TIME_NOUNS, Mention
from dragoman.language.sides import antecedent_of_plural
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words

_COUNTRY = frozenset({"country", "nation", "state", "kingdom", "republic", "homeland"})
_PLACE = reference_words("place")
_BODY = reference_words("body")
_ANY_BODY = reference_words("any_body")
_KINDS = {
    "party": frozenset({"PTY"}), "court": frozenset({"JUD"}), "company": frozenset({"BUS"}),
    "firm": frozenset({"BUS"}), "airline": frozenset({"BUS"}), "newspaper": frozenset({"JRN"}),
    "broadcaster": frozenset({"JRN"}), "army": frozenset({"MIL"}), "military": frozenset({"MIL"}),
    "militia": frozenset({"REB", "PRM"}), "bank": frozenset({"BUS"}),
}  # fmt: skip
_PERSON = reference_words("person")
_CAPTIONS = frozenset({"image", "photo", "photograph", "file", "caption", "picture", "credit"})
_KIN = reference_words("kin")
_TURNS = reference_words("turns")
_NEW = reference_words("new")
_MILITANT = reference_words("militant")
_DESCRIBED = reference_words("described")
_NEAR = 2
"""Sentences in which only one person may be named for a description to mean that person."""
_FAR = 12
"""Sentences that a bare definite noun looks back over; names and titles reach everywhere."""


def antecedent_of_nominal(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The chain that a definite phrase takes up, or None where it begins one."""
    tree = clusters.tree
    lemma = tree.lemma[mention.head]
    if mention.definite == "indef":
        return None
    several = antecedent_of_plural(mention, clusters)
    if several is not None:
        return several
    role = clusters.glossary.roles.get(mention.head)
    same = _same_head(mention, clusters, lemma)
    definite = mention.definite in ("def", "dem")
    if (
        role is not None
        and role.noun.category == "office"
        and not mention.plural
        and (definite or mention.definite == "poss" or clusters.modifiers(mention))
    ):
        for title in titles_of(role):
            for cluster in clusters.by_key("title", title):
                if _may_hold(mention, cluster, clusters):
                    return cluster
    if same is not None:
        return same
    if definite and not mention.plural and role is not None and role.noun.category == "office":
        for cluster in clusters.by_key("title head", lemma):
            named = cluster.name is not None and not cluster.plural
            plain = not clusters.modifiers(mention) - _demonyms(mention, clusters)
            if named and plain and _agrees(mention, cluster, clusters):
                return cluster
    modifiers = clusters.modifiers(mention)
    if not definite or tree.child(mention.head, "nmod", "acl:relcl") is not None:
        return None
    if modifiers and lemma in _DESCRIBED:
        return _described(mention, clusters)
    if modifiers and (lemma not in _BODY or not modifiers <= _MILITANT):
        return None
    found = _by_class(mention, clusters, lemma)
    return None if modifiers and found is not None and not _is_armed(found, clusters) else found


def _described(mention: Mention, clusters: Clusters) -> Cluster | None:
    """Who "the Nobel laureate" is: the one person named in the sentences before, if it is one."""
    if mention.plural or _nations(mention, clusters):
        return None
    here = clusters.tree.sentence[mention.head]
    found: list[Cluster] = []
    for cluster in clusters.backwards():
        if here - clusters.tree.sentence[cluster.last.head] > _NEAR:
            break
        person = cluster.animacy == "person" and cluster.name is not None and not cluster.plural
        if person and cluster.last.end <= mention.start and clusters.compatible(cluster, mention):
            found.append(cluster)
    return found[0] if len(found) == 1 else None


def _may_hold(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether a chain of that title may be meant: one person or body, of the same owner."""
    fits = not cluster.plural and clusters.compatible(cluster, mention)
    if _places_differ(mention, cluster, clusters) or _turns_differ(mention, cluster, clusters):
        return False
    return (
        fits
        and _agrees(mention, cluster, clusters)
        and not _owners_differ(mention, cluster, clusters)
    )


def _places_differ(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether an office is held of two things: "the mayor of Bari", "the mayor of Trani"."""
    mine = _complement(clusters.tree, mention.head)
    theirs = {_complement(clusters.tree, m.head) for m in cluster.mentions if m.kind == "nominal"}
    return mine is not None and bool(theirs - {None}) and mine not in theirs


def _turns_differ(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether a phrase says "former", "current" or the like, which the chain was never called."""
    tree = clusters.tree
    mine = {tree.lower[i] for i in range(mention.core[0], mention.head)} & _TURNS
    called = {
        tree.lower[i] for m in cluster.mentions if m.kind != "pronoun" for i in range(*m.core)
    }
    return not mine <= called


def _owner(head: int, clusters: Clusters) -> Cluster | None:
    """The chain of whoever a phrase names as its owner: "her" in "her mother"."""
    owner = clusters.tree.child(head, "nmod:poss")
    return None if owner is None else clusters.at(owner)


def _owners(cluster: Cluster, clusters: Clusters) -> list[Cluster]:
    heads = (m.head for m in cluster.mentions if m.kind in ("nominal", "name"))
    return [owner for owner in (_owner(head, clusters) for head in heads) if owner is not None]


def _owners_differ(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether two phrases with owners have different ones; relatives always need the same."""
    mine = _owner(mention.head, clusters)
    if mine is None:
        return False
    theirs = _owners(cluster, clusters)
    kin = clusters.tree.lemma[mention.head] in _KIN
    return (bool(theirs) or kin) and not any(mine is owner for owner in theirs)


def _owners_agree(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether two phrases with owners have the same one."""
    mine = _owner(mention.head, clusters)
    return mine is not None and any(mine is owner for owner in _owners(cluster, clusters))


def _is_a(cluster: Cluster, lemma: str, clusters: Clusters) -> bool:
    """Whether a body's name says that it is such: "the court" an "… Court", "… Tribunal" not."""
    words = (clusters.tree.lemma[i] for m in cluster.mentions if m.name for i in range(*m.name))
    if any(word.lower() == lemma for word in words):
        return True
    wanted = _KINDS.get(lemma)
    if wanted is None or cluster.listing is None:
        return False
    sectors = (listing.sectors for listing in clusters.glossary.directory.lookup(cluster.listing))
    return any(wanted & set(found) for found in sectors)


def _is_armed(cluster: Cluster, clusters: Clusters) -> bool:
    """Whether the directory knows a chain's name as an armed group's."""
    listings = clusters.glossary.directory.lookup(cluster.listing) if cluster.listing else ()
    return any(listing.kind == "armed_group" for listing in listings)


def _same_head(mention: Mention, clusters: Clusters, lemma: str) -> Cluster | None:
    tree = clusters.tree
    here = tree.sentence[mention.head]
    modifiers = clusters.modifiers(mention)
    definite = mention.definite in ("def", "dem")
    if lemma in TIME_NOUNS and mention.definite == "dem":
        words = clusters.text(mention.start, mention.end).lower()
        same_time = (
            c
            for c in clusters.by_key("head", lemma)
            if clusters.text(c.last.start, c.last.end).lower() == words
        )
        return next(same_time, None)
    if lemma in TIME_NOUNS or lemma in _CAPTIONS:
        return None
    if definite and tree.child(mention.head, "acl:relcl", "acl") is not None:
        return None
    nations = _nations(mention, clusters)
    for cluster in clusters.by_key("head", lemma):
        if cluster.plural != mention.plural:
            continue
        if nations and _nations_of(cluster, clusters) not in (set(), nations):
            continue
        same = modifiers == cluster.modifiers
        if definite:
            gap = here - tree.sentence[cluster.last.head]
            fits = modifiers <= cluster.modifiers or not (cluster.modifiers or modifiers & _NEW)
            if gap <= _FAR * 3 and fits and not _complements_differ(mention, cluster, clusters):
                return cluster
        elif mention.definite == "poss":
            if same and _owners_agree(mention, cluster, clusters):
                return cluster
        elif same and not _complements_differ(mention, cluster, clusters):
            return cluster
    return None


def _complement(tree: Tree, head: int) -> str | None:
    for child in tree.children[head]:
        if tree.dep[child] in ("nmod", "nmod:poss"):
            return tree.lemma[child]
    return None


def _complements_differ(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    mine = _complement(clusters.tree, mention.head)
    if mine is None:
        return False
    theirs = {_complement(clusters.tree, m.head) for m in cluster.mentions if m.kind == "nominal"}
    return mine not in theirs


def _agrees(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether a title phrase may mean that person: no other nation, no other body named."""
    mine = _nations(mention, clusters)
    if not mine:
        return True
    theirs = _nations_of(cluster, clusters)
    if not theirs and cluster.listing is not None:
        listings = clusters.glossary.directory.lookup(cluster.listing)
        theirs = {listing.country for listing in listings if listing.country}
    return not theirs or bool(mine & theirs)


def _demonyms(mention: Mention, clusters: Clusters) -> set[str]:
    """The words of a phrase that name nations, as lemmas."""
    tree = clusters.tree
    inside = range(mention.core[0], mention.head)
    return {tree.lemma[i] for i in inside if i in clusters.glossary.nations}


def _nations_of(cluster: Cluster, clusters: Clusters) -> set[str]:
    return set().union(*(_nations(m, clusters) for m in cluster.mentions[:6]))


def _nations(mention: Mention, clusters: Clusters) -> set[str]:
    """The nations that a phrase says it belongs to: "Kenyan", "of Kenya", "the country's"."""
    owner = _owner(mention.head, clusters)
    codes = {owner.nation} if owner is not None and owner.nation else set()
    for index in range(mention.core[0], mention.end):
        nation = clusters.glossary.nations.get(index)
        if nation is not None and (
            index < mention.head or _complements(clusters.tree, index, mention)
        ):
            codes.add(nation.country.code)
    return codes


def _complements(tree: Tree, index: int, mention: Mention) -> bool:
    """Whether a word hangs on the phrase's head through "of", at one remove or two."""
    above = tree.head[index]
    return above == mention.head or (tree.head[above] == mention.head and above > mention.head)


def _by_class(mention: Mention, clusters: Clusters, lemma: str) -> Cluster | None:
    here = clusters.tree.sentence[mention.head]
    for cluster in clusters.backwards():
        last = cluster.last
        gap = here - clusters.tree.sentence[last.head]
        if gap > _FAR:
            return None
        if cluster.plural != mention.plural or last.end > mention.start:
            continue
        if cluster.gender and mention.gender and cluster.gender != mention.gender:
            continue
        if lemma in _COUNTRY and cluster.nation is not None:
            return cluster
        named = cluster.name is not None
        if lemma in _PLACE and named and cluster.animacy == "place" and cluster.nation is None:
            return cluster
        fits = lemma in _ANY_BODY or _is_a(cluster, lemma, clusters)
        if lemma in _BODY and named and cluster.animacy == "body" and fits:
            return cluster
        if lemma in _PERSON and cluster.animacy == "person" and gap <= 3 and named:
            return cluster
    return None
