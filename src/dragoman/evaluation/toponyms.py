"""Scores of toponyms: finding place names and putting them on the map (task `toponyms`).

Gold and predicted toponyms are the contract's records, `{start, end, lat, lon}` with half-open
ranges of code points. An unresolved name counts as wrong and as FARTHEST_KM away, as in the
pragmatic guide to geoparsing evaluation (Gritta, Pilehvar and Collier, 2020).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dragoman.evaluation.overlap import Overlap

NEAR_KM = 161.0
"""A hundred miles: a resolution this near counts as right."""
FARTHEST_KM = 20_039.0
"""Half the Earth's circumference: the error of a name left unresolved."""
_EARTH_KM = 6371.0088

Toponyms = Sequence[Mapping[str, Any]]


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance of two points in WGS 84 degrees."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def recognition(pairs: Iterable[tuple[Toponyms, Toponyms]]) -> dict[str, float]:
    """Exact-span precision, recall and F1 over (gold, predicted) of each text."""
    score = Overlap()
    for wanted, found in pairs:
        a = {(t["start"], t["end"]) for t in wanted}
        b = {(t["start"], t["end"]) for t in found}
        score += Overlap(len(a & b), len(b), len(a))
    return _shares(score)


def _shares(score: Overlap) -> dict[str, float]:
    return {"precision": score.precision, "recall": score.recall, "f1": score.f1}


def errors_km(pairs: Iterable[tuple[Toponyms, Toponyms]]) -> list[float]:
    """The error of each gold toponym that has coordinates, by the prediction at its very span."""
    errors: list[float] = []
    for wanted, found in pairs:
        at = {(t["start"], t["end"]): t for t in found if t.get("lat") is not None}
        for toponym in wanted:
            if toponym.get("lat") is None:
                continue
            match = at.get((toponym["start"], toponym["end"]))
            errors.append(
                FARTHEST_KM
                if match is None
                else kilometres(toponym["lat"], toponym["lon"], match["lat"], match["lon"])
            )
    return errors


def resolution(errors: Sequence[float]) -> dict[str, float]:
    """Accuracy within 161 km, mean error in km, and the area under the curve of log errors.

    The area is the mean of ln(error + 1) / ln(FARTHEST_KM + 1): 0 is perfect, 1 hopeless.
    """
    if not errors:
        return {"accuracy_161": 0.0, "mean_km": 0.0, "auc": 0.0, "count": 0.0}
    count = len(errors)
    top = math.log(FARTHEST_KM + 1)
    return {
        "accuracy_161": sum(e <= NEAR_KM for e in errors) / count,
        "mean_km": sum(errors) / count,
        "auc": sum(math.log(min(e, FARTHEST_KM) + 1) / top for e in errors) / count,
        "count": float(count),
    }


def end_to_end(pairs: Iterable[tuple[Toponyms, Toponyms]]) -> dict[str, float]:
    """Precision, recall and F1 of names both found exactly and put within 161 km.

    Gold toponyms without coordinates, and predictions at their spans, are left out.
    """
    score = Overlap()
    for wanted, found in pairs:
        blank = {(t["start"], t["end"]) for t in wanted if t.get("lat") is None}
        kept = [t for t in found if (t["start"], t["end"]) not in blank]
        located = [t for t in wanted if t.get("lat") is not None]
        right = sum(e <= NEAR_KM for e in errors_km([(located, kept)]))
        score += Overlap(right, len(kept), len(located))
    return _shares(score)


def score_toponyms(
    gold: Sequence[Mapping[str, Any]], predicted: Sequence[Mapping[str, Any]]
) -> dict[str, float]:
    """Recognition and end-to-end figures of records `{"id", "toponyms"}` joined by id.

    `accuracy_161` is the share of gold toponyms with coordinates that are found at their very span
    and put within 161 km.
    """
    by_id = {p["id"]: p["toponyms"] for p in predicted}
    pairs = [(g["toponyms"], by_id.get(g["id"], [])) for g in gold]
    found = recognition(pairs)
    placed = end_to_end(pairs)
    return {
        **found,
        **{f"end_to_end_{key}": value for key, value in placed.items()},
        "accuracy_161": resolution(errors_km(pairs))["accuracy_161"],
    }
