from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.whose_word.quotation import find_quotations, paragraph_of


def _quoted(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [doc[q.start : q.end].text for q in find_quotations(doc)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We will leave,” he said.", ["“We will leave,”"]),
        ('"We will leave," he said. "Tomorrow."', ['"We will leave,"', '"Tomorrow."']),
        ("''We will leave,'' he said.", ["''We will leave,''"]),
        ("«We will leave», he said.", ["«We will leave»"]),
        ("‘We will leave,’ he said.", ["‘We will leave,’"]),
        ("The army's men didn't leave.", []),
        ("", []),
    ],
)
def test_quotations_are_found_by_their_marks(nlp: Language, text: str, quoted: list[str]) -> None:
    assert _quoted(nlp, text) == quoted


def test_a_quotation_may_run_over_sentences(nlp: Language) -> None:
    text = "“We will leave. Nobody can stop us,” he said."
    assert _quoted(nlp, text) == ["“We will leave. Nobody can stop us,”"]


def test_an_open_quotation_runs_on_into_the_next_paragraph(nlp: Language) -> None:
    doc = nlp("“We will leave.\n\n“Nobody can stop us,” he said.")
    first, second = find_quotations(doc)
    assert first.runs_on
    assert not second.runs_on
    assert doc[second.start : second.end].text == "“Nobody can stop us,”"


def test_a_quoted_word_is_no_quoted_clause(nlp: Language) -> None:
    doc = nlp("He called it a “disaster” but said “we will rebuild it all.”")
    assert [q.clausal for q in find_quotations(doc)] == [False, True]


def test_paragraphs_end_at_line_breaks(nlp: Language) -> None:
    doc = nlp("One.\n\nTwo.")
    numbers = paragraph_of(doc)
    assert numbers[0] == 0
    assert numbers[-1] == 1
