"""The second opinion's network: MiniLM's layers over the reader's embeddings, and small heads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.reader.network import LAYERS, WIDTH, EncoderLayer, copy_layer, read_pretrained

ROLES = ("trigger", "actor", "recipient")
"""What a question marks in the sentence, in the order of its masks."""

HIDDEN, DROPOUT, INPUT_DROPOUT = 384, 0.2, 0.1


@dataclass(frozen=True, slots=True)
class Answers:
    """Inventories in the order of the network's outputs; the first type is "no event"."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]


class OpinionNetwork(nn.Module):
    """Type, modes and status of the act that a question marks.

    A question is read off the mean of the sentence, and the mean of the subwords of each role.
    """

    def __init__(self, answers: Answers, layers: int = LAYERS) -> None:
        super().__init__()
        self.marks = nn.Parameter(torch.zeros(len(ROLES), WIDTH))
        self.layers = nn.ModuleList([EncoderLayer() for _ in range(layers)])
        self.hidden = nn.Linear((1 + len(ROLES)) * WIDTH, HIDDEN)
        self.types = nn.Linear(HIDDEN, len(answers.types))
        self.modes = nn.Linear(HIDDEN, len(answers.modes))
        self.statuses = nn.Linear(HIDDEN, len(answers.statuses))

    def load_pretrained(self, folder: Path) -> None:
        """Start from MiniLM's layers, the lowest first."""
        weights = read_pretrained(folder)
        for number, layer in enumerate(self.layers):
            copy_layer(layer, weights, number)

    def forward(
        self, pieces: Tensor, roles: Tensor, here: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Logits [batch, answers] of types, modes and statuses.

        `pieces` [batch, s, width]: subwords as the reader embeds them; `roles` [batch, roles, s]
        and `here` [batch, s] hold 0 or 1; without `here` every subword counts.
        """
        states = pieces + torch.matmul(roles.transpose(1, 2), self.marks)
        states = functional.dropout(states, INPUT_DROPOUT, self.training)
        mask = None if here is None else (1 - here)[:, None, None, :] * -1e4
        for layer in self.layers:
            states = layer(states, mask)
        if here is None:
            mean = states.mean(1)
        else:
            kept = here.to(states.dtype)
            mean = (states * kept[:, :, None]).sum(1) / kept.sum(1, keepdim=True)
        sums = torch.matmul(roles.to(states.dtype), states)
        means = sums / roles.sum(2, keepdim=True).clamp(min=1.0).to(states.dtype)
        read = torch.cat([mean, means.flatten(1)], -1)
        read = functional.dropout(read, DROPOUT, self.training)
        hidden = functional.dropout(functional.gelu(self.hidden(read)), DROPOUT, self.training)
        return self.types(hidden), self.modes(hidden), self.statuses(hidden)
