"""The table on a terminal and elsewhere; JSON that is written as it comes."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from dragoman.cli.formats import write_json, write_jsonl, write_table

if TYPE_CHECKING:
    from dragoman.records import Coding

COLOURS = re.compile(r"\x1b\[[\d;]*3[0-7][\d;]*m")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def table(sample: Coding, stream: io.StringIO) -> str:
    write_table(iter([sample]), stream)
    return stream.getvalue()


def test_colour_on_a_terminal_alone(sample: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert COLOURS.search(table(sample, Terminal()))
    assert "\x1b" not in table(sample, io.StringIO())


def test_no_colour_where_nobody_wants_it(sample: Coding, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOURS.search(table(sample, Terminal()))


def test_lines_are_written_before_the_next_report_is_coded(sample: Coding) -> None:
    stream = io.StringIO()
    written: list[int] = []

    def codings() -> Iterator[Coding]:
        for _ in range(3):
            written.append(stream.getvalue().count("\n"))
            yield sample

    write_jsonl(codings(), stream)
    assert written == [0, 1, 2]


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_json_is_one_object_or_an_array(sample: Coding, count: int) -> None:
    stream = io.StringIO()
    write_json(iter([sample] * count), stream)
    parsed = json.loads(stream.getvalue())
    assert isinstance(parsed, dict) if count == 1 else len(parsed) == count
