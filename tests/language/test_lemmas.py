"""The lemma table and what stands in for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.language.lemmas import Lemmatiser
from dragoman.language.reader import BUNDLED


@pytest.fixture(scope="module")
def lemmatiser() -> Lemmatiser:
    return Lemmatiser(BUNDLED / "lemmas.tsv")


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "lemma"),
    [
        ("said", "VERB", "VBD", "say"),
        ("Killed", "VERB", "VBN", "kill"),
        ("men", "NOUN", "NNS", "man"),
        ("n’t", "PART", "RB", "not"),
        ("worst", "ADJ", "JJS", "bad"),
        ("besieging", "VERB", "VBG", "besiege"),
        ("howitzers", "NOUN", "NNS", "howitzer"),
        ("fled", "VERB", "VBD", "flee"),
        ("geolocating", "VERB", "VBG", "geolocate"),
        ("deconflicted", "VERB", "VBN", "deconflict"),
        ("technicals", "NOUN", "NNS", "technical"),
        ("Houthis", "PROPN", "NNPS", "Houthi"),
        ("Fidan", "PROPN", "NNP", "Fidan"),
        ("Burkinabe", "ADJ", "JJ", "Burkinabe"),
        ("Demilitarised", "ADJ", "JJ", "demilitarised"),
        ("😀", "SYM", "NFP", "😀"),
    ],
)
def test_lemma(lemmatiser: Lemmatiser, word: str, upos: str, xpos: str, lemma: str) -> None:
    assert lemmatiser.lemma(word, upos, xpos) == lemma


def test_the_table_overrules_the_rules(tmp_path: Path) -> None:
    table = tmp_path / "lemmas.tsv"
    table.write_text("left\tVBD\tdepart\n", "utf-8")
    lemmatiser = Lemmatiser(table)
    assert lemmatiser.lemma("Left", "VERB", "VBD") == "depart"
    assert lemmatiser.lemma("parted", "VERB", "VBN") == "part"
