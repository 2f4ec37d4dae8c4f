#!/usr/bin/env python3
"""Fit the weights by which events and their participants get their confidence, on annotated sentences, and write them where
they are read.

    scripts/fit_confidence.py [--program build/cli/habari] [--evaluation DIR] [--data data] [--model DATA] [--dry]

Writes DATA/confidence.tsv. `habari extract --trace` prints for each event and participant what its confidence is founded on;
three logistic regressions for each reader predict from that whether an event is one with its factuality, whether a
participant is right in role and span, and whether it means who was found, where that is told elsewhere. The last is fitted on the
articles with annotated references that the weights of references.tsv are fitted on. Weights other than constants are shrunk
towards 0. `given`, for trees that came with an article, is fitted on the accurate reader's without its doubts.
Printed is what held-out sentences give, five-fold: a sentence and its translation are in the same fold.
--model is a data folder whose accurate model has not learnt from these sentences; its readings are fitted on as well.
"""
import argparse
import bisect
import json
import math
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from habari_training.whole_file import write_whole  # noqa: E402

FRAMES = {"sw": "gv-sw.jsonl", "en": "gv-en.jsonl"}
FOLDS = 5
SHRINKAGE = 1.0
READER_DOUBTS = {"arc-doubt", "relation-doubt", "own-relation-doubt", "head-tag-doubt", "verb-tag-doubt", "name-doubt",
                 "sentence-doubt"}
# Of whom a participant means; everything else is of whether it takes part.
REFERENCE = {"referred", "reference-doubt", "other-sentence", "speaker", "described"}
CONSTANTS = {"any", "referred"}
THRESHOLDS = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)


class Trial:
    """Something that a document states: the evidence for it, and whether it is right."""

    def __init__(self, fold, evidence, right):
        self.fold, self.evidence, self.right = fold, evidence, right


def documents_of(program, data, reader, path):
    command = [str(program), "extract", "--trace", "--data", str(data), "--reader", reader, str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {document["id"]: document for document in map(json.loads, printed.splitlines())}


def placed(argument):
    """Where an argument stands in the text that names it; nothing where no word does."""
    told = argument.get("antecedent") or argument
    return {**argument, "begin": told["begin"], "end": told["end"]} if "begin" in told else None


def pairs_of(scorer, sentence, events):
    """The annotated event of each predicted one, as the scorer pairs them."""
    text, pairs = sentence["text"], []
    for g, wanted in enumerate(sentence["events"]):
        places = [s for t in wanted["trigger"] for s in scorer.spans_of(text, t, wanted.get("nth"))]
        for p, event in enumerate(events):
            if any(scorer.overlaps(s, scorer.span(event["trigger"])) for s in places):
                shared = sum(is_right(scorer, text, wanted, argument) for argument in event["args"])
                pairs.append((-shared, g, p))
    gold_of, taken = {}, set()
    for _, g, p in sorted(pairs):
        if g not in taken and p not in gold_of:
            gold_of[p] = sentence["events"][g]
            taken.add(g)
    return gold_of


def is_right(scorer, text, wanted, argument):
    place = placed(argument)
    return place is not None and any(
        one["role"] == argument["role"] and scorer.arg_matches(text, one, place) for one in wanted["args"])


def is_judged(wanted, argument):
    """Whom a pronoun or no word means can be wrong only where the annotation names another for the same role."""
    told_elsewhere = bool(argument.get("antecedent"))
    return not told_elsewhere or any(one["role"] == argument["role"] for one in wanted["args"])


def judged(scorer, sentences, documents):
    """Trials of events and of participants; events whose annotation is optional are left out."""
    events, arguments = [], []
    for number, sentence in enumerate(sentences):
        fold, text = number % FOLDS, sentence["text"]
        found = documents[sentence["id"]]["events"]
        gold_of = pairs_of(scorer, sentence, found)
        for p, event in enumerate(found):
            wanted = gold_of.get(p)
            if wanted is not None and wanted.get("optional"):
                continue
            right = wanted is not None and wanted["factuality"] == event["factuality"]
            events.append(Trial(fold, event["trace"]["evidence"], right))
            for argument in event["args"]:
                right = wanted is not None and is_right(scorer, text, wanted, argument)
                if right or wanted is None or is_judged(wanted, argument):
                    arguments.append(Trial(fold, argument["trace"]["evidence"], right))
    return events, arguments


def completed(path, lines):
    """Articles with annotated references; those without a text are made of lines of the language's file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if "text" not in article:
            first, last = article["lines"]
            text = (lines / (article["language"] + ".txt")).read_text(encoding="utf-8").split("\n")
            article["text"] = "\n\n".join(text[first - 1:last])
        yield article


def code_point(text, byte):
    return len(text.encode()[:byte].decode(errors="ignore"))


def entities_at(document, begin, end):
    """What the document says is named or spoken of at a place."""
    named = {m["entity"] for m in document["entities"] if m.get("entity") and m["begin"] < end and begin < m["end"]}
    told = {a["entity"] for e in document["events"] for a in e["args"]
            if a.get("entity") and "begin" in a and (a["begin"], a["end"]) == (begin, end)}
    return named | told


def references(articles, documents):
    """Trials of whom pronouns and verbs mean. What is not annotated means nobody that was spoken of before."""
    trials = []
    for number, article in enumerate(articles):
        document = documents[article["id"]]
        text = article["text"]
        shift = max(0, document["text"].find(text[:40]))
        meant = {}
        for begin, end, function, *places in article["references"]:
            spans = [(code_point(text, a) + shift, code_point(text, b) + shift) for a, b in zip(places[::2], places[1::2])]
            meant[code_point(text, begin) + shift, function] = spans
        for event in document["events"]:
            for argument in event["args"]:
                rule = argument["trace"]["rule"]
                evidence = argument["trace"]["evidence"]
                if "antecedent" not in argument or rule == "lent-participant" or evidence.get("speaker"):
                    continue
                at = argument["begin"] if "begin" in argument else event["trigger"]["begin"]
                functions = ("object",) if rule == "unsaid-object" else ("subject", "object", "oblique", "possessor")
                spans = next((meant[at, f] for f in functions if (at, f) in meant), [])
                told = argument["antecedent"]
                right = any((told["begin"] < end and begin < told["end"]) or
                            argument.get("entity") in entities_at(document, begin, end) for begin, end in spans)
                trials.append(Trial(number % FOLDS, evidence, right))
    return trials


def probability(weights, evidence):
    total = sum(weights.get(name, 0.0) * value for name, value in evidence.items())
    return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, total))))


def solve(matrix, vector):
    """The solution of a positive definite system, by Cholesky's method."""
    n = len(vector)
    lower = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = lower[i]
        for j in range(i + 1):
            other = lower[j]
            rest = matrix[i][j] - sum(row[k] * other[k] for k in range(j))
            row[j] = math.sqrt(rest) if i == j else rest / other[j]
    half = []
    for i in range(n):
        half.append((vector[i] - sum(lower[i][k] * half[k] for k in range(i))) / lower[i][i])
    found = [0.0] * n
    for i in reversed(range(n)):
        found[i] = (half[i] - sum(lower[k][i] * found[k] for k in range(i + 1, n))) / lower[i][i]
    return found


def fit(trials, shrinkage=SHRINKAGE, steps=12):
    """Weights of a logistic regression, by Newton's method."""
    names = sorted({name for trial in trials for name in trial.evidence})
    place = {name: i for i, name in enumerate(names)}
    rows = [([(place[name], value) for name, value in sorted(trial.evidence.items())], trial.right) for trial in trials]
    held = [1e-6 if name in CONSTANTS else shrinkage for name in names]
    weights = [0.0] * len(names)
    for _ in range(steps):
        gradient = [-h * w for h, w in zip(held, weights)]
        curvature = [[0.0] * len(names) for _ in names]
        for i, h in enumerate(held):
            curvature[i][i] = h
        for row, right in rows:
            p = 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, sum(weights[i] * v for i, v in row)))))
            slope, bend = right - p, p * (1 - p)
            for at, (i, v) in enumerate(row):
                gradient[i] += slope * v
                scaled, line = bend * v, curvature[i]
                for j, other in row[:at + 1]:
                    line[j] += scaled * other
        step = solve(curvature, gradient)
        weights = [w + s for w, s in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return dict(zip(names, weights))


def held_out(trials, wanted=lambda name: True, reference=None):
    """Each trial's probability by weights that were fitted without its fold, on the evidence that is wanted; times that of
    its reference, by the weights for that."""
    found = []
    for fold in range(FOLDS):
        weights = fit(only([trial for trial in trials if trial.fold != fold], wanted))
        for trial in trials:
            if trial.fold == fold:
                meant = probability(reference, trial.evidence) if reference and "referred" in trial.evidence else 1.0
                found.append((probability(weights, trial.evidence) * meant, trial.right))
    return found


def area(scored):
    """How often a right one is surer than a wrong one."""
    wrong = sorted(p for p, right in scored if not right)
    right = [p for p, right in scored if right]
    if not wrong or not right:
        return float("nan")
    below = sum((bisect.bisect_left(wrong, p) + bisect.bisect_right(wrong, p)) / 2 for p in right)
    return below / (len(wrong) * len(right))


def report(title, scored):
    right = sum(right for _, right in scored)
    print(f"{title}: {right} right of {len(scored)} ({right / len(scored):.3f}), AUC {area(scored):.3f}")
    for threshold in THRESHOLDS:
        kept = [r for p, r in scored if p >= threshold]
        print(f"  {threshold:.2f}  precision {sum(kept) / max(1, len(kept)):.3f}  kept {sum(kept) / right:.3f}")


def only(trials, wanted):
    return [Trial(t.fold, {k: v for k, v in t.evidence.items() if wanted(k)}, t.right) for t in trials]


def of_reference(name):
    return name in REFERENCE or name in ("named", "rule:unsaid-subject", "rule:unsaid-object")


def takes_part(name):
    return name not in REFERENCE


def reference_trials(arguments, reader):
    trials = []
    for path in sorted((ROOT / "training/annotations").glob("references-*.jsonl")):
        articles = list(completed(path, arguments.lines))
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as whole:
            whole.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
            whole.flush()
            trials += references(articles, documents_of(arguments.program, arguments.data, reader, whole.name))
    return only(trials, of_reference)


def trials_of(arguments, scorer, reader, folders):
    """Trials by language and data folder."""
    found = {}
    for folder in folders:
        for language, name in FRAMES.items():
            path = arguments.evaluation / "eval/frames" / name
            documents = documents_of(arguments.program, folder, reader, path)
            found[language, folder] = judged(scorer, scorer.read_lines(path), documents)
    return found


def table(fitted):
    """Rows of the table, by what they are of and by name."""
    lines = ["of\tevidence\taccurate\tfast\tgiven",
             "# Weights of logistic regressions, by scripts/fit_confidence.py; docs/confidence.md says what each evidence is."]
    for of in ("event", "argument", "reference"):
        names = sorted({name for (what, _), weights in fitted.items() if what == of for name in weights})
        names.sort(key=lambda name: (name not in CONSTANTS, ":" in name))
        for name in names:
            cells = [f"{fitted[of, reader].get(name, 0.0):.2f}" for reader in ("accurate", "fast", "given")]
            lines.append("\t".join([of, name, *cells]))
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/cli/habari")
    parser.add_argument("--evaluation", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "data")
    parser.add_argument("--model", type=pathlib.Path, help="data folder with another accurate model")
    parser.add_argument("--lines", type=pathlib.Path, help="folder of the sentences that articles are made of")
    parser.add_argument("--dry", action="store_true", help="measure and write nothing")
    arguments = parser.parse_args()
    if not (arguments.evaluation / "eval/frames").is_dir():
        sys.exit(f"{arguments.evaluation}: no evaluation folder there; nothing fitted")
    arguments.lines = arguments.lines or arguments.evaluation / "data/globalvoices"
    sys.path.insert(0, str(arguments.evaluation / "eval"))
    import score_events as scorer

    fitted = {}
    for reader in ("accurate", "fast"):
        trials = reference_trials(arguments, reader)
        report(f"{reader}, references", held_out(trials))
        fitted["reference", reader] = fit(trials)
        folders = [arguments.data] + ([arguments.model] if arguments.model and reader == "accurate" else [])
        found = trials_of(arguments, scorer, reader, folders)
        for at, of in enumerate(("event", "argument")):
            trials = [trial for both in found.values() for trial in both[at]]
            report(f"{reader}, {of}s", held_out(trials, takes_part, fitted["reference", reader]))
            fitted[of, reader] = fit(only(trials, takes_part))
            if reader == "accurate":
                fitted[of, "given"] = fit(only(trials, lambda name: takes_part(name) and name not in READER_DOUBTS))
    fitted["reference", "given"] = fitted["reference", "accurate"]
    if not arguments.dry:
        path = arguments.data / "confidence.tsv"
        write_whole(path, "\n".join(table(fitted)) + "\n")
        print(path)


if __name__ == "__main__":
    main()
