#!/usr/bin/env python3
"""Fit the weights by which events get their confidence, on annotated sentences, and write them where they are read.

    scripts/fit_confidence.py [--program build/cli/habari] [--evaluation DIR] [--data data]

Writes DATA/languages/{sw,en}/lexicon/confidence.tsv. Every predicted event gives 1 + n trials, n its participants: is it an
event, is each participant right in role and span. A logistic regression on what `EventEvidence` (extractors/language/lexicon/confidence_table.hpp)
lists, with a constant for each language, predicts their share; weights other than constants are shrunk towards 0.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from habari_training.whole_file import write_whole  # noqa: E402

OBLIQUE = {"recipient", "companion", "topic", "place", "destination", "origin", "cause", "purpose", "instrument"}
EVIDENCE = ["any", "unlisted-verb", "no-participant", "repeated-role", "oblique", "obliques", "not-actual",
            "event-between", "crowded"]
SETS = {"sw": "sw-dev.jsonl", "en": "en-dev.jsonl"}


def evidence(event, events):
    roles = [a["role"] for a in event["args"]]
    obliques = sum(role in OBLIQUE for role in roles)
    seen = ["any"]
    seen += ["unlisted-verb"] if event["rule"].startswith("unlisted-verb") else []
    seen += ["no-participant"] if not roles else []
    seen += ["repeated-role"] if len(set(roles)) < len(roles) else []
    seen += ["oblique"] if obliques else []
    seen += ["obliques"] if obliques > 1 else []
    seen += ["not-actual"] if event["factuality"] in ("possible", "negated") else []
    seen += ["event-between"] if has_event_between(event, events) else []
    seen += ["crowded"] if len(events) >= 5 else []
    return seen


def has_event_between(event, events):
    agent = next((a for a in event["args"] if a["role"] == "agent"), None)
    if agent is None:
        return False
    trigger = event["trigger"]
    begin, end = min(agent["end"], trigger["end"]), max(agent["begin"], trigger["begin"])
    return any(e is not event and begin <= e["trigger"]["begin"] < end for e in events)


def judged(scorer, gold, documents):
    """Each predicted event with its sentence's events, right trials and trials; events whose annotation is optional left out."""
    for sentence in gold:
        document = documents[sentence["id"]]
        # What no word of the sentence says can be neither right nor wrong there.
        text, events = sentence["text"], [
            {**e, "args": [a for a in e["args"] if "begin" in a]} for e in document["events"]]
        pairs = []
        for g, wanted in enumerate(sentence["events"]):
            places = [s for t in wanted["trigger"] for s in scorer.spans_of(text, t, wanted.get("nth"))]
            for p, event in enumerate(events):
                if any(scorer.overlaps(s, scorer.span(event["trigger"])) for s in places):
                    pairs.append((-right_arguments(scorer, text, wanted, event), g, p))
        gold_of, taken = {}, set()
        for _, g, p in sorted(pairs):
            if g not in taken and p not in gold_of:
                gold_of[p] = sentence["events"][g]
                taken.add(g)
        for p, event in enumerate(events):
            wanted = gold_of.get(p)
            if wanted is not None and wanted.get("optional"):
                continue
            beside = [e for e in events if e["sentence"] == event["sentence"]]
            right = 0 if wanted is None else 1 + right_arguments(scorer, text, wanted, event)
            yield event, beside, right, 1 + len(event["args"])


def right_arguments(scorer, text, wanted, event):
    return sum(any(a["role"] == b["role"] and scorer.arg_matches(text, a, b) for a in wanted["args"])
               for b in event["args"])


def key(language, name):
    return name if name != "any" else f"any:{language}"


def fit(rows, shrinkage=1.0, rate=0.01, steps=3000):
    weights = {}
    for _ in range(steps):
        gradient = {}
        for keys, right, trials in rows:
            missing = right - trials * probability(weights, keys)
            for k in keys:
                gradient[k] = gradient.get(k, 0.0) + missing
        for k, slope in gradient.items():
            held = 0.0 if k.startswith("any:") else shrinkage * weights.get(k, 0.0)
            weights[k] = weights.get(k, 0.0) + rate * (slope - held)
    return weights


def probability(weights, keys):
    return 1.0 / (1.0 + math.exp(-sum(weights.get(k, 0.0) for k in keys)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/cli/habari")
    parser.add_argument("--evaluation", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "data")
    arguments = parser.parse_args()
    if not (arguments.evaluation / "eval").is_dir():
        sys.exit(f"{arguments.evaluation}: no evaluation folder there; nothing fitted")
    sys.path.insert(0, str(arguments.evaluation / "eval"))
    import score_events as scorer

    rows = []
    for language, name in SETS.items():
        path = arguments.evaluation / "eval/gold" / name
        printed = subprocess.run([str(arguments.program), "extract", str(path)], check=True, capture_output=True,
                                 text=True).stdout
        documents = {d["id"]: d for d in map(json.loads, printed.splitlines())}
        for event, beside, right, trials in judged(scorer, scorer.read_lines(path), documents):
            rows.append(([key(language, e) for e in evidence(event, beside)], right, trials))
    weights = fit(rows)
    for language in SETS:
        lines = [f"{e}\t{weights.get(key(language, e), 0.0):.2f}" for e in EVIDENCE]
        path = arguments.data / "languages" / language / "lexicon/confidence.tsv"
        write_whole(path, "\n".join(["evidence\tweight"] + lines) + "\n")
        print(path, *lines, sep="\n  ")


if __name__ == "__main__":
    main()
