"""`habari query --sparql` gives the answers that rdflib gives on the same graph, or says that it does not answer.

usage: sparql_test.py HABARI
"""
import collections
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import rdflib

SAMPLES = pathlib.Path(__file__).parents[2] / "samples/articles"
PREFIXES = """PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX hb: <https://w3id.org/habari/ontology#>
PREFIX rel: <https://w3id.org/habari/relation#>
"""
ANSWERED = {
    "who met whom": "SELECT ?a ?b WHERE { ?a rel:meet ?b }",
    "variables for everything of a kind": "SELECT ?s ?p ?o WHERE { ?s a hb:Person ; ?p ?o }",
    "one variable twice": "SELECT ?x WHERE { ?x ?p ?x }",
    "joins": """SELECT ?label ?sentence WHERE { ?e a sem:Event ; hb:relation ?r ; hb:mention ?m ; rdfs:label ?label .
        ?m hb:sentence ?s . ?s nif:anchorOf ?sentence FILTER(lang(?label) = "en") }""",
    "optional": """SELECT ?e ?t WHERE { ?e a sem:Event OPTIONAL { ?e sem:hasTimeStamp ?t } }""",
    "union": "SELECT ?x WHERE { { ?x a hb:Person } UNION { ?x a hb:Country } }",
    "dates": "SELECT ?e ?t WHERE { ?e sem:hasTimeStamp ?t FILTER(?t >= \"2024-05-13\"^^xsd:date && datatype(?t) = xsd:date) }",
    "numbers": "SELECT ?e WHERE { ?e a sem:Event ; hb:confidence ?c FILTER(?c > 0.8) }",
    "order and limit": "SELECT DISTINCT ?l WHERE { ?x a sem:Actor ; rdfs:label ?l } ORDER BY STR(?l) LIMIT 5",
    "counts": "SELECT ?type (COUNT(?e) AS ?n) WHERE { ?e sem:eventType ?type } GROUP BY ?type",
    "having": "SELECT ?a (COUNT(?e) AS ?n) WHERE { ?e hb:agent ?a } GROUP BY ?a HAVING (COUNT(?e) > 1)",
    "strings": "SELECT ?l WHERE { ?x rdfs:label ?l FILTER(CONTAINS(STR(?l), \"Mutua\")) }",
    "expressions": "SELECT ?l ?n WHERE { ?x a hb:Person ; rdfs:label ?l BIND(STRLEN(?l) AS ?n) }",
    "regular expressions": "SELECT ?l WHERE { ?x rdfs:label ?l FILTER(REGEX(?l, \"^k\", \"i\")) }",
    "unbound": "SELECT ?e WHERE { ?e a sem:Event OPTIONAL { ?e sem:hasTimeStamp ?t } FILTER(!BOUND(?t)) }",
    "a select inside": "SELECT ?e ?l WHERE { { SELECT ?e WHERE { ?e a sem:Event } } ?e rdfs:label ?l }",
    "literals": "SELECT ?x WHERE { ?x rdfs:label \"Tanzania\"@sw }",
    "nothing": "SELECT ?x ?y WHERE { ?x rel:nobody ?y }",
    "ask": "ASK { ?a rel:meet ?b }",
    "ask in vain": "ASK { ?a rel:nobody ?b }",
}
REFUSED = {
    "SELECT ?e WHERE { ?e a sem:Event MINUS { ?e hb:factuality hb:actual } }": "MINUS",
    "SELECT ?e WHERE { ?e a sem:Event FILTER NOT EXISTS { ?e sem:hasTimeStamp ?t } }": "q.rq:10:",
    "SELECT ?e WHERE { ?e a sem:Event FILTER EXISTS { ?e sem:hasTimeStamp ?t } }": "q.rq:10:",
    "SELECT ?e ?f WHERE { VALUES ?f { hb:planned hb:negated } ?e hb:factuality ?f }": "VALUES",
    "SELECT ?e ?f WHERE { ?e hb:factuality ?f } VALUES ?f { hb:planned hb:negated }": "VALUES",
    "SELECT ?s WHERE { ?e hb:mention/hb:sentence ?s }": "q.rq:10:",
    "SELECT ?s WHERE { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }": "SERVICE",
    "SELECT ?s FROM <http://127.0.0.1:1/> WHERE { ?s ?p ?o }": "FROM",
    "CONSTRUCT { ?a rel:met ?b } WHERE { ?a rel:meet ?b }": "SELECT or an ASK",
    "DESCRIBE rel:meet": "SELECT or an ASK",
    "SELECT ?x WHERE { ?x a hb:Person": "q.rq:10:",
    "SELECT ?x WHERE {\n?x a hb:Person .\n?x a oops oops }": "q.rq:12:",
    "SELECT ?x WHERE { ?x a nowhere:Person }": "nowhere",
    "": "q.rq",
}


class Sparql(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        rdflib.NORMALIZE_LITERALS = False
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        outputs = [part for ending in (".nt", ".nq", ".ttl", ".rdf") for part in ("-o", "g" + ending)]
        subprocess.run([habari, "build", SAMPLES, *outputs], cwd=cls.folder, check=True)
        cls.graph = rdflib.Graph().parse(cls.folder / "g.nt", format="nt")

    def ask(self, query, *arguments, status=0):
        (self.folder / "q.rq").write_text(PREFIXES + query if query else query, "utf-8")
        run = subprocess.run([habari, "query", *(arguments or ("g.nt",)), "--sparql", "q.rq"], cwd=self.folder,
                             capture_output=True, check=False)
        self.assertEqual(run.returncode, status, run.stderr.decode())
        return run.stdout.decode() if status == 0 else run.stderr.decode()

    def rows(self, query, *arguments):
        found = json.loads(self.ask(query, *arguments, "--format", "json"))
        if "boolean" in found:
            return found["boolean"]
        return collections.Counter(
            tuple((term["type"], term["value"], term.get("xml:lang"), term.get("datatype")) if term else None
                  for term in (row.get(variable) for variable in found["head"]["vars"]))
            for row in found["results"]["bindings"])

    def expected(self, query):
        found = self.graph.query(PREFIXES + query)
        if found.type == "ASK":
            return found.askAnswer
        def term(value):
            if value is None:
                return None
            if isinstance(value, rdflib.Literal):
                return ("literal", str(value), value.language, str(value.datatype) if value.datatype else None)
            return ("uri", str(value), None, None)
        return collections.Counter(tuple(map(term, row)) for row in found)

    def test_answers_are_those_of_rdflib(self):
        empty = []
        for name, query in ANSWERED.items():
            with self.subTest(name):
                expected = self.expected(query)
                self.assertEqual(self.rows(query, "g.nt"), expected)
                if not expected:
                    empty.append(name)
        self.assertEqual(empty, ["nothing", "ask in vain"])

    def test_every_syntax_gives_the_same_answers(self):
        query = ANSWERED["joins"]
        for name in ("g.ttl", "g.rdf", SAMPLES):
            self.assertEqual(self.rows(query, name), self.rows(query, "g.nt"), name)
        self.assertEqual(self.rows("SELECT ?a ?b WHERE { ?a rel:meet ?b }", "g.nq"),
                         self.rows("SELECT ?a ?b WHERE { ?a rel:meet ?b }", "g.nt"))

    def test_named_graphs_are_articles(self):
        query = "SELECT ?g (COUNT(?e) AS ?n) WHERE { GRAPH ?g { ?e a sem:Event } } GROUP BY ?g"
        whole = self.expected("SELECT ?g (COUNT(?e) AS ?n) WHERE { ?e a sem:Event ; prov:wasDerivedFrom ?g } GROUP BY ?g")
        self.assertGreater(len(whole), 2)
        self.assertEqual(self.rows(query, "g.nq"), whole)

    def test_what_is_not_answered_is_said(self):
        for query, said in REFUSED.items():
            with self.subTest(query):
                self.assertIn(said, self.ask(query, "g.nt", status=2))

    def test_formats_hold_the_same_answers(self):
        query = "SELECT ?x ?l WHERE { ?x a hb:Country ; rdfs:label ?l } ORDER BY ?x ?l"
        rows = json.loads(self.ask(query, "g.nt", "--format", "json"))["results"]["bindings"]
        self.assertGreater(len(rows), 3)
        self.assertEqual([json.loads(line) for line in self.ask(query, "g.nt", "--format", "jsonl").splitlines()], rows)
        values = [[row["x"]["value"], row["l"]["value"]] for row in rows]
        self.assertEqual(list(csv.reader(io.StringIO(self.ask(query, "g.nt", "--format", "csv"), newline=""))),
                         [["x", "l"], *values])
        table = self.ask(query, "g.nt").splitlines()
        self.assertEqual([line.split(None, 1) for line in table], [["x", "l"], *values])

    def test_sparql_and_patterns_agree(self):
        """The README's question, asked in both ways."""
        run = subprocess.run([habari, "query", "g.nt", "--relation", "meet", "--since", "2024-05", "--format", "jsonl"],
                             cwd=self.folder, capture_output=True, check=True)
        triples = {(row["subject"]["id"], row["object"]["id"], row["time"])
                   for row in map(json.loads, run.stdout.decode().splitlines()) if "object" in row}
        rows = self.rows("""SELECT ?a ?b ?t WHERE { ?e hb:relation rel:meet ; hb:factuality hb:actual ; hb:agent ?a ;
            hb:patient ?b ; sem:hasTimeStamp ?t FILTER(?t >= "2024-05-01"^^xsd:date && ?a != ?b) }""", "g.nt")
        base = "https://w3id.org/habari/id/entity/"
        self.assertTrue(triples)
        self.assertLessEqual({(a[1][len(base):], b[1][len(base):], t[1]) for a, b, t in rows}, triples)
        self.assertTrue(rows)


if __name__ == "__main__":
    habari = sys.argv.pop()
    unittest.main()
