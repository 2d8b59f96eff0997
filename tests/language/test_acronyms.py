"""Acronyms that a parser takes for other words are mended in the lists that coding reads."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language.columns import columns_of


def doc_of(*rows: str) -> Doc:
    """One row a token: text lemma tag pos head relation; heads are counted from 0."""
    cells = [row.split() for row in rows]
    return Doc(
        Vocab(),
        words=[c[0] for c in cells],
        lemmas=[c[1] for c in cells],
        tags=[c[2] for c in cells],
        pos=[c[3] for c in cells],
        heads=[int(c[4]) for c in cells],
        deps=[c[5] for c in cells],
    )


def test_the_group_is_the_subject_of_its_verb() -> None:
    doc = doc_of(
        "Elders elder NNS NOUN 1 nsubj",
        "told tell VBD VERB 1 ROOT",
        "reporters reporter NNS NOUN 6 nsubj",
        "that that IN SCONJ 6 mark",
        "IS be VBZ AUX 6 aux",
        "had have VBD AUX 6 aux",
        "shelled shell VBN VERB 1 ccomp",
        "them they PRP PRON 6 obj",
    )
    columns = columns_of(doc)
    assert (columns.dep[4], columns.head[4], columns.pos[4]) == ("nsubj", 6, "PROPN")
    assert (columns.dep[2], columns.head[2]) == ("iobj", 1)


def test_before_a_noun_the_group_is_part_of_a_name() -> None:
    doc = doc_of(
        "Then then RB ADV 3 advmod",
        "IS be VBZ AUX 3 aux:pass",
        "fighters fighter NNS NOUN 3 nsubj",
        "fled flee VBD VERB 3 ROOT",
        "away away RB ADV 3 advmod",
    )
    columns = columns_of(doc)
    assert (columns.dep[1], columns.head[1]) == ("compound", 2)


def test_capitals_throughout_name_no_group() -> None:
    doc = doc_of(
        "PORT port NN NOUN 2 nsubj:pass",
        "IS be VBZ AUX 2 aux:pass",
        "STRUCK strike VBN VERB 2 ROOT",
    )
    assert columns_of(doc).dep[1] == "aux:pass"
