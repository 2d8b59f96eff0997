"""A coding as tables in a terminal, readable at 80 columns and without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.exports.wording import (
    clean_line,
    word_act,
    word_amount,
    word_date,
    word_figure,
    word_participant,
    word_place,
    word_sources,
)
from dragoman.records import Coding, EventMention, Participant

_QUADS = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
_LONGEST_QUOTE = 160


def print_coding(coding: Coding, console: Console) -> None:
    """Print the coding: its report, the events, then whatever else there is to say."""
    console.print(_heading(coding))
    if coding.events:
        console.print(_events(coding.events))
    else:
        console.print(Padding(Text("no codable event", style="dim"), (0, 0, 1, 2)))
    for title, lines in _ledgers(coding):
        console.print(_section(title, lines))


def _heading(coding: Coding) -> Text:
    report = coding.report
    name = report.title or (report.origin if report.origin != "-" else report.id)
    known = [
        report.publisher,
        report.published.isoformat() if report.published else "no date given",
        f"{len(coding.events)} event{'' if len(coding.events) == 1 else 's'}",
    ]
    return Text.assemble(
        (clean_line(name), "bold"),
        "  ",
        (" · ".join(clean_line(part) for part in known if part), "dim"),
    )


def _events(events: Iterable[EventMention]) -> Table:
    table = Table(box=SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, padding=(0, 1))
    table.add_column("Who", ratio=10, overflow="fold")
    table.add_column("Did what", ratio=11, overflow="fold")
    table.add_column("To whom", ratio=9, overflow="fold")
    table.add_column("When, where", ratio=8, overflow="fold")
    for event in events:
        table.add_row(
            _participants(event.actors, "?"),
            _act(event),
            _participants(event.recipients, "–"),
            _setting(event),
        )
        table.add_row()
    return table


def _participants(participants: tuple[Participant, ...], nobody: str) -> Text:
    if not participants:
        return Text(nobody, style="dim")
    return Text("\n").join(Text(clean_line(word_participant(one))) for one in participants)


def _act(event: EventMention) -> RenderableType:
    lines = [
        Text(word_act(event), style=f"bold {_QUADS.get(event.quad, 'white')}"),
        Text(f"“{clean_line(event.trigger.quote)}”", style="italic"),
    ]
    if event.status != "actual":
        status = "background" if event.status == "historical" else event.status
        lines.append(Text(f"[{status}]", style="bold magenta"))
    if event.sources:
        lines.append(Text(f"says {clean_line(word_sources(event.sources))}", style="dim"))
    return Group(*lines)


def _setting(event: EventMention) -> RenderableType:
    lines = []
    if event.date:
        inferred = " (inferred)" if event.date.inferred else ""
        lines.append(Text(f"{word_date(event.date)}{inferred}"))
    if event.place:
        lines.append(Text(clean_line(word_place(event.place))))
    return Group(*lines) if lines else Text("–", style="dim")


def _section(title: str, lines: Iterable[str]) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column(width=2, justify="right")
    table.add_column(overflow="fold")
    for line in lines:
        table.add_row("·", Text(clean_line(line)))
    return Group(Text(title, style="bold"), table, Text())


def _ledgers(coding: Coding) -> Iterator[tuple[str, list[str]]]:
    places = {
        "Statements": _statements(coding),
        "Figures": _figures(coding),
        "Instruments": _instruments(coding),
        "Proceedings": _proceedings(coding),
        "Control": _control(coding),
    }
    yield from ((title, lines) for title, lines in places.items() if lines)


def _statements(coding: Coding) -> list[str]:
    return [
        f"{statement.source.name}"
        + (f" [{statement.stance}]" if statement.stance != "other" else "")
        + f": {_shortened(' … '.join(span.quote for span in statement.content))}"
        for statement in coding.statements
    ]


def _figures(coding: Coding) -> list[str]:
    lines = []
    whole = {figure.id: figure for figure in coding.figures}
    for figure in coding.figures:
        parts = [f"{'further ' if figure.additional else ''}{word_figure(figure)}"]
        if figure.part_of in whole:
            parts.append(f"of the {word_amount(whole[figure.part_of])}")
        if figure.place:
            parts.append(word_place(figure.place))
        if figure.since:
            parts.append(f"since {word_date(figure.since)}")
        if figure.until:
            parts.append(f"until {word_date(figure.until)}")
        if figure.sources:
            parts.append(f"says {word_sources(figure.sources)}")
        lines.append(" · ".join(parts))
    return lines


def _instruments(coding: Coding) -> list[str]:
    lines = []
    for instrument in coding.instruments:
        name = instrument.symbol or (instrument.evidence[0].quote if instrument.evidence else "?")
        day = f" · {word_date(instrument.date)}" if instrument.date else ""
        lines.append(f"{instrument.kind} {name}{day}")
    return lines


def _proceedings(coding: Coding) -> list[str]:
    lines = []
    for proceeding in coding.proceedings:
        parts = [f"{proceeding.court or 'a court'}: {proceeding.kind}"]
        if proceeding.parties:
            parts.append("; ".join(word_participant(party) for party in proceeding.parties))
        if proceeding.matter:
            parts.append(proceeding.matter)
        if proceeding.date:
            parts.append(word_date(proceeding.date))
        lines.append(" · ".join(parts))
    return lines


def _control(coding: Coding) -> list[str]:
    lines = []
    for held in coding.control:
        holder = word_participant(held.controller) if held.controller else "?"
        line = f"{word_place(held.place)}: {holder}"
        if held.extent == "partial":
            line += " (in part)"
        if held.from_:
            line += f", from {word_participant(held.from_)}"
        if held.since:
            line += f", since {word_date(held.since)}"
        lines.append(line)
    return lines


def _shortened(quote: str) -> str:
    text = " ".join(quote.split())
    if len(text) <= _LONGEST_QUOTE:
        return f"“{text}”"
    return f"“{text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …”"
