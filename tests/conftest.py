"""Fixtures that are slow to make, made once, and only for the tests that ask for them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from dragoman.runs.reader import Reader


_CODEBOOK = """
[types.HERITAGE]
definition = "damage to monuments and places of worship"
quad = 4
score = -8
like = "ASSAULT"
[types.HERITAGE.modes]
loot = -7
"""
_TRIGGERS = """
type = "HERITAGE"
drop = ["protest/riot"]

[classes]
heritage = ["museum", "shrine", "temple"]

[[entry]]
id = "loot"
verbs = ["loot @heritage"]
nouns = ["looting of @heritage"]
modes = ["loot"]
codes = ["Militiamen looted the museum on Sunday."]
skips = ["Rioters looted a supermarket."]
"""


@pytest.fixture
def heritage(tmp_path: Path) -> Path:
    """A user's folder of lexicons: one type, one entry, one of ours taken out."""
    folder = tmp_path / "heritage"
    (folder / "triggers").mkdir(parents=True)
    (folder / "codebook.toml").write_text(_CODEBOOK, "utf-8")
    (folder / "triggers" / "heritage.toml").write_text(_TRIGGERS, "utf-8")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _nobodys_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Neither settings nor a directory of actors of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline."""
    from dragoman.language.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    """The whole coder over the bundled pipeline."""
    from dragoman.runs.reader import Reader

    return Reader(nlp)
