"""`dragoman code`: its formats, its exit codes, and one line for everything that goes wrong."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from dragoman.records.codec import from_json

if TYPE_CHECKING:
    from tests.cli.conftest import CommandLine

    from dragoman.records import Coding

GERMAN = (
    "Der Minister sagte am Montag in Berlin, dass die Verhandlungen in der nächsten Woche "
    "weitergehen sollen und dass beide Seiten dazu bereit seien."
)


def test_table_is_the_default(dragoman: CommandLine, report: Path) -> None:
    outcome = dragoman("code", report)
    assert outcome.code == 0
    assert "CONSULT phone" in outcome.out
    assert "\x1b" not in outcome.out
    assert max(map(cell_len, outcome.out.splitlines())) <= 80
    assert outcome.err == ""


def test_json_is_one_object_for_one_report(
    dragoman: CommandLine, report: Path, sample: Coding
) -> None:
    outcome = dragoman("code", report, "--format", "json")
    assert from_json(json.loads(outcome.out)) == sample


def test_json_is_an_array_for_several(dragoman: CommandLine, report: Path) -> None:
    outcome = dragoman("code", report, report, report, "--format", "json")
    assert len(json.loads(outcome.out)) == 3
    assert outcome.err == "dragoman: coded 3 reports\n"


def test_jsonl_is_one_a_line_in_order(dragoman: CommandLine, tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text("".join(json.dumps({"id": n, "text": f"Report {n}."}) + "\n" for n in range(9)))
    outcome = dragoman("code", feed, "--format", "jsonl")
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert [line["document"]["id"] for line in lines] == [str(n) for n in range(9)]


def test_html_is_one_page(dragoman: CommandLine, report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert dragoman("code", report, "--format", "html", "-o", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("name", "start"), [("a.html", "<!DOCTYPE"), ("a.JSONL", '{"document"'), ("a.txt", "Oman and")]
)
def test_the_files_ending_says_what_to_write(
    dragoman: CommandLine, report: Path, tmp_path: Path, name: str, start: str
) -> None:
    dragoman("code", report, "-o", tmp_path / name)
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_what_is_given_reaches_the_report(dragoman: CommandLine, report: Path) -> None:
    dragoman(
        "code", report, "--date", "7 Dec 2024", "--title", "T", "--publisher", "P", "--url", "U",
        "--model", "my_pipeline", "--lexicons", "mine",
    )  # fmt: skip
    (reader,) = dragoman.readers
    (seen,) = reader.seen
    assert (seen.published, seen.title, seen.publisher, seen.url) == (
        date(2024, 12, 7),
        "T",
        "P",
        "U",
    )
    assert (reader.model, reader.lexicons) == ("my_pipeline", "mine")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "nothing in it"),
        (b" \n", "nothing in it"),
        (b"?!", "no words in it"),
        (bytes(range(256)), "binary data, not text"),
        (b"%PDF-1.4\n", "a PDF document, not text"),
        (GERMAN.encode(), "written in German; only English is read"),
        (b"word " * 2_000_000, "more than 2,000,000 characters of text"),
    ],
)
def test_bad_input_is_one_line_and_the_rest_is_coded(
    dragoman: CommandLine, report: Path, tmp_path: Path, content: bytes, reason: str
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    outcome = dragoman("code", report, bad, report, "--format", "jsonl")
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 2
    first, last = outcome.err.splitlines()
    assert first == f"dragoman: {bad}: {reason}"
    assert last == "dragoman: coded 2 reports, 1 not read"


def test_missing_file(dragoman: CommandLine) -> None:
    outcome = dragoman("code", "no-such-file.txt", "--format", "json")
    assert (outcome.code, outcome.out) == (3, "[]\n")
    assert outcome.err == "dragoman: no-such-file.txt: no such file\n"


def test_bad_lines_of_json(dragoman: CommandLine, tmp_path: Path) -> None:
    feed = tmp_path / "feed.jsonl"
    feed.write_text(
        '{"text": "One."}\n{"text"\n{"text": "x", "published": "soon"}\n{"text": "Two."}'
    )
    outcome = dragoman("code", feed, "--format", "jsonl")
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 2
    assert [line.split(": ")[1] for line in outcome.err.splitlines()[:2]] == [
        f"{feed}:2",
        f"{feed}:3",
    ]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--date", "soonish"], "--date: 'soonish' is no date (write it as 2024-12-31)"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--colour"], "No such option"),
        (["-o", "/no/such/folder/out.json"], "/no/such/folder/out.json: no such folder"),
        (["-o", "/"], "is a folder"),
    ],
)
def test_usage_is_one_line(
    dragoman: CommandLine, report: Path, arguments: list[str], complaint: str
) -> None:
    outcome = dragoman("code", report, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert complaint in outcome.err
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("dragoman: ")


def test_settings_are_read_and_faults_in_them_named(
    dragoman: CommandLine, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_SIZE_LIMIT", "10")
    outcome = dragoman("code", report)
    assert outcome.code == 3
    assert "more than 10 characters" in outcome.err
    monkeypatch.setenv("DRAGOMAN_SIZE_LIMIT", "ten")
    assert dragoman("code", report).code == 2


def test_output_is_replaced_only_when_all_went_well(
    dragoman: CommandLine, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "out.json"
    output.write_text("former")
    output.chmod(0o640)

    def interrupted(**_: Any) -> Any:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sys.modules["dragoman.runs.reader"], "load", interrupted)
        assert dragoman("code", report, "-o", output).code == 130
    assert output.read_text() == "former"
    assert dragoman("code", report, "--format", "json", "-o", output).code == 0
    assert json.loads(output.read_text())["document"]["title"]
    assert output.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "report.txt"]


def test_output_may_be_a_device(dragoman: CommandLine, report: Path) -> None:
    assert dragoman("code", report, "-o", os.devnull).code == 0


def test_standard_input_without_a_name(
    dragoman: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = io.BufferedReader(io.BytesIO(b"Talks were held."))  # type: ignore[type-var]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data))
    outcome = dragoman("code", "--format", "json")
    assert json.loads(outcome.out)["document"]["text"] == "Talks were held."


class FullDisk(io.StringIO):
    """A stream that takes nothing, over a file descriptor that may be closed."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_a_full_disk_is_one_line(
    dragoman: CommandLine, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", FullDisk())
    outcome = dragoman("code", report, "--format", "jsonl")
    assert outcome.code == 2
    assert outcome.err == "dragoman: cannot write: no space left on device\n"


def test_closed_pipe_is_no_fault(
    dragoman: CommandLine, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(os.dup(writing), "w") as closed:
        monkeypatch.setattr("sys.stdout", closed)
        assert dragoman("code", report, "--format", "jsonl").code == 0
        monkeypatch.undo()
    os.close(writing)


def test_a_directory_of_actors_is_handed_on(dragoman: CommandLine, report: Path) -> None:
    assert dragoman("code", report, "--actors", "own.db").code == 0
    assert dragoman.readers[-1].actors == "own.db"


def test_the_least_confidence_is_handed_on(dragoman: CommandLine, report: Path) -> None:
    assert dragoman("code", report, "--confidence", "0.6").code == 0
    assert dragoman.readers[-1].least_confidence == 0.6
    assert dragoman("code", report, "--confidence", "6").code == 2
