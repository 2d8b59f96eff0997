"""TempEval-3 scoring of time expressions (UzZaman et al. 2013): strict, relaxed, value, type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Timex:
    """A TIMEX3 at characters `[start, end)`."""

    start: int
    end: int
    type: str
    value: str


def read_timexes(record: Mapping[str, Any]) -> list[Timex]:
    """Those of a gold record or of an answer to the task `timex`."""
    return [Timex(t["start"], t["end"], t["type"], t["value"]) for t in record["timex"]]


@dataclass(frozen=True, slots=True)
class TimexScore:
    """Counts over documents; each property is an F1 in 0…1.

    Value and type F1 are relaxed F1 times the share of matched pairs whose attribute is right.
    """

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlapping: int = 0
    values: int = 0
    types: int = 0

    def __add__(self, other: TimexScore) -> TimexScore:
        return TimexScore(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.exact + other.exact,
            self.overlapping + other.overlapping,
            self.values + other.values,
            self.types + other.types,
        )

    def _f1(self, right: int) -> float:
        return 2 * right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    @property
    def strict(self) -> float:
        return self._f1(self.exact)

    @property
    def relaxed(self) -> float:
        return self._f1(self.overlapping)

    @property
    def value(self) -> float:
        return self._f1(self.values)

    @property
    def type(self) -> float:
        return self._f1(self.types)


def score_times(gold: Sequence[Timex], predicted: Sequence[Timex]) -> TimexScore:
    """One document: same spans are paired first, then any overlap, one to one, in order."""
    pairs: list[tuple[Timex, Timex]] = []
    free = list(predicted)
    left = []
    for timex in gold:
        same = next((p for p in free if (p.start, p.end) == (timex.start, timex.end)), None)
        if same is None:
            left.append(timex)
        else:
            free.remove(same)
            pairs.append((timex, same))
    exact = len(pairs)
    for timex in left:
        other = next((p for p in free if p.start < timex.end and timex.start < p.end), None)
        if other is not None:
            free.remove(other)
            pairs.append((timex, other))
    return TimexScore(
        gold=len(gold),
        predicted=len(predicted),
        exact=exact,
        overlapping=len(pairs),
        values=sum(a.value == b.value for a, b in pairs),
        types=sum(a.type == b.type for a, b in pairs),
    )


def score_within(gold: Sequence[Timex], predicted: Sequence[Timex], end: int) -> TimexScore:
    """One document as far as character `end`, for gold that covers only a text's opening."""
    return score_times(
        [timex for timex in gold if timex.start < end],
        [timex for timex in predicted if timex.start < end],
    )


def total(scores: Iterable[TimexScore]) -> TimexScore:
    return sum(scores, TimexScore())
