"""A model file back into weights, so that a run can begin with the shipped reader: what `export` writes, but for the
rounding to bytes."""

import struct
import zlib
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch

from .labels import KINDS, UPOS, Labels
from .network import ARC_WIDTH, LABEL_WIDTH, MIXED_LAYERS
from .packing import GROUP, MAGIC, VERSION


class ModelSections:
    """The named sections of a model file. Errors: ValueError where it is none, is damaged, or lacks what is asked for."""

    def __init__(self, path: Path):
        self._path, self._bytes = path, path.read_bytes()
        head = self._bytes[:16]
        if len(self._bytes) < 64 or head[:8] != MAGIC:
            raise ValueError(f"{path}: not a model of Habari")
        version, checksum = struct.unpack("<II", head[8:])
        if version != VERSION:
            raise ValueError(f"{path}: version {version}, expected {VERSION}")
        if zlib.crc32(self._bytes[16:]) != checksum:
            raise ValueError(f"{path}: damaged: the checksum differs")
        (count,) = struct.unpack_from("<I", self._bytes, 40)
        rows = (struct.unpack_from("<24sQQ", self._bytes, 64 + 40 * i) for i in range(count))
        self._places = {name.rstrip(b"\0").decode(): (at, size) for name, at, size in rows}

    def __getitem__(self, name: str) -> bytes:
        if name not in self._places:
            raise ValueError(f"{self._path}: no section {name}")
        at, size = self._places[name]
        return self._bytes[at : at + size]

    def array(self, name: str, kind: str) -> np.ndarray:
        return np.frombuffer(self[name], kind).copy()

    def lines(self, name: str) -> list[str]:
        return self[name].decode().split("\n")

    def product(self, name: str, inputs: int) -> tuple[torch.Tensor, torch.Tensor]:
        """Weights (outputs, inputs) and biases; outputs that only fill up the last group of 16 are there too."""
        data = self[name]
        outputs = len(data) // (12 + inputs)
        factors = np.frombuffer(data, "<f4", outputs)
        bias = np.frombuffer(data, "<f4", outputs, 4 * outputs)
        values = unpack(data[12 * outputs :], outputs, inputs) * factors[:, None]
        return torch.from_numpy(values), torch.from_numpy(bias.copy())


def unpack(data: bytes, outputs: int, inputs: int) -> np.ndarray:
    """The matrix (outputs, inputs) that `packing.pack` laid out."""
    values = np.frombuffer(data, np.int8)
    parts = []
    for first in range(0, outputs, GROUP):
        size = min(GROUP, outputs - first)
        group = values[first * inputs : (first + size) * inputs]
        parts.append(group.reshape(inputs // 4, size, 4).transpose(1, 0, 2).reshape(size, inputs))
    return np.concatenate(parts).astype(np.float32)


def read_model(path: Path) -> dict:
    """The weights, labels and pieces of a model file, as a checkpoint has them."""
    model = ModelSections(path)
    width, layers, _heads, inner, pieces = (int(n) for n in model.array("encoder.sizes", "<u4")[:5])
    ends = model.array("pieces.ends", "<u4")
    texts = [model["pieces.text"][first:end].decode() for first, end in zip([0, *ends[:-1]], ends)]
    if model.lines("kinds") != KINDS:
        raise ValueError(f"{path}: made for other kinds of names")
    labels = Labels(model.lines("tags"), model.lines("relations"), ["O"] + [p + k for k in KINDS for p in ("B-", "I-")])
    state = _embedding_state(model, width)
    for i in range(layers):
        _add_layer(state, model, i, width, inner)
    _add_heads(state, model, labels, width)
    scores = model.array("pieces.scores", "<f4").tolist()
    return {"reader": state, "labels": asdict(labels), "pieces": dict(zip(texts, scores)), "layers": layers}


def _embedding_state(model: ModelSections, width: int) -> dict[str, torch.Tensor]:
    rows = model.array("embed.rows", "<i1").reshape(-1, width) * model.array("embed.factors", "<f4")[:, None]
    places = model.array("embed.positions", "<i1").reshape(-1, width)
    places = places * model.array("embed.position.factors", "<f4")[:, None]
    mix = torch.from_numpy(np.log(np.maximum(model.array("mix", "<f4"), 1e-9)))
    state = {
        "encoder.embedding.weight": torch.from_numpy(rows.astype(np.float32)),
        "encoder.positions": torch.from_numpy(places.astype(np.float32)),
        "tree_mix": mix[:MIXED_LAYERS],
        "name_mix": mix[MIXED_LAYERS:],
    }
    _add_norm(state, model, "encoder.norm", "embed.norm")
    return state


def _add_norm(state: dict, model: ModelSections, name: str, section: str) -> None:
    weight, bias = torch.from_numpy(model.array(section, "<f4")).chunk(2)
    state[name + ".weight"], state[name + ".bias"] = weight, bias


def _add_layer(state: dict, model: ModelSections, number: int, width: int, inner: int) -> None:
    layer, name = f"encoder.layers.{number}", f"layer.{number}"
    for part, inputs in (("qkv", width), ("out", width), ("inner", width), ("outer", inner)):
        state[f"{layer}.{part}.weight"], state[f"{layer}.{part}.bias"] = model.product(f"{name}.{part}", inputs)
    _add_norm(state, model, f"{layer}.attention_norm", f"{name}.norm.attention")
    _add_norm(state, model, f"{layer}.output_norm", f"{name}.norm.output")


def _add_heads(state: dict, model: ModelSections, labels: Labels, width: int) -> None:
    weight, bias = model.product("heads", width)
    sizes = [ARC_WIDTH, ARC_WIDTH, LABEL_WIDTH, LABEL_WIDTH, len(UPOS), len(labels.tags)]
    first = 0
    for name, size in zip(["arc_head", "arc_dependent", "label_head", "label_dependent", "upos", "tags"], sizes):
        state[name + ".weight"], state[name + ".bias"] = weight[first : first + size], bias[first : first + size]
        first += size
    weight, bias = model.product("names", width)
    state["names.weight"], state["names.bias"] = weight[: len(labels.names)], bias[: len(labels.names)]
    weight, bias = model.product("arc", ARC_WIDTH)
    state["arc"] = torch.cat([weight.T, bias[None]])
    state["label"] = _label_form(*model.product("label", LABEL_WIDTH), len(labels.relations))


def _label_form(weight: torch.Tensor, bias: torch.Tensor, relations: int) -> torch.Tensor:
    """The form (relations, dependent + 1, head + 1) of the product that `export.label_section` writes."""
    over, many = LABEL_WIDTH, relations * LABEL_WIDTH
    form = torch.zeros(relations, over + 1, over + 1)
    form[:, :over, :over] = weight[:many].reshape(relations, over, over).permute(0, 2, 1)
    form[:, :over, over] = weight[many : many + relations]
    form[:, over, :over] = bias[:many].reshape(relations, over)
    form[:, over, over] = bias[many : many + relations]
    return form
