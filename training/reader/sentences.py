"""The record that every source of training text is turned into."""

from __future__ import annotations

from dataclasses import dataclass, field

NAME_LABELS = ("PERSON", "ORG", "LOC", "NORP", "MISC")
"""Names the reader tells apart; countries and cities are LOC until the gazetteer says more."""


@dataclass(slots=True)
class Sentence:
    """One sentence of gold annotation; a layer that its source lacks is None.

    `heads` are 1-based within the sentence, 0 for the root, as in CoNLL-U. `names` are IOB2 tags.
    `spaces[i]` says whether a space follows word i in the original text.
    """

    words: list[str]
    spaces: list[bool]
    names: list[str] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    lemmas: list[str] | None = None
    heads: list[int] | None = None
    labels: list[str] | None = None
    starts_paragraph: bool = False


@dataclass(slots=True)
class Document:
    """Consecutive sentences of one text. `source` and `genre` decide the licence filter."""

    identifier: str
    source: str
    genre: str = ""
    url: str = ""
    sentences: list[Sentence] = field(default_factory=list)


def name_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Half-open word ranges of an IOB2 sequence, each with its label."""
    spans: list[tuple[int, int, str]] = []
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            spans.append((start, index, tags[start][2:]))
            start = -1
        if tag.startswith("B-"):
            start = index
    return spans


def tag_names(length: int, spans: list[tuple[int, int, str]]) -> list[str]:
    """IOB2 tags of half-open spans; where two overlap the longer one stands."""
    tags = ["O"] * length
    for start, end, label in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(tag == "O" for tag in tags[start:end]):
            tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tags
