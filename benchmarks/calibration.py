"""Fits what a record's confidence is made of to the events that were read, and draws how well.

python -m benchmarks.calibration --shared ../shared [--sheet benchmarks/kept_events.tsv]

Writes `lexicons/confidence.toml` and prints the reliability table: of records that say .8, the share
that was kept. Fitted by ridge logistic regression; the table is cross-validated by document.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from benchmarks.precision import SHEET, read_corpus, read_sheet, report_of

from dragoman.coding.coder import Coder
from dragoman.coding.confidence import features_of
from dragoman.coding.what import Trigger
from dragoman.ontology.confidence import CONFIDENCE
from dragoman.records import EventMention
from dragoman.runs.reader import load

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


def gather(shared: Path, sheet: Path) -> list[tuple[str, Features, bool]]:
    """Document, features and judgement of each event of the sheet that is still coded."""
    rows = read_sheet(sheet)
    wanted = {row.document for row in rows}
    reader, recorder = load(), _Recorder()
    found: dict[tuple[str, str, int], Features] = {}
    for item in read_corpus(shared):
        if str(item["id"]) in wanted:
            recorder.seen.clear()
            coding = recorder.code(reader.parse(item["text"]), report_of(item))
            told = {(e.type, span.start) for e in coding.events for span in (e.trigger, *e.evidence)}
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


def main() -> None:
    """Fit, write, and print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks.calibration", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--sheet", type=Path, default=SHEET)
    options = parser.parse_args()
    rows = gather(options.shared, options.sheet)
    documents = sorted({document for document, _, _ in rows})
    fold = {document: n % FOLDS for n, document in enumerate(documents)}
    said: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        learned = fit(*zip(*[(f, y) for d, f, y in rows if fold[d] != k], strict=True))
        said += [(probability(learned, f), y) for d, f, y in rows if fold[d] == k]
    for low in np.arange(0, 1, 0.2):
        part = [(p, y) for p, y in said if low <= p < low + 0.2]
        if part:
            mean, share = (float(np.mean([r[n] for r in part])) for n in (0, 1))
            print(f"{low:.1f}–{low + 0.2:.1f}: {len(part):4} records, say {mean:.2f}, kept {share:.2f}")
    for threshold in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        part = [y for p, y in said if p >= threshold]
        recall = sum(part) / max(1, sum(y for _, y in said))
        print(f"from {threshold}: {len(part)} records, {np.mean(part):.2f} kept, {recall:.2f} of the good")
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
