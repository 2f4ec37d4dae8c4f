"""The graph in NetworkX."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .arguments import choice_argument
from .graph import VIEWS, Graph
from .nodes import Entity, Event, Triple

if TYPE_CHECKING:
    import networkx


def to_networkx(graph: Graph, view: str = "entities") -> networkx.MultiDiGraph:
    """Nodes are identifiers, with their attributes.

    Args:
        view: entities: nodes are entities, an edge is a triple between two of them, its key the event's identifier
            or the relation's label. events: nodes are entities and events, edges are roles (key: the role) and
            standing relations (key: the label).
    """
    import networkx

    choice_argument("view", view, VIEWS)
    network = networkx.MultiDiGraph()
    for entity in graph.entities:
        network.add_node(entity.id, **_entity_attributes(entity))
    if view == "events":
        _add_roles(network, graph)
    else:
        for triple in graph.triples("entities"):
            _add_triple(network, triple)
    for relation in graph.relations:
        network.add_edge(
            relation.subject.id,
            relation.object.id,
            key=relation.label,
            relation=relation.label,
            kind="relation",
            factuality="actual",
            confidence=relation.confidence,
            articles=list(relation.articles),
        )
    return network


def _add_roles(network: networkx.MultiDiGraph, graph: Graph) -> None:
    for event in graph.events:
        network.add_node(event.id, **_event_attributes(event))
    for participant in graph.participants:
        network.add_edge(
            participant.event.id,
            participant.node.id,
            key=participant.role,
            relation=participant.role,
            kind="role",
            confidence=participant.confidence,
        )


def _add_triple(network: networkx.MultiDiGraph, triple: Triple) -> None:
    """Only what two entities do with each other is an edge of theirs; standing relations are added apart."""
    if triple.event is not None and isinstance(triple.subject, Entity) and isinstance(triple.object, Entity):
        network.add_edge(
            triple.subject.id,
            triple.object.id,
            key=triple.event.id,
            relation=triple.relation,
            kind="event",
            type=triple.type,
            factuality=triple.factuality,
            time=triple.time,
            according_to=[source.id for source in triple.sources],
            confidence=triple.confidence,
            weight=triple.mention_count,
            articles=list(triple.articles),
        )


def _entity_attributes(entity: Entity) -> dict[str, Any]:
    attributes: dict[str, Any] = {
        "label": entity.name,
        "kind": entity.kind,
        "weight": entity.mention_count,
        "aliases": [name for _, name, _ in entity.names],
        "links": list(entity.links),
    }
    if entity.position is not None:
        attributes["latitude"], attributes["longitude"] = entity.position
    return attributes


def _event_attributes(event: Event) -> dict[str, Any]:
    return {
        "label": event.label,
        "kind": "event",
        "type": event.type,
        "factuality": event.factuality,
        "time": event.time,
        "weight": event.mention_count,
        "confidence": event.confidence,
        "according_to": [source.id for source in event.sources],
        "articles": list(event.articles),
    }
