"""A trained second opinion -> the files that the package carries: ONNX in int8, and its answers."""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.events.network import ROLES, Answers, OpinionNetwork
from training.reader.network import WIDTH

VERSION = "1"


class _OneQuestion(nn.Module):
    """The network on one question: no padding, so no mask."""

    def __init__(self, network: OpinionNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, roles: Tensor) -> tuple[Tensor, ...]:
        answers = self.network(pieces[None], roles[None])
        return tuple(rows[0] for rows in answers)


def export_network(network: OpinionNetwork, folder: Path) -> None:
    """Write `opinion.int8.onnx` into `folder`, quantised as the reader is (7 bits, per channel)."""
    network.eval()
    axes = {"pieces": {0: "s"}, "roles": {1: "s"}}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "opinion.onnx"
        torch.onnx.export(
            _OneQuestion(network),
            (torch.zeros(20, WIDTH), torch.zeros(len(ROLES), 20)),
            str(full),
            input_names=["pieces", "roles"],
            output_names=["types", "modes", "statuses"],
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            folder / "opinion.int8.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
        )


def export_answers(answers: Answers, temperature: float, folder: Path) -> None:
    """Write `answers.json`: the order of the outputs, and what logits are divided by."""
    content = {"version": VERSION, "temperature": round(temperature, 3), **asdict(answers)}
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / "answers.json").write_text(text + "\n", "utf-8")
