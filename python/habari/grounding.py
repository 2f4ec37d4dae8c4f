"""What others say of an article (a language model, a person, a table), tied to the characters that say it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from .arguments import text_argument
from .articles import Article
from .documents import Document, EventMention
from .extraction import Extractor, extractor as shared_extractor

#: What a statement may say.
PARTS = ("subject", "relation", "object", "evidence", "time", "place", "source", "factuality", "confidence")


@dataclass(frozen=True)
class GroundedStatement:
    """What became of a statement.

    Attributes:
        statement: As it was given.
        outcome: agrees, conflicts (with the article's own reading), added (it says nothing of these words) or refused.
        reasons: Why it is refused, what it conflicts with, which part was left out.
        event: With the characters of each part; None where it is refused.
    """

    statement: Mapping[str, Any]
    outcome: str
    reasons: tuple[str, ...]
    event: EventMention | None


@dataclass(frozen=True)
class Grounding:
    """A document with the events that statements say, and each statement's outcome.

    Attributes:
        document: Our own events, and theirs with the rule `extractor:NAME`.
        statements: In the order in which they were given.
    """

    document: Document
    statements: tuple[GroundedStatement, ...]

    def having(self, outcome: str) -> tuple[GroundedStatement, ...]:
        """The statements with this outcome."""
        return tuple(statement for statement in self.statements if statement.outcome == outcome)


def ground(
    text_or_document: str | Article | Document,
    statements: Iterable[Mapping[str, Any]],
    extractor: str,
    *,
    using: Extractor | None = None,
) -> Grounding:
    """Ties each part of each statement to the characters that say it, or refuses it with the reason.

    Args:
        text_or_document: An article, or the document that was made of it.
        statements: Mappings with `subject`, `relation`, `object` (one of subject and object may be missing), and where
            known `evidence` (words of the article), `time`, `place`, `source`, `factuality`, `confidence` (0 to 1).
        extractor: Name of who says them; events that are there already from the same go first.
        using: Reads the article; None: the one that `extract` uses.

    Raises:
        TypeError, ValueError: An argument is wrong; the message names it, and the statement's number.
    """
    name = text_argument("extractor", extractor)
    if not name or not name.isprintable():
        raise ValueError("extractor: expected a name of printable characters")
    reader = using or shared_extractor()
    document = text_or_document if isinstance(text_or_document, Document) else reader.extract(text_or_document)
    given = [_statement(number, statement) for number, statement in enumerate(_iterable(statements))]
    text, outcomes = reader.ground_json(document.to_json(), json.dumps([parts for _, parts in given]), name)
    made = Document(text)
    return Grounding(
        made,
        tuple(
            GroundedStatement(statement, outcome, tuple(reasons), None if event is None else made.events[event])
            for (statement, _), (outcome, reasons, event) in zip(given, outcomes)
        ),
    )


def _iterable(statements: object) -> Iterable[Any]:
    if isinstance(statements, (str, bytes, Mapping)) or not isinstance(statements, Iterable):
        raise TypeError(f"statements: expected an iterable of mappings, not {type(statements).__name__}")
    return statements


def _statement(number: int, statement: object) -> tuple[Mapping[str, Any], dict[str, Any]]:
    """The statement, and those of its parts that are known. Exceptions name its number."""
    where = f"statements[{number}]"
    if not isinstance(statement, Mapping):
        raise TypeError(f"{where}: expected a mapping, not {type(statement).__name__}")
    parts: dict[str, Any] = {}
    for part in PARTS:
        value = statement.get(part)
        if value is None:
            continue
        if part == "confidence":
            if isinstance(value, bool) or not isinstance(value, (int, float)):
                raise TypeError(f"{where}['confidence']: expected a number, not {type(value).__name__}")
            if not 0 <= value <= 1:
                raise ValueError(f"{where}['confidence']: {value}, expected 0 to 1")
            parts[part] = float(value)
        else:
            parts[part] = text_argument(f"{where}[{part!r}]", value)
    if not parts.get("relation"):
        raise ValueError(f"{where}: no 'relation'")
    if not parts.get("subject") and not parts.get("object"):
        raise ValueError(f"{where}: neither 'subject' nor 'object'")
    return statement, parts
