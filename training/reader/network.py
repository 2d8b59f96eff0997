"""The reader's network: a MiniLM encoder, and one small head for each layer of the annotation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dragoman.language.encoding import SHAPES

WIDTH, FEEDFORWARD, LAYERS, ATTENTION_HEADS = 384, 1536, 6, 12
VOCABULARY, POSITIONS = 30522, 512
"""The sizes of all-MiniLM-L6-v2; its weights fit no others."""

SHARED_LAYERS = 3
"""After so many layers the states are handed out, for a first look at what tells an event."""

ARC_WIDTH, LABEL_WIDTH, NAME_WIDTH = 256, 256, 256
WORD_DROPOUT, HEAD_DROPOUT, ENCODER_DROPOUT = 0.2, 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Inventory:
    """The labels of each layer, in the order of the network's outputs."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]


class EncoderLayer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, FEEDFORWARD), nn.Linear(FEEDFORWARD, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States [batch, s, width] -> the same shape; `mask` is added to attention scores."""
        batch, length, _ = states.shape
        depth = WIDTH // ATTENTION_HEADS

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, length, ATTENTION_HEADS, depth).transpose(1, 2)

        query, key, value = (split(f(states)) for f in (self.query, self.key, self.value))
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(depth)
        if mask is not None:
            scores = scores + mask
        mixed = torch.matmul(torch.softmax(scores, -1).to(value.dtype), value)
        mixed = self.output(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        states = self.attention_norm(states + self._drop(mixed))
        fed = self.narrow(functional.gelu(self.widen(states)))
        return self.norm(states + self._drop(fed))

    def _drop(self, states: Tensor) -> Tensor:
        return functional.dropout(states, ENCODER_DROPOUT, self.training)


def read_pretrained(folder: Path) -> dict[str, Tensor]:
    """The weights of `model.safetensors` by their names in BERT."""
    weights = load_file(folder / "model.safetensors")
    return {name.removeprefix("bert."): weight for name, weight in weights.items()}


def copy_pretrained(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    """Give a linear layer or a norm its weight and bias."""
    module.load_state_dict({part: weights[f"{name}.{part}"] for part in ("weight", "bias")})


def copy_layer(layer: EncoderLayer, weights: dict[str, Tensor], number: int) -> None:
    """Give a layer the weights of MiniLM's layer of that number, from 0."""
    prefix = f"encoder.layer.{number}"
    for part in ("query", "key", "value"):
        copy_pretrained(getattr(layer, part), weights, f"{prefix}.attention.self.{part}")
    copy_pretrained(layer.output, weights, f"{prefix}.attention.output.dense")
    copy_pretrained(layer.attention_norm, weights, f"{prefix}.attention.output.LayerNorm")
    copy_pretrained(layer.widen, weights, f"{prefix}.intermediate.dense")
    copy_pretrained(layer.narrow, weights, f"{prefix}.output.dense")
    copy_pretrained(layer.norm, weights, f"{prefix}.output.LayerNorm")


class Encoder(nn.Module):
    """MiniLM with a shape embedding added: the vocabulary is uncased, names are not."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH, padding_idx=0)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([EncoderLayer() for _ in range(LAYERS)])
        self.embedded = self.shared = torch.empty(0)

    def load_pretrained(self, folder: Path) -> None:
        """Take the weights of `model.safetensors` (names as in BERT)."""
        weights = read_pretrained(folder)
        self.pieces.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"])
        self.segment.data.copy_(weights["embeddings.token_type_embeddings.weight"][0])
        copy_pretrained(self.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            copy_layer(layer, weights, number)

    def forward(self, pieces: Tensor, shapes: Tensor, padded: bool = True) -> Tensor:
        """Pieces and shapes [batch, s] -> states [batch, s, width]; `embedded` and `shared` on the way."""
        mask = (pieces == 0)[:, None, None, :].float() * -1e4 if padded else None
        places = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.pieces(pieces) + self.positions(places)[None] + self.segment
        self.embedded = self.norm(embedded + self.shapes(shapes))
        states = functional.dropout(self.embedded, ENCODER_DROPOUT, self.training)
        for number, layer in enumerate(self.layers, start=1):
            states = layer(states, mask)
            if number == SHARED_LAYERS:
                self.shared = states
        return states


@dataclass(slots=True)
class Scores:
    """What the heads say of n words: logits, and the two sides of the label scorer.

    `arcs`: [batch, n, n + 1], the score of each head, root in column 0; `dependents`: [batch, n,
    d]; `governors`: [batch, n + 1, d]; `states` and `embedded`: [batch, s, width],
    see SHARED_LAYERS and the second opinion, which reads the embedded subwords.
    """

    upos: Tensor
    xpos: Tensor
    names: Tensor
    starts: Tensor
    arcs: Tensor
    dependents: Tensor
    governors: Tensor
    states: Tensor
    embedded: Tensor


class LabelScorer(nn.Module):
    """Scores each label from a dependent and its head: a biaffine form in factors.

    Product features stand for the full tensor, at a twentieth of its weights and time.
    """

    def __init__(self, labels: int) -> None:
        super().__init__()
        self.pair = nn.Linear(LABEL_WIDTH, labels)
        self.dependent = nn.Linear(LABEL_WIDTH, labels, bias=False)
        self.governor = nn.Linear(LABEL_WIDTH, labels, bias=False)

    def forward(self, dependents: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        """Logits [batch, n, labels] for `heads` [batch, n], 0 for the root."""
        chosen = torch.gather(governors, 1, heads[:, :, None].expand(-1, -1, LABEL_WIDTH))
        return self.pair(dependents * chosen) + self.dependent(dependents) + self.governor(chosen)


class ReaderNetwork(nn.Module):
    """Encoder plus heads; a word is its first and last subword side by side."""

    def __init__(self, inventory: Inventory) -> None:
        super().__init__()
        self.encoder = Encoder()
        word = 2 * WIDTH
        self.upos = nn.Linear(word, len(inventory.upos))
        self.xpos = nn.Linear(word, len(inventory.xpos))
        self.starts = nn.Linear(word, 1)
        self.names = nn.Sequential(
            nn.Linear(word, NAME_WIDTH), nn.GELU(), nn.Linear(NAME_WIDTH, len(inventory.names))
        )
        self.sides = nn.Linear(word, 2 * ARC_WIDTH + 2 * LABEL_WIDTH)
        self.arcs = nn.Parameter(torch.randn(ARC_WIDTH, ARC_WIDTH) / ARC_WIDTH)
        self.arc_bias = nn.Parameter(torch.zeros(ARC_WIDTH))
        self.labels = LabelScorer(len(inventory.labels))

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor, padded: bool = True
    ) -> Scores:
        """Inputs as in `EncodedWords`, with a batch axis in front."""
        states = self.encoder(pieces, shapes, padded)
        words = torch.cat([_take(states, first), _take(states, last)], -1)
        words = functional.dropout(words, WORD_DROPOUT, self.training)
        sides = functional.leaky_relu(self.sides(words), 0.1)
        sides = functional.dropout(sides, HEAD_DROPOUT, self.training)
        arc_dependents, arc_heads, dependents, governors = torch.split(
            sides, [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH], -1
        )
        turned = torch.matmul(arc_dependents[:, 1:], self.arcs) + self.arc_bias
        tokens = words[:, 1:]
        return Scores(
            upos=self.upos(tokens),
            xpos=self.xpos(tokens),
            names=self.names(tokens),
            starts=self.starts(tokens)[..., 0],
            arcs=torch.matmul(turned, arc_heads.transpose(1, 2)),
            dependents=dependents[:, 1:],
            governors=governors,
            states=self.encoder.shared,
            embedded=self.encoder.embedded,
        )


def _take(states: Tensor, indices: Tensor) -> Tensor:
    return torch.gather(states, 1, indices[:, :, None].expand(-1, -1, states.shape[-1]))
