"""Why a report is coded as it is: what decided each record, what lost to it, what came near one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final, Literal

from spacy.tokens import Span

from dragoman.coding.what.rivals import Fate, Rival, find_rivals
from dragoman.errors import UsageError
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import Coding, EventMention, Report, TextSpan
from dragoman.records.codec import to_json
from dragoman.runs.reader import Reader

MODEL: Final = "model/"
"""How the `coder` of records begins that no lexicon entry decided."""
_CHAIN: Final = "chain-"
_PARTS: Final = {"verb": ("VERB",), "noun": ("NOUN", "PROPN"), "adjective": ("ADJ",)}
_LOST: Final = frozenset({"outranked", "refused"})
_NEARNESS: Final = {"silent": 0, "untold": 1, "refused": 2, "incomplete": 3}


@dataclass(frozen=True, slots=True)
class Explained:
    """A record, what kind of thing decided it, and the entries that lost at its words.

    `decider`: "lexicon entry", "governing word" … and where it is written down. The rivals that
    came closest stand first.
    """

    event: EventMention
    decider: str
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """What came near to a record in a sentence that has none, and why it is none.

    `silent`: an act that says too little; the others as in `Rival`.
    """

    sentence: str
    words: str
    type: str
    entry: str
    fate: Fate | Literal["silent"]
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A report's coding with its reasons; `missed` is in reading order, the nearest first."""

    coding: Coding
    records: tuple[Explained, ...]
    missed: tuple[Missed, ...]


def explain(reader: Reader, report: Report) -> Explanation:
    """The records of a report with their reasons. Raises InputError where it cannot be coded."""
    doc, coding, silent = reader.weigh(report)
    rivals = find_rivals(doc, reader.lexicon)
    records = tuple(
        Explained(event, _decider(reader.lexicon, event), tuple(_lost(event, rivals)))
        for event in coding.events
    )
    told = [span.start for event in coding.events for span in (event.trigger, *event.evidence)]
    missed = tuple(
        near
        for sentence in doc.sents
        if not any(sentence.start_char <= start < sentence.end_char for start in told)
        for near in _near(sentence, rivals, silent)
    )
    return Explanation(coding, records, missed)


def only(explanation: Explanation, ids: Collection[str]) -> Explanation:
    """The explanation of the named records alone. Raises UsageError where one is not there."""
    records = {record.event.id: record for record in explanation.records}
    for wanted in ids:
        if wanted not in records:
            there = f"it has {', '.join(records)}" if records else "it has none"
            raise UsageError(f"{_origin(explanation.coding.report)}: no record {wanted}: {there}")
    return Explanation(explanation.coding, tuple(records[wanted] for wanted in ids), ())


def to_jsonable(explanation: Explanation) -> dict[str, Any]:
    """The explanation as JSON: each record as `dragoman code` writes it, with its reasons."""
    coded = to_json(explanation.coding)
    events = {event["id"]: event for event in coded["events"]}
    return {
        "document": {key: coded["document"][key] for key in ("id", "title", "published")},
        "records": [
            {
                **events[record.event.id],
                "decider": record.decider,
                "rivals": [_rival_json(rival) for rival in record.rivals],
            }
            for record in explanation.records
        ],
        "missed": [
            {
                "sentence": near.sentence,
                "words": near.words,
                "type": near.type,
                "entry": near.entry,
                "fate": near.fate,
                "why": near.why,
            }
            for near in explanation.missed
        ],
    }


def words_of(rival: Rival) -> str:
    """The rival's words as the text has them, "…" where others stand between."""
    pieces: list[str] = []
    for place, token in enumerate(rival.words):
        if place and token.i != rival.words[place - 1].i + 1:
            pieces.append("…")
        pieces.append(token.text)
    return " ".join(pieces)


def _rival_json(rival: Rival) -> dict[str, Any]:
    return {
        "entry": rival.entry.id,
        "type": rival.entry.type,
        "pattern": rival.pattern.text,
        "words": words_of(rival),
        "fate": rival.fate,
        "why": rival.why,
        "behind": None if rival.behind is None else round(rival.behind, 2),
    }


def _origin(report: Report) -> str:
    return report.origin if report.origin != "-" else report.id


def _decider(lexicon: Lexicon, event: EventMention) -> str:
    entry = lexicon.triggers.by_id.get(event.coder)
    if entry is not None:
        return f"lexicon entry, {entry.file}"
    if event.coder.startswith(MODEL):
        return "the model's second opinion"
    if event.coder.partition("/")[2].startswith(_CHAIN):
        return "governing words, chains.toml"
    return "rule of mood and duty"


def _lost(event: EventMention, rivals: Iterable[Rival]) -> list[Rival]:
    """The entries that lost at a record's words, the closest first."""
    told = (event.trigger, *event.evidence)
    lost = [
        rival
        for rival in rivals
        if rival.fate in _LOST and rival.entry.id != event.coder and _within(rival, told)
    ]
    return sorted(lost, key=lambda rival: (rival.behind is None, rival.behind or 0.0))


def _within(rival: Rival, spans: Iterable[TextSpan]) -> bool:
    return any(span.start <= rival.head.idx < span.end for span in spans)


def _near(
    sentence: Span, rivals: Iterable[Rival], silent: Iterable[EventMention]
) -> Iterator[Missed]:
    """What a sentence without a record has of one, the nearest first."""
    told = sentence.text.strip()
    found = [
        Missed(told, event.trigger.quote, event.type, event.coder, "silent", event.path[-1])
        for event in silent
        if sentence.start_char <= event.trigger.start < sentence.end_char
    ]
    heads = {rival.head.i for rival in rivals if rival.fate in ("coded", "part", "untold")}
    for rival in rivals:
        if rival.head.i not in range(sentence.start, sentence.end) or rival.fate not in _NEARNESS:
            continue
        if rival.fate == "untold" or (rival.head.i not in heads and _fits(rival)):
            entry, words = rival.entry, words_of(rival)
            found.append(Missed(told, words, entry.type, entry.id, rival.fate, rival.why))
    yield from sorted(found, key=lambda near: _NEARNESS[near.fate])


def _fits(rival: Rival) -> bool:
    """Whether the word is of the pattern's part of speech: "police" is no verb of policing."""
    return rival.fate != "incomplete" or rival.head.pos_ in _PARTS.get(rival.pattern.part, ())
