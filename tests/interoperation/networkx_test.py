"""GraphML and GEXF as NetworkX reads them.

usage: networkx_test.py HABARI
"""
import json
import pathlib
import sys
import tempfile
import unittest

import networkx

import graph_files


def graph_of(file):
    return networkx.read_graphml(file, force_multigraph=True) if file.suffix == ".graphml" else networkx.read_gexf(file)


def arrived(data, file):
    """A node's or an edge's attributes in the words of graph_files.read."""
    data = dict(data)
    found = {"label": data.pop("label")}
    if file.suffix == ".gexf":
        days = [(data.pop("start"), data.pop("end"))] if "start" in data else data.pop("spells", [])
        # NetworkX has no lists: it gives them as they are written.
        data = {name: json.loads(value, strict=False) if name in graph_files.LISTS else value
                for name, value in data.items() if name != "id"}
    else:
        days = []
    return {**found, "days": days, "values": data}


class NetworkX(unittest.TestCase):
    maxDiff = 4000

    def test_reads_the_same_nodes_and_edges(self):
        for file in files:
            written, graph = graph_files.read(file), graph_of(file)
            self.assertTrue(graph.is_directed())
            self.assertEqual(set(graph), set(written["nodes"]), file.name)
            for name, data in graph.nodes(data=True):
                self.assertEqual(arrived(data, file), written["nodes"][name], file.name)
            self.assertEqual(graph.number_of_edges(), len(written["edges"]), file.name)
            for source, target, name in self.edges(graph):
                data = dict(graph.edges[source, target, name] if graph.is_multigraph() else graph.edges[source, target])
                weight = data.pop("weight")
                self.assertEqual({**arrived(data, file), "source": source, "target": target, "weight": weight},
                                 written["edges"][name], file.name)

    def edges(self, graph):
        return graph.edges(keys=True) if graph.is_multigraph() else graph.edges(data="id")


if __name__ == "__main__":
    program = sys.argv.pop()
    with tempfile.TemporaryDirectory() as folder:
        files = graph_files.build_all(program, pathlib.Path(folder))
        unittest.main()
