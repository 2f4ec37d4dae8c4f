#!/usr/bin/env python3
"""Fits how sure two accounts are of one event, and prints the weights of core/src/identity/event_weights.hpp.

usage: fit_joins.py --program EVENT_PAIRS --frames FOLDER --documents FRAMES.jsonl --news LINES.jsonl [--lines 10]

EVENT_PAIRS is built from bench/event_pairs.cpp. FRAMES.jsonl are the documents that `habari extract` makes of the
annotated sentences of FOLDER (gv-sw.jsonl, gv-en.jsonl; `same_as` says which events are one). LINES.jsonl are documents
of aligned lines, one a line, with ids `gN-en`, `gN-sw`: every so many neighbouring lines become an article. What is told
in two lines is taken for two events; what is likely one within a line and its translation for one. Needs NumPy.
"""
import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import score_joins

WEIGHT_OF_FRAMES = 3
RIDGE = 4
UNIT = {"weight": 32, "share": 100, "order": 100, "rest": 32, "names": 32, "glosses": 32}
FIRST_EVIDENCE = 6
THRESHOLDS = (4, 3, 2, 1.5, 1, 0)


def unit(name):
    return UNIT.get(name.rpartition("-")[2], 1)


class Pairs:
    """Accounts that were compared: their places, what speaks for and against them."""

    def __init__(self, program, documents):
        table = subprocess.run([program, documents], check=True, capture_output=True, text=True).stdout.splitlines()
        rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
        self.names = rows[0][FIRST_EVIDENCE:]
        self.places = [((row[0], int(row[1]), int(row[2])), (row[3], int(row[4]), int(row[5]))) for row in rows[1:]]
        self.evidence = numpy.array([[float(cell) for cell in row[FIRST_EVIDENCE:]] for row in rows[1:]])
        self.evidence /= [unit(name) for name in self.names]

    def counterparts(self, scores):
        """Those that each side likes best."""
        best = {}
        for i, (one, other) in enumerate(self.places):
            for key in ((one, other[0]), (other, one[0])):
                if key not in best or scores[i] > scores[best[key]]:
                    best[key] = i
        return [i for i, (one, other) in enumerate(self.places)
                if best[one, other[0]] == i and best[other, one[0]] == i]


def train(evidence, answers, weights):
    """Logistic regression, by Newton's method."""
    learnt = numpy.zeros(evidence.shape[1])
    ridge = numpy.full(len(learnt), float(RIDGE))
    ridge[0] = 1e-6  # the constant
    for _ in range(60):
        sure = 1 / (1 + numpy.exp(-evidence @ learnt))
        slope = evidence.T @ (weights * (answers - sure)) - ridge * learnt
        curve = (evidence * (weights * sure * (1 - sure))[:, None]).T @ evidence + numpy.diag(ridge)
        step = numpy.linalg.solve(curve, slope)
        learnt += step
        if abs(step).max() < 1e-6:
            break
    return learnt


def annotated(frames, documents, pairs):
    """Of each pair: whether it is one event, or None where nobody says; and which half its sentences are of."""
    graph = collections.namedtuple("Told", "events")(collections.defaultdict(dict))
    for document in documents:
        for event in document["events"]:
            span = event["trigger"]["begin"], event["trigger"]["end"]
            graph.events[document["id"]][span] = span
    meant, same, number_of = collections.defaultdict(set), set(), {}
    for number, pair in enumerate(frames):
        for language, sentence in pair.items():
            number_of[sentence["id"]] = number
            for index, event in enumerate(sentence["events"]):
                place = score_joins.told(graph, sentence, event)
                if place:
                    meant[(sentence["id"], *place[0])].add((number, language, index))
        same |= {frozenset(((number, "en", first), (number, "sw", second))) for first, second in pair["en"]["same_as"]}
    answers, halves = [], []
    for one, other in pairs.places:
        right = any(frozenset((x, y)) in same for x in meant[one] for y in meant[other])
        known = right or number_of[one[0]] != number_of[other[0]] or (meant[one] and meant[other])
        answers.append(right if known else None)
        halves.append(int(max(number_of[one[0]], number_of[other[0]]) >= score_joins.HALF))
    return answers, halves


def join_lines(documents, lines):
    """Neighbouring lines of one language as one document; returns the documents and whose line each place is of."""
    articles, line_of = {}, {}
    for document in documents:
        number, language = re.fullmatch(r"g(\d+)-(\w+)", document["id"]).groups()
        key = f"{int(number) // lines}-{language}"
        nothing = {"text": "", "entities": [], "events": [], "relations": []}
        article = articles.setdefault(key, document | {"id": key} | nothing)
        shift, first = len(article["text"]), len(article["events"])
        shifted = json.loads(json.dumps(document), object_hook=lambda one: shift_spans(one, shift, first))
        article["text"] += document["text"] + "\n"
        for part in ("entities", "events", "relations"):
            article[part] += shifted[part]
        for event in shifted["events"]:
            line_of[key, event["trigger"]["begin"], event["trigger"]["end"]] = int(number)
    return list(articles.values()), line_of


def shift_spans(one, shift, first):
    for name in ("begin", "end"):
        if name in one:
            one[name] += shift
    if isinstance(one.get("event"), int):
        one["event"] += first
    return one


class Fit:
    def __init__(self, frames, answers, news, line_of):
        self.frames, self.answers, self.news = frames, answers, news
        self.differ = [line_of[one] != line_of[other] for one, other in news.places]

    def learn(self, chosen):
        evidence = self.frames.evidence[chosen]
        right = numpy.array([float(self.answers[i]) for i in chosen])
        learnt = train(evidence, right, numpy.ones(len(right)))
        for _ in range(3):
            scores = self.news.evidence @ learnt
            one = [i for i in self.news.counterparts(scores) if not self.differ[i] and scores[i] > 1]
            two = [i for i, differ in enumerate(self.differ) if differ]
            weights = [numpy.full(len(right), WEIGHT_OF_FRAMES), numpy.ones(len(one) + len(two))]
            learnt = train(numpy.vstack([evidence, self.news.evidence[one], self.news.evidence[two]]),
                           numpy.concatenate([right, numpy.ones(len(one)), numpy.zeros(len(two))]),
                           numpy.concatenate(weights))
        return learnt

    def show(self, learnt, chosen, title):
        scores = self.frames.evidence @ learnt
        wanted = set(chosen)
        best = [i for i in self.frames.counterparts(scores) if i in wanted]
        cells = []
        for least in THRESHOLDS:
            kept = [self.answers[i] for i in best if scores[i] >= least]
            cells.append(f"from {least}: {sum(kept)} right, {len(kept) - sum(kept)} wrong")
        print(f"{title}: " + "; ".join(cells))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("program", "frames", "documents", "news"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--lines", type=int, default=10)
    options = parser.parse_args()
    documents = score_joins.read_lines(options.documents)
    frames = Pairs(options.program, options.documents)
    answers, halves = annotated(score_joins.read_pairs(options.frames), documents, frames)
    articles, line_of = join_lines(score_joins.read_lines(options.news), options.lines)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as joined:
        for article in articles:
            joined.write(json.dumps(article, ensure_ascii=False) + "\n")
        joined.flush()
        news = Pairs(options.program, joined.name)
    fit = Fit(frames, answers, news, line_of)
    known = [i for i, answer in enumerate(answers) if answer is not None]
    for half in (0, 1):
        learnt = fit.learn([i for i in known if halves[i] == half])
        fit.show(learnt, [i for i in known if halves[i] != half], f"fitted on half {half + 1}, the other half")
    learnt = fit.learn(known)
    fit.show(learnt, known, "fitted on all, all")
    for name, value in zip(frames.names, learnt):
        print(f"{name}\t{round(1000 * value / unit(name))}")


if __name__ == "__main__":
    main()
