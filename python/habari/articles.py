"""Articles: what is read from files, and what documents are made of."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from . import _habari
from .arguments import Day, Path, choice_argument, day_argument, optional_text, path_argument
from .data_folder import data_folder

FORMATS = ("auto", "text", "html", "json", "jsonl", "lines", "conllu", "feed")

DATES_FROM = ("name",)


class SkippedWarning(UserWarning):
    """An article was left out; the message says which and why."""


@dataclass(frozen=True)
class Article:
    """A news article without its boilerplate.

    Attributes:
        text: Headline and paragraphs, set apart by line feeds. Spans count its characters (code points).
        id: Unique within a run; empty: a UUID of the text.
        language: Code as BCP 47 has it (`sw`, `en`); None: told from the text.
        date: Day of publication, ISO 8601 (`2024-05-13`); None: not known, and days like `Monday` stay open.
        title: Empty where there is none.
        url: Empty where there is none.
        origin: `FILE:LINE` it was read from, for messages.
        language_hint: What the page's markup says, which the text may outweigh.
    """

    text: str
    id: str = ""
    language: str | None = None
    date: str | None = None
    title: str = ""
    url: str = ""
    origin: str = ""
    language_hint: str | None = None
    #: Trees that came with it (CoNLL-U).
    trees: _habari.Trees | None = field(default=None, repr=False, compare=False)


def skip(message: str, on_skipped: Callable[[str], object] | None) -> None:
    """Tells of what is left out, by a warning where nobody is named to be told."""
    if on_skipped is None:
        warnings.warn(message, SkippedWarning, stacklevel=3)
    else:
        on_skipped(message)


def checked_paths(inputs: tuple[object, ...]) -> list[bytes]:
    """TypeError and ValueError name the argument `inputs`."""
    if not inputs:
        raise ValueError("inputs: expected a file or folder at least")
    return [path_argument("inputs", path) for path in inputs]


def read(
    *inputs: Path,
    format: str = "auto",
    date: Day | None = None,
    date_from: str | None = None,
    language: str | None = None,
    data: Path | None = None,
    on_skipped: Callable[[str], object] | None = None,
) -> Iterator[Article]:
    """Reads articles one at a time from files and folders (with all below them), gzip-compressed or not.

    Args:
        inputs: Paths; `-` is standard input.
        format: auto (by extension, else by content), text, html, json, jsonl, lines, conllu or feed.
        date: Day of publication of articles that tell none.
        date_from: `name`: before `date`, the day that a file's path tells (`2024-05-13-title.txt`).
        language: Language of all articles, whatever they tell.
        data: Folder with languages/ below it; None: the package's own.
        on_skipped: Gets a message for each article that cannot be read; None: a SkippedWarning each.

    Raises:
        InputError: An input is missing, cannot be read, or holds no article. Raised when its turn comes.
    """
    reader = _habari.Reader(
        inputs=checked_paths(inputs),
        format=choice_argument("format", format, FORMATS),
        date=day_argument("date", date),
        date_from_name=date_from is not None and choice_argument("date_from", date_from, DATES_FROM) == "name",
        language=optional_text("language", language),
        data=data_folder(data),
    )
    return _ArticleStream(reader, on_skipped)


class _ArticleStream(Iterator[Article]):
    """The reader's articles; several threads may share one stream, and each article goes to one of them."""

    def __init__(self, reader: _habari.Reader, on_skipped: Callable[[str], object] | None):
        self._reader = reader
        self._on_skipped = on_skipped

    def __next__(self) -> Article:
        while True:
            try:
                row = self._reader.next()
            except _habari.InputError:
                raise
            except _habari.Error as error:  # The reader stands behind the article.
                skip(str(error), self._on_skipped)
                continue
            if row is None:
                raise StopIteration
            *fields, notes = row
            for note in notes:
                warnings.warn(note, stacklevel=2)
            return Article(*fields)
