"""Words into pieces: unigram segmentation, as the C++ runtime does it (extractors/language/analysis/encoder/piece_table)."""

import unicodedata
from collections import Counter
from functools import lru_cache

WORD_START = "\u2581"  # Stands for the white space before a word.
LONGEST_WORD = 12  # Pieces of a word that are used.
UNKNOWN_PENALTY = 10.0  # Below the least score of a piece.


class PieceTable:
    """Pieces with their log probabilities. Row numbers are those of the sorted pieces; three rows follow."""

    def __init__(self, scores: dict[str, float]):
        self.pieces = sorted(scores, key=lambda piece: piece.encode())
        self.scores = [scores[piece] for piece in self.pieces]
        self._rows = {piece: row for row, piece in enumerate(self.pieces)}
        self._longest = max(map(len, self.pieces))
        self._unknown_score = min(self.scores) - UNKNOWN_PENALTY
        self.begin, self.end, self.unknown = (len(self.pieces) + i for i in range(3))
        self.rows_of_word = lru_cache(maxsize=1 << 18)(self._segment)

    def __len__(self) -> int:
        return len(self.pieces)

    def _segment(self, word: str, follows_space: bool) -> tuple[int, ...]:
        text = unicodedata.normalize("NFKC", word)
        text = (WORD_START if follows_space else "") + text
        best = [0.0] + [float("-inf")] * len(text)
        step: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            for stop in range(start + 1, min(len(text), start + self._longest) + 1):
                row = self._rows.get(text[start:stop])
                score = best[start] + (self._unknown_score if row is None else self.scores[row])
                if row is None and stop > start + 1:
                    continue
                if score > best[stop]:
                    best[stop] = score
                    step[stop] = (start, self.unknown if row is None else row)
        rows = []
        at = len(text)
        while at > 0:
            at, row = step[at]
            rows.append(row)
        return tuple(reversed(rows))[:LONGEST_WORD] or (self.unknown,)


def choose_pieces(full: dict[str, float], words: Counter, limit: int) -> dict[str, float]:
    """The pieces that a small table keeps: all that `words` (word, follows space) need, single characters of the Latin
    script, digits and signs, and the likeliest further pieces of that script until there are `limit`."""
    table = PieceTable(full)
    used = Counter()
    for (word, follows_space), count in words.items():
        for row in table.rows_of_word(word, follows_space):
            if row < len(table):
                used[table.pieces[row]] += count
    kept = {piece for piece, _ in used.most_common(limit)}
    by_score = sorted((piece for piece in full if piece not in kept and is_latin(piece)), key=lambda p: (-full[p], p))
    single = [piece for piece in by_score if len(piece.lstrip(WORD_START)) <= 1]
    for piece in single + by_score:
        if len(kept) >= limit:
            break
        kept.add(piece)
    return {piece: full[piece] for piece in kept}


def is_latin(piece: str) -> bool:
    return all(c == WORD_START or ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x20BF for c in piece)
