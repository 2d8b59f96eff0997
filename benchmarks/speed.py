"""Speed, start and memory of the whole trip, each measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

FILES = ("wikinews.jsonl", "re3d_syria_iraq.jsonl")
WARM_UP = 20
REPORTS = 250

_START = """
import time; began = time.perf_counter()
import dragoman
coding = dragoman.load().code("Turkish troops shelled a village in Syria on Friday.")
assert coding.events
print(time.perf_counter() - began)
"""


def measure_speed(corpus: Path) -> dict[str, float]:
    """Words a second (warm, one process), seconds to the first record, peak megabytes.

    Words as treebanks count them, punctuation included, and as blanks divide the text.
    """
    start = min(float(_run("-c", _START)) for _ in range(3))
    figures = {"speed.start_seconds": start}
    if corpus.exists():
        figures |= json.loads(_run("-m", "benchmarks.speed", str(corpus)))
    return figures


def _run(*arguments: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, text=True
    ).stdout


def time_corpus(corpus: Path) -> dict[str, float]:
    """Codes reports of the corpus in this process, evenly drawn from its files."""
    import resource
    import time

    import dragoman
    from dragoman.records import Report

    lines = [
        json.loads(line)
        for name in FILES
        for line in (corpus / name).read_text(encoding="utf-8").splitlines()
    ]
    step = max(1, len(lines) // (REPORTS + WARM_UP))
    reports = [Report(line["text"]) for line in lines[::step]]
    reader = dragoman.load()
    for _ in reader.pipe(reports[:WARM_UP]):
        pass
    timed = reports[WARM_UP:]
    began = time.perf_counter()
    for _ in reader.pipe(timed):
        pass
    seconds = time.perf_counter() - began
    # Treebanks count words and punctuation marks; so do the reader's published figures.
    tokens = sum(
        not token.is_space for report in timed for token in reader.nlp.tokenizer(report.text)
    )
    words = sum(len(report.text.split()) for report in timed)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "speed.words_per_second": tokens / seconds,
        "speed.blank_separated_words_per_second": words / seconds,
        "speed.peak_megabytes": peak,
    }


if __name__ == "__main__":
    print(json.dumps(time_corpus(Path(sys.argv[1]))))
