"""What the coder finds of our own sentences: by lexicon alone, or with the second opinion.

An act counts as found where one of its type has a word of its trigger. Runs without torch.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.coding.what import Trigger, find_triggers
from dragoman.runs.reader import load

HERE = Path(__file__).parent


@dataclass(slots=True)
class Tally:
    """Counts of found, false and missed acts by type, of right modes, and of what stood instead."""

    found: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    modes: Counter[bool] = field(default_factory=Counter)
    instead: Counter[tuple[str, str]] = field(default_factory=Counter)

    def f1(self, type_: str | None = None) -> tuple[float, float, float]:
        """Precision, recall and F1 of a type, or of all."""
        found, false, missed = (
            tally[type_] if type_ else tally.total()
            for tally in (self.found, self.false, self.missed)
        )
        precision, recall = found / max(1, found + false), found / max(1, found + missed)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def tells(event: dict[str, Any], trigger: Trigger) -> bool:
    """Whether a found act has a word of the marked trigger."""
    ranges = [(trigger.span.start_char, trigger.span.end_char)]
    ranges += [(token.idx, token.idx + len(token)) for token in trigger.evidence]
    return any(
        span["start"] < end and start < span["end"]
        for span in event["trigger"]
        for start, end in ranges
    )


def tally_sentence(
    tally: Tally, events: Sequence[dict[str, Any]], triggers: Sequence[Trigger]
) -> None:
    """Adds one sentence."""
    free = list(triggers)
    for event in events:
        type_ = event["type"]
        match = next((t for t in free if t.type == type_ and tells(event, t)), None)
        if match is None:
            tally.missed[type_] += 1
            other = next((t.type for t in free if tells(event, t)), "-")
            tally.instead[type_, other] += 1
            continue
        free.remove(match)
        tally.found[type_] += 1
        if event["modes"]:
            tally.modes[bool(set(event["modes"]) & set(match.modes))] += 1
    tally.false.update(trigger.type for trigger in free)


def records_of(writers: str) -> Iterator[dict[str, Any]]:
    """The records of the named writers."""
    for writer in writers:
        for line in (HERE / f"{writer}.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)


def score(writers: str, *, ask: bool = True) -> Tally:
    """What is found of the sentences of the named writers, with or without the model."""
    reader, tally = load(), Tally()
    for record in records_of(writers):
        doc = reader.parse(record["text"])
        tally_sentence(tally, record["events"], find_triggers(doc, ask=ask))
    return tally


def print_scores(writers: str, *, ask: bool) -> None:
    """A table by type, and the commonest confusions."""
    tally = score(writers, ask=ask)
    for type_ in [*sorted(set(tally.found) | set(tally.missed)), None]:
        precision, recall, f1 = tally.f1(type_)
        print(f"{type_ or 'all':10} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    print(f"modes {tally.modes[True] / max(1, tally.modes.total()):.3f}")
    for (gold, other), count in tally.instead.most_common(20):
        print(f"{count:5} {gold} {'missed' if other == '-' else f'as {other}'}")
