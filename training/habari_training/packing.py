"""The bytes of a model file: weights as bytes in the kernels' order, and the container of named sections."""

import struct
import zlib

import numpy as np

ALIGNMENT = 64
GROUP = 128  # Outputs that the kernels take together.
MAGIC, VERSION = b"HabariM\n", 3


def quantize_rows(weights: np.ndarray, highest: int) -> tuple[np.ndarray, np.ndarray]:
    """Bytes and a factor for each row of a matrix."""
    factors = np.abs(weights).max(axis=1) / highest
    factors[factors == 0] = 1
    values = np.clip(np.rint(weights / factors[:, None]), -highest, highest)
    return values.astype(np.int8), factors.astype(np.float32)


def pack(values: np.ndarray) -> bytes:
    """Bytes of a matrix (outputs, inputs) in the kernels' order: groups of up to GROUP outputs, by four inputs."""
    outputs, inputs = values.shape
    parts = []
    for first in range(0, outputs, GROUP):
        group = values[first : first + GROUP]
        parts.append(group.reshape(len(group), inputs // 4, 4).transpose(1, 0, 2).tobytes())
    return b"".join(parts)


def model_bytes(sections: dict[str, bytes], language: str = "mul") -> bytes:
    """The container that extractors/language/analysis/model/model_file.cpp reads: header, table and aligned sections."""
    names = sorted(sections)
    body = bytearray(_aligned(64 + 40 * len(names)))
    table = b""
    for name in names:
        table += struct.pack("<24sQQ", name.encode(), len(body), len(sections[name]))
        body += sections[name]
        body += bytes(-len(body) % ALIGNMENT)
    body[64 : 64 + len(table)] = table
    tail = struct.pack("<Q16sI20s", len(body), language.encode(), len(names), b"")
    body[16:64] = tail
    checksum = zlib.crc32(bytes(body[16:]))
    body[:16] = MAGIC + struct.pack("<II", VERSION, checksum)
    return bytes(body)


def _aligned(size: int) -> int:
    return (size + ALIGNMENT - 1) // ALIGNMENT * ALIGNMENT
