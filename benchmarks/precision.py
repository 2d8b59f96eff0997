"""Of events drawn at random from real news, the share that an analyst would keep.

python -m benchmarks.precision draw --shared ../shared --events 200 --seed 1    what to read, on standard output
python -m benchmarks.precision tally                                            the share, from the sheet

Reading gives one line an event in `kept_events.tsv`: document, trigger offsets, type, y or n, and what
is wrong. The sheet names no sentence; offsets find it in the corpus again. An analyst keeps a record
whose act the text tells, whose type is right by the codebook, between actors who belong to politics,
with no participant plainly wrong; a missing detail is no reason to strike it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.records import Coding, EventMention, Report
from dragoman.runs.reader import load

SHEET = Path(__file__).with_name("kept_events.tsv")
CONTEXT = 260


@dataclass(frozen=True, slots=True)
class Judgement:
    """One event that was read."""

    document: str
    start: int
    end: int
    type: str
    kept: bool
    fault: str


def read_corpus(shared: Path) -> list[dict[str, Any]]:
    """The news texts that events are drawn from."""
    lines = (shared / "corpus" / "wikinews.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def report_of(item: dict[str, Any]) -> Report:
    """The text as a report, dated where the corpus gives a day."""
    day = str(item.get("date") or "")
    try:
        published = date.fromisoformat(day[:10])
    except ValueError:
        published = None
    return Report(item["text"], id=str(item["id"]), title=item.get("title"), published=published)


def draw(shared: Path, events: int, seed: int) -> Iterator[tuple[Coding, EventMention]]:
    """Events drawn without regard to their document, in the order of the draw."""
    reader = load()
    found: list[tuple[Coding, EventMention]] = []
    for coding in reader.pipe(map(report_of, read_corpus(shared))):
        if isinstance(coding, Coding):
            found += [(coding, event) for event in coding.events]
    yield from random.Random(seed).sample(found, min(events, len(found)))


def print_drawn(shared: Path, events: int, seed: int) -> None:
    """Each event with its words in context: the sheet's columns, then what is to be judged."""
    for coding, event in draw(shared, events, seed):
        text, trigger = coding.report.text, event.trigger
        print(coding.report.id, trigger.start, trigger.end, event.type, sep="\t")
        for name, people in (("actors", event.actors), ("recipients", event.recipients)):
            print(f"    {name}:", "; ".join(f"{p.name} <{p.country}/{p.sector}>" for p in people))
        print("    ", "/".join(event.modes), event.status, event.confidence, event.coder)
        before = text[max(0, trigger.start - CONTEXT) : trigger.start].replace("\n", " ")
        after = text[trigger.end : trigger.end + CONTEXT].replace("\n", " ")
        print(f"    …{before}[[{trigger.quote}]]{after}…\n")


def read_sheet(path: Path = SHEET) -> list[Judgement]:
    """The judgements that were written down."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            document, start, end, type_, kept, fault = [*line.split("\t"), ""][:6]
            rows.append(Judgement(document, int(start), int(end), type_, kept == "y", fault))
    return rows


def main() -> None:
    """Draw or tally."""
    parser = argparse.ArgumentParser(
        prog="benchmarks.precision",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("command", choices=("draw", "tally"))
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--events", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.command == "draw":
        print_drawn(options.shared, options.events, options.seed)
        return
    rows = read_sheet()
    print(f"{sum(row.kept for row in rows)} of {len(rows)} kept")
    faults = Counter(row.fault for row in rows if not row.kept)
    for fault, count in faults.most_common(20):
        print(f"{count:4} {fault}")


if __name__ == "__main__":
    main()
