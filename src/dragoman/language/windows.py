"""A text of any length, read by the network in windows, each on its own.

Windows are never batched. The network's activations are quantised by their range in each run, so
that in a batch one text would change another's analysis; and on one core batches gain nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError
from dragoman.language.decoding import NameDecoder, best_tree
from dragoman.language.encoding import EncodedWords, WordEncoder
from dragoman.language.sessions import open_session

WINDOW_PIECES: Final = 192
LONG_WINDOW_PIECES: Final = 384
"""Subwords read at once, and at most where one sentence is longer than that; the encoder's
positions end at 512."""

CONTEXT_WORDS: Final = 8
"""Words that must follow a sentence start for a window to be cut there."""

Indices = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The network's outputs for one window of n words.

    `upos`, `xpos` [n]: best tags; `names` [n, tags]; `starts` [n]: positive where a sentence
    begins; `arcs` [n, n + 1]: of each head, the root first; `dependents` [n, d] and `governors`
    [n + 1, d]: the two sides of the label scorer; `states` and `embedded` [s, width]: the
    subwords half way through the encoder, and before its first layer.
    """

    upos: Indices
    xpos: Indices
    names: Floats
    starts: Floats
    arcs: Floats
    dependents: Floats
    governors: Floats
    states: Floats
    embedded: Floats


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the reader says of n words, as indices into its inventory, [n] each.

    `heads` are word indices, a root being its own head; `starts` marks first words of sentences;
    `states` [n, width] are what the encoder makes of each word half way through; `pieces` [s,
    width] the embedded subwords, of which word i has those from `first[i]` to `last[i]`.
    """

    upos: Indices
    xpos: Indices
    names: Indices
    heads: Indices
    labels: Indices
    starts: Flags
    states: Floats
    pieces: Floats
    first: Indices
    last: Indices


class WindowReader:
    """Runs the network over words and decodes what it says."""

    def __init__(self, folder: Path) -> None:
        """Read the files of `folder`; raises ModelError where they are missing or broken."""
        try:
            inventory = json.loads((folder / "inventory.json").read_text("utf-8"))
            self._network = open_session(folder / "model.int8.onnx")
            self._label_scorer = open_session(folder / "label_scorer.onnx")
            self._encoder = WordEncoder(folder / "tokenizer.json")
        except Exception as error:
            raise ModelError(f"{folder}: no usable reader there ({error})") from error
        self.upos: tuple[str, ...] = tuple(inventory["upos"])
        self.xpos: tuple[str, ...] = tuple(inventory["xpos"])
        self.labels: tuple[str, ...] = tuple(inventory["labels"])
        self.names: tuple[str, ...] = tuple(inventory["names"])
        self._root = self.labels.index("root")
        self._decoder = NameDecoder(self.names)
        self._outputs = [field.name for field in fields(WindowScores)]

    def read(
        self, words: Sequence[str], breaks: Sequence[bool], starts: Sequence[bool] | None = None
    ) -> Analysis:
        """Analyse n > 0 words; a sentence begins wherever `breaks` has a paragraph begin.

        `starts`: the first words of sentences where they are known, instead of found.
        """
        parts = list(self._parts(words, breaks, starts))
        offsets = np.cumsum([0, *(len(part.upos) for part in parts)])
        behind = np.cumsum([0, *(len(part.pieces) for part in parts)])
        return Analysis(
            upos=np.concatenate([part.upos for part in parts]),
            xpos=np.concatenate([part.xpos for part in parts]),
            names=np.concatenate([part.names for part in parts]),
            heads=np.concatenate(
                [part.heads + offset for part, offset in zip(parts, offsets[:-1], strict=True)]
            ),
            labels=np.concatenate([part.labels for part in parts]),
            starts=np.concatenate([part.starts for part in parts]),
            states=np.concatenate([part.states for part in parts]),
            pieces=np.concatenate([part.pieces for part in parts]),
            first=np.concatenate(
                [part.first + offset for part, offset in zip(parts, behind[:-1], strict=True)]
            ),
            last=np.concatenate(
                [part.last + offset for part, offset in zip(parts, behind[:-1], strict=True)]
            ),
        )

    def _parts(
        self, words: Sequence[str], breaks: Sequence[bool], starts: Sequence[bool] | None
    ) -> Iterator[Analysis]:
        begin = 0
        while begin < len(words):
            part = self._next_part(words, breaks, starts, begin)
            yield part
            begin += len(part.upos)

    def _next_part(
        self,
        words: Sequence[str],
        breaks: Sequence[bool],
        starts: Sequence[bool] | None,
        begin: int,
    ) -> Analysis:
        """From `begin` on, as many whole paragraphs as fit into a window, or else sentences.

        Where no border is known, the words up to the last sentence start found are taken and the
        rest is read again with what follows.
        """
        for limit in (WINDOW_PIECES, LONG_WINDOW_PIECES):
            end = self._fitting(words, begin, limit)
            border = end if end == len(words) else _last(breaks, begin, end)
            if not border and starts is not None:
                border = _last(starts, begin, end)
            cut = border or end
            encoded = self._encoder.encode(words[begin:cut], breaks[begin:cut])
            scores = self._run(encoded)
            opening = np.array(breaks[begin:cut])
            opening |= scores.starts > 0 if starts is None else np.array(starts[begin:cut])
            opening[0] = True
            if border:
                break
            found = np.flatnonzero(opening[: max(cut - begin - CONTEXT_WORDS, 1)])
            if len(found) > 1:
                opening = opening[: found[-1]]
                break
        return self._decode(scores, opening, encoded)

    def _fitting(self, words: Sequence[str], begin: int, limit: int) -> int:
        """Index after the last word that fits into `limit` subwords; at least one word does."""
        used, end = 0, begin
        while end < len(words):
            used += len(self._encoder.split(words[end])[0])
            if used > limit:
                break
            end += 1
        return end

    def _run(self, encoded: EncodedWords) -> WindowScores:
        feed = {
            "pieces": encoded.pieces,
            "shapes": encoded.shapes,
            "first": encoded.first,
            "last": encoded.last,
        }
        return WindowScores(*self._network.run(self._outputs, feed))

    def _decode(self, scores: WindowScores, opening: Flags, encoded: EncodedWords) -> Analysis:
        """Trees and names of a window's first words, as many as `opening` has."""
        size = len(opening)
        first, last = encoded.first[1 : size + 1], encoded.last[1 : size + 1]
        heads, names = np.zeros(size, np.int64), np.zeros(size, np.int64)
        for begin, end in pairwise([*np.flatnonzero(opening).tolist(), size]):
            rows = scores.arcs[begin:end]
            local = best_tree(np.concatenate([rows[:, :1], rows[:, begin + 1 : end + 1]], axis=1))
            heads[begin:end] = np.where(local > 0, local + begin, 0)
            names[begin:end] = self._decoder.decode(scores.names[begin:end])
        return Analysis(
            upos=scores.upos[:size],
            xpos=scores.xpos[:size],
            names=names,
            heads=np.where(heads > 0, heads - 1, np.arange(size)),
            labels=self._label(scores, heads),
            starts=opening,
            states=word_states(scores.states, first, last),
            pieces=scores.embedded[1 : last[-1] + 1],
            first=first - 1,
            last=last - 1,
        )

    def _label(self, scores: WindowScores, heads: Indices) -> Indices:
        """Labels [n] for `heads` [n], 0 being the root, whose dependents alone are `root`."""
        feed = {
            "dependents": scores.dependents[: len(heads)],
            "governors": scores.governors,
            "heads": heads,
        }
        ratings = self._label_scorer.run(["labels"], feed)[0]
        ratings[:, self._root] = np.where(heads == 0, np.inf, -np.inf)
        labels: Indices = ratings.argmax(1)
        return labels


def word_states(states: Floats, first: Indices, last: Indices) -> Floats:
    """The mean state [n, width] of each word over its subwords `first[i]` to `last[i]`."""
    sums = np.add.reduceat(states[: last[-1] + 1], first)
    lengths = (last - first + 1).astype(np.float32)
    means: Floats = np.divide(sums, lengths[:, None], dtype=np.float32)
    return means


def _last(flags: Sequence[bool], begin: int, end: int) -> int:
    """The last index in (begin, end] that is flagged, or 0."""
    return next((index for index in range(end, begin, -1) if flags[index]), 0)
