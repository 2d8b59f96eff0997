"""ClearNLP trees, built by hand, turned into Universal Dependencies."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from dragoman.language.universal import UNIVERSAL_COMPONENT, to_universal

Row = tuple[str, str, int, str]


def clear_doc(rows: list[Row], lemmas: dict[str, str] | None = None) -> Doc:
    """A Doc from (word, part of speech, head's index, label)."""
    words = [word for word, _, _, _ in rows]
    return Doc(
        Vocab(),
        words=words,
        pos=[pos for _, pos, _, _ in rows],
        heads=[head for _, _, head, _ in rows],
        deps=[label for _, _, _, label in rows],
        lemmas=[(lemmas or {}).get(word, word) for word in words],
    )


def arcs(doc: Doc) -> dict[str, tuple[str, str]]:
    """Word -> (relation, head), the root being its own head."""
    return {token.text: (token.dep_, token.head.text) for token in doc}


def test_active_clause_with_preposition() -> None:
    doc = clear_doc(
        [
            ("Rebels", "NOUN", 1, "nsubj"),
            ("shelled", "VERB", 1, "ROOT"),
            ("Kharkiv", "PROPN", 1, "dobj"),
            ("from", "ADP", 1, "prep"),
            ("hills", "NOUN", 3, "pobj"),
            ("near", "ADP", 4, "prep"),
            ("Russia", "PROPN", 5, "pobj"),
        ]
    )
    assert arcs(to_universal(doc)) == {
        "Rebels": ("nsubj", "shelled"),
        "shelled": ("root", "shelled"),
        "Kharkiv": ("obj", "shelled"),
        "from": ("case", "hills"),
        "hills": ("obl", "shelled"),
        "near": ("case", "Russia"),
        "Russia": ("nmod", "hills"),
    }


def test_passive_with_agent() -> None:
    doc = clear_doc(
        [
            ("Aleppo", "PROPN", 2, "nsubjpass"),
            ("was", "AUX", 2, "auxpass"),
            ("seized", "VERB", 2, "ROOT"),
            ("by", "ADP", 2, "agent"),
            ("rebels", "NOUN", 3, "pobj"),
        ],
        {"was": "be"},
    )
    found = arcs(to_universal(doc))
    assert found["Aleppo"] == ("nsubj:pass", "seized")
    assert found["was"] == ("aux:pass", "seized")
    assert found["rebels"] == ("obl:agent", "seized")
    assert found["by"] == ("case", "rebels")


def test_copula_hangs_on_its_predicate() -> None:
    doc = clear_doc(
        [
            ("Fidan", "PROPN", 1, "nsubj"),
            ("is", "AUX", 1, "ROOT"),
            ("minister", "NOUN", 1, "attr"),
            ("in", "ADP", 1, "prep"),
            ("Ankara", "PROPN", 3, "pobj"),
        ],
        {"is": "be"},
    )
    assert arcs(to_universal(doc)) == {
        "Fidan": ("nsubj", "minister"),
        "is": ("cop", "minister"),
        "minister": ("root", "minister"),
        "in": ("case", "Ankara"),
        "Ankara": ("obl", "minister"),
    }


def test_copula_before_a_place() -> None:
    doc = clear_doc(
        [
            ("Talks", "NOUN", 1, "nsubj"),
            ("were", "AUX", 1, "ROOT"),
            ("in", "ADP", 1, "prep"),
            ("Doha", "PROPN", 2, "pobj"),
        ],
        {"were": "be"},
    )
    found = arcs(to_universal(doc))
    assert found["Doha"] == ("root", "Doha")
    assert found["were"] == ("cop", "Doha")
    assert found["Talks"] == ("nsubj", "Doha")


def test_there_is_keeps_its_verb() -> None:
    doc = clear_doc(
        [
            ("There", "PRON", 1, "expl"),
            ("is", "AUX", 1, "ROOT"),
            ("fighting", "NOUN", 1, "attr"),
        ],
        {"is": "be"},
    )
    found = arcs(to_universal(doc))
    assert found["is"] == ("root", "is")
    assert found["fighting"] == ("nsubj", "is")


def test_coordination_hangs_on_the_first() -> None:
    doc = clear_doc(
        [
            ("Iran", "PROPN", 5, "nsubj"),
            (",", "PUNCT", 0, "punct"),
            ("Russia", "PROPN", 0, "conj"),
            ("and", "CCONJ", 2, "cc"),
            ("Turkey", "PROPN", 2, "conj"),
            ("met", "VERB", 5, "ROOT"),
        ]
    )
    found = arcs(to_universal(doc))
    assert found["Russia"] == ("conj", "Iran")
    assert found["Turkey"] == ("conj", "Iran")
    assert found["and"] == ("cc", "Turkey")


def test_nested_prepositions_and_clauses_of_prepositions() -> None:
    doc = clear_doc(
        [
            ("Troops", "NOUN", 1, "nsubj"),
            ("withdrew", "VERB", 1, "ROOT"),
            ("from", "ADP", 1, "prep"),
            ("inside", "ADP", 2, "prep"),
            ("Gaza", "PROPN", 3, "pobj"),
            ("after", "ADP", 1, "prep"),
            ("losing", "VERB", 5, "pcomp"),
            ("men", "NOUN", 6, "dobj"),
        ]
    )
    found = arcs(to_universal(doc))
    assert found["Gaza"] == ("obl", "withdrew")
    assert found["from"] == ("case", "Gaza")
    assert found["inside"] == ("case", "Gaza")
    assert found["losing"] == ("advcl", "withdrew")
    assert found["after"] == ("mark", "losing")


@pytest.mark.parametrize(
    ("label", "expected"),
    [("poss", "nmod:poss"), ("relcl", "acl:relcl"), ("neg", "advmod"), ("amod", "amod")],
)
def test_labels_that_only_change_their_name(label: str, expected: str) -> None:
    doc = clear_doc(
        [("x", "NOUN", 1, label), ("talks", "NOUN", 2, "dobj"), ("held", "VERB", 2, "ROOT")]
    )
    assert arcs(to_universal(doc))["x"] == (expected, "talks")


def test_people_are_headed_by_their_first_name_and_numbers_are_no_names() -> None:
    doc = clear_doc(
        [
            ("Hakan", "PROPN", 1, "compound"),
            ("Fidan", "PROPN", 2, "nsubj"),
            ("met", "VERB", 2, "ROOT"),
            ("two", "NUM", 4, "nummod"),
            ("Qataris", "PROPN", 2, "dobj"),
            ("in", "ADP", 2, "prep"),
            ("Doha", "PROPN", 5, "pobj"),
        ]
    )
    labels = [(0, 2, "PERSON"), (3, 4, "CARDINAL"), (4, 5, "NORP"), (6, 7, "GPE")]
    doc.ents = [Span(doc, start, end, label) for start, end, label in labels]
    found = arcs(to_universal(doc))
    assert found["Hakan"] == ("nsubj", "met")
    assert found["Fidan"] == ("flat", "Hakan")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Hakan Fidan", "PERSON"),
        ("Qataris", "NORP"),
        ("Doha", "LOC"),
    ]


def test_a_universal_tree_stays_as_it_is() -> None:
    doc = clear_doc(
        [
            ("Rebels", "NOUN", 1, "nsubj"),
            ("entered", "VERB", 1, "ROOT"),
            ("the", "DET", 3, "det"),
            ("town", "NOUN", 1, "obj"),
        ]
    )
    assert arcs(to_universal(doc, clear=False)) == {
        "Rebels": ("nsubj", "entered"),
        "entered": ("root", "entered"),
        "the": ("det", "town"),
        "town": ("obj", "entered"),
    }


def test_sentences_survive() -> None:
    doc = clear_doc(
        [
            ("He", "PRON", 1, "nsubj"),
            ("is", "AUX", 1, "ROOT"),
            ("ill", "ADJ", 1, "acomp"),
            ("She", "PRON", 4, "nsubj"),
            ("left", "VERB", 4, "ROOT"),
        ],
        {"is": "be"},
    )
    assert [sent.text for sent in to_universal(doc).sents] == ["He is ill", "She left"]


def test_an_empty_doc() -> None:
    assert len(to_universal(Doc(Vocab()))) == 0


def test_the_component_tells_the_scheme_by_the_parsers_labels() -> None:
    def root_child(labels: list[str]) -> str:
        nlp = spacy.blank("en")
        parser = nlp.add_pipe("parser")
        for label in labels:
            parser.add_label(label)  # type: ignore[attr-defined]
        universal = nlp.create_pipe(UNIVERSAL_COMPONENT)
        doc = clear_doc([("Kyiv", "PROPN", 1, "dobj"), ("left", "VERB", 1, "ROOT")])
        return universal(doc)[0].dep_

    assert root_child(["nsubj", "dobj", "pobj"]) == "obj"
    assert root_child(["nsubj", "obj", "obl"]) == "dobj"
