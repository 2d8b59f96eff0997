"""The text of a Doc, put together once: spaCy joins it anew at every `doc.text`."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "dragoman.text"


def keep_canonical(doc: Doc, text: str) -> None:
    """Says that the document reads `text`, of the same length as its own but in another case."""
    if len(text) != len(doc.text):
        raise ValueError("a document's canonical text has the length of its own")
    doc.user_data[_KEY] = text


def canonical_text(doc: Doc) -> str:
    """The characters that every span of the document counts."""
    text = doc.user_data.get(_KEY)
    if not isinstance(text, str):
        text = doc.user_data[_KEY] = doc.text
    return text
