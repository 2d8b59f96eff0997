"""Marked sentences -> questions with their answers, redrawn every epoch.

A question marks words, who does it and to whom. At run time any of the three may be missing or
come from a parse, so training leaves some out and takes some from the parse. Every other verb of a
sentence is a question whose answer is "no event".
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, get_args

import numpy as np
import numpy.typing as npt
import torch
from spacy.tokens import Doc
from torch import Tensor
from training.events.network import ROLES, Answers

from dragoman.language.frames import predicate_sides
from dragoman.language.parse import parse_of
from dragoman.language.states import Halves, states_of
from dragoman.ontology.codebook import load_codebook
from dragoman.records.mention import Status

NO_EVENT = "NONE"
PAIR_ONLY, NO_ACTOR, NO_RECIPIENT, HIDDEN_TRIGGER, ONE_OF_MANY, AS_PARSED = (
    0.7,
    0.15,
    0.15,
    0.1,
    0.3,
    0.3,
)
"""How often a question is asked again of the parties alone, leaves a side out, hides the trigger's
words, names one party of many, or is asked as the parse would have it."""

MOST_COMPANY = 6

Words = tuple[int, ...]
Masks = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Question:
    """Word indices of trigger, actors and recipients (a tuple a party), and the answer.

    `parsed`: what the parse alone would ask instead, the trigger's verb and its arguments.
    """

    trigger: Words
    actors: tuple[Words, ...]
    recipients: tuple[Words, ...]
    type: str
    modes: tuple[str, ...] = ()
    status: str = "actual"
    parsed: tuple[Words, tuple[Words, ...], tuple[Words, ...]] | None = None


@dataclass(slots=True)
class Sentence:
    """One text with all that is asked of it; word i has the subwords of `spans[i]`."""

    words: list[str]
    pieces: Halves
    spans: list[tuple[int, int]]
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


def _covered(doc: Doc, span: dict[str, Any], start: int, indices: dict[int, int]) -> Words:
    found = doc.char_span(start + span["start"], start + span["end"], alignment_mode="expand")
    return tuple(indices[t.i] for t in found if t.i in indices) if found is not None else ()


def read_sentences(
    records: Sequence[dict[str, Any]], parse: Callable[[str], Doc], seed: int
) -> list[Sentence]:
    """All records as questions, each read in the company of a few others.

    The reader's embeddings tell where in its window a word stands, so a sentence must be seen at
    all places. Raises ValueError where another pipeline than the bundled one has parsed.
    """
    draw = random.Random(seed)
    order = list(range(len(records)))
    draw.shuffle(order)
    found: list[Sentence | None] = [None] * len(records)
    while order:
        group, order = order[: (size := draw.randint(1, MOST_COMPANY))], order[size:]
        gap = draw.choice(("\n\n", "\n", " "))
        text, starts = "", []
        for k in group:
            starts.append(len(text))
            text += records[k]["text"] + gap
        doc = parse(text)
        for k, start in zip(group, starts, strict=True):
            found[k] = make_sentence(records[k], doc, start)
    return [sentence for sentence in found if sentence is not None]


def make_sentence(record: dict[str, Any], doc: Doc, start: int = 0) -> Sentence:
    """A record that stands at `start` of a parsed text, as questions."""
    states = states_of(doc)
    if states is None:
        raise ValueError("the second opinion learns from the bundled reader's states alone")
    within = range(start, start + len(record["text"]))
    kept = [token.i for token in doc if not token.is_space and token.idx in within]
    indices = {token: word for word, token in enumerate(kept)}
    words = [doc[i].text for i in kept]
    tree = parse_of(doc)

    def parsed(head: int, trigger: Words) -> tuple[Words, tuple[Words, ...], tuple[Words, ...]]:
        spans = [[range(*tree.phrase(k)) for k in side] for side in predicate_sides(tree, head)]
        doers, others = (
            tuple(tuple(indices[i] for i in span if i in indices) for span in side)
            for side in spans
        )
        return trigger, doers, others

    questions = []
    told: set[int] = set()
    for event in record["events"]:
        trigger = tuple(w for s in event["trigger"] for w in _covered(doc, s, start, indices))
        told |= set(trigger)
        questions.append(
            Question(
                trigger,
                tuple(_covered(doc, s, start, indices) for s in event["actor"]),
                tuple(_covered(doc, s, start, indices) for s in event["recipient"]),
                event["type"],
                tuple(f"{event['type']}/{mode}" for mode in event["modes"]),
                event["status"],
                parsed=next(
                    (parsed(kept[w], (w,)) for w in trigger if tree.pos[kept[w]] == "VERB"), None
                ),
            )
        )

    def unmarked(head: int, trigger: Words) -> Question:
        return Question(*parsed(head, trigger), NO_EVENT)

    for span in record.get("distractors", ()):
        trigger = _covered(doc, span, start, indices)
        if trigger:
            told |= set(trigger)
            questions.append(unmarked(kept[trigger[-1]], trigger))
    negatives = [
        unmarked(i, (word,))
        for word, i in enumerate(kept)
        if word not in told and tree.pos[i] == "VERB"
    ]
    low, high = int(states.first[kept[0]]), int(states.end[kept[-1]])
    spans = [(int(states.first[i]) - low, int(states.end[i]) - low) for i in kept]
    return Sentence(words, states.pieces[low:high], spans, questions, negatives)


Drawn = tuple[Sentence, Question, bool]
"""A question of a sentence, and whether its trigger's words are hidden."""


class QuestionSampler:
    """Questions as the network sees them, drawn anew on each call."""

    def __init__(self, answers: Answers, seed: int) -> None:
        self.answers = answers
        self.types = {name: n for n, name in enumerate(answers.types)}
        self.modes = {name: n for n, name in enumerate(answers.modes)}
        self.statuses = {name: n for n, name in enumerate(answers.statuses)}
        self.random = random.Random(seed)

    def epoch(self, sentences: Sequence[Sentence]) -> list[Drawn]:
        """Each question once, some parts left out, and one other verb a sentence; shuffled."""
        drawn = []
        for sentence in sentences:
            for question in sentence.questions:
                drawn.append((sentence, *self._vary(question)))
                if self._tells_alone(sentence, question) and self.random.random() < PAIR_ONLY:
                    drawn.append((sentence, *self._vary(replace(question, trigger=()))))
            if sentence.negatives and self.random.random() < 0.6:
                drawn.append((sentence, self.random.choice(sentence.negatives), False))
        self.random.shuffle(drawn)
        return drawn

    @staticmethod
    def _tells_alone(sentence: Sentence, question: Question) -> bool:
        """Whether the two parties alone say which act of the sentence is meant."""
        if question.type == NO_EVENT or len(question.actors) + len(question.recipients) < 2:
            return False
        pair = (question.actors, question.recipients)
        return all(
            q.type == question.type or (q.actors, q.recipients) != pair for q in sentence.questions
        )

    def _vary(self, question: Question) -> tuple[Question, bool]:
        actors, recipients = question.actors, question.recipients
        trigger = question.trigger
        draw = self.random.random
        split = not trigger and not recipients
        if len(actors) > 1 and (split or draw() < ONE_OF_MANY):
            if not recipients and question.type != NO_EVENT:  # "France and Chad": one to the other
                first = self.random.randrange(len(actors))
                recipients = tuple(a for n, a in enumerate(actors) if n != first)
                actors = (actors[first],)
            else:
                actors = (self.random.choice(actors),)
        if len(recipients) > 1 and draw() < ONE_OF_MANY:
            recipients = (self.random.choice(recipients),)
        if trigger and question.parsed is not None and draw() < AS_PARSED:
            trigger, actors, recipients = question.parsed
        if trigger:
            actors = () if draw() < NO_ACTOR else actors
            recipients = () if draw() < NO_RECIPIENT else recipients
        hidden = bool(trigger) and question.type != NO_EVENT and draw() < HIDDEN_TRIGGER
        varied = replace(question, trigger=trigger, actors=actors, recipients=recipients)
        return varied, hidden


@dataclass(frozen=True, slots=True)
class Batch:
    """Questions padded to one length; gold as indices, modes as 0/1 with those of the type known."""

    pieces: Tensor
    roles: Tensor
    here: Tensor
    types: Tensor
    modes: Tensor
    known_modes: Tensor
    statuses: Tensor


def role_masks(sentence: Sentence, question: Question) -> Masks:
    """[roles, subwords], 1 where a subword plays the role."""
    masks = np.zeros((len(ROLES), len(sentence.pieces)), np.float32)
    marked = (
        question.trigger,
        [word for party in question.actors for word in party],
        [word for party in question.recipients for word in party],
    )
    for row, words in zip(masks, marked, strict=True):
        for word in words:
            first, end = sentence.spans[word]
            row[first:end] = 1.0
    return masks


def batches(drawn: Sequence[Drawn], sampler: QuestionSampler, size: int = 1024) -> Iterator[Batch]:
    """Batches of up to `size` subwords, sentences of like length together."""
    order = sorted(
        range(len(drawn)), key=lambda k: len(drawn[k][0].pieces) + sampler.random.random() * 6
    )
    groups: list[list[int]] = [[]]
    for k in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(drawn[k][0].pieces) > size:
            groups.append([])
        groups[-1].append(k)
    sampler.random.shuffle(groups)
    for group in groups:
        yield make_batch([drawn[k] for k in group], sampler)


def make_batch(rows: Sequence[Drawn], sampler: QuestionSampler) -> Batch:
    """One batch of questions."""
    size, longest = len(rows), max(len(sentence.pieces) for sentence, _, _ in rows)
    pieces = np.zeros((size, longest, rows[0][0].pieces.shape[1]), np.float32)
    roles = np.zeros((size, len(ROLES), longest), np.float32)
    here = np.zeros((size, longest), np.float32)
    modes = np.zeros((size, len(sampler.modes)), np.float32)
    known = np.zeros((size, len(sampler.modes)), np.float32)
    for n, (sentence, question, hidden) in enumerate(rows):
        length = len(sentence.pieces)
        pieces[n, :length] = sentence.pieces
        roles[n, :, :length] = role_masks(sentence, question)
        here[n, :length] = 1.0
        if hidden:
            pieces[n, roles[n, 0] > 0] = 0.0
        for name, k in sampler.modes.items():
            if name.partition("/")[0] == question.type:
                known[n, k] = 1.0
        for name in question.modes:
            modes[n, sampler.modes[name]] = 1.0
    return Batch(
        torch.from_numpy(pieces),
        torch.from_numpy(roles),
        torch.from_numpy(here),
        torch.tensor([sampler.types[question.type] for _, question, _ in rows]),
        torch.from_numpy(modes),
        torch.from_numpy(known),
        torch.tensor([sampler.statuses[question.status] for _, question, _ in rows]),
    )
