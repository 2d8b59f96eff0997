"""Acronyms that a parser takes for other words: "IS had shelled the town" names a group."""

from __future__ import annotations

from typing import Final, Protocol

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_AROUND: Final = 4
"""Words on either side that show whether the text is written in capitals throughout."""


class Columns(Protocol):
    """The lists of a document that are mended in place (columns.py)."""

    @property
    def texts(self) -> list[str]: ...
    @property
    def lemma(self) -> list[str]: ...
    @property
    def pos(self) -> list[str]: ...
    @property
    def tag(self) -> list[str]: ...
    @property
    def dep(self) -> list[str]: ...
    @property
    def head(self) -> list[int]: ...
    @property
    def ent(self) -> list[str]: ...


def mend_acronyms(columns: Columns) -> None:
    """Let "IS" before a finite verb be its subject, and before a noun a part of its name."""
    for i, text in enumerate(columns.texts[:-1]):
        if text == "IS" and columns.pos[i] == "AUX" and not _is_shouted(columns, i):
            _mend(columns, i)


def _is_shouted(columns: Columns, i: int) -> bool:
    around = columns.texts[max(0, i - _AROUND) : i] + columns.texts[i + 1 : i + 1 + _AROUND]
    return not any(word.islower() for word in around)


def _mend(columns: Columns, i: int) -> None:
    after = i + 1
    if columns.dep[i] in _AUXILIARY:
        if columns.pos[after] in ("NOUN", "PROPN"):
            columns.dep[i], columns.head[i] = "compound", after
        elif columns.pos[after] == "AUX" or columns.tag[after] in _FINITE:
            _give_subject(columns, i)
        else:
            return
    elif columns.dep[i] not in ("nsubj", "nsubj:pass", "compound", "obj", "nmod", "obl"):
        return
    columns.pos[i], columns.tag[i], columns.ent[i] = "PROPN", "NNP", "ORG"
    columns.lemma[i] = columns.texts[i]


def _give_subject(columns: Columns, i: int) -> None:
    """Make the acronym the subject of its verb; what stood as that belongs to the verb above."""
    verb = columns.head[i]
    columns.dep[i] = "nsubj"
    marks = [k for k in range(i) if columns.dep[k] == "mark" and columns.head[k] == verb]
    for k in range(i):
        if columns.head[k] != verb or not columns.dep[k].startswith("nsubj"):
            continue
        if any(k < mark for mark in marks) and columns.dep[verb] == "ccomp":
            columns.dep[k], columns.head[k] = "iobj", columns.head[verb]
