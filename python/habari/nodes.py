"""What a graph is made of, and what questions to it are answered with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from .graph import Graph


@dataclass(frozen=True)
class Mention:
    """Where an entity or an event is told. Units of begin and end: characters of the article's text.

    Attributes:
        article: Identifier.
        text: The characters there.
        word: Of an event its lemma; of an entity what the article calls it at its fullest.
        rule: Of an event: what produced it.
        confidence: 0 to 1.
        source: Of an event: whose word it is; None: the article's own.
    """

    article: str
    begin: int
    end: int
    text: str
    word: str
    rule: str
    confidence: float
    source: Entity | None


@dataclass(frozen=True)
class Entity:
    """Somebody or something.

    Attributes:
        id: `person/vladimir-putin`
        kind: person, organization, country, place, …
        name: What articles call it most.
        names: (language, name, mentions) of each, preferred ones first.
        links: What it is in catalogues, and where it lies: `wikidata:Q3870`, `geonames:184745`,
            `geo:-1.28333,36.81667`.
        mention_count: At least 1.
    """

    _graph: Graph = field(repr=False, compare=False)
    _vertex: int = field(repr=False, compare=False)
    id: str
    kind: str
    name: str
    names: tuple[tuple[str, str, int], ...] = field(repr=False)
    links: tuple[str, ...] = field(repr=False)
    mention_count: int

    @property
    def position(self) -> tuple[float, float] | None:
        """Where it lies: degrees north and degrees east."""
        for link in self.links:
            if link.startswith("geo:"):
                latitude, longitude = link.removeprefix("geo:").split(",")
                return float(latitude), float(longitude)
        return None

    @property
    def mentions(self) -> list[Mention]:
        """By article and place."""
        return self._graph._mentions(self._vertex)

    @property
    def participations(self) -> list[Participant]:
        """The events it takes part in, once for each of its roles there."""
        return self._graph._participants(self._vertex)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Event:
    """What happened, will or may happen, or did not.

    Attributes:
        id: `event/2ed6657d-…`
        label: English verb.
        type: In the PLOVER scheme.
        factuality: actual, planned, possible or negated.
        time: ISO 8601, a stretch as `first/last`; None where it is not known.
        confidence: Of the surest mention, 0 to 1.
        sources: Whose word the mentions give.
        articles: Identifiers of those that tell of it.
        mention_count: At least 1.
    """

    _graph: Graph = field(repr=False, compare=False)
    _vertex: int = field(repr=False, compare=False)
    id: str
    label: str
    type: str
    factuality: str
    time: str | None
    confidence: float
    sources: tuple[Entity, ...] = field(repr=False)
    articles: tuple[str, ...] = field(repr=False)
    mention_count: int

    @property
    def begin(self) -> str | None:
        """First day, month or year."""
        return self.time.partition("/")[0] if self.time else None

    @property
    def end(self) -> str | None:
        """Last day, month or year: `begin` where it is a point."""
        return self.time.rpartition("/")[2] if self.time else None

    @property
    def mentions(self) -> list[Mention]:
        """By article and place."""
        return self._graph._mentions(self._vertex)

    @property
    def participants(self) -> list[Participant]:
        """Who and what takes part, by role."""
        return self._graph._participants(self._vertex)

    def __str__(self) -> str:
        return self.label


Node = Union[Entity, Event]


@dataclass(frozen=True)
class Participant:
    """How `node` takes part in `event`.

    Attributes:
        texts: Its words in the event's mentions.
        confidence: Of the surest mention, 0 to 1.
    """

    role: str
    event: Event
    node: Node
    texts: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class Relation:
    """What a title or an apposition states: subject is the label of object."""

    subject: Entity
    label: str
    object: Entity
    confidence: float
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Triple:
    """An event or a standing relation as subject – relation – object. `str()` is the line of `habari triples`.

    Attributes:
        subject, object: None where the text names none. An object may be an event: what is said.
        event: None of a standing relation (`Ana – president – Malawi`), as its type.
        time: ISO 8601.
        qualifiers: (role, node) of the event's other participants.
        sources: Whose word the mentions give.
        articles: Identifiers of those that tell of it.
    """

    subject: Node | None
    relation: str
    object: Node | None
    event: Event | None
    type: str | None
    factuality: str
    time: str | None
    qualifiers: tuple[tuple[str, Node], ...]
    sources: tuple[Entity, ...]
    confidence: float
    mention_count: int
    articles: tuple[str, ...]
    line: str = field(repr=False, compare=False)

    def __str__(self) -> str:
        return self.line


@dataclass(frozen=True)
class Step:
    """An edge of a path: an event's role, or a standing relation's label."""

    label: str
    source: Node
    target: Node


@dataclass(frozen=True)
class GraphPath:
    """A way between two nodes: steps[i] joins nodes[i] and nodes[i + 1], in either direction."""

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]

    def __len__(self) -> int:
        return len(self.steps)


@dataclass(frozen=True)
class Neighbour:
    """Who shares events with another: `distance` events or relations away, tied by `shared` of them."""

    entity: Entity
    distance: int
    shared: int
