"""Reads the floors that figures must hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound of one figure: at least `bound`, or at most where `most`."""

    bound: float
    most: bool = False

    def holds(self, value: float) -> bool:
        # Figures are printed with three digits; a floor holds for what is printed.
        value = round(value, 3)
        return value <= self.bound if self.most else value >= self.bound

    @property
    def limit(self) -> str:
        return f"{'≤' if self.most else '≥'} {self.bound:g}"

    def __str__(self) -> str:
        return f"must be {'at most' if self.most else 'at least'} {self.bound:g}"


def read_floors(path: Path) -> dict[str, Floor]:
    """Floors by "benchmark.figure"."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        f"{benchmark}.{figure}": Floor(float(bound), most)
        for side, most in (("least", False), ("most", True))
        for benchmark, bounds in tables.get(side, {}).items()
        for figure, bound in bounds.items()
    }
