#!/usr/bin/env python3
"""Lists WordNet's words and its irregular forms.

usage: scripts/list_wordnet.py words [FOLDER] > wordnet.tsv
       scripts/list_wordnet.py forms [FOLDER] > forms.tsv

`words` writes what `habari train --dictionary` takes: lemma and UPOS, with a tab between. `forms` writes rows of a language's
table lemmas.tsv: form, UPOS and lemma.
FOLDER holds WordNet's database (Debian: package wordnet-base, /usr/share/wordnet). Words of one piece without capitals,
digits and full stops are listed: names and abbreviations have no lemma to look for. Forms of several lemmas are left out, and
those that are lemmas themselves but for verbs.
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


def read_forms(path, lemmas):
    """Irregular forms and their lemma, of those that have one: `form lemma...`."""
    forms = {}
    for line in path.read_text(encoding="ascii").splitlines():
        form, *of = line.split(" ")
        if WORD.fullmatch(form) and len(of) == 1 and of[0] in lemmas and of[0] != form:
            forms[form] = of[0]
    return forms


def main():
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in ("words", "forms"):
        sys.exit(__doc__)
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "/usr/share/wordnet")
    for part, upos in PARTS.items():
        lemmas = read_lemmas(folder / f"data.{part}")
        if sys.argv[1] == "words":
            for lemma in sorted(lemmas):
                print(lemma, upos, sep="\t")
            continue
        for form, lemma in sorted(read_forms(folder / f"{part}.exc", lemmas).items()):
            if part == "verb" or form not in lemmas:
                print(form, upos, lemma, sep="\t")


if __name__ == "__main__":
    main()
