"""Fits what a record's confidence is made of to the events that were read, and draws how well.

python -m benchmarks.calibration --shared ../shared

Writes `lexicons/confidence.toml` and the plot in the docs, and prints the reliability table: of
records that say .8, the share that was kept. Fitted by ridge logistic regression to both sheets of
judgements; table and plot are cross-validated by document.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.precision import SHEET, Judgement, read_corpus, read_sheet, report_of
from dragoman.coding.coder import Coder
from dragoman.coding.confidence import features_of
from dragoman.coding.what import Trigger
from dragoman.ontology.confidence import CONFIDENCE
from dragoman.records import EventMention
from dragoman.runs.reader import load

SHEETS = (SHEET, SHEET.with_name("mended_events.tsv"))
PLOT = Path(__file__).parents[1] / "docs" / "images" / "reliability.svg"
RIDGE, ROUNDS, FOLDS = 1.5, 40, 10
Floats = npt.NDArray[np.float64]
Features = Mapping[str, float]


class _Recorder(Coder):
    """A coder that keeps what the weights are laid on, by type and trigger."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[tuple[str, int], Features] = {}

    def _confidence(self, event: EventMention, trigger: Trigger) -> float:
        self.seen[event.type, event.trigger.start] = features_of(event, trigger)
        return super()._confidence(event, trigger)


def gather(shared: Path, rows: Sequence[Judgement]) -> list[tuple[str, Features, bool]]:
    """Document, features and judgement of each event that was read and is still coded."""
    wanted = {row.document for row in rows}
    reader, recorder = load(), _Recorder()
    found: dict[tuple[str, str, int], Features] = {}
    for item in read_corpus(shared):
        if str(item["id"]) in wanted:
            recorder.seen.clear()
            coding = recorder.code(reader.parse(item["text"]), report_of(item))
            told = {
                (e.type, span.start) for e in coding.events for span in (e.trigger, *e.evidence)
            }
            for key, features in recorder.seen.items():
                if key in told:
                    found[str(item["id"]), *key] = features
    return [
        (row.document, found[key], row.kept)
        for row in rows
        if (key := (row.document, row.type, row.start)) in found
    ]


def fit(features: Sequence[Features], kept: Sequence[bool]) -> dict[str, float]:
    """Weights by name."""
    names = sorted({name for row in features for name in row})
    x = np.array([[row.get(name, 0.0) for name in names] for row in features])
    y = np.array(kept, float)
    weights = np.zeros(len(names))
    penalty = np.diag([1e-3 if name == "always" else RIDGE for name in names])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (y - p) - penalty @ weights
        curvature = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(curvature, gradient)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def probability(weights: Mapping[str, float], row: Features) -> float:
    """What the weights make of one record."""
    total = sum(weights.get(name, 0.0) * value for name, value in row.items())
    return float(1 / (1 + np.exp(-total)))


def plot(points: Sequence[tuple[float, float, int]]) -> str:
    """An SVG of the share kept over what the records say; a disc's area is its number of records."""
    size, edge = 320, 40

    def at(x: float, y: float) -> tuple[float, float]:
        return edge + x * size, edge + (1 - y) * size

    ticks = "".join(
        f'<text x="{at(v, 0)[0]:.0f}" y="{edge + size + 16}" text-anchor="middle">{v:.1f}</text>'
        f'<text x="{edge - 6}" y="{at(0, v)[1] + 4:.0f}" text-anchor="end">{v:.1f}</text>'
        for v in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    discs = "".join(
        f'<circle cx="{at(x, y)[0]:.0f}" cy="{at(x, y)[1]:.0f}" r="{1.2 * n**0.5:.1f}" '
        f'fill="#2a6f97" fill-opacity=".7"><title>{n} records say {x:.2f}, {y:.2f} kept</title>'
        "</circle>"
        for x, y, n in points
    )
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    whole = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" font-size="11" '
        'font-family="sans-serif" role="img" aria-label="Share of records kept over confidence">'
        f'<rect width="{whole}" height="{whole}" fill="white"/>'
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<line x1="{x0}" y1="{y0}" x2="{x1}" y2="{y1}" stroke="#999" stroke-dasharray="4 4"/>'
        f"{ticks}{discs}"
        f'<text x="{whole / 2}" y="{whole - 6}" text-anchor="middle">confidence</text>'
        f'<text x="12" y="{edge - 14}">share an analyst keeps</text></svg>\n'
    )


def main() -> None:
    """Fit, write, and print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.calibration", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    rows = gather(options.shared, [row for sheet in SHEETS for row in read_sheet(sheet)])
    documents = sorted({document for document, _, _ in rows})
    fold = {document: n % FOLDS for n, document in enumerate(documents)}
    said: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        learned = fit(*zip(*[(f, y) for d, f, y in rows if fold[d] != k], strict=True))
        said += [(probability(learned, f), y) for d, f, y in rows if fold[d] == k]
    points = []
    for low in np.arange(0, 1, 0.2):
        part = [(p, y) for p, y in said if low <= p < low + 0.2]
        if part:
            mean, share = (float(np.mean([r[n] for r in part])) for n in (0, 1))
            points.append((mean, share, len(part)))
            print(
                f"{low:.1f}–{low + 0.2:.1f}: {len(part):4} records, say {mean:.2f}, kept {share:.2f}"
            )
    PLOT.write_text(plot(points), "utf-8")
    for threshold in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        part = [y for p, y in said if p >= threshold]
        recall = sum(part) / max(1, sum(y for _, y in said))
        print(
            f"from {threshold}: {len(part)} records, {np.mean(part):.2f} kept, {recall:.2f} of the good"
        )
    weights = fit([f for _, f, _ in rows], [y for _, _, y in rows])
    lines = [
        "# What a record's confidence is made of: weights of log odds, fitted to events that were read",
        "# by `python -m benchmarks.calibration`; docs/confidence.md shows how well it says the truth.",
        "[weights]",
        *(f"{name} = {weight}" for name, weight in weights.items()),
    ]
    CONFIDENCE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
