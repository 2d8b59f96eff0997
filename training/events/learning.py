"""The training loop of the second opinion: AdamW, warm-up, linear decay."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional
from training.events.examples import Batch, QuestionSampler, Sentence, batches
from training.events.network import OpinionNetwork

MODE_WEIGHT, STATUS_WEIGHT, SMOOTHING = 0.7, 0.4, 0.05


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast to learn; rates are peaks."""

    epochs: float = 6
    minutes: float = 30
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    warm_up: float = 0.06
    seed: int = 1


def loss_of(network: OpinionNetwork, batch: Batch, no_event: int) -> Tensor:
    """Weighted cross-entropy of type, modes of the gold type, and status of what is an event."""
    with torch.autocast("cpu", torch.bfloat16):
        types, modes, statuses = network(batch.pieces, batch.roles, batch.here)
    by_type = functional.cross_entropy(
        types.float(), batch.types, label_smoothing=SMOOTHING, reduction="none"
    )
    told = (batch.types != no_event).float()
    by_status = functional.cross_entropy(statuses.float(), batch.statuses, reduction="none") * told
    each = functional.binary_cross_entropy_with_logits(modes.float(), batch.modes, reduction="none")
    by_mode = (each * batch.known_modes).sum(1)
    total = by_type + STATUS_WEIGHT * by_status + MODE_WEIGHT * by_mode
    mean: Tensor = total.mean()
    return mean


def train(
    network: OpinionNetwork,
    sampler: QuestionSampler,
    sentences: Sequence[Sentence],
    schedule: Schedule,
    report: Callable[[str], None] = print,
    each_epoch: Callable[[], str] | None = None,
) -> int:
    """Train in place and return the number of steps; `each_epoch` is asked for a line of figures."""
    encoder = list(network.layers.parameters())
    taken = {id(p) for p in encoder}
    fresh = [p for p in network.parameters() if id(p) not in taken]
    optimiser = torch.optim.AdamW(
        [
            {"params": encoder, "lr": schedule.encoder_rate, "weight_decay": 0.01},
            {"params": fresh, "lr": schedule.head_rate, "weight_decay": 0.01},
        ],
        betas=(0.9, 0.98),
    )
    peaks = [group["lr"] for group in optimiser.param_groups]
    no_event = 0
    epoch = list(batches(sampler.epoch(sentences), sampler))
    total = max(1, int(len(epoch) * schedule.epochs))
    warm_up = max(1, int(total * schedule.warm_up))
    report(f"{len(epoch)} batches an epoch, {total} steps")
    begun = time.monotonic()
    step, running = 0, 0.0
    while True:
        network.train()
        for batch in epoch:
            minutes = (time.monotonic() - begun) / 60
            progress = max(step / total, minutes / schedule.minutes)
            if progress >= 1:
                return step
            rate = min(1.0, (step + 1) / warm_up) * (1 - progress)
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * rate
            loss = loss_of(network, batch, no_event)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            running += loss.item()
            if step % 50 == 0:
                report(f"{step}/{total} {minutes:.1f} min loss {running / 50:.3f}")
                running = 0.0
        if each_epoch is not None:
            report(each_epoch())
        epoch = list(batches(sampler.epoch(sentences), sampler))
