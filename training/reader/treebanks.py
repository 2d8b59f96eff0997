"""CoNLL-U treebanks as documents, and which of their texts anybody may use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.reader.sentences import Document, Sentence

CLOSED_GENRES = frozenset(
    {"essay", "fiction", "letter", "podcast", "whow", "reddit", "conversation"}
)
"""GUM genres left out of training: texts under a non-commercial licence (essay, fiction, letter,
podcast, whow), for non-commercial use only (reddit), or under a no-derivatives one (conversation,
from the Santa Barbara Corpus). After GUM's own LICENSE file."""

CLOSED_URLS = ("santa-barbara-corpus", "SBCSAE")
"""Parts of the Santa Barbara Corpus stand in other genres too (one court hearing)."""

UNIFIED_LABELS = {
    "nmod:tmod": "nmod:unmarked",
    "obl:tmod": "obl:unmarked",
    "nmod:npmod": "nmod:unmarked",
    "obl:npmod": "obl:unmarked",
}
"""Labels of older releases, renamed as UD 2.14 and later have them."""


@dataclass(slots=True)
class Row:
    """One syntactic word of a CoNLL-U file, with the columns that are read."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str
    misc: dict[str, str]


@dataclass(slots=True)
class RawSentence:
    """Rows plus what the comments said; `surface` maps a word range to its written form."""

    identifier: str
    rows: list[Row] = field(default_factory=list)
    surface: list[tuple[int, int, str, bool]] = field(default_factory=list)
    starts_paragraph: bool = False


@dataclass(slots=True)
class RawDocument:
    """One `# newdoc` of a CoNLL-U file."""

    identifier: str
    genre: str = ""
    url: str = ""
    sentences: list[RawSentence] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether its text may train a model that anybody may use."""
        return self.genre not in CLOSED_GENRES and not any(u in self.url for u in CLOSED_URLS)

    @property
    def is_masked(self) -> bool:
        """Whether its words were replaced by underscores (GUM's reddit texts)."""
        forms = [row.form for sentence in self.sentences for row in sentence.rows]
        return sum(set(form) == {"_"} for form in forms) > 0.3 * len(forms)


def read_conllu(path: Path) -> Iterator[RawDocument]:
    """Documents of a CoNLL-U file, in order; empty nodes are dropped."""
    document: RawDocument | None = None
    sentence: RawSentence | None = None
    paragraph = True
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            key, value = key.strip(), value.strip()
            if key == "newdoc id":
                if document is not None:
                    yield document
                document, paragraph = RawDocument(value), True
            elif key.startswith("newpar") and "block" not in key:
                paragraph = True
            elif key == "sent_id":
                sentence = RawSentence(value)
            elif document is not None and key == "meta::genre":
                document.genre = value
            elif document is not None and key == "meta::sourceURL":
                document.url = value
        elif line:
            assert sentence is not None, f"{path}: a word before any sent_id"
            _read_word(line.split("\t"), sentence)
        elif sentence is not None:
            if document is None:
                document = RawDocument(path.stem)
            sentence.starts_paragraph, paragraph = paragraph, False
            document.sentences.append(sentence)
            sentence = None
    if document is not None:
        yield document


def _read_word(columns: list[str], sentence: RawSentence) -> None:
    identifier = columns[0]
    if "." in identifier:
        return
    misc = dict(part.split("=", 1) for part in columns[9].split("|") if "=" in part)
    if "-" in identifier:
        first, last = (int(number) for number in identifier.split("-"))
        spaced = misc.get("SpaceAfter") != "No"
        sentence.surface.append((first - 1, last, columns[1], spaced))
        return
    label = UNIFIED_LABELS.get(columns[7], columns[7])
    sentence.rows.append(
        Row(columns[1], columns[2], columns[3], columns[4], int(columns[6]), label, misc)
    )


def to_sentence(raw: RawSentence) -> Sentence:
    """Words as they are written: the parts of a contraction are cut from its surface form."""
    words = [row.form for row in raw.rows]
    spaces = [row.misc.get("SpaceAfter") != "No" for row in raw.rows]
    for start, end, form, spaced in raw.surface:
        if sum(len(word) for word in words[start:end]) == len(form):
            offset = 0
            for index in range(start, end):
                words[index], offset = (
                    form[offset : offset + len(words[index])],
                    offset + len(words[index]),
                )
        spaces[start:end] = [False] * (end - start - 1) + [spaced]
    return Sentence(
        words=words,
        spaces=spaces,
        upos=[row.upos for row in raw.rows],
        xpos=[row.xpos for row in raw.rows],
        lemmas=[row.lemma for row in raw.rows],
        heads=[row.head for row in raw.rows],
        labels=[row.label for row in raw.rows],
        starts_paragraph=raw.starts_paragraph,
    )


def harmonise(sentence: Sentence) -> None:
    """Bring GUM's habits to EWT's: "New York" is headed by York, "United" is an adjective.

    Changes the sentence in place. Two treebanks that disagree on frequent names teach noise.
    """
    assert sentence.upos
    assert sentence.heads
    assert sentence.labels
    assert sentence.lemmas
    words, heads, labels = sentence.words, sentence.heads, sentence.labels
    for index, word in enumerate(words):
        if word == "United" and labels[index] == "amod" and sentence.upos[index] == "VERB":
            sentence.upos[index], sentence.lemmas[index] = "ADJ", word
        following = index + 1
        if (
            word == "New"
            and following < len(words)
            and labels[following] == "flat"
            and heads[following] == index + 1
        ):
            labels[following], heads[following] = labels[index], heads[index]
            for dependent, head in enumerate(heads):
                if head == index + 1 and dependent != following:
                    heads[dependent] = following + 1
            heads[index], labels[index] = following + 1, "amod"
            sentence.upos[index] = "ADJ"


def to_document(raw: RawDocument, source: str) -> Document:
    """The document's sentences; GUM's are harmonised with EWT's."""
    document = Document(raw.identifier, source, raw.genre, raw.url)
    for raw_sentence in raw.sentences:
        sentence = to_sentence(raw_sentence)
        if source == "gum":
            harmonise(sentence)
        document.sentences.append(sentence)
    return document
