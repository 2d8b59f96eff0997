"""Scores -> structures: the best tree of a sentence, the best name tags of a window."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.floating]
Indices = npt.NDArray[np.int64]

FORBIDDEN: Final = -1e9


def best_tree(scores: Scores) -> Indices:
    """The highest-scoring tree with exactly one root.

    `scores` [n, n + 1]: of each head for each word, column 0 the root, column h the word h - 1.
    Returns heads [n] in the same count: 0 for the root's dependent, else 1 + the head's index.
    Takes the best head of each word where these form such a tree, which is nearly always;
    otherwise Chu-Liu-Edmonds, with a price on root arcs so high that one is used.
    """
    size = len(scores)
    arcs = np.array(scores, np.float64)
    arcs[np.arange(size), np.arange(1, size + 1)] = FORBIDDEN
    heads: Indices = arcs.argmax(1)
    if _is_tree(heads):
        return heads
    finite = arcs[arcs > FORBIDDEN / 2]
    arcs[:, 0] -= 1 + size * (finite.max() - finite.min())
    square = np.full((size + 1, size + 1), FORBIDDEN * 1e3)
    square[1:] = arcs
    return _arborescence(square)[1:]


def _is_tree(heads: Indices) -> bool:
    """Whether one word hangs on the root and every word leads there."""
    if np.count_nonzero(heads == 0) != 1:
        return False
    reach = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        reach = reach[reach]
    return not reach.any()


def _find_cycle(heads: Indices) -> list[int]:
    """Nodes of some cycle among the heads of nodes 1.., or an empty list."""
    visited = np.zeros(len(heads), np.int64)
    for start in range(1, len(heads)):
        node = start
        while node and not visited[node]:
            visited[node] = start
            node = int(heads[node])
        if node and visited[node] == start:
            cycle = [node]
            while (following := int(heads[cycle[-1]])) != node:
                cycle.append(following)
            return cycle
    return []


def _arborescence(scores: npt.NDArray[np.float64]) -> Indices:
    """Chu-Liu-Edmonds: heads of the best tree out of node 0; `scores` [dependent, head]."""
    heads: Indices = scores.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    left = np.ones(len(scores), bool)
    left[inside] = False
    outside = np.flatnonzero(left)
    merged = len(outside)
    contracted = np.full((merged + 1, merged + 1), FORBIDDEN * 1e3)
    contracted[:merged, :merged] = scores[outside[:, None], outside]
    leaving = scores[outside[:, None], inside]
    contracted[:merged, merged] = leaving.max(1)
    entering = scores[inside[:, None], outside] - scores[inside, heads[inside]][:, None]
    contracted[merged, :merged] = entering.max(0)
    contracted[0] = FORBIDDEN * 1e3
    chosen = _arborescence(contracted)
    result = heads.copy()
    for place, node in enumerate(outside):
        if place:
            head = int(chosen[place])
            result[node] = inside[leaving[place].argmax()] if head == merged else outside[head]
    source = int(chosen[merged])
    result[inside[entering[:, source].argmax()]] = outside[source]
    return result


class NameDecoder:
    """Viterbi over IOB2 tags: an I- may only follow a B- or I- of its own kind."""

    def __init__(self, tags: tuple[str, ...]) -> None:
        size = len(tags)
        allowed = np.ones((size, size), bool)
        self._may_begin = np.array([not tag.startswith("I-") for tag in tags])
        for column, tag in enumerate(tags):
            if tag.startswith("I-"):
                allowed[:, column] = [previous[2:] == tag[2:] for previous in tags]
        self._allowed = allowed
        self._penalty = np.where(allowed, 0.0, FORBIDDEN)

    def decode(self, scores: Scores) -> Indices:
        """The best allowed sequence [n] for `scores` [n, tags]."""
        greedy: Indices = scores.argmax(1)
        if not len(greedy):
            return greedy
        if self._may_begin[greedy[0]] and self._allowed[greedy[:-1], greedy[1:]].all():
            return greedy
        best = np.where(self._may_begin, scores[0], FORBIDDEN).astype(np.float64)
        pointers: list[Indices] = []
        for row in scores[1:]:
            paths = best[:, None] + self._penalty
            pointers.append(paths.argmax(0))
            best = paths.max(0) + row
        sequence = [int(best.argmax())]
        for pointer in reversed(pointers):
            sequence.append(int(pointer[sequence[-1]]))
        return np.array(sequence[::-1])
