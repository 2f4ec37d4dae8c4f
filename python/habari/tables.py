"""The graph as tables."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .arguments import Path, path_argument
from .graph import Graph

if TYPE_CHECKING:
    import pandas


class Tables(NamedTuple):
    """Three data frames that join by identifiers.

    events: a row each, by identifier: event, label, type, factuality, begin, end (ISO 8601 as precise as the text;
        pandas.to_datetime(…, format="ISO8601") makes time stamps of it), confidence (0 to 1), sources (list of
        entities), articles (list), mentions (how many), triple (a readable line).
    participants: a row for each role: event, role, participant (an entity or, with role content, an event), name,
        kind (`event` of events), texts (list: its words in the event's mentions), confidence (0 to 1).
    entities: a row each, by identifier: entity, kind, name, names (list), links (list), mentions (how many).
    """

    events: pandas.DataFrame
    participants: pandas.DataFrame
    entities: pandas.DataFrame


EVENT_COLUMNS = (
    "event", "label", "type", "factuality", "begin", "end", "confidence", "sources", "articles", "mentions", "triple"
)  # fmt: skip
PARTICIPANT_COLUMNS = ("event", "role", "participant", "name", "kind", "texts", "confidence")
ENTITY_COLUMNS = ("entity", "kind", "name", "names", "links", "mentions")


def _event_rows(graph: Graph) -> list[Sequence[Any]]:
    lines: dict[str, str] = {}
    for triple in graph.triples():
        if triple.event is not None:
            lines.setdefault(triple.event.id, str(triple))
    return [
        (
            event.id, event.label, event.type, event.factuality, event.begin, event.end, event.confidence,
            [source.id for source in event.sources], list(event.articles), event.mention_count, lines[event.id],
        )
        for event in graph.events
    ]  # fmt: skip


def _participant_rows(graph: Graph) -> list[Sequence[Any]]:
    return [
        (
            participant.event.id, participant.role, participant.node.id, str(participant.node),
            getattr(participant.node, "kind", "event"), list(participant.texts), participant.confidence,
        )
        for participant in graph.participants
    ]  # fmt: skip


def _entity_rows(graph: Graph) -> list[Sequence[Any]]:
    return [
        (
            entity.id, entity.kind, entity.name, [name for _, name, _ in entity.names], list(entity.links),
            entity.mention_count,
        )
        for entity in graph.entities
    ]  # fmt: skip


def to_pandas(graph: Graph) -> Tables:
    """See Tables."""
    import pandas

    return Tables(
        pandas.DataFrame(_event_rows(graph), columns=list(EVENT_COLUMNS)),
        pandas.DataFrame(_participant_rows(graph), columns=list(PARTICIPANT_COLUMNS)),
        pandas.DataFrame(_entity_rows(graph), columns=list(ENTITY_COLUMNS)),
    )


def to_parquet(graph: Graph, folder: Path) -> None:
    """Three files in `folder`, which is made where it is missing, with typed columns even of an empty graph."""
    import pyarrow
    import pyarrow.parquet

    place = os.fsdecode(path_argument("folder", folder))
    os.makedirs(place, exist_ok=True)
    words = pyarrow.list_(pyarrow.string())
    types = {"confidence": pyarrow.float64(), "mentions": pyarrow.int64()}
    types.update(dict.fromkeys(("sources", "articles", "texts", "names", "links"), words))
    tables = {
        "events": (EVENT_COLUMNS, _event_rows(graph)),
        "participants": (PARTICIPANT_COLUMNS, _participant_rows(graph)),
        "entities": (ENTITY_COLUMNS, _entity_rows(graph)),
    }
    for name, (columns, rows) in tables.items():
        schema = pyarrow.schema([(column, types.get(column, pyarrow.string())) for column in columns])
        by_column = {column: [row[i] for row in rows] for i, column in enumerate(columns)}
        table = pyarrow.Table.from_pydict(by_column, schema=schema)
        pyarrow.parquet.write_table(table, os.path.join(place, name + ".parquet"))
