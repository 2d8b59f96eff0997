"""The second opinion's network: a MiniLM encoder asked about an act's words and participants."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional
from training.reader.network import ENCODER_DROPOUT, WIDTH, Encoder

ROLES = ("trigger", "actor", "recipient")
"""What a question marks in the sentence, in the order of its masks."""

HIDDEN, DROPOUT = 384, 0.2


@dataclass(frozen=True, slots=True)
class Answers:
    """Inventories in the order of the network's outputs; the first type is "no event"."""

    types: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]


class MarkedEncoder(Encoder):
    """The encoder with a mark added to the pieces of each role."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = nn.Parameter(torch.zeros(len(ROLES), WIDTH))

    def embed(self, pieces: Tensor, shapes: Tensor, roles: Tensor) -> Tensor:
        """Input states [batch, s, width]; `roles` [batch, roles, s] holds 0 or 1."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.pieces(pieces) + self.positions(places)[None] + self.segment
        marked = torch.matmul(roles.transpose(1, 2), self.marks)
        states = self.norm(embedded + self.shapes(shapes) + marked)
        return functional.dropout(states, ENCODER_DROPOUT, self.training)

    def run(self, pieces: Tensor, shapes: Tensor, roles: Tensor, padded: bool = True) -> Tensor:
        mask = (pieces == 0)[:, None, None, :].float() * -1e4 if padded else None
        states = self.embed(pieces, shapes, roles)
        for layer in self.layers:
            states = layer(states, mask)
        return states


class OpinionNetwork(nn.Module):
    """Type, modes and status of the act that a question marks.

    A question is read off [CLS], the sentence's mean, and the mean of each role's pieces.
    """

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.encoder = MarkedEncoder()
        self.hidden = nn.Linear((2 + len(ROLES)) * WIDTH, HIDDEN)
        self.types = nn.Linear(HIDDEN, len(answers.types))
        self.modes = nn.Linear(HIDDEN, len(answers.modes))
        self.statuses = nn.Linear(HIDDEN, len(answers.statuses))

    def forward(
        self, pieces: Tensor, shapes: Tensor, roles: Tensor, padded: bool = True
    ) -> tuple[Tensor, Tensor, Tensor]:
        """`pieces`, `shapes` [batch, s]; `roles` [batch, roles, s]. Logits [batch, answers]."""
        states = self.encoder.run(pieces, shapes, roles, padded)
        here = (pieces != 0).to(states.dtype)
        mean = (states * here[:, :, None]).sum(1) / here.sum(1, keepdim=True)
        sums = torch.matmul(roles.to(states.dtype), states)
        means = sums / roles.sum(2, keepdim=True).clamp(min=1.0).to(states.dtype)
        read = torch.cat([states[:, 0], mean, means.flatten(1)], -1)
        read = functional.dropout(read, DROPOUT, self.training)
        hidden = functional.dropout(functional.gelu(self.hidden(read)), DROPOUT, self.training)
        return self.types(hidden), self.modes(hidden), self.statuses(hidden)
