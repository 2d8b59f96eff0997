"""`dragoman code`: its formats, its exit codes, and one line for everything that goes wrong."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from dragoman.records.codec import from_json

from .conftest import SAMPLE, CommandLine  # type: ignore[import-not-found]


def test_table_is_the_default(dragoman: CommandLine, report: Path) -> None:
    outcome = dragoman("code", report)
    assert outcome.code == 0
    assert "CONSULT phone" in outcome.out
    assert "\x1b" not in outcome.out
    assert max(map(len, outcome.out.splitlines())) <= 80
    assert outcome.err == ""
