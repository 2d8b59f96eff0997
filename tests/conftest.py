"""Fixtures that are slow to make, made once, and only for the tests that ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from dragoman.runs.reader import Reader


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
