"""Gold treebanks for measuring the reader: CoNLL-U documents and IOB2 names."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

CURRENT_LABELS: Final = {
    "nmod:tmod": "nmod:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "obl:npmod": "obl:unmarked",
}
"""Labels of older UD releases under the names that 2.14 and later give them."""


@dataclass(slots=True)
class GoldSentence:
    """One sentence; `heads` are 1-based within it, 0 for the root; `names` are IOB2 tags."""

    identifier: str
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    names: list[str] | None = None
    opens_paragraph: bool = False


GoldDocument = list[GoldSentence]


def read_treebank(path: Path) -> list[GoldDocument]:
    """Documents of a CoNLL-U file; those whose words are masked with underscores are left out."""
    documents: list[GoldDocument] = []
    sentence = GoldSentence("")
    parts: dict[int, tuple[int, str, bool]] = {}
    paragraph = True
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# newdoc id"):
            documents.append([])
            paragraph = True
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sentence = GoldSentence(line.partition("=")[2].strip(), opens_paragraph=paragraph)
            paragraph, parts = False, {}
        elif line and not line.startswith("#"):
            _add_word(sentence, parts, line.split("\t"))
        elif not line and sentence.words:
            _write_parts(sentence, parts)
            if not documents:
                documents.append([])
            documents[-1].append(sentence)
            sentence = GoldSentence("")
    return [document for document in documents if document and not _is_masked(document)]


def _add_word(
    sentence: GoldSentence, parts: dict[int, tuple[int, str, bool]], columns: list[str]
) -> None:
    number, spaced = columns[0], "SpaceAfter=No" not in columns[9].split("|")
    if "-" in number:
        first, last = number.split("-")
        parts[int(first) - 1] = (int(last), columns[1], spaced)
    elif "." not in number:
        sentence.words.append(columns[1])
        sentence.lemmas.append(columns[2])
        sentence.upos.append(columns[3])
        sentence.xpos.append(columns[4])
        sentence.heads.append(int(columns[6]))
        sentence.labels.append(CURRENT_LABELS.get(columns[7], columns[7]))
        sentence.spaces.append(spaced)


def _write_parts(sentence: GoldSentence, parts: dict[int, tuple[int, str, bool]]) -> None:
    """Give the words of a contraction the characters that stand in the text."""
    for first, (end, form, spaced) in parts.items():
        sentence.spaces[first:end] = [False] * (end - first - 1) + [spaced]
        if sum(map(len, sentence.words[first:end])) == len(form):
            for index in range(first, end):
                size = len(sentence.words[index])
                sentence.words[index], form = form[:size], form[size:]


def _is_masked(document: GoldDocument) -> bool:
    words = [word for sentence in document for word in sentence.words]
    return 3 * sum(set(word) == {"_"} for word in words) > len(words)


def add_names(documents: list[GoldDocument], path: Path) -> None:
    """Give the sentences of an IOB2 file their names, by sentence identifier."""
    tags: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("# sent_id"):
            current = tags.setdefault(line.partition("=")[2].strip(), [])
        elif line[:1].isdigit():
            current.append(line.split("\t")[2])
    for document in documents:
        for sentence in document:
            names = tags.get(sentence.identifier)
            if names is not None and len(names) == len(sentence.words):
                sentence.names = names


def document_text(document: GoldDocument) -> tuple[str, list[tuple[int, int]]]:
    """The text as it was written, a blank line between paragraphs, and each word's range in it."""
    text, ranges = "", []
    for sentence in document:
        if sentence.opens_paragraph and text:
            text = text.rstrip() + "\n\n"
        elif text and not text[-1].isspace():
            text += " "
        for word, spaced in zip(sentence.words, sentence.spaces, strict=True):
            ranges.append((len(text), len(text) + len(word)))
            text += word + " " * spaced
    return text.rstrip(), ranges
