"""Load a reader and annotate texts with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dragoman.errors import ModelError
from dragoman.language.canonical import keep_canonical
from dragoman.language.knowledge import keep_directory
from dragoman.language.reader import READER_COMPONENT
from dragoman.language.truecase import is_upper_case, truecase
from dragoman.language.universal import UNIVERSAL_COMPONENT
from dragoman.ontology.directory import Directory

LONGEST_TEXT: Final = 100_000_000
"""Characters; the reader's memory does not grow with the text's length, as spaCy fears."""


class HasText(Protocol):
    """Anything with a canonical text, such as a Report."""

    @property
    def text(self) -> str: ...


def load_pipeline(model: str | None = None) -> Language:
    """The bundled reader, or another spaCy pipeline by name or path.

    Raises ModelError where there is no such pipeline.
    """
    if model is None:
        nlp = spacy.blank("en")
        nlp.add_pipe(READER_COMPONENT)
    else:
        try:
            nlp = spacy.load(model)
        except OSError as error:
            raise ModelError(f"no spaCy pipeline {model!r}: {error}") from error
        nlp.add_pipe(UNIVERSAL_COMPONENT, last=True)
    nlp.max_length = LONGEST_TEXT
    return nlp


def annotate(
    nlp: Language,
    reports: Iterable[str | HasText],
    batch_size: int = 32,
    directory: Directory | None = None,
) -> Iterator[Doc]:
    """A Doc for each report or text, in order; what a Doc holds depends on its text alone.

    A text in capitals is read in ordinary case; `canonical_text(doc)` is the text as given. Names
    are looked up in `directory`, ours where none is given.
    """
    texts = (report if isinstance(report, str) else report.text for report in reports)
    readable = ((truecase(text) if is_upper_case(text) else text, text) for text in texts)
    for doc, text in nlp.pipe(readable, as_tuples=True, batch_size=batch_size):
        keep_canonical(doc, text)
        if directory is not None:
            keep_directory(doc, directory)
        yield doc
