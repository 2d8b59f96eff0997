"""Documents -> training batches: windows of consecutive sentences, redrawn every epoch."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from training.reader.network import Inventory
from training.reader.own_names import Gazette, draw_documents
from training.reader.sentences import Document, Sentence

from dragoman.language.encoding import PLAIN_SHAPES, WordEncoder

WINDOW_LIMITS = (1, 40, 80, 128, 160)
"""Most subwords in a window, drawn anew for each; 1 leaves a sentence alone."""

LONGEST_SENTENCE = 300
BATCH_PIECES = 1024
IGNORED = -100

LOWERED, RAISED, TITLED, UNMARKED, CURLED = 0.03, 0.03, 0.02, 0.15, 0.2
"""Share of windows in lower case, in capitals, in headline case, without paragraph marks, with
curly quotes."""

UNSTOPPED, RENAMED = 0.04, 0.1
"""Share of sentences without their full stop, and with other people's and places' names."""

OWN_SENTENCES = 1200
"""Sentences of our own drawn in each epoch."""

Window = tuple[int, list[Sentence]]


@dataclass(slots=True)
class Batch:
    """Padded inputs and gold indices; `IGNORED` where a layer has no gold.

    `visible` [batch, n, n + 1] masks arcs to the word's own sentence and the root.
    """

    pieces: Tensor
    shapes: Tensor
    first: Tensor
    last: Tensor
    upos: Tensor
    xpos: Tensor
    names: Tensor
    starts: Tensor
    heads: Tensor
    labels: Tensor
    visible: Tensor

    @property
    def words(self) -> int:
        """Words in the batch, padding excluded."""
        return int((self.last[:, 1:] > 0).sum())


class BatchMaker:
    """Draws windows and turns them into batches with the case and typography of the wild."""

    def __init__(
        self,
        documents: list[Document],
        encoder: WordEncoder,
        inventory: Inventory,
        gazette: Gazette,
        seed: int,
    ) -> None:
        self._documents = documents
        self._gazette = gazette
        self._encoder = encoder
        self._draw = random.Random(seed)
        self._upos = {label: index for index, label in enumerate(inventory.upos)}
        self._xpos = {label: index for index, label in enumerate(inventory.xpos)}
        self._labels = {label: index for index, label in enumerate(inventory.labels)}
        self._names = {label: index for index, label in enumerate(inventory.names)}

    def epoch(self) -> Iterator[Batch]:
        """All documents once, in windows of like length, batches in random order."""
        windows = self._windows()
        windows.sort(key=lambda window: window[0] + 4 * self._draw.random())
        batches: list[list[Window]] = [[]]
        for window in windows:
            if batches[-1] and (len(batches[-1]) + 1) * (window[0] + 2) > BATCH_PIECES:
                batches.append([])
            batches[-1].append(window)
        self._draw.shuffle(batches)
        for batch in batches:
            yield self._collate([sentences for _, sentences in batch])

    def _windows(self) -> list[Window]:
        windows: list[Window] = []
        own = draw_documents(OWN_SENTENCES, self._gazette, self._draw)
        for document in (*self._documents, *own):
            current: list[Sentence] = []
            length, limit = 0, self._draw.choice(WINDOW_LIMITS)
            for sentence in document.sentences:
                pieces = sum(len(self._encoder.split(word)[0]) for word in sentence.words)
                if pieces > LONGEST_SENTENCE:
                    continue
                if current and length + pieces > limit:
                    windows.append((length, current))
                    current, length, limit = [], 0, self._draw.choice(WINDOW_LIMITS)
                current.append(sentence)
                length += pieces
            if current:
                windows.append((length, current))
        return windows

    def _collate(self, windows: list[list[Sentence]]) -> Batch:
        drawn = [self._vary(window) for window in windows]
        encoded = []
        for window in drawn:
            words = [word for sentence in window for word in sentence.words]
            marked = self._draw.random() >= UNMARKED
            breaks = [
                marked and sentence.starts_paragraph and index == 0
                for sentence in window
                for index in range(len(sentence.words))
            ]
            encoded.append(self._encoder.encode(words, breaks))
        rows = len(drawn)
        length = max(len(window.pieces) for window in encoded)
        count = max(len(window.first) for window in encoded)
        gold = {
            layer: torch.full((rows, count - 1), IGNORED)
            for layer in ("upos", "xpos", "names", "starts", "heads", "labels")
        }
        inputs = {
            name: torch.zeros((rows, size), dtype=torch.long)
            for name, size in (
                ("pieces", length),
                ("shapes", length),
                ("first", count),
                ("last", count),
            )
        }
        owners = torch.full((rows, count), -1)
        for row, (window, words) in enumerate(zip(drawn, encoded, strict=True)):
            for name, tensor in inputs.items():
                values = torch.from_numpy(getattr(words, name))
                tensor[row, : len(values)] = values
            inputs["shapes"][row] = self._recase(inputs["shapes"][row])
            self._fill_gold(row, window, gold, owners)
        same = (owners[:, 1:, None] == owners[:, None, :]) & (owners[:, 1:, None] >= 0)
        same[:, :, 0] = True
        return Batch(**inputs, **gold, visible=same)

    def _fill_gold(
        self, row: int, window: list[Sentence], gold: dict[str, Tensor], owners: Tensor
    ) -> None:
        offset = 0
        for number, sentence in enumerate(window):
            end = offset + len(sentence.words)
            owners[row, offset + 1 : end + 1] = number
            if sentence.names is not None:
                gold["names"][row, offset:end] = torch.tensor(
                    [self._names[t] for t in sentence.names]
                )
            if sentence.heads is not None:
                assert sentence.upos
                assert sentence.xpos
                assert sentence.labels
                columns = {
                    "upos": [self._upos[tag] for tag in sentence.upos],
                    "xpos": [self._xpos.get(tag, IGNORED) for tag in sentence.xpos],
                    "labels": [self._labels[label] for label in sentence.labels],
                    "heads": [head + offset if head else 0 for head in sentence.heads],
                    "starts": [int(offset > 0)] + [0] * (len(sentence.words) - 1),
                }
                if offset == 0:
                    columns["starts"][0] = IGNORED
                for layer, values in columns.items():
                    gold[layer][row, offset:end] = torch.tensor(values)
            offset = end

    def _recase(self, shapes: Tensor) -> Tensor:
        """Change the casing that the model sees in a few windows; the subwords are uncased."""
        drawn = self._draw.random()
        marks, plain = shapes // PLAIN_SHAPES, shapes % PLAIN_SHAPES
        letters = (plain > 0) & (plain != 6) & (plain != 7)
        if drawn < LOWERED:
            plain = torch.where(letters, 1, plain)
        elif drawn < LOWERED + RAISED:
            plain = torch.where(letters & (plain != 4), 3, plain)
        elif drawn < LOWERED + RAISED + TITLED:
            plain = torch.where(plain == 1, 2, plain)
        return plain + PLAIN_SHAPES * marks

    def _vary(self, window: list[Sentence]) -> list[Sentence]:
        curled = self._draw.random() < CURLED
        varied = []
        for sentence in window:
            if self._draw.random() < UNSTOPPED:
                sentence = _without_stop(sentence)
            if self._draw.random() < RENAMED:
                sentence = self._gazette.swap(sentence, self._draw)
            varied.append(_with_curly_quotes(sentence) if curled else sentence)
        return varied


def _without_stop(sentence: Sentence) -> Sentence:
    """The sentence less its final full stop, as headlines have it."""
    last = len(sentence.words) - 1
    if (
        last < 2
        or sentence.words[last] != "."
        or sentence.heads is None
        or last + 1 in sentence.heads
    ):
        return sentence
    return replace(
        sentence,
        words=sentence.words[:-1],
        spaces=sentence.spaces[:-1],
        heads=sentence.heads[:-1],
        **{
            layer: values[:-1]
            for layer in ("names", "upos", "xpos", "lemmas", "labels")
            if (values := getattr(sentence, layer)) is not None
        },
    )


def _with_curly_quotes(sentence: Sentence) -> Sentence:
    words, opening = [], True
    for word in sentence.words:
        if word == '"':
            words.append("“" if opening else "”")
            opening = not opening
        else:
            words.append(word.replace("'", "’"))
    return replace(sentence, words=words)
