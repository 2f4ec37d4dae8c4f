"""The network: a pretrained transformer encoder with heads for tags, trees and names.

Its arithmetic is that of the C++ runtime (extractors/language/analysis/encoder) before weights and activations become bytes.
"""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from .pretrained import PretrainedEncoder

NORM_EPSILON = 1e-12
ARC_WIDTH = 256
LABEL_WIDTH = 128
MIXED_LAYERS = 4
LEAK = 0.1


class Layer(nn.Module):
    """One transformer layer: attention and a feed-forward part, each added and normalised."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, NORM_EPSILON)
        self.inner = nn.Linear(width, inner)
        self.outer = nn.Linear(inner, width)
        self.output_norm = nn.LayerNorm(width, NORM_EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """x: (batch, pieces, width); mask: (batch, pieces), true where there is a piece."""
        batch, pieces, width = x.shape
        q, k, v = self.qkv(x).view(batch, pieces, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        shares = (q @ k.transpose(2, 3) * (width // self.heads) ** -0.5).masked_fill(~mask[:, None, None, :], -1e4)
        mixed = torch.softmax(shares, -1) @ v  # On a CPU twice as fast as scaled_dot_product_attention, going back.
        mixed = mixed.transpose(1, 2).reshape(batch, pieces, width)
        x = self.attention_norm(x + self.dropout(self.out(mixed)))
        inner = functional.gelu(self.inner(x), approximate="tanh")
        return self.output_norm(x + self.dropout(self.outer(inner)))


class Encoder(nn.Module):
    """Embeddings and layers. Rows of the embedding: the pieces kept, sentence begin, sentence end, unknown."""

    def __init__(self, pieces: int, positions: int, width: int, heads: int, inner: int, layers: int, dropout: float):
        super().__init__()
        self.embedding = nn.Embedding(pieces + 3, width)
        self.positions = nn.Parameter(torch.zeros(positions, width))
        self.norm = nn.LayerNorm(width, NORM_EPSILON)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: torch.Tensor, mask: torch.Tensor) -> list[torch.Tensor]:
        """The outputs of all layers, each (batch, pieces, width)."""
        x = self.embedding(rows) + self.positions[: rows.shape[1]]
        x = self.dropout(self.norm(x))
        outputs = []
        for layer in self.layers:
            x = layer(x, mask)
            outputs.append(x)
        return outputs

    def load(self, source: PretrainedEncoder, kept: list[str]) -> None:
        """Takes over the pretrained weights. `kept`: the pieces of the small table, in its order."""
        number = {piece: i for i, piece in enumerate(source.pieces)}
        words = source.matrix("emb.word", source.sizes.pieces)
        rows = [number[piece] for piece in kept] + [source.begin, source.end, source.unknown]
        first = source.padding + 1  # Positions are counted from behind the padding's number.
        positions = source.floats("emb.pos").reshape(-1, source.sizes.width)[first : first + len(self.positions)]
        with torch.no_grad():
            self.embedding.weight.copy_(torch.from_numpy(words[rows]))
            kind = source.floats("emb.type")[: source.sizes.width]
            self.positions.copy_(torch.from_numpy(positions + kind))
            _copy(self.norm, source.floats("emb.ln.w"), source.floats("emb.ln.b"))
            for i, layer in enumerate(self.layers):
                self._load_layer(layer, source, f"l{i}.")

    @staticmethod
    def _load_layer(layer: Layer, source: PretrainedEncoder, prefix: str) -> None:
        width, inner = source.sizes.width, source.sizes.inner
        parts = [(source.matrix(f"{prefix}{n}.w", width), source.floats(f"{prefix}{n}.b")) for n in "qkv"]
        _copy(layer.qkv, np.concatenate([w for w, _ in parts]), np.concatenate([b for _, b in parts]))
        _copy(layer.out, source.matrix(prefix + "ao.w", width), source.floats(prefix + "ao.b"))
        _copy(layer.attention_norm, source.floats(prefix + "aln.w"), source.floats(prefix + "aln.b"))
        _copy(layer.inner, source.matrix(prefix + "fi.w", inner), source.floats(prefix + "fi.b"))
        _copy(layer.outer, source.matrix(prefix + "fo.w", width), source.floats(prefix + "fo.b"))
        _copy(layer.output_norm, source.floats(prefix + "oln.w"), source.floats(prefix + "oln.b"))


def _copy(module: nn.Module, weight: np.ndarray, bias: np.ndarray) -> None:
    module.weight.copy_(torch.from_numpy(weight))
    module.bias.copy_(torch.from_numpy(bias))


def with_constant(x: torch.Tensor) -> torch.Tensor:
    """x with a constant 1 behind its last dimension."""
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Reader(nn.Module):
    """Encoder and heads. Scores come out as a dictionary of tensors."""

    def __init__(self, encoder: Encoder, width: int, upos: int, tags: int, relations: int, name_labels: int,
                 dropout: float = 0.2):
        super().__init__()
        self.encoder = encoder
        self.tree_mix = nn.Parameter(torch.zeros(MIXED_LAYERS))
        self.name_mix = nn.Parameter(torch.zeros(MIXED_LAYERS))
        self.arc_head, self.arc_dependent = nn.Linear(width, ARC_WIDTH), nn.Linear(width, ARC_WIDTH)
        self.label_head, self.label_dependent = nn.Linear(width, LABEL_WIDTH), nn.Linear(width, LABEL_WIDTH)
        self.upos, self.tags, self.names = (nn.Linear(width, n) for n in (upos, tags, name_labels))
        self.arc = nn.Parameter(torch.randn(ARC_WIDTH + 1, ARC_WIDTH) * 0.02)
        self.label = nn.Parameter(torch.randn(relations, LABEL_WIDTH + 1, LABEL_WIDTH + 1) * 0.02)
        self.dropout = nn.Dropout(dropout)

    def forward(self, rows: torch.Tensor, mask: torch.Tensor, pool: torch.Tensor) -> dict[str, torch.Tensor]:
        """rows, mask: (batch, pieces); pool: (batch, words + 1, pieces), a word's row averages its pieces, row 0 is the
        begin piece. Scores: upos, tags, names (batch, words + 1, n); arc (batch, dependent, head); the label parts."""
        layers = self.encoder(rows, mask)[-MIXED_LAYERS:]
        trees = self.dropout(torch.bmm(pool, _mix(layers, self.tree_mix)))
        names = self.dropout(torch.bmm(pool, _mix(layers, self.name_mix)))
        head, dependent, label_head, label_dependent = (
            self.dropout(functional.leaky_relu(part(trees), LEAK))
            for part in (self.arc_head, self.arc_dependent, self.label_head, self.label_dependent)
        )
        return {
            "upos": self.upos(trees),
            "tags": self.tags(trees),
            "names": self.names(names),
            "arc": with_constant(dependent) @ self.arc @ head.transpose(1, 2),
            "label_head": label_head,
            "label_dependent": label_dependent,
        }

    def relation_scores(self, scores: dict[str, torch.Tensor], heads: torch.Tensor) -> torch.Tensor:
        """Scores of the relations of each word to the head given for it: (batch, words + 1, relations)."""
        governor = scores["label_head"]
        chosen = torch.gather(governor, 1, heads.clamp(min=0)[..., None].expand(-1, -1, governor.shape[-1]))
        left = torch.einsum("bni,rij->bnrj", with_constant(scores["label_dependent"]).float(), self.label)
        return torch.einsum("bnrj,bnj->bnr", left, with_constant(chosen).float())


def _mix(layers: list[torch.Tensor], weights: torch.Tensor) -> torch.Tensor:
    shares = torch.softmax(weights, 0)
    return sum(share * layer for share, layer in zip(shares, layers))
