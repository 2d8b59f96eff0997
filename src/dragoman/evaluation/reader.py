"""How well the reader reads: tags, trees and names against treebanks.

Labelled attachment (LAS) counts a word as right if its head and its full relation label, subtype
included, are right. UD counts punctuation; `las_content` leaves it out. From raw text the scores
are F1 over words with the same characters, as in the CoNLL 2018 shared task.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.evaluation.treebanks import GoldDocument, add_names, document_text, read_treebank
from dragoman.language.pipeline import annotate, load_pipeline
from dragoman.language.reader import READER_COMPONENT, Reader

TREEBANKS: Final = ("ewt-dev", "ewt-test", "gum-dev", "gum-test")
"""Files `en_<name>.conllu` that are measured where they exist."""

NAME_KINDS: Final = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
"""Universal NER's names for ours; its OTH is not scored."""

Name = tuple[int, int, str]


def name_ranges(tags: Sequence[str]) -> list[Name]:
    """Half-open word ranges and kinds of an IOB2 sequence, a stray I- beginning a name."""
    names: list[Name] = []
    previous = "O"
    for index, tag in enumerate(tags):
        if tag.startswith("I-") and previous[2:] == tag[2:] and names:
            names[-1] = (names[-1][0], index + 1, names[-1][2])
        elif tag[:2] in ("B-", "I-"):
            names.append((index, index + 1, tag[2:]))
        previous = tag
    return names


def f_score(matched: int, gold: int, predicted: int) -> float:
    """Harmonic mean of precision and recall; 0 where both sides are empty."""
    return 2 * matched / (gold + predicted) if gold + predicted else 0.0


def score_gold_tokens(documents: Iterable[GoldDocument], reader: Reader) -> dict[str, float]:
    """Accuracies with gold words and sentences, and the strict F1 of names where gold has them."""
    model = reader.windows
    counts: Counter[str] = Counter()
    for document in documents:
        words = [word for sentence in document for word in sentence.words]
        opening = [
            (index == 0, index == 0 and sentence.opens_paragraph)
            for sentence in document
            for index in range(len(sentence.words))
        ]
        starts, breaks = [list(column) for column in zip(*opening, strict=True)]
        found = model.read(words, breaks, starts)
        offset = 0
        for sentence in document:
            for index, label in enumerate(sentence.labels):
                place = offset + index
                gold_head = offset + sentence.heads[index] - 1 if sentence.heads[index] else place
                attached = bool(found.heads[place] == gold_head)
                labelled = attached and model.labels[found.labels[place]] == label
                upos = model.upos[found.upos[place]]
                xpos = model.xpos[found.xpos[place]]
                lemma = reader.lemmatiser.lemma(words[place], upos, xpos)
                counts["words"] += 1
                counts["upos"] += upos == sentence.upos[index]
                counts["xpos"] += xpos == sentence.xpos[index]
                counts["lemma"] += lemma.lower() == sentence.lemmas[index].lower()
                counts["uas"] += attached
                counts["las"] += labelled
                if label != "punct":
                    counts["content words"] += 1
                    counts["las_content"] += labelled
            if sentence.names is not None:
                end = offset + len(sentence.words)
                tags = [model.names[tag] for tag in found.names[offset:end]]
                _count_names(counts, sentence.names, tags)
            offset += len(sentence.words)
    scores = {key: counts[key] / counts["words"] for key in ("upos", "xpos", "lemma", "uas", "las")}
    scores["las_content"] = counts["las_content"] / counts["content words"]
    for kind in ("all", *NAME_KINDS.values()):
        gold, predicted = counts[f"gold {kind}"], counts[f"found {kind}"]
        if gold:
            key = "names" if kind == "all" else f"names_{kind.lower()}"
            scores[key] = f_score(counts[f"both {kind}"], gold, predicted)
    return scores


def _count_names(counts: Counter[str], gold: Sequence[str], found: Sequence[str]) -> None:
    wanted = {(a, b, NAME_KINDS[kind]) for a, b, kind in name_ranges(gold) if kind in NAME_KINDS}
    given = {name for name in name_ranges(found) if name[2] in NAME_KINDS.values()}
    for title, names in (("gold", wanted), ("found", given), ("both", wanted & given)):
        counts[f"{title} all"] += len(names)
        counts.update(f"{title} {kind}" for _, _, kind in names)


def score_raw_text(documents: Sequence[GoldDocument], nlp: Language) -> dict[str, float]:
    """F1 of words, sentences, tags and labelled attachments from the running text."""
    counts: Counter[str] = Counter()
    written = [document_text(document) for document in documents]
    docs = annotate(nlp, [text for text, _ in written])
    for document, (_, ranges), doc in zip(documents, written, docs, strict=True):
        _count_raw(counts, document, ranges, doc)
    return {
        name: f_score(counts[name], counts[f"gold {unit}"], counts[f"found {unit}"])
        for name, unit in (
            ("raw_words", "words"),
            ("raw_sentences", "sentences"),
            ("raw_upos", "words"),
            ("raw_uas", "words"),
            ("raw_las", "words"),
        )
    }


def _count_raw(
    counts: Counter[str], document: GoldDocument, ranges: list[tuple[int, int]], doc: Doc
) -> None:
    tokens = {(t.idx, t.idx + len(t)): t for t in doc if not t.is_space}
    offset, bounds = 0, []
    for sentence in document:
        bounds.append(offset)
        for index, head in enumerate(sentence.heads):
            token = tokens.get(ranges[offset + index])
            if token is None:
                continue
            governor = token.head
            found = None if governor == token else (governor.idx, governor.idx + len(governor))
            attached = found == (ranges[offset + head - 1] if head else None)
            counts["raw_words"] += 1
            counts["raw_upos"] += token.pos_ == sentence.upos[index]
            counts["raw_uas"] += attached
            counts["raw_las"] += attached and token.dep_ == sentence.labels[index]
        offset += len(sentence.words)
    counts["gold words"] += offset
    counts["found words"] += len(tokens)
    gold = {(ranges[a][0], ranges[b - 1][1]) for a, b in pairwise([*bounds, offset])}
    words = [[token for token in sent if not token.is_space] for sent in doc.sents]
    given = {(sent[0].idx, sent[-1].idx + len(sent[-1])) for sent in words if sent}
    counts["gold sentences"] += len(gold)
    counts["found sentences"] += len(given)
    counts["raw_sentences"] += len(gold & given)


def evaluate_reader(treebanks: Path, names: Sequence[str] = TREEBANKS) -> dict[str, float]:
    """Scores of the bundled reader under `<treebank>/<measure>`, each between 0 and 1."""
    nlp = load_pipeline()
    reader = nlp.get_pipe(READER_COMPONENT)
    assert isinstance(reader, Reader)
    scores: dict[str, float] = {}
    for name in names:
        path = treebanks / f"en_{name}.conllu"
        if not path.exists():
            continue
        documents = read_treebank(path)
        iob = treebanks / f"uner_{name}.iob2"
        if iob.exists():
            add_names(documents, iob)
        measured = score_gold_tokens(documents, reader) | score_raw_text(documents, nlp)
        scores |= {f"{name}/{measure}": round(value, 4) for measure, value in measured.items()}
    return scores
