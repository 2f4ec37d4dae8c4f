"""The graph: who did what to whom, over all articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import _habari
from .arguments import (
    Day,
    Path,
    choice_argument,
    count_argument,
    day_argument,
    optional_path,
    optional_text,
    path_argument,
    share_argument,
    text_argument,
)
from .articles import DATES_FROM, FORMATS, PUBLICATION, Article, checked_paths, skip
from .data_folder import data_folder
from .documents import Document
from .extraction import READERS
from .nodes import Entity, Event, GraphPath, Mention, Neighbour, Node, Participant, Relation, Step, Triple

if TYPE_CHECKING:
    import networkx
    import pyoxigraph
    import rdflib

    from .tables import Tables

BASE = "https://w3id.org/habari/id/"
VIEWS = ("entities", "events")
FILE_VIEWS = (*VIEWS, "names")
SIZES = ("lean", "full")
OBJECTS = ("all", "entities")


class Graph:
    """The event knowledge graph of documents. It never changes; any number of threads may ask it.

    Args:
        documents: Documents, or what `Document.to_dict` gives. Their order, and how often one is given, make no
            difference.
        keep_texts: Keep the articles' texts; without them RDF has no sentences.
    """

    def __init__(self, documents: Iterable[Document | Mapping[str, Any]] = (), *, keep_texts: bool = True):
        builder = _habari.Builder(bool(keep_texts))
        try:
            given = iter(documents)
        except TypeError:
            raise TypeError(f"documents: expected an iterable, not {type(documents).__name__}") from None
        for number, document in enumerate(given):
            if isinstance(document, Mapping):
                document = Document.from_dict(document)
            if not isinstance(document, Document):
                raise TypeError(f"documents: number {number} is a {type(document).__name__}, expected habari.Document")
            builder.add(document.to_json())
        self._hold(builder.freeze())

    def _hold(self, made: _habari.Graph) -> None:
        self._graph = made
        self._known_entities: dict[int, Entity] = {}
        self._known_events: dict[int, Event] = {}

    @classmethod
    def load(
        cls,
        *inputs: Path,
        format: str = "auto",
        date: Day | None = None,
        date_from: str | None = None,
        language: str | None = None,
        reader: str = "accurate",
        data: Path | None = None,
        gazetteer: Path | None = None,
        threads: int | None = None,
        min_confidence: float = 0.0,
        keep_texts: bool = True,
        on_skipped: Callable[[str], object] | None = None,
    ) -> Graph:
        """The graph of articles, documents and graph files (.ttl, .nt, .nq, .trig, .rdf), in any mixture.

        Arguments are those of `read`, `Extractor` and `Graph`.

        Raises:
            InputError: An input is missing or cannot be read.
        """
        graph, messages = _habari.load(
            inputs=checked_paths(inputs),
            format=choice_argument("format", format, FORMATS),
            date=day_argument("date", date),
            date_from_name=date_from is not None and choice_argument("date_from", date_from, DATES_FROM) == "name",
            language=optional_text("language", language),
            data=data_folder(data),
            gazetteer=optional_path("gazetteer", gazetteer),
            reader=choice_argument("reader", reader, READERS),
            threads=0 if threads is None else count_argument("threads", threads, 1),
            min_confidence=share_argument("min_confidence", min_confidence),
            keep_texts=bool(keep_texts),
        )
        for message in messages:
            skip(message, on_skipped)
        loaded = cls.__new__(cls)
        loaded._hold(graph)
        return loaded

    # What is in it

    def _entity(self, vertex: int) -> Entity:
        """The one object for a vertex."""
        entity = self._known_entities.get(vertex)
        if entity is None:
            entity = self._known_entities.setdefault(vertex, Entity(self, *self._graph.entity(vertex)))
        return entity

    def _event(self, vertex: int) -> Event:
        """The one object for a vertex."""
        event = self._known_events.get(vertex)
        if event is None:
            *fields, sources, articles, mention_count = self._graph.event(vertex)
            made = (*fields, tuple(map(self._entity, sources)), articles, mention_count)
            event = self._known_events.setdefault(vertex, Event(self, *made))
        return event

    def _node(self, vertex: int) -> Node:
        return self._entity(vertex) if vertex < self._graph.entity_count else self._event(vertex)

    def _node_or_none(self, vertex: int | None) -> Node | None:
        return None if vertex is None else self._node(vertex)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """By identifier."""
        return tuple(self._entity(vertex) for vertex in range(self._graph.entity_count))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """By identifier."""
        first = self._graph.entity_count
        return tuple(self._event(vertex) for vertex in range(first, first + self._graph.event_count))

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """By identifier; without texts where the graph was made without."""
        return tuple(
            Article(*row[:6], **dict(zip(PUBLICATION, row[6:]))) for row in self._graph.articles()
        )

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Standing relations: `Ana – president – Malawi`."""
        return tuple(
            Relation(self._entity(subject), label, self._entity(object), confidence, articles)
            for subject, label, object, confidence, articles in self._graph.relations()
        )

    @property
    def participants(self) -> list[Participant]:
        """Of all events."""
        return [participant for event in self.events for participant in event.participants]

    def triples(self, objects: str = "all") -> list[Triple]:
        """All, as the articles tell them.

        Args:
            objects: all: what is said, too, which is an event. entities: only they are objects; in the graph's order.
        """
        entities_only = choice_argument("objects", objects, OBJECTS) == "entities"
        return [self._triple(row) for row in self._graph.triples(entities_only)]

    def _mentions(self, vertex: int) -> list[Mention]:
        mentions = []
        for *fields, source in self._graph.mentions(vertex):
            made = (*fields, None if source is None else self._entity(source))
            mentions.append(Mention(*made))
        return mentions

    def _participants(self, vertex: int) -> list[Participant]:
        return [
            Participant(role, self._event(event), self._node(node), texts, confidence)
            for role, event, node, texts, confidence in self._graph.roles(vertex)
        ]

    def _triple(self, row: tuple[Any, ...]) -> Triple:
        subject, relation, object, event, type, factuality, time, qualifiers, sources, *others = row
        return Triple(
            self._node_or_none(subject),
            relation,
            self._node_or_none(object),
            None if event is None else self._event(event),
            type,
            factuality,
            time,
            tuple((role, self._node(vertex)) for role, vertex in qualifiers),
            tuple(map(self._entity, sources)),
            *others,
        )

    # What is asked

    def named(self, name: str) -> list[Node]:
        """What has this identifier; else the entities with this name, or a name that has these words side by side.

        Case and accents make no difference: `Putin` finds Vladimir Putin.
        """
        return [self._node(vertex) for vertex in self._graph.named(text_argument("name", name))]

    def _vertex_argument(self, name: str, value: str | Node) -> int:
        if isinstance(value, (Entity, Event)):
            if value._graph is not self:
                raise ValueError(f"{name}: {value.id} belongs to another graph")
            return value._vertex
        found = self.named(text_argument(name, value))
        if not found:
            near = [self._node(vertex) for vertex in self._graph.similar(value)]
            hint = "; there is " + ", ".join(f'{node.id} "{node}"' for node in near) if near else ""
            raise LookupError(f'{name}: nothing in the graph is called "{value}"{hint}')
        if len(found) > 1:
            listed = ", ".join(node.id for node in found[:5])
            raise ValueError(f'{name}: "{value}" may be any of {listed}; give one of these identifiers')
        return found[0]._vertex

    def _entity_argument(self, name: str, value: str | Entity) -> int:
        vertex = self._vertex_argument(name, value)
        if vertex >= self._graph.entity_count:
            raise ValueError(f"{name}: {self._node(vertex).id} is an event, expected an entity")
        return vertex

    def find(
        self,
        *,
        subject: str | Node | None = None,
        relation: str | None = None,
        object: str | Node | None = None,
        place: str | Node | None = None,
        participant: str | Node | None = None,
        source: str | Node | None = None,
        since: Day | None = None,
        until: Day | None = None,
        type: str | None = None,
        factuality: str | None = None,
        sense: str | None = None,
        language: str | None = None,
        article: str | None = None,
        outlet: str | None = None,
        limit: int | None = None,
    ) -> list[Triple]:
        """Triples that fit all that is given, by time.

        Args:
            subject, object, place, participant, source: A name, part of one, an identifier or a node.
            relation: Label (`meet`), lemma in any language (`kutana`) or type (`CONSULT`).
            since, until: First and last day, month or year; undated events fit none.
            type: CONSULT, AID, ASSAULT, …
            factuality: actual, planned, possible or negated.
            sense: What is meant, whatever the words: `kill` takes in `murder` and `ua`, `say` also `say.announce`.
            language: Of an article that tells of it.
            article: Identifier of an article that tells of it.
            outlet: Who published an article that tells of it.
            limit: Triples at most.
        """
        nodes = {"subject": subject, "object": object, "place": place, "participant": participant, "source": source}
        pattern: dict[str, str | int] = {}
        for name, value in nodes.items():
            if isinstance(value, (Entity, Event)):
                pattern[name] = self._vertex_argument(name, value)
            elif value is not None:
                pattern[name] = text_argument(name, value)
        words = {"relation": relation, "type": type, "factuality": factuality, "sense": sense}
        words |= {"language": language, "article": article, "outlet": outlet}
        pattern.update({name: optional_text(name, value) for name, value in words.items()})
        pattern.update(since=day_argument("since", since), until=day_argument("until", until))
        most = 2**32 - 1 if limit is None else count_argument("limit", limit)
        return [self._triple(row) for row in self._graph.find(pattern, most)]

    def paths(self, start: str | Node, end: str | Node, *, longest: int = 6, limit: int = 10) -> list[GraphPath]:
        """How two are tied to each other, shortest ways first.

        Args:
            start, end: A name, an identifier or a node.
            longest: Edges at most; two entities in one event are two edges apart.
            limit: Paths at most.

        Raises:
            LookupError: Nothing has the name; ValueError: several have.
        """
        rows = self._graph.paths(
            self._vertex_argument("start", start),
            self._vertex_argument("end", end),
            count_argument("longest", longest),
            count_argument("limit", limit),
        )
        return [
            GraphPath(
                tuple(map(self._node, vertices)),
                tuple(Step(label, self._node(source), self._node(target)) for label, source, target in edges),
            )
            for vertices, edges in rows
        ]

    def neighbours(self, entity: str | Entity, distance: int = 1) -> list[Neighbour]:
        """Who and what shares events and relations with an entity: the nearest first, then by how much is shared."""
        vertex = self._entity_argument("entity", entity)
        rows = self._graph.neighbours(vertex, count_argument("distance", distance, 1))
        return [Neighbour(self._entity(found), away, shared) for found, away, shared in rows]

    def timeline(self, entity: str | Node) -> list[Event]:
        """The dated events that somebody or something takes part in, in order."""
        return [self._event(vertex) for vertex in self._graph.timeline(self._vertex_argument("entity", entity))]

    # What becomes of it

    def save(
        self, path: Path, *, base: str = BASE, texts: bool = True, view: str = "entities", rdf: str = "full"
    ) -> None:
        """Writes a file, whole or not at all. The ending tells the format (`habari.formats()`); `.gz` after it packs.

        Args:
            base: RDF: absolute IRI that data IRIs begin with.
            texts: RDF: with the articles' texts.
            view: GraphML and GEXF: entities (edges are triples), events (edges are roles) or names (for an overview).
            rdf: lean or full: whether every place and its provenance is spelled out.
        """
        self._graph.save(
            path_argument("path", path), text_argument("base", base), bool(texts),
            choice_argument("view", view, FILE_VIEWS), choice_argument("rdf", rdf, SIZES),
        )

    def to_bytes(
        self, format: str, *, base: str = BASE, texts: bool = True, view: str = "entities", rdf: str = "lean"
    ) -> bytes:
        """What `save` writes; `format` is an ending: `.nq`."""
        return self._graph.to_bytes(
            text_argument("format", format), text_argument("base", base), bool(texts),
            choice_argument("view", view, FILE_VIEWS), choice_argument("rdf", rdf, SIZES),
        )

    def to_networkx(self, view: str = "entities") -> networkx.MultiDiGraph:
        """As NetworkX has graphs; needs networkx. See `habari.networks.to_networkx`."""
        from .networks import to_networkx

        return to_networkx(self, view)

    def to_pandas(self) -> Tables:
        """Events, participants and entities as data frames; needs pandas. See `habari.tables.Tables`."""
        from .tables import to_pandas

        return to_pandas(self)

    def to_parquet(self, folder: Path) -> None:
        """events.parquet, participants.parquet and entities.parquet in `folder`; needs pyarrow."""
        from .tables import to_parquet

        to_parquet(self, folder)

    def to_rdflib(self, *, base: str = BASE, texts: bool = True, rdf: str = "lean") -> rdflib.Dataset:
        """One named graph an article; needs rdflib."""
        from .triple_stores import to_rdflib

        return to_rdflib(self, base, texts, rdf)

    def to_pyoxigraph(self, *, base: str = BASE, texts: bool = True, rdf: str = "lean") -> pyoxigraph.Store:
        """A store in memory, one named graph an article; needs pyoxigraph."""
        from .triple_stores import to_pyoxigraph

        return to_pyoxigraph(self, base, texts, rdf)

    @cached_property
    def _store(self) -> pyoxigraph.Store:
        return self.to_pyoxigraph()

    def sparql(self, query: str) -> Any:
        """What pyoxigraph answers: solutions of SELECT, triples of CONSTRUCT, a boolean of ASK; needs pyoxigraph.

        Patterns outside GRAPH are matched against the statements of all articles. The store is made with the first
        question, and kept.
        """
        from .triple_stores import ask

        return ask(self._store, text_argument("query", query))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Graph) and self._graph == other._graph

    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return (
            f"<Graph: {len(self.articles)} articles, {self._graph.entity_count} entities, "
            f"{self._graph.event_count} events>"
        )
