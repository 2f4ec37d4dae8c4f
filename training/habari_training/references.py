"""Fits how much each clue counts in finding whom pronouns, missing subjects and nouns mean; writes data/references.tsv.

    python -m habari_training.references --lines DATA/globalvoices annotations/references-*.jsonl

One article a line, with its text or the numbers of its first and last line in LINES/{sw,en}.txt, and its references: each is
where a pronoun, a verb or a noun stands (bytes), its place in the clause, and where who is meant was spoken of before, by
name if it has one; a group has several. For each question the candidates' sums of weights
become shares by softmax, and the right answer's share is made as large as a penalty on large weights allows. The margin of
a form is the one with which most answers are right, each wrong one counted as COSTS says. Figures printed are of
articles that were kept out of the fit (five folds).
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile

import torch

FORMS = ["pronoun", "verb", "somebody", "noun"]
# A wrong answer in right ones. Without a pronoun's answer the event has no participant at all; a noun without one still says
# what takes part.
COSTS = {"pronoun": 0.8, "verb": 0.8, "somebody": 0.8, "noun": 2.0}
MARGINS = [0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.3, 1.6]


def completed(file, lines):
    """The articles of a file, those without a text from lines of the language's file."""
    for line in file.read_text().splitlines():
        article = json.loads(line)
        if "text" not in article:
            first, last = article["lines"]
            text = (lines / (article["language"] + ".txt")).read_text().split("\n")
            article["text"] = "\n\n".join(text[first - 1 : last])
        yield json.dumps(article, ensure_ascii=False) + "\n"


def questions(program, data, files, lines):
    """(article number, form, candidates' clues, right candidate, whether no candidate is right) of every question; an answer
    that no candidate is counts as nobody."""
    found = []
    article = 0
    for file in files:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as whole:
            whole.writelines(completed(file, lines))
            whole.flush()
            out = subprocess.run([program, data, whole.name], check=True, stdout=subprocess.PIPE, text=True).stdout
        for line in out.splitlines():
            for question in json.loads(line)["questions"]:
                clues = [candidate["clues"] for candidate in question["candidates"]]
                answer = question["answer"] if question["answer"] >= 0 else len(clues) - 1
                if len(clues) > 1 or question["answer"] < 0:
                    found.append((article, question["form"], clues, answer, question["answer"] < 0))
            article += 1
    return found


def tensors(rows, clues):
    """Clues of all candidates (candidates × clues), each candidate's question, the right candidates."""
    place = {clue: i for i, clue in enumerate(clues)}
    where, values, owner, right = [], [], [], []
    for number, (_, _, candidates, answer, _) in enumerate(rows):
        right.append(len(owner) + answer)
        for candidate in candidates:
            for clue, value in candidate.items():
                where.append((len(owner), place[clue]))
                values.append(value)
            owner.append(number)
    matrix = torch.zeros(len(owner), len(clues), dtype=torch.float64)
    rows_, columns = zip(*where)
    matrix[list(rows_), list(columns)] = torch.tensor(values, dtype=torch.float64)
    return matrix, torch.tensor(owner), torch.tensor(right)


def fit(rows, clues, penalty):
    matrix, owner, right = tensors(rows, clues)
    weights = torch.zeros(len(clues), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def loss():
        optimizer.zero_grad()
        sums = matrix @ weights
        highest = torch.full((len(rows),), -1e9, dtype=torch.float64).scatter_reduce(0, owner, sums.detach(), "amax")
        shares = torch.zeros(len(rows), dtype=torch.float64).index_add(0, owner, torch.exp(sums - highest[owner]))
        missed = (torch.log(shares) + highest - sums[right]).sum() + penalty * (weights ** 2).sum()
        missed.backward()
        return missed

    optimizer.step(loss)
    return [round(weight, 2) for weight in weights.tolist()]


def outcome(weights, clues, row, margin):
    """What is answered with these weights: `right`, `wrong`, `open` (an answer was missed) or `nobody` (rightly none)."""
    _, _, candidates, answer, missing = row
    value = dict(zip(clues, weights))
    sums = [sum(value[clue] * count for clue, count in candidate.items()) for candidate in candidates]
    best = max(range(len(sums)), key=lambda i: (sums[i], -i))
    nobody = len(sums) - 1
    others = [s for i, s in enumerate(sums) if i != best]
    if best == nobody or (others and sums[best] - max(others) < margin):
        return "open" if answer != nobody or missing else "nobody"
    return "right" if best == answer and not missing else "wrong"


def folds(rows, clues, penalty, count=5):
    """Outcomes of every question by margin, each with weights of the other folds."""
    found = {margin: collections.Counter() for margin in MARGINS}
    for fold in range(count):
        weights = fit([row for row in rows if row[0] % count != fold], clues, penalty)
        for row in rows:
            if row[0] % count == fold:
                for margin in MARGINS:
                    found[margin][outcome(weights, clues, row, margin)] += 1
    return found


def written(table, file):
    """Puts new numbers into the table; a row keeps its place and what it says of the clue."""
    rows = [line.split("\t") for line in file.read_text().splitlines()]
    known = {row[0] for row in rows}
    unknown = set().union(*table.values()) - known
    if unknown:
        raise SystemExit(f"{file} has no row for {', '.join(sorted(unknown))}")
    for row in rows[1:]:
        if not row[0].startswith("#"):
            row[1:5] = [format(table.get(form, {}).get(row[0], 0), "g") for form in FORMS]
            row[1:5] = ["" if cell == "0" else cell for cell in row[1:5]]
    file.write_text("".join("\t".join(row) + "\n" for row in rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="+", type=pathlib.Path)
    parser.add_argument("--lines", type=pathlib.Path, required=True)
    parser.add_argument("--questions", default="build/bench/reference_questions")
    parser.add_argument("--data", default="data")
    parser.add_argument("--penalty", type=float, default=0.5)
    parser.add_argument("--measure-only", action="store_true")
    options = parser.parse_args()
    rows = questions(options.questions, options.data, options.articles, options.lines)
    table = {}
    for form in FORMS:
        mine = [row for row in rows if row[1] == form]
        if not mine:
            continue
        clues = sorted({clue for row in mine for candidate in row[2] for clue in candidate})
        found = folds(mine, clues, options.penalty)
        margin = max(MARGINS, key=lambda m: found[m]["right"] - COSTS[form] * found[m]["wrong"])
        seen = found[margin]
        told = seen["right"] + seen["wrong"]
        print(f"{form}: {len(mine)} questions, margin {margin}, right {seen['right']}, wrong {seen['wrong']}, missed {seen['open']},"
              f" precision {seen['right'] / max(1, told):.3f}")
        if not options.measure_only:
            table[form] = dict(zip(clues, fit(mine, clues, options.penalty)), margin=margin)
    if table:
        written(table, pathlib.Path(options.data) / "references.tsv")


if __name__ == "__main__":
    main()
