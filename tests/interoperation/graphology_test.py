"""GraphML and GEXF as graphology reads them, on which Gephi Lite and sigma.js stand.

usage: graphology_test.py HABARI
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import graph_files


def graphology(files):
    run = subprocess.run(["node", pathlib.Path(__file__).with_name("graphology_import.mjs"), graph_files.TOOLS, *files],
                         capture_output=True, check=False)
    if run.returncode != 0:
        raise AssertionError(run.stderr.decode()[-2000:])
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


class Graphology(unittest.TestCase):
    maxDiff = 4000

    def test_reads_the_same_nodes_and_edges(self):
        for file, graph in zip(files, graphology(files)):
            written = graph_files.read(file)
            self.assertEqual(graph["type"], "directed")
            nodes = {node["key"]: node["attributes"] for node in graph["nodes"]}
            self.assertEqual(nodes.keys(), written["nodes"].keys(), file.name)
            for name, node in written["nodes"].items():
                self.assertEqual(nodes[name], {**node["values"], "label": node["label"]}, file.name)
            edges = {edge["key"]: edge for edge in graph["edges"]}
            self.assertEqual(edges.keys(), written["edges"].keys(), file.name)
            for name, edge in written["edges"].items():
                self.assertEqual((edges[name]["source"], edges[name]["target"]), (edge["source"], edge["target"]))
                self.assertEqual(edges[name]["attributes"],
                                 {**edge["values"], "label": edge["label"], "weight": edge["weight"]}, file.name)


if __name__ == "__main__":
    program = sys.argv.pop()
    with tempfile.TemporaryDirectory() as folder:
        files = graph_files.build_all(program, pathlib.Path(folder))
        unittest.main()
