"""Marked sentences -> questions with their answers, redrawn every epoch.

A question marks words, who does it and to whom. At run time any of the three may be missing or
come from a parse, so training leaves some out and takes some from the parse. Every other verb of a
sentence is a question whose answer is "no event".
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import numpy as np
import torch
from spacy.tokens import Doc
from torch import Tensor
from training.events.network import ROLES, Answers

from dragoman.language.encoding import WordEncoder
from dragoman.language.frames import arguments
from dragoman.language.parse import parse_of
from dragoman.ontology.codebook import load_codebook
from dragoman.records.mention import Status

NO_EVENT = "NONE"
MASK_PIECE = 103
NO_TRIGGER, NO_ACTOR, NO_RECIPIENT, HIDDEN_TRIGGER, ONE_OF_MANY = 0.25, 0.15, 0.15, 0.1, 0.3
"""How often a question leaves out a part, hides the trigger's words, or names one party of many."""

Words = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Word indices of trigger, actors and recipients (a tuple a party), and the answer."""

    trigger: Words
    actors: tuple[Words, ...]
    recipients: tuple[Words, ...]
    type: str
    modes: tuple[str, ...] = ()
    status: str = "actual"
    weight: float = 1.0


@dataclass(slots=True)
class Sentence:
    """One text with all that is asked of it."""

    words: list[str]
    pieces: list[list[int]]
    shapes: list[int]
    questions: list[Question]
    negatives: list[Question] = field(default_factory=list)


def inventory() -> Answers:
    """All types, modes ("TYPE/mode") and statuses of the codebook."""
    types = load_codebook().types
    return Answers(
        (NO_EVENT, *types),
        tuple(f"{name}/{mode}" for name, type_ in types.items() for mode in type_.modes),
        get_args(Status),
    )


def read_records(paths: Sequence[Path]) -> list[dict[str, Any]]:
    """The records of JSONL files, in order."""
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def _covered(doc: Doc, span: dict[str, Any], indices: dict[int, int]) -> Words:
    found = doc.char_span(span["start"], span["end"], alignment_mode="expand")
    return tuple(indices[t.i] for t in found if t.i in indices) if found is not None else ()


def make_sentence(record: dict[str, Any], doc: Doc, encoder: WordEncoder) -> Sentence:
    """A record and its parse as questions; `doc` holds exactly the record's text."""
    kept = [token.i for token in doc if not token.is_space]
    indices = {token: word for word, token in enumerate(kept)}
    words = [doc[i].text for i in kept]
    split = [encoder.split(word) for word in words]
    questions = []
    told: set[int] = set()
    for event in record["events"]:
        trigger = tuple(w for s in event["trigger"] for w in _covered(doc, s, indices))
        told |= set(trigger)
        questions.append(
            Question(
                trigger,
                tuple(_covered(doc, s, indices) for s in event["actor"]),
                tuple(_covered(doc, s, indices) for s in event["recipient"]),
                event["type"],
                tuple(f"{event['type']}/{mode}" for mode in event["modes"]),
                event["status"],
                float(event.get("weight", 1.0)),
            )
        )
    tree = parse_of(doc)

    def phrases(heads: Sequence[int]) -> tuple[Words, ...]:
        spans = [range(*tree.phrase(head)) for head in heads]
        return tuple(tuple(indices[i] for i in span if i in indices) for span in spans)

    def unmarked(head: int, trigger: Words) -> Question:
        found = arguments(tree, head)
        doers = found.agents if found.passive else found.subjects
        return Question(trigger, phrases(doers), phrases(found.objects), NO_EVENT)

    for span in record.get("distractors", ()):
        trigger = _covered(doc, span, indices)
        if trigger:
            told |= set(trigger)
            questions.append(unmarked(kept[trigger[-1]], trigger))
    negatives = [
        unmarked(i, (word,))
        for word, i in enumerate(kept)
        if word not in told and tree.pos[i] == "VERB"
    ]
    return Sentence(words, [list(p) for p, _ in split], [s for _, s in split], questions, negatives)


class QuestionSampler:
    """Questions as the network sees them, drawn anew on each call."""

    def __init__(self, answers: Answers, seed: int) -> None:
        self.answers = answers
        self.types = {name: n for n, name in enumerate(answers.types)}
        self.modes = {name: n for n, name in enumerate(answers.modes)}
        self.statuses = {name: n for n, name in enumerate(answers.statuses)}
        self.random = random.Random(seed)

    def epoch(self, sentences: Sequence[Sentence]) -> list[tuple[Sentence, Question, bool]]:
        """Each question once, some parts left out, and one other verb a sentence; shuffled."""
        drawn = []
        for sentence in sentences:
            for question in sentence.questions:
                drawn.append((sentence, *self._vary(sentence, question)))
            if sentence.negatives and self.random.random() < 0.6:
                drawn.append((sentence, self.random.choice(sentence.negatives), False))
        self.random.shuffle(drawn)
        return drawn

    def _vary(self, sentence: Sentence, question: Question) -> tuple[Question, bool]:
        actors, recipients = question.actors, question.recipients
        trigger = question.trigger
        draw = self.random.random
        if len(actors) > 1 and draw() < ONE_OF_MANY:
            if not recipients and question.type != NO_EVENT:
                first = self.random.randrange(len(actors))
                recipients = tuple(a for n, a in enumerate(actors) if n != first)
                actors = (actors[first],)
            else:
                actors = (self.random.choice(actors),)
        if len(recipients) > 1 and draw() < ONE_OF_MANY:
            recipients = (self.random.choice(recipients),)
        if actors and recipients and question.type != NO_EVENT and draw() < NO_TRIGGER:
            pair = (question.actors, question.recipients)
            if not any(
                (q.actors, q.recipients) == pair and q.type != question.type
                for q in sentence.questions
            ):
                trigger = ()
        if trigger:
            actors = () if draw() < NO_ACTOR else actors
            recipients = () if draw() < NO_RECIPIENT else recipients
        hidden = bool(trigger) and question.type != NO_EVENT and draw() < HIDDEN_TRIGGER
        varied = Question(
            trigger, actors, recipients, question.type, question.modes, question.status,
            question.weight,
        )  # fmt: skip
        return varied, hidden


@dataclass(frozen=True, slots=True)
class Batch:
    """Questions padded to one length; gold as indices, modes as 0/1 with those of the type known."""

    pieces: Tensor
    shapes: Tensor
    roles: Tensor
    types: Tensor
    modes: Tensor
    known_modes: Tensor
    statuses: Tensor
    weights: Tensor


def encode(sentence: Sentence, question: Question, hidden: bool) -> tuple[list[int], list[int], np.ndarray]:
    """Pieces, shapes and role masks [roles, s] of one question."""
    pieces, shapes = [101], [0]
    marks = [
        set(question.trigger),
        {w for party in question.actors for w in party},
        {w for party in question.recipients for w in party},
    ]
    rows: list[list[float]] = [[0.0] for _ in ROLES]
    for word, (own, shape) in enumerate(zip(sentence.pieces, sentence.shapes, strict=True)):
        pieces += [MASK_PIECE] * len(own) if hidden and word in marks[0] else own
        shapes += [shape] * len(own)
        for row, marked in zip(rows, marks, strict=True):
            row += [float(word in marked)] * len(own)
    pieces, shapes = pieces[:255] + [102], shapes[:255] + [0]
    masks = np.zeros((len(ROLES), len(pieces)), np.float32)
    for n, row in enumerate(rows):
        masks[n, : len(pieces) - 1] = row[: len(pieces) - 1]
    return pieces, shapes, masks


def batches(
    drawn: Sequence[tuple[Sentence, Question, bool]], sampler: QuestionSampler, pieces: int = 1024
) -> Iterator[Batch]:
    """Batches of up to `pieces` subwords, questions of like length together."""
    encoded = [(encode(*item), item[1]) for item in drawn]
    order = sorted(
        range(len(encoded)), key=lambda k: len(encoded[k][0][0]) + sampler.random.random() * 8
    )
    groups: list[list[int]] = [[]]
    for k in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(encoded[k][0][0]) > pieces:
            groups.append([])
        groups[-1].append(k)
    sampler.random.shuffle(groups)
    for group in groups:
        yield _batch([encoded[k] for k in group], sampler)


def _batch(rows: list[tuple[tuple[list[int], list[int], np.ndarray], Question]], sampler: QuestionSampler) -> Batch:
    longest = max(len(row[0][0]) for row in rows)
    size = len(rows)
    pieces = np.zeros((size, longest), np.int64)
    shapes = np.zeros((size, longest), np.int64)
    roles = np.zeros((size, len(ROLES), longest), np.float32)
    modes = np.zeros((size, len(sampler.modes)), np.float32)
    known = np.zeros((size, len(sampler.modes)), np.float32)
    for n, ((p, s, m), question) in enumerate(rows):
        pieces[n, : len(p)], shapes[n, : len(s)], roles[n, :, : m.shape[1]] = p, s, m
        for name, k in sampler.modes.items():
            if name.partition("/")[0] == question.type:
                known[n, k] = 1.0
        for name in question.modes:
            modes[n, sampler.modes[name]] = 1.0
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(shapes),
        torch.from_numpy(roles),
        torch.tensor([sampler.types[q.type] for _, q in rows]),
        torch.from_numpy(modes),
        torch.from_numpy(known),
        torch.tensor([sampler.statuses[q.status] for _, q in rows]),
        torch.tensor([q.weight for _, q in rows]),
    )
