"""What a broken file is told: where, which key, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

from dragoman.errors import OntologyError
from dragoman.ontology.toml_files import read_checked, suggest


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid")
    id: str
    words: tuple[str, ...] = ()


class File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    item: tuple[Item, ...]
    by_name: dict[str, Item] = {}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "f.toml: 'item' is missing: add it"),
        ("item = 3", "'item' must be a list in brackets"),
        ('[[item]]\nid = "a"\nwords = "x"', "item a: 'words' must be a list in brackets"),
        ('[[item]]\nid = "a"\nword = ["x"]', r"item a: no key 'word' \(did you mean words\?\)"),
        ("[[item]]\nid = 3", "item 1: 'id' must be text in quotes"),
        ('item = []\n[by_name.b]\nid = "x"\nwordz = []', "by_name b: no key 'wordz'"),
        ("item = [\n=", "f.toml: no valid TOML: .*line 2"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "f.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(OntologyError, match=complaint):
        read_checked(path, File)


def test_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_bytes(b"a = '\xff'")
    for path, complaint in ((tmp_path / "f.toml", "not UTF-8"), (tmp_path / "g.toml", "no such")):
        with pytest.raises(OntologyError, match=complaint):
            read_checked(path, File)


def test_suggestions() -> None:
    assert suggest("shel", ["shell", "kill"]) == " (did you mean shell?)"
    assert suggest("x", ["kill", "burn"]) == " (there are burn, kill)"
    assert suggest("x", []) == " (there are none)"
    assert suggest("x", map(str, range(1000))) == ""
