"""Reads news reports and writes down who did what to whom, when, where, how many, on whose word.

import dragoman

reader = dragoman.load()
coding = reader.code("Rebels seized the town on Friday.", published="2024-12-07")
print(coding.events[0])
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, InputError
from dragoman.records import Coding, EventMention, Report, TextSpan

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.runs.reader import Reader
    from dragoman.settings import Settings

__version__ = "0.1.0"

__all__ = ["Coding", "DragomanError", "EventMention", "InputError", "Report", "TextSpan", "load"]


def load(
    model: str | None = None,
    settings: Settings | None = None,
    *,
    lexicons: str | Path | None = None,
) -> Reader:
    """A reader with the embedded model, or with any spaCy pipeline named by `model`.

    `lexicons` is a folder of trigger files and event types that go over ours. Raises ModelError
    where that pipeline is missing or does not parse, OntologyError where the folder is broken.
    """
    # Imported here, since the model's libraries take a second that `--version` need not wait for.
    from dragoman.runs.reader import load as load_reader

    return load_reader(model, settings, lexicons=lexicons)
