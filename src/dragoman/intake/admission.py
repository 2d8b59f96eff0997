"""Whether a report may be coded: words in it, not too many, and in English."""

from __future__ import annotations

from typing import Protocol

from dragoman.errors import EmptyInput, ForeignLanguage, OversizedInput
from dragoman.intake.language import foreign_language
from dragoman.records import Report


class Limits(Protocol):
    """What admission asks of the settings: `size_limit`, in characters of text."""

    @property
    def size_limit(self) -> int: ...


def admit(report: Report, limits: Limits) -> Report:
    """The report, as it is. Raises EmptyInput, OversizedInput or ForeignLanguage."""
    if len(report.text) > limits.size_limit:
        raise oversized(report.origin, limits.size_limit)
    if not any(char.isalnum() for char in report.text):
        raise EmptyInput(report.origin, "no words in it" if report.text.strip() else "empty")
    if language := foreign_language(report.text):
        raise ForeignLanguage(report.origin, f"written in {language}; only English is read")
    return report


def oversized(origin: str, size_limit: int) -> OversizedInput:
    """The error of an input with more than `size_limit` characters."""
    return OversizedInput(origin, f"more than {size_limit:,} characters of text")
