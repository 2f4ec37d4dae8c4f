#!/usr/bin/env python3
"""Cross-validation of `habari train`: each sentence is read by a model that was trained on the other folds.

usage: cross_validate.py HABARI LANGUAGE TREEBANK... [--folds 10] [-- OPTIONS OF habari train]

Prints each fold's line for gold words, and the mean weighted by words. Sentences go to folds by turns.
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def sentences(paths):
    for path in paths:
        for block in re.split(r"\n\s*\n", pathlib.Path(path).read_text(encoding="utf-8")):
            if re.search(r"^1[\t-]", block, re.M):
                yield block.strip("\n") + "\n\n"


def main(arguments):
    options = []
    if "--" in arguments:
        at = arguments.index("--")
        arguments, options = arguments[:at], arguments[at + 1:]
    folds = 10
    if "--folds" in arguments:
        at = arguments.index("--folds")
        folds = int(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) < 3:
        sys.exit(__doc__)
    habari, language, *paths = arguments
    blocks = list(sentences(paths))
    names, totals, words = [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        train, dev, model = (pathlib.Path(folder) / name for name in ("train.conllu", "dev.conllu", "model.bin"))
        for fold in range(folds):
            train.write_text("".join(b for i, b in enumerate(blocks) if i % folds != fold), encoding="utf-8")
            dev.write_text("".join(b for i, b in enumerate(blocks) if i % folds == fold), encoding="utf-8")
            result = subprocess.run([habari, "train", "--language", language, str(train), "--dev", str(dev),
                                     "-o", str(model), *options],
                                    check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            lines = result.stdout.splitlines()
            names = lines[0].split()
            scores = [float("nan" if x == "-" else x) for x in next(l for l in lines if l.startswith("gold words")).split()[2:]]
            count = len(re.findall(r"^\d+\t", dev.read_text(encoding="utf-8"), re.M))
            print(f"fold {fold + 1}", *(f"{n} {s:.2f}" for n, s in zip(names, scores)), flush=True)
            totals = [t + s * count for t, s in zip(totals or [0] * len(scores), scores)]
            words += count
    print("mean  ", *(f"{n} {t / words:.2f}" for n, t in zip(names, totals)))


if __name__ == "__main__":
    main(sys.argv[1:])
