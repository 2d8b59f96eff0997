"""Everything the reader learns from and is measured on, gathered from a folder of treebanks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from training.reader.names import NationalityTagger, name_ewt, name_gum, read_uner
from training.reader.network import Inventory
from training.reader.places import settle_places
from training.reader.sentences import NAME_LABELS, Document
from training.reader.treebanks import RawDocument, read_conllu, to_document


@dataclass(slots=True)
class Corpus:
    """Training documents, and what was left out of them by the licence filter."""

    documents: list[Document]
    left_out: Counter[str]

    def words(self) -> Counter[str]:
        """Words by source."""
        counts: Counter[str] = Counter()
        for document in self.documents:
            counts[document.source] += sum(len(s.words) for s in document.sentences)
        return counts

    def inventory(self) -> Inventory:
        """The labels that occur; a fine tag must occur twice."""
        upos: Counter[str] = Counter()
        xpos: Counter[str] = Counter()
        labels: Counter[str] = Counter()
        for document in self.documents:
            for sentence in document.sentences:
                upos.update(sentence.upos or ())
                xpos.update(sentence.xpos or ())
                labels.update(sentence.labels or ())
        return Inventory(
            upos=tuple(sorted(upos)),
            xpos=tuple(sorted(tag for tag, count in xpos.items() if count > 1)),
            labels=tuple(sorted(labels)),
            names=("O", *(f"{part}-{label}" for label in NAME_LABELS for part in "BI")),
        )


def read_training(treebanks: Path) -> Corpus:
    """EWT's and GUM's training files with names, less GUM's closed texts."""
    ewt_raw = list(read_conllu(treebanks / "en_ewt-train.conllu"))
    gum_raw = list(read_conllu(treebanks / "en_gum-train.conllu"))
    left_out: Counter[str] = Counter()
    for raw in gum_raw:
        if not raw.is_open:
            left_out[raw.genre] += sum(len(sentence.rows) for sentence in raw.sentences)
    gum_raw = [raw for raw in gum_raw if raw.is_open]
    ewt = [to_document(raw, "ewt") for raw in ewt_raw]
    gum = [to_document(raw, "gum") for raw in gum_raw]
    nationalities = NationalityTagger([*ewt, *gum])
    tags = read_uner(treebanks / "uner_ewt-train.iob2")
    _name_ewt(ewt, ewt_raw, tags, nationalities)
    for document, raw in zip(gum, gum_raw, strict=True):
        name_gum(document, raw, nationalities)
    documents = [*ewt, *gum]
    settle_places(documents)
    return Corpus(documents, left_out)


def _name_ewt(
    documents: list[Document],
    raws: list[RawDocument],
    tags: dict[str, list[str]],
    nationalities: NationalityTagger,
) -> None:
    for document, raw in zip(documents, raws, strict=True):
        for sentence, raw_sentence in zip(document.sentences, raw.sentences, strict=True):
            known = tags.get(raw_sentence.identifier)
            if known is not None and len(known) == len(sentence.words):
                name_ewt(sentence, known, nationalities)
