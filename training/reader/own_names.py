"""Our own sentences for names: templates filled from a gazette, names of the world's conflicts."""

from __future__ import annotations

import random
import re
import tomllib
from dataclasses import replace
from pathlib import Path

import spacy
from training.reader.sentences import Document, Sentence, name_spans, tag_names

FOLDER = Path(__file__).parent

SLOT_LABELS = {
    **dict.fromkeys(("armed", "agencies", "ministries", "parties", "media", "firms"), "ORG"),
    **dict.fromkeys(("cities", "regions", "countries"), "LOC"),
    **dict.fromkeys(("person", "surname"), "PERSON"),
    **dict.fromkeys(("adjectives", "peoples"), "NORP"),
}

SWAPPED_LISTS = ("cities", "countries", "regions")
"""Lists whose names may stand in for a place of the treebanks."""


class Gazette:
    """Draws names from gazette.toml."""

    def __init__(self, path: Path = FOLDER / "gazette.toml") -> None:
        content = tomllib.loads(path.read_text("utf-8"))
        people = content.pop("people")
        self._lists = {key: _names(text) for key, text in content.items()}
        self._people = [(_names(r["given"]), _names(r["surname"])) for r in people.values()]
        self._tokenise = spacy.blank("en").tokenizer
        self._by_length: dict[tuple[str, int], list[list[str]]] = {}
        for key in SWAPPED_LISTS:
            for name in self._lists[key]:
                words = self.words(name)
                self._by_length.setdefault(("LOC", len(words)), []).append(words)
        for given, surnames in self._people:
            for surname in map(self.words, surnames):
                self._by_length.setdefault(("PERSON", len(surname)), []).append(surname)
                for first in map(self.words, given):
                    pair = [*first, *surname]
                    self._by_length.setdefault(("PERSON", len(pair)), []).append(pair)

    def words(self, text: str) -> list[str]:
        """The text's words as the package's tokeniser splits them."""
        return [token.text for token in self._tokenise(text) if not token.is_space]

    def name(self, slot: str, draw: random.Random) -> str:
        """A name for a slot of a template."""
        if slot not in ("person", "surname"):
            return draw.choice(self._lists[slot])
        given, surnames = draw.choice(self._people)
        surname = draw.choice(surnames)
        return surname if slot == "surname" else f"{draw.choice(given)} {surname}"

    def single_words(self, slot: str) -> list[str]:
        """The names of a list that are one word."""
        return [name for name in self._lists[slot] if " " not in name]

    def swap(self, sentence: Sentence, draw: random.Random) -> Sentence:
        """The sentence with its people and places renamed, by names of as many words."""
        if sentence.names is None:
            return sentence
        words = list(sentence.words)
        for start, end, label in name_spans(sentence.names):
            known = self._by_length.get((label, end - start))
            if known and all(word[0].isupper() or word[0] == "-" for word in words[start:end]):
                words[start:end] = draw.choice(known)
        return replace(sentence, words=words)


def _names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(";") if name.strip()]


def read_templates(path: Path = FOLDER / "templates.txt") -> list[str]:
    """The templates, one a line."""
    lines = path.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def fill(template: str, gazette: Gazette, draw: random.Random) -> Sentence:
    """A sentence with names only: no tags, no tree."""
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    text = ""
    marks: list[tuple[int, int, str]] = []
    for piece in re.split(r"(\{\w+\})", template):
        if piece.startswith("{"):
            name = gazette.name(piece[1:-1], draw)
            marks.append((len(text), len(text) + len(name), SLOT_LABELS[piece[1:-1]]))
            text += name
        else:
            text += piece
    position, places = 0, []
    for word in gazette.words(text):
        position = text.index(word, position)
        words.append(word)
        places.append((position, position + len(word)))
        position += len(word)
    for low, high, label in marks:
        inside = [i for i, (a, b) in enumerate(places) if a >= low and b <= high]
        if inside:
            spans.append((inside[0], inside[-1] + 1, label))
    return Sentence(words, [True] * len(words), tag_names(len(words), spans), starts_paragraph=True)


def draw_documents(count: int, gazette: Gazette, draw: random.Random) -> list[Document]:
    """`count` filled templates, each a document of its own."""
    templates = read_templates()
    return [
        Document(f"own-{n}", "own", sentences=[fill(draw.choice(templates), gazette, draw)])
        for n in range(count)
    ]
