"""`dragoman doctor`: what it found, in words and in its exit code."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine


class Finding(NamedTuple):
    name: str
    ok: bool
    detail: str


@pytest.mark.parametrize(
    ("findings", "code", "last"),
    [
        ([Finding("reader", True, "1.0")], 0, "everything works"),
        ([Finding("reader", True, "1.0"), Finding("x", False, "gone")], 1, "1 of 2 failed"),
    ],
)
def test_findings_and_exit_code(
    dragoman: CommandLine,
    monkeypatch: pytest.MonkeyPatch,
    findings: list[Finding],
    code: int,
    last: str,
) -> None:
    module = ModuleType("dragoman.runs.doctor")
    vars(module)["examine"] = lambda model: findings
    monkeypatch.setitem(sys.modules, module.__name__, module)
    outcome = dragoman("doctor")
    assert outcome.code == code
    assert outcome.out.splitlines()[-1] == last
    assert "reader  1.0" in outcome.out
