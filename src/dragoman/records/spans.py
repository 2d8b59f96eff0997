"""Where a value is said: half-open ranges of code points in a report's canonical text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """`text[start:end] == quote`, counted in Unicode code points of the canonical text."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> TextSpan:
        """The span `[start, end)` of `text`. Raises ValueError where the range is not inside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"[{start}, {end}) is no span of a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds_in(self, text: str) -> bool:
        """Whether the quote still stands at its place in `text`."""
        return text[self.start : self.end] == self.quote

    def overlaps(self, other: TextSpan) -> bool:
        return self.start < other.end and other.start < self.end


def distinct(spans: Iterable[TextSpan]) -> tuple[TextSpan, ...]:
    """The spans in reading order, each once."""
    return tuple(sorted(set(spans)))
