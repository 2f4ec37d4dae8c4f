"""habari.Graph: what is in it, what it answers, and bad questions."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import SAMPLES

import habari


def test_documents_files_and_dictionaries_give_one_graph(documents, graph, tmp_path):
    assert habari.Graph.load(SAMPLES) == graph
    assert habari.Graph(reversed(documents)) == graph
    assert habari.Graph(document.to_dict() for document in documents) == graph
    lines = tmp_path / "documents.jsonl"
    lines.write_text("".join(document.to_json() + "\n" for document in documents))
    assert habari.Graph.load(lines, threads=2) == graph
    assert habari.Graph() != graph and repr(habari.Graph()) == "<Graph: 0 articles, 0 entities, 0 events>"


@pytest.mark.parametrize("ending", [".ttl", ".nt", ".nq", ".trig", ".rdf", ".nq.gz"])
def test_what_is_saved_is_loaded(graph, tmp_path, ending):
    graph.save(tmp_path / f"graph{ending}")
    assert habari.Graph.load(tmp_path / f"graph{ending}") == graph


def test_saves_every_format(graph, tmp_path):
    assert {".ttl", ".nq", ".gexf", ".graphml", ".jsonld"} <= set(habari.formats())
    for ending in habari.formats():
        graph.save(str(tmp_path / f"graph{ending}"))
        assert (tmp_path / f"graph{ending}").read_bytes() == graph.to_bytes(ending, rdf="full")
    assert graph.to_bytes(".gexf", view="events") != graph.to_bytes(".gexf")
    assert b"https://example.org/" in graph.to_bytes(".nt", base="https://example.org/")
    assert len(graph.to_bytes(".nt", texts=False, rdf="full")) < len(graph.to_bytes(".nt", rdf="full"))


def test_nodes_know_what_they_are(graph):
    [mutua] = graph.named("Grace Mutua")
    assert isinstance(mutua, habari.Entity) and mutua.kind == "person" and str(mutua) == "Grace Mutua"
    assert mutua is graph.named("person/grace-mutua")[0]
    assert {mention.article for mention in mutua.mentions} >= {"arusha-gas"}
    for mention in mutua.mentions:
        text = next(article.text for article in graph.articles if article.id == mention.article)
        assert text[mention.begin : mention.end] == mention.text
    for participant in mutua.participations:
        assert participant.node is mutua
        assert participant in participant.event.participants
    [kenya] = graph.named("country/kenya")
    assert "wikidata:Q114" in kenya.links and "Kenya" in kenya.name


def test_events_know_when_by_whom_and_where_told(graph):
    assert len(graph.events) > 20
    for event in graph.events:
        assert event.factuality in ("actual", "planned", "possible", "negated")
        assert 0 < event.confidence <= 1 and event.mention_count == len(event.mentions)
        assert event.articles and (event.begin is None) == (event.time is None)
    assert any(source.kind == "person" for event in graph.events for source in event.sources)
    assert {relation.label for relation in graph.relations} & {"energy minister", "minister"}


def test_find(graph):
    met = graph.find(relation="meet", subject="Grace Mutua")
    assert [str(triple.object) for triple in met] == ["Hamisi Kibwana"]
    assert str(met[0]).startswith("Grace Mutua – meet – Hamisi Kibwana [")
    assert met[0].event in graph.timeline("Grace Mutua")
    [mutua] = graph.named("Grace Mutua")
    assert graph.find(subject=mutua, relation="kutana") == met
    assert graph.find(type="CONSULT", since="2024-05", until=datetime.date(2024, 5, 31), participant=mutua) == met
    assert graph.find(since="2030") == [] and graph.find(subject="nobody at all") == []
    assert len(graph.find(limit=3)) == 3 and len(graph.find()) == len(graph.triples())
    assert all(triple.event is None for triple in graph.triples() if triple.relation == "energy minister")


def test_paths_neighbours_and_timelines(graph):
    found = graph.paths("Grace Mutua", "Hamisi Kibwana", limit=3)
    assert 0 < len(found) <= 3 and [len(path) for path in found] == sorted(len(path) for path in found)
    assert str(found[0].nodes[0]) == "Grace Mutua" and str(found[0].nodes[-1]) == "Hamisi Kibwana"
    for path in found:
        for step, a, b in zip(path.steps, path.nodes, path.nodes[1:]):
            assert {step.source.id, step.target.id} == {a.id, b.id}
    near = graph.neighbours("Grace Mutua")
    assert "Hamisi Kibwana" in [str(neighbour.entity) for neighbour in near]
    assert len(graph.neighbours("Grace Mutua", distance=2)) >= len(near)
    times = [event.time for event in graph.timeline("country/tanzania")]
    assert times and all(times)


def test_ten_threads_ask_one_graph(documents):
    graph = habari.Graph(documents)

    def ask(_):
        return (
            graph.find(relation="meet"),
            graph.named("Kenya"),
            graph.neighbours("Grace Mutua"),
            graph.to_bytes(".nt"),
            graph.entities,
        )

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(ask, range(10)))
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("documents", [None, 3, [None], ["text"], [b"{}"], [{}], [{"schema": "habari/document/2"}]])
def test_what_are_no_documents_is_named(documents):
    with pytest.raises((TypeError, ValueError), match=r"documents|schema|id|JSON"):
        habari.Graph(documents)


@pytest.mark.parametrize(
    ("ask", "kind", "message"),
    [
        (lambda graph: graph.named(None), TypeError, "name"),
        (lambda graph: graph.named("\ud800"), ValueError, "name"),
        (lambda graph: graph.find(subject=3), TypeError, "subject"),
        (lambda graph: graph.find(since="soon"), ValueError, "since"),
        (lambda graph: graph.find(until=b"2024"), TypeError, "until"),
        (lambda graph: graph.find(type="MEET"), ValueError, 'type: "MEET", expected one of'),
        (lambda graph: graph.find(factuality="true"), ValueError, "factuality"),
        (lambda graph: graph.find(limit=-1), ValueError, "limit"),
        (lambda graph: graph.find(relation=["meet"]), TypeError, "relation"),
        (lambda graph: graph.paths("Grace Mutua", None), TypeError, "end"),
        (lambda graph: graph.paths("Grace Mutua", "Grace Mutau"), LookupError, "end: .*there is person/grace-mutua"),
        (lambda graph: graph.paths("Grace Mutua", "Kenya", longest=2**40), ValueError, "longest"),
        (lambda graph: graph.neighbours(graph.events[0]), ValueError, "entity: .* is an event"),
        (lambda graph: graph.neighbours("Grace Mutua", 0), ValueError, "distance"),
        (lambda graph: graph.timeline(habari.Graph.load(SAMPLES).events[0]), ValueError, "another graph"),
        (lambda graph: graph.to_bytes("ttl"), ValueError, "format"),
        (lambda graph: graph.to_bytes(".rj"), ValueError, "expected one of .ttl"),
        (lambda graph: graph.to_bytes(".nt", base="no IRI"), ValueError, "IRI"),
        (lambda graph: graph.to_bytes(".gexf", view="all"), ValueError, "view"),
        (lambda graph: graph.save(None), TypeError, "path"),
        (lambda graph: graph.save("graph.pdf"), ValueError, "path: .*the ending tells the format"),
        (lambda graph: graph.save("/nowhere/at/all.ttl"), habari.Error, "/nowhere/at"),
        (lambda graph: habari.Graph.load(), ValueError, "inputs"),
        (lambda graph: habari.Graph.load("nothing.nq"), habari.InputError, "nothing.nq"),
        (lambda graph: habari.Graph.load(SAMPLES, min_confidence=2), ValueError, "min_confidence"),
        (lambda graph: habari.Graph.load(SAMPLES, language="xx"), ValueError, "language: no data"),
        (lambda graph: habari.Graph.load(SAMPLES, reader="slow"), ValueError, "reader"),
        (lambda graph: habari.Graph.load(SAMPLES, gazetteer=SAMPLES / "none.bin"), Exception, "none.bin"),
    ],
)
def test_bad_questions_are_named(graph, ask, kind, message):
    with pytest.raises(kind, match=message):
        ask(graph)


def test_a_bad_article_of_many_is_skipped(tmp_path):
    (tmp_path / "news.jsonl").write_text('{"text": "Rais alisema."}\n{"text": 3}\n')
    with pytest.warns(habari.SkippedWarning, match=r"news\.jsonl:2"):
        assert len(habari.Graph.load(tmp_path, language="sw").articles) == 1
