"""GraphML and GEXF as NetworkX reads them.

usage: networkx_test.py HABARI
"""
import json
import pathlib
import subprocess
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

    def names(self, *options):
        folder = files[0].parent
        subprocess.run([program, "build", graph_files.ROOT / "samples/articles", "--view", "names", *options, "-o", "names.graphml",
                        "-o", "names.gexf"], cwd=folder, check=True)
        return networkx.read_graphml(folder / "names.graphml", force_multigraph=True)

    def test_communities_are_as_good_as_its_own(self):
        names = self.names()
        ties = networkx.Graph()
        for source, target, data in names.edges(data=True):
            before = ties.get_edge_data(source, target, {"weight": 0})["weight"]
            ties.add_edge(source, target, weight=before + data["weight"])
        self.assertEqual(set(ties), set(names))
        found = {}
        for name, data in names.nodes(data=True):
            found.setdefault(data["community"], set()).add(name)
        ours = networkx.community.modularity(ties, found.values())
        theirs = [networkx.community.modularity(ties, networkx.community.louvain_communities(ties, seed=seed)) for seed in range(20)]
        self.assertGreaterEqual(ours, min(theirs) - 0.01)
        self.assertEqual(sorted(map(len, found.values()), reverse=True), [len(found[i]) for i in range(len(found))])

    def test_key_players_come_first(self):
        names = self.names("--no-sentences")
        degrees = [data["degree"] for _, data in names.nodes(data=True)]
        self.assertEqual(degrees, sorted(degrees, reverse=True))
        self.assertGreater(degrees[-1], 0)
        self.assertEqual(degrees, [len(set(names.predecessors(name)) | set(names.successors(name))) for name in names])
        self.assertEqual([data["rank"] for _, data in names.nodes(data=True)], list(range(1, len(names) + 1)))
        self.assertEqual(list(networkx.selfloop_edges(names)), [])

    def test_one_edge_a_pair_makes_a_simple_graph(self):
        pairs = [frozenset((source, target)) for source, target, _ in self.names("--one-edge").edges(data=True)]
        self.assertEqual(len(pairs), len(set(pairs)))

    def test_edge_lists_are_tables(self):
        for view in ("entities", "events", "names"):
            subprocess.run([program, "build", graph_files.ROOT / "samples/articles", "--view", view, "-o", "list.graphml"],
                           cwd=files[0].parent, check=True)
            graph = networkx.read_graphml(files[0].parent / "list.graphml", force_multigraph=True)
            self.assertEqual(len(networkx.to_pandas_edgelist(graph)), graph.number_of_edges())

    def edges(self, graph):
        return graph.edges(keys=True) if graph.is_multigraph() else graph.edges(data="id")


if __name__ == "__main__":
    program = sys.argv.pop()
    with tempfile.TemporaryDirectory() as folder:
        files = graph_files.build_all(program, pathlib.Path(folder))
        unittest.main()
