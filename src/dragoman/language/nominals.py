"""Noun phrases that take up what was said: "the minister", "the group", "the two countries"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.language.clusters import Cluster, Clusters
from dragoman.language.mentions import TIME_NOUNS, Mention, is_month, is_weekday
from dragoman.language.syntax import Tree
from dragoman.ontology.directory import load_directory
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
_NEW = reference_words("new")
_MILITANT = reference_words("militant")
_FAR = 12
"""Sentences that a bare definite noun looks back over; names and titles reach everywhere."""


def equated(tree: Tree, mentions: Iterable[Mention]) -> dict[int, int]:
    """Heads that grammar equates with another head: appositions, copulas, "known as"."""
    heads = {m.head for m in mentions}
    found: dict[int, int] = {}
    for index in range(len(tree.head)):
        dep, head = tree.dep[index], tree.head[index]
        if index > 1 and is_month(tree, index) and tree.texts[index - 1] == ",":
            if is_weekday(tree, index - 2):
                found[index] = index - 2
            continue
        if dep == "appos" and index in heads and head in heads:
            apart = ":" in tree.texts[min(index, head) : max(index, head)]
            listing = tree.child(index, "conj") is not None or tree.child(head, "conj") is not None
            if not apart and not listing:
                found[max(index, head)] = min(index, head)
        elif (
            dep == "nmod" and index in heads and head in heads and _one_of(tree, head, index)
        ) or (
            dep == "conj" and index in heads and head in heads and _second_title(tree, head, index)
        ):
            found[index] = head
        elif dep == "nsubj" and index in heads and _titled(tree, index) in heads:
            found[index] = _titled(tree, index)
        elif dep == "nmod:desc" and index in heads and head in heads:
            found[max(index, head)] = min(index, head)
        elif dep == "cop" and tree.lemma[index] == "be":
            subject = tree.child(head, "nsubj")
            both = subject is not None and head in heads and subject in heads
            if both and subject is not None and _asserts(tree, head, index):
                found[max(subject, head)] = min(subject, head)
        elif dep in ("obl", "xcomp", "obj") and tree.lemma[head] in ("serve", "act"):
            case = tree.child(index, "case")
            person = _server(tree, head)
            serving = case is not None and tree.lower[case] == "as" and person in heads
            if serving and index in heads and person is not None:
                found[max(person, index)] = min(person, index)
    return found


def _one_of(tree: Tree, head: int, name: int) -> bool:
    """ "One of these groups, the Levant Front,": the name, set off by commas, is the one."""
    if tree.lower[head] != "one" or tree.child(name, "case") is not None or not tree.ent[name]:
        return False
    return "," in tree.texts[head:name]


def _second_title(tree: Tree, head: int, name: int) -> bool:
    """ "Party leader and former candidate Jane Doe": two titles, one bearer."""
    if tree.ent[name] != "PERSON" or tree.pos[head] != "NOUN" or tree.tag[head] == "NNS":
        return False
    titled = tree.child(name, "nmod:desc") is not None and tree.child(name, "det") is None
    joined = set(tree.texts[head + 1 : tree.ent_start[name]])
    return titled and tree.child(head, "det") is None and "and" in joined and "," not in joined


def _titled(tree: Tree, name: int) -> int:
    """The leader in "Spiritual leader of the community Jane Doe said", read as two subjects."""
    first = tree.ent_start[name]
    others = [c for c in tree.children[tree.head[name]] if c < name and tree.dep[c] == "nsubj"]
    if tree.ent[name] != "PERSON" or not others or tree.pos[others[-1]] != "NOUN":
        return -1
    title = others[-1]
    between = tree.texts[title + 1 : first]
    return -1 if {",", "and", "but", ";"} & set(between) or first - title > 8 else title


def _server(tree: Tree, verb: int) -> int | None:
    """Who serves: the verb's subject, or what its relative clause describes."""
    if tree.dep[verb] == "acl:relcl":
        return tree.head[verb]
    return tree.child(verb, "nsubj")


def _asserts(tree: Tree, head: int, copula: int) -> bool:
    """Whether "X is Y" says that the two are one: not negated, not modal, Y a plain noun."""
    if tree.pos[head] not in ("NOUN", "PROPN"):
        return False
    for child in tree.children[head]:
        if tree.lower[child] in ("not", "n't", "no", "never"):
            return False
        if tree.dep[child] == "aux" and tree.lower[child] not in ("has", "had", "have", "will"):
            return False
        if tree.dep[child] == "case":
            return False
    return True


def antecedent_of_nominal(mention: Mention, clusters: Clusters) -> Cluster | None:
    """The chain that a definite phrase takes up, or None where it begins one."""
    tree = clusters.tree
    lemma = tree.lemma[mention.head]
    if mention.definite == "indef":
        return None
    role = clusters.glossary.roles.get(mention.head)
    same = _same_head(mention, clusters, lemma)
    definite = mention.definite in ("def", "dem")
    if (
        role is not None
        and role.noun.category == "office"
        and not mention.plural
        and (definite or mention.definite == "poss" or clusters.modifiers(mention))
    ):
        for cluster in clusters.by_key("title", role.noun.normal):
            if not cluster.plural and _agrees(mention, cluster, clusters):
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
    if modifiers and (lemma not in _BODY or not modifiers <= _MILITANT):
        return None
    found = _by_class(mention, clusters, lemma)
    return None if modifiers and found is not None and not _is_armed(found) else found


def _is_a(cluster: Cluster, lemma: str, clusters: Clusters) -> bool:
    """Whether a body's name says that it is such: "the court" an "… Court", "… Tribunal" not."""
    words = (clusters.tree.lemma[i] for m in cluster.mentions if m.name for i in range(*m.name))
    if any(word.lower() == lemma for word in words):
        return True
    wanted = _KINDS.get(lemma)
    if wanted is None or cluster.listing is None:
        return False
    sectors = (listing.sectors for listing in load_directory().lookup(cluster.listing))
    return any(wanted & set(found) for found in sectors)


def _is_armed(cluster: Cluster) -> bool:
    """Whether the directory knows a chain's name as an armed group's."""
    listings = load_directory().lookup(cluster.listing) if cluster.listing else ()
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
        elif same and (modifiers or mention.definite != "poss"):
            if not _complements_differ(mention, cluster, clusters):
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
        listings = load_directory().lookup(cluster.listing)
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
    codes: set[str] = set()
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
