"""Codes for an actor named on its own: a phrase without its report."""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc, Token

from dragoman.coding.who import find_cast
from dragoman.records.report import Report
from dragoman.records.values import Entity


def code_actor(
    nlp: Language, phrase: str, *, context: str | None = None, day: date | None = None
) -> Entity | None:
    """The entity that a phrase names, read on its own; None where it names nobody.

    `context` is a country that the phrase is known to speak of: its words are read after the
    phrase, so that they count only where the phrase is silent.
    """
    text = phrase.strip()
    if not text:
        return None
    if text[-1] not in ".!?":
        text += "."
    if context:
        text += f" This was in {context}."
    doc = nlp(text)
    cast = find_cast(doc, Report(text=text, published=day))
    for token in _heads(doc, len(phrase.strip())):
        entity = cast.entity_at(token)
        if entity is not None:
            return entity
    return None


def _heads(doc: Doc, end: int) -> list[Token]:
    """The phrase's tokens, its grammatical head first, then from the right."""
    tokens = [token for token in doc if token.idx < end]
    tokens.sort(key=lambda t: (len(list(t.ancestors)), -t.i))
    return tokens
