"""The directory that a text is read with, kept with its Doc.

Ours, or one with a user's own listings over it. A Doc carries it as it carries its vocabulary, so
that every stage knows the same people.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc

from dragoman.ontology.directory import Directory, load_directory

_KEY: Final = "dragoman.directory"


def keep_directory(doc: Doc, directory: Directory) -> None:
    """Let the Doc be read with that directory."""
    doc.user_data[_KEY] = directory


def directory_of(doc: Doc) -> Directory:
    """The directory to read the Doc with; the bundled one where none was kept."""
    found = doc.user_data.get(_KEY)
    return found if isinstance(found, Directory) else load_directory()
