"""Our lexicon with a user's folder over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.lexicon import folder_of, load_lexicon, read_lexicon, types_of


def test_a_folder_goes_over_ours_and_leaves_ours_as_it_is(heritage: Path) -> None:
    ours, lexicon = load_lexicon(), read_lexicon(heritage)
    assert {entry.id for entry in lexicon.own_entries} == {"heritage/loot"}
    assert "protest/riot" in ours.triggers.by_id
    assert "protest/riot" not in lexicon.triggers.by_id
    assert len(lexicon.triggers.entries) == len(ours.triggers.entries)
    assert "HERITAGE" not in ours.codebook.types
    assert all(p.entry.id != "protest/riot" for p in lexicon.triggers.verbs["loot"])
    assert len(ours.own_entries) == len(ours.triggers.entries)


def test_a_type_is_governed_as_the_one_that_it_is_like(heritage: Path) -> None:
    (stop,) = [c for c in read_lexicon(heritage).governors.verbs["stop"] if c.id == "stop"]
    assert [row.type for row in stop.become if "HERITAGE" in row.types] == ["RETREAT"]
    (ours,) = [chain for chain in load_lexicon().governors.verbs["stop"] if chain.id == "stop"]
    assert not any("HERITAGE" in row.types for row in ours.become)


def test_an_entry_of_a_known_id_takes_that_ones_place(tmp_path: Path) -> None:
    (tmp_path / "triggers").mkdir()
    entry = '[[entry]]\nid = "shell"\nverbs = ["lob"]\ncodes = ["Rebels lobbed shells."]\n'
    (tmp_path / "triggers" / "a.toml").write_text(f'type = "ASSAULT"\n{entry}', "utf-8")
    lexicon = read_lexicon(tmp_path)
    (own,) = lexicon.own_entries
    assert own.id == "assault/shell"
    assert len(lexicon.triggers.entries) == len(load_lexicon().triggers.entries)
    told = {p.entry for p in lexicon.triggers.verbs.get("shell", ())}
    assert own not in told
    assert all(entry.id != "assault/shell" for entry in told)
    assert own.order < min(e.order for e in load_lexicon().triggers.entries)


def test_a_class_of_a_users_own_changes_no_entry_of_ours(heritage: Path) -> None:
    path = heritage / "triggers" / "heritage.toml"
    path.write_text(path.read_text("utf-8").replace("heritage", "official"), "utf-8")
    lexicon = read_lexicon(heritage)
    (pattern,) = [p for p in lexicon.triggers.verbs["loot"] if p.entry.type == "HERITAGE"]
    assert {"museum", "minister"} <= pattern.words[0].words
    theirs = [p for p in lexicon.triggers.verbs["visit"] if p.words]
    assert not any("museum" in test.words for p in theirs for test in p.words)


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("triggers/heritage.toml", "protest/riot", "protest/riots", "drop: .*mean protest/riot"),
        ("triggers/heritage.toml", "protest/riot", "riot", 'drop: .*"type/entry"'),
        ("triggers/heritage.toml", '["loot"]', '["lot"]', "heritage/loot: .*no mode lot .*loot"),
        ("triggers/heritage.toml", "[[entry]]", "[entry]", r"write \[\[entry\]\]"),
        ("triggers/heritage.toml", '"HERITAGE"', '"HERITAG"', "no such type: .*mean HERITAGE"),
        ("codebook.toml", "[types.HERITAGE", "[type.HERITAGE", "codebook.toml: "),
    ],
)
def test_what_is_broken_is_named(
    heritage: Path, file: str, old: str, new: str, complaint: str
) -> None:
    path = heritage / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(OntologyError, match=complaint) as raised:
        read_lexicon(heritage)
    assert str(raised.value).startswith(str(path))
    assert "\n" not in str(raised.value)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "stray").mkdir()
    (tmp_path / "stray" / "assault.toml").touch()
    for name, complaint in (
        ("none", "no such folder"),
        ("file", "is no folder"),
        ("stray", "move it to"),
        ("", "holds neither"),
    ):
        with pytest.raises(OntologyError, match=complaint):
            read_lexicon(tmp_path / name)


def test_a_file_that_only_drops(tmp_path: Path) -> None:
    (tmp_path / "triggers").mkdir()
    (tmp_path / "triggers" / "out.toml").write_text('drop = ["assault/shell"]', "utf-8")
    lexicon = read_lexicon(tmp_path)
    assert lexicon.own_entries == ()
    assert "assault/shell" not in lexicon.triggers.by_id


def test_the_codebook_beside_a_file_says_which_types_it_may_name(heritage: Path) -> None:
    assert folder_of(heritage / "triggers" / "new.toml") == heritage
    assert folder_of(heritage / "new.toml") is None
    assert "HERITAGE" in types_of(heritage)
    assert "HERITAGE" not in types_of(None)
