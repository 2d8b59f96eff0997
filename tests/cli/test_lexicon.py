"""`dragoman lexicon`: begin, check, try; and `--lexicons` wherever something is coded."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command

TEXT = "Militiamen looted the museum in Aleppo on Friday."


@pytest.fixture
def told(tmp_path: Path) -> Path:
    path = tmp_path / "told.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_check_says_that_all_is_fine(command: Command, heritage: Path) -> None:
    assert command("lexicon", "check", heritage, "--ours") == (
        0,
        "2 sentences of 1 entry: all fine; none of ours lost\n",
        "",
    )


def test_check_tells_what_fails_and_why(command: Command, heritage: Path) -> None:
    path = heritage / "triggers" / "heritage.toml"
    path.write_text(path.read_text("utf-8").replace("looted the", "emptied the"), "utf-8")
    code, out, _ = command("lexicon", "check", heritage)
    assert code == 1
    assert out.splitlines() == [
        f"heritage/loot ({path}) must code: Militiamen emptied the museum on Sunday.",
        "    found: nothing",
        "    heritage/loot: none of its words is among the lemmas: "
        "militiaman empty the museum on Sunday .",
        "2 sentences of 1 entry: 1 failed",
    ]


@pytest.mark.parametrize("of", ["check", "try", "code", "predict"])
def test_a_broken_folder_is_one_line(command: Command, heritage: Path, told: Path, of: str) -> None:
    path = heritage / "triggers" / "heritage.toml"
    path.write_text(path.read_text("utf-8").replace("modes", "mode"), "utf-8")
    arguments = {
        "check": ("lexicon", "check", heritage),
        "try": ("lexicon", "try", TEXT, "--lexicons", heritage),
        "code": ("code", told, "--lexicons", heritage),
        "predict": ("predict", "event_types", "--lexicons", heritage),
    }
    assert command(*arguments[of]) == (
        2,
        "",
        f"dragoman: {path}: entry loot: no key 'mode' (did you mean modes?)\n",
    )


def test_try_shows_matches_and_records(command: Command, heritage: Path) -> None:
    code, out, _ = command("lexicon", "try", TEXT, "--lexicons", heritage)
    lines = [line.rstrip() for line in out.splitlines()]
    assert code == 0
    assert lines[0].startswith("lemmas: militiaman loot the museum")
    assert lines[1].split("  ")[:2] == ["looted museum", "heritage/loot"]
    assert lines[-1].startswith("Militiamen — HERITAGE/loot · ")
    assert "no record\n" in command("lexicon", "try", "The museum is old.")[1]


def test_try_all_shows_entries_of_which_only_the_head_is_there(command: Command) -> None:
    assert "incomplete" not in command("lexicon", "try", TEXT)[1]
    assert "incomplete" in command("lexicon", "try", TEXT, "--all")[1]


@pytest.mark.parametrize("form", ["json", "jsonl", "table", "html"])
def test_a_custom_type_is_coded_in_every_form(
    command: Command, heritage: Path, told: Path, form: str
) -> None:
    code, out, _ = command(
        "code", told, "--date", "2025-03-08", "--lexicons", heritage, "--format", form
    )
    assert code == 0
    assert "HERITAGE" in out
    if form == "json":
        (event,) = json.loads(out)["events"]
        assert (event["type"], event["modes"], event["coder"]) == (
            "HERITAGE",
            ["loot"],
            "heritage/loot",
        )
        assert (event["quad"], event["score"], event["cameo"]) == (4, -7.0, None)
        assert event["place"]["name"] == "Aleppo"


@pytest.mark.parametrize(
    ("task", "key", "answer"),
    [("event_types", "types", ["HERITAGE"]), ("relation", "root", "HERITAGE")],
)
def test_a_custom_type_is_predicted(
    command: Command,
    heritage: Path,
    monkeypatch: pytest.MonkeyPatch,
    task: str,
    key: str,
    answer: object,
) -> None:
    item = {"id": 1, "text": TEXT, "source": {"start": 0, "end": 10}, "target": None}
    stream = io.BufferedReader(io.BytesIO(json.dumps(item).encode()))  # type: ignore[type-var]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    code, out, err = command("predict", task, "--lexicons", heritage)
    assert (code, err) == (0, "")
    assert json.loads(out)[key] == answer


def test_the_settings_may_name_the_folder(
    command: Command, heritage: Path, told: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_LEXICONS", str(heritage))
    assert "HERITAGE" in command("code", told)[1]
    assert "own lexicons" in command("doctor")[1]


NEW = ("--new-type", "--quad", 4, "--score", -8, "--definition", "damage")


def test_new_begins_a_folder_that_passes_the_check(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "mine" / "triggers" / "heritage.toml"
    assert command("lexicon", "new", "HERITAGE", "-o", file, *NEW, "--mode", "loot=-7")[0] == 0
    other = (*NEW[:2], 3, *NEW[3:], "--like", "PROTEST")
    more = file.with_name("mockery.toml")
    assert command("lexicon", "new", "MOCKERY", "-o", more, *other)[0] == 0
    again = file.with_name("more.toml")
    assert command("lexicon", "new", "HERITAGE", "-o", again)[0] == 0
    again.unlink()
    code, out, _ = command("lexicon", "check", tmp_path / "mine")
    assert (code, out) == (0, "4 sentences of 2 entries: all fine\n")


def test_new_writes_to_standard_output(command: Command) -> None:
    code, out, _ = command("lexicon", "new", "AID")
    assert code == 0
    assert 'type = "AID"' in out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("HERITAGE",), "no type HERITAGE"),
        (("ASSALT",), "did you mean ASSAULT"),
        (("ASSAULT", "--quad", 4), "need --new-type"),
        (("HERITAGE", *NEW), "-o DIR/triggers/FILE.toml"),
        (("HERITAGE", *NEW, "-o", "x.toml"), "-o DIR/triggers/FILE.toml"),
        (("ASSAULT", *NEW, "-o", "triggers/x.toml"), "leave --new-type out"),
        (("Heritage", *NEW, "-o", "triggers/x.toml"), "in capitals"),
        (("HERITAGE", "--new-type", "-o", "triggers/x.toml"), "'definition' is missing"),
        (("HERITAGE", *NEW, "-o", "triggers/x.toml", "--mode", "loot"), "NAME=SCORE"),
        (("HERITAGE", *NEW, "-o", "triggers/x.toml", "--mode", "loot=-70"), "'loot'"),
        (("HERITAGE", *NEW, "-o", "triggers/x.toml", "--like", "X"), "like: no type X"),
        (("AID", "-o", "there.toml"), "is there already"),
    ],
)
def test_what_new_does_not_do(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[object, ...],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there.toml").touch()
    code, out, err = command("lexicon", "new", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("dragoman: ")
    assert complaint in err
    assert err.count("\n") == 1
    assert not Path("codebook.toml").exists()
