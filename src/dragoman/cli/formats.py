"""The forms in which `dragoman code` writes codings: each takes them one by one as they come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, TextIO

from dragoman.records import Coding

if TYPE_CHECKING:
    from rich.console import Console

Writer = Callable[[Iterator[Coding], TextIO], None]
_NARROWEST, _WIDEST = 80, 120


class Format(StrEnum):
    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


def write_json(codings: Iterator[Coding], stream: TextIO) -> None:
    """One object for one report, else an array."""
    from dragoman.exports.lines import dump_line

    first = next(codings, None)
    if first is None:
        stream.write("[]\n")
        return
    second = next(codings, None)
    if second is None:
        stream.write(dump_line(first) + "\n")
        return
    stream.write(f"[{dump_line(first)},\n {dump_line(second)}")
    for coding in codings:
        stream.write(",\n " + dump_line(coding))
    stream.write("]\n")


def write_jsonl(codings: Iterator[Coding], stream: TextIO) -> None:
    """One object a line, each on its way as soon as it is coded."""
    from dragoman.exports.lines import dump_line

    for coding in codings:
        stream.write(dump_line(coding) + "\n")
        stream.flush()


def write_html(codings: Iterator[Coding], stream: TextIO) -> None:
    """One page with all reports."""
    from dragoman.exports.page import write_page

    for piece in write_page(codings):
        stream.write(piece)


def write_table(codings: Iterator[Coding], stream: TextIO) -> None:
    """Tables for people."""
    from dragoman.exports.table import print_coding

    console = console_for(stream)
    for coding in codings:
        print_coding(coding, console)
        stream.flush()


def console_for(stream: TextIO) -> Console:
    """What prints for people: in colour on a terminal that wants it, 80 to 120 columns wide."""
    from rich.console import Console

    terminal = stream.isatty()
    return Console(
        file=stream,
        width=min(max(_columns(stream) if terminal else 0, _NARROWEST), _WIDEST),
        no_color=not terminal or bool(os.environ.get("NO_COLOR")),
        force_terminal=terminal,
        highlight=False,
        emoji=False,
        markup=False,
    )


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        return 0


WRITERS: dict[Format, Writer] = {
    Format.TABLE: write_table,
    Format.JSON: write_json,
    Format.JSONL: write_jsonl,
    Format.HTML: write_html,
}
