"""Sentences as their writers mark them: one line an example, roles in brackets, triggers in braces.

    1 ASSAULT/aerial actual | [a1:Jets of the northern alliance] {1:bombed} [r1:a depot] near [p1:Tal]
    0 sport | The visitors {0:attacked} down the left all afternoon.

Before the bar stands one act a number: type, modes after a slash, status; acts are divided by a
semicolon. `0` and a reason say that the words in `{0:…}` tell no act. Brackets may be nested and
may bear several roles: a actor, r recipient, s source, p place, t time, f figure. A chain's whole
trigger is its governing word; a trigger in two parts is marked twice with the same number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from dragoman.ontology.codebook import load_codebook

ROLES: Final = {
    "a": "actor",
    "r": "recipient",
    "s": "source",
    "p": "place",
    "t": "time",
    "f": "figure",
}
STATUSES: Final = ("actual", "future", "hypothetical", "negated", "historical")
_OPEN = re.compile(r"\[((?:[arsptf]\d)+):|\{(\d):")
_ACT = re.compile(r"^(\d) ([A-Z]+)(?:/([a-z+-]+))? ([a-z]+)$")
_NONE = re.compile(r"^0 ([a-z-]+)$")


class MarkupError(ValueError):
    """A line that is not marked as it should be; says what is wrong."""


@dataclass(slots=True)
class _Act:
    type: str
    modes: list[str]
    status: str
    triggers: list[tuple[int, int]]
    roles: dict[str, list[tuple[int, int]]]


def read_line(line: str) -> dict[str, Any]:
    """One marked line as a record: `text`, `events`, `distractors`. Raises MarkupError."""
    head, bar, body = line.partition(" | ")
    if not bar:
        raise MarkupError("no ' | ' between the acts and the sentence")
    acts: dict[str, _Act] = {}
    reason = None
    for part in head.split(";"):
        part = part.strip()
        if none := _NONE.match(part):
            reason = none[1]
            continue
        found = _ACT.match(part)
        if found is None:
            raise MarkupError(f"not an act: {part!r}")
        acts[found[1]] = _checked(found[2], found[3], found[4])
    text, spans = _spans(body.strip())
    distractors = []
    for label, start, end in spans:
        if label == "0":
            distractors.append((start, end))
            continue
        for role, number in re.findall(r"([arsptf]?)(\d)", label):
            if number not in acts:
                raise MarkupError(f"{label}: no act {number}")
            act = acts[number]
            if role:
                act.roles.setdefault(ROLES[role], []).append((start, end))
            else:
                act.triggers.append((start, end))
    for number, act in acts.items():
        if not act.triggers:
            raise MarkupError(f"act {number} has no trigger {{{number}:…}}")
    if reason is not None and not distractors:
        raise MarkupError("0 without {0:…}")
    if not acts and reason is None:
        raise MarkupError("neither an act nor 0")
    return {
        "text": text,
        "events": [_event(text, act) for act in acts.values()],
        "distractors": [
            {**_span(text, start, end), "reason": reason or "background"}
            for start, end in distractors
        ],
    }


def _checked(type_: str, modes: str | None, status: str) -> _Act:
    codebook = load_codebook()
    if type_ not in codebook.types:
        raise MarkupError(f"no such type: {type_}")
    chosen = modes.split("+") if modes else []
    for mode in chosen:
        if mode not in codebook.types[type_].modes:
            raise MarkupError(
                f"{type_} has no mode {mode}; it has {', '.join(codebook.types[type_].modes)}"
            )
    if status not in STATUSES:
        raise MarkupError(f"no such status: {status}")
    return _Act(type_, chosen, status, [], {})


def _spans(body: str) -> tuple[str, list[tuple[str, int, int]]]:
    text: list[str] = []
    spans: list[tuple[str, int, int]] = []
    stack: list[tuple[str, int, str]] = []
    i = length = 0
    while i < len(body):
        opening = _OPEN.match(body, i)
        if opening:
            stack.append((opening[1] or opening[2], length, "]" if opening[1] else "}"))
            i = opening.end()
            continue
        character = body[i]
        if stack and character == stack[-1][2]:
            label, start, _ = stack.pop()
            if start == length:
                raise MarkupError(f"{label}: marks nothing")
            spans.append((label, start, length))
        elif character in "[]{}":
            raise MarkupError(f"stray {character} at {body[max(0, i - 15) : i + 15]!r}")
        else:
            text.append(character)
            length += 1
        i += 1
    if stack:
        raise MarkupError(f"{stack[-1][0]}: not closed")
    return "".join(text), sorted(spans, key=lambda span: (span[1], span[2]))


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "quote": text[start:end]}


def _event(text: str, act: _Act) -> dict[str, Any]:
    event: dict[str, Any] = {
        "trigger": [_span(text, *span) for span in act.triggers],
        "type": act.type,
        "modes": act.modes,
        "status": act.status,
    }
    for role in ROLES.values():
        event[role] = [_span(text, *span) for span in act.roles.get(role, [])]
    return event


def read_file(path: Path) -> Iterator[tuple[int, str, dict[str, Any] | MarkupError]]:
    """Line number, topic and record (or what is wrong) of each example of a marked file."""
    topic = "general"
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        line = line.strip()
        if line.startswith("# topic:"):
            topic = line.removeprefix("# topic:").strip()
        elif line and not line.startswith("#"):
            try:
                yield number, topic, read_line(line)
            except MarkupError as error:
                yield number, topic, error
