"""Scores of a reader on annotated sentences."""

import numpy as np
import torch

from .batches import Numbered, collate
from .decoding import best_names, best_tree, spans_of_names
from .labels import KINDS
from .network import Reader

# Kinds are scored as person, organization, place, group and other, as score_names.py does.
CLASSES = {"country": "place", "facility": "place", "person": "person", "organization": "organization",
           "place": "place", "group": "group"}


@torch.no_grad()
def evaluate(reader: Reader, examples: list[Numbered], relations: list[str], padding: int) -> dict[str, float]:
    """Percentages: upos, tags, uas, las (relations without subtypes), names (F1 of span and kind)."""
    reader.eval()
    counts = dict.fromkeys(("words", "upos", "tagged", "tags", "arcs", "uas", "las", "found", "given", "right"), 0)
    plain = [relation.split(":")[0] for relation in relations]
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].rows))
    for start in range(0, len(order), 24):
        batch = [examples[i] for i in order[start : start + 24]]
        tensors = collate(batch, padding)
        scores = reader(tensors["rows"], tensors["mask"], tensors["pool"])
        arcs = scores["arc"].masked_fill(~tensors["words"][:, None, :], -1e4).log_softmax(-1).numpy()
        for b, example in enumerate(batch):
            _count(reader, example, {k: v[b : b + 1] for k, v in scores.items()}, arcs[b], plain, counts)
    reader.train()
    share = lambda part, whole: 100 * counts[part] / max(1, counts[whole])
    return {
        "upos": share("upos", "words"),
        "tags": share("tags", "tagged"),
        "uas": share("uas", "arcs"),
        "las": share("las", "arcs"),
        "names": 200 * counts["right"] / max(1, counts["found"] + counts["given"]),
    }


def _count(reader, example, scores, arcs, plain, counts) -> None:
    size = len(example.spans)
    for name, total in (("upos", "words"), ("tags", "tagged")):
        chosen = scores[name][0, 1 : size + 1].argmax(-1).tolist()
        counts[total] += sum(gold >= 0 for gold in getattr(example, name))
        counts[name] += sum(a == b for a, b in zip(chosen, getattr(example, name)))
    if any(head >= 0 for head in example.heads):
        heads = best_tree(arcs[: size + 1, : size + 1])
        relation = reader.relation_scores(scores, torch.tensor([[0] + heads + [0] * (arcs.shape[0] - size - 1)]))
        chosen = relation[0, 1 : size + 1].argmax(-1).tolist()
        for head, label, gold_head, gold_label in zip(heads, chosen, example.heads, example.relations):
            if gold_head < 0:
                continue
            counts["arcs"] += 1
            counts["uas"] += head == gold_head
            counts["las"] += head == gold_head and gold_label >= 0 and plain[label] == plain[gold_label]
    if example.names and example.names[0] >= 0:
        found = _classed(best_names(scores["names"][0, 1 : size + 1].numpy()))
        given = _classed(example.names)
        counts["found"] += len(found)
        counts["given"] += len(given)
        counts["right"] += len(found & given)


def _classed(labels) -> set:
    return {(b, e, CLASSES.get(KINDS[kind], "other")) for b, e, kind in spans_of_names(list(np.asarray(labels)))}
