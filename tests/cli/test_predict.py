"""`dragoman predict`: one answer a line, whatever the line."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine


def given(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    stream = io.BufferedReader(io.BytesIO(data))  # type: ignore[type-var]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))


def test_one_answer_a_line_in_order(dragoman: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, b'{"id": "a", "text": "xx"}\n{"id": 2, "text": ""}\n')
    outcome = dragoman("predict", "length")
    assert outcome.code == 0
    assert [json.loads(line) for line in outcome.out.splitlines()] == [
        {"id": "a", "length": 2},
        {"id": 2, "length": 0},
    ]


@pytest.mark.parametrize(
    ("line", "identifier", "error"),
    [
        (b'{"id": 1', None, "invalid JSON"),
        (b"[]", None, "not a JSON object"),
        (b"\xff\xfe", None, "not UTF-8"),
        (b'{"id": 1}', 1, "has no 'text'"),
        (b'{"id": 1, "text": 3}', 1, "has no len"),
        (b"[" * 100_000, None, "nested too deep"),
    ],
)
def test_a_bad_line_keeps_its_place(
    dragoman: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    line: bytes,
    identifier: object,
    error: str,
) -> None:
    good = b'{"id": 0, "text": "x"}'
    given(monkeypatch, b"\n".join([good, line, good]))
    outcome = dragoman("predict", "length")
    assert outcome.code == 3
    first, second, third = (json.loads(line) for line in outcome.out.splitlines())
    assert first == third == {"id": 0, "length": 1}
    assert second["id"] == identifier
    assert error in second["error"]
    assert outcome.err.startswith("dragoman: line 2: ")
    assert outcome.err.count("\n") == 1


def test_a_fault_of_ours_costs_one_answer(
    dragoman: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(monkeypatch, b'{"id": 1, "text": ""}\n{"id": 2, "text": "x"}\n')
    dragoman.tasks["first"] = lambda _, item: {"length": 1 // len(item["text"])}
    outcome = dragoman("predict", "first")
    first, second = (json.loads(line) for line in outcome.out.splitlines())
    assert first["error"].startswith("a fault in dragoman: ZeroDivisionError")
    assert second == {"id": 2, "length": 1}


def test_no_such_task(dragoman: CommandLine) -> None:
    outcome = dragoman("predict", "weather")
    assert outcome.code == 2
    assert outcome.err == "dragoman: no task 'weather' (there are length)\n"
