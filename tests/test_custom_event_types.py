"""`docs/custom-event-types.md` does what it says: its files, its commands, and what they answer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "custom-event-types.md"
_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?(?: \+(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FAILS = {"dragoman lexicon check heritage": 1}


def lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The commands of this very installation first, and nobody's settings."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "dragoman"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m dragoman "$@"\n')
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DRAGOMAN_")}
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "PATH": path, "XDG_CONFIG_HOME": str(tmp_path / "none")}


def insert(path: Path, entry: str, text: str) -> None:
    """Put lines behind the `modes` of an entry, as the page tells its reader to."""
    before, after = re.split(rf"(?<=modes = \[\"{entry}\"\]\n)", path.read_text("utf-8"))
    path.write_text(before + text + after, "utf-8")


@pytest.mark.skipif(os.name == "nt", reason="the page's commands are a Unix shell's")
def test_the_page_does_what_it_says(tmp_path: Path, environment: dict[str, str]) -> None:
    failures = dict(_FAILS)
    for kind, name, entry, body in _BLOCK.findall(PAGE.read_text("utf-8")):
        if kind in ("toml", "text"):
            if entry:
                insert(tmp_path / name, entry, body)
            else:
                (tmp_path / name).write_text(body, "utf-8")
            continue
        if kind != "console":
            continue
        for told in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
            command, _, answer = told.partition("\n")
            done = subprocess.run(
                command,
                shell=True,
                check=False,
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
            )
            assert done.returncode == failures.pop(command, 0), done.stdout + done.stderr
            written = lines(done.stdout)
            for line in lines(answer):
                assert line in written, f"{command}\n{done.stdout}"
    assert not failures
