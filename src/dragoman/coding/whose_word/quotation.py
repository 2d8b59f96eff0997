"""Where the text quotes: stretches between quotation marks, also over sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

_OPENING = {"“": "”", "„": "”", "«": "»", "``": "''", "‘": "’"}
_CLOSING = frozenset({"”", "»", "’"})
_STRAIGHT = frozenset({'"', "'", "''"})
_MARKS = frozenset(_OPENING) | _CLOSING | _STRAIGHT
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_SENTENCE_END = frozenset({".", "?", "!", "…", "..."})


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `[start, end)` of one paragraph between quotation marks, the marks included.

    `clausal` tells a quoted sentence from a quoted word or phrase; `runs_on` says that the marks
    stay open at the paragraph's end, so that the next quotation goes on with the same voice.
    """

    start: int
    end: int
    clausal: bool
    runs_on: bool = False

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end


def _is_quote(token: Token) -> bool:
    """Whether the mark quotes, rather than standing for an omitted letter or a possessive."""
    if token.text not in ("'", "’", "‘"):
        return True
    return token.tag_ not in ("POS", "VBZ") and token.dep_ not in ("case", "aux", "cop")


def _opens(token: Token) -> bool:
    """Whether a straight mark opens: it leans on the word after it."""
    if token.i + 1 >= len(token.doc) or token.whitespace_:
        return False
    if token.i == 0:
        return True
    before = token.nbor(-1)
    return bool(before.whitespace_) or before.is_space or before.text in "([{—–-/"


def _is_clausal(doc: Doc, start: int, end: int) -> bool:
    inner = [t for t in doc[start:end] if t.text not in _MARKS and not t.is_space]
    if len(inner) < 2:
        return False
    if inner[-1].text in _SENTENCE_END and len(inner) > 2:
        return True
    finite = any(t.tag_ in _FINITE for t in inner)
    return (finite and any(t.dep_.startswith(("nsubj", "csubj", "expl")) for t in inner)) or (
        finite and inner[-1].text == ","
    )


def paragraph_of(doc: Doc) -> list[int]:
    """The number of the paragraph of each token; a line break ends a paragraph."""
    numbers = []
    number = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            number += 1
        numbers.append(number)
    return numbers


def find_quotations(doc: Doc, paragraphs: list[int] | None = None) -> tuple[Quotation, ...]:
    """All outermost quotations in reading order, one for each paragraph they run through."""
    marks = [t for t in doc if t.text in _MARKS]
    if not marks:
        return ()
    paragraphs = paragraphs if paragraphs is not None else paragraph_of(doc)
    found: list[Quotation] = []
    opened: Token | None = None
    closing = ""

    def close(end: int, runs_on: bool) -> None:
        assert opened is not None
        if end - opened.i > 1:
            found.append(Quotation(opened.i, end, _is_clausal(doc, opened.i, end), runs_on))

    for mark in marks:
        if not _is_quote(mark):
            continue
        if opened is not None and paragraphs[mark.i] != paragraphs[opened.i]:
            last = opened.i
            while last + 1 < mark.i and paragraphs[last + 1] == paragraphs[opened.i]:
                last += 1
            if closing not in ("'", "’"):
                close(last + 1, runs_on=paragraphs[mark.i] == paragraphs[opened.i] + 1)
            opened = None
        text = mark.text
        if opened is None:
            if text in _OPENING:
                opened, closing = mark, _OPENING[text]
            elif text in _STRAIGHT and _opens(mark):
                opened, closing = mark, text
        elif text == closing:
            close(mark.i + 1, runs_on=False)
            opened = None
    if opened is not None and closing not in ("'", "’"):
        last = opened.i
        while last + 1 < len(doc) and paragraphs[last + 1] == paragraphs[opened.i]:
            last += 1
        close(last + 1, runs_on=False)
    return tuple(found)
