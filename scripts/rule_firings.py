#!/usr/bin/env python3
"""Which rows of the lexicon tables make events, how often, and how often their type is right.

usage: rule_firings.py [--gold GOLD] [--unused TABLE] DOCUMENTS...

DOCUMENTS are what `habari extract` prints. Each event names the rule that made it (`verb:kutana`), and behind a `+` the one that
refined its type (`object:subj:protesters`); both are counted, with one event as an example. With --gold, annotated sentences
with the same ids, a rule's line also says how many of its events have the annotated type. With --unused, a table
with a first column `lemma` (verbs.tsv): its rows that no event names, in the table's order.
"""
import argparse
import collections
import csv
import json


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def rules_of(event):
    first, *refined = event.get("rule", "").split("+")
    return [first, *refined] if first else []


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
            for rule in rules_of(event):
                firings[rule] += 1
                judged[rule] += wanted is not None
                right[rule] += wanted is not None and wanted == event["type"]
                example.setdefault(rule, trigger)
    return firings, judged, right, example


def unused(table, firings):
    made = {rule.split(":", 1)[1] for rule in firings if rule.startswith(("verb:", "construction:"))}
    with open(table, encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row["lemma"].startswith("#") and row["lemma"] not in made:
                yield row["lemma"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="+")
    parser.add_argument("--gold")
    parser.add_argument("--unused", metavar="TABLE")
    options = parser.parse_args()
    documents = [document for path in options.documents for document in read_lines(path)]
    firings, judged, right, example = count(documents, gold_types(options.gold) if options.gold else {})
    if options.unused:
        print("\n".join(unused(options.unused, firings)))
        return
    for rule, fired in sorted(firings.items(), key=lambda item: (-item[1], item[0])):
        verdict = f"\t{right[rule]} of {judged[rule]} right" if options.gold else ""
        print(f"{fired}\t{rule}{verdict}\t{example[rule]}")


if __name__ == "__main__":
    main()
