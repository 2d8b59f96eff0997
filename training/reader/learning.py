"""The training loop: AdamW, warm-up, linear decay to nothing by steps or by the clock."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from training.reader.network import ReaderNetwork
from training.reader.windows import IGNORED, Batch, BatchMaker

LOSS_WEIGHTS = {"heads": 1.0, "labels": 1.0, "names": 1.5, "upos": 0.5, "xpos": 0.5, "starts": 0.5}


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn; rates are peaks, reached after `warm_up` steps."""

    epochs: float = 10
    minutes: float = 45
    encoder_rate: float = 2e-4
    embedding_rate: float = 5e-5
    head_rate: float = 1.5e-3
    warm_up: int = 150
    seed: int = 1


def losses(network: ReaderNetwork, batch: Batch) -> dict[str, Tensor]:
    """Mean cross-entropy of each layer, over the words that have gold for it."""
    with torch.autocast("cpu", torch.bfloat16):
        scores = network(batch.pieces, batch.shapes, batch.first, batch.last)
        labels = network.labels(scores.dependents, scores.governors, batch.heads.clamp(min=0))
    arcs = scores.arcs.float().masked_fill(~batch.visible, -1e4)
    known = batch.starts != IGNORED
    starts = functional.binary_cross_entropy_with_logits(
        scores.starts.float(), batch.starts.clamp(min=0).float(), known.float(), reduction="sum"
    )
    return {
        "upos": _cross_entropy(scores.upos, batch.upos),
        "xpos": _cross_entropy(scores.xpos, batch.xpos),
        "names": _cross_entropy(scores.names, batch.names),
        "starts": starts / known.sum().clamp(min=1),
        "heads": _cross_entropy(arcs, batch.heads),
        "labels": _cross_entropy(labels, batch.labels),
    }


def _cross_entropy(logits: Tensor, gold: Tensor) -> Tensor:
    total = functional.cross_entropy(
        logits.float().flatten(0, 1), gold.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return total / (gold != IGNORED).sum().clamp(min=1)


def train(
    network: ReaderNetwork,
    batches: BatchMaker,
    schedule: Schedule,
    checkpoint: Path,
    report: Callable[[str], None] = print,
) -> int:
    """Train in place and return the number of steps.

    The rate falls to zero by whichever comes first, the last step or the last minute; the weights
    are written to `checkpoint` every 500 steps and at the end.
    """
    optimiser = _optimiser(network, schedule)
    peaks = [group["lr"] for group in optimiser.param_groups]
    epoch = list(batches.epoch())
    total = max(1, int(len(epoch) * schedule.epochs))
    report(f"{len(epoch)} batches an epoch, {total} steps")
    begun = time.monotonic()
    step = words = 0
    running: Counter[str] = Counter()
    network.train()
    while True:
        for batch in epoch:
            minutes = (time.monotonic() - begun) / 60
            progress = max(step / total, minutes / schedule.minutes)
            if progress >= 1:
                torch.save(network.state_dict(), checkpoint)
                return step
            rate = min(1.0, (step + 1) / schedule.warm_up) * (1 - progress)
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            parts = losses(network, batch)
            loss = torch.stack([LOSS_WEIGHTS[name] * part for name, part in parts.items()]).sum()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            words += batch.words
            running.update({name: part.item() for name, part in parts.items()})
            if step % 100 == 0:
                means = " ".join(f"{name} {value / 100:.3f}" for name, value in running.items())
                pace = words / (60 * minutes + 1e-9)
                report(f"{step}/{total} {progress:.3f} {minutes:.1f} min {pace:.0f} w/s {means}")
                running.clear()
            if step % 500 == 0:
                torch.save(network.state_dict(), checkpoint)
        epoch = list(batches.epoch())


def _optimiser(network: ReaderNetwork, schedule: Schedule) -> torch.optim.AdamW:
    embeddings = [network.encoder.pieces.weight]
    fresh = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    fresh.append(network.encoder.shapes.weight)
    taken = {id(parameter) for parameter in (*embeddings, *fresh)}
    encoder = [p for p in network.parameters() if id(p) not in taken]
    return torch.optim.AdamW(
        [
            {"params": encoder, "lr": schedule.encoder_rate, "weight_decay": 0.01},
            {"params": embeddings, "lr": schedule.embedding_rate, "weight_decay": 0.0},
            {"params": fresh, "lr": schedule.head_rate, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
        fused=True,
    )
