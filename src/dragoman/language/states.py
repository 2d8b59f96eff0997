"""What the reader's encoder makes of a text on its way to the parse, kept with the Doc.

The second opinion goes on from there, which spares it embeddings of its own: the embedded subwords
are what it reads, and the words' states half way through tell where it is worth asking. A Doc of
another pipeline has none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from dragoman.language.windows import Analysis

_KEY: Final = "dragoman.states"

Halves = npt.NDArray[np.float16]
Indices = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class States:
    """`words` [tokens, width]: half way through, zeros for white space; `pieces` [s, width]: the
    embedded subwords, of which token i has [first[i], end[i]), none where it is white space."""

    words: Halves
    pieces: Halves
    first: Indices
    end: Indices


def keep_states(doc: Doc, analysis: Analysis, places: Indices) -> None:
    """Keep what the analysis of the tokens at `places` says of each."""
    words = np.zeros((len(doc), analysis.states.shape[1]), np.float16)
    words[places] = analysis.states
    first, end = np.zeros(len(doc), np.int64), np.zeros(len(doc), np.int64)
    first[places], end[places] = analysis.first, analysis.last + 1
    doc.user_data[_KEY] = States(words, analysis.pieces.astype(np.float16), first, end)


def states_of(doc: Doc) -> States | None:
    """The states of a Doc, None where another pipeline read the text."""
    found = doc.user_data.get(_KEY)
    return found if isinstance(found, States) else None
