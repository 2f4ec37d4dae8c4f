"""Documents: what one article says, with the place of everything in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import _habari
from .arguments import text_argument
from .articles import PUBLICATION, Article


@dataclass(frozen=True)
class Span:
    """A stretch of an article's text: `text == document.text[begin:end]`. Units: characters (code points)."""

    begin: int
    end: int
    text: str

    @property
    def slice(self) -> slice:
        """For `document.text[span.slice]`."""
        return slice(self.begin, self.end)

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class EntityMention:
    """A name or a time expression.

    Attributes:
        span: Where it stands.
        kind: person, organization, country, place, facility, time, …
        entity: Identifier, `person/vladimir-putin`; empty for times.
        name: The entity's fullest name in this article, or its name in the gazetteer.
        value: Of a time: ISO 8601; empty where none can be known.
        links: Entries in catalogues and where it lies: `wikidata:Q3870`, `geonames:184745`, `geo:-1.28333,36.81667`,
            `gazetteer:place/goma`.
    """

    span: Span
    kind: str
    entity: str = ""
    name: str = ""
    value: str = ""
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Whose word the text gives for something."""

    span: Span
    entity: str = ""
    antecedent: Span | None = None


@dataclass(frozen=True)
class ParticipantMention:
    """Who or what takes part in an event.

    Attributes:
        role: agent, patient, recipient, companion, topic, place, destination, origin, time, cause, purpose,
            instrument or content.
        span: Shortest text that tells who it is; None where no word stands for it (then there is an antecedent).
        phrase: The whole noun phrase; None where no word stands for it.
        entity: Identifier of what has a name or is spoken of more than once; else empty.
        value: Of a time: ISO 8601.
        event: Of content: index into Document.events.
        antecedent: Where the article names what a pronoun, a description or nothing stands for.
        gloss: English noun for what has no name, or empty.
        confidence: That it takes this part, and is who is meant: 0 to 1.
    """

    role: str
    span: Span | None
    phrase: Span | None
    entity: str = ""
    value: str = ""
    event: int | None = None
    antecedent: Span | None = None
    gloss: str = ""
    confidence: float = 1.0

    @property
    def text(self) -> str:
        """Its words, else those of its antecedent."""
        told = self.span or self.antecedent
        return told.text if told else ""


@dataclass(frozen=True)
class EventMention:
    """An event as one place of an article tells it.

    Attributes:
        trigger: The word that tells of it.
        label: English verb: the relation's name in the graph.
        lemma: In the article's language.
        type: In the PLOVER scheme: CONSULT, AID, ASSAULT, …
        factuality: actual, planned, possible or negated.
        participants: Times included.
        sentence: The sentence that tells of it.
        confidence: 0 to 1.
        rule: What produced it: the lexicon's row or a rule.
        source: None: the article's own word.
        sense: What is meant, in any language's words: `kill` of `murder` and `ua`.
    """

    trigger: Span
    label: str
    lemma: str
    type: str
    factuality: str
    participants: tuple[ParticipantMention, ...]
    sentence: Span
    confidence: float
    rule: str
    source: Source | None = None
    sense: str = ""

    def in_role(self, role: str) -> tuple[ParticipantMention, ...]:
        """The participants in this role, in the article's order."""
        return tuple(participant for participant in self.participants if participant.role == role)


@dataclass(frozen=True)
class Statement:
    """What a title, an apposition or a copula states: subject is the label of object (`Ana – president – Malawi`)."""

    subject: Span
    relation: Span
    object: Span
    label: str
    subject_entity: str
    object_entity: str
    confidence: float
    factuality: str = "actual"
    source: Source | None = None


class Document:
    """What one article says. Made by `extract`, or read by `from_json` and `from_dict`.

    Two documents are equal where their JSON is. They can be pickled.
    """

    def __init__(self, text: str):
        """`text`: one document's JSON, as `to_json` gives it."""
        self._json = text

    @classmethod
    def from_json(cls, text: str) -> Document:
        """Of a line that `habari extract` wrote. Raises Error where a member is missing, wrong, or outside the text."""
        return cls(_habari.check_document(text_argument("text", text)))

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Document:
        """Of what `to_dict` gave, or another extractor made."""
        if not isinstance(value, Mapping):
            raise TypeError(f"value: expected a mapping, not {type(value).__name__}")
        try:
            text = json.dumps(value, ensure_ascii=False)
        except TypeError as error:
            raise TypeError(f"value: {error}") from None
        return cls.from_json(text)

    def without(self, extractor: str) -> Document:
        """This document without the events of an extractor that `habari.ground` has put in."""
        return Document(_habari.without_extractor(self._json, text_argument("extractor", extractor)))

    def to_json(self) -> str:
        """One line, without a line feed."""
        return self._json

    def to_dict(self) -> dict[str, Any]:
        """The JSON as Python has it, made anew with each call."""
        members: dict[str, Any] = json.loads(self._json)
        return members

    @cached_property
    def _members(self) -> dict[str, Any]:
        return self.to_dict()

    def _word(self, name: str) -> str:
        return str(self._members.get(name, ""))

    @property
    def text(self) -> str:
        """The article's text, which all spans count."""
        return self._word("text")

    @property
    def id(self) -> str:
        """The article's identifier."""
        return self._word("id")

    @property
    def language(self) -> str:
        """The article's language: `sw`, `en`."""
        return self._word("language")

    @property
    def date(self) -> str | None:
        """Day of publication, ISO 8601."""
        return self._word("date") or None

    @property
    def reader(self) -> str:
        """Kind and model of what made its trees: `accurate 1a2b3c4d`."""
        return self._word("reader")

    @cached_property
    def article(self) -> Article:
        """The article alone."""
        return Article(
            text=self.text,
            id=self.id,
            language=self.language,
            date=self.date,
            title=self._word("title"),
            url=self._word("url"),
            **{name: self._word(name) for name in PUBLICATION},
        )

    @cached_property
    def entities(self) -> tuple[EntityMention, ...]:
        """Names and times, in text order."""
        return tuple(_entity(row) for row in self._members["entities"])

    @cached_property
    def events(self) -> tuple[EventMention, ...]:
        """In text order."""
        return tuple(self._event(row) for row in self._members["events"])

    @property
    def participants(self) -> Iterator[tuple[EventMention, ParticipantMention]]:
        """Each participant with its event."""
        return ((event, participant) for event in self.events for participant in event.participants)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What titles, appositions and copulas state, in text order."""
        return tuple(_statement(row) for row in self._members["relations"])

    def _event(self, row: dict[str, Any]) -> EventMention:
        begin, end = row["sentence"]["begin"], row["sentence"]["end"]
        return EventMention(
            trigger=_span(row["trigger"]),
            label=row["label"],
            lemma=row["lemma"],
            type=row["type"],
            factuality=row["factuality"],
            participants=tuple(_participant(argument) for argument in row["args"]),
            sentence=Span(begin, end, self.text[begin:end]),
            confidence=row["confidence"],
            rule=row.get("rule", ""),
            source=_source(row.get("source")),
            sense=row.get("sense", ""),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._json == other._json

    def __hash__(self) -> int:
        return hash(self._json)

    def __reduce__(self) -> tuple[type[Document], tuple[str]]:
        return Document, (self._json,)

    def __repr__(self) -> str:
        return f"<Document {self.id!r}: {len(self._members['events'])} events, {self.language}>"


def _span(row: dict[str, Any]) -> Span:
    return Span(row["begin"], row["end"], row["text"])


def _optional_span(row: dict[str, Any] | None) -> Span | None:
    return None if row is None else _span(row)


def _source(row: dict[str, Any] | None) -> Source | None:
    if row is None:
        return None
    return Source(_span(row), row.get("entity", ""), _optional_span(row.get("antecedent")))


def _entity(row: dict[str, Any]) -> EntityMention:
    others = {name: row.get(name, "") for name in ("entity", "name", "value")}
    return EntityMention(span=_span(row), kind=row["kind"], links=tuple(row.get("links", ())), **others)


def _participant(row: dict[str, Any]) -> ParticipantMention:
    core = None if row.get("implicit") else _span(row)
    return ParticipantMention(
        role=row["role"],
        span=core,
        phrase=_optional_span(row.get("phrase")) or core,
        entity=row.get("entity", ""),
        value=row.get("value", ""),
        event=row.get("event"),
        antecedent=_optional_span(row.get("antecedent")),
        gloss=row.get("gloss", ""),
        confidence=row["confidence"],
    )


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        subject=_span(row["subject"]),
        relation=_span(row["relation"]),
        object=_span(row["object"]),
        label=row["relation"].get("label", ""),
        subject_entity=row["subject"].get("entity", ""),
        object_entity=row["object"].get("entity", ""),
        confidence=row["confidence"],
        factuality=row.get("factuality", "actual"),
        source=_source(row.get("source")),
    )
