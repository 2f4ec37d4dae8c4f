#!/usr/bin/env python3
"""Which rules make events and participants, how often, how often they are right, and what is lost without them.

usage: rule_firings.py [--gold GOLD] [--unused TABLE] DOCUMENTS...
       rule_firings.py --worth PROGRAM --set NAME INPUT COMMAND [--set …] [--reader READER] [--rule RULE …]

DOCUMENTS are what `habari extract --trace` prints. Counted are the rows of the lexicon that made events (`verb:kutana`, and behind
a `+` the one that refined its type, `object:subj:protesters`) and the frame rules that gave them participants (`frame:adverb`),
each with an example. With --gold, annotated sentences with the same ids, a row's line also says how many of its events have the
annotated type. With --unused, a table with a first column `lemma` (verbs.tsv): its rows that no event names, in the table's order.

--worth says what each frame rule is worth: each set is read once with all rules and once without each rule that fires
there. COMMAND scores documents: it is run with `{}` replaced by their file and prints `name=value` pairs. Printed is a line for
each rule and set: the rule, the set, how often it fires, and by how much each figure falls without it.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def rows_of(event):
    first, *refined = event.get("rule", "").split("+")
    return [first, *refined] if first else []


def frame_rules_of(event):
    """Rule and words of each participant."""
    for argument in event["args"]:
        if "trace" in argument:
            told = argument if argument["text"] else argument["antecedent"]
            yield argument["trace"]["rule"], told["text"]


def gold_types(path):
    """Type by document and trigger word."""
    types = {}
    for sentence in read_lines(path):
        for event in sentence["events"]:
            for trigger in event["trigger"]:
                types[sentence["id"], trigger] = event.get("type")
    return types


def count(documents, types):
    firings, judged, right = (collections.Counter() for _ in range(3))
    example = {}
    for document in documents:
        for event in document["events"]:
            trigger = event["trigger"]["text"]
            wanted = types.get((document["id"], trigger))
            for rule in rows_of(event):
                firings[rule] += 1
                judged[rule] += wanted is not None
                right[rule] += wanted is not None and wanted == event["type"]
                example.setdefault(rule, trigger)
            for rule, words in frame_rules_of(event):
                firings["frame:" + rule] += 1
                example.setdefault("frame:" + rule, f"{trigger}: {words}")
    return firings, judged, right, example


def unused(table, firings):
    made = {rule.split(":", 1)[1] for rule in firings if rule.startswith(("verb:", "construction:"))}
    with open(table, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row["lemma"].startswith("#") and row["lemma"] not in made:
                yield row["lemma"]


class Worth:
    """What a set's figures are with all frame rules, and without one."""

    def __init__(self, program, reader, name, source, command):
        self.program, self.name, self.source, self.command = program, name, source, command
        self.reader = ["--reader", reader] if reader else []
        self.figures, documents = self.read()
        self.firings = collections.Counter(
            rule for document in documents for event in document["events"] for rule, _ in frame_rules_of(event))

    def read(self, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "documents.jsonl"
            with open(path, "wb") as out:
                subprocess.run([self.program, "extract", "--trace", *self.reader, *options, self.source], stdout=out,
                               check=True)
            command = [part.replace("{}", str(path)) for part in shlex.split(self.command)]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            return dict(re.findall(r"(\S+)=(\S+)", printed)), read_lines(path)

    def print_lost(self, rule):
        """Figures that change, the greatest loss first; nothing else."""
        figures, _ = self.read("--without", rule)
        lost = {name: float(value) - float(figures[name]) for name, value in self.figures.items() if name in figures}
        changed = sorted((-loss, name) for name, loss in lost.items() if abs(loss) > 1e-9)
        print(rule, self.name, self.firings[rule], *(f"{name} {-loss:+.3f}" for loss, name in changed), sep="\t",
              flush=True)


def print_worth(options):
    sets = [Worth(options.worth, options.reader, *one) for one in options.set]
    fired = {rule for one in sets for rule in one.firings}
    for rule in options.rule or sorted(fired):
        for one in sets:
            if one.firings[rule]:
                one.print_lost(rule)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*")
    parser.add_argument("--gold")
    parser.add_argument("--unused", metavar="TABLE")
    parser.add_argument("--worth", metavar="PROGRAM")
    parser.add_argument("--set", nargs=3, action="append", default=[], metavar=("NAME", "INPUT", "COMMAND"))
    parser.add_argument("--reader")
    parser.add_argument("--rule", action="append", metavar="RULE")
    options = parser.parse_args()
    if options.worth:
        print_worth(options)
        return
    if not options.documents:
        sys.exit(__doc__)
    documents = [document for path in options.documents for document in read_lines(path)]
    firings, judged, right, example = count(documents, gold_types(options.gold) if options.gold else {})
    if options.unused:
        print("\n".join(unused(options.unused, firings)))
        return
    for rule, fired in sorted(firings.items(), key=lambda item: (-item[1], item[0])):
        verdict = ""
        if options.gold:
            verdict = "\t" + ("" if rule.startswith("frame:") else f"{right[rule]} of {judged[rule]} right")
        print(f"{fired}\t{rule}{verdict}\t{example[rule]}")


if __name__ == "__main__":
    main()
