"""Habari reads Swahili and English news into an event knowledge graph: who did what to whom, where, when.

    >>> import habari
    >>> document = habari.extract("Rais wa Zambia Bwalya Mumba alikutana na Chikondi Phiri mjini Lusaka.", "sw")
    >>> print(*habari.Graph([document]).triples(), sep="\\n")
    Bwalya Mumba – president – Zambia [actual]
    Bwalya Mumba – meet – Chikondi Phiri [place Lusaka; actual]
"""

from . import _habari
from ._habari import DataError, Error, InputError
from .articles import Article, SkippedWarning, read
from .documents import Document, EntityMention, EventMention, ParticipantMention, Source, Span, Statement
from .extraction import Extractor, extract, extract_all
from .graph import Graph
from .grounding import GroundedStatement, Grounding, ground
from .nodes import Entity, Event, GraphPath, Mention, Neighbour, Participant, Relation, Step, Triple

__version__: str = _habari.version


def formats() -> dict[str, str]:
    """What `Graph.save` writes: {ending: name}."""
    return {extension: name for extension, name, is_written, _ in _habari.formats() if is_written}


__all__ = [
    "Article",
    "DataError",
    "Document",
    "Entity",
    "EntityMention",
    "Error",
    "Event",
    "EventMention",
    "Extractor",
    "Graph",
    "GraphPath",
    "GroundedStatement",
    "Grounding",
    "InputError",
    "Mention",
    "Neighbour",
    "Participant",
    "ParticipantMention",
    "Relation",
    "SkippedWarning",
    "Source",
    "Span",
    "Statement",
    "Step",
    "Triple",
    "extract",
    "extract_all",
    "formats",
    "ground",
    "read",
]
