"""The second opinion: a small classifier asked what a marked act is.

It is asked about words, who does it and to whom, any of which may be missing; it answers with
probabilities of types (or no event), modes and statuses. One question is one run, never a batch:
activations are quantised by their range in each run, and an answer must not depend on its company.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from dragoman.errors import ModelError
from dragoman.language.encoding import WordEncoder
from dragoman.language.sessions import open_session

BUNDLED: Final = Path(__file__).parent / "model"
NO_EVENT: Final = "NONE"
MOST_PIECES: Final = 160
"""Subwords of a sentence that are read; what stands beyond is cut, around the question."""


@dataclass(frozen=True, slots=True)
class Question:
    """Word indices of the trigger, of those who act and of those acted upon, in one sentence."""

    trigger: Collection[int] = ()
    actors: Collection[int] = ()
    recipients: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """Probabilities: of types, "NONE" included, adding up to 1; of each mode of the likeliest
    types ("TYPE/mode"), each by itself; of statuses, adding up to 1."""

    types: Mapping[str, float]
    modes: Mapping[str, float]
    statuses: Mapping[str, float]

    @property
    def best(self) -> str:
        """The likeliest type, or "NONE"."""
        return max(self.types, key=lambda name: self.types[name])


class OpinionModel:
    """Runs the classifier over a sentence's words."""

    def __init__(self, folder: Path = BUNDLED) -> None:
        """Read the files of `folder`; raises ModelError where they are missing or broken."""
        try:
            answers = json.loads((folder / "answers.json").read_text("utf-8"))
            self._session = open_session(folder / "opinion.int8.onnx")
            self._encoder = WordEncoder(folder / "tokenizer.json")
        except Exception as error:
            raise ModelError(f"{folder}: no usable second opinion there ({error})") from error
        self.version: str = answers["version"]
        self.types: tuple[str, ...] = tuple(answers["types"])
        self.modes: tuple[str, ...] = tuple(answers["modes"])
        self.statuses: tuple[str, ...] = tuple(answers["statuses"])
        self._temperature = float(answers["temperature"])

    def ask(self, words: Sequence[str], question: Question) -> Opinion:
        """What the marked act is. `words` are those of one sentence, at least one."""
        begin, end = self._window(words, question)
        encoded = self._encoder.encode(words[begin:end], [False] * (end - begin))
        roles = np.zeros((3, len(encoded.pieces)), np.float32)
        for row, marked in enumerate((question.trigger, question.actors, question.recipients)):
            for word in marked:
                if begin <= word < end:
                    n = word - begin + 1
                    roles[row, encoded.first[n] : encoded.last[n] + 1] = 1.0
        feed = {"pieces": encoded.pieces, "shapes": encoded.shapes, "roles": roles}
        types, modes, statuses = self._session.run(["types", "modes", "statuses"], feed)
        return Opinion(
            dict(zip(self.types, _softmax(types / self._temperature), strict=True)),
            dict(zip(self.modes, (1 / (1 + np.exp(-modes))).tolist(), strict=True)),
            dict(zip(self.statuses, _softmax(statuses), strict=True)),
        )

    def _window(self, words: Sequence[str], question: Question) -> tuple[int, int]:
        """The part of a sentence that is read: all of it, or what stands around the question."""
        sizes = [len(self._encoder.split(word)[0]) for word in words]
        begin, end = 0, len(words)
        marked = [*question.trigger, *question.actors, *question.recipients] or [0]
        first, last = min(marked), max(marked) + 1
        total = sum(sizes)
        while total > MOST_PIECES and end - begin > 1:
            if end - last > first - begin or begin >= first:
                end -= 1
                total -= sizes[end]
            else:
                total -= sizes[begin]
                begin += 1
        return begin, end


def _softmax(logits: npt.NDArray[np.float32]) -> list[float]:
    powers = np.exp(logits - logits.max())
    shares: list[float] = (powers / powers.sum()).tolist()
    return shares


@cache
def load_opinion(folder: Path = BUNDLED) -> OpinionModel:
    """The bundled model, loaded once. Raises ModelError where it is missing or broken."""
    return OpinionModel(folder)
