"""The day of publication as people and feeds write it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake import read_day

SEVENTH = date(2024, 12, 7)


@pytest.mark.parametrize(
    "value",
    [
        "2024-12-07",
        " 2024-12-07 ",
        "20241207",
        "2024/12/07",
        "2024-12-07T23:59:00+03:00",
        "2024-12-07T10:00:00Z",
        "2024-12-07 10:00",
        "Sat, 07 Dec 2024 10:00:00 GMT",
        "7 December 2024",
        "7th December, 2024",
        "Saturday, December 7, 2024",
        "Dec. 7, 2024",
        "dec 7 2024",
    ],
)
def test_understood(value: str) -> None:
    assert read_day(value) == SEVENTH


@pytest.mark.parametrize(
    "value", ["", "Saturday", "2024", "2024-13-07", "2024-12-32", "07/12/2024", "7 Dexember 2024"]
)
def test_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        read_day(value)


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_value_error(value: str) -> None:
    with suppress(ValueError):
        assert isinstance(read_day(value), date)
