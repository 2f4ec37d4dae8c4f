"""Gives exported graphs to other programs' readers: rapper for RDF, NetworkX for GraphML.

usage: interoperation_test.py WRITE_FIXTURES ONTOLOGY_DIRECTORY
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import networkx

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
HB = "https://w3id.org/habari/ontology#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
REL = "https://w3id.org/habari/relation#"
DATA = "http://example.org/news/"
VOCABULARY = f"<{HB}vocabulary>"

LINE = re.compile(r'(<[^>]*>|_:\S+) (<[^>]*>) (<[^>]*>|_:\S+|"(?:[^"\\]|\\.)*"(?:@[a-z0-9-]+|\^\^<[^>]*>)?)(?: <[^>]*>)? \.$')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([a-z0-9-]+)|\^\^<([^>]*)>)?$', re.S)
ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))')
SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def rapper(path, syntax):
    """All statements of a file as rapper reads them. Any warning or error fails."""
    run = subprocess.run(["rapper", "-q", "-i", syntax, "-o", "nquads", str(path), DATA],
                         capture_output=True, check=False)
    if run.returncode != 0 or run.stderr:
        raise AssertionError(f"rapper {path.name}: {run.stderr.decode()[:2000]}")
    return [line for line in run.stdout.decode().split("\n") if line]


def text(term):
    """The characters of a literal."""
    found = LITERAL.match(term)
    assert found, term[:200]
    return ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)) if m[1] or m[2] else SHORT[m[3]], found[1])


def triples(lines):
    """Subject, predicate, object; the graph is left out."""
    found = []
    for line in lines:
        match = LINE.match(line)
        assert match, line[:200]
        found.append((match[1].strip("<>"), match[2].strip("<>"), match[3]))
    return found


class Interoperation(unittest.TestCase):
    maxDiff = 4000

    def statements(self, name, ending, syntax):
        return triples(rapper(directory / (name + ending), syntax))

    def test_rapper_reads_every_syntax(self):
        for name in ("meeting", "hostile", "empty"):
            for ending, syntax in ((".ttl", "turtle"), (".nt", "ntriples"), (".nq", "nquads"), (".rdf", "rdfxml")):
                with self.subTest(file=name + ending):
                    subprocess.run(["rapper", "-q", "-c", "-i", syntax, str(directory / (name + ending)), DATA],
                                   check=True, capture_output=True)

    def test_turtle_and_n_triples_hold_the_same_triples(self):
        for name in ("meeting", "hostile", "empty"):
            turtle = self.statements(name, ".ttl", "turtle")
            lines = self.statements(name, ".nt", "ntriples")
            self.assertEqual(set(turtle), set(lines))
            self.assertEqual(len(lines), len(set(lines)), f"{name}: a triple is written twice")
            self.assertEqual(len(turtle), len(lines))

    def test_n_quads_state_the_same_events_article_by_article(self):
        whole = self.statements("meeting", ".nt", "ntriples")
        parts = self.statements("meeting", ".nq", "nquads")
        derived = {HB + "confidence", RDFS + "label", "http://www.w3.org/2004/02/skos/core#altLabel"}
        self.assertEqual({t for t in whole if t[1] not in derived}, {t for t in parts if t[1] not in derived})
        graphs = {line.rsplit(" ", 2)[1] for line in rapper(directory / "meeting.nq", "nquads")}
        self.assertEqual(graphs, {*(f"<{DATA}article/{article}>" for article in ("sw-1", "en-1", "en-2")), VOCABULARY})

    def test_lean_states_a_part_of_what_full_does_and_points_at_the_same_places(self):
        for name in ("meeting", "hostile"):
            lean = self.statements(name, ".lean.nq", "nquads")
            full = self.statements(name, ".nq", "nquads")
            # Where every argument needs words of its own, little can be left out.
            self.assertLess((2 if name == "meeting" else 1) * len(lean), len(full))
            events = {HB + "relation", HB + "factuality", SEM + "eventType", SEM + "hasTimeStamp", SEM + "accordingTo",
                      HB + "agent", HB + "patient", HB + "companion", HB + "place"}
            of_events = lambda found: {t for t in found if t[1] in events and "/event/" in t[0]}
            self.assertEqual(of_events(lean), of_events(full))
            places = re.compile(r"#char=[0-9]+,[0-9]+")
            self.assertLessEqual({o for _, _, o in lean if places.search(o)} - {s for s, _, _ in full},
                                 {o for _, _, o in full if places.search(o)})
            self.assertFalse([p for _, p, _ in lean if p in (NIF + "beginIndex", NIF + "anchorOf")])

    def test_serd_reads_turtle_alike(self):
        run = subprocess.run(["serdi", "-i", "turtle", "-o", "ntriples", str(directory / "meeting.ttl")],
                             capture_output=True, check=True)
        serd = triples(line for line in run.stdout.decode().split("\n") if line)
        rap = self.statements("meeting", ".ttl", "turtle")
        plain = lambda found: {(s, p, o if o.startswith("<") else text(o)) for s, p, o in found}
        self.assertEqual(plain(serd), plain(rap))

    def test_hostile_names_come_back_from_rdf(self):
        names = json.loads((directory / "names.json").read_text(encoding="utf-8"))
        for ending, syntax in ((".ttl", "turtle"), (".nt", "ntriples"), (".nq", "nquads")):
            labels = {text(o) for s, p, o in self.statements("hostile", ending, syntax)
                      if p == RDFS + "label" and s.startswith(DATA + "entity/person/")}
            self.assertEqual(labels, {name["rdf"] for name in names}, ending)

    def test_hostile_names_stay_text(self):
        for subject, predicate, _ in self.statements("hostile", ".nt", "ntriples"):
            self.assertRegex(subject, r"^[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]+$")
            self.assertRegex(predicate, r"^[!#$%&'()*+,./0-9:;=?@A-Z_a-z~-]+$")

    def test_hostile_names_come_back_from_graphml(self):
        names = json.loads((directory / "names.json").read_text(encoding="utf-8"))
        expected = {name["xml"] for name in names}
        entities = networkx.read_graphml(directory / "hostile.entities.graphml", force_multigraph=True)
        people = {data["label"] for _, data in entities.nodes(data=True) if data["kind"] == "person"}
        self.assertEqual(people, expected)
        self.assertEqual({data["label"] for _, _, data in entities.edges(data=True)}, expected)

    def test_mentions_slice_the_text_by_code_points(self):
        for name in ("meeting", "hostile"):
            statements = self.statements(name, ".nt", "ntriples")
            texts = {s: text(o) for s, p, o in statements if p == NIF + "isString"}
            context = {s: o.strip("<>") for s, p, o in statements if p == NIF + "referenceContext"}
            begin = {s: int(text(o)) for s, p, o in statements if p == NIF + "beginIndex"}
            end = {s: int(text(o)) for s, p, o in statements if p == NIF + "endIndex"}
            anchors = {s: text(o) for s, p, o in statements if p == NIF + "anchorOf"}
            self.assertGreater(len(anchors), 10)
            for subject, anchor in anchors.items():
                self.assertEqual(texts[context[subject]][begin[subject]:end[subject]], anchor)
                self.assertTrue(subject.endswith(f"#char={begin[subject]},{end[subject]}"))

    def test_only_actual_events_become_plain_statements(self):
        statements = self.statements("meeting", ".nt", "ntriples")
        plain = {(s[len(DATA):], p[len(REL):], o[len(DATA) + 1:-1]) for s, p, o in statements if p.startswith(REL)}
        self.assertEqual(plain, {
            ("entity/person/vladimir-putin", "meet", "entity/person/kim-jong-un"),
            ("entity/person/vladimir-putin", "president", "entity/country/ru"),
        })

    def test_a_plain_statement_is_traced_to_its_event(self):
        statements = set(self.statements("meeting", ".nt", "ntriples"))
        events = {s for s, p, o in statements if (p, o) == (HB + "relation", f"<{REL}meet>")}
        self.assertEqual(len(events), 1)
        event = events.pop()
        self.assertIn((event, HB + "agent", f"<{DATA}entity/person/vladimir-putin>"), statements)
        self.assertIn((event, HB + "companion", f"<{DATA}entity/person/kim-jong-un>"), statements)
        articles = {o for s, p, o in statements if s == event and p.endswith("wasDerivedFrom")}
        self.assertEqual(articles, {f"<{DATA}article/sw-1>", f"<{DATA}article/en-1>"})

    def test_the_ontology_declares_every_term_in_use(self):
        declared = set()
        for file in ("habari.ttl", "shapes.ttl", "shapes-full.ttl"):
            declared |= {s for s, p, _ in triples(rapper(ontology / file, "turtle")) if p in (RDF + "type",)}
        used = set()
        for name in ("meeting", "hostile"):
            for _, predicate, value in self.statements(name, ".nt", "ntriples"):
                used |= {term for term in (predicate, value.strip("<>")) if term.startswith(HB)}
        self.assertGreater(len(used), 20)
        self.assertEqual(used - declared, set())

    def test_networkx_reads_the_entities_view(self):
        graph = networkx.read_graphml(directory / "meeting.entities.graphml", force_multigraph=True)
        self.assertTrue(graph.is_directed())
        putin, kim = "entity/person/vladimir-putin", "entity/person/kim-jong-un"
        self.assertEqual(graph.nodes[putin]["label"], "Vladimir Putin")
        self.assertEqual(graph.nodes[putin]["kind"], "person")
        meeting = list(graph.get_edge_data(putin, kim).values())
        self.assertEqual(len(meeting), 1)
        meeting = meeting[0]
        for key, value in {"label": "meet", "relation": "meet", "type": "CONSULT", "factuality": "actual",
                           "date": "2023-09-13", "year": 2023, "weight": 2.0, "articles": "en-1|sw-1",
                           "article_count": 2, "according_to": "Kremlin"}.items():
            self.assertEqual(meeting[key], value, key)
        self.assertIsInstance(meeting["year"], int)
        self.assertIsInstance(meeting["weight"], float)

    def test_networkx_reads_the_events_view(self):
        graph = networkx.read_graphml(directory / "meeting.events.graphml", force_multigraph=True)
        meetings = [node for node, data in graph.nodes(data=True) if data["label"] == "meet"]
        self.assertEqual(len(meetings), 1)
        self.assertEqual(graph.nodes[meetings[0]]["lemmas"], "kutana|meet")
        roles = {(data["label"], graph.nodes[target]["label"])
                 for _, target, data in graph.out_edges(meetings[0], data=True)}
        self.assertEqual(roles, {("agent", "Vladimir Putin"), ("companion", "Kim Jong Un"),
                                 ("place", "Vostochny Cosmodrome")})

    def test_every_edge_has_the_relation_as_its_xml_label(self):
        for view in ("entities", "events"):
            source = (directory / f"meeting.{view}.graphml").read_text(encoding="utf-8")
            edges = re.findall(r'<edge id="([^"]+)" source="[^"]+" target="[^"]+" label="([^"]+)">', source)
            self.assertEqual(len(edges), source.count("<edge"))
            self.assertGreater(len(edges), 1)
            self.assertEqual(len({edge for edge, _ in edges}), len(edges))

    def test_graphml_keeps_to_types_every_reader_knows(self):
        for view in ("entities", "events"):
            source = (directory / f"hostile.{view}.graphml").read_text(encoding="utf-8")
            self.assertLessEqual(set(re.findall(r'attr\.type="([^"]+)"', source)),
                                 {"boolean", "int", "long", "float", "double", "string"})
            self.assertLessEqual(set(re.findall(r'for="([^"]+)"', source)), {"node", "edge"})
            self.assertEqual(len(re.findall(r'edgedefault="directed"', source)), 1)
            weights = re.findall(r'<data key="e_weight">([^<]+)<', source)
            self.assertTrue(weights and all(float(weight) > 0 for weight in weights))

    def test_an_empty_graph_is_a_graph(self):
        graph = networkx.read_graphml(directory / "empty.entities.graphml")
        self.assertEqual(len(graph), 0)
        self.assertEqual(self.statements("empty", ".ttl", "turtle"), [])


if __name__ == "__main__":
    ontology = pathlib.Path(sys.argv.pop())
    program = sys.argv.pop()
    with tempfile.TemporaryDirectory() as folder:
        directory = pathlib.Path(folder)
        subprocess.run([program, folder], check=True)
        unittest.main()
