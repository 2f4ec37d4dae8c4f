"""The ontology: every term in use is declared, every declared one documented, and a reasoner finds no contradiction in it,
alone and with a graph.

usage: ontology_test.py HABARI
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest

import owlready2
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS

ROOT = pathlib.Path(__file__).parents[2]
HB = "https://w3id.org/habari/ontology#"


class Ontology(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.ontology = rdflib.Graph().parse(ROOT / "data/ontology/habari.ttl", format="turtle")
        for size in ("lean", "full"):
            subprocess.run([habari, "build", ROOT / "samples/articles", "--rdf", size, "-o", f"{size}.nt"], cwd=cls.folder, check=True)
        cls.lean = rdflib.Graph().parse(cls.folder / "lean.nt", format="nt")
        cls.graph = rdflib.Graph().parse(cls.folder / "full.nt", format="nt")

    def own(self):
        return {s for s in self.ontology.subjects(RDF.type) if str(s).startswith(HB)}

    def test_every_term_in_use_is_declared(self):
        used = {term for triple in self.graph + self.lean for term in triple
                if isinstance(term, rdflib.URIRef) and term.startswith(HB)}
        self.assertGreater(len(used), 30)
        self.assertEqual(used - self.own(), set())

    def test_every_term_has_a_label_and_a_comment(self):
        self.assertGreater(len(self.own()), 80)
        for term in self.own():
            languages = {label.language for label in self.ontology.objects(term, RDFS.label)}
            self.assertIn("en", languages, term)
            comments = [*self.ontology.objects(term, RDFS.comment), *self.ontology.objects(term, SKOS.definition)]
            self.assertIn("en", {comment.language for comment in comments}, term)

    def test_kinds_and_roles_have_swahili_names(self):
        named = {str(term) for term in self.own()
                 if "sw" in {label.language for label in self.ontology.objects(term, RDFS.label)}}
        for term in ("Person", "Country", "agent", "patient", "place", "sentence", "planned"):
            self.assertIn(HB + term, named)

    def test_imports_nothing(self):
        self.assertEqual(list(self.ontology.triples((None, OWL.imports, None))), [])

    def reason(self, *graphs):
        """What is inconsistent, by HermiT."""
        merged = rdflib.Graph()
        for graph in graphs:
            for triple in graph:
                merged.add(triple)
        merged.serialize(self.folder / "merged.nt", format="nt")
        world = owlready2.World()
        with open(self.folder / "merged.nt", "rb") as file:
            world.get_ontology("http://merged/").load(fileobj=file)
        owlready2.sync_reasoner_hermit(world, debug=0)
        return list(world.inconsistent_classes())

    def test_is_consistent_alone_and_with_a_graph(self):
        self.assertEqual(self.reason(self.ontology), [])
        data = rdflib.Graph()
        for triple in self.graph:
            # Dates of day precision are no OWL 2 datatypes, which the reasoner refuses; nothing of ours hangs on them.
            if getattr(triple[2], "datatype", None) is None:
                data.add(triple)
        self.assertEqual(self.reason(self.ontology, data), [])

    def test_the_reasoner_sees_what_contradicts(self):
        wrong = rdflib.Graph()
        person, thing = rdflib.URIRef(HB + "Person"), rdflib.URIRef("http://merged/x")
        wrong.add((thing, RDF.type, OWL.NamedIndividual))
        wrong.add((thing, RDF.type, person))
        wrong.add((person, OWL.disjointWith, rdflib.URIRef(HB + "Thing")))
        wrong.add((thing, RDF.type, rdflib.URIRef(HB + "Thing")))
        with self.assertRaises(owlready2.OwlReadyInconsistentOntologyError):
            self.reason(self.ontology, wrong)


if __name__ == "__main__":
    habari = sys.argv.pop()
    unittest.main()
