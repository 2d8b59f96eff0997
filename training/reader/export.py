"""A trained network -> the files that the package carries: ONNX in int8, weights, tables."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from training.reader.network import Inventory, LabelScorer, ReaderNetwork

INPUTS = ("pieces", "shapes", "first", "last")
OUTPUTS = (
    "upos",
    "xpos",
    "names",
    "starts",
    "arcs",
    "dependents",
    "governors",
    "states",
    "embedded",
)


class _OneWindow(nn.Module):
    """The network on a single window: no padding, so no mask; tags as indices."""

    def __init__(self, network: ReaderNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, pieces: Tensor, shapes: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, ...]:
        scores = self.network(*(row[None] for row in (pieces, shapes, first, last)), padded=False)
        return (
            scores.upos[0].argmax(-1),
            scores.xpos[0].argmax(-1),
            scores.names[0],
            scores.starts[0],
            scores.arcs[0],
            scores.dependents[0],
            scores.governors[0],
            scores.states[0],
            scores.embedded[0],
        )


class _OneScorer(nn.Module):
    """The label scorer on a single window."""

    def __init__(self, scorer: LabelScorer) -> None:
        super().__init__()
        self.scorer = scorer

    def forward(self, dependents: Tensor, governors: Tensor, heads: Tensor) -> Tensor:
        scores: Tensor = self.scorer(dependents[None], governors[None], heads[None])[0]
        return scores


def export_network(network: ReaderNetwork, folder: Path, reduce_range: bool = True) -> None:
    """Write `model.int8.onnx` and `label_scorer.onnx` into `folder`.

    Weights are quantised ahead, per channel; activations at run time, per window: a window is
    never batched with another, so the result cannot depend on its neighbours. `reduce_range`
    keeps weights to 7 bits: older x86 processors overflow when they add 8-bit products, and the
    seventh bit is worth less than 0.2 LAS.
    """
    network.eval()
    rows = torch.arange(5, 25)
    example = (rows, torch.ones_like(rows), torch.arange(15), torch.arange(15))
    axes = {"pieces": {0: "s"}, "shapes": {0: "s"}, "first": {0: "m"}, "last": {0: "m"}}
    axes |= {name: {0: "n"} for name in OUTPUTS}
    axes["arcs"] = {0: "n", 1: "m"}
    axes["governors"] = {0: "m"}
    axes["states"] = axes["embedded"] = {0: "s"}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "model.onnx"
        torch.onnx.export(
            _OneWindow(network),
            example,
            str(full),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            folder / "model.int8.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=reduce_range,
        )
    width = network.labels.pair.in_features
    torch.onnx.export(
        _OneScorer(network.labels),
        (torch.zeros(14, width), torch.zeros(15, width), torch.arange(14)),
        str(folder / "label_scorer.onnx"),
        input_names=["dependents", "governors", "heads"],
        output_names=["labels"],
        dynamic_axes={"dependents": {0: "n"}, "governors": {0: "m"}, "heads": {0: "n"}},
        opset_version=17,
        dynamo=False,
    )


def export_inventory(inventory: Inventory, folder: Path) -> None:
    """Write `inventory.json`: the labels in the order of the network's outputs."""
    text = json.dumps(asdict(inventory), ensure_ascii=False, indent=1)
    (folder / "inventory.json").write_text(text + "\n", "utf-8")


def export_tokenizer(source: Path, folder: Path) -> None:
    """Write the tokenizer less what reading one word at a time does not need."""
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    content = json.loads(tokenizer.to_str())
    content["post_processor"] = content["decoder"] = None
    (folder / "tokenizer.json").write_text(json.dumps(content, ensure_ascii=False), "utf-8")
