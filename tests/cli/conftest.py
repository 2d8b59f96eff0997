"""The command line in this process: with a reader that codes nothing, so that only the commands are
tried (`dragoman`), or with the reader that it loads itself (`command`)."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dragoman.cli.app import run
from dragoman.errors import InputError
from dragoman.intake.admission import admit
from dragoman.records import Coding, Report
from dragoman.records.codec import from_json
from dragoman.settings import Settings

Command = Callable[..., tuple[int, str, str]]
"""Arguments to exit code, standard output, standard error."""

SAMPLE = from_json(
    json.loads((Path(__file__).parents[1] / "data" / "coding.json").read_text(encoding="utf-8"))
)


class PlainReader:
    """Codes the sample's text to its records, any other to none; `seen` keeps what it was given."""

    def __init__(self, model: str | None, settings: Settings, lexicons: object) -> None:
        self.model = model
        self.lexicons = lexicons
        self.least_confidence: float | None = None
        self.actors: object = None
        self.settings = settings
        self.seen: list[Report] = []

    def pipe(self, reports: Iterable[Report | InputError]) -> Iterator[Coding | InputError]:
        for report in reports:
            if isinstance(report, InputError):
                yield report
                continue
            self.seen.append(report)
            try:
                admit(report, self.settings)
            except InputError as error:
                yield error
            else:
                yield SAMPLE if report.text == SAMPLE.report.text else Coding(report)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Exit code and what was written to either stream."""

    code: int
    out: str
    err: str


@dataclass(frozen=True, slots=True)
class CommandLine:
    """`dragoman` in this process: call it with arguments; `readers` are those it loaded."""

    call: Callable[..., Outcome]
    readers: list[PlainReader]
    tasks: dict[str, Callable[[Any, dict[str, Any]], dict[str, Any]]]

    def __call__(self, *arguments: object) -> Outcome:
        return self.call(*arguments)


@pytest.fixture
def dragoman(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> CommandLine:
    readers: list[PlainReader] = []

    def load(
        model: str | None = None,
        settings: Settings | None = None,
        *,
        lexicons: object = None,
        least_confidence: float | None = None,
        actors: object = None,
    ) -> PlainReader:
        readers.append(PlainReader(model, settings or Settings(), lexicons))
        readers[-1].least_confidence = least_confidence
        readers[-1].actors = actors
        return readers[-1]

    tasks: dict[str, Callable[[Any, dict[str, Any]], dict[str, Any]]] = {
        "length": lambda _, item: {"id": item["id"], "length": len(item["text"])}
    }
    for name, contents in {"reader": {"load": load}, "tasks": {"TASKS": tasks}}.items():
        module = ModuleType(f"dragoman.runs.{name}")
        vars(module).update(contents)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-settings"))

    def call(*arguments: object) -> Outcome:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return CommandLine(call, readers, tasks)


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    """`dragoman` with its own reader, for a user with neither settings nor data."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-settings"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no-data"))

    def call(*arguments: object) -> tuple[int, str, str]:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def sample() -> Coding:
    """What the sample's text is coded to."""
    return SAMPLE


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A file with the sample's text."""
    path = tmp_path / "report.txt"
    path.write_bytes(SAMPLE.report.text.encode())
    return path
