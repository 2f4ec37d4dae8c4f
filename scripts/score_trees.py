#!/usr/bin/env python3
"""Compares parsed CoNLL-U with a treebank that is only partly annotated.

usage: score_trees.py GOLD PARSED [--errors]

UAS counts every word of the sentences with a full tree: exactly one word has HEAD 0 or `_`, and that word is the root.
UPOS counts every word whose gold tag is given. The two files must hold the same sentences in the same order.
"""
import argparse
import collections


def sentences(path):
    words = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if words:
                    yield words
                words = []
            elif line[0] != "#":
                cells = line.split("\t")
                if cells[0].isdigit():
                    words.append(cells)
    if words:
        yield words


def head(cells):
    return 0 if cells[6] == "_" else int(cells[6])


def relation(cells):
    """The universal relation; a partly annotated treebank may leave the root's cell empty."""
    return "root" if head(cells) == 0 else cells[7].split(":")[0]


def is_full(words):
    return sum(head(cells) == 0 for cells in words) == 1


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold")
    options.add_argument("parsed")
    options.add_argument("--errors", action="store_true", help="list the commonest confusions")
    options = options.parse_args()

    tags = right_tags = words = right_heads = right_relations = trees = 0
    wrong_tags, wrong_heads = collections.Counter(), collections.Counter()
    gold = list(sentences(options.gold))
    parsed = list(sentences(options.parsed))
    if len(gold) != len(parsed):
        raise SystemExit(f"{options.parsed}: {len(parsed)} sentences, {options.gold} has {len(gold)}")
    for number, (wanted, found) in enumerate(zip(gold, parsed), 1):
        if len(wanted) != len(found):
            raise SystemExit(f"sentence {number}: {len(found)} words, expected {len(wanted)}")
        full = is_full(wanted)
        trees += full
        for w, f in zip(wanted, found):
            if w[3] != "_":
                tags += 1
                right_tags += w[3] == f[3]
                if w[3] != f[3]:
                    wrong_tags[w[3], f[3]] += 1
            if full:
                words += 1
                right_heads += head(w) == head(f)
                right_relations += head(w) == head(f) and relation(w) == relation(f)
                if head(w) != head(f):
                    wrong_heads[w[3], w[7], f[7]] += 1
    print(f"UPOS {right_tags / max(tags, 1):.4f} ({right_tags}/{tags})")
    print(f"UAS  {right_heads / max(words, 1):.4f} ({right_heads}/{words}, {trees} full trees)")
    print(f"LAS  {right_relations / max(words, 1):.4f} ({right_relations}/{words}, subtypes stripped)")
    if options.errors:
        print("\nwrong tags: gold, parsed")
        for (w, f), count in wrong_tags.most_common(30):
            print(f"{count:5} {w:6} {f}")
        print("\nwrong heads: gold tag, gold relation, parsed relation")
        for (w, g, f), count in wrong_heads.most_common(40):
            print(f"{count:5} {w:6} {g:10} {f}")


if __name__ == "__main__":
    main()
