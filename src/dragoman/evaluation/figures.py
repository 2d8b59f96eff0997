"""Scoring of counts: casualty tuples of a document, and figures of a report against gold ones."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, Literal

from dragoman.evaluation.overlap import Overlap
from dragoman.records.values import Figure

Effect = Literal["DEATH", "INJURY"]
Casualty = tuple[Effect, int]
Value = float | tuple[float, float]
_EFFECTS: Final[dict[str, Effect]] = {"killed": "DEATH", "wounded": "INJURY"}
_UPPER: Final = {"at most": "up to"}


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
    """A figure of a gold record, each field with its accepted alternatives.

    A value is a number or a range; `places` are the half-open ranges where its quote stands; an
    `optional` figure may be found or left, and counts neither way.
    """

    kinds: tuple[str, ...]
    values: tuple[Value, ...]
    bounds: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    who: str = ""
    optional: bool = False


def gold_figures(text: str, records: Iterable[Mapping[str, Any]]) -> tuple[GoldFigure, ...]:
    """The figures of a gold report, their quotes found in its text."""
    return tuple(
        GoldFigure(
            kinds=_accepted(record, "kind"),
            values=tuple(
                tuple(v) if isinstance(v, list) else v for v in _accepted(record, "value")
            ),
            bounds=_accepted(record, "bound"),
            places=tuple(m.span() for m in re.finditer(re.escape(record["quote"]), text)),
            who=record.get("who") or "",
            optional=bool(record.get("optional")),
        )
        for record in records
    )


def _accepted(record: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    return (record[name], *record.get("accept", {}).get(name, ()))


@dataclass(frozen=True, slots=True)
class FigureScore:
    """How many gold figures were found at their place, and of these what is right."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    kinds: int = 0
    values: int = 0
    right: int = 0
    bounds: int = 0
    whose: int = 0

    def __add__(self, other: FigureScore) -> FigureScore:
        return FigureScore(
            *(getattr(self, f.name) + getattr(other, f.name) for f in fields(FigureScore))
        )

    @property
    def recall(self) -> float:
        """The share of gold figures whose place, kind and value are right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    @property
    def bound(self) -> float:
        """Of the right ones, the share whose bound is right too."""
        return self.bounds / self.right if self.right else 0.0

    @property
    def who(self) -> float:
        """Of the right ones, the share that shares a word of who is counted."""
        return self.whose / self.right if self.right else 0.0


def _has_value(figure: Figure, values: Iterable[Value]) -> bool:
    return any(
        (figure.low, figure.high) == value
        if isinstance(value, tuple)
        else value in (figure.low, figure.high)
        for value in values
    )


def _has_bound(figure: Figure, bounds: Iterable[str]) -> bool:
    """ "Up to" and "at most" are both an open lower end."""
    return any(
        _UPPER.get(bound, bound) == _UPPER.get(figure.bound, figure.bound) for bound in bounds
    )


def _stands_at(figure: Figure, wanted: GoldFigure) -> bool:
    return any(
        e.start < end and start < e.end for e in figure.evidence for start, end in wanted.places
    )


def _shares_who(figure: Figure, wanted: GoldFigure) -> bool:
    said = {*(figure.who or "").lower().split(), *figure.unit.lower().split()}
    return not wanted.who or bool(said & set(wanted.who.lower().split()))


def match_figures(
    gold: Sequence[GoldFigure], predicted: Sequence[Figure]
) -> list[tuple[int, int | None]]:
    """For each gold figure its index and that of a figure at its place, right ones taken first.

    Pairs are one to one; None where no figure is left there.
    """
    taken: dict[int, int] = {}
    for demand in ((True, True), (True, False), (False, False)):
        for i, wanted in enumerate(gold):
            if i in taken:
                continue
            for j, figure in enumerate(predicted):
                if j in taken.values() or not _stands_at(figure, wanted):
                    continue
                told = (_has_value(figure, wanted.values), figure.kind in wanted.kinds)
                if all(has or not must for has, must in zip(told, demand, strict=True)):
                    taken[i] = j
                    break
    return [(i, taken.get(i)) for i in range(len(gold))]


def score_figures(gold: Sequence[GoldFigure], predicted: Sequence[Figure]) -> FigureScore:
    """One report: each gold figure against the figure that was found at its place."""
    excused = 0
    score = FigureScore(gold=sum(not g.optional for g in gold))
    for i, j in match_figures(gold, predicted):
        wanted = gold[i]
        if j is None:
            continue
        if wanted.optional:
            excused += 1
            continue
        figure = predicted[j]
        value, kind = _has_value(figure, wanted.values), figure.kind in wanted.kinds
        right = value and kind
        score += FigureScore(
            found=1,
            kinds=int(kind),
            values=int(value),
            right=int(right),
            bounds=int(right and _has_bound(figure, wanted.bounds)),
            whose=int(right and _shares_who(figure, wanted)),
        )
    return score + FigureScore(predicted=len(predicted) - excused)
