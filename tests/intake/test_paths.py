"""Files, folders and standard input: reports in order, each problem in its place."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import EmptyInput, ForeignLanguage, InputError, OversizedInput, UnreadableInput
from dragoman.intake import Details, read_paths
from dragoman.records import Report

TEXT = "Rebels took the town on Friday.\r\n\r\nResidents fled.\n"


def read(*paths: object, given: Details | None = None, size_limit: int = 10_000) -> list[Any]:
    return list(read_paths([str(path) for path in paths], given, size_limit))


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))  # type: ignore[type-var]
    monkeypatch.setattr("sys.stdin", stream)


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode())
    given = Details(date(2024, 12, 7), "Title", "Courier", "https://example.org")
    (report,) = read(path, given=given)
    assert report == Report(
        TEXT,
        title="Title",
        publisher="Courier",
        url="https://example.org",
        published=date(2024, 12, 7),
        origin=str(path),
    )


def test_text_that_starts_like_a_page_is_text_in_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("<p>Rebels took the town.</p>")
    (report,) = read(path)
    assert report.text == "<p>Rebels took the town.</p>"


def test_lines_of_json(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    lines = [
        {"id": 7, "text": TEXT, "published": "2024-12-01", "title": "Own", "language": "en-GB"},
        {"text": TEXT, "url": None},
    ]
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    first, second = read(path, given=Details(date(2024, 12, 7), "Given"))
    assert (first.id, first.title, first.published) == ("7", "Own", date(2024, 12, 1))
    assert (second.title, second.published) == ("Given", date(2024, 12, 7))
    assert second.origin == f"{path}:2"
    assert second.id == second.sha256[:16]


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        ('{"text": "x"', UnreadableInput, "invalid JSON"),
        ("[1]", UnreadableInput, "not a JSON object"),
        ("{}", UnreadableInput, "has no 'text'"),
        ('{"text": 3}', UnreadableInput, "'text' is not a string"),
        ('{"text": " "}', EmptyInput, "empty"),
        ('{"text": "x", "title": 3}', UnreadableInput, "'title' is not a string"),
        ('{"text": "x", "published": "soon"}', UnreadableInput, "published: 'soon' is no date"),
        ('{"text": "x", "published": 3}', UnreadableInput, "'published' is not a string"),
        ('{"text": "x", "language": "fr"}', ForeignLanguage, "'fr', not English"),
        ('{"text": "%s"}' % ("x" * 100_000), OversizedInput, "more than 10,000 characters"),
        ("[" * 100_000, OversizedInput, "more than"),
        ("[" * 50_000, UnreadableInput, "invalid JSON"),
        ("\0\1\2", UnreadableInput, "not text"),
    ],
)
def test_a_bad_line_is_one_error_and_the_rest_goes_on(
    tmp_path: Path, line: str, kind: type[InputError], reason: str
) -> None:
    path = tmp_path / "feed.jsonl"
    good = json.dumps({"text": TEXT})
    path.write_text(f"{good}\n{line}\n{good}")
    before, error, behind = read(path)
    assert isinstance(before, Report)
    assert type(error) is kind
    assert error.origin == f"{path}:2"
    assert reason in error.reason
    assert behind.origin == f"{path}:3"


def test_a_json_file_holds_one_report_or_an_array(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps({"text": TEXT}, indent=2))
    many.write_text(json.dumps([{"text": TEXT}, 3, {"text": TEXT}], indent=2))
    reports = read(one, many)
    assert [type(report) for report in reports] == [Report, Report, UnreadableInput, Report]
    assert reports[2].origin == f"{many}:2"


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page"
    words = "Rebels took the town on Friday after a week of fighting, residents said. " * 4
    path.write_text(f"<!doctype html><title>T</title><article><p>{words}</p></article>")
    (report,) = read(path, given=Details(title="Given"))
    assert words.strip() in report.text
    assert report.title == "Given"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        (json.dumps({"text": TEXT}).encode(), TEXT),
        (b"<html><p>Rebels took the town.</p></html>", "Rebels took the town."),
    ],
)
def test_standard_input_is_recognised(
    monkeypatch: pytest.MonkeyPatch, data: bytes, text: str
) -> None:
    standard_input(monkeypatch, data)
    (report,) = read("-")
    assert report.text == text


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ["b/2.txt", "a.txt", "c.html", ".hidden/x.txt", "image.png", "README.md", ".y.txt"]:
        (tmp_path / name).write_text(f"Report {name}")
    assert [Path(r.origin).name for r in read(tmp_path)] == ["a.txt", "2.txt", "c.html"]


def test_problems_in_their_place(tmp_path: Path) -> None:
    good, empty, binary, huge, bare = (tmp_path / n for n in ("g.txt", "e.txt", "b", "h.txt", "d"))
    good.write_text(TEXT)
    empty.write_text(" \n")
    binary.write_bytes(bytes(range(256)))
    huge.write_text("x " * 50_000)
    bare.mkdir()
    missing = tmp_path / "missing.txt"
    outcomes = read(good, missing, empty, binary, huge, bare, good)
    assert [type(outcome) for outcome in outcomes] == [
        Report,
        UnreadableInput,
        EmptyInput,
        UnreadableInput,
        OversizedInput,
        UnreadableInput,
        Report,
    ]
    assert str(outcomes[1]) == f"{missing}: no such file"
    assert "folder without reports" in str(outcomes[5])


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1 << 40)  # sparse: reading it would never end
    (error,) = read(path)
    assert isinstance(error, OversizedInput)


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, TEXT.encode())
    os.close(writing)
    (report,) = read(f"/dev/fd/{reading}")
    os.close(reading)
    assert report.text == TEXT


def test_an_endless_name_is_one_error() -> None:
    (error,) = read("x" * 10_000)
    assert isinstance(error, UnreadableInput)
