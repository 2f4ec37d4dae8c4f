"""Every RDF syntax in rdflib's hands: samples, random documents and hostile names hold the same triples in each.

usage: rdf_test.py HABARI
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import unicodedata
import unittest
import xml.etree.ElementTree

import rdflib

SAMPLES = pathlib.Path(__file__).parents[2] / "samples/articles"
FORMATS = {".nt": "nt", ".ttl": "turtle", ".rdf": "xml", ".jsonld": "json-ld", ".nq": "nquads",
           ".trig": "trig"}
QUADS = (".nq", ".trig")
ROLES = ["agent", "patient", "recipient", "companion", "topic", "place", "destination", "origin", "cause", "purpose"]
KINDS = ["person", "organization", "country", "place", "facility", "product", "group", "thing"]
HOSTILE = [
    "<script>alert('x')</script>", '"; DROP TABLE news; --', "a\nb", "a\r\nb\rc\td", "\u200f\u202e\u2066 marks",
    "\u2028\u2029\u0085", "100%", "%41%zz%", "5", "~", "\\u0041\\n", "@en", "@prefix a: <b> .", "]]>&amp;<![CDATA[",
    "\u0001\u0008\u000b\u001f\u007f", "\U0001f600\U0001fffe", "\ufeffa", "http://e.org//a/../b?c#d", "# end",
    *(unicodedata.normalize(form, "\u212b \uac00 \ufb01 o\u0301") for form in ("NFC", "NFD", "NFKC", "NFKD")),
    "Ng'ombe \u00e9\"" * 500,
]


def made(seed, words):
    """Documents whose names, labels, lemmas and rules are drawn from `words`."""
    draw = random.Random(seed)
    for number in range(3):
        pieces = [draw.choice(words) for _ in range(8)]
        text = " ".join(pieces)
        spans = []
        at = 0
        for piece in pieces:
            spans.append({"begin": at, "end": at + len(piece), "text": piece})
            at += len(piece) + 1
        whole = {"begin": 0, "end": len(text)}
        entities = [{**span, "kind": draw.choice(KINDS), "name": span["text"]} for span in spans]
        for entity in entities:
            entity["entity"] = entity["kind"] + "/" + entity["name"]
        events = []
        for _ in range(draw.randrange(1, 4)):
            trigger = draw.choice(spans)
            event = {"trigger": trigger, "lemma": trigger["text"], "label": draw.choice(words),
                     "type": draw.choice(["CONSULT", "AID", "OTHER"]),
                     "factuality": draw.choice(["actual", "planned", "possible", "negated"]),
                     "args": [{"role": draw.choice(ROLES), **entities[i], "phrase": spans[i],
                               "confidence": draw.choice([1, 0.5, draw.randrange(101) / 100])}
                              for i in draw.sample(range(8), 3)],
                     "sentence": whole, "confidence": draw.randrange(101) / 100, "rule": draw.choice(words)}
            if draw.random() < 0.5:
                event["source"] = dict(entities[0])
            if draw.random() < 0.5:
                event["args"].append({"role": "time", **spans[1],
                                      "value": draw.choice(["2024", "2024-02", "2024-02-29", "2024-02-01/2024-03-01"])})
            events.append(event)
        subject, relation, thing = draw.sample(range(8), 3)
        relations = [{"subject": entities[subject], "object": entities[thing], "confidence": 0.8,
                      "relation": {**spans[relation], "label": draw.choice(words)}}]
        yield {"schema": "habari/document/1", "id": f"{draw.choice(words)[:50]}-{number}", "language": "sw",
               "date": "2024-03-01", "title": draw.choice(words), "url": "http://e.org/" + draw.choice(words)[:50],
               "text": text, "entities": entities, "events": events, "relations": relations}


def in_xml(term):
    """What RDF/XML can carry of a term."""
    if not isinstance(term, rdflib.Literal):
        return term
    carried = "".join("\ufffd" if c < " " and c not in "\t\n\r" else c for c in term)
    return rdflib.Literal(carried, lang=term.language, datatype=term.datatype)


class Rdf(unittest.TestCase):
    def build(self, *arguments):
        subprocess.run([habari, "build", *map(str, arguments)], cwd=self.folder, check=True)

    def triples(self, name, ending):
        graph = rdflib.Dataset(default_union=True) if ending in QUADS else rdflib.Graph()
        graph.parse(self.folder / (name + ending), format=FORMATS[ending])
        return set(graph.triples((None, None, None)))

    def quads(self, ending):
        dataset = rdflib.Dataset()
        dataset.parse(self.folder / ("g" + ending), format=FORMATS[ending])
        found = {quad for quad in dataset.quads((None, None, None, None)) if quad[3] is not None}
        self.assertGreater(len(found), 100)
        return found

    def setUp(self):
        rdflib.NORMALIZE_LITERALS = False
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def check(self, *inputs):
        for size in ("lean", "full"):
            self.check_size(size, *inputs)

    def check_size(self, size, *inputs):
        for ending in FORMATS:
            self.build(*inputs, "--rdf", size, "-o", "g" + ending)
        expected = self.triples("g", ".nt")
        self.assertGreater(len(expected), 100)
        for ending in (".ttl", ".jsonld"):
            self.assertEqual(self.triples("g", ending) ^ expected, set(), ending)
        self.assertEqual(self.quads(".nq") ^ self.quads(".trig"), set())
        self.assertEqual(self.triples("g", ".rdf") ^ {tuple(map(in_xml, triple)) for triple in expected}, set())

    def documents(self, seed, words):
        with open(self.folder / "d.jsonl", "w", encoding="utf-8") as out:
            for document in made(seed, words):
                out.write(json.dumps(document, ensure_ascii=False) + "\n")

    def test_the_samples_are_the_same_graph_in_every_syntax(self):
        self.check(SAMPLES)

    def test_random_documents_are_the_same_graph_in_every_syntax(self):
        for seed in range(3):
            self.documents(seed, ["Asha", "Baraka", "Dodoma", "Ng'ombe", "\u00e9\u00e9", "kutana", "sema"])
            self.check("d.jsonl")

    def test_hostile_names_are_the_same_graph_in_every_syntax(self):
        for seed in range(3):
            self.documents(seed, HOSTILE)
            self.check("d.jsonl")

    def test_a_name_of_a_megabyte_stays_whole(self):
        name = "Ng'ombe <\u00e9\"" * 100_000
        place = {"begin": 0, "end": len(name), "text": name}
        document = {"schema": "habari/document/1", "id": "long", "language": "sw", "title": "", "text": name,
                    "entities": [{**place, "kind": "person", "entity": "person/x", "name": name}],
                    "events": [], "relations": []}
        (self.folder / "d.jsonl").write_text(json.dumps(document), "utf-8")
        self.build("d.jsonl", "-o", "g.jsonld", "-o", "g.rdf", "-o", "g.ttl")
        nodes = json.loads((self.folder / "g.jsonld").read_text("utf-8"))["@graph"]
        self.assertIn([{"@value": name, "@language": "sw"}], [node.get("rdfs:label") for node in nodes])
        labels = xml.etree.ElementTree.parse(self.folder / "g.rdf").iter(f"{{{rdflib.RDFS}}}label")
        self.assertIn(name, [label.text for label in labels])

    def test_json_ld_has_no_key_twice(self):
        def distinct(pairs):
            self.assertEqual(len({key for key, _ in pairs}), len(pairs))
            return dict(pairs)

        self.documents(7, HOSTILE)
        for inputs in ([SAMPLES], ["d.jsonl"]):
            self.build(*inputs, "--rdf", "full", "-o", "g.jsonld")
            nodes = json.loads((self.folder / "g.jsonld").read_text("utf-8"), object_pairs_hook=distinct)["@graph"]
            self.assertEqual(len({node["@id"] for node in nodes}), len(nodes))


if __name__ == "__main__":
    habari = sys.argv.pop()
    unittest.main()
