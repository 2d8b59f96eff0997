"""Other pipelines' trees and names, turned into the reader's own: Universal Dependencies.

spaCy's English pipelines label relations as ClearNLP does, where prepositions and copulas govern
and coordination is a chain. Everything after the reader expects UD, so the tree is transformed
at the door. A tree that is UD already only has its root renamed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from thinc.types import Ints2d

UNIVERSAL_COMPONENT: Final = "dragoman_universal"

_CLEAR_LABELS = """
acomp agent attr auxpass csubjpass dative dobj npadvmod nsubjpass oprd pcomp pobj poss preconj
predet prep prt quantmod relcl
"""
CLEAR_LABELS: Final = frozenset(_CLEAR_LABELS.split())
"""Labels that ClearNLP has and UD has not: one of them tells which a tree is in."""

RENAMED: Final = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
    "subtok": "goeswith",
}
"""Labels that change their name and nothing else, once the structural changes are made."""

ENTITY_LABELS: Final = {
    "PERSON": "PERSON",
    "PER": "PERSON",
    "ORG": "ORG",
    "NORP": "NORP",
    "GPE": "LOC",
    "LOC": "LOC",
    "FAC": "LOC",
    "EVENT": "MISC",
    "LANGUAGE": "MISC",
    "LAW": "MISC",
    "MISC": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
}
"""Names by the reader's labels; times and quantities are no names and are dropped."""

PREPOSITIONAL: Final = ("prep", "agent", "dative", "pcomp")
NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM", "SYM")


class Tree:
    """A Doc's heads (absolute indices, a root being its own) and labels, open to change."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.heads = [token.head.i for token in doc]
        self.labels = [token.dep_ for token in doc]

    def children(self, head: int, *labels: str) -> list[int]:
        """Dependents in text order, of the given labels or of all."""
        return [
            i
            for i, (h, label) in enumerate(zip(self.heads, self.labels, strict=True))
            if h == head != i and (not labels or label in labels)
        ]

    def attach(self, word: int, head: int, label: str) -> None:
        """Hang a word on another head."""
        self.heads[word], self.labels[word] = head, label

    def replace(self, old: int, new: int, label: str) -> None:
        """Put `new` in the place of `old`, its ancestor; `old` and its children hang on `new`."""
        role = self.labels[old]
        head = self.heads[old]
        for child in self.children(old):
            if child != new:
                self.heads[child] = new
        self.attach(new, new if head == old else head, role)
        self.attach(old, new, label)

    def is_sound(self) -> bool:
        """Whether every word leads to a root."""
        reach = np.array(self.heads)
        for _ in range(len(reach).bit_length()):
            reach = reach[reach]
        roots = np.array(self.heads)[reach] == reach
        return bool(roots.all())

    def write(self) -> None:
        """Set the Doc's heads and labels."""
        add = self.doc.vocab.strings.add
        offsets = np.array(self.heads, np.int64) - np.arange(len(self.heads))
        labels = np.array([add(label) for label in self.labels], np.uint64)
        rows = np.stack([labels, offsets.view(np.uint64)], axis=1)
        self.doc.from_array(["DEP", "HEAD"], cast("Ints2d", rows))


def to_universal(doc: Doc, clear: bool = True) -> Doc:
    """Transform the Doc's tree and names in place, and return it.

    `clear` says that the tree is ClearNLP's; a tree of UD only has its root renamed.
    """
    if not len(doc):
        return doc
    tree = Tree(doc)
    if clear:
        for step in (
            _raise_objects,
            _raise_predicates,
            _flatten_coordination,
            _rename,
            _head_names_first,
        ):
            step(tree)
        if not tree.is_sound():
            tree = Tree(doc)
            _rename(tree)
    else:
        tree.labels = ["root" if label == "ROOT" else label for label in tree.labels]
    tree.write()
    doc.ents = [
        Span(doc, ent.start, ent.end, ENTITY_LABELS[ent.label_])
        for ent in doc.ents
        if ent.label_ in ENTITY_LABELS
    ]
    return doc


def _depth(tree: Tree, word: int) -> int:
    depth = 0
    while tree.heads[word] != word:
        word = tree.heads[word]
        depth += 1
    return depth


def _raise_objects(tree: Tree) -> None:
    """Objects of prepositions take the prepositions' place: "in <- Kyiv" as case."""
    found = [i for i, label in enumerate(tree.labels) if label in PREPOSITIONAL]
    for word in sorted(found, key=lambda i: _depth(tree, i), reverse=True):
        label, governor = tree.labels[word], tree.heads[word]
        objects = tree.children(word, "pobj")
        clauses = tree.children(word, "pcomp")
        if label == "pcomp" and not objects:
            continue
        if not objects and not clauses:
            if label == "prep":
                tree.labels[word] = "advmod"
            continue
        raised = (objects or clauses)[0]
        tree.replace(word, raised, "case" if objects else "mark")
        if tree.labels[governor] in PREPOSITIONAL:
            tree.labels[raised] = "pobj"
        else:
            tree.labels[raised] = _oblique(tree, governor, label, bool(objects))


def _oblique(tree: Tree, governor: int, label: str, nominal: bool) -> str:
    """The label of what a preposition brought: by its governor's part of speech."""
    under_noun = tree.doc[governor].pos_ in NOMINAL
    if not nominal:
        return "acl" if under_noun else "advcl"
    if under_noun:
        return "nmod"
    return "obl:agent" if label == "agent" else "obl"


def _raise_predicates(tree: Tree) -> None:
    """Predicates take the copula's place; "there is X" keeps its verb and X is the subject."""
    for word, token in enumerate(tree.doc):
        if token.lemma_ != "be" or tree.labels[word] in ("aux", "auxpass"):
            continue
        predicates = tree.children(word, "attr", "acomp")
        if tree.children(word, "expl"):
            for predicate in predicates:
                tree.labels[predicate] = "nsubj"
            continue
        obliques = [i for i in tree.children(word, "obl") if i > word]
        if predicates or (obliques and tree.children(word, "nsubj")):
            tree.replace(word, (predicates or obliques)[0], "cop")


def _flatten_coordination(tree: Tree) -> None:
    """Conjuncts hang on the first of them, a conjunction on the conjunct that follows it."""
    for word, label in enumerate(tree.labels):
        if label == "cc":
            following = [i for i in tree.children(tree.heads[word], "conj") if i > word]
            if following:
                tree.heads[word] = following[0]
    for word, label in enumerate(tree.labels):
        while label == "conj" and tree.labels[tree.heads[word]] == "conj":
            if tree.heads[word] == tree.heads[tree.heads[word]]:
                break
            tree.heads[word] = tree.heads[tree.heads[word]]


def _rename(tree: Tree) -> None:
    """Labels that only change their name, or change it with the governor."""
    for word, label in enumerate(tree.labels):
        nominal = tree.doc[tree.heads[word]].pos_ in NOMINAL
        if label == "npadvmod":
            tree.labels[word] = "nmod:unmarked" if nominal else "obl:unmarked"
        elif label == "nmod" and word < tree.heads[word] and not tree.children(word, "case"):
            tree.labels[word] = "amod" if tree.doc[word].pos_ == "ADJ" else "compound"
        elif label in PREPOSITIONAL or label == "pobj":
            tree.labels[word] = RENAMED.get(label, "nmod" if nominal else "obl")
        else:
            tree.labels[word] = RENAMED.get(label, label)


def _head_names_first(tree: Tree) -> None:
    """A person's name is headed by its first word, the others being flat."""
    for ent in tree.doc.ents:
        words = range(ent.start, ent.end)
        last = ent.end - 1
        if ENTITY_LABELS.get(ent.label_) != "PERSON" or len(words) < 2:
            continue
        if all(tree.heads[i] == last and tree.labels[i] == "compound" for i in words[:-1]):
            tree.replace(last, ent.start, "flat")
            for word in words[1:]:
                tree.attach(word, ent.start, "flat")


@Language.factory(UNIVERSAL_COMPONENT, assigns=["token.dep", "token.head", "doc.ents"])
def make_universal(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """`to_universal` after the other components, by the labels that they give."""
    labels = {label for given in nlp.pipe_labels.values() for label in given}
    return partial(to_universal, clear=bool(CLEAR_LABELS & labels))
