#!/usr/bin/env python3
"""Score CoNLL-U trees over the same tokens: UPOS accuracy, unlabelled and labelled attachment.

    score_trees.py GOLD.conllu PREDICTED.conllu [--errors]

Every token counts, punctuation too; relation subtypes are stripped. UPOS is scored over all tokens that have one,
attachment over the sentences that have a full tree (one root, every other word with a head and a relation).
"""
import argparse
import sys
from collections import Counter


def sentences(path):
    words = []
    for line in open(path, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if len(cells) == 10 and cells[0].isdigit():
            words.append(cells)
        elif not line.strip() and words:
            yield words
            words = []
    if words:
        yield words


def full_tree(words):
    """Heads of a fully annotated sentence, nothing where it is only partly annotated."""
    heads = [0 if w[6] in ("_", "0") else int(w[6]) for w in words]
    unrelated = sum(w[6] == "_" and w[7] in ("_", "root") or w[6] == "0" for w in words)
    return heads if heads.count(0) == 1 and unrelated == 1 else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold"), parser.add_argument("predicted")
    parser.add_argument("--errors", action="store_true", help="list wrong heads and tags by kind, most frequent first")
    arguments = parser.parse_args()
    tags = right_tags = words_in_trees = right_heads = right_relations = trees = 0
    errors = Counter()
    gold_sentences, predicted_sentences = list(sentences(arguments.gold)), list(sentences(arguments.predicted))
    if len(gold_sentences) != len(predicted_sentences):
        sys.exit(f"{len(gold_sentences)} gold sentences, {len(predicted_sentences)} predicted")
    for gold, predicted in zip(gold_sentences, predicted_sentences):
        if [w[1] for w in gold] != [w[1] for w in predicted]:
            sys.exit(f"different words: {' '.join(w[1] for w in gold)}")
        heads = full_tree(gold)
        for g, p in zip(gold, predicted):
            if g[3] != "_":
                tags += 1
                right_tags += g[3] == p[3]
                if g[3] != p[3]:
                    errors[f"tag {p[3]} for {g[3]}"] += 1
        if heads is None:
            continue
        trees += 1
        for g, p, head in zip(gold, predicted, heads):
            words_in_trees += 1
            relation = "root" if head == 0 else g[7].split(":")[0]
            if int(p[6]) == head:
                right_heads += 1
                right_relations += p[7].split(":")[0] == relation
            else:
                errors[f"head of {relation}"] += 1
    if arguments.errors:
        for what, count in errors.most_common():
            print(f"{count}\t{what}")
    print(f"trees={trees} tokens={words_in_trees} upos={right_tags / max(tags, 1):.4f} "
          f"uas={right_heads / max(words_in_trees, 1):.4f} las={right_relations / max(words_in_trees, 1):.4f}")


if __name__ == "__main__":
    main()
