"""Annotated sentences as training sees them, and the files that they come from."""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Iterator

UNKNOWN = -1  # Stands where an annotation is missing.


@dataclass
class Example:
    """A sentence: words with what is known of them. Lists are as long as `words`; what is missing is None or UNKNOWN."""

    language: str
    words: list[str]
    follows_space: list[bool]
    upos: list[str | None] = field(default_factory=list)
    tags: list[str | None] = field(default_factory=list)  # UPOS, XPOS and features, set apart by tabs.
    heads: list[int] = field(default_factory=list)  # 1-based, 0 is the root.
    relations: list[str | None] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)  # O, B-kind, I-kind.
    identifier: str = ""

    def __post_init__(self):
        size = len(self.words)
        self.upos = self.upos or [None] * size
        self.tags = self.tags or [None] * size
        self.heads = self.heads or [UNKNOWN] * size
        self.relations = self.relations or [None] * size
        self.names = self.names or [None] * size


def read_treebank(path: Path, language: str, with_tags: bool) -> Iterator[Example]:
    """Sentences of a CoNLL-U file. `with_tags`: XPOS and features are to be learnt. A file that marks any name (MISC
    `NER=B-person`) counts as annotated with names throughout."""
    text = Path(path).read_text(encoding="utf8")
    known = {"with_tags": with_tags, "with_names": "NER=B-" in text}
    identifier, rows, joined = "", [], set()
    for line in text.split("\n"):
        if line.startswith("#"):
            if line.startswith("# sent_id = "):
                identifier = line[len("# sent_id = ") :]
        elif line:
            columns = line.split("\t")
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                joined.update(range(first + 1, last + 1))  # These stand behind another word of their token.
                if "SpaceAfter=No" in columns[9]:
                    joined.add(last + 1)
            elif "." not in columns[0]:
                rows.append(columns)
        elif rows:
            yield _example_of_rows(rows, joined, language, identifier, **known)
            identifier, rows, joined = "", [], set()
    if rows:
        yield _example_of_rows(rows, joined, language, identifier, **known)


def _example_of_rows(rows, joined, language, identifier, with_tags, with_names) -> Example:
    spaces = [
        i == 0 or not (i + 1 in joined or "SpaceAfter=No" in rows[i - 1][9].split("|")) for i in range(len(rows))
    ]
    # Where a word of a token of several has SpaceAfter=No, its own row says nothing of the token's end.
    known = [row[3] != "_" for row in rows]
    return Example(
        language=language,
        words=[row[1] for row in rows],
        follows_space=spaces,
        upos=[row[3] if is_known else None for row, is_known in zip(rows, known)],
        tags=["\t".join((row[3], _blank(row[4]), _blank(row[5]))) if with_tags else None for row in rows],
        heads=[int(row[6]) if row[6] != "_" else UNKNOWN for row in rows],
        relations=[row[7] if row[7] != "_" else None for row in rows],
        names=[_name_label(row[9]) for row in rows] if with_names else [],
        identifier=identifier,
    )


def _name_label(misc: str) -> str:
    return next((entry.removeprefix("NER=") for entry in misc.split("|") if entry.startswith("NER=")), "O")


def _blank(column: str) -> str:
    return "" if column == "_" else column


TOKEN = re.compile(r"https?://\S+|www\.\S+|[@#]\w+|\d+(?:[.,:]\d+)+|\w+(?:[-'’]\w+)*|\S")
ENGLISH_CLITIC = re.compile(r"(?i)(?<=\w)(n['’]t|['’](?:s|m|d|re|ve|ll))$|(?<=s)(['’])$")


def cut_words(text: str, language: str) -> list[tuple[int, int]]:
    """Spans of the words of a line that has names and no trees, close to the treebanks' way."""
    spans = []
    for match in TOKEN.finditer(text):
        begin, end = match.span()
        clitic = ENGLISH_CLITIC.search(match[0]) if language == "en" else None
        if clitic:
            spans += [(begin, begin + clitic.start()), (begin + clitic.start(), end)]
        elif language == "en" and "-" in match[0] and match[0][0].isalpha() and "://" not in match[0]:
            at = begin
            for part in re.split("(-)", match[0]):
                if part:
                    spans.append((at, at + len(part)))
                    at += len(part)
        else:
            spans.append((begin, end))
    return spans


def example_of_names(language: str, text: str, names: list[tuple[int, int, str]], identifier: str) -> Example | None:
    """A line with every name marked by its span and kind; nothing where a name and the words do not fit."""
    spans = cut_words(text, language)
    labels = ["O"] * len(spans)
    for begin, end, kind in names:
        inside = [i for i, (b, e) in enumerate(spans) if b < end and e > begin]
        if not inside or any(labels[i] != "O" for i in inside):
            return None
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + kind
    return Example(
        language=language,
        words=[text[b:e] for b, e in spans],
        follows_space=[i == 0 or spans[i - 1][1] < spans[i][0] for i in range(len(spans))],
        names=labels,
        identifier=identifier,
    )


def read_marked_names(path: Path) -> Iterator[Example]:
    """Names as JSON Lines: id, language, text, names with begin, end, kind."""
    for line in Path(path).read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        names = [(name["begin"], name["end"], name["kind"]) for name in row["names"]]
        example = example_of_names(row["language"], row["text"], names, row["id"])
        if example:
            yield example


def read_name_annotations(path: Path, lines: dict[str, list[str]]) -> Iterator[Example]:
    """Our own annotation of names: rows of line number, language and `begin:end:kind`, over the lines of a corpus."""
    for row in Path(path).read_text(encoding="utf8").splitlines():
        if row.startswith("#") or not row:
            continue
        number, language, *fields = row.split("\t")
        names = [(int(b), int(e), kind) for b, e, kind in (f.split(":") for f in fields if f)]
        example = example_of_names(language, lines[language][int(number)], names, f"gv-{number}-{language}")
        if example:
            yield example


def read_tree_annotations(path: Path, lines: list[str], language: str) -> Iterator[Example]:
    """Our own trees: blocks of `# line`, then rows of `begin:end`, UPOS, head, relation, over the lines of a corpus."""
    for block in Path(path).read_text(encoding="utf8").split("\n\n"):
        rows = [row for row in block.split("\n") if row]
        rows = [row for row in rows if not row.startswith("##")]
        if not rows:
            continue
        number = int(rows[0].removeprefix("# line = "))
        columns = [row.split("\t") for row in rows[1:]]
        spans = [tuple(map(int, column[0].split(":"))) for column in columns]
        text = lines[number]
        yield Example(
            language=language,
            words=[text[b:e] for b, e in spans],
            follows_space=[i == 0 or spans[i - 1][1] < spans[i][0] for i in range(len(spans))],
            upos=[column[1] for column in columns],
            heads=[int(column[2]) for column in columns],
            relations=[column[3] for column in columns],
            identifier=f"gv-{number}",
        )
