#!/usr/bin/env python3
"""Run every scorer on every development set that is there and write one table, docs/quality.md.

    scripts/measure_quality.py [--program build/cli/habari] [--evaluation DIR] [--output docs/quality.md]

The evaluation folder holds eval/ (scorers and annotated sentences) and data/ (treebanks, entity files, raw news).
A set that is not there is left out and named as such.
"""
import argparse
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from habari_training.whole_file import write_whole  # noqa: E402

SPEED_LINES = 2000  # Of each language, from the first on.


def run(command, **options):
    return subprocess.run([str(c) for c in command], check=True, capture_output=True, text=True, **options).stdout


def figures(text):
    """The last line of a scorer: NAME=VALUE pairs."""
    line = [l for l in text.strip().splitlines() if "=" in l][-1]
    return {k: float(v) for k, v in re.findall(r"([A-Za-z_0-9]+)=([0-9.]+)", line)}


class Quality:
    def __init__(self, program, evaluation):
        self.program, self.eval, self.data = program, evaluation / "eval", evaluation / "data"
        self.work = pathlib.Path(tempfile.mkdtemp())
        self.missing = []

    def extract(self, name, *arguments):
        out = self.work / f"{name}.jsonl"
        with open(out, "w", encoding="utf-8") as f:
            subprocess.run([str(self.program), "extract", *map(str, arguments)], check=True, stdout=f,
                           stderr=subprocess.DEVNULL)
        return out

    def there(self, *paths):
        absent = [p for p in paths if not p.exists()]
        self.missing += [p.name for p in absent]
        return not absent

    def events(self):
        rows = []
        sets = [
            ("article (Swahili)", self.eval / "gold/seed.sw.jsonl",
             ["--date", "2023-09-13", self.eval / "seed/article.txt"], ["--article"]),
            ("sw-dev", self.eval / "gold/sw-dev.jsonl", [self.eval / "gold/sw-dev.jsonl"], []),
            ("en-dev", self.eval / "gold/en-dev.jsonl", [self.eval / "gold/en-dev.jsonl"], []),
            ("gv-sw", self.eval / "frames/gv-sw.jsonl", [self.eval / "frames/gv-sw.jsonl"], []),
            ("gv-en", self.eval / "frames/gv-en.jsonl", [self.eval / "frames/gv-en.jsonl"], []),
        ]
        for name, gold, arguments, options in sets:
            if not self.there(gold):
                continue
            predicted = self.extract(gold.stem, *arguments)
            f = figures(run([sys.executable, self.eval / "score_events.py", gold, predicted, *options]))
            cells = ["events_f1", "args_f1", "factuality", "source_f1", "relations_f1", "time", "type", "label"]
            rows.append([name] + [f"{f[c]:.3f}" if c in f else "" for c in cells])
        return table(["set", "events F1", "args F1", "factuality", "source F1", "relations F1", "time", "type",
                      "label"], rows)

    def cuts(self):
        rows = []
        for name in ("sw-dev", "en-dev"):
            gold = self.eval / f"gold/{name}.jsonl"
            if not self.there(gold):
                continue
            for cut in ("0", "0.5", "0.7", "0.9"):
                predicted = self.extract(f"{name}-{cut}", "--min-confidence", cut, gold)
                f = figures(run([sys.executable, self.eval / "score_events.py", gold, predicted]))
                cells = ["events_p", "events_r", "args_p", "args_r"]
                rows.append([name, cut if cut != "0" else "none"] + [f"{f[c]:.3f}" for c in cells])
        return table(["set", "--min-confidence", "events precision", "recall", "args precision", "recall"], rows)

    def plover(self):
        gold = self.eval / "plover/dev.jsonl"
        if not self.there(gold):
            return ""
        f = figures(run([sys.executable, self.eval / "score_plover.py", gold, self.extract("plover", gold)]))
        return table(["found", "typed", "dyad"], [[f"{f[c]:.3f}" for c in ("found", "typed", "dyad")]])

    def open_triples(self):
        sentences, gold = self.eval / "carb/dev.txt", self.eval / "carb/dev.tsv"
        if not self.there(sentences, gold):
            return ""
        predicted = self.extract("carb", "--view", "oie", "--format", "lines", sentences)
        return fenced(run([sys.executable, self.eval / "score_oie.py", gold, predicted]))

    def entities(self):
        rows = []
        for language in ("sw", "en"):
            gold = self.eval / f"names/gv-{language}.jsonl"
            if not self.there(gold):
                continue
            predicted = self.extract(f"names-{language}", "--language", language, gold)
            f = figures(run([sys.executable, self.eval / "score_names.py", gold, predicted]))
            cells = ["f1_all", "f1_span", "f1_person", "f1_organization", "f1_place", "f1_group"]
            rows.append([f"gv-{language}"] + [f"{f[c]:.3f}" for c in cells])
        marked = table(["news sentences", "span and kind F1", "span", "person", "organization", "place", "group"], rows)
        gold = self.data / "masakhaner/swa-dev.txt"
        if not self.there(gold):
            return marked
        sentences = self.work / "masakhaner-in.jsonl"
        scorer = self.eval / "score_entities.py"
        sentences.write_text(run([sys.executable, scorer, "--sentences", gold]), encoding="utf-8")
        text = run([sys.executable, scorer, gold, self.extract("masakhaner", sentences)])
        return marked + "\nMasakhaNER 2.0, Swahili, development part:\n\n" + fenced(text)

    def trees(self):
        rows = []
        for name, language, file in [
                ("Swahili news, dev", "sw", "sw-trees/sw_news-dev.conllu"),
                ("English, EWT dev", "en", "ud/en_ewt-ud-dev.conllu")]:
            paths = [self.data / file]
            if not self.there(*paths):
                continue
            gold = self.work / f"{language}.conllu"
            gold.write_text("".join(p.read_text(encoding="utf-8").strip() + "\n\n" for p in paths), encoding="utf-8")
            predicted = self.work / f"{language}-parsed.conllu"
            predicted.write_text(run([self.program, "parse", "--language", language, "--format", "conllu", gold]),
                                 encoding="utf-8")
            printed = run([sys.executable, ROOT / "scripts/score_trees.py", gold, predicted])
            f = dict(re.findall(r"^(UPOS|UAS|LAS)\s+([0-9.]+)", printed, re.MULTILINE))
            rows.append([name] + [f"{100 * float(f[c]):.1f}" if c in f else "" for c in ("UPOS", "UAS", "LAS")])
        return table(["treebank (gold tokens, own tags)", "UPOS", "UAS", "LAS"], rows)

    def speed(self):
        rows = []
        for language in ("sw", "en"):
            raw = self.data / f"globalvoices/{language}.txt"
            if not self.there(raw):
                continue
            lines = raw.read_text(encoding="utf-8").splitlines()[:SPEED_LINES]
            sample = self.work / f"{language}-{SPEED_LINES}.txt"
            sample.write_text("\n".join(lines) + "\n", encoding="utf-8")
            started = time.perf_counter()
            self.extract(f"raw-{language}", "--language", language, "--format", "lines", "--jobs", "1", sample)
            seconds = time.perf_counter() - started
            rows.append([language, str(len(lines)), f"{seconds:.1f}", f"{len(lines) / seconds:,.0f}"])
        return table(["raw news", "lines", "seconds", "lines a second, one core"], rows)

    def report(self):
        parts = ["# Quality, measured", "",
                 "Written by `make quality`; the development sets are not part of this repository. The last run of the "
                 "shipped accurate model learnt from the trees of gv-sw and the names of gv-sw and gv-en; training.md "
                 "has the figures without it.", "",
                 "## Events", "", self.events(),
                 "### At a cut of the confidence", "",
                 "The weights were fitted on gv-sw and gv-en, not on these two sets (scripts/fit_confidence.py; five-fold "
                 "figures are in confidence.md).", "", self.cuts(),
                 "## One event a sentence (PLOVER records, English)", "", self.plover(),
                 "## Open triples (CaRB, development part)", "", self.open_triples(), "## Names", "",
                 self.entities(), "## Trees", "", self.trees(), "## Speed", "",
                 "Whole program, text to documents, one core; rates wander with the machine.", "", self.speed()]
        if self.missing:
            parts += ["Not there, so not measured: " + ", ".join(self.missing) + "."]
        return "\n".join(parts).rstrip() + "\n"


def fenced(text):
    return "```\n" + text.strip() + "\n```\n"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/cli/habari")
    parser.add_argument("--evaluation", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "docs/quality.md")
    arguments = parser.parse_args()
    if not (arguments.evaluation / "eval").is_dir():
        sys.exit(f"{arguments.evaluation}: no evaluation folder there; nothing measured")
    report = Quality(arguments.program, arguments.evaluation).report()
    write_whole(arguments.output, report)
    print(report)


if __name__ == "__main__":
    main()
