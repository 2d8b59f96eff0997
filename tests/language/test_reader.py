"""The bundled reader on real text: what it promises of any text, and a floor of what it knows."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import ModelError
from dragoman.language.pipeline import annotate, load_pipeline
from dragoman.language.reader import READER_COMPONENT, Reader

NEWS = (
    "Rebels seize Aleppo\n\n"
    "Turkish Foreign Minister Hakan Fidan spoke by phone with his Qatari counterpart on Saturday. "
    "They discussed Syria, he said.\n\n"
    "Two civilians were killed by government shelling near Idlib, the United Nations said."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def content(doc: Doc) -> list[tuple[object, ...]]:
    """All that the reader sets."""
    return [
        (
            t.text,
            t.pos_,
            t.tag_,
            t.lemma_,
            t.dep_,
            t.head.i,
            t.is_sent_start,
            t.ent_iob_,
            t.ent_type_,
        )
        for t in doc
    ]


def test_what_it_reads(nlp: Language) -> None:
    doc = nlp(NEWS)
    words = {token.text: token for token in doc}
    assert (words["spoke"].lemma_, words["spoke"].pos_, words["spoke"].tag_) == (
        "speak",
        "VERB",
        "VBD",
    )
    assert (words["phone"].dep_, words["phone"].head.text) == ("obl", "spoke")
    assert (words["civilians"].dep_, words["civilians"].head.text) == ("nsubj:pass", "killed")
    assert (words["shelling"].dep_, words["by"].dep_) == ("obl:agent", "case")
    names = {(ent.text, ent.label_) for ent in doc.ents}
    assert {
        ("Aleppo", "LOC"),
        ("Hakan Fidan", "PERSON"),
        ("Qatari", "NORP"),
        ("Syria", "LOC"),
        ("United Nations", "ORG"),
    } <= names


def test_a_headline_without_a_stop_is_a_sentence(nlp: Language) -> None:
    sentences = [sent.text.strip() for sent in nlp(NEWS).sents]
    assert sentences[0] == "Rebels seize Aleppo"
    assert len(sentences) == 4


def test_every_sentence_is_one_tree_and_spaces_hang_on_words(nlp: Language) -> None:
    for sent in nlp(NEWS).sents:
        assert [token.dep_ for token in sent if token.head == token] == ["root"]
        assert all(token.head.sent == sent for token in sent)
        assert not any(token.head.is_space for token in sent)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n \t\n",
        "\n\nStarts with space.",
        "😀 👨‍👩‍👧‍👦 🇺🇦",
        "قال الرئيس إن الحرب انتهت.",
        "中国外交部发言人星期一表示。",
        "\u202eabc\u202c \u0301\u0301 \u0000 \ufffd",
        "x" * 20_000,
        "." * 3_000,
        "a b " * 2_000,
    ],
)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert sum(len(sent) for sent in doc.sents) == len(doc)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(token.pos_ and token.dep_ and token.tag_ for token in doc)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Hakan", "Fidan", "United", "Nations", " ", "  ", "\n", "\n\n", "said", "."]
        ),
        max_size=24,
    )
)
def test_names_and_sentences_are_whole_whatever_the_white_space(
    nlp: Language, pieces: list[str]
) -> None:
    doc = nlp("".join(piece if piece.isspace() else f" {piece}" for piece in pieces))
    for ent in doc.ents:
        assert not ent[0].is_space
        assert not ent[-1].is_space
        assert ent[0].sent == ent[-1].sent
    assert sum(len(sent) for sent in doc.sents) == len(doc)


def test_a_long_text_is_read_in_windows_as_its_parts_are(nlp: Language) -> None:
    paragraph = NEWS.split("\n\n")[1]
    long = nlp("\n\n".join([paragraph] * 40))
    assert len(list(long.sents)) == 80
    assert [ent.text for ent in long.ents].count("Hakan Fidan") == 40


def test_a_paragraph_longer_than_a_window_keeps_its_sentences(nlp: Language) -> None:
    text = " ".join([NEWS.split("\n\n")[2]] * 40)
    assert len(list(nlp(text).sents)) == 40


def test_a_text_is_read_alike_alone_and_among_others(nlp: Language) -> None:
    texts = [NEWS, "Short.", NEWS * 6, "", "Iran accused Israel of the attack.", NEWS[:77]]
    alone = [content(nlp(text)) for text in texts]
    for batch_size in (1, 2, 32):
        docs = list(annotate(nlp, texts, batch_size=batch_size))
        assert [doc.text for doc in docs] == texts
        assert [content(doc) for doc in docs] == alone
    assert [content(doc) for doc in annotate(nlp, texts[::-1])] == alone[::-1]


def test_given_sentence_starts_are_kept(nlp: Language) -> None:
    reader = nlp.get_pipe(READER_COMPONENT)
    assert isinstance(reader, Reader)
    words = ["He", "left", "she", "stayed"]
    found = reader.windows.read(words, [True] + [False] * 3, [True, False, True, False])
    assert found.starts.tolist() == [True, False, True, False]
    assert all((found.heads[i] < 2) == (i < 2) for i in range(4))


def test_a_missing_reader_and_a_missing_pipeline_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no usable reader"):
        Reader(load_pipeline().vocab, tmp_path)
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")
