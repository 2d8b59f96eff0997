"""Words -> dictionary forms: a table from the treebanks, then lemminflect's word list."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

import lemminflect

_INFLECTED: Final = frozenset(
    {"NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "JJR", "JJS", "RBR", "RBS"}
)
"""Penn tags whose lemma differs from the form; the other tags are of base forms."""

_LISTED: Final = frozenset({"NOUN", "VERB", "AUX", "ADJ", "ADV"})
"""Parts of speech that the word list knows."""


class Lemmatiser:
    """Looks up (form, fine tag), as UD's English treebanks lemmatise."""

    def __init__(self, table: Path) -> None:
        """`table`: lines of form in lower case, Penn tag, lemma, between tabs."""
        self._known: dict[tuple[str, str], str] = {}
        for line in table.read_text("utf-8").splitlines():
            form, tag, lemma = line.split("\t")
            self._known[form, tag] = lemma

    def lemma(self, word: str, upos: str, xpos: str) -> str:
        """The lemma; a name or adjective of names that no list knows keeps its form."""
        lowered = word.lower().replace("’", "'")
        known = self._known.get((lowered, xpos))
        if known is not None:
            return known
        if upos == "PROPN":
            return word
        if xpos in _INFLECTED and upos in _LISTED:
            return _from_word_list(lowered, upos)
        if upos == "ADJ" and word[:1].isupper() and not lemminflect.getAllLemmas(lowered):
            return word
        return word if upos in ("X", "SYM") else lowered


@lru_cache(maxsize=50_000)
def _from_word_list(lowered: str, upos: str) -> str:
    found: tuple[str, ...] = lemminflect.getLemma(lowered, upos=upos)
    return found[0] if found else lowered
