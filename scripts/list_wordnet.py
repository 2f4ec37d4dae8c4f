#!/usr/bin/env python3
"""Lists WordNet's words for `habari train --dictionary`: lemma, UPOS, irregular forms, with tabs between.

usage: scripts/list_wordnet.py [FOLDER] > wordnet.tsv

FOLDER holds WordNet's database (Debian: package wordnet-base, /usr/share/wordnet). Words of one piece without capitals,
digits and full stops are listed: names and abbreviations have no lemma to look for.
"""
import re
import sys
from pathlib import Path

PARTS = {"verb": "VERB", "noun": "NOUN", "adj": "ADJ", "adv": "ADV"}
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def read_lemmas(path):
    """The words of a data file: `offset file type count (word id)...`, count in hexadecimal digits."""
    lemmas = set()
    for line in path.read_text(encoding="ascii").splitlines():
        if line.startswith(" "):  # the licence
            continue
        fields = line.split(" ")
        for i in range(int(fields[3], 16)):
            word = re.sub(r"\([a-z]+\)$", "", fields[4 + 2 * i])  # (a), (p), (ip): where an adjective stands
            if WORD.fullmatch(word) and word == word.lower():
                lemmas.add(word)
    return lemmas


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet")
    for part, upos in PARTS.items():
        lemmas = read_lemmas(folder / f"data.{part}")
        forms = {}
        for line in (folder / f"{part}.exc").read_text(encoding="ascii").splitlines():
            form, lemma = line.split(" ")[:2]
            if lemma in lemmas and WORD.fullmatch(form):
                forms.setdefault(lemma, set()).add(form)
        for lemma in sorted(lemmas):
            print("\t".join([lemma, upos, *sorted(forms.get(lemma, ()))]))


if __name__ == "__main__":
    main()
