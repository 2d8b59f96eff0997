"""When: the time expressions of a report, and the one that dates an act."""

from dragoman.coding.date_records import date_of, date_of_report
from dragoman.coding.dating import date_at, date_event
from dragoman.coding.time_expressions import TimeExpression, find_times, times_within

__all__ = [
    "TimeExpression",
    "date_at",
    "date_event",
    "date_of",
    "date_of_report",
    "find_times",
    "times_within",
]
