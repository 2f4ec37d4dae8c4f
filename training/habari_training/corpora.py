"""Which annotated sentences are learnt from, how often, and which are measured on."""

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .examples import (Example, read_marked_names, read_name_annotations, read_tree_annotations, read_treebank)

ANNOTATIONS = Path(__file__).resolve().parent.parent / "annotations"
GAZETTEER = Path(__file__).resolve().parent.parent.parent / "data" / "gazetteer"
SWAHILI_COPIES = 3  # Of Swahili trees in a pass: there are some thirty times fewer than English ones.
NAME_COPIES = 1
NEWS_COPIES = 3  # Of the English news sentences: the treebanks have little news.
SHOUTED = 0.03  # Share of English tree sentences that are learnt a second way: as a headline in title case.


@dataclass
class Corpora:
    """What a training run learns from and is measured on."""

    learnt: list[Example]
    measured: dict[str, list[Example]] = field(default_factory=dict)
    words: Counter = field(default_factory=Counter)  # Of everything, raw text included: (word, follows space).


def read_corpora(data: Path, evaluation: Path, with_held_out: bool, english_share: float = 1.0) -> Corpora:
    """`data`: folder with ud, gum, sw-trees, globalvoices; `evaluation`: folder with names. The trees of the frames
    set and the names of the names set are learnt from only `with_held_out`; they are measured on in any case.
    `english_share`: of the English sentences, how many are learnt from; a short last run needs few."""
    raw = {code: (data / "globalvoices" / f"{code}.txt").read_text(encoding="utf8").split("\n") for code in ("sw", "en")}
    english = [
        example
        for name in ("ud/en_ewt-ud-train.conllu", "gum/en_gum-open-train.conllu")
        for example in read_treebank(data / name, "en", with_tags=True)
    ]
    news = list(read_treebank(ANNOTATIONS / "news-en.conllu", "en", with_tags=False))
    news += read_tree_annotations(ANNOTATIONS / "trees-en.tsv", raw["en"], "en")
    english += news * NEWS_COPIES
    frames = list(read_treebank(data / "sw-trees/sw_news-frames.conllu", "sw", with_tags=False))
    swahili = list(read_treebank(data / "sw-trees/sw_news-train.conllu", "sw", with_tags=False))
    swahili += read_tree_annotations(ANNOTATIONS / "trees-sw.tsv", raw["sw"], "sw")
    swahili += read_treebank(ANNOTATIONS / "news-sw.conllu", "sw", with_tags=False)
    marked = {code: list(read_marked_names(evaluation / "names" / f"gv-{code}.jsonl")) for code in ("sw", "en")}
    names = list(read_name_annotations(ANNOTATIONS / "names.tsv", raw))
    if with_held_out:
        swahili += frames
        names += marked["sw"] + marked["en"]
    shuffler = random.Random(7)
    everything_english = english
    english = [example for example in english if shuffler.random() < english_share]
    learnt = english + [as_headline(e) for e in english if len(e.words) > 3 and shuffler.random() < SHOUTED]
    learnt += swahili * SWAHILI_COPIES + names * NAME_COPIES
    given, family = (read_column(GAZETTEER / f"{name}.tsv", 0) for name in ("given_names", "surnames"))
    renamed = (with_other_names(e, given, family, shuffler) for e in everything_english + swahili * SWAHILI_COPIES)
    learnt += [example for example in renamed if example]
    measured = {
        "EWT dev": list(read_treebank(data / "ud/en_ewt-ud-dev.conllu", "en", with_tags=True)),
        "Swahili dev": list(read_treebank(data / "sw-trees/sw_news-dev.conllu", "sw", with_tags=False)),
        "Swahili frames": frames,
        "names sw": marked["sw"],
        "names en": marked["en"],
    }
    return Corpora(learnt, measured, count_words(raw, learnt + [e for part in measured.values() for e in part]))


def with_other_names(example: Example, given: list[str], family: list[str], shuffler: random.Random) -> Example | None:
    """The same sentence with other people in it: names of two words or more get a given and a family name of the
    gazetteer. The treebanks' people are mostly American; news is not. Nothing where no such name stands."""
    words, changed = list(example.words), False
    for i in range(1, len(words)):
        is_name = example.upos[i] == example.upos[i - 1] == "PROPN" and example.relations[i] == "flat"
        if is_name and example.heads[i] == i and words[i].isalpha() and words[i - 1].isalpha():
            words[i - 1], words[i], changed = shuffler.choice(given), shuffler.choice(family), True
    return Example(**{**vars(example), "words": words}) if changed else None


def read_column(path: Path, column: int) -> list[str]:
    rows = path.read_text(encoding="utf8").splitlines()
    return [row.split("\t")[column] for row in rows[1:] if row and not row.startswith("#")]


def count_words(raw: dict[str, list[str]], examples: list[Example]) -> Counter:
    words = Counter((word, True) for lines in raw.values() for line in lines for word in line.split())
    for example in examples:
        words.update(zip(example.words, example.follows_space))
    return words


def as_headline(example: Example) -> Example:
    """The same sentence with a capital in front of every word, as headlines have it."""
    capital = lambda word: word[:1].upper() + word[1:]
    return Example(**{**vars(example), "words": [capital(word) for word in example.words]})
