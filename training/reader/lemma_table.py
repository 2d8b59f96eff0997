"""The table of lemmas that no rule gives: from the treebanks, a word list, and our own names."""

from __future__ import annotations

import csv
import gzip
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

from training.reader.sentences import Document

from dragoman.language.lemmas import regular_lemma

WORD_LIST_TAGS = {
    "noun": ("NNS",),
    "verb": ("VBZ", "VBG", "VBD", "VBN"),
    "adj": ("JJR", "JJS"),
    "adv": ("RBR", "RBS"),
}
"""Penn tags of the inflected forms that lemminflect's word list (MIT) has of each word class."""

ENDINGS = {"VBZ": "s", "VBG": "ing", "JJR": "r", "RBR": "r", "JJS": "st", "RBS": "st", "NNS": ""}
"""How a form must end to bear a tag, where the word list does not say which form it is."""

NAMES_OF_TAG = ("NNP", "NNPS")


def treebank_lemmas(documents: list[Document]) -> dict[tuple[str, str], str]:
    """Commonest lemma of each (form in lower case, fine tag)."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for document in documents:
        for sentence in document.sentences:
            if sentence.lemmas is None or sentence.xpos is None:
                continue
            rows = zip(sentence.words, sentence.xpos, sentence.lemmas, strict=True)
            for word, tag, lemma in rows:
                if lemma != "_" and not word.isspace() and "\t" not in word + lemma:
                    seen[word.lower(), tag][lemma] += 1
    return {key: lemmas.most_common(1)[0][0] for key, lemmas in seen.items()}


def word_list_lemmas() -> dict[tuple[str, str], str]:
    """(form, tag) -> lemma for the inflected forms of lemminflect's word list."""
    found: dict[tuple[str, str], str] = {}
    source = resources.files("lemminflect") / "resources" / "lemma_lu.csv.gz"
    with gzip.open(str(source), "rt", encoding="utf-8") as lines:
        for form, kind, lemmas in csv.reader(lines):
            lemma = min(lemmas.split("/"), key=len)
            for tag in WORD_LIST_TAGS.get(kind, ()):
                participle = tag in ("VBD", "VBN") and not form.endswith(("ing", "s"))
                fitting = participle or (tag in ENDINGS and form.endswith(ENDINGS[tag]))
                if fitting and form.islower() and (form != lemma or kind == "noun"):
                    found[form, tag] = lemma
    return found


def write_lemma_table(documents: list[Document], adjectives: list[str], path: Path) -> int:
    """Write the lemmas that differ from `regular_lemma`, and return how many there are.

    The treebanks overrule the word list, save with verbs that it does not know ("flead"). A proper name is listed where its lemma is not its form;
    `adjectives` are of nations and creeds, whose lemmas keep their capital.
    """
    lemmas = word_list_lemmas()
    known = set(lemmas.values())
    lemmas |= {(adjective.lower(), "JJ"): adjective for adjective in adjectives}
    for key, lemma in treebank_lemmas(documents).items():
        if not key[1].startswith("VB") or key not in lemmas or lemma in known:
            lemmas[key] = lemma
    lines = []
    for (form, tag), lemma in sorted(lemmas.items()):
        regular = (
            form == lemma.lower() if tag in NAMES_OF_TAG else regular_lemma(form, tag) == lemma
        )
        if not regular:
            lines.append(f"{form}\t{tag}\t{lemma}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)
