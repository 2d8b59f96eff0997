"""Codes for an actor named on its own: a phrase without its report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.coding.who import Cast, cast_draft
from dragoman.coding.who.affiliation import CONTEXT, IMPLIED
from dragoman.coding.who.draft import Draft
from dragoman.language.coreference import read_chains
from dragoman.records.report import Report
from dragoman.records.values import Entity

Ground = Literal["name", "capital", "seat", "directory", "phrase", "title", "context"]
"""What an actor's codes rest on: a country's own name, its capital's or a seat of government's, a
listing of the directory, the words of the phrase, a title that implies the country, or the country
given beside the phrase."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Whom a phrase names, and what that rests on; `role` is the office told or known for the day."""

    entity: Entity
    role: str | None
    ground: Ground


def code_actor(
    read: Callable[[str], Doc], phrase: str, *, context: str | None = None, day: date | None = None
) -> Actor | None:
    """Whom a phrase names, read on its own; None where it names nobody.

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
    doc = read(text)
    draft = Draft(doc, read_chains(doc), Report(text=text, published=day))
    cast = cast_draft(draft)
    for token in _heads(doc, len(phrase.strip())):
        entity = cast.entity_at(token)
        if entity is not None:
            return Actor(entity, _role(cast, draft, token), _ground(draft, token))
    return None


def _heads(doc: Doc, end: int) -> list[Token]:
    """The phrase's tokens, its grammatical head first, then from the right."""
    tokens = [token for token in doc if token.idx < end]
    tokens.sort(key=lambda t: (len(list(t.ancestors)), -t.i))
    return tokens


def _role(cast: Cast, draft: Draft, token: Token) -> str | None:
    """The office that the phrase tells, else the one that the directory knows for the day."""
    told = next((p.role for p in cast.participants_at(token)), None)
    listed = draft.glossary.listed.get(token.i)
    if told is not None or listed is None:
        return told
    office = listed.match.listing.office_on(draft.report.published)
    return office.title if office is not None else None


def _ground(draft: Draft, token: Token) -> Ground:
    glossary = draft.glossary
    if token.i in glossary.listed:
        return "directory"
    nation, role = glossary.nations.get(token.i), glossary.roles.get(token.i)
    if nation is not None and role is None:
        if nation.nationhood in ("capital", "seat"):
            return nation.nationhood  # type: ignore[return-value]
        return "phrase" if nation.nationhood == "demonym" else "name"
    profile = draft.profiles.get(token.i)
    if profile is not None and profile.countries and profile.strength in (CONTEXT, IMPLIED):
        return "title" if profile.strength == IMPLIED else "context"
    return "phrase"
