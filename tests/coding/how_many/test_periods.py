"""Since and until when a count was counted."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.coding.how_many import find_figures
from dragoman.coding.when import find_times


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Tens of thousands have fled since October 7.", "2024-10-07", None),
        ("Since January, 340 civilians have been killed.", "2024-01", None),
        ("So far this year, 45 journalists have been detained.", "2024", None),
        ("The army killed 14 militants in the past 24 hours.", "PT24H", None),
        ("More than 8,000 people were arrested over the past two years.", "P2Y", None),
        ("Between March and May, floods killed 90 people.", "2024-03", "2024-05"),
        ("The strike killed two people on Friday.", None, None),
        ("The floods killed 90 people last year.", None, None),
    ],
)
def test_period(nlp: Language, text: str, since: str | None, until: str | None) -> None:
    doc = nlp(text)
    (figure,) = find_figures(doc, find_times(doc, date(2024, 12, 7)))
    assert (figure.since and figure.since.value) == since
    assert (figure.until and figure.until.value) == until


def test_a_period_bounds_its_own_clause_only(nlp: Language) -> None:
    doc = nlp("The strike killed two people, bringing the death toll since Friday to nine.")
    found = find_figures(doc, find_times(doc, date(2024, 12, 7)))
    assert [(f.low, f.since is not None) for f in found] == [(2, False), (9, True)]
