"""An explanation as text for a terminal: a block a record, readable at 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.coding.what.rivals import Rival
from dragoman.exports.wording import (
    clean_line,
    word_act,
    word_date,
    word_participant,
    word_place,
)
from dragoman.records import EventMention, Report, TextSpan
from dragoman.runs.explain import Explained, Explanation, Missed, words_of

_SHOWN = 3
"""Rivals of a record, and near misses of a sentence, unless all are asked for."""
_LONGEST = 44
_LABEL = 8


def print_explanation(
    explanation: Explanation, console: Console, *, everything: bool = False
) -> None:
    """Print each record's block, then what came near to one in the sentences without."""
    report = explanation.coding.report
    if report.title or report.origin not in ("-", "the sentence"):
        console.print(Text(clean_line(report.title or report.origin), style="bold"))
    for record in explanation.records:
        _print_record(record, report, console, everything=everything)
    if not explanation.coding.events:
        console.print("no record")
    _print_missed(explanation, console, everything=everything)


def _print_record(record: Explained, report: Report, console: Console, *, everything: bool) -> None:
    event = record.event
    who = "; ".join(map(word_participant, event.actors)) or "?"
    whom = "; ".join(map(word_participant, event.recipients)) or "–"
    told = Text.assemble(
        (event.id, "bold"), " ", (word_act(event), "bold cyan"), f" “{event.trigger.quote}”"
    )
    console.print(told)
    grid = _grid()
    for label, lines in _rows(record, report, everything=everything):
        for place, line in enumerate(lines):
            grid.add_row("" if place else label, Text(clean_line(line)))
    console.print(Padding(Text(clean_line(f"{who} → {whom}")), (0, 0, 0, 4), expand=False))
    console.print(Padding(grid, (0, 0, 1, 4), expand=False))


def _grid() -> Table:
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    grid.add_column(width=_LABEL, style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _rows(
    record: Explained, report: Report, *, everything: bool
) -> Iterator[tuple[str, Iterable[str]]]:
    """Labels with their lines."""
    event = record.event
    share = f"{event.confidence:.2f}".removeprefix("0")
    yield "decided", (f"{event.coder} ({record.decider}), confidence {share}",)
    yield "path", event.path
    yield "status", (event.status,)
    yield "date", (_date(event, report),)
    yield "place", (_place(event),)
    yield "sources", tuple(_sources(event))
    yield "rivals", tuple(_rivals(record.rivals, everything=everything)) or ("none",)


def _date(event: EventMention, report: Report) -> str:
    date = event.date
    if date is None:
        return "none told" if report.published else "none told, and the report is not dated"
    if date.inferred and not date.evidence:
        return f"{word_date(date)}, inferred: the report's own day"
    how = "inferred from" if date.inferred else "from"
    return f"{word_date(date)}, {how} {_quotes(date.evidence)}"


def _place(event: EventMention) -> str:
    if event.place is None:
        return "none told"
    return f"{word_place(event.place)}, from {_quotes(event.place.evidence)}"


def _sources(event: EventMention) -> Iterator[str]:
    for source in event.sources:
        cue = f", by “{source.cue.quote}”" if source.cue else ""
        yield f"{source.name}{cue}"
    if not event.sources:
        yield "the report itself"


def _quotes(spans: Iterable[TextSpan]) -> str:
    return ", ".join(f"“{span.quote}”" for span in spans) or "the report"


def _rivals(rivals: tuple[Rival, ...], *, everything: bool) -> Iterator[str]:
    shown = rivals if everything else rivals[:_SHOWN]
    for rival in shown:
        yield f"{rival.entry.id} at “{words_of(rival)}”: {_loss(rival)}"
    if len(rivals) > len(shown):
        yield f"and {len(rivals) - len(shown)} more (--all)"


def _loss(rival: Rival) -> str:
    if rival.behind is None:
        return f"refused, {rival.why}"
    if rival.behind < 0.05:
        return f"as good as {rival.why}, which goes first"
    return f"{rival.behind:.1f} behind {rival.why}"


def _print_missed(explanation: Explanation, console: Console, *, everything: bool) -> None:
    """A line for each near miss; of a text with records only acts that were found and let drop."""
    sentences: dict[str, list[Missed]] = {}
    for near in explanation.missed:
        serious = near.fate in ("silent", "untold")
        if serious or everything or not explanation.coding.events:
            sentences.setdefault(near.sentence, []).append(near)
    if not sentences:
        if not explanation.coding.events:
            console.print("none of its words is in an entry that fits it")
        return
    console.print("not coded:" if explanation.coding.events else "what came nearest:", style="bold")
    for sentence, near_misses in sentences.items():
        if len(sentences) > 1 or explanation.coding.events:
            console.print(
                Padding(Text(_short(sentence, 72), style="italic"), (0, 0, 0, 2), expand=False)
            )
        shown = near_misses if everything else near_misses[: 2 * _SHOWN]
        for near in shown:
            line = f"“{near.words}” {near.type} by {near.entry}: {_miss(near)}"
            console.print(Padding(Text(clean_line(line)), (0, 0, 0, 4), expand=False))
        if len(near_misses) > len(shown):
            console.print(
                Padding(
                    f"and {len(near_misses) - len(shown)} more (--all)", (0, 0, 0, 4), expand=False
                )
            )


def _miss(near: Missed) -> str:
    if near.fate == "incomplete":
        return f"it wants “{_short(near.why, _LONGEST)}”"
    return f"refused, {near.why}" if near.fate == "refused" else near.why


def _short(text: str, length: int) -> str:
    line = clean_line(text)
    return line if len(line) <= length else line[:length].rstrip() + " …"
