"""Shapes by pySHACL: no violation in what habari writes, and each constraint fires where a graph breaks it.

usage: shacl_test.py HABARI
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unittest

import pyshacl
import rdflib
from rdflib import RDF, RDFS, SH, XSD, Literal, Namespace

ROOT = pathlib.Path(__file__).parents[2]
HB = Namespace("https://w3id.org/habari/ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
NIF = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")
DCTERMS = Namespace("http://purl.org/dc/terms/")
OTHER = rdflib.URIRef("http://example.org/other")

# What is done to the first node of a class, and the path that is to be reported. None as a value takes all away.
BREACHES = [
    (SEM.Event, HB.relation, None), (SEM.Event, HB.relation, OTHER), (SEM.Event, SEM.eventType, None),
    (SEM.Event, SEM.eventType, OTHER), (SEM.Event, HB.factuality, None), (SEM.Event, HB.factuality, OTHER),
    (SEM.Event, HB.sense, None), (SEM.Event, HB.sense, Literal("kill")),
    (SEM.Event, RDFS.label, None), (SEM.Event, SEM.hasTimeStamp, Literal("once")), (SEM.Event, SEM.hasTime, OTHER),
    (SEM.Event, HB.mention, None), (SEM.Event, HB.mention, OTHER), (SEM.Event, SEM.hasActor, Literal("someone")),
    (SEM.Event, HB.confidence, None), (SEM.Event, HB.confidence, Literal("1.5", datatype=XSD.decimal)),
    (SEM.Event, HB.confidence, Literal("high")), (SEM.Event, PROV.wasDerivedFrom, None),
    (SEM.Event, PROV.wasDerivedFrom, OTHER),
    (HB.EventMention, HB.trigger, None), (HB.EventMention, HB.trigger, OTHER), (HB.EventMention, HB.sentence, None),
    (HB.EventMention, HB.confidence, None), (HB.EventMention, SEM.accordingTo, Literal("someone")),
    (HB.EventMention, PROV.wasDerivedFrom, None),
    (HB.StandingRelation, HB.subject, None), (HB.StandingRelation, HB.relation, None),
    (HB.StandingRelation, HB.object, None), (HB.StandingRelation, HB.object, Literal("something")),
    (HB.StandingRelation, HB.mention, None),
    (HB.RelationMention, HB.trigger, None), (HB.RelationMention, HB.subjectMention, None),
    (HB.RelationMention, HB.objectMention, None), (HB.RelationMention, PROV.wasDerivedFrom, None),
    (HB.EventMention, PROV.wasGeneratedBy, None), (HB.EventMention, PROV.wasGeneratedBy, OTHER),
    (HB.EntityMention, HB.participant, None), (HB.EntityMention, HB.participantMention, OTHER),
    (HB.EntityMention, HB.name, None), (HB.Participation, HB.eventMention, None),
    (HB.Participation, HB.eventMention, OTHER), (HB.Participation, HB.role, None),
    (HB.Participation, HB.participant, Literal("someone")), (HB.Participation, HB.participantMention, None),
    (HB.Participation, HB.confidence, Literal("1.5", datatype=XSD.decimal)),
    (HB.QuantityMention, SCHEMA.value, Literal("many")), (HB.QuantityMention, SCHEMA.minValue, Literal("many")),
    (HB.QuantityMention, SCHEMA.maxValue, Literal("many")), (HB.QuantityMention, SCHEMA.unitText, OTHER),
    (HB.QuantityMention, HB.eventMention, None),
    (HB.EventMatch, HB.matchedEvent, None), (HB.EventMatch, HB.matchedEvent, OTHER),
    (HB.EventMatch, HB.confidence, None),
    (PROV.Activity, PROV.used, None), (PROV.Activity, PROV.wasAssociatedWith, None),
    (PROV.Activity, PROV.endedAtTime, Literal("noon")), (PROV.SoftwareAgent, SCHEMA.softwareVersion, None),
    (NIF.Phrase, NIF.beginIndex, None), (NIF.Phrase, NIF.endIndex, None),
    (NIF.Phrase, NIF.beginIndex, Literal("999999", datatype=XSD.nonNegativeInteger)),
    (NIF.Phrase, NIF.anchorOf, Literal("another")), (NIF.Phrase, NIF.referenceContext, OTHER),
    (SEM.Actor, RDFS.label, None), (SEM.Place, RDFS.label, None),
    (SCHEMA.NewsArticle, DCTERMS.identifier, None), (SCHEMA.NewsArticle, DCTERMS.identifier, Literal("two")),
    (SCHEMA.NewsArticle, DCTERMS.issued, Literal("2024-13-45")),
    (SCHEMA.NewsArticle, SCHEMA.publisher, OTHER), (SCHEMA.NewsArticle, SCHEMA.author, OTHER),
    (SCHEMA.NewsArticle, SCHEMA.datePublished, Literal("noon")), (SCHEMA.NewsArticle, SCHEMA.dateModified, Literal("noon")),
    (SCHEMA.NewsArticle, SCHEMA.wordCount, Literal("many")), (HB.EventMention, HB.sourceMention, OTHER),
]


def random_documents(seed):
    """Documents with every role, factuality and precision of dates."""
    draw = random.Random(seed)
    words = ["Asha", "Baraka", "Dodoma", "kutana", "sema", "watu 9", "\u00e9\"x"]
    for number in range(4):
        pieces = [draw.choice(words) for _ in range(9)]
        text = " ".join(pieces)
        spans = [{"begin": len(" ".join(pieces[:i])) + (i > 0), "text": piece} for i, piece in enumerate(pieces)]
        for span in spans:
            span["end"] = span["begin"] + len(span["text"])
        entities = [{**span, "kind": draw.choice(["person", "country", "place", "thing"]), "name": span["text"],
                     "entity": f"thing/{span['text']}"} for span in spans]
        # Two that stand at one piece of text, each with its name.
        entities += [{**spans[0], "kind": "person", "name": name, "entity": f"person/{name}"} for name in ("A", "B")]
        events = [{"trigger": draw.choice(spans), "lemma": "x", "label": draw.choice(["meet", "say"]), "type": "CONSULT",
                   "factuality": draw.choice(["actual", "planned", "possible", "negated"]), "confidence": draw.random(),
                   "sentence": {"begin": 0, "end": len(text)}, "source": draw.choice(entities), "rule": "verb:x",
                   "args": [{"role": role, **draw.choice(entities)}
                            for role in draw.sample(["agent", "patient", "place", "topic", "cause", "origin"], 3)]
                   + [{"role": "time", **spans[0], "value": draw.choice(["2024", "2024-02", "2024-02-29/2024-03-02"])}]}
                  for _ in range(4)]
        relations = [{"subject": entities[0], "object": entities[1], "confidence": 1,
                      "relation": {**spans[2], "label": "minister"}}]
        yield {"schema": "habari/document/1", "id": str(number), "language": draw.choice(["sw", "en"]), "text": text,
               "date": "2024-03-01", "entities": entities, "events": events, "relations": relations}


class Shacl(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.lean = rdflib.Graph().parse(ROOT / "data/ontology/shapes.ttl", format="turtle")
        cls.shapes = cls.lean + rdflib.Graph().parse(ROOT / "data/ontology/shapes-full.ttl", format="turtle")
        cls.samples = cls.build(ROOT / "samples/articles")
        cls.all = cls.samples + cls.build(cls.random_file(0))

    @classmethod
    def build(cls, source, size="full"):
        subprocess.run([habari, "build", source, "--rdf", size, "-o", "g.nt"], cwd=cls.folder, check=True)
        return rdflib.Graph().parse(cls.folder / "g.nt", format="nt")

    @classmethod
    def random_file(cls, seed):
        lines = [json.dumps(document) for document in random_documents(seed)]
        (cls.folder / "d.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
        return "d.jsonl"

    def violations(self, graph, shapes=None):
        """Path and node of each violation."""
        _, report, _ = pyshacl.validate(graph, shacl_graph=shapes or self.shapes)
        return {(report.value(result, SH.resultPath), report.value(result, SH.focusNode))
                for result in report.subjects(RDF.type, SH.ValidationResult)}

    def test_the_graph_of_the_samples_conforms(self):
        languages = set(self.samples.objects(None, DCTERMS.language))
        self.assertEqual(languages, {Literal("sw"), Literal("en")})
        self.assertEqual(self.violations(self.samples), set())

    def test_graphs_of_random_documents_conform(self):
        for seed in range(4):
            graph = self.build(self.random_file(seed))
            self.assertGreater(len(graph), 300)
            self.assertEqual(self.violations(graph), set(), seed)

    def test_lean_graphs_conform(self):
        for source in (ROOT / "samples/articles", self.random_file(0), self.random_file(1)):
            graph = self.build(source, "lean")
            self.assertGreater(len(graph), 150)
            self.assertEqual(self.violations(graph, self.lean), set())
            mention = min(graph.objects(min(graph.subjects(RDF.type, SEM.Event)), HB.mention))
            graph.remove((mention, HB.sentence, None))
            self.assertTrue(self.violations(graph, self.lean))

    def part(self, kind, node):
        """The node and what it leads to in two steps, so that each breach is checked in little time."""
        part = rdflib.Graph()
        reached = {node}
        for _ in range(3):
            for subject in list(reached):
                for triple in self.all.triples((subject, None, None)):
                    part.add(triple)
                    reached.add(triple[2])
        return part

    def test_every_constraint_fires(self):
        for kind, path, value in BREACHES:
            with self.subTest(kind=kind, path=path, value=value):
                node = min(self.all.subjects(RDF.type, kind))
                part = self.part(kind, node)
                self.assertNotIn((path, node), self.violations(part))
                if value is None:
                    part.remove((node, path, None))
                else:
                    part.add((node, path, value))
                self.assertIn((path, node), self.violations(part))

    def test_every_path_of_the_shapes_is_among_the_breaches(self):
        self.assertEqual(set(self.shapes.objects(None, SH.path)) - {path for _, path, _ in BREACHES}, set())


if __name__ == "__main__":
    habari = sys.argv.pop()
    unittest.main()
