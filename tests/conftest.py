"""Fixtures that are slow to make, made once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.language.pipeline import load_pipeline
from dragoman.runs.reader import Reader


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline."""
    return load_pipeline()


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    """The whole coder over the bundled pipeline."""
    return Reader(nlp)
