"""The decoders against exhaustive search on small inputs."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.language.decoding import NameDecoder, best_tree

TAGS = ("O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG")


def leads_to_root(heads: tuple[int, ...], word: int) -> bool:
    seen = set()
    while word and word not in seen:
        seen.add(word)
        word = heads[word - 1]
    return word == 0


def is_single_rooted_tree(heads: tuple[int, ...]) -> bool:
    return heads.count(0) == 1 and all(leads_to_root(heads, i + 1) for i in range(len(heads)))


def total(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 5).flatmap(
        lambda n: arrays(np.float32, (n, n + 1), elements=st.floats(-30, 30, width=32))
    )
)
def test_best_tree_is_the_best_of_all(scores: np.ndarray) -> None:
    size = len(scores)
    trees = [h for h in product(range(size + 1), repeat=size) if is_single_rooted_tree(h)]
    found = tuple(best_tree(scores).tolist())
    assert is_single_rooted_tree(found)
    best = max(total(scores, tree) for tree in trees)
    assert total(scores, found) == pytest.approx(best, abs=1e-3)


def test_best_tree_breaks_a_cycle_and_keeps_one_root() -> None:
    scores = np.full((4, 5), -5.0, np.float32)
    scores[0, 2] = scores[1, 1] = 9.0  # the first two words want each other
    scores[2, 0] = scores[3, 0] = 8.0  # the last two both want the root
    scores[0, 3] = 1.0
    assert best_tree(scores).tolist().count(0) == 1
    assert is_single_rooted_tree(tuple(best_tree(scores).tolist()))


def test_best_tree_of_a_long_sentence_of_noise_is_a_tree() -> None:
    scores = np.random.default_rng(0).normal(size=(180, 181))
    assert is_single_rooted_tree(tuple(best_tree(scores).tolist()))


def is_allowed(sequence: tuple[int, ...]) -> bool:
    previous = "O"
    for index in sequence:
        tag = TAGS[index]
        if tag.startswith("I-") and previous[2:] != tag[2:]:
            return False
        previous = tag
    return True


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 4).flatmap(
        lambda n: arrays(np.float32, (n, len(TAGS)), elements=st.floats(-9, 9, width=32))
    )
)
def test_names_are_the_best_allowed_sequence(scores: np.ndarray) -> None:
    found = tuple(NameDecoder(TAGS).decode(scores).tolist())
    assert is_allowed(found)
    best = max(
        total(scores, sequence)
        for sequence in product(range(len(TAGS)), repeat=len(scores))
        if is_allowed(sequence)
    )
    assert total(scores, found) == pytest.approx(best, abs=1e-3)


def test_names_of_no_words() -> None:
    assert NameDecoder(TAGS).decode(np.zeros((0, len(TAGS)), np.float32)).tolist() == []
