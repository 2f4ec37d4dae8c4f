"""The graph in triple stores that run inside Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .graph import Graph

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib


def to_rdflib(graph: Graph, base: str, texts: bool, rdf: str) -> rdflib.Dataset:
    """One named graph an article, and the vocabulary's; patterns are matched against all of them."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=graph.to_bytes(".nq", base=base, texts=texts, rdf=rdf).decode(), format="nquads")
    return dataset


def to_pyoxigraph(graph: Graph, base: str, texts: bool, rdf: str) -> pyoxigraph.Store:
    """One named graph an article, and the vocabulary's."""
    import pyoxigraph

    store = pyoxigraph.Store()
    quads = graph.to_bytes(".nq", base=base, texts=texts, rdf=rdf)
    store.bulk_load(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def ask(store: pyoxigraph.Store, query: str) -> Any:
    """What the store answers, its named graphs together being the default graph. SyntaxError where it is no SPARQL."""
    return store.query(query, use_default_graph_as_union=True)
