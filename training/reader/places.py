"""One convention for places that act: a place is a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from training.reader.sentences import Document, Sentence, name_spans, tag_names


def settle_places(documents: Iterable[Document]) -> int:
    """Call a place a place also where it acts; returns how many names changed.

    The treebanks call "China" an organisation where it signs a treaty. Which of the two a country
    is there, coding decides; the reader is to find it. Whatever is LOC at least twice as often as
    ORG becomes LOC everywhere.
    """
    documents = list(documents)
    counts: Counter[tuple[str, str]] = Counter()
    for _, text, label in _names_of(documents):
        counts[text, label] += 1
    changed = 0
    for sentence, text, label in _names_of(documents):
        if label == "ORG" and counts[text, "LOC"] >= 2 * counts[text, "ORG"]:
            assert sentence.names is not None
            spans = name_spans(sentence.names)
            sentence.names = tag_names(
                len(sentence.words),
                [
                    (a, b, "LOC" if kind == "ORG" and _text(sentence, a, b) == text else kind)
                    for a, b, kind in spans
                ],
            )
            changed += 1
    return changed


def _names_of(documents: list[Document]) -> list[tuple[Sentence, str, str]]:
    return [
        (sentence, _text(sentence, start, end), label)
        for document in documents
        for sentence in document.sentences
        if sentence.names is not None
        for start, end, label in name_spans(sentence.names)
    ]


def _text(sentence: Sentence, start: int, end: int) -> str:
    return " ".join(sentence.words[start:end]).lower()
