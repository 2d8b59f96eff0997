"""A document's words as plain lists, as coreference and the cast read them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

_INSIDE = 1
"""spaCy's number for a token inside a name; `Doc.ents` refuses sequences that models may give."""


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
    """The lists of a document; without a parse every token is a root of no relation."""
    head = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in head]
    for index, parent in enumerate(head):
        if parent != index:
            children[parent].append(index)
    sentence: list[int] = []
    number = -1
    for token in doc:
        if token.is_sent_start or number < 0:
            number += 1
        sentence.append(number)
    ent = [""] * len(head)
    ent_start = list(range(len(head)))
    for token in doc:
        label = token.ent_type_
        if label:
            index = token.i
            inside = token.ent_iob == _INSIDE and index > 0 and ent[index - 1] == label
            ent[index] = label
            ent_start[index] = ent_start[index - 1] if inside else index
    texts = [token.text for token in doc]
    return Tree(
        texts,
        [text.lower() for text in texts],
        [(token.lemma_ or token.text).lower() for token in doc],
        [token.pos_ for token in doc],
        [token.tag_ for token in doc],
        [token.dep_ for token in doc],
        head,
        children,
        sentence,
        ent,
        ent_start,
    )
