"""Trigger files: what the door lets in, and the lexicon tested by its own sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology.governors import load_governors
from dragoman.ontology.lexicon import load_lexicon
from dragoman.ontology.triggers import load_triggers
from dragoman.ontology.word_classes import LABELS, load_classes

if TYPE_CHECKING:
    from spacy.language import Language
# Share of the lexicon's own sentences that must come out as they say. The rest is lost to the
# parser on sentences that a person would read at once; the number may only rise.
CODES_FLOOR = 0.96
SKIPS_FLOOR = 0.97

ENTRY = """
type = "PROTEST"

[[entry]]
id = "march"
verbs = ["march on/to @power"]
modes = ["demo"]
codes = ["Miners marched on the palace."]

[classes]
power = ["palace", "@COUNTRY"]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "protest.toml").write_text(text, "utf-8")
    return folder


def test_alternatives_and_classes_are_expanded(tmp_path: Path) -> None:
    triggers = load_triggers(write(tmp_path, ENTRY))
    patterns = triggers.verbs["march"]
    assert {pattern.particles for pattern in patterns} == {("on",), ("to",)}
    for pattern in patterns:
        (test,) = pattern.words
        assert test.words == {"palace"}
        assert test.labels == {"COUNTRY"}
    assert triggers.by_id["protest/march"].modes == ("demo",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('modes = ["demo"]', 'modes = ["drone"]', "no mode drone"),
        ("@power", "@powers", "@powers"),
        ('type = "PROTEST"', 'type = "SPRAT"', "SPRAT"),
        ('codes = ["Miners marched on the palace."]', "codes = []", "codes"),
        ('id = "march"', 'id = "march"\nrole = "act"', "role"),
        ('id = "march"', 'id = "march"\nroles = "actor"', "no such roles"),
        ('id = "march"', 'id = "march"\nwhere = { subjct = ["@rebel"] }', "did you mean subject"),
        ('id = "march"', 'id = "March"', "small letters"),
        ("march on/to", "March on/to", "capitals"),
        ('verbs = ["march on/to @power"]', "", "names no word"),
        ('type = "PROTEST"', "type = PROTEST", "protest.toml"),
    ],
)
def test_a_broken_entry_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(OntologyError, match=message):
        load_triggers(write(tmp_path, ENTRY.replace(old, new)))


def test_an_entry_cannot_stand_twice(tmp_path: Path) -> None:
    body = ENTRY.partition("[classes]")[0].partition("[[entry]]")[2]
    with pytest.raises(OntologyError, match="twice"):
        load_triggers(write(tmp_path, f"{ENTRY}\n[[entry]]{body}"))


def test_classes_hold_no_circle_and_no_unknown_class() -> None:
    classes = load_classes()
    for name in classes.raw:
        words = classes.words(name)
        assert words, name
        assert all(word[1:] in LABELS for word in words if word.startswith("@")), name


def test_every_type_has_entries() -> None:
    assert {entry.type for entry in load_triggers().entries} == {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_chains_and_light_verbs_load() -> None:
    governors = load_governors()
    assert "refuse" in governors.verbs
    assert any(light.id == "undergo" for light in governors.light["come"])
    assert governors.content_modes["REQUEST"]["ceasefire"] == "yield"
    assert governors.word_modes["ASSAULT"]["drone"] == "drone"


def test_the_lexicon_codes_and_skips_its_own_sentences(nlp: Language) -> None:
    from dragoman.runs.lexicon_check import check_entries

    verdicts = list(check_entries(nlp, load_lexicon()))
    for must_code, floor in ((True, CODES_FLOOR), (False, SKIPS_FLOOR)):
        asked = [verdict for verdict in verdicts if verdict.must_code == must_code]
        failed = [f"{v.entry.id}: {v.sentence}" for v in asked if not v.fine]
        assert 1 - len(failed) / len(asked) >= floor, "\n".join(failed)
