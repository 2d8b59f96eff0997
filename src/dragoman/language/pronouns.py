"""What pronouns stand for: agreement, salience, and who speaks in a quotation."""

from __future__ import annotations

from dragoman.language.clusters import Cluster, Clusters
from dragoman.language.mentions import Mention
from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words

_SPEECH = reference_words("speech")
_FIRST = reference_words("first")
_MINDED = _SPEECH | reference_words("minded")
_TELLING = reference_words("telling")
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
_ASKING = frozenset({"ask", "request", "urge", "order", "tell", "call", "invite", "authorise",
                     "authorize", "instruct", "mandate", "press", "force", "warn"})  # fmt: skip
_REACH = {"m": 4, "f": 4, "n": 2, "": 3}
"""Sentences that a pronoun looks back over, by gender (people are kept in mind longer)."""


def find_speakers(tree: Tree) -> dict[int, int]:
    """For each token inside quotation marks, the head of the phrase that speaks it."""
    inside: list[bool] = []
    open_ = False
    for text in tree.texts:
        if text in _OPENING or text == "``":
            open_ = True
        elif text in _CLOSING or text == "''":
            open_ = False
        elif text == '"':
            open_ = not open_
        inside.append(open_)
    by_sentence, announced = _speech_verbs(tree, inside)
    speakers = _announced(tree, announced)
    if not any(inside):
        return speakers
    latest: int | None = None
    previous = -1
    for index, quoted in enumerate(inside):
        sentence = tree.sentence[index]
        if sentence != previous:
            latest = by_sentence.get(sentence, latest if quoted else None)
            previous = sentence
        if quoted:
            speaker = latest if latest is not None else by_sentence.get(sentence + 1)
            if speaker is not None:
                speakers[index] = speaker
    return speakers


def _speech_verbs(tree: Tree, inside: list[bool]) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Subjects of speech verbs by sentence; and those whose words follow a colon, with its place."""
    by_sentence: dict[int, int] = {}
    announced: list[tuple[int, int]] = []
    for index, lemma in enumerate(tree.lemma):
        if lemma in _SPEECH and tree.pos[index] == "VERB" and not inside[index]:
            subject = tree.child(index, "nsubj")
            if subject is None:
                continue
            by_sentence.setdefault(tree.sentence[index], subject)
            for after in range(index + 1, min(index + 12, len(tree.texts))):
                if tree.texts[after] == ":":
                    announced.append((after, subject))
                    break
                if tree.texts[after] in (".", ","):
                    break
    return by_sentence, announced


def _announced(tree: Tree, announced: list[tuple[int, int]]) -> dict[int, int]:
    """ "The minister said:" on a line of its own gives him all first persons up to the next such."""
    speakers: dict[int, int] = {}
    for number, (start, subject) in enumerate(announced):
        past = announced[number + 1][0] if number + 1 < len(announced) else len(tree.texts)
        for index in range(start + 1, past):
            if tree.lower[index] in _FIRST:
                speakers[index] = subject
    return speakers


def antecedent_of_pronoun(
    mention: Mention, clusters: Clusters, speakers: dict[int, int]
) -> Cluster | None:
    """The chain that a pronoun continues; None for those that nothing fits."""
    if mention.person == "1":
        return _of_speaker(mention, clusters, speakers)
    if mention.person == "r":
        return _of_relative(mention, clusters)
    if mention.person != "3":
        return None
    if clusters.tree.lower[mention.head] in _REFLEXIVE:
        subject = _subject_above(clusters.tree, mention.head)
        found = clusters.at(subject) if subject is not None else None
        if found is not None:
            return found
    best: tuple[float, Cluster] | None = None
    tree = clusters.tree
    here = tree.sentence[mention.head]
    speaker = speakers.get(mention.head)
    own = clusters.at(speaker) if speaker is not None else None
    asked = _is_asked(tree, mention.head)
    minded = _is_minded(tree, mention.head)
    for rank, cluster in enumerate(clusters.backwards()):
        gap = here - tree.sentence[cluster.last.head]
        if rank > 40 or gap > _REACH[mention.gender]:
            break
        if cluster is own or not agrees(mention, cluster) or _bound(mention, cluster, clusters):
            continue
        if (asked or minded) and cluster.animacy == "thing" and not _tells(cluster):
            continue
        if cluster.name is None and tree.dep[cluster.last.head] == "compound":
            continue
        first = cluster.mentions[0]
        if first.person == "1" and speakers.get(first.head) == speaker:
            continue
        score = _salience(mention, cluster, clusters, gap)
        if best is None or score > best[0]:
            best = (score, cluster)
    return best[1] if best else None


def awaited(tree: Tree, mention: Mention) -> int | None:
    """The subject that a pronoun runs ahead of: "Speaking to her staff, the minister said".

    That is the case in a participle's clause before the subject that it shares.
    """
    if mention.person != "3":
        return None
    node = mention.head
    for _ in range(8):
        above = tree.head[node]
        if above == node:
            return None
        if tree.dep[node] == "advcl" and tree.tag[node] in ("VBG", "VBN"):
            subject = tree.child(above, "nsubj", "nsubj:pass")
            own = tree.child(node, "nsubj", "nsubj:pass")
            ahead = subject is not None and own is None and node < subject
            return subject if ahead and mention.head < (subject or 0) else None
        if tree.dep[node] in ("ccomp", "acl:relcl", "root", "ROOT"):
            return None
        node = above
    return None


def _is_asked(tree: Tree, index: int) -> bool:
    """Whether a pronoun is told to do something, which things are not: "requested it to watch"."""
    verb = tree.head[index]
    if tree.dep[index] not in ("obj", "iobj") or tree.lemma[verb] not in _ASKING:
        return False
    clause = tree.child(verb, "xcomp", "ccomp", "advcl")
    return clause is not None and clause > index


def _is_minded(tree: Tree, index: int) -> bool:
    """Whether a pronoun says, thinks or wants something, which things do not."""
    return tree.dep[index] == "nsubj" and tree.lemma[tree.head[index]] in _MINDED


def _tells(cluster: Cluster) -> bool:
    """Whether a chain is a document, which says what its writers say."""
    return bool(cluster.heads & _TELLING)


def _of_speaker(mention: Mention, clusters: Clusters, speakers: dict[int, int]) -> Cluster | None:
    speaker = speakers.get(mention.head)
    if speaker is not None:
        found = clusters.at(speaker)
        if found is not None and (not mention.plural or found.animacy == "body" or found.plural):
            return found
    for cluster in clusters.backwards():
        first = cluster.mentions[0]
        if first.person == "1" and first.plural == mention.plural:
            same = speakers.get(first.head) == speaker
            if same:
                return cluster
    return None


def _of_relative(mention: Mention, clusters: Clusters) -> Cluster | None:
    """What a relative clause describes: the noun that it hangs on."""
    tree = clusters.tree
    node = mention.head
    for _ in range(8):
        if tree.dep[node] == "acl:relcl":
            return clusters.at(tree.head[node])
        if tree.head[node] == node:
            return None
        node = tree.head[node]
    return None


def _subject_above(tree: Tree, index: int) -> int | None:
    node = index
    for _ in range(12):
        if tree.head[node] == node:
            return None
        node = tree.head[node]
        for child in tree.children[node]:
            if tree.dep[child] in _SUBJECTS and child != index:
                return child
    return None


def agrees(mention: Mention, cluster: Cluster) -> bool:
    """Whether number, gender and kind let a pronoun stand for a chain."""
    if cluster.animacy == "time":
        return False
    if mention.plural:
        if cluster.animacy == "thing" and not cluster.plural:
            return False
        return cluster.plural or cluster.animacy == "body"
    if mention.gender in ("m", "f"):
        if cluster.plural or cluster.animacy in ("body", "place", "thing"):
            return False
        if cluster.gender:
            return cluster.gender == mention.gender
        return cluster.animacy == "person"
    named_body = cluster.animacy == "body" and any(m.name for m in cluster.mentions)
    one = not cluster.plural or named_body  # "the Armed Forces said it had …"
    return one and cluster.animacy != "person" and not cluster.gender


def _clause(tree: Tree, index: int) -> int:
    """The predicate that an argument belongs to."""
    node = index
    for _ in range(12):
        if tree.dep[node] not in (
            "nmod",
            "nmod:poss",
            "conj",
            "appos",
            "compound",
            "nmod:desc",
            "flat",
        ):
            break
        node = tree.head[node]
    return tree.head[node]


def _bound(mention: Mention, cluster: Cluster, clusters: Clusters) -> bool:
    """Whether grammar forbids the two: an object and its own subject, a phrase and its part."""
    tree, last = clusters.tree, cluster.last
    for other in cluster.mentions[-2:]:
        if other.start <= mention.head < other.end and other.kind != "pronoun":
            return True
    if tree.dep[mention.head] == "nmod:poss":
        return False
    if tree.dep[mention.head] in ("obj", "iobj"):
        subject = _shared_subject(tree, mention.head)
        if subject == last.head:
            return True
        several = clusters.at(subject) if subject is not None else None
        if several is not None and any(clusters.at(m) is cluster for m in several.members):
            return True
    return (
        tree.head[mention.head] == tree.head[last.head]
        and tree.sentence[mention.head] == tree.sentence[last.head]
    )


def _shared_subject(tree: Tree, index: int) -> int | None:
    """The subject that the pronoun's verb takes from the verb before: "demanded and asked it"."""
    verb = tree.head[index]
    for _ in range(4):
        subject = tree.child(verb, "nsubj")
        if subject is not None:
            return subject
        if tree.dep[verb] not in ("conj", "xcomp"):
            return None
        verb = tree.head[verb]
    return None


def _salience(mention: Mention, cluster: Cluster, clusters: Clusters, gap: int) -> float:
    tree, last = clusters.tree, cluster.last
    score = -2.0 * gap
    dep = tree.dep[last.head]
    if dep in _SUBJECTS:
        score += 2.0
    elif dep in ("obj", "iobj"):
        score += 0.6
    elif dep in ("nmod", "compound", "nmod:poss"):
        score -= 0.5
    if mention.plural and not cluster.plural:
        score -= 0.7
    if mention.gender == "n" and _is_one_of_several(tree, last.head):
        score -= 1.5
    if last.kind == "pronoun":
        score += 1.0
    if cluster.name is not None:
        score += 0.5
    score += min(len(cluster.mentions), 6) * 0.3
    score -= 0.04 * (mention.head - last.head)
    if tree.dep[mention.head] in _SUBJECTS and dep in _SUBJECTS:
        score += 0.7
        if _says_of_itself(tree, mention.head, last.head):
            score += 2.0
    return score


def _is_one_of_several(tree: Tree, head: int) -> bool:
    """Whether a phrase is coordinated with others, so that no single thing is in mind."""
    return tree.dep[head] == "conj" or tree.child(head, "conj") is not None


def _says_of_itself(tree: Tree, pronoun: int, subject: int) -> bool:
    """Whether the one is subject of what the other says: "the army said it was looking into it"."""
    clause, saying = tree.head[pronoun], tree.head[subject]
    return tree.dep[clause] == "ccomp" and tree.head[clause] == saying and clause != saying
