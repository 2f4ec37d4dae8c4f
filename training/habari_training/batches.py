"""Examples as tensors, and the order in which training sees them."""

import random
from dataclasses import dataclass

import torch

from .examples import UNKNOWN, Example
from .labels import UPOS, Labels
from .pieces import PieceTable

LONGEST = 300  # Pieces of a sentence that is learnt from; longer ones are left out.


@dataclass
class Numbered:
    """An example in numbers. Lists but `rows` are as long as the words."""

    rows: list[int]
    spans: list[tuple[int, int]]
    upos: list[int]
    tags: list[int]
    heads: list[int]
    relations: list[int]
    names: list[int]


class Numbering:
    """Turns examples into numbers by a piece table and label sets."""

    def __init__(self, pieces: PieceTable, labels: Labels):
        self._pieces = pieces
        self._upos = {name: i for i, name in enumerate(UPOS)}
        self._tags = {name: i for i, name in enumerate(labels.tags)}
        self._relations = {name: i for i, name in enumerate(labels.relations)}
        self._names = {name: i for i, name in enumerate(labels.names)}

    def number(self, example: Example) -> Numbered:
        rows, spans = [self._pieces.begin], []
        for word, follows_space in zip(example.words, example.follows_space):
            pieces = self._pieces.rows_of_word(word, follows_space)
            spans.append((len(rows), len(rows) + len(pieces)))
            rows.extend(pieces)
        rows.append(self._pieces.end)
        return Numbered(
            rows=rows,
            spans=spans,
            upos=[self._upos.get(x, UNKNOWN) for x in example.upos],
            tags=[self._tags.get(x, UNKNOWN) for x in example.tags],
            heads=example.heads,
            relations=[self._relations.get(x, UNKNOWN) for x in example.relations],
            names=[self._names.get(x, UNKNOWN) for x in example.names],
        )


def collate(batch: list[Numbered], padding: int) -> dict[str, torch.Tensor]:
    """Tensors of a batch. Words are numbered from 1; row 0 is the sentence itself."""
    size, pieces = len(batch), max(len(e.rows) for e in batch)
    words = max(len(e.spans) for e in batch) + 1
    tensors = {
        "rows": torch.full((size, pieces), padding, dtype=torch.long),
        "mask": torch.zeros(size, pieces, dtype=torch.bool),
        "pool": torch.zeros(size, words, pieces),
        "words": torch.zeros(size, words, dtype=torch.bool),
    }
    for name in ("upos", "tags", "heads", "relations", "names"):
        tensors[name] = torch.full((size, words), UNKNOWN, dtype=torch.long)
    for b, example in enumerate(batch):
        tensors["rows"][b, : len(example.rows)] = torch.tensor(example.rows)
        tensors["mask"][b, : len(example.rows)] = True
        tensors["pool"][b, 0, 0] = 1
        tensors["words"][b, : len(example.spans) + 1] = True
        for i, (begin, end) in enumerate(example.spans):
            tensors["pool"][b, i + 1, begin:end] = 1 / (end - begin)
        for name in ("upos", "tags", "heads", "relations", "names"):
            tensors[name][b, 1 : len(example.spans) + 1] = torch.tensor(getattr(example, name))
    return tensors


def make_batches(examples: list[Numbered], pieces_a_batch: int, shuffler: random.Random) -> list[list[int]]:
    """Numbers of examples, in random batches of like lengths."""
    order = [i for i, e in enumerate(examples) if len(e.rows) <= LONGEST]
    shuffler.shuffle(order)
    batches = []
    for start in range(0, len(order), 2048):
        batch: list[int] = []
        for i in sorted(order[start : start + 2048], key=lambda i: len(examples[i].rows)):
            if batch and len(examples[i].rows) * (len(batch) + 1) > pieces_a_batch:
                batches.append(batch)
                batch = []
            batch.append(i)
        batches.append(batch)
    shuffler.shuffle(batches)
    return batches
