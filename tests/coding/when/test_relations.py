"""Expressions counted from others: other years, other days, ranges, feasts, days known by name."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

from dragoman.coding.when import TimeExpression, find_times, range_of

PUBLISHED = date(2024, 12, 7)  # a Saturday
BLANK = spacy.blank("en")


def times_of(text: str, published: date | None = PUBLISHED) -> dict[str, TimeExpression]:
    return {time.text: time for time in find_times(BLANK(text), published)}


@pytest.mark.parametrize(
    ("sentence", "expression", "value"),
    [
        ("They left the day before yesterday.", "the day before yesterday", "2024-12-05"),
        ("The vote falls the week after next.", "the week after next", "2024-W51"),
        ("They met Monday last week.", "Monday last week", "2024-11-25"),
        ("They will meet two weeks from Friday.", "two weeks from Friday", "2024-12-27"),
        ("He fled a week ago Tuesday.", "a week ago Tuesday", "2024-11-26"),
        ("They came on May 3 and left on the 5th.", "the 5th", "2024-05-05"),
        ("On May 3 they came; later in the day they left.", "later in the day", "2024-05-03"),
        ("Sales fell for the year.", "the year", "2024"),
        ("Exports of last year's third quarter rose.", "last year's third quarter", "2023-Q3"),
        ("It grew in the first half of this year.", "the first half of this year", "2024-H1"),
        ("It ended in nineteen ninety-four.", "nineteen ninety-four", "1994"),
        ("It ended in '91.", "'91", "1991"),
        ("It began in fiscal 2023.", "fiscal 2023", "2023"),
        ("Shells fell overnight into Friday.", "overnight into Friday", "2024-12-05TNI"),
        ("They met at noon on Friday.", "noon on Friday", "2024-12-06T12:00"),
        ("It struck at 1500 GMT.", "1500 GMT", "2024-12-07T15:00Z"),
        ("It struck at 10.30am.", "10.30am", "2024-12-07T10:30"),
        ("Signed on 12.05.2024 in Bern.", "12.05.2024", "2024-05-12"),
        ("Talks resumed in mid-to-late May.", "mid-to-late May", "2024-05"),
        ("He left a month and a half ago.", "a month and a half ago", "2024-10"),
        ("It rests between 60 and 90 days.", "60 and 90 days", "P90D"),
        ("It fell in the wee hours of Friday.", "the wee hours of Friday", "2024-12-06"),
        ("Recent clashes shook the port; recent raids too.", "recent", "PAST_REF"),
        ("It was the worst drought of the past decade.", "the past decade", "P10Y"),
    ],
)
def test_value(sentence: str, expression: str, value: str) -> None:
    found = times_of(sentence)
    assert expression in found
    assert found[expression].value == value


@pytest.mark.parametrize(
    ("sentence", "expression", "start", "end"),
    [
        ("They fasted during Ramadan.", "Ramadan", "2024-03-11", "2024-04-09"),
        ("A truce held over Eid al-Fitr.", "Eid al-Fitr", "2024-04-10", "2024-04-12"),
        ("They struck on Yom Kippur 1973.", "Yom Kippur 1973", "1973-10-06", "1973-10-06"),
        ("It was the wettest of the past decade.", "the past decade", "2014-12-07", "2024-12-07"),
    ],
)
def test_days(sentence: str, expression: str, start: str, end: str) -> None:
    found = times_of(sentence)[expression]
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It lasted from Thursday through Tuesday.", ["2024-12-05", "2024-12-10"]),
        ("The siege of 31 May - 2 June 1916 failed.", ["1916-05-31", "1916-06-02"]),
        ("The camp ran from October to March 1945.", ["1944-10", "1945-03"]),
        ("The recess runs from Dec. 20 to Jan. 6.", ["2024-12-20", "2025-01-06"]),
    ],
)
def test_the_ends_of_a_range_agree(sentence: str, values: list[str]) -> None:
    assert [time.value for time in times_of(sentence).values()] == values


def test_the_middle_of_a_day_is_the_day() -> None:
    found = times_of("It struck at mid-day.")["mid-day"]
    assert (found.start, found.end) == (PUBLISHED, PUBLISHED)


def test_the_first_year_of_the_calendar_does_no_harm() -> None:
    found = times_of("Rebels gained ground over the past week.", date(1, 1, 1))
    assert found["the past week"].start is None


def test_a_range_is_one_date() -> None:
    times = find_times(BLANK("They met from 5 to 7 May."), PUBLISHED)
    found = range_of(times[0], times)
    assert found is not None
    assert (found.start, found.end) == ("2024-05-05", "2024-05-07")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Output rose in the third quarter. It had been 9% a year earlier.", "2023-Q3"),
        ("Output rose in June. It had been 9% a year earlier.", "2023"),
        ("Exports fell in October from the same month last year.", "2023-10"),
        ("Exports fell this autumn. Ties were cut a year earlier.", "2023"),
    ],
)
def test_a_year_earlier_looks_at_what_stands_beside_it(text: str, value: str) -> None:
    *_, last = times_of(text).values()
    assert last.value == value


def test_comparisons_leave_the_story_where_it_is() -> None:
    text = "Output rose in the third quarter from a year earlier. A year earlier it was flat."
    assert [t.value for t in find_times(BLANK(text), PUBLISHED)] == [
        "2024-Q3",
        "2023-Q3",
        "2023-Q3",
    ]


def test_a_quarter_just_ended_is_still_to_be_reported_on() -> None:
    found = times_of("The bank will report on the third quarter.", date(2024, 10, 20))
    assert found["the third quarter"].value == "2024-Q3"


@pytest.mark.parametrize(
    ("published", "value"), [(date(2026, 2, 1), "2023-10-07"), (date(2020, 2, 1), "2019-10-07")]
)
def test_days_known_by_what_happened(published: date, value: str) -> None:
    found = times_of("The families remember the October 7 attack.", published)
    assert found["October 7"].value == value


@pytest.mark.parametrize(
    "sentence",
    [
        "The Sunday Times wrote about it.",
        "The Good Friday Agreement held.",
        "He fought in the Yom Kippur War.",
        "A 19-year-old was hurt.",
        "He lives on the 20th floor.",
    ],
)
def test_no_time(sentence: str) -> None:
    assert times_of(sentence) == {}
