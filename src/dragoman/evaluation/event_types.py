"""Scores of event types: relation classification, sets of types, labels, and coded triples.

Pure functions over gold and predicted labels; who reads which file stands in the tasks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# PLV folds the two ways of giving way into one root; its quads and poles follow from the root.
_ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
_ROOT_QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "YIELD": 2, "COOPERATE": 2, "AID": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


# The type that acts of a CAMEO root are in PLOVER; 01, a mere statement, is none.
_CAMEO_ROOTS = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE",
    "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LabelScore:
    """F1 over classes: unweighted, weighted by support; and the share of right labels."""

    macro_f1: float
    weighted_f1: float
    accuracy: float
    by_class: tuple[tuple[str, float], ...]


def plv_root(type_: str) -> str:
    """The PLV root of a PLOVER type: CONCEDE and RETREAT are one."""
    return _ROOTS.get(type_, type_)


def cameo_type(root: str) -> str | None:
    """The PLV root of a two-digit CAMEO root, None where it tells no act."""
    return _CAMEO_ROOTS.get(root)


def plv_quad(type_: str) -> int:
    """PLV's quad (1 verbal, 2 material cooperation, 3 verbal, 4 material conflict) of a type."""
    return _ROOT_QUADS[plv_root(type_)]


def score_labels(gold: Sequence[str], predicted: Sequence[str]) -> LabelScore:
    """F1 as scikit-learn counts it: over the classes of gold or prediction, 0 where undefined.

    Raises ValueError where the lengths differ.
    """
    pairs = list(zip(gold, predicted, strict=True))
    support = Counter(gold)
    chosen = Counter(predicted)
    right = Counter(g for g, p in pairs if g == p)
    by_class = []
    for name in sorted(set(support) | set(chosen)):
        total = support[name] + chosen[name]
        by_class.append((name, 2 * right[name] / total if total else 0.0))
    weight = sum(support.values())
    return LabelScore(
        macro_f1=sum(f for _, f in by_class) / len(by_class) if by_class else 0.0,
        weighted_f1=sum(f * support[n] for n, f in by_class) / weight if weight else 0.0,
        accuracy=sum(right.values()) / weight if weight else 0.0,
        by_class=tuple(by_class),
    )
