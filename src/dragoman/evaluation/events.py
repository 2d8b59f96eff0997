"""Scores a report's events against settled records.

A predicted event may match a gold one where its type is accepted and its trigger or evidence
starts in the gold sentence (or in an accepted alternative of it). Pairs are one to one: the pairs
with overlapping triggers and shared countries are taken first. Matches with optional gold events
count neither way. Of the matches, fields are compared where gold has one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Record = Mapping[str, Any]


@dataclass(slots=True)
class EventScore:
    """Counts over many reports; the properties are shares between 0 and 1."""

    gold: int = 0
    predicted: int = 0
    type_matches: int = 0
    dyad_matches: int = 0
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    @staticmethod
    def _f1(matches: int, gold: int, predicted: int) -> float:
        return 2 * matches / (gold + predicted) if gold + predicted else 0.0

    @property
    def type_f1(self) -> float:
        return self._f1(self.type_matches, self.gold, self.predicted)

    @property
    def dyad_f1(self) -> float:
        return self._f1(self.dyad_matches, self.gold, self.predicted)

    @property
    def type_precision(self) -> float:
        return self.type_matches / self.predicted if self.predicted else 0.0

    @property
    def type_recall(self) -> float:
        return self.type_matches / self.gold if self.gold else 0.0

    def share(self, name: str) -> float:
        """Share of compared matches whose field is right."""
        return self.right[name] / self.asked[name] if self.asked[name] else 0.0


def accepted(gold: Record, name: str) -> list[Any]:
    """The gold value of a field and its accepted alternatives."""
    return [gold.get(name), *gold.get("accept", {}).get(name, [])]


def countries(participants: Iterable[Record]) -> frozenset[str]:
    """Country codes of participants; unknown ones count as none."""
    codes = (p.get("country") for p in participants)
    return frozenset(code for code in codes if code and code != "UNK")


def _sentence_ranges(text: str, gold: Record) -> list[tuple[int, int]]:
    ranges = []
    for told in (gold, *gold.get("accept", {}).get("evidence", [])):
        sentence = told.get("sentence")
        start = text.find(sentence) if sentence else -1
        if start >= 0:
            ranges.append((start, start + len(sentence)))
    return ranges


def _may_match(text: str, gold: Record, event: Record) -> bool:
    if event["type"] not in accepted(gold, "type"):
        return False
    starts = [event["trigger"]["start"], *(span["start"] for span in event["evidence"])]
    ranges = _sentence_ranges(text, gold)
    return any(low <= start < high for low, high in ranges for start in starts)


def _affinity(gold: Record, event: Record) -> tuple[bool, int]:
    words = set((gold.get("trigger") or "").lower().split())
    quote = event["trigger"]["quote"].lower()
    overlap = bool(words & set(quote.split())) or quote in (gold.get("trigger") or "").lower()
    shared = sum(
        len(countries(gold[side]) & countries(event[side])) for side in ("actors", "recipients")
    )
    return overlap, shared


def match_events(
    text: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> list[tuple[int, int]]:
    """One-to-one pairs of indices (gold, predicted)."""
    pairs = [
        (_affinity(g, p), not g.get("optional"), -i, -j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if _may_match(text, g, p)
    ]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    matches = []
    for _, _, i, j in sorted(pairs, reverse=True):
        i, j = -i, -j
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            matches.append((i, j))
    return matches


def _side_right(gold: Record, event: Record, side: str) -> bool:
    found = countries(event[side])
    return any(found == countries(option or []) for option in accepted(gold, side))


def _contains(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one in other or other in one


def _starts_alike(day: str, wanted: str) -> bool:
    """Whether the first day agrees with gold's day, month, year, or interval, as far as it goes."""
    first = wanted.partition("/")[0]
    return bool(day) and (day.startswith(first) or first.startswith(day))


def _compare_fields(score: EventScore, gold: Record, event: Record) -> None:
    def note(name: str, right: bool) -> None:
        score.asked[name] += 1
        score.right[name] += right

    for side in ("actors", "recipients"):
        note(side, _side_right(gold, event, side))
    if gold.get("mode"):
        note("mode", any(mode in event["modes"] for mode in accepted(gold, "mode") if mode))
    note("status", event["status"] in accepted(gold, "status"))
    if gold.get("place"):
        name = event["place"]["name"] if event["place"] else ""
        said = [span["quote"] for span in event["place"]["evidence"]] if event["place"] else []
        wanted = [place for place in accepted(gold, "place") if place]
        note("place", any(_contains(w, n) for w in wanted for n in (name, *said) if n))
    if gold.get("date"):
        value = event["date"]["start"] if event["date"] else ""
        wanted = [str(day) for day in accepted(gold, "date") if day]
        note("date", any(_starts_alike(value, w) for w in wanted))
    if gold.get("sources"):
        said = [span["quote"] for source in event["sources"] for span in source["evidence"]]
        found = " ".join((*said, *(source["name"] for source in event["sources"]))).lower()
        options = [source for source in accepted(gold, "sources") if source]
        flat = [s for option in options for s in ([option] if isinstance(option, str) else option)]
        note("source", any(set(s.lower().split()) & set(found.split()) for s in flat))


def score_report(
    score: EventScore, text: str, gold: Sequence[Record], predicted: Sequence[Record]
) -> list[tuple[int, int]]:
    """Adds one report's matches to `score` and returns them."""
    matches = match_events(text, gold, predicted)
    optional = {i for i, g in enumerate(gold) if g.get("optional")}
    excused = sum(i in optional for i, _ in matches)
    score.gold += len(gold) - len(optional)
    score.predicted += len(predicted) - excused
    for i, j in matches:
        if i in optional:
            continue
        score.type_matches += 1
        dyad = all(_side_right(gold[i], predicted[j], side) for side in ("actors", "recipients"))
        score.dyad_matches += dyad
        _compare_fields(score, gold[i], predicted[j])
    return matches
