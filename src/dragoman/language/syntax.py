"""A document's words as plain lists, as coreference and the cast read them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from dragoman.language.columns import columns_of


@dataclass(frozen=True, slots=True)
class Tree:
    """One list an attribute, by token index; a root is its own head.

    `sentence` numbers the sentences; `ent` is a name's label or "", `ent_start` the first token of
    the name that a token is in.
    """

    texts: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    children: list[list[int]]
    sentence: list[int]
    ent: list[str]
    ent_start: list[int]

    def relation(self, index: int) -> str:
        """The universal relation without its subtype ("nmod:poss" → "nmod")."""
        return self.dep[index].partition(":")[0]

    def child(self, index: int, *deps: str) -> int | None:
        """The first child that bears one of those relations (subtypes told in full)."""
        for child in self.children[index]:
            if self.dep[child] in deps:
                return child
        return None


def read_tree(doc: Doc) -> Tree:
    """The lists of a document; without a parse every token is a root of no relation.

    The lists that `titles` mends are the tree's own.
    """
    columns = columns_of(doc)
    children: list[list[int]] = [[] for _ in columns.head]
    for index, parent in enumerate(columns.head):
        if parent != index:
            children[parent].append(index)
    sentence: list[int] = []
    number = -1
    for starts in columns.starts:
        if starts or number < 0:
            number += 1
        sentence.append(number)
    ent_start = list(range(len(columns.head)))
    for index, label in enumerate(columns.ent):
        if label and index and columns.inside[index] and columns.ent[index - 1] == label:
            ent_start[index] = ent_start[index - 1]
    return Tree(
        columns.texts,
        columns.lower,
        [lemma.lower() for lemma in columns.lemma],
        columns.pos,
        columns.tag,
        list(columns.dep),
        list(columns.head),
        children,
        sentence,
        list(columns.ent),
        ent_start,
    )
