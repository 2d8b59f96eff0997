"""How far the network came on sentences of a writer it never learned from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional
from training.events.examples import (
    NO_EVENT,
    Drawn,
    Question,
    QuestionSampler,
    Sentence,
    make_batch,
)
from training.events.network import OpinionNetwork

from dragoman.evaluation.event_types import score_labels

Floats = npt.NDArray[np.float32]
BATCH = 48


@dataclass(frozen=True, slots=True)
class Figures:
    """Macro F1 and accuracy over types and "no event"; the same of the parties alone, without a
    trigger; the share of right statuses, and of other verbs that were taken for no event."""

    type_f1: float
    type_accuracy: float
    pair_f1: float
    status: float
    other_verbs: float


def answers_to(
    network: OpinionNetwork, sampler: QuestionSampler, asked: Sequence[Drawn]
) -> tuple[Floats, Floats]:
    """Logits [questions, types] and [questions, statuses]."""
    network.eval()
    types = np.zeros((len(asked), len(sampler.types)), np.float32)
    statuses = np.zeros((len(asked), len(sampler.statuses)), np.float32)
    order = sorted(range(len(asked)), key=lambda k: len(asked[k][0].pieces))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            batch = make_batch([asked[k] for k in rows], sampler)
            found = network(batch.pieces, batch.roles, batch.here)
            types[rows], statuses[rows] = found[0].float().numpy(), found[2].float().numpy()
    return types, statuses


def figures_of(
    network: OpinionNetwork, sampler: QuestionSampler, sentences: Sequence[Sentence]
) -> Figures:
    """The figures over all questions of the sentences."""
    names = list(sampler.types)
    asked: list[Drawn] = [(s, q, False) for s in sentences for q in s.questions]
    types, statuses = answers_to(network, sampler, asked)
    gold = [q.type for _, q, _ in asked]
    score = score_labels(gold, [names[k] for k in types.argmax(1)])
    events = [k for k, name in enumerate(gold) if name != NO_EVENT]
    states = list(sampler.statuses)
    right = [states[statuses[k].argmax()] == asked[k][1].status for k in events]
    pairs: list[Drawn] = [
        (s, Question((), q.actors, q.recipients, q.type), False)
        for s, q, _ in asked
        if q.actors and q.recipients and q.type != NO_EVENT
    ]
    alone = answers_to(network, sampler, pairs)[0]
    pair = score_labels(
        [q.type for _, q, _ in pairs], [names[1 + k] for k in alone[:, 1:].argmax(1)]
    )
    others = answers_to(network, sampler, [(s, q, False) for s in sentences for q in s.negatives])[
        0
    ]
    return Figures(
        round(score.macro_f1, 3),
        round(score.accuracy, 3),
        round(pair.macro_f1, 3),
        round(sum(right) / len(right), 3),
        round(float((others.argmax(1) == 0).mean()), 3),
    )


def best_temperature(
    network: OpinionNetwork, sampler: QuestionSampler, sentences: Sequence[Sentence]
) -> float:
    """What to divide logits by, so that probabilities of types are right as often as they say."""
    asked: list[Drawn] = [(s, q, False) for s in sentences for q in (*s.questions, *s.negatives)]
    logits = torch.from_numpy(answers_to(network, sampler, asked)[0])
    gold = torch.tensor([sampler.types[q.type] for _, q, _ in asked])
    tried = [0.6 + 0.05 * k for k in range(40)]
    return min(tried, key=lambda t: float(functional.cross_entropy(logits / t, gold)))
