"""GraphML as igraph reads it. It does not read GEXF.

usage: igraph_test.py HABARI
"""
import pathlib
import sys
import tempfile
import unittest

import igraph

import graph_files


class Igraph(unittest.TestCase):
    maxDiff = 4000

    def test_reads_the_same_nodes_and_edges(self):
        for file in (file for file in files if file.suffix == ".graphml"):
            written, graph = graph_files.read(file), igraph.Graph.Read_GraphML(str(file))
            self.assertTrue(graph.is_directed())
            self.assertEqual(graph.vs["id"], list(written["nodes"]), file.name)
            for vertex, node in zip(graph.vs, written["nodes"].values()):
                self.assertEqual(self.values(vertex), {**node["values"], "label": node["label"]}, file.name)
            # Of edges igraph 1.0 gives the nodes' identifiers; their order is the file's.
            self.assertEqual(len(graph.es), len(written["edges"]), file.name)
            for edge, expected in zip(graph.es, written["edges"].values()):
                self.assertEqual((edge.source_vertex["id"], edge.target_vertex["id"]),
                                 (expected["source"], expected["target"]), file.name)
                self.assertEqual(self.values(edge), {**expected["values"], "label": expected["label"],
                                                     "weight": expected["weight"]}, file.name)

    def values(self, element):
        """igraph has a value of every attribute in every element: an empty text or no number where none is written."""
        return {name: value for name, value in element.attributes().items()
                if name != "id" and value != "" and value == value}


if __name__ == "__main__":
    program = sys.argv.pop()
    with tempfile.TemporaryDirectory() as folder:
        files = graph_files.build_all(program, pathlib.Path(folder))
        unittest.main()
