"""Every exception that dragoman raises on purpose.

DragomanError                  anything below; nothing else is caught by a run
├── SettingsError              a settings file or variable cannot be used
├── UsageError                 a command or call was asked for something that it does not offer
├── OntologyError              a lexicon, codebook or table is broken (names file and entry)
├── ModelError                 a language model is missing or does not fit
├── StoreError                 a database is missing, damaged, or of another version
│   └── StoreBusy              somebody else is writing to it
└── InputError                 one input cannot be coded; the others still are
    ├── UnreadableInput        missing, no permission, not text, broken encoding
    ├── EmptyInput             nothing to read in it
    ├── ForeignLanguage        written in a language that the reader does not read
    ├── OversizedInput         larger than the limit of the settings
    └── CodingFailure          a fault of ours met in this one report
"""

from __future__ import annotations


class DragomanError(Exception):
    """Base of all errors that dragoman raises on purpose; its text is one line for the user."""


class SettingsError(DragomanError):
    """A settings file or environment variable cannot be used."""


class UsageError(DragomanError):
    """A call asks for something that is not on offer."""


class OntologyError(DragomanError):
    """A lexicon, codebook or table is broken; the text names the file and the entry."""


class ModelError(DragomanError):
    """A language model is missing, damaged or does not offer what coding relies on."""


class StoreError(DragomanError):
    """A database cannot be used; the text names the file."""


class StoreBusy(StoreError):
    """Somebody else has been writing to the database for longer than we wait."""


class InputError(DragomanError):
    """One input cannot be coded. `origin` names it as the user did, `reason` says why."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(f"{origin}: {reason}")
        self.origin = origin
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return type(self), (self.origin, self.reason)


class UnreadableInput(InputError):
    """The input is missing, not permitted, or not text."""


class EmptyInput(InputError):
    """The input holds nothing to read."""


class ForeignLanguage(InputError):
    """The input is written in a language that the reader does not read."""


class OversizedInput(InputError):
    """The input is larger than the size limit."""


class CodingFailure(InputError):
    """A fault of dragoman's own met in one report; the others are still coded."""
