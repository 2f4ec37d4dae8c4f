"""From articles to documents."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache, partial
from typing import Any

from . import _habari
from .arguments import (
    Day,
    Path,
    choice_argument,
    count_argument,
    day_argument,
    optional_path,
    optional_text,
    share_argument,
    text_argument,
)
from .articles import PUBLICATION, Article, skip
from .data_folder import data_folder
from .documents import Document

READERS = ("accurate", "fast")

#: Of files that people take for texts.
ENDINGS = (".txt", ".html", ".htm", ".json", ".jsonl", ".pdf", ".docx", ".csv", ".gz")

#: UTF-8 bytes; what is longer is no news article. As the program has it.
LONGEST_TEXT = 2 * 1024 * 1024


class Extractor:
    """Reads events, names and relations. Keeps what it has loaded; any number of threads may use one.

    Args:
        reader: accurate (one large network, which finds names too) or fast (each language's own small one).
        data: Folder with languages/ below it; None: the package's own.
        gazetteer: File made by `habari gazetteer import`, used beside the tables.
        min_confidence: Events, participants and statements less sure than this (0 to 1) are left out.
    """

    def __init__(
        self,
        reader: str = "accurate",
        *,
        data: Path | None = None,
        gazetteer: Path | None = None,
        min_confidence: float = 0.0,
    ):
        self._min_confidence = share_argument("min_confidence", min_confidence)
        self._engine = _habari.Engine(
            data=data_folder(data),
            gazetteer=optional_path("gazetteer", gazetteer),
            reader=choice_argument("reader", reader, READERS),
        )

    def extract(
        self, text_or_article: str | Article, language: str | None = None, date: Day | None = None
    ) -> Document:
        """The document of one article.

        Args:
            text_or_article: A text, or an Article. Spans count the characters of exactly this text.
            language: Code (`sw`, `en`); None: the article's, else told from the text.
            date: Day of publication, which `Monday` and `last year` are counted from; None: the article's.

        Raises:
            Error: The language cannot be told, or there are no data for it.
        """
        article = text_or_article
        if isinstance(article, str):
            article = Article(_no_file_name(article), origin="text")
        elif not isinstance(article, Article):
            wrong = type(article).__name__
            hint = "; decode it first" if isinstance(article, (bytes, bytearray)) else ""
            raise TypeError(f"text_or_article: expected str or habari.Article, not {wrong}{hint}")
        text = text_argument("text", article.text)
        if "\0" in text:
            raise ValueError(f"text: character {text.index(chr(0))} is NUL, which is no text")
        size = len(text.encode())
        if size > LONGEST_TEXT:
            raise ValueError(f"text: {size} bytes, more than the {LONGEST_TEXT} of the longest news article")
        return Document(
            self._engine.extract(
                text=text,
                id=text_argument("id", article.id),
                language=optional_text("language", language or article.language),
                date=day_argument("date", date or article.date),
                title=text_argument("title", article.title),
                url=text_argument("url", article.url),
                origin=text_argument("origin", article.origin) or article.id or "text",
                language_hint=optional_text("language_hint", article.language_hint),
                trees=article.trees,
                publication=[text_argument(name, getattr(article, name)) for name in PUBLICATION],
                min_confidence=self._min_confidence,
            )
        )

    def ground_json(self, document: str, statements: str, extractor: str) -> tuple[str, list[tuple[str, list[str], int | None]]]:
        """What `habari.ground` asks: the grounded document's JSON, and outcome, reasons and event of each statement."""
        return self._engine.ground(document, statements, extractor)

    def extract_all(
        self,
        articles: Iterable[str | Article],
        threads: int | None = None,
        *,
        progress: bool | None = None,
        on_skipped: Callable[[str], object] | None = None,
    ) -> Iterator[Document]:
        """The documents of many articles, as they come, in the articles' order; few are in memory at once.

        Args:
            articles: Texts and Articles, from any iterable; it is asked on the thread that asks for documents.
            threads: None: as many as the machine has processors. The documents are the same for any number.
            progress: Show how far it is by tqdm; None: where tqdm is installed and standard error is a terminal.
            on_skipped: Gets a message for each article that cannot be extracted; None: a SkippedWarning each.
        """
        count = count_argument("threads", threads, 1) if threads is not None else os.cpu_count() or 1
        try:
            source = iter(articles)
        except TypeError:
            raise TypeError(f"articles: expected an iterable, not {type(articles).__name__}") from None
        if isinstance(articles, str):
            raise TypeError("articles: expected an iterable of articles, not one text")
        return self._documents(_watched(source, articles, progress), count, on_skipped)

    def _documents(
        self, source: Iterator[str | Article], threads: int, on_skipped: Callable[[str], object] | None
    ) -> Iterator[Document]:
        if threads == 1:
            for article in source:
                yield from _told(partial(self.extract, article), on_skipped)
            return
        waiting: deque[Future[Document]] = deque()
        with ThreadPoolExecutor(threads, thread_name_prefix="habari") as pool:
            try:
                for article in source:
                    waiting.append(pool.submit(self.extract, article))
                    if len(waiting) >= 4 * threads:
                        yield from _told(waiting.popleft().result, on_skipped)
                while waiting:
                    yield from _told(waiting.popleft().result, on_skipped)
            finally:
                for future in waiting:
                    future.cancel()

    def __reduce__(self) -> Any:
        raise TypeError("an Extractor is made anew in each process: pickle its arguments instead")


def _no_file_name(text: str) -> str:
    """`text` itself. ValueError where it is the name of a file: a text of one word that ends in a known ending."""
    if text.lower().endswith(ENDINGS) and not any(map(str.isspace, text)):
        raise ValueError(f'text_or_article: "{text}" is the name of a file, expected a text; habari.read reads files')
    return text


def _told(result: Callable[[], Document], on_skipped: Callable[[str], object] | None) -> Iterator[Document]:
    """The result, or nothing where the article is skipped."""
    try:
        document = result()
    except _habari.Error as error:
        skip(str(error), on_skipped)
        return
    yield document


def _watched(source: Iterator[Any], articles: Iterable[Any], progress: bool | None) -> Iterator[Any]:
    """`source`, with a bar of tqdm where it is wanted."""
    if progress is False or (progress is None and not sys.stderr.isatty()):
        return source
    try:
        from tqdm.auto import tqdm
    except ImportError:
        if progress:
            raise ImportError("progress: tqdm is not installed; pip install tqdm") from None
        return source
    total = len(articles) if isinstance(articles, Sized) else None
    return iter(tqdm(source, total=total, unit="article"))


@lru_cache(maxsize=4)
def _extractor(reader: str, data: bytes) -> Extractor:
    return Extractor(reader, data=data or None)


def extractor(reader: str = "accurate") -> Extractor:
    """The one that `extract` uses: made when first asked for, then kept."""
    return _extractor(choice_argument("reader", reader, READERS), data_folder())


def extract(
    text_or_article: str | Article, language: str | None = None, date: Day | None = None, reader: str = "accurate"
) -> Document:
    """The document of one article: `Extractor(reader).extract(…)`, with an Extractor that is kept."""
    return extractor(reader).extract(text_or_article, language, date)


def extract_all(
    articles: Iterable[str | Article],
    threads: int | None = None,
    *,
    reader: str = "accurate",
    progress: bool | None = None,
    on_skipped: Callable[[str], object] | None = None,
) -> Iterator[Document]:
    """The documents of many articles: `Extractor(reader).extract_all(…)`, with an Extractor that is kept."""
    return extractor(reader).extract_all(articles, threads, progress=progress, on_skipped=on_skipped)
