"""Which annotated sentences are learnt from, how often, and which are measured on."""

import random
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from .examples import (Example, read_marked_names, read_name_annotations, read_tree_annotations, read_treebank)

ANNOTATIONS = Path(__file__).resolve().parent.parent / "annotations"
GAZETTEER = Path(__file__).resolve().parent.parent.parent / "data" / "gazetteer"
SHOUTED = 0.03  # Share of English tree sentences that are learnt a second way: as a headline in title case.


@dataclass
class Corpora:
    """What a training run learns from and is measured on."""

    learnt: list[Example]
    measured: dict[str, list[Example]] = field(default_factory=dict)
    words: Counter = field(default_factory=Counter)  # Of everything, raw text included: (word, follows space).


@dataclass
class Selection:
    """Which of the annotated sentences a run learns from."""

    with_held_out: bool = False  # The trees of the frames set and the names of the names set too.
    share: float = 1.0  # Of the English treebanks and of the lines with names: what a short last run needs of them.
    copies: int = 3  # In a pass, of Swahili trees and English news: there are some ten times fewer than in the treebanks.


def read_corpora(data: Path, evaluation: Path, selection: Selection) -> Corpora:
    """`data`: folder with ud, gum, sw-trees, globalvoices; `evaluation`: folder with names. What is held out is measured on
    in any case."""
    raw = {code: (data / "globalvoices" / f"{code}.txt").read_text(encoding="utf8").split("\n") for code in ("sw", "en")}
    frames = list(read_treebank(data / "sw-trees/sw_news-frames.conllu", "sw", with_tags=False))
    marked = {code: list(read_marked_names(evaluation / "names" / f"gv-{code}.jsonl")) for code in ("sw", "en")}
    shuffler = random.Random(7)
    sample = lambda examples: [example for example in examples if shuffler.random() < selection.share]
    english = sample(read_english_treebanks(data)) + read_news("en", raw) * selection.copies
    swahili = list(read_treebank(data / "sw-trees/sw_news-train.conllu", "sw", with_tags=False)) + read_news("sw", raw)
    names = sample(read_name_annotations(ANNOTATIONS / "names.tsv", raw))
    if selection.with_held_out:
        swahili += frames
        names += marked["sw"] + marked["en"]
    trees = english + swahili * selection.copies
    given, family = (read_column(GAZETTEER / f"{name}.tsv", 0) for name in ("given_names", "surnames"))
    renamed = (with_other_names(example, given, family, shuffler) for example in trees)
    learnt = trees + names + [example for example in renamed if example]
    learnt += [as_headline(e) for e in english if len(e.words) > 3 and shuffler.random() < SHOUTED]
    measured = {
        "EWT dev": list(read_treebank(data / "ud/en_ewt-ud-dev.conllu", "en", with_tags=True)),
        "Swahili dev": list(read_treebank(data / "sw-trees/sw_news-dev.conllu", "sw", with_tags=False)),
        "Swahili frames": frames,
        "names sw": marked["sw"],
        "names en": marked["en"],
    }
    return Corpora(learnt, measured, count_words(raw, learnt + [e for part in measured.values() for e in part]))


def read_english_treebanks(data: Path) -> list[Example]:
    return [
        example
        for name in ("ud/en_ewt-ud-train.conllu", "gum/en_gum-open-train.conllu")
        for example in read_treebank(data / name, "en", with_tags=True)
    ]


def read_news(language: str, raw: dict[str, list[str]]) -> list[Example]:
    """Our own trees: of news sentences written for this, and of lines of Global Voices."""
    news = list(read_treebank(ANNOTATIONS / f"news-{language}.conllu", language, with_tags=False))
    return news + list(read_tree_annotations(ANNOTATIONS / f"trees-{language}.tsv", raw[language], language))


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
