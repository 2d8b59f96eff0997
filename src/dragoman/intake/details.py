"""What is known about a report beside its text, and whose knowledge counts first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.records import Report


@dataclass(frozen=True, slots=True)
class Details:
    """What a user or a document says of a report; None where nobody said."""

    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None

    def over(self, other: Details) -> Details:
        """These details, with the other's where these have none."""
        return Details(
            published=self.published or other.published,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
        )

    def report(
        self, text: str, *, origin: str, identifier: str = "", language: str = "en"
    ) -> Report:
        """The report of `text` with these details."""
        return Report(
            text=text,
            id=identifier,
            title=self.title,
            publisher=self.publisher,
            url=self.url,
            published=self.published,
            language=language,
            origin=origin,
        )
