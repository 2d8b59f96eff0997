"""The trigger files as people write them, checked key by key; `triggers.py` makes patterns of them.

What each key means: `docs/custom-event-types.md`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from dragoman.ontology.toml_files import read_checked

OURS = Path(__file__).parent / "lexicons" / "triggers"


def _small(text: str) -> str:
    """Lemmas are small; only the classes that the text decides (@PERSON) are not."""
    for word in text.replace("/", " ").split():
        if not word.startswith("@") and word != word.lower():
            raise ValueError(f"{text!r} has capitals: write lemmas, in small letters")
    if not text.strip():
        raise ValueError("an empty text names no word")
    return text


def _plain(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", text):
        raise ValueError(f"{text!r}: use small letters, digits and hyphens")
    return text


Words = Annotated[str, AfterValidator(_small)]
Identifier = Annotated[str, AfterValidator(_plain)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class WhenIn(BaseModel):
    """Further modes and contexts; every other key is a slot with what must stand in it."""

    model_config = ConfigDict(extra="allow", frozen=True)
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()


class EntryIn(_Strict):
    """One `[[entry]]`."""

    id: Identifier
    verbs: tuple[Words, ...] = ()
    nouns: tuple[Words, ...] = ()
    adjectives: tuple[Words, ...] = ()
    phrases: tuple[Words, ...] = ()
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    roles: str = "act"
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    reciprocal: bool = False
    also: tuple[str, ...] = ()
    alone: bool = False
    weak: bool = False
    where: dict[str, tuple[str, ...]] = {}
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    when: tuple[WhenIn, ...] = ()
    confidence: float = Field(0.85, ge=0, le=1)
    codes: tuple[str, ...] = ()
    skips: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _says_what_it_codes(self) -> EntryIn:
        if not (self.verbs or self.nouns or self.adjectives or self.phrases):
            raise ValueError("names no word: give verbs, nouns, adjectives or phrases")
        if not self.codes:
            raise ValueError('no sentence that it must code: give one, as codes = ["…"]')
        return self


class FileIn(_Strict):
    """One file: entries of one type, word classes of its own, and entries that it takes out."""

    type: str = ""
    drop: tuple[str, ...] = ()
    classes: dict[str, tuple[str, ...]] = {}
    entry: tuple[EntryIn, ...] = ()

    @field_validator("entry", mode="before")
    @classmethod
    def _stands_in_two_brackets(cls, value: object) -> object:
        if isinstance(value, dict):
            raise ValueError("write [[entry]], in two brackets: there may be several")
        return value

    @model_validator(mode="after")
    def _names_its_type(self) -> FileIn:
        if self.entry and not self.type:
            raise ValueError('no type: name one on top, as type = "ASSAULT"')
        if not self.entry and not self.drop:
            raise ValueError("holds no [[entry]] and drops none")
        return self


@dataclass(frozen=True, slots=True)
class TriggerFile:
    """A file that passed; `name` is what messages call it."""

    name: str
    content: FileIn


def read_trigger_files(folder: Path) -> tuple[TriggerFile, ...]:
    """Every trigger file of a folder, in the order of their names.

    Raises OntologyError naming file and entry where one is broken.
    """
    return tuple(
        TriggerFile(
            path.name if folder == OURS else str(path),
            read_checked(path, FileIn),
        )
        for path in sorted(folder.glob("*.toml"))
    )
