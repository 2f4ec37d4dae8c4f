"""What other libraries have of the graph; each is tested where it is installed."""

import pytest

WHO_MET_WHOM = """PREFIX rel: <https://w3id.org/habari/relation#>
SELECT DISTINCT ?a ?b WHERE { ?a rel:meet ?b }"""


def test_networkx(graph):
    networkx = pytest.importorskip("networkx")
    entities = graph.to_networkx()
    assert isinstance(entities, networkx.MultiDiGraph)
    assert set(entities.nodes) == {entity.id for entity in graph.entities}
    assert entities.nodes["person/grace-mutua"]["label"] == "Grace Mutua"
    edges = [edge for _, _, edge in entities.out_edges("person/grace-mutua", data=True)]
    [meeting] = [edge for edge in edges if edge["relation"] == "meet"]
    assert meeting["type"] == "CONSULT" and meeting["time"] == "2024-05-13"
    events = graph.to_networkx("events")
    assert set(events.nodes) == {node.id for node in graph.entities + graph.events}
    assert events.number_of_edges() == len(graph.participants) + len(graph.relations)
    assert networkx.has_path(events.to_undirected(), "person/grace-mutua", "person/hamisi-kibwana")


def test_networkx_holds_what_graphml_holds(graph):
    networkx = pytest.importorskip("networkx")
    for view in ("entities", "events"):
        read = networkx.parse_graphml(graph.to_bytes(".graphml", view=view).decode(), force_multigraph=True)
        made = graph.to_networkx(view)
        assert (read.number_of_nodes(), read.number_of_edges()) == (made.number_of_nodes(), made.number_of_edges())


def test_edges_are_tables(graph):
    networkx = pytest.importorskip("networkx")
    pytest.importorskip("pandas")
    for view in ("entities", "events"):
        network = graph.to_networkx(view)
        assert len(networkx.to_pandas_edgelist(network)) == network.number_of_edges()
    names = networkx.parse_graphml(graph.to_bytes(".graphml", view="names").decode(), force_multigraph=True)
    assert {data["community"] for _, data in names.nodes(data=True)} >= {0}


def test_rdf_has_two_sizes(graph):
    lean, full = (graph.to_bytes(".nq", rdf=size) for size in ("lean", "full"))
    assert 2 * lean.count(b"\n") < full.count(b"\n")
    assert graph.to_bytes(".nq") == lean
    with pytest.raises(ValueError, match="rdf"):
        graph.to_bytes(".nq", rdf="middling")


def test_articles_say_who_published_them():
    import habari

    article = habari.Article("Amina alifika Kisumu.", language="sw", outlet="The Lake Post", author="Asha Juma", updated="2024-05-14")
    document = habari.extract(article)
    graph = habari.Graph([document])
    assert document.article.outlet == graph.articles[0].outlet == "The Lake Post"
    assert (graph.articles[0].author, graph.articles[0].updated) == ("Asha Juma", "2024-05-14")
    assert graph.find(outlet="The Lake Post") and not graph.find(outlet="The Hill Post")


def test_pandas(graph):
    pandas = pytest.importorskip("pandas")
    tables = graph.to_pandas()
    assert [len(table) for table in tables] == [len(graph.events), len(graph.participants), len(graph.entities)]
    joined = tables.participants.merge(tables.events, on="event")
    met = joined[(joined.label == "meet") & (joined.name == "Grace Mutua")]
    assert list(met.role) == ["agent"] and list(met.begin) == ["2024-05-13"]
    days = pandas.to_datetime(tables.events.begin, format="ISO8601")
    assert days.notna().sum() == tables.events.begin.notna().sum() > 0
    assert tables.events.confidence.between(0, 1).all()


def test_parquet(graph, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    graph.to_parquet(tmp_path / "tables")
    events = parquet.read_table(tmp_path / "tables" / "events.parquet")
    assert events.num_rows == len(graph.events)
    assert events.column("sources").type.value_type == "string"
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        "entities.parquet",
        "events.parquet",
        "participants.parquet",
    ]
    with pytest.raises(TypeError, match="folder"):
        graph.to_parquet(None)


def test_an_empty_graph_has_empty_tables(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    import habari

    habari.Graph().to_parquet(tmp_path)
    assert parquet.read_table(tmp_path / "events.parquet").num_rows == 0


def test_rdflib(graph):
    pytest.importorskip("rdflib")
    dataset = graph.to_rdflib()
    assert len(list(dataset.graphs())) >= len(graph.articles)
    assert len(list(dataset.query(WHO_MET_WHOM))) == len(list(graph.sparql(WHO_MET_WHOM)))


def test_sparql(graph):
    pyoxigraph = pytest.importorskip("pyoxigraph")
    rows = [(row["a"].value, row["b"].value) for row in graph.sparql(WHO_MET_WHOM)]
    assert any("grace-mutua" in a and "hamisi-kibwana" in b for a, b in rows)
    assert bool(graph.sparql("ASK { FILTER(1+1+1+1+1 = 5) }"))
    assert bool(graph.sparql("ASK { ?event <https://w3id.org/habari/ontology#agent>/!<urn:none> ?x }"))
    store = graph.to_pyoxigraph(texts=False)
    assert isinstance(store, pyoxigraph.Store) and len(list(store.named_graphs())) == len(graph.articles) + 1
    with pytest.raises(SyntaxError):
        graph.sparql("SELECT")
    with pytest.raises(TypeError, match="query"):
        graph.sparql(None)
