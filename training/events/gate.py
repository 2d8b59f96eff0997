"""The gate: a glance at the reader's state of a word that tells whether it may tell an event."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional
from training.reader.network import WIDTH

from dragoman.language.states import states_of

HIDDEN, EPOCHS, RATE, BATCH = 64, 12, 2e-3, 256
COMPANY = 4
"""Sentences parsed together, as they stand in reports."""

Floats = npt.NDArray[np.float32]


class Gate(nn.Module):
    """Two small layers over a word's state."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1)

    def forward(self, states: Tensor) -> Tensor:
        """States [n, width] -> logits [n]."""
        kept = functional.dropout(self.norm(states), 0.2, self.training)
        hidden = functional.dropout(functional.relu(self.inner(kept)), 0.2, self.training)
        return self.outer(hidden)[:, 0]


def gate_rows(
    records: Sequence[dict[str, Any]], parse: Callable[[str], Doc]
) -> tuple[Floats, list[bool]]:
    """States [n, width] of all verbs of the sentences, and whether each tells an event."""
    states: list[npt.NDArray[np.float16]] = []
    told: list[bool] = []
    for start in range(0, len(records), COMPANY):
        group, spans, text = records[start : start + COMPANY], [], ""
        for record in group:
            spans += [
                (len(text) + span["start"], len(text) + span["end"])
                for event in record["events"]
                for span in event["trigger"]
            ]
            text += record["text"] + "\n\n"
        doc = parse(text)
        found = states_of(doc)
        if found is None:
            raise ValueError("the gate learns from the bundled reader's states alone")
        for token in doc:
            if token.pos_ == "VERB":
                states.append(found.words[token.i])
                told.append(any(low <= token.idx < high for low, high in spans))
    return np.array(states, np.float32), told


def train_gate(states: Floats, told: Sequence[bool], seed: int = 1) -> Gate:
    """A gate that separates words which tell an event from those that do not."""
    torch.manual_seed(seed)
    gate = Gate()
    rows, gold = torch.from_numpy(states), torch.tensor(told, dtype=torch.float32)
    optimiser = torch.optim.AdamW(gate.parameters(), lr=RATE)
    for _ in range(EPOCHS):
        gate.train()
        for batch in torch.randperm(len(rows)).split(BATCH):
            loss = functional.binary_cross_entropy_with_logits(gate(rows[batch]), gold[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    return gate.eval()


def export_gate(gate: Gate, folder: Path) -> None:
    """Write `gate.npz`."""
    np.savez(
        folder / "gate.npz",
        scale=gate.norm.weight.detach().numpy(),
        shift=gate.norm.bias.detach().numpy(),
        inner=gate.inner.weight.detach().numpy(),
        inner_bias=gate.inner.bias.detach().numpy(),
        outer=gate.outer.weight.detach().numpy()[0],
        outer_bias=gate.outer.bias.detach().numpy(),
    )
