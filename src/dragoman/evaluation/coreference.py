"""Scores for coreference: MUC, B³, CEAFe with φ4, and their mean, the CoNLL F1."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Numerators and denominators of precision and recall; tallies of documents add up."""

    hit_precision: float = 0.0
    predicted: float = 0.0
    hit_recall: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hit_precision + other.hit_precision,
            self.predicted + other.predicted,
            self.hit_recall + other.hit_recall,
            self.gold + other.gold,
        )

    @property
    def f1(self) -> float:
        precision = self.hit_precision / self.predicted if self.predicted else 0.0
        recall = self.hit_recall / self.gold if self.gold else 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class CorefScore:
    """Tallies of the three measures."""

    muc: Tally = Tally()
    b_cubed: Tally = Tally()
    ceaf_e: Tally = Tally()

    def __add__(self, other: CorefScore) -> CorefScore:
        return CorefScore(
            self.muc + other.muc, self.b_cubed + other.b_cubed, self.ceaf_e + other.ceaf_e
        )

    @property
    def conll(self) -> float:
        """Mean F1 of the three (CoNLL-2012 shared task)."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3

    def figures(self) -> dict[str, float]:
        """Mean and single F1 values by name."""
        return {
            "conll_f1": self.conll,
            "muc_f1": self.muc.f1,
            "b_cubed_f1": self.b_cubed.f1,
            "ceaf_e_f1": self.ceaf_e.f1,
        }


def as_clusters(groups: Iterable[Iterable[Hashable]], *, singletons: bool = False) -> Clusters:
    """Groups of mentions as sets; those of one mention are dropped unless asked for."""
    sets = (frozenset(group) for group in groups)
    return [s for s in sets if len(s) > 1 or (singletons and s)]


def _links(keys: Clusters, response: Clusters) -> tuple[float, float]:
    owner = {mention: n for n, cluster in enumerate(response) for mention in cluster}
    hit = total = 0.0
    for cluster in keys:
        parts = {owner.get(mention, ("alone", mention)) for mention in cluster}
        hit += len(cluster) - len(parts)
        total += len(cluster) - 1
    return hit, total


def _b_cubed(keys: Clusters, response: Clusters) -> tuple[float, float]:
    owner = {mention: cluster for cluster in response for mention in cluster}
    hit = 0.0
    for cluster in keys:
        counts = Counter(owner[m] for m in cluster if m in owner)
        hit += sum(count * count for count in counts.values()) / len(cluster)
    return hit, float(sum(map(len, keys)))


def _ceaf_e(gold: Clusters, predicted: Clusters) -> float:
    """The best one-to-one alignment's summed similarity φ4 = 2|G∩P| / (|G|+|P|)."""
    owner = {mention: n for n, cluster in enumerate(predicted) for mention in cluster}
    gains: list[dict[int, float]] = []
    for cluster in gold:
        counts = Counter(owner[m] for m in cluster if m in owner)
        gains.append(
            {
                n: 2.0 * count / (len(cluster) + len(predicted[n]))
                for n, count in sorted(counts.items())
            }
        )
    return _best_alignment(gains, len(predicted))


def _best_alignment(gains: list[dict[int, float]], columns: int) -> float:
    """The greatest sum of gains when each row takes a column of its own or none.

    Shortest augmenting paths (Jonker and Volgenant 1987) over rows that gain at all; every row has
    a dummy column of gain 0.
    """
    rows = [row for row in gains if row]
    width = columns + len(rows)
    potential_row, potential = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    taken = [0] * (width + 1)
    for number in range(1, len(rows) + 1):
        taken[0] = number
        path, least, used = [0] * (width + 1), [float("inf")] * (width + 1), [False] * (width + 1)
        column = 0
        while taken[column] != 0:
            used[column] = True
            row, step, following = taken[column], float("inf"), 0
            for j in range(1, width + 1):
                if used[j]:
                    continue
                cost = -rows[row - 1].get(j - 1, 0.0) - potential_row[row] - potential[j]
                if cost < least[j]:
                    least[j], path[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(width + 1):
                if used[j]:
                    potential_row[taken[j]] += step
                    potential[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            taken[column], column = taken[path[column]], path[column]
    return sum(rows[taken[j] - 1].get(j - 1, 0.0) for j in range(1, width + 1) if taken[j])


def score_coreference(gold: Clusters, predicted: Clusters) -> CorefScore:
    """One document's tallies; mentions are any hashable, matched by equality."""
    recall, recall_of = _links(gold, predicted)
    precision, precision_of = _links(predicted, gold)
    b_recall, b_gold = _b_cubed(gold, predicted)
    b_precision, b_predicted = _b_cubed(predicted, gold)
    same = _ceaf_e(gold, predicted)
    return CorefScore(
        Tally(precision, precision_of, recall, recall_of),
        Tally(b_precision, b_predicted, b_recall, b_gold),
        Tally(same, float(len(predicted)), same, float(len(gold))),
    )


def score_chains(
    mentions: Iterable[Mapping[str, Any]], answer: Mapping[str, Any], past: int
) -> CorefScore:
    """A document's tallies: gold mentions with their `cluster` against the task's answer.

    Spans are half-open; of the answer only what ends at `past` or before it counts. Chains of one
    mention are left out on both sides.
    """
    gold: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        gold.setdefault(mention["cluster"], []).append((mention["start"], mention["end"]))
    found = [
        [(m["start"], m["end"]) for m in cluster if m["end"] <= past]
        for cluster in answer["clusters"]
    ]
    return score_coreference(as_clusters(gold.values()), as_clusters(found))
