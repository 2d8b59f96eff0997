"""Scoring of counts: casualty tuples of a document, and figures of a report against gold ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.evaluation.overlap import Overlap
from dragoman.records.values import Figure

Effect = Literal["DEATH", "INJURY"]
Casualty = tuple[Effect, int]
_EFFECTS: Final[dict[str, Effect]] = {"killed": "DEATH", "wounded": "INJURY"}


def casualties(figures: Iterable[Figure]) -> frozenset[Casualty]:
    """The tuples that a document's figures amount to: exact and approximate counts by their
    number, "more than 12" by its low end; open upper bounds and vague ranges are left out."""
    found = set()
    for figure in figures:
        effect = _EFFECTS.get(figure.kind)
        if effect is None or figure.low is None or figure.low < 1:
            continue
        if figure.low == figure.high or figure.bound == "at least":
            found.add((effect, int(figure.low)))
    return frozenset(found)


def score_casualties(gold: Collection[Casualty], predicted: Collection[Casualty]) -> Overlap:
    """One document: both sides are sets."""
    gold, predicted = set(gold), set(predicted)
    return Overlap(right=len(gold & predicted), predicted=len(predicted), gold=len(gold))


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure of a gold record: `value` is a number or a range, `[start, end)` its quote."""

    kind: str
    value: float | tuple[float, float]
    bound: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FigureScore:
    """How many gold figures were found at their place, and of these what is right."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    kinds: int = 0
    values: int = 0
    bounds: int = 0
    right: int = 0

    def __add__(self, other: FigureScore) -> FigureScore:
        return FigureScore(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.found + other.found,
            self.kinds + other.kinds,
            self.values + other.values,
            self.bounds + other.bounds,
            self.right + other.right,
        )

    @property
    def recall(self) -> float:
        """The share of gold figures whose place, kind and value are right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0


def _has_value(figure: Figure, value: float | tuple[float, float]) -> bool:
    if isinstance(value, tuple):
        return (figure.low, figure.high) == value
    return value in (figure.low, figure.high)


def score_figures(gold: Sequence[GoldFigure], predicted: Sequence[Figure]) -> FigureScore:
    """One report: a gold figure is paired with one that overlaps its quote, right values first."""
    free = list(predicted)
    score = FigureScore(gold=len(gold), predicted=len(predicted))
    for wanted in gold:
        near = [
            figure
            for figure in free
            if any(e.start < wanted.end and wanted.start < e.end for e in figure.evidence)
        ]
        if not near:
            continue
        near.sort(key=lambda f: (not _has_value(f, wanted.value), f.kind != wanted.kind))
        best = near[0]
        free.remove(best)
        value, kind = _has_value(best, wanted.value), best.kind == wanted.kind
        score += FigureScore(
            found=1,
            kinds=int(kind),
            values=int(value),
            bounds=int(best.bound == wanted.bound),
            right=int(kind and value),
        )
    return score
