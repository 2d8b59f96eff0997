"""Mark, train and export the second opinion.

python -m training.events convert MARKED.txt … --writer a     marked lines to JSONL, on standard output
python -m training.events train --out DIR [--epochs 5] [--minutes 30] [--dev f]
python -m training.events score [--writers f] [--no-model]    what the coder finds of the sentences
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from training.events.markup import MarkupError, read_file

HERE = Path(__file__).parent


def convert(paths: list[Path], writer: str) -> int:
    """Write the records of marked files to standard output; 1 where a line is wrong."""
    wrong = number = 0
    for path in paths:
        for line, topic, record in read_file(path):
            if isinstance(record, MarkupError):
                print(f"{path}:{line}: {record}", file=sys.stderr)
                wrong += 1
                continue
            number += 1
            told = {"id": f"{writer}{number:04d}", "writer": writer, "topic": topic, **record}
            print(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    return int(wrong > 0)


def train(options: argparse.Namespace) -> None:
    """Train on all writers but the one held out, say how far it came, and export."""
    import torch
    from training.events.examples import QuestionSampler, inventory, read_records, read_sentences
    from training.events.export import export_answers, export_network
    from training.events.figures import best_temperature, figures_of
    from training.events.gate import export_gate, gate_rows, train_gate
    from training.events.learning import Schedule
    from training.events.learning import train as learn
    from training.events.network import OpinionNetwork
    from training.reader.__main__ import pretrained_folder

    from dragoman.runs.reader import load

    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    reader = load()
    writers = sorted(path.stem for path in HERE.glob("*.jsonl"))
    records = {writer: read_records([HERE / f"{writer}.jsonl"]) for writer in writers}
    kept = [record for writer in writers if writer != options.dev for record in records[writer]]
    held_out = read_sentences(records[options.dev], reader.parse, options.seed)
    sentences = read_sentences(kept, reader.parse, options.seed)
    answers = inventory()
    sampler = QuestionSampler(answers, options.seed)
    network = OpinionNetwork(answers)
    network.load_pretrained(pretrained_folder())
    schedule = Schedule(epochs=options.epochs, minutes=options.minutes, seed=options.seed)

    def report(line: str) -> None:
        print(line, flush=True)

    learn(
        network, sampler, sentences, schedule, report,
        each_epoch=lambda: str(figures_of(network, sampler, held_out)),
    )  # fmt: skip
    report(str(figures_of(network, sampler, held_out)))
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "opinion.pt")
    export_network(network, options.out)
    export_answers(answers, best_temperature(network, sampler, held_out), options.out)
    export_gate(train_gate(*gate_rows(kept, reader.parse)), options.out)


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        prog="training.events", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    converting = commands.add_parser("convert")
    converting.add_argument("paths", type=Path, nargs="+")
    converting.add_argument("--writer", required=True)
    training = commands.add_parser("train")
    training.add_argument("--out", type=Path, required=True)
    training.add_argument("--dev", default="f", help="the writer held out")
    training.add_argument("--epochs", type=float, default=6)
    training.add_argument("--minutes", type=float, default=40)
    training.add_argument("--threads", type=int, default=2)
    training.add_argument("--seed", type=int, default=1)
    scoring = commands.add_parser("score")
    scoring.add_argument("--writers", default="f")
    scoring.add_argument("--no-model", action="store_true")
    options = parser.parse_args()
    if options.command == "convert":
        raise SystemExit(convert(options.paths, options.writer))
    if options.command == "train":
        train(options)
    else:
        from training.events.score import print_scores

        print_scores(options.writers, ask=not options.no_model)


if __name__ == "__main__":
    main()
