"""The benchmarks of `make bench`: each runs a task on a set of gold records and scores it.

Peers' figures are those that the sets' makers and users published; where a peer was measured on
another half or setting, the text says so.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.coding.where import resolve_spans
from dragoman.evaluation.actors import day_of, score_actors
from dragoman.evaluation.attribution import score_attributions
from dragoman.evaluation.coreference import CorefScore, score_chains
from dragoman.evaluation.dates import PLAIN, read_expression, score_dates
from dragoman.evaluation.entities import score_spans
from dragoman.evaluation.event_types import cameo_type, plv_quad, plv_root, score_labels
from dragoman.evaluation.events import EventScore, score_report
from dragoman.evaluation.figures import (
    FigureScore,
    casualties,
    gold_figures,
    score_casualties,
    score_figures,
)
from dragoman.evaluation.overlap import Overlap
from dragoman.evaluation.reader import evaluate_reader
from dragoman.evaluation.times import (
    Timex,
    TimexScore,
    read_timexes,
    score_times,
    score_within,
    total,
)
from dragoman.evaluation.toponyms import errors_km, resolution, score_toponyms
from dragoman.runs.reader import Reader
from dragoman.runs.tasks import TASKS

Gold = Mapping[str, Any]
Measure = Callable[[Reader, Path], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One set of the bench: `measure(reader, folder)` gives figures by name.

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


def _reader(reader: Reader, folder: Path) -> dict[str, float]:
    scores = evaluate_reader(folder, ("ewt-dev", "ewt-test", "gum-dev", "gum-test"))
    shown = ("upos", "las", "names", "raw_las")
    return {
        name.replace("/", "."): value
        for name, value in scores.items()
        if name.rpartition("/")[2] in shown
    }


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


def _relation(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    found = [plv_root(answer["root"]) for answer in _answers(reader, "relation", gold)]
    wanted = [record["root"] for record in gold]
    score = score_labels(wanted, found)
    quads = score_labels([str(plv_quad(g)) for g in wanted], [str(plv_quad(f)) for f in found])
    return {"macro_f1": score.macro_f1, "accuracy": score.accuracy, "quad_f1": quads.macro_f1}


def _acled(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    found = [answer["label"] for answer in _answers(reader, "acled", gold)]
    score = score_labels([record["labels"][0] for record in gold], found)
    return {"macro_f1": score.macro_f1, "weighted_f1": score.weighted_f1}


def _event_types(reader: Reader, folder: Path) -> dict[str, float]:
    """The first type against gold, and whether gold is among the types at all."""
    gold = read_gold(folder)
    found = [answer["types"] for answer in _answers(reader, "event_types", gold)]
    first = [types[0] if types else "" for types in found]
    wanted = [record["event_plover2"] for record in gold]
    score = score_labels(wanted, first)
    among = sum(w in types for w, types in zip(wanted, found, strict=True)) / len(gold)
    return {"macro_f1": score.macro_f1, "accuracy": score.accuracy, "among": among}


def _event_roots(reader: Reader, folder: Path) -> dict[str, float]:
    """Of sentences with a coded event, those where a type found is that of a gold CAMEO root."""
    asked = [
        (record, {cameo_type(event["root"]) for event in record["events"]})
        for record in read_gold(folder)
        if any(cameo_type(event["root"]) for event in record["events"])
    ]
    found = _answers(reader, "event_types", [record for record, _ in asked])
    right = [
        bool(wanted & {plv_root(name) for name in answer["types"]})
        for (_, wanted), answer in zip(asked, found, strict=True)
    ]
    return {"among": sum(right) / len(right)}


def _both_times(reader: Reader, gold: Sequence[Gold]) -> list[tuple[list[Timex], list[Timex]]]:
    """Wanted and found, document by document."""
    answers = _answers(reader, "timex", gold)
    return [(read_timexes(r), read_timexes(a)) for r, a in zip(gold, answers, strict=True)]


def _shown(score: TimexScore, prefix: str = "") -> dict[str, float]:
    return {f"{prefix}{name}": getattr(score, name) for name in ("strict", "relaxed", "value")}


def _times(reader: Reader, folder: Path) -> dict[str, float]:
    pairs = _both_times(reader, read_gold(folder))
    return _shown(total(score_times(wanted, found) for wanted, found in pairs))


_DENSE_SENTENCES = 6


def _times_of_openings(reader: Reader, folder: Path) -> dict[str, float]:
    """Over whole articles, and over sentences 0 to 5 alone: MEANTIME annotates nothing beyond.

    The sentences are those of the corpus's main folder, beside this one.
    """
    gold = read_gold(folder)
    pairs = _both_times(reader, gold)
    figures = _shown(total(score_times(wanted, found) for wanted, found in pairs))
    articles = {
        f"meantime-{r['id']}": r["sentences"] for r in read_gold(folder.parent / "meantime")
    }
    ends = [articles[record["id"]][:_DENSE_SENTENCES][-1][1] for record in gold]
    dense = (
        score_within(wanted, found, end) for (wanted, found), end in zip(pairs, ends, strict=True)
    )
    return figures | _shown(total(dense), "opening_")


def _dates(reader: Reader, folder: Path) -> dict[str, float]:
    """Single expressions with the report's day, under NGEC's conventions and under none."""
    gold = read_gold(folder)
    docs = [(reader.parse(record["expr"]), date.fromisoformat(record["ref"])) for record in gold]
    return score_dates(
        gold,
        [read_expression(doc, day) for doc, day in docs],
        [read_expression(doc, day, PLAIN) for doc, day in docs],
    )


def _toponyms(reader: Reader, folder: Path) -> dict[str, float]:
    """Recognition, the whole trip, and resolution of the gold names; kilometres where named so."""
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
    return {
        "f1": figures["f1"],
        "end_to_end_f1": figures["end_to_end_f1"],
        "accuracy_161": figures["accuracy_161"],
        "gold_accuracy_161": resolution(errors_km(given))["accuracy_161"],
    }


def _casualties(reader: Reader, folder: Path) -> dict[str, float]:
    """Deaths and injuries with their numbers, document by document."""
    score = Overlap()
    for record in read_gold(folder):
        wanted = {
            (effect, target["number"]["n"])
            for event in record["events"]
            for target in event["human_targets"]
            if "n" in target.get("number", {})
            for effect in target.get("effect", [])
            if effect in ("DEATH", "INJURY")
        }
        score += score_casualties(wanted, casualties(reader.code(record["text"]).figures))
    return {"f1": score.f1, "precision": score.precision, "recall": score.recall}


def _counts(reader: Reader, folder: Path) -> dict[str, float]:
    """Every count of a report: its place in the text, kind and value, then its bound and who."""
    score = FigureScore()
    for record in read_gold(folder):
        coding = reader.code(record["text"], published=record["published"], title=record["title"])
        score += score_figures(gold_figures(record["text"], record["figures"]), coding.figures)
    return {
        "f1": score.f1,
        "precision": score.precision,
        "recall": score.recall,
        "bound": score.bound,
        "who": score.who,
    }


def _attribution(reader: Reader, folder: Path) -> dict[str, float]:
    gold = read_gold(folder)
    scores = score_attributions(gold, _answers(reader, "attribution", gold))
    names = ("source_f1", "cue_f1", "content_f1", "content_found", "source_for_content")
    return {name: scores[name] for name in names}


def _entities(reader: Reader, folder: Path) -> dict[str, float]:
    """Named persons, organisations, places and nationalities, by exact span and type."""
    gold = read_gold(folder)
    kinds = {"Person": "PERSON", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
    score = Overlap()
    for record, answer in zip(gold, _answers(reader, "entities", gold), strict=True):
        wanted = [
            (e["start"], e["end"], kinds[e["type"]])
            for e in record["entities"]
            if e["type"] in kinds and e["text"][:1].isupper()
        ]
        found = [
            (e["start"], e["end"], "LOC" if e["type"] == "GPE" else e["type"])
            for e in answer["entities"]
            if e["type"] != "MISC"
        ]
        score += score_spans(wanted, found)
    return {"f1": score.f1, "precision": score.precision, "recall": score.recall}


def _coreference(reader: Reader, folder: Path) -> dict[str, float]:
    """Chains of two mentions and more, mentions as found and matched exactly."""
    gold = read_gold(folder)
    score = CorefScore()
    for record, answer in zip(gold, _answers(reader, "coreference", gold), strict=True):
        score += score_chains(record["mentions"], answer, len(record["text"]))
    return score.figures()


_DENSE = 6
"""Sentences of MEANTIME that are annotated in full: title, date line and the first four."""


def _coreference_meantime(reader: Reader, folder: Path) -> dict[str, float]:
    """Entities of the first sentences, which alone are annotated in full."""
    gold = read_gold(folder)
    score = CorefScore()
    for record, answer in zip(gold, _answers(reader, "coreference", gold), strict=True):
        _, past = record["sentences"][:_DENSE][-1]
        entities = [m for m in record["mentions"] if m["kind"] == "entity" and m["sent"] < _DENSE]
        score += score_chains(entities, answer, past)
    return score.figures()


def _actors(reader: Reader, folder: Path) -> dict[str, float]:
    """Phrases on their own: the country, the sector, both where either is asked, the name."""
    gold = read_gold(folder)
    asked = [
        {"id": r["id"], "text": r["actor"], "context": r["context"], "date": str(day_of(r))}
        for r in gold
    ]
    return asdict(score_actors(gold, _answers(reader, "actor", asked)))


_PLACE_PEERS = {
    name: {"gold_accuracy_161": f"20 systems voting {voting}, CamCoder {camcoder} (whole set)"}
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
        "relation",
        "bench/plv",
        _relation,
        {"macro_f1": "ZSP .743 (this half), GPT-4 .615, UniversalPetrarch .463 (other half)"},
    ),
    Benchmark("event_types", "bench/plover_gsr", _event_types),
    Benchmark(
        "event_roots",
        "bench/petrarch",
        _event_roots,
        {"among": "UniversalPetrarch .924 on its own ground"},
    ),
    Benchmark(
        "acled",
        "bench/case21_acled",
        _acled,
        {"weighted_f1": "best trained .771; TF-IDF regression .685"},
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
    Benchmark(
        "times_meantime",
        "bench/timex_meantime",
        _times_of_openings,
        {"relaxed": "dateparser .429"},
    ),
    Benchmark("dates", "bench/ngec_dates", _dates),
    Benchmark("places_lgl", "bench/geo_lgl", _toponyms, _PLACE_PEERS["lgl"]),
    Benchmark("places_trnews", "bench/geo_trnews", _toponyms, _PLACE_PEERS["trnews"]),
    Benchmark("places_gwn", "bench/geo_gwn", _toponyms, _PLACE_PEERS["gwn"]),
    Benchmark("places_geovirus", "bench/geo_geovirus", _toponyms, _PLACE_PEERS["geovirus"]),
    Benchmark(
        "figures", "bench/figures_muc4", _casualties, {"f1": "regular expressions .270 (test)"}
    ),
    Benchmark("counts", "bench/e2e", _counts),
    Benchmark(
        "attribution",
        "bench/attribution_polnear",
        _attribution,
        {"content_f1": "cue phrases seen in training: attribution .566 (test)"},
    ),
    Benchmark(
        "entities", "bench/re3d", _entities, {"f1": "ConfliBERT, trained on it, .695 (14 types)"}
    ),
    Benchmark("coreference", "bench/coref_gum", _coreference),
    Benchmark("coreference_meantime", "bench/meantime", _coreference_meantime),
    Benchmark(
        "actors",
        "bench/ngec_actor",
        _actors,
        {"both": "NGEC .65 and, its linking rewritten, .71 of its own 375 expectations"},
    ),
)
