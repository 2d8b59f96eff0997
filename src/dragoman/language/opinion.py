"""The second opinion: a small classifier asked what a marked act is.

It reads the subwords as the reader has embedded them, so that it needs no table of its own. It is
asked about words, who does it and to whom, any of which may be missing; it answers with
probabilities of types (or no event), modes and statuses. One question is one run, never a batch:
activations are quantised by their range in each run, and an answer must not depend on its company.
A gate over the reader's states tells beforehand, at no cost, which words are worth a question.
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
from dragoman.language.sessions import open_session
from dragoman.language.states import States

BUNDLED: Final = Path(__file__).parent / "model"
NO_EVENT: Final = "NONE"


@dataclass(frozen=True, slots=True)
class Question:
    """Tokens of the trigger, of those who act and of those acted upon, all in one sentence."""

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
    """Goes on from the reader's states of one sentence to an answer."""

    def __init__(self, folder: Path = BUNDLED) -> None:
        """Read the files of `folder`; raises ModelError where they are missing or broken."""
        try:
            answers = json.loads((folder / "answers.json").read_text("utf-8"))
            self._session = open_session(folder / "opinion.int8.onnx")
            with np.load(folder / "gate.npz") as gate:
                self._gate = {name: gate[name] for name in gate.files}
        except Exception as error:
            raise ModelError(f"{folder}: no usable second opinion there ({error})") from error
        self.version: str = answers["version"]
        self.types: tuple[str, ...] = tuple(answers["types"])
        self.modes: tuple[str, ...] = tuple(answers["modes"])
        self.statuses: tuple[str, ...] = tuple(answers["statuses"])
        self._temperature = float(answers["temperature"])

    def promise(self, states: States, tokens: Sequence[int]) -> npt.NDArray[np.float32]:
        """How likely each of the tokens tells an event, by the reader's own states, [tokens]."""
        gate = self._gate
        rows = states.words[list(tokens)].astype(np.float32)
        rows -= rows.mean(1, keepdims=True)
        rows /= np.sqrt((rows**2).mean(1, keepdims=True) + 1e-5)
        hidden = (rows * gate["scale"] + gate["shift"]) @ gate["inner"].T + gate["inner_bias"]
        hidden = np.maximum(hidden, 0.0)
        logits = hidden @ gate["outer"] + gate["outer_bias"]
        likely: npt.NDArray[np.float32] = 1 / (1 + np.exp(-logits))
        return likely

    def ask(self, states: States, sentence: range, question: Question) -> Opinion:
        """What the marked act is. `sentence`: the tokens to read, the question's among them."""
        low = int(states.first[sentence.start])
        high = int(states.end[sentence.start : sentence.stop].max())
        pieces = states.pieces[low:high].astype(np.float32)
        roles = np.zeros((3, len(pieces)), np.float32)
        for row, marked in zip(
            roles, (question.trigger, question.actors, question.recipients), strict=True
        ):
            for token in marked:
                row[max(0, states.first[token] - low) : max(0, states.end[token] - low)] = 1.0
        feed = {"pieces": pieces, "roles": roles}
        types, modes, statuses = self._session.run(["types", "modes", "statuses"], feed)
        return Opinion(
            dict(zip(self.types, _softmax(types / self._temperature), strict=True)),
            dict(zip(self.modes, (1 / (1 + np.exp(-modes))).tolist(), strict=True)),
            dict(zip(self.statuses, _softmax(statuses), strict=True)),
        )


def _softmax(logits: npt.NDArray[np.float32]) -> list[float]:
    powers = np.exp(logits - logits.max())
    shares: list[float] = (powers / powers.sum()).tolist()
    return shares


@cache
def load_opinion(folder: Path = BUNDLED) -> OpinionModel:
    """The bundled model, loaded once. Raises ModelError where it is missing or broken."""
    return OpinionModel(folder)
