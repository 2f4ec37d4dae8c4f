"""Writes a trained reader as the model file that the C++ runtime maps (docs/training.md has the layout)."""

from pathlib import Path

import numpy as np
import torch

from .labels import KINDS, Labels
from .network import ARC_WIDTH, LABEL_WIDTH, MIXED_LAYERS
from .packing import model_bytes, pack, quantize_rows
from .pieces import PieceTable
from .whole_file import whole_file

HIGHEST_WEIGHT = 63  # So that two products of a weight and an activation byte fit 16 bits.
LANGUAGES = ["en", "sw"]


def weights_section(weight: torch.Tensor, bias: torch.Tensor) -> bytes:
    """A product's section: factors, biases, offsets and packed bytes; outputs are padded to a multiple of 16."""
    weight, bias = weight.detach().float().numpy(), bias.detach().float().numpy()
    padded = -len(weight) % 16
    weight = np.pad(weight, ((0, padded), (0, 0)))
    bias = np.pad(bias, (0, padded)).astype(np.float32)
    values, factors = quantize_rows(weight, HIGHEST_WEIGHT)
    offsets = (-128 * values.astype(np.int32).sum(axis=1)).astype(np.int32)
    return factors.tobytes() + bias.tobytes() + offsets.tobytes() + pack(values)


def norm_section(state: dict, prefix: str) -> bytes:
    return torch.cat([state[prefix + ".weight"], state[prefix + ".bias"]]).float().numpy().tobytes()


def joined(state: dict, names: list[str]) -> bytes:
    return weights_section(torch.cat([state[n + ".weight"] for n in names]), torch.cat([state[n + ".bias"] for n in names]))


def label_section(label: torch.Tensor) -> bytes:
    """The relations' form (relations, dependent + 1, head + 1) as a product over the dependent's part."""
    relations = len(label)
    dependent, constant = label[:, :LABEL_WIDTH], label[:, LABEL_WIDTH]  # (r, i, j + 1), (r, j + 1)
    over_head = dependent[:, :, :LABEL_WIDTH].permute(0, 2, 1).reshape(relations * LABEL_WIDTH, LABEL_WIDTH)
    weight = torch.cat([over_head, dependent[:, :, LABEL_WIDTH]])
    bias = torch.cat([constant[:, :LABEL_WIDTH].reshape(-1), constant[:, LABEL_WIDTH]])
    return weights_section(weight, bias)


def sections_of(checkpoint: dict) -> dict[str, bytes]:
    """All sections of the model file, by name."""
    state, labels = checkpoint["reader"], Labels(**checkpoint["labels"])
    pieces = PieceTable(checkpoint["pieces"])
    texts = [piece.encode() for piece in pieces.pieces]
    rows, row_factors = quantize_rows(state["encoder.embedding.weight"].float().numpy(), 127)
    positions, position_factors = quantize_rows(state["encoder.positions"].float().numpy(), 127)
    layers = checkpoint["layers"]
    width = rows.shape[1]
    inner = len(state["encoder.layers.0.inner.bias"])
    sizes = [width, layers, 12, inner, len(pieces), len(positions), ARC_WIDTH, LABEL_WIDTH, MIXED_LAYERS]
    sections = {
        "encoder.sizes": np.array(sizes, np.uint32).tobytes(),
        "encoder.languages": "\n".join(LANGUAGES).encode(),
        "pieces.text": b"".join(texts),
        "pieces.ends": np.cumsum([len(text) for text in texts]).astype(np.uint32).tobytes(),
        "pieces.scores": np.array(pieces.scores, np.float32).tobytes(),
        "embed.rows": rows.tobytes(),
        "embed.factors": row_factors.tobytes(),
        "embed.positions": positions.tobytes(),
        "embed.position.factors": position_factors.tobytes(),
        "embed.norm": norm_section(state, "encoder.norm"),
        "mix": torch.cat([torch.softmax(state[n].float(), 0) for n in ("tree_mix", "name_mix")]).numpy().tobytes(),
        "heads": joined(state, ["arc_head", "arc_dependent", "label_head", "label_dependent", "upos", "tags"]),
        "arc": weights_section(state["arc"][:ARC_WIDTH].T, state["arc"][ARC_WIDTH]),
        "label": label_section(state["label"]),
        "names": joined(state, ["names"]),
        "tags": "\n".join(labels.tags).encode(),
        "relations": "\n".join(labels.relations).encode(),
        "kinds": "\n".join(KINDS).encode(),
    }
    for i in range(layers):
        layer, name = f"encoder.layers.{i}", f"layer.{i}"
        for part in ("qkv", "out", "inner", "outer"):
            sections[f"{name}.{part}"] = joined(state, [f"{layer}.{part}"])
        sections[f"{name}.norm.attention"] = norm_section(state, f"{layer}.attention_norm")
        sections[f"{name}.norm.output"] = norm_section(state, f"{layer}.output_norm")
    return sections


def write_model(checkpoint: dict, path: Path) -> None:
    with whole_file(path) as file:
        file.write(model_bytes(sections_of(checkpoint)))
