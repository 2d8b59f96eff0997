"""A Doc's attributes as plain lists, read in one sweep: a Token for each look costs ten times that."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from dragoman.language.acronyms import mend_acronyms

_KEY: Final = "dragoman.columns"
_ATTRIBUTES: Final[list[int | str]] = [
    "ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "ENT_TYPE", "ENT_IOB", "SENT_START",
]  # fmt: skip
_INSIDE: Final = 1
"""spaCy's number for a token inside a name; `Doc.ents` refuses sequences that models may give."""


@dataclass(frozen=True, slots=True)
class Columns:
    """One list an attribute, by token index; a root is its own head.

    `lemma` is the text where there is none; `inside` says that a token goes on with the name
    before it, `starts` that it begins a sentence.
    """

    texts: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    inside: list[bool]
    starts: list[bool]


def columns_of(doc: Doc) -> Columns:
    """The lists of a document, made once and kept with it."""
    columns = doc.user_data.get(_KEY)
    if not isinstance(columns, Columns):
        columns = doc.user_data[_KEY] = _read(doc)
        mend_acronyms(columns)
    return columns


def tokens_tagged(doc: Doc, *pos: str) -> Iterator[Token]:
    """The tokens of some parts of speech, in order."""
    return (doc[i] for i, own in enumerate(columns_of(doc).pos) if own in pos)


def tokens_spelled(doc: Doc, words: Container[str]) -> Iterator[Token]:
    """The tokens whose lower-case text is one of the words, in order."""
    return (doc[i] for i, word in enumerate(columns_of(doc).lower) if word in words)


def _read(doc: Doc) -> Columns:
    table = doc.to_array(_ATTRIBUTES).T if len(doc) else np.zeros((len(_ATTRIBUTES), 0), np.uint64)
    orth, lemma, pos, tag, dep, head, ent, iob, start = table

    def strings(column: npt.NDArray[np.uint64]) -> list[str]:
        keys: list[int] = column.tolist()
        names = {key: doc.vocab.strings[key] for key in set(keys)}
        return [names[key] for key in keys]

    texts = strings(orth)
    indices = np.arange(len(doc)) + head.astype(np.int64)
    return Columns(
        texts=texts,
        lower=[text.lower() for text in texts],
        lemma=[lemma or text for lemma, text in zip(strings(lemma), texts, strict=True)],
        pos=strings(pos),
        tag=strings(tag),
        dep=strings(dep),
        head=indices.tolist(),
        ent=strings(ent),
        inside=(iob == _INSIDE).tolist(),
        starts=(start.astype(np.int64) == 1).tolist(),
    )
