"""From scores to trees and names, as the C++ runtime decodes them."""

import numpy as np


def best_tree(scores: np.ndarray) -> list[int]:
    """Heads of words 1..n of the best tree with exactly one root. `scores`: (n + 1, n + 1), dependent by head."""
    scores = scores.astype(np.float64).copy()
    np.fill_diagonal(scores, -np.inf)
    greedy = [int(scores[d].argmax()) for d in range(1, len(scores))]
    if greedy.count(0) == 1 and not _has_cycle(greedy):
        return greedy
    best, best_score = greedy, -np.inf
    for root in np.argsort(-scores[1:, 0], kind="stable")[:4] + 1:
        single = scores.copy()
        single[1:, 0] = -np.inf
        single[root] = -np.inf
        single[root, 0] = scores[root, 0]
        heads = _chu_liu_edmonds(single)
        total = sum(single[d, heads[d]] for d in range(1, len(scores)))
        if total > best_score:
            best, best_score = heads[1:], total
    return best


def _has_cycle(heads: list[int]) -> bool:
    for word in range(1, len(heads) + 1):
        steps, at = 0, word
        while at != 0 and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at != 0:
            return True
    return False


def _find_cycle(heads: list[int]) -> list[int]:
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, at = [], start
        while at != 0 and colour[at] == 0:
            colour[at] = start
            path.append(at)
            at = heads[at]
        if at != 0 and colour[at] == start and at in path:
            return path[path.index(at) :]
    return []


def _chu_liu_edmonds(scores: np.ndarray) -> list[int]:
    """Heads by word, entry 0 unused, of the best tree rooted at 0."""
    size = len(scores)
    heads = [0] + [int(scores[d].argmax()) for d in range(1, size)]
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    in_cycle = set(cycle)
    rest = [v for v in range(size) if v not in in_cycle]
    contracted = np.full((len(rest) + 1, len(rest) + 1), -np.inf)
    kept = sum(scores[v, heads[v]] for v in cycle)
    entry, leaving = {}, {}
    for i, outer in enumerate(rest):
        contracted[i, : len(rest)] = scores[outer, rest]
        gains = [kept - scores[v, heads[v]] + scores[v, outer] for v in cycle]
        entry[i] = cycle[int(np.argmax(gains))]
        contracted[len(rest), i] = max(gains)
        leaving[i] = cycle[int(np.argmax([scores[outer, v] for v in cycle]))]
        contracted[i, len(rest)] = scores[outer, leaving[i]]
    inner = _chu_liu_edmonds(contracted)
    result = heads[:]
    for i, outer in enumerate(rest):
        if outer != 0:
            result[outer] = leaving[i] if inner[i] == len(rest) else rest[inner[i]]
    governor = inner[len(rest)]
    result[entry[governor]] = rest[governor]
    return result


def best_names(scores: np.ndarray) -> list[int]:
    """Label numbers of the best sequence (O is 0; B-kind odd, I-kind even) in which I-kind follows its own kind only."""
    words, labels = scores.shape
    best = np.full((words, labels), -np.inf)
    back = np.zeros((words, labels), dtype=int)
    best[0] = scores[0]
    best[0, 2::2] = -np.inf
    for i in range(1, words):
        anything = int(best[i - 1].argmax())
        for label in range(labels):
            if label == 0 or label % 2 == 1:
                back[i, label] = anything
            else:
                back[i, label] = label if best[i - 1, label] >= best[i - 1, label - 1] else label - 1
            best[i, label] = best[i - 1, back[i, label]] + scores[i, label]
    path = [int(best[-1].argmax())]
    for i in range(words - 1, 0, -1):
        path.append(int(back[i, path[-1]]))
    return path[::-1]


def spans_of_names(labels: list[int]) -> set[tuple[int, int, int]]:
    """(first word, one past the last, kind) of each name."""
    spans, begin = set(), None
    for i, label in enumerate(labels + [0]):
        if begin is not None and (label == 0 or label % 2 == 1):
            spans.add((begin, i, (labels[begin] - 1) // 2))
            begin = None
        if label > 0 and (label % 2 == 1 or begin is None):
            begin = i
    return spans
