"""The text of a Doc, put together once: spaCy joins it anew at every `doc.text`."""

from __future__ import annotations

from spacy.tokens import Doc

_KEY = "dragoman.text"


def canonical_text(doc: Doc) -> str:
    """The characters that every span of the document counts."""
    text = doc.user_data.get(_KEY)
    if not isinstance(text, str):
        text = doc.user_data[_KEY] = doc.text
    return text
