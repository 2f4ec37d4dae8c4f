"""The closed sets that the heads choose from, in the order of the model file."""

from collections import Counter
from dataclasses import dataclass

from .examples import Example

UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
        "SYM", "VERB", "X"]  # The order of Upos in core/sentence.hpp.
KINDS = ["person", "organization", "country", "place", "facility", "group", "language", "product", "work", "event",
         "other"]
RARE = 2  # What occurs less often is not learnt: such annotations are mostly errors.


@dataclass
class Labels:
    """Numbers of tags, relations and name labels."""

    tags: list[str]
    relations: list[str]
    names: list[str]

    @classmethod
    def of(cls, examples: list[Example]) -> "Labels":
        tags = Counter(tag for e in examples for tag in e.tags if tag)
        relations = Counter(relation for e in examples for relation in e.relations if relation)
        return cls(
            tags=sorted((t for t, n in tags.items() if n >= RARE and t.split("\t")[0] in UPOS), key=tag_order),
            relations=sorted(r for r, n in relations.items() if n >= RARE and r not in ("to", "for")),
            names=["O"] + [prefix + kind for kind in KINDS for prefix in ("B-", "I-")],
        )


def tag_order(tag: str) -> tuple:
    upos, xpos, features = tag.split("\t")
    return (UPOS.index(upos), xpos.encode(), features.encode())
