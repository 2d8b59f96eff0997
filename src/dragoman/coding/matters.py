"""What a court deals with, in the words of the report, and where that took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.coding.clauses import lemma_of
from dragoman.coding.findings import Toponym, text_span
from dragoman.language.canonical import canonical_text
from dragoman.ontology.courts import Courts
from dragoman.records.spans import TextSpan
from dragoman.records.values import Place

_REACH = 25
"""Tokens behind a verdict among which its grounds stand."""
_ENDS = frozenset({".", ",", ";", ":", "(", "—", "–"})


def matter_of(token: Token, courts: Courts) -> TextSpan | None:
    """The crimes told of in the sentence, nearest after the act, joined ones together."""
    sentence = token.sent
    text, offset = sentence.text, sentence.start_char
    groups: list[tuple[int, int]] = []
    for m in courts.crimes.finditer(text):
        if groups and re.fullmatch(
            r"\s*(?:,|and|or|, and|&)?\s*(?:and|or)?\s*", text[groups[-1][1] : m.start()]
        ):
            groups[-1] = (groups[-1][0], m.end())
        else:
            groups.append((m.start(), m.end()))
    if not groups:
        return _what_for(token)
    at = token.idx - offset
    after = [g for g in groups if g[1] > at]
    before = [g for g in groups if g[1] <= at and at - g[1] <= 2]
    start, end = (before or after or groups)[0]
    return TextSpan.of(canonical_text(token.doc), offset + start, offset + end)


def _what_for(token: Token) -> TextSpan | None:
    """What one was convicted for where no crime is named: "for taking bribes from builders"."""
    if lemma_of(token) not in ("convict", "sentence", "jail", "indict", "acquit"):
        return None
    doc = token.doc
    for mark in doc[token.i + 1 : min(token.sent.end, token.i + _REACH)]:
        if mark.lower_ != "for" or mark.i + 1 >= len(doc) or mark.nbor(1).tag_ != "VBG":
            continue
        end = mark.i + 2
        while end < min(token.sent.end, mark.i + _REACH) and doc[end].text not in _ENDS:
            if doc[end].lower_ in ("in", "on", "after", "while", "between", "during", "through"):
                break
            end += 1
        return text_span(doc[mark.i + 1 : end])
    return None


def place_of_matter(
    token: Token, matter: TextSpan | None, toponyms: Sequence[Toponym]
) -> Place | None:
    """Where the matter took place: "… in Gaza" right after it."""
    if matter is None:
        return None
    for toponym in toponyms:
        gap = toponym.span.start_char - matter.end
        if toponym.place is None or not 0 <= gap <= 40 or toponym.span[0].sent != token.sent:
            continue
        between = canonical_text(token.doc)[matter.end : toponym.span.start_char]
        if re.fullmatch(
            r"\s*(?:allegedly\s+)?(?:committed\s+)?(?:in|across|at|inside)\s+(?:the\s+)?(?:\w+\s+){0,2}",
            between,
        ):
            return toponym.place
    return None
