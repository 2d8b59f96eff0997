"""The day on which a report was published, in the ways that people and feeds write it."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY_FIRST = re.compile(r"(?:\w+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"(?:\w+,?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def read_day(value: str) -> date:
    """The day that `value` gives: ISO 8601, RFC 2822, "7 December 2024", "Dec. 7, 2024".

    A time of day and its zone are passed over: the day is the one that is written. Raises
    ValueError where `value` is no date; all-figure forms in another order than ISO 8601's are
    refused, since 03/04/2024 is two different days.
    """
    text = value.strip()
    for read in (date.fromisoformat, _read_iso_moment, _read_rfc_2822, _read_words):
        try:
            return read(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    raise ValueError(f"{value!r} is no date (write it as 2024-12-31)")


def _read_iso_moment(text: str) -> date:
    return datetime.fromisoformat(text.replace("/", "-") if text[4:5] == "/" else text).date()


def _read_rfc_2822(text: str) -> date:
    return parsedate_to_datetime(text).date()


def _read_words(text: str) -> date:
    lowered = text.lower()
    if found := _DAY_FIRST.fullmatch(lowered):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(lowered):
        month, day, year = found.groups()
    else:
        raise ValueError(text)
    return date(int(year), _month(month), int(day))


def _month(name: str) -> int:
    for number, month in enumerate(_MONTHS, start=1):
        if month == name or name in (month[:3], month[:4]):
            return number
    raise ValueError(name)
