"""GraphML and GEXF as Gephi's own importers read them (Gephi Toolkit, without a window).

usage: gephi_test.py HABARI
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

import graph_files

# Gephi notes the version of every GEXF file; there is no file without.
NOTES = {"graphml": [], "gexf": [["INFO", "GEXF version 1.3"]]}


def gephi(*files):
    """What Gephi has of each file; with @begin,end (milliseconds) after its name also what the time line shows there."""
    run = subprocess.run(["java", "-cp", graph_files.TOOLS / "java/gephi-toolkit-all.jar",
                          pathlib.Path(__file__).with_name("GephiImport.java"), *map(str, files)],
                         capture_output=True, check=False)
    if run.returncode != 0:
        raise AssertionError(run.stderr.decode()[-2000:])
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


def arrived(element):
    """A node or edge as Gephi has it, in the words of graph_files.read."""
    values = {name: round(value, 6) if isinstance(value, float) else value
              for name, value in element["values"].items()}
    found = {key: element[key] for key in element if key not in ("id", "intervals", "directed")}
    if "type" in element:
        found["type"] = element["type"].strip()
    return {**found, "values": values, "days": element["intervals"]}


def expected(element):
    # To Gephi what reads null is no value, and an edge's type has no white space at its ends.
    values = {name: [None if item == "null" else item for item in value] if isinstance(value, list) else value
              for name, value in element["values"].items() if value != "null"}
    days = [[graph_files.milliseconds(day) for day in interval] for interval in element["days"]]
    return {**element, "values": values, "days": days}


class Gephi(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.files = graph_files.build_all(program, cls.folder)
        cls.imported = dict(zip(cls.files, gephi(*cls.files)))

    def each_file(self):
        for file in self.files:
            yield file, graph_files.read(file), self.imported[file]

    def test_no_importer_reports_an_issue(self):
        for file, _, graph in self.each_file():
            self.assertEqual(graph["issues"], NOTES[file.suffix[1:]], file.name)

    def test_nodes_arrive_with_labels_values_and_days(self):
        for file, written, graph in self.each_file():
            self.assertGreater(len(written["nodes"]), 50)
            self.assert_alike(file, {node["id"]: arrived(node) for node in graph["nodes"]},
                              {name: expected(node) for name, node in written["nodes"].items()})

    def test_edges_arrive_with_labels_types_weights_values_and_days(self):
        for file, written, graph in self.each_file():
            self.assertTrue(graph["directed"])
            self.assertGreater(len(written["edges"]), 30)
            self.assert_alike(file, {edge["id"]: arrived(edge) for edge in graph["edges"]},
                              {name: {**expected(edge), "type": edge["label"].strip()}
                               for name, edge in written["edges"].items()})

    def assert_alike(self, file, found, expected):
        """Element by element: a whole file's difference helps nobody."""
        self.assertEqual(found.keys(), expected.keys(), file.name)
        for name, element in found.items():
            self.assertEqual(element, expected[name], file.name)

    def test_hostile_names_come_back(self):
        expected = {graph_files.in_xml(name) for name in graph_files.HOSTILE}
        for view in graph_files.VIEWS:
            for ending in graph_files.FORMATS:
                graph = self.imported[self.folder / f"hostile.{view}.{ending}"]
                people = {node["label"] for node in graph["nodes"] if node["values"]["kind"] == "person"}
                self.assertEqual(people, expected | {"Ana", graph_files.in_format(graph_files.LONG, ending)})
                relations = {edge["label"] for edge in graph["edges"] if edge["values"]["kind"] == "relation"}
                self.assertEqual(relations, {name + " of" for name in expected})

    def test_time_is_in_days_and_bounded_by_the_first_and_the_last(self):
        for file, written, graph in self.each_file():
            if file.suffix != ".gexf":
                continue
            days = [day for kind in written.values() for element in kind.values() for interval in element["days"]
                    for day in interval]
            self.assertEqual((graph["time_format"], graph["time_representation"]), ("DATE", "INTERVAL"))
            self.assertEqual(graph["time_bounds"], [graph_files.milliseconds(min(days)),
                                                    graph_files.milliseconds(max(days))])

    def built(self, *documents):
        name = self.id().rsplit(".", 1)[1]
        graph_files.build(program, self.folder, name, documents)
        return lambda view, ending: self.folder / f"{name}.{view}.{ending}"

    def test_the_time_line_plays_the_events(self):
        file = self.built(graph_files.deed("a", "visit", "2024-02-03"), graph_files.deed("b", "phone", "2024-03"),
                          graph_files.deed("c", "thank", "2024-03-09", patient="Chai"),
                          graph_files.deed("d", "greet", patient="Dora"))
        windows = (("2024-02-01", "2024-02-28"), ("2024-03-01", "2024-03-05"), ("2024-03-09", "2024-03-09"),
                   ("2025-01-01", "2025-12-31"))
        shown = {}
        for window, graph in zip(windows, gephi(*(f"{file('entities', 'gexf')}@" + ",".join(
                str(graph_files.milliseconds(day)) for day in window) for window in windows))):
            labels = {edge["id"]: edge["label"] for edge in graph["edges"]}
            names = {node["id"]: node["label"] for node in graph["nodes"]}
            shown[window[0]] = (sorted(labels[edge] for edge in graph["window"]["edges"]),
                                sorted(names[node] for node in graph["window"]["nodes"]))
        # Dora has no dated event and is always there; Ana is there when something happens.
        self.assertEqual(shown, {"2024-02-01": (["greet", "visit"], ["Ana", "Ben", "Dora"]),
                                 "2024-03-01": (["greet", "phone"], ["Ana", "Ben", "Dora"]),
                                 "2024-03-09": (["greet", "phone", "thank"], ["Ana", "Ben", "Chai", "Dora"]),
                                 "2025-01-01": ([], ["Dora"])})

    def test_parallel_edges_are_kept_apart_by_relation_and_factuality(self):
        file = self.built(graph_files.deed("a", "visit", "2024-02-03"),
                          graph_files.deed("b", "visit", "2024-02-03", "planned"),
                          graph_files.deed("c", "phone", "2024-02-03"))
        for graph in gephi(file("entities", "graphml"), file("entities", "gexf")):
            self.assertEqual(sorted(edge["type"] for edge in graph["edges"]), ["phone", "visit", "visit (planned)"])

    def test_one_relation_told_of_two_days_is_one_edge_with_both(self):
        file = self.built(graph_files.deed("a", "visit", "2024-02-03"), graph_files.deed("b", "visit", "2024-03-04"))
        self.assertEqual(len(graph_files.read(file("entities", "gexf"))["edges"]), 2)
        (edge,) = gephi(file("entities", "gexf"))[0]["edges"]
        self.assertEqual(edge["weight"], 2)
        self.assertEqual(edge["intervals"],
                         [[graph_files.milliseconds(day)] * 2 for day in ("2024-02-03", "2024-03-04")])

    def test_the_pictures_script_draws_the_same_picture_twice(self):
        file = self.built(graph_files.deed("a", "visit", "2024-02-03"), graph_files.deed("b", "phone", "2024-03"),
                          graph_files.deed("c", "thank", factuality="planned", patient="Chai Ndogo"))
        pictures = [self.folder / f"{number}.svg" for number in (1, 2)]
        for picture in pictures:
            subprocess.run(["java", "-cp", graph_files.TOOLS / "java/gephi-toolkit-all.jar",
                            graph_files.ROOT / "scripts/DrawGraph.java", file("entities", "gexf"), picture],
                           check=True, capture_output=True)
        first, second = (picture.read_text(encoding="utf-8") for picture in pictures)
        self.assertEqual(first, second)
        texts = sorted(element.text.strip() for element in ElementTree.fromstring(first).iter()
                       if element.tag.endswith("}text") and element.text.strip())
        # An outline and a text for each label, and the legend.
        self.assertEqual(sorted(set(texts)), ["Ana", "Ben", "Chai Ndogo", "actual", "person", "phone, visit", "planned",
                                              "thank (planned)"])

    def test_an_importer_that_is_displeased_is_heard(self):
        file = self.folder / "wrong.gexf"
        file.write_text('<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph timerepresentation="timestamp"><nodes>'
                        '<node id="a" start="2024-01-01" end="2024-01-02"/></nodes></graph></gexf>', encoding="utf-8")
        self.assertEqual(sorted(level for level, _ in gephi(file)[0]["issues"]), ["INFO", "SEVERE"])


if __name__ == "__main__":
    program = sys.argv.pop()
    unittest.main()
