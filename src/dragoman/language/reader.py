"""The bundled reader as a spaCy component: tags, lemmas, trees, sentences and names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dragoman.language.lemmas import Lemmatiser
from dragoman.language.paragraphs import paragraph_starts
from dragoman.language.states import keep_states
from dragoman.language.windows import Analysis, Indices, WindowReader

if TYPE_CHECKING:
    from thinc.types import Ints2d

READER_COMPONENT: Final = "dragoman_reader"

BUNDLED: Final = Path(__file__).parent / "model"

_COLUMNS: Final[list[int | str]] = ["POS", "TAG", "DEP", "LEMMA", "HEAD", "ENT_IOB", "ENT_TYPE"]
_NAME_CODES: Final = {"B": 3, "I": 1, "O": 2}
"""spaCy's codes of ENT_IOB; 0 would mean that nothing is known."""

_Rows = npt.NDArray[np.uint64]


class Reader:
    """The spaCy component `dragoman_reader`: fills a tokenised Doc.

    Relations are Universal Dependencies, `root` in lower case; names are PERSON, ORG, LOC, NORP
    and MISC. White space hangs on the word before it as `dep`, as in spaCy's own pipelines.
    """

    def __init__(self, vocab: Vocab, folder: Path = BUNDLED) -> None:
        self.windows = WindowReader(folder)
        self.lemmatiser = Lemmatiser(folder / "lemmas.tsv")

        def stored(texts: list[str]) -> _Rows:
            return np.array([vocab.strings.add(text) if text else 0 for text in texts], np.uint64)

        self._upos = stored(list(self.windows.upos))
        self._xpos = stored(list(self.windows.xpos))
        self._labels = stored(list(self.windows.labels))
        self._kinds = stored([tag[2:] for tag in self.windows.names])
        self._codes = np.array([_NAME_CODES[tag[0]] for tag in self.windows.names], np.uint64)
        self._space = stored(["SPACE", "_SP", "dep"])

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech, lemma, tree, sentence starts and names; returns the same Doc."""
        if not len(doc):
            return doc
        rows = np.zeros((len(doc), len(_COLUMNS)), np.uint64)
        places = np.array([token.i for token in doc if not token.is_space], np.int64)
        if len(places):
            words = [doc[place].text for place in places.tolist()]
            analysis = self.windows.read(words, word_breaks(doc, places))
            rows[places] = self._rows(doc.vocab, words, analysis, places)
            keep_states(doc, analysis, places)
        self._fill_spaces(doc, rows, places)
        doc.from_array(_COLUMNS, cast("Ints2d", rows))
        return doc

    def pipe(self, stream: Iterator[Doc], batch_size: int = 0) -> Iterator[Doc]:
        """Docs one after the other: on one core there is nothing to gain from batches."""
        for doc in stream:
            yield self(doc)

    def _rows(self, vocab: Vocab, words: list[str], analysis: Analysis, places: Indices) -> _Rows:
        """Attributes [n, columns] of the words that stand at `places` in the Doc."""
        tags, fine = self.windows.upos, self.windows.xpos
        lemmas = [
            vocab.strings.add(self.lemmatiser.lemma(word, tags[upos], fine[xpos]))
            for word, upos, xpos in zip(words, analysis.upos, analysis.xpos, strict=True)
        ]
        columns = (
            self._upos[analysis.upos],
            self._xpos[analysis.xpos],
            self._labels[analysis.labels],
            np.array(lemmas, np.uint64),
            (places[analysis.heads] - places).view(np.uint64),
            self._codes[analysis.names],
            self._kinds[analysis.names],
        )
        return np.stack(columns, axis=1)

    def _fill_spaces(self, doc: Doc, rows: _Rows, places: Indices) -> None:
        """Hang white space on the word before it, or on the first word of the Doc.

        Where it stands inside a name it belongs to the name.
        """
        before = np.searchsorted(places, np.arange(len(doc)), side="right") - 1
        spaces = np.setdiff1d(np.arange(len(doc)), places)
        anchors = places[before[spaces].clip(min=0)] if len(places) else spaces * 0
        rows[spaces, :3] = self._space
        rows[spaces, 3] = [doc[space].orth for space in spaces.tolist()]
        rows[spaces, 4] = (anchors - spaces).view(np.uint64)
        rows[spaces, 5] = _NAME_CODES["O"]
        for space in spaces[::-1].tolist():
            if space + 1 < len(doc) and rows[space + 1, 5] == _NAME_CODES["I"]:
                rows[space, 5:] = rows[space + 1, 5:]


def word_breaks(doc: Doc, places: Indices) -> list[bool]:
    """For each token index in `places`, whether it is the first of a paragraph."""
    offsets = paragraph_starts(doc.text)
    breaks: list[bool] = []
    position = 0
    for place in places.tolist():
        end = doc[place].idx + len(doc[place])
        passed = position
        while position < len(offsets) and offsets[position] < end:
            position += 1
        breaks.append(position > passed)
    return breaks


@Language.factory(
    READER_COMPONENT,
    assigns=["token.pos", "token.tag", "token.lemma", "token.dep", "token.head", "doc.ents"],
    default_config={"folder": None},
)
def make_reader(nlp: Language, name: str, folder: str | None) -> Callable[[Doc], Doc]:
    """Build the component; `folder` holds another reader's files than the bundled ones."""
    return Reader(nlp.vocab, BUNDLED if folder is None else Path(folder))
