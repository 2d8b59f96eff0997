"""One report: its canonical text and where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """A text to code, kept exactly as every span counts it, and what is known about it.

    `origin` is the name the user gave the input (a path, "-" or "file.jsonl:12"), for messages;
    it is no part of the record.
    """

    text: str
    id: str = ""
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    language: str | None = "en"
    origin: str = "-"

    def __post_init__(self) -> None:
        if not self.id:
            object.__setattr__(self, "id", self.sha256[:16])

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the text's UTF-8 bytes (lone surrogates kept as they are)."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
