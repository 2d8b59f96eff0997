"""Types of a user's own in a codebook."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.custom_types import add_types

GOOD = """
[types.STOPPAGE]
definition = "organised refusal to work"
quad = 4
score = -5
cameo = "143"
[types.STOPPAGE.modes]
wildcat = -5.5
[types.STOPPAGE.cameo_modes]
wildcat = "1431"
[types.ASSAULT.modes]
heritage = -9
"""


def book(folder: Path, text: str) -> Path:
    path = folder / "codebook.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_type_and_a_mode_are_added_and_ours_stays_as_it_is(tmp_path: Path) -> None:
    ours = load_codebook()
    found = add_types(ours, book(tmp_path, GOOD))
    assert set(found.types) - set(ours.types) == {"STOPPAGE"}
    assert found.types["STOPPAGE"].like == "COERCE"
    assert (found.quad("STOPPAGE"), found.score("STOPPAGE", ["wildcat"])) == (4, -5.5)
    assert found.cameo("STOPPAGE") == "143"
    assert found.cameo("STOPPAGE", ["wildcat"]) == "1431"
    assert found.score("ASSAULT", ["heritage"]) == -9
    assert "heritage" not in ours.types["ASSAULT"].modes


def test_cameo_is_optional(tmp_path: Path) -> None:
    text = GOOD.replace('cameo = "143"', "").partition("[types.STOPPAGE.cameo_modes]")[0]
    assert add_types(load_codebook(), book(tmp_path, text)).cameo("STOPPAGE", ["wildcat"]) is None


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("quad = 4", "", "STOPPAGE: 'quad' is missing"),
        ("quad = 4", "quad = 5", "STOPPAGE: 'quad' .*1, 2, 3 or 4"),
        ("score = -5\n", "score = -50\n", "STOPPAGE: 'score' .*-10"),
        ("definition", "defintion", "STOPPAGE: no key 'defintion' .*definition"),
        ("types.STOPPAGE", "types.Stoppage", "Stoppage: write a type's name in capitals"),
        ("quad = 4", 'quad = 4\nlike = "PROTEXT"', "STOPPAGE: like: .*did you mean PROTEST"),
        ('"143"', '"14"', "three or four digits"),
        ("wildcat = -5.5", "Wildcat = -5.5", "STOPPAGE: write the mode 'Wildcat' in small"),
        ('wildcat = "1431"', 'tame = "1431"', "STOPPAGE: cameo_modes: no mode tame"),
        ("heritage = -9", "drone = -9", "ASSAULT: the mode drone is ours already"),
        ("[types.ASSAULT.modes]", "[types.ASSAULT]\nquad = 1\n[types.ASSAULT.modes]", "not quad"),
    ],
)
def test_a_broken_type_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(OntologyError, match=f"codebook.toml: .*{complaint}"):
        add_types(load_codebook(), book(tmp_path, GOOD.replace(old, new)))
