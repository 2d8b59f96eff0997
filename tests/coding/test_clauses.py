from __future__ import annotations

import spacy
from spacy.tokens import Doc

from dragoman.coding.clauses import (
    agent_of,
    antecedent,
    coordinated,
    extent,
    is_passive,
    subject_of,
    trimmed,
    without,
)

VOCAB = spacy.blank("en").vocab


def _doc(*rows: str) -> Doc:
    """A parse from rows "word/UPOS/TAG/dep/head"."""
    parts = [row.split("/") for row in rows]
    return Doc(
        VOCAB,
        words=[p[0] for p in parts],
        pos=[p[1] for p in parts],
        tags=[p[2] for p in parts],
        deps=[p[3] for p in parts],
        heads=[int(p[4]) for p in parts],
        lemmas=[p[0].lower() for p in parts],
    )


def test_a_shared_subject_is_found_over_coordination() -> None:
    doc = _doc(
        "Rebels/NOUN/NNS/nsubj/1", "left/VERB/VBD/root/1", "and/CCONJ/CC/cc/3",
        "said/VERB/VBD/conj/1",
    )  # fmt: skip
    subject = subject_of(doc[3])
    assert subject is not None
    assert subject.text == "Rebels"


def test_an_infinitive_has_its_governors_object_as_subject() -> None:
    doc = _doc(
        "He/PRON/PRP/nsubj/1", "urged/VERB/VBD/root/1", "Iran/PROPN/NNP/obj/1",
        "to/PART/TO/mark/4", "leave/VERB/VB/xcomp/1",
    )  # fmt: skip
    subject = subject_of(doc[4])
    assert subject is not None
    assert subject.text == "Iran"


def test_a_passive_has_an_agent_and_no_subject() -> None:
    doc = _doc(
        "It/PRON/PRP/nsubj:pass/2", "was/AUX/VBD/aux:pass/2", "said/VERB/VBN/root/2",
        "by/ADP/IN/case/4", "police/NOUN/NN/obl:agent/2",
    )  # fmt: skip
    assert is_passive(doc[2])
    assert subject_of(doc[2]) is None
    agent = agent_of(doc[2])
    assert agent is not None
    assert agent.text == "police"


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    doc = _doc("army/NOUN/NN/root/0", "that/PRON/WDT/nsubj/2", "left/VERB/VBD/acl:relcl/0")
    assert antecedent(doc[1]).text == "army"
    assert antecedent(doc[0]).text == "army"


def test_coordination_in_reading_order() -> None:
    doc = _doc("Iran/PROPN/NNP/root/0", ",/PUNCT/,/punct/2", "Iraq/PROPN/NNP/conj/0")
    assert [t.text for t in coordinated(doc[0])] == ["Iran", "Iraq"]
    assert extent(doc[0]) == (0, 3)


def test_loose_punctuation_is_trimmed() -> None:
    doc = _doc(",/PUNCT/,/punct/1", "Iran/PROPN/NNP/root/1", "./PUNCT/./punct/1")
    span = trimmed(doc[0:3])
    assert span is not None
    assert span.text == "Iran"
    assert trimmed(doc[0:1]) is None


def test_ranges_less_holes() -> None:
    assert without([(0, 10)], [(3, 5)]) == [(0, 3), (5, 10)]
    assert without([(0, 4), (4, 8)], []) == [(0, 8)]
    assert without([(2, 4)], [(0, 9)]) == []
