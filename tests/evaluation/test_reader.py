"""The reader's scores on a treebank small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluation.reader import evaluate_reader, f_score, name_ranges
from dragoman.evaluation.treebanks import document_text, read_treebank

TREEBANK = """\
# newdoc id = a
# newpar
# sent_id = a-1
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# sent_id = a-2
1\tRebels\trebel\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tseized\tseize\tVERB\tVBD\t_\t0\troot\t_\t_
3\tAleppo\tAleppo\tPROPN\tNNP\t_\t2\tobj\t_\t_

# newdoc id = masked
# sent_id = b-1
1\t___\t_\tNOUN\tNN\t_\t0\troot\t_\t_

"""

NAMES = """\
# sent_id = a-1
1\tDo\tO
2\tn't\tO
3\tgo\tO
4\t.\tO

# sent_id = a-2
1\tRebels\tO
2\tseized\tO
3\tAleppo\tB-LOC
"""


@pytest.fixture
def treebanks(tmp_path: Path) -> Path:
    (tmp_path / "en_ewt-dev.conllu").write_text(TREEBANK, "utf-8")
    (tmp_path / "uner_ewt-dev.iob2").write_text(NAMES, "utf-8")
    return tmp_path


def test_reading_a_treebank(treebanks: Path) -> None:
    [document] = read_treebank(treebanks / "en_ewt-dev.conllu")
    text, ranges = document_text(document)
    assert text == "Don't go.\n\nRebels seized Aleppo"
    assert [text[start:end] for start, end in ranges] == [
        *("Do", "n't", "go", "."),
        *("Rebels", "seized", "Aleppo"),
    ]


def test_scores_are_perfect_where_the_reader_is(treebanks: Path) -> None:
    scores = evaluate_reader(treebanks)
    assert set(scores.values()) == {1.0}
    assert {"ewt-dev/las", "ewt-dev/las_content", "ewt-dev/raw_las", "ewt-dev/names"} <= set(scores)


def test_a_wrong_head_costs_its_share(treebanks: Path) -> None:
    path = treebanks / "en_ewt-dev.conllu"
    path.write_text(TREEBANK.replace("PUNCT\t.\t_\t3", "PUNCT\t.\t_\t1"), "utf-8")
    scores = evaluate_reader(treebanks)
    assert scores["ewt-dev/las"] == pytest.approx(6 / 7, abs=1e-4)
    assert scores["ewt-dev/las_content"] == 1.0
    assert scores["ewt-dev/raw_las"] == pytest.approx(6 / 7, abs=1e-4)


def test_f_score() -> None:
    assert f_score(2, 4, 4) == 0.5
    assert f_score(0, 0, 0) == 0.0


def test_name_ranges() -> None:
    tags = ["B-PER", "I-PER", "O", "I-ORG", "I-ORG", "B-ORG", "B-LOC"]
    assert name_ranges(tags) == [(0, 2, "PER"), (3, 5, "ORG"), (5, 6, "ORG"), (6, 7, "LOC")]
