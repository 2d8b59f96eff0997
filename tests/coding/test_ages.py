"""What a date of its own sets in an earlier period."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.coding.ages import aged_status
from dragoman.records.mention import Status
from dragoman.records.values import Date

NEWS = date(2024, 12, 7)


@pytest.mark.parametrize(
    ("end", "inferred", "status", "expected"),
    [
        ("2006-05-31", False, "actual", "historical"),
        ("2024-11-30", False, "actual", "actual"),
        ("2006-05-31", True, "actual", "actual"),
        ("2006-05-31", False, "negated", "negated"),
    ],
)
def test_only_an_old_date_that_is_told_ages(
    end: str, inferred: bool, status: Status, expected: Status
) -> None:
    when = Date(end, end, "day", end, inferred)
    assert aged_status(status, when, NEWS) == expected


def test_nothing_ages_without_a_date() -> None:
    assert aged_status("actual", None, NEWS) == "actual"
    assert (
        aged_status("actual", Date("1999-01-01", "1999-01-01", "day", "1999-01-01"), None)
        == "actual"
    )
