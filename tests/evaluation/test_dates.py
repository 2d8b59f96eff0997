"""Single expressions of time, under the gold's conventions and under none."""

from datetime import date

import pytest
import spacy

from dragoman.evaluation.dates import PLAIN, DatedExpression, is_right, read_expression, score_dates

BLANK = spacy.blank("en")
PUBLISHED = date(2024, 12, 6)  # a Friday


@pytest.mark.parametrize(
    ("text", "start", "end", "type_"),
    [
        ("last Tuesday", "2024-12-03", "2024-12-03", "exact"),
        ("Monday to Wednesday", "2024-12-02", "2024-12-04", "range"),
        ("about two weeks ago", "2024-11-22", "2024-11-24", "approximate"),
        ("mid-May", "2024-05-16", "2024-05-21", "approximate"),
        ("late last year", "2023-12-31", "2023-12-31", "approximate"),
        ("weeks ago", None, None, "approximate"),
        ("last winter", None, None, "unresolved"),
        ("Easter Monday", None, None, "unresolved"),
        ("the eve of the battle", None, None, "unresolved"),
    ],
)
def test_read(text: str, start: str | None, end: str | None, type_: str) -> None:
    found = read_expression(BLANK(text), PUBLISHED)
    assert found == DatedExpression(start, end, type_)


def test_plain_reading_keeps_to_the_codebook() -> None:
    found = read_expression(BLANK("Easter Monday"), PUBLISHED, PLAIN)
    assert found == DatedExpression("2024-04-01", "2024-04-01", "exact")


def gold(start: str | None, type_: str | None, precision: str = "day") -> dict[str, str | None]:
    return {"start": start, "end": None, "type": type_, "precision_checked": precision}


def test_only_what_the_gold_checks_counts() -> None:
    found = DatedExpression("2023-03-01", "2023-03-31", "exact")
    assert is_right(gold("2023-03", None, "month"), found) == {"start": True}
    assert is_right(gold(None, "range"), found) == {"type": False}


def test_shares() -> None:
    right = DatedExpression("2023-03-01", "2023-03-01", "exact")
    wrong = DatedExpression(None, None, "unresolved")
    scores = score_dates([gold("2023-03-01", "exact")] * 2, [right, wrong], [wrong, wrong])
    assert (scores["right"], scores["start"], scores["by_convention"]) == (0.5, 0.5, 0.5)
