"""`dragoman explain`: a sentence, a report, one of its events."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.cli.app import run

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader

Command = Callable[..., tuple[int, str, str]]
TEXT = "Rebels shelled Homs on Friday, police said. Iran refused to meet the envoys.\n"


@pytest.fixture
def command(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    reader: Reader,
) -> Command:
    """`dragoman explain` with the bundled reader: exit code, standard output, standard error."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-settings"))
    monkeypatch.setattr("dragoman.runs.reader.load", lambda **_: reader)

    def call(*arguments: object) -> tuple[int, str, str]:
        code = run(["explain", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_sentence(command: Command) -> None:
    code, out, err = command("Rebels shelled Homs on Friday, police said.", "--date", "2024-12-07")
    assert (code, err) == (0, "")
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0] == "ev1 ASSAULT heavy-weapons “shelled”"
    for part in [
        "decided  assault/shell (lexicon entry, assault.toml), confidence .",
        "path     “shelled” matches assault/shell",
        "actor “Rebels”: subject of “shelled”",
        "status   actual",
        "date     2024-12-06, from “Friday”",
        "place    Homs, SYR, from “Homs”",
        "sources  police, by “said”",
        "rivals   ",
    ]:
        assert part in out
    assert max(map(len, lines)) <= 80


def test_a_report_and_one_event_of_it(command: Command, told: Path) -> None:
    code, out, _ = command(told)
    assert code == 0
    assert "ev1 ASSAULT" in out
    assert "ev2 REJECT" in out
    code, out, _ = command("ev2", told)
    assert code == 0
    assert "ev1" not in out
    assert "“refused” over CONSULT makes it REJECT" in out


def test_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(TEXT.encode()), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    code, out, _ = command("ev1", "-", "--json")
    assert code == 0
    assert [record["id"] for record in json.loads(out)["records"]] == ["ev1"]


def test_several_reports_are_an_array(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl"
    path.write_text("".join(json.dumps({"text": TEXT, "id": i}) + "\n" for i in "ab"), "utf-8")
    code, out, _ = command("ev2", path, "--json")
    assert code == 0
    assert [told["document"]["id"] for told in json.loads(out)] == ["a", "b"]


def test_an_unknown_id_lists_those_there_are(command: Command, told: Path) -> None:
    assert command("ev9", told) == (
        2,
        "",
        f"dragoman: {told}: no record ev9: it has ev1, ev2\n",
    )


def test_without_a_record(command: Command) -> None:
    code, out, _ = command("The candidate withdrew from the race.")
    assert code == 0
    assert out.startswith("no record\nwhat came nearest:\n")
    assert "refused, where subject: candidate" in " ".join(out.split())
    assert "more (--all)" in out
    assert "--all" not in command("The candidate withdrew from the race.", "--all")[1]
    assert command("The weather was mild.")[1] == (
        "no record\nnone of its words is in an entry that fits it\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["ev1"], 2, "name the report of ev1 as well"),
        (["Rebels", "shelled", "Homs"], 2, "'Rebels' is no event's id"),
        (["missing.txt"], 3, "missing.txt: no such file"),
        (["missing"], 3, "missing: no such file"),
        (["Министр иностранных дел встретился со своим коллегой в Париже."], 3, "the sentence: "),
        (["A sentence.", "--date", "soon"], 2, "--date: "),
        ([], 2, "Missing argument"),
    ],
)  # fmt: skip
def test_what_it_cannot_do_is_one_line(
    command: Command, arguments: list[str], code: int, complaint: str
) -> None:
    exit_code, out, err = command(*arguments)
    assert exit_code == code, err
    assert out == ""
    assert complaint in err
    assert len(err.splitlines()) == 1


def test_text_that_would_command_the_terminal_does_not(command: Command) -> None:
    _, out, _ = command("Rebels shelled \x1b[31mHoms\x1b[0m on Friday, police said.")
    assert "\x1b" not in out
