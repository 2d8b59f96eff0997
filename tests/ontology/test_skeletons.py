"""The trigger files that one starts from load, and their examples come out as they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dragoman.ontology.codebook import EventType, load_codebook
from dragoman.ontology.custom_types import make_type
from dragoman.ontology.lexicon import read_lexicon
from dragoman.ontology.skeletons import trigger_skeleton, type_table
from dragoman.runs.lexicon_check import check_entries

if TYPE_CHECKING:
    from spacy.language import Language

OURS = list(load_codebook().types.values())
NEW = [
    make_type(
        f"NEW_{quad}",
        {"quad": quad, "score": 1.5, "definition": 'a "new" one', "modes": {"loot": -7.0}},
        load_codebook(),
    )
    for quad in (1, 2, 3, 4)
]


@pytest.mark.parametrize("event_type", [*OURS, *NEW], ids=lambda event_type: event_type.name)
def test_the_example_passes_the_check(nlp: Language, tmp_path: Path, event_type: EventType) -> None:
    (tmp_path / "triggers").mkdir()
    (tmp_path / "triggers" / "a.toml").write_text(trigger_skeleton(event_type), "utf-8")
    if event_type in NEW:
        (tmp_path / "codebook.toml").write_text(type_table(event_type), "utf-8")
    lexicon = read_lexicon(tmp_path)
    verdicts = list(check_entries(nlp, lexicon, lexicon.own_entries))
    assert len(verdicts) >= 2
    assert [verdict for verdict in verdicts if not verdict.fine] == []
    assert lexicon.codebook.types[event_type.name] == event_type
