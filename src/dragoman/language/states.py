"""What the reader's encoder makes of each token half way through, kept with the Doc.

The second opinion goes on from there, which spares it an encoder of its own. A Doc of another
pipeline has none.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

_KEY: Final = "dragoman.states"

States = npt.NDArray[np.float16]


def keep_states(
    doc: Doc, states: npt.NDArray[np.float32], places: npt.NDArray[np.int64]
) -> None:
    """Keep `states` [n, width] of the tokens at `places` [n]; white space gets zeros."""
    kept = np.zeros((len(doc), states.shape[1]), np.float16)
    kept[places] = states
    doc.user_data[_KEY] = kept


def states_of(doc: Doc) -> States | None:
    """States [tokens, width], None where another pipeline read the text."""
    found = doc.user_data.get(_KEY)
    return found if isinstance(found, np.ndarray) else None
