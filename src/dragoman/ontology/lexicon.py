"""The lexicon in force: what may be said and by which words, ours or with a user's folder over it.

A folder of a user's own holds `triggers/*.toml`, a `codebook.toml`, or both. A lexicon is made
once, handed down, and never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import OntologyError
from dragoman.ontology.codebook import Codebook, EventType, load_codebook
from dragoman.ontology.contexts import Contexts, load_contexts
from dragoman.ontology.custom_types import add_types
from dragoman.ontology.entries import Entry
from dragoman.ontology.governors import Governors, load_governors
from dragoman.ontology.triggers import Triggers, add_triggers, load_triggers

CODEBOOK_NAME, TRIGGERS_NAME = "codebook.toml", "triggers"


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that typing an act asks. `folder` is the user's own, None where it is all ours."""

    codebook: Codebook
    triggers: Triggers
    governors: Governors
    contexts: Contexts
    folder: Path | None = None

    @property
    def own_entries(self) -> tuple[Entry, ...]:
        """The entries of the user's folder; all where there is none."""
        ours = load_lexicon().triggers.by_id
        if self.folder is None:
            return self.triggers.entries
        return tuple(e for e in self.triggers.entries if ours.get(e.id) is not e)


@cache
def load_lexicon() -> Lexicon:
    """The bundled lexicon. Raises OntologyError where a file of it is broken."""
    return Lexicon(load_codebook(), load_triggers(), load_governors(), load_contexts())


def read_lexicon(folder: Path) -> Lexicon:
    """The bundled lexicon with a user's folder over it.

    Raises OntologyError, in one line that names file and entry, where the folder cannot be used.
    """
    ours = load_lexicon()
    codebook, triggers, governors = ours.codebook, ours.triggers, ours.governors
    book, files = _found(folder)
    if book is not None:
        codebook = add_types(codebook, book)
        new = {name: item.like for name, item in codebook.types.items() if item.like != name}
        governors = governors.with_types(new)
    if files is not None:
        triggers = add_triggers(triggers, files, codebook)
    return Lexicon(codebook, triggers, governors, ours.contexts, folder)


def folder_of(file: Path) -> Path | None:
    """The user's folder that a trigger file belongs to, None where it stands in no `triggers`."""
    place = file.absolute().parent
    return place.parent if place.name == TRIGGERS_NAME else None


def types_of(folder: Path | None) -> Mapping[str, EventType]:
    """The types that trigger files may name: ours, and those of the folder's codebook."""
    ours = load_codebook()
    if folder is None or not (folder / CODEBOOK_NAME).is_file():
        return ours.types
    return add_types(ours, folder / CODEBOOK_NAME).types


def _found(folder: Path) -> tuple[Path | None, Path | None]:
    """The codebook and the folder of trigger files, None where there is none."""
    if not folder.is_dir():
        reason = "is no folder" if folder.exists() else "no such folder"
        raise OntologyError(
            f"{folder}: {reason}: a lexicon is a folder with {TRIGGERS_NAME}/*.toml"
        )
    book, files = folder / CODEBOOK_NAME, folder / TRIGGERS_NAME
    stray = sorted(p.name for p in folder.glob("*.toml") if p.name != CODEBOOK_NAME)
    if stray:
        raise OntologyError(
            f"{folder / stray[0]}: move it to {files}: trigger files are read there"
        )
    if not book.is_file() and not any(files.glob("*.toml")):
        raise OntologyError(f"{folder}: holds neither {CODEBOOK_NAME} nor {TRIGGERS_NAME}/*.toml")
    return (book if book.is_file() else None), (files if files.is_dir() else None)
