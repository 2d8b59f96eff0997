"""The days of movable feasts, as almanacs give them."""

from datetime import date

import pytest

from dragoman.coding.when.calendars import holiday_in, holiday_length


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2024-12-25"),
        ("easter-2", "2024-03-29"),
        ("orthodox+0", "2024-05-05"),
        ("orthodox+0", "2023-04-16"),
        ("4-4-11", "2024-11-28"),
        ("-1-1-05", "2024-05-27"),
        ("hijri-09-01/30", "2024-03-11"),
        ("hijri-09-01/30", "2017-05-27"),
        ("hijri-10-01/3", "2024-04-10"),
        ("rosh+0/2", "2024-10-03"),
        ("rosh+9", "2023-09-25"),
        ("passover+0/7", "2024-04-23"),
        ("hanukkah+0/8", "2024-12-26"),
        ("hanukkah+0/8", "2023-12-08"),
        ("passover-30", "2024-03-24"),
        ("nowruz+0", "2024-03-20"),
        ("nowruz+0", "2023-03-21"),
        ("lunar+0", "2024-02-10"),
        ("lunar+0", "2023-01-22"),
    ],
)
def test_day(rule: str, day: str) -> None:
    assert holiday_in(rule, int(day[:4])) == date.fromisoformat(day)


def test_length() -> None:
    assert (holiday_length("hijri-09-01/30"), holiday_length("12-25")) == (30, 1)


def test_a_year_out_of_reach_says_so() -> None:
    with pytest.raises((ValueError, OverflowError)):
        holiday_in("hijri-09-01/30", 20000)
