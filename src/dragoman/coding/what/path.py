"""The steps that shaped an act in words: short lines, quoting the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from spacy.tokens import Doc

from dragoman.coding.what.acts import Act
from dragoman.coding.what.steps import Kind, Step
from dragoman.language.opinion import NO_EVENT

_LINES: Final[Mapping[Kind, str]] = {
    "match": "{words} matches {detail}",
    "light": "light verb {words}{detail}",
    "part": "{words} is part of it ({detail})",
    "mode": "mode {detail}: {words}",
    "dropped": "{words} {detail}",
}
_CHANGED: Final[Mapping[Kind, tuple[str, str]]] = {
    "governor": ("{words} over {first} makes it {last}", "{words} over {first}: {last}"),
    "mood": ("{words} turns {first} into {last}", "{words} leaves {first} {last}"),
    "also": ("the words of {first} tell {last} as well", ""),
    "duty": ("{words} makes it {last}", ""),
}
"""Where one type becomes another, and where a type gets a status."""
_LEAST: Final = 0.05
"""The least probability that is worth a word."""


def path_of(doc: Doc, act: Act) -> tuple[str, ...]:
    """What shaped the act, in the order in which it did, then where those in it stand."""
    lines = [word_step(doc, step) for step in act.steps if step.kind != "place"]
    if act.opinion is not None:
        lines.append(word_opinion(act.opinion.types))
    return tuple(dict.fromkeys((*lines, *_participants(doc, act))))


def why_dropped(doc: Doc, act: Act) -> str:
    """Why an act that was let drop is none."""
    for step in reversed(act.steps):
        if step.kind == "dropped":
            return word_step(doc, step).strip()
    if act.opinion is not None:
        return word_opinion(act.opinion.types)
    return "it belongs to another act"


def word_step(doc: Doc, step: Step) -> str:
    """One step in words: '“refused” over CONSULT makes it REJECT'."""
    words = _quoted(doc, step.tokens)
    if step.kind not in _CHANGED:
        return _LINES[step.kind].format(words=words, detail=step.detail)
    first, _, last = step.detail.partition(" ")
    changed, kept = _CHANGED[step.kind]
    form = changed if not kept or last.isupper() else kept
    return form.format(words=words, first=first, last=last or first)


def word_opinion(types: Mapping[str, float]) -> str:
    """The model's answer: "the model: SANCTION .81, COERCE .12, no event .05"."""
    likely = sorted(types.items(), key=lambda item: -item[1])
    told = [
        f"{'no event' if name == NO_EVENT else name} {_share(share)}"
        for rank, (name, share) in enumerate(likely)
        if share >= _LEAST or rank == 0
    ]
    return f"the model: {', '.join(told)}"


def _share(probability: float) -> str:
    return f"{probability:.2f}".removeprefix("0")


def _participants(doc: Doc, act: Act) -> Iterator[str]:
    """Where the actors and recipients stand; the first place that was kept for each."""
    places: dict[int, Step] = {}
    for step in act.steps:
        if step.kind == "place":
            places.setdefault(step.tokens[0], step)
    sides = (("actor", act.actors), ("recipient", act.recipients))
    for side, people in sides:
        for who in people:
            if who in places:
                yield f"{side} {_word_place(doc, places[who])}"
    if act.by_speaker and not act.actors:
        yield "actor: whoever the words belong to"


def _word_place(doc: Doc, step: Step) -> str:
    who, *things, anchor = step.tokens
    owned = f"owner of {_quoted(doc, things)}, " if things else ""
    name = _quoted(doc, _name(doc, who))
    return f"{name}: {owned}{step.detail} of {_quoted(doc, (anchor,))}"


def _name(doc: Doc, k: int) -> range:
    """The tokens of the name that a token belongs to, else the token alone."""
    start, end = k, k + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while doc[k].ent_type_ and end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return range(start, end)


def _quoted(doc: Doc, tokens: Sequence[int]) -> str:
    """The tokens as the text has them, "…" where others stand between; empty for none."""
    pieces: list[str] = []
    for place, k in enumerate(tokens):
        if place and k != tokens[place - 1] + 1:
            pieces.append("…")
        pieces.append(doc[k].text)
    return f"“{' '.join(pieces)}”" if pieces else ""
