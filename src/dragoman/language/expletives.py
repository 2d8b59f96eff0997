"""An "it" that stands for nothing: "it is unclear whether", "it was the army that fired"."""

from __future__ import annotations

from dragoman.language.syntax import Tree
from dragoman.ontology.reference import reference_words

_ANNOUNCING = reference_words("announcing")
_TIMES = reference_words("time_nouns")
_WEATHER = reference_words("weather")
_CLAUSES = ("csubj", "csubj:pass", "ccomp", "xcomp", "advcl", "acl", "parataxis", "acl:relcl")
_MARKS = frozenset({"that", "to", "for", "whether", "if", "how", "why", "when", "what", "who"})


def is_expletive(tree: Tree, index: int) -> bool:
    """Whether an "it" only announces a clause, a cleft's focus or the weather."""
    if tree.lower[index] != "it":
        return False
    if tree.dep[index] == "expl":
        return True
    head = tree.head[index]
    if tree.dep[index] in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return (
            tree.lemma[head] in _WEATHER
            or _announces(tree, index, head)
            or _is_cleft(tree, index, head)
        )
    return tree.dep[index] == "obj" and _made_so(tree, index, head)


def _announces(tree: Tree, index: int, predicate: int) -> bool:
    """Whether a clause after the predicate is what "it" says something of."""
    if index > predicate or tree.lemma[predicate] not in _ANNOUNCING:
        return False
    verbal = tree.pos[predicate] == "VERB"
    if verbal and not _impersonal(tree, index, predicate):
        return False
    return any(
        tree.dep[child] in _CLAUSES and child > predicate and _marked(tree, predicate, child)
        for child in tree.children[predicate]
    )


def _is_cleft(tree: Tree, index: int, focus: int) -> bool:
    """ "It was the militia that fled": a definite focus, then what it did."""
    if index > focus or tree.child(focus, "cop") is None:
        return False
    article = tree.child(focus, "det")
    definite = tree.pos[focus] == "PROPN" or (article is not None and tree.lower[article] == "the")
    clause = tree.child(focus, "acl:relcl", "advcl:relcl")
    return definite and clause is not None and _marked(tree, focus, clause, {"that", "who"})


_RAISING = frozenset({"seem", "appear", "emerge", "transpire", "happen", "turn", "follow"})


def _impersonal(tree: Tree, index: int, verb: int) -> bool:
    """Whether a verb takes such an "it": "it emerged that", "it is believed that"; not "it said"."""
    passive = tree.dep[index] == "nsubj:pass" or tree.child(verb, "aux:pass") is not None
    if passive:
        return any(
            tree.dep[child] in ("ccomp", "csubj", "csubj:pass", "advcl")
            and _marked(tree, verb, child, {"that", "whether"})
            for child in tree.children[verb]
        )
    if tree.lemma[verb] == "take":
        spent = tree.child(verb, "obj", "obl:unmarked")
        return spent is not None and tree.lemma[spent] in _TIMES
    return tree.lemma[verb] in _RAISING and any(
        tree.dep[child] in ("ccomp", "csubj") and _marked(tree, verb, child, {"that", "as"})
        for child in tree.children[verb]
    )


def _marked(tree: Tree, head: int, clause: int, marks: frozenset[str] | set[str] = _MARKS) -> bool:
    """Whether a clause begins with one of the words, somewhere after its governor."""
    return any(
        head < child < clause and tree.lower[child] in marks for child in tree.children[clause]
    )


def _made_so(tree: Tree, index: int, verb: int) -> bool:
    """ "made it clear that", "finds it hard to"."""
    if tree.lemma[verb] not in ("make", "find", "consider", "deem", "think", "believe"):
        return False
    said = tree.child(verb, "xcomp")
    if said is None or said < index or tree.pos[said] != "ADJ":
        return False
    return tree.lemma[said] in _ANNOUNCING
