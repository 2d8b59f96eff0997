"""When: the time expressions of a report, and the one that dates an act."""

from dragoman.coding.when.datelines import dateline_day
from dragoman.coding.when.dating import date_at, date_event
from dragoman.coding.when.expressions import TimeExpression, find_times, times_within
from dragoman.coding.when.records import date_of, date_of_report, range_of

__all__ = [
    "TimeExpression",
    "date_at",
    "date_event",
    "date_of",
    "date_of_report",
    "dateline_day",
    "find_times",
    "range_of",
    "times_within",
]
