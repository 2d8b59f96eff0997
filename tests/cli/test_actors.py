"""`dragoman actors`: ask, learn, judge, import; and `--actors` wherever something is coded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Command


STORIES = [
    ("2025-03-03", "Portuguese Foreign Minister Ana Zenda arrived in Cairo on Monday."),
    ("2025-03-12", "In Rabat, Portugal's foreign minister, Ana Zenda, met King Mohammed VI."),
    ("2025-04-20", "“We are ready,” Portuguese Foreign Minister Ana Zenda told reporters."),
]


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "feed.jsonl"
    lines = [json.dumps({"text": text, "published": day}) for day, text in STORIES]
    path.write_text("\n".join(lines), "utf-8")
    return path


def entities(command: Command, path: Path, *options: object) -> dict[str, dict[str, object]]:
    code, out, _ = command("code", path, "--format", "json", *options)
    assert code == 0
    return {entity["name"]: entity for entity in json.loads(out)["entities"]}


def test_who_tells_offices_of_the_day(command: Command) -> None:
    code, out, _ = command("actors", "who", "Kofi Annan", "--date", "2000-05-01")
    assert code == 0
    assert "* secretary-general, UNO GOV" in out
    assert "source: " in out


def test_who_reads_a_phrase_and_says_where_nothing_is_known(command: Command) -> None:
    assert command("actors", "who", "the Peruvian navy")[:2] == (
        0,
        "Peruvian navy: organisation, PER, MIL (by its phrase)\n",
    )
    code, out, _ = command("actors", "who", "the Peruvian navy", "--json")
    assert (code, json.loads(out)["read"]["country"]) == (0, "PER")


def test_learning_makes_a_later_report_understood(
    command: Command, feed: Path, tmp_path: Path
) -> None:
    report = tmp_path / "later.txt"
    report.write_text("Ana Zenda condemned the shelling of Homs on Friday.", "utf-8")
    assert entities(command, report, "--date", "2025-05-02")["Ana Zenda"]["country"] is None
    code, out, _ = command("actors", "learn", feed)
    assert code == 0
    assert out.startswith("3 sightings, 3 of them new; 1 proposals in all, 1 newly counting")
    zenda = entities(command, report, "--date", "2025-05-02")["Ana Zenda"]
    assert (zenda["country"], zenda["sector"]) == ("PRT", "GOV")
    assert zenda["known"] == {"name": "Ana Zenda", "source": "reports"}
    later = entities(command, report, "--date", "2027-05-02")["Ana Zenda"]
    assert later["sector"] == "ELI"


def test_proposals_are_listed_shown_and_judged(command: Command, feed: Path) -> None:
    command("actors", "learn", feed)
    code, out, _ = command("actors", "list", "--state", "agreed", "--country", "PRT")
    key = out.split()[0]
    assert code == 0
    assert out == (
        f"{key}  agreed  Ana Zenda  foreign minister, PRT GOV  3 reports  2025-03-03–2025-04-20\n"
    )
    code, out, _ = command("actors", "show", "Ana Zenda")
    assert "“Portuguese Foreign Minister Ana Zenda”" in out
    assert command("actors", "strike", key, "--author", "Ruth")[1].split()[1] == "struck"
    assert "struck by Ruth" in command("actors", "show", key)[1]
    assert command("actors", "undo", key)[1].split()[1] == "agreed"
    code, out, _ = command("actors", "list", "--json")
    (line,) = out.splitlines()
    assert json.loads(line)["sightings"][0]["evidence"]["quote"] in STORIES[0][1]


def test_an_import_is_used_at_once(command: Command, tmp_path: Path) -> None:
    table = tmp_path / "groups.csv"
    table.write_text("name,kind,country,sectors\nSteel Dawn,armed_group,SYR,REB\n", "utf-8")
    own = tmp_path / "own.db"
    code, out, _ = command("actors", "import", table, "--actors", own)
    assert (code, out) == (0, "1 actors from groups.csv\n")
    report = tmp_path / "report.txt"
    report.write_text("Steel Dawn shelled the town of Idlib on Friday, killing two.", "utf-8")
    found = entities(command, report, "--actors", own)["Steel Dawn"]
    assert (found["kind"], found["country"]) == ("armed_group", "SYR")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("list",), 2, "nothing was learned or imported yet"),
        (("import", "none.csv"), 2, "none.csv: no such file"),
        (("import", "none.csv", "--format", "xml"), 2, "no 'xml'"),
        (("who", "X", "--date", "soon"), 2, "--date"),
        (("who", "X", "--actors", "none.db"), 2, "no such directory of actors"),
    ],
)
def test_what_goes_wrong_is_one_line(
    command: Command, arguments: tuple[str, ...], code: int, told: str
) -> None:
    found, _, err = command("actors", *arguments)
    assert found == code
    assert told in err
    assert err.count("\n") == 1


def test_wrong_words_for_states_and_claims_are_told(command: Command, feed: Path) -> None:
    command("actors", "learn", feed)
    assert "there are proposed" in command("actors", "list", "--state", "new")[2]
    code, _, err = command("actors", "accept", "0000000000")
    assert code == 2
    assert "dragoman actors list shows their keys" in err


def test_a_broken_store_has_its_own_exit_code(command: Command, tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_text("junk", "utf-8")
    code, _, err = command("actors", "list", "--actors", broken)
    assert code == 4
    assert "not a database" in err
