"""Words -> dictionary forms: regular endings by rule, all else from a table.

The table (`lemmas.tsv`) is made in training: whatever the treebanks or lemminflect's word list
lemmatise otherwise than the rules do.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_SIBILANT: Final = re.compile(r"(?:ss|x|zz|ch|sh|us)es$")
_DOUBLED: Final = re.compile(r"[^aeiou][aeiou]([bdgmnprtv])\1$")
_SILENT_E: Final = re.compile(
    r"(?:[^aeiou][aeiouy]k|[^aeiou][aiu]d|[^aeiou]ut|[^aeo]at|[aeioulnrs][cgv]|[aeiouylnr][sz]"
    r"|[bcdfgkpstz]l|u|[^aeiou][aiouy]r|[^aeiou][ao][mp]|[^aeiou]in|[^aeiou]ib)$"
)
"""Stems of verbs and adjectives that mostly lose an e before an ending: "shak-", "forc-"."""

_VERBAL: Final = {"VBG": "ing", "VBD": "ed", "VBN": "ed"}
_COMPARED: Final = {"JJR": "er", "JJS": "est", "RBR": "er", "RBS": "est"}


def regular_lemma(form: str, tag: str) -> str:
    """The lemma of a form in lower case if it is regular, by its Penn tag."""
    if tag in ("NNS", "NNPS", "VBZ"):
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if _SIBILANT.search(form):
            return form[:-2]
        return form[:-1] if form.endswith("s") and not form.endswith("ss") else form
    ending = _VERBAL.get(tag) or _COMPARED.get(tag)
    if ending is None or not form.endswith(ending) or len(form) < len(ending) + 2:
        return form
    stem = form[: -len(ending)]
    if ending != "ing" and stem.endswith("i") and len(stem) > 2:
        return stem[:-1] + "y"
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _SILENT_E.search(stem) else stem


class Lemmatiser:
    """Looks up (form, fine tag), as UD's English treebanks lemmatise."""

    def __init__(self, table: Path) -> None:
        """`table`: lines of form in lower case, Penn tag, lemma, between tabs."""
        self._known: dict[str, str] = {}
        for line in table.read_text("utf-8").splitlines():
            key, _, lemma = line.rpartition("\t")
            self._known[key] = lemma

    def lemma(self, word: str, upos: str, xpos: str) -> str:
        """The lemma; a name that the table does not have keeps its form, save a plural s."""
        lowered = word.lower().replace("’", "'")
        known = self._known.get(f"{lowered}\t{xpos}")
        if known is not None:
            return known
        if upos == "PROPN" and xpos == "NNPS":
            singular = regular_lemma(lowered, xpos)
            return word[: len(singular)] if lowered.startswith(singular) else word[:-3] + "y"
        if upos in ("PROPN", "X", "SYM"):
            return word
        return regular_lemma(lowered, xpos)
