"""Frames bring home what grammar moves elsewhere; the Docs are built by hand."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from dragoman.language.frames import frame_of, phrase
from dragoman.language.parse import parse_of


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


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


def test_active_with_coordinated_subject_and_object() -> None:
    doc = doc_of(
        "France France NNP PROPN 3 nsubj",
        "and and CC CCONJ 2 cc",
        "Italy Italy NNP PROPN 0 conj",
        "thanked thank VBD VERB 3 ROOT",
        "Oman Oman NNP PROPN 3 obj",
        "on on IN ADP 6 case",
        "Monday Monday NNP PROPN 3 obl",
    )
    frame = frame_of(doc[3])
    assert texts(frame.subjects) == ["France", "Italy"]
    assert texts(frame.objects) == ["Oman"]
    assert texts(frame.obliques["on"]) == ["Monday"]
    assert not frame.passive


def test_passive_with_agent() -> None:
    doc = doc_of(
        "Villages village NNS NOUN 2 nsubj:pass",
        "were be VBD AUX 2 aux:pass",
        "shelled shell VBN VERB 2 ROOT",
        "by by IN ADP 4 case",
        "rebels rebel NNS NOUN 2 obl:agent",
    )
    frame = frame_of(doc[2])
    assert frame.passive
    assert texts(frame.actors) == ["rebels"]
    assert texts(frame.undergoers) == ["Villages"]


def test_relative_clause_takes_its_noun_as_subject() -> None:
    doc = doc_of(
        "men man NNS NOUN 4 nsubj",
        "who who WP PRON 2 nsubj",
        "attacked attack VBD VERB 0 acl:relcl",
        "police police NNS NOUN 2 obj",
        "fled flee VBD VERB 4 ROOT",
    )
    frame = frame_of(doc[2])
    assert texts(frame.subjects) == ["men"]
    assert texts(frame.objects) == ["police"]


def test_object_relative_without_pronoun() -> None:
    doc = doc_of(
        "town town NN NOUN 3 nsubj:pass",
        "rebels rebel NNS NOUN 2 nsubj",
        "seized seize VBD VERB 0 acl:relcl",
        "burned burn VBD VERB 3 ROOT",
    )
    frame = frame_of(doc[2])
    assert texts(frame.subjects) == ["rebels"]
    assert texts(frame.objects) == ["town"]


def test_reduced_relative_is_passive() -> None:
    doc = doc_of(
        "men man NNS NOUN 4 nsubj",
        "held hold VBN VERB 0 acl",
        "by by IN ADP 3 case",
        "police police NNS NOUN 1 obl",
        "escaped escape VBD VERB 4 ROOT",
    )
    frame = frame_of(doc[1])
    assert frame.passive
    assert texts(frame.actors) == ["police"]
    assert texts(frame.undergoers) == ["men"]


def test_infinitive_is_controlled_by_subject_or_object() -> None:
    promised = doc_of(
        "Chad Chad NNP PROPN 1 nsubj",
        "agreed agree VBD VERB 1 ROOT",
        "to to TO PART 3 mark",
        "withdraw withdraw VB VERB 1 xcomp",
    )
    assert texts(frame_of(promised[3]).subjects) == ["Chad"]
    urged = doc_of(
        "Chad Chad NNP PROPN 1 nsubj",
        "urged urge VBD VERB 1 ROOT",
        "Togo Togo NNP PROPN 1 obj",
        "to to TO PART 4 mark",
        "withdraw withdraw VB VERB 1 xcomp",
    )
    assert texts(frame_of(urged[4]).subjects) == ["Togo"]


def test_accused_of_doing_is_done_by_the_accused() -> None:
    doc = doc_of(
        "Chad Chad NNP PROPN 1 nsubj",
        "accused accuse VBD VERB 1 ROOT",
        "Togo Togo NNP PROPN 1 obj",
        "of of IN SCONJ 4 mark",
        "spying spy VBG VERB 1 advcl",
    )
    assert texts(frame_of(doc[4]).subjects) == ["Togo"]


def test_second_verb_shares_subject_and_first_shares_object() -> None:
    doc = doc_of(
        "Rebels rebel NNS NOUN 1 nsubj",
        "attacked attack VBD VERB 1 ROOT",
        "and and CC CCONJ 3 cc",
        "looted loot VBD VERB 1 conj",
        "shops shop NNS NOUN 3 obj",
    )
    assert texts(frame_of(doc[3]).subjects) == ["Rebels"]
    assert texts(frame_of(doc[1]).objects) == ["shops"]


def test_committed_to_is_a_state_of_its_subject() -> None:
    doc = doc_of(
        "Chad Chad NNP PROPN 2 nsubj:pass",
        "is be VBZ AUX 2 aux:pass",
        "committed commit VBN VERB 2 ROOT",
        "to to IN ADP 4 case",
        "peace peace NN NOUN 2 obl",
    )
    frame = frame_of(doc[2])
    assert texts(frame.actors) == ["Chad"]
    assert not frame.passive


def test_phrase_leaves_out_relative_clause_and_preposition() -> None:
    doc = doc_of(
        "by by IN ADP 3 case",
        "two two CD NUM 3 nummod",
        "armed armed JJ ADJ 3 amod",
        "men man NNS NOUN 5 obl",
        "who who WP PRON 5 nsubj",
        "fled flee VBD VERB 5 ROOT",
    )
    assert phrase(doc[3]).text == "two armed men"


def test_a_doc_without_a_parse_gives_bare_frames() -> None:
    doc = Doc(Vocab(), words=["Rebels", "shelled", "the", "town", "🙂"])
    for token in doc:
        frame = frame_of(token)
        assert frame.subjects == frame.objects == ()
    assert parse_of(doc) is parse_of(doc)


def test_the_first_to_do_it_did_it() -> None:
    doc = doc_of(
        "Oslo Oslo NNP PROPN 1 nsubj",
        "sent send VBD VERB 1 ROOT",
        "the the DT DET 4 det",
        "first first JJ ADJ 4 amod",
        "envoy envoy NN NOUN 1 obj",
        "to to TO PART 6 mark",
        "visit visit VB VERB 4 acl",
        "Chad Chad NNP PROPN 6 obj",
    )
    assert texts(frame_of(doc[6]).subjects) == ["envoy"]


def test_a_third_person_taken_for_a_base_form_keeps_its_lemma() -> None:
    doc = doc_of(
        "Police police NNS NOUN 1 nsubj",
        "detains detains VBP VERB 1 ROOT",
        "and and CC CCONJ 3 cc",
        "discusses discusses VB VERB 1 conj",
        "focus focus VB VERB 1 conj",
    )
    assert [parse_of(doc).lemma[i] for i in (1, 3, 4)] == ["detain", "discuss", "focus"]


def test_those_at_whose_hands_somebody_suffers_are_the_agents() -> None:
    doc = doc_of(
        "Miners miner NNS NOUN 2 nsubj:pass",
        "were be VBD AUX 2 aux:pass",
        "killed kill VBN VERB 2 ROOT",
        "at at IN ADP 5 case",
        "the the DT DET 5 det",
        "hands hand NNS NOUN 2 obl",
        "of of IN ADP 7 case",
        "guards guard NNS NOUN 5 nmod",
        "and and CC CCONJ 9 cc",
        "soldiers soldier NNS NOUN 7 conj",
    )
    frame = frame_of(doc[2])
    assert texts(frame.actors) == ["guards", "soldiers"]
    assert texts(frame.undergoers) == ["Miners"]


def test_who_was_given_something_is_its_indirect_object() -> None:
    doc = doc_of(
        "Inspectors inspector NNS NOUN 2 nsubj:pass",
        "were be VBD AUX 2 aux:pass",
        "granted grant VBN VERB 2 ROOT",
        "access access NN NOUN 2 obj",
    )
    frame = frame_of(doc[2])
    assert (texts(frame.objects), texts(frame.indirect)) == (["access"], ["Inspectors"])


def test_a_dateline_does_nothing() -> None:
    doc = doc_of(
        "Lima Lima NNP PROPN 3 nsubj",
        "- - : PUNCT 3 punct",
        "Police police NNS NOUN 3 nsubj",
        "fired fire VBD VERB 3 ROOT",
    )
    doc.ents = [Span(doc, 0, 1, label="LOC")]
    assert texts(frame_of(doc[3]).subjects) == ["Police"]


def test_a_participle_hung_on_a_noun_goes_with_its_verb() -> None:
    doc = doc_of(
        "Guards guard NNS NOUN 1 nsubj",
        "proved prove VBD VERB 1 ROOT",
        "skill skill NN NOUN 1 obj",
        "in in IN ADP 4 case",
        "battle battle NN NOUN 2 nmod",
        ", , , PUNCT 6 punct",
        "pushing push VBG VERB 4 conj",
        "rebels rebel NNS NOUN 6 obj",
        "back back RB ADV 6 advmod",
    )
    assert texts(frame_of(doc[6]).subjects) == ["Guards"]
