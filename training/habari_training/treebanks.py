"""python -m habari_training.treebanks: writes our own Swahili trees as CoNLL-U, for `habari train`."""

import argparse
from pathlib import Path

from .corpora import ANNOTATIONS
from .examples import Example, read_tree_annotations


def conllu(example: Example) -> str:
    """The block of a sentence: words, UPOS, heads, relations and where no space follows."""
    glued = [not follows for follows in example.follows_space[1:]] + [False]
    text = "".join(word + ("" if is_glued else " ") for word, is_glued in zip(example.words, glued)).rstrip()
    rows = [f"# sent_id = {example.identifier}", f"# text = {text}"]
    columns = zip(example.words, example.upos, example.heads, example.relations, glued)
    for number, (word, upos, head, relation, is_glued) in enumerate(columns, 1):
        misc = "SpaceAfter=No" if is_glued else "_"
        rows.append("\t".join((str(number), word, "_", upos, "_", "_", str(head), relation, "_", misc)))
    return "\n".join(rows) + "\n\n"


def main() -> None:
    parser = argparse.ArgumentParser(prog="habari_training.treebanks", description=__doc__)
    parser.add_argument("lines", type=Path, help="sw.txt of Global Voices, which the annotations point into")
    arguments = parser.parse_args()
    lines = arguments.lines.read_text(encoding="utf8").split("\n")
    for example in read_tree_annotations(ANNOTATIONS / "trees-sw.tsv", lines, "sw"):
        print(conllu(example), end="")


if __name__ == "__main__":
    main()
