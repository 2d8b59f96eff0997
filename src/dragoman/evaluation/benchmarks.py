"""The benchmarks of `make bench`: each runs one task on a set of gold records and scores it.

Peers' figures are those that the sets' makers and users published; where a peer was measured on
another half or setting, the text says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.coding.where import resolve_spans
from dragoman.evaluation.attribution import score_attributions
from dragoman.evaluation.events import EventScore, score_report
from dragoman.evaluation.reader import evaluate_reader
from dragoman.evaluation.times import Timex, score_times, total
from dragoman.evaluation.toponyms import errors_km, resolution, score_toponyms
from dragoman.runs.reader import Reader
from dragoman.runs.tasks import TASKS

Gold = Mapping[str, Any]
Measure = Callable[[Reader, Path], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One line of the bench: `measure(reader, folder)` gives figures by name.

    `folder` is relative to the shared folder; `peers` tells by figure what others reach.
    """

    name: str
    folder: str
    measure: Measure
    peers: Mapping[str, str] = field(default_factory=dict)


def read_gold(folder: Path) -> list[Gold]:
    """The visible half of a benchmark."""
    lines = (folder / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _answers(reader: Reader, task: str, gold: Sequence[Gold]) -> list[dict[str, Any]]:
    return [TASKS[task](reader, item) for item in gold]


def _events(reader: Reader, folder: Path) -> dict[str, float]:
    score = EventScore()
    gold = read_gold(folder)
    for record, answer in zip(gold, _answers(reader, "events", gold), strict=True):
        score_report(score, record["text"], record["events"], answer["events"])
    fields = ("actors", "recipients", "mode", "status", "source", "place", "date")
    return {
        "type_f1": score.type_f1,
        "type_precision": score.type_precision,
        "type_recall": score.type_recall,
        "dyad_f1": score.dyad_f1,
        **{name: score.share(name) for name in fields},
    }


def _times(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    scores = []
    for record, answer in zip(gold, _answers(reader, "timex", gold), strict=True):
        wanted = [Timex(t["start"], t["end"], t["type"], t["value"]) for t in record["timex"]]
        found = [Timex(t["start"], t["end"], t["type"], t["value"]) for t in answer["timex"]]
        scores.append(score_times(wanted, found))
    score = total(scores)
    return {
        "strict": score.strict,
        "relaxed": score.relaxed,
        "value": score.value,
        "type": score.type,
    }


def _toponyms(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    figures = score_toponyms(gold, _answers(reader, "toponyms", gold))
    given = []
    for record in gold:
        located = [t for t in record["toponyms"] if t.get("lat") is not None]
        doc = reader.parse(record["text"])
        places = resolve_spans(doc, tuple((t["start"], t["end"]) for t in located))
        found = [
            {"start": t["start"], "end": t["end"], "lat": p.latitude, "lon": p.longitude}
            for t, p in zip(located, places, strict=True)
            if p is not None
        ]
        given.append((located, found))
    return {**figures, **{f"gold_{k}": v for k, v in resolution(errors_km(given)).items()}}


def _attribution(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    return score_attributions(gold, _answers(reader, "attribution", gold))


def _reader(reader: Reader, folder: Path) -> dict[str, float]:
    return {name.replace("/", "."): value for name, value in evaluate_reader(folder).items()}


_PLACE_PEERS = {
    name: {"gold_accuracy_161km": f"20 systems voting {voting}; CamCoder {camcoder} (whole set)"}
    for name, voting, camcoder in (
        ("lgl", ".773", ".606"),
        ("trnews", ".717", ".671"),
        ("gwn", ".674", ".587"),
        ("geovirus", ".817", ".769"),
    )
}

BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark("reader", "treebanks", _reader),
    Benchmark(
        "events",
        "bench/e2e",
        _events,
        {"type_f1": "two human coders .893", "type_recall": "NGEC .69 on its own documents"},
    ),
    Benchmark(
        "times_te3",
        "bench/timex_te3",
        _times,
        {
            "strict": "HeidelTime .813 (test)",
            "relaxed": "HeidelTime .903 (test)",
            "value": "HeidelTime .776 (test)",
        },
    ),
    Benchmark(
        "times_wikiwars",
        "bench/timex_wikiwars",
        _times,
        {"strict": "HeidelTime .836", "relaxed": "HeidelTime .914"},
    ),
    Benchmark("times_meantime", "bench/timex_meantime", _times, {"relaxed": "dateparser .429"}),
    Benchmark("places_lgl", "bench/geo_lgl", _toponyms, _PLACE_PEERS["lgl"]),
    Benchmark("places_trnews", "bench/geo_trnews", _toponyms, _PLACE_PEERS["trnews"]),
    Benchmark("places_gwn", "bench/geo_gwn", _toponyms, _PLACE_PEERS["gwn"]),
    Benchmark("places_geovirus", "bench/geo_geovirus", _toponyms, _PLACE_PEERS["geovirus"]),
    Benchmark("attribution", "bench/attribution_polnear", _attribution),
)
