"""The command itself: help, version, speed of starting, and no traceback for anything."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from dragoman import __version__

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine


def test_version(dragoman: CommandLine) -> None:
    outcome = dragoman("--version")
    assert (outcome.code, outcome.out) == (0, f"dragoman {__version__}\n")


@pytest.mark.parametrize(
    "command",
    [
        ["code"],
        ["predict"],
        ["doctor"],
        ["lexicon"],
        ["lexicon", "check"],
        ["lexicon", "try"],
        ["lexicon", "new"],
        [],
    ],
)
def test_help_says_what_and_how(dragoman: CommandLine, command: list[str]) -> None:
    outcome = dragoman(*command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith("Usage: dragoman")
    assert "--help" in outcome.out


def test_help_has_examples(dragoman: CommandLine) -> None:
    text = dragoman("code", "--help").out
    assert "dragoman code report.txt --date 2024-12-07\n" in text


@pytest.mark.parametrize("arguments", [["weather"], ["--weather"], ["predict"]])
def test_usage_is_one_line(dragoman: CommandLine, arguments: list[str]) -> None:
    outcome = dragoman(*arguments)
    assert outcome.code == 2
    assert outcome.err.startswith("dragoman: ")
    assert outcome.err.count("\n") == 1


def test_starting_loads_nothing_that_is_not_needed() -> None:
    program = (
        "import sys; from dragoman.cli.app import run; run(['--version']); "
        "heavy = {'spacy', 'numpy', 'onnxruntime', 'trafilatura', 'pydantic', 'rich'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert finished.stdout.splitlines()[-1] == "[]"
