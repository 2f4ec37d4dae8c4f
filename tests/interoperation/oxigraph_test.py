"""habari push and the questions in our pages with Oxigraph's server. The program is the only argument."""
import subprocess
import unittest

from triple_store_case import TOOLS, TripleStoreCase


class Oxigraph(TripleStoreCase, unittest.TestCase):
    graph_store, update, query = "/store", "/update", "/query"

    @staticmethod
    def start(folder, port):
        return subprocess.Popen([TOOLS / "python" / "bin" / "oxigraph", "serve", "--location", folder / "db", "--bind",
                                 f"127.0.0.1:{port}", "--union-default-graph"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def test_its_own_loader_loads_the_same(self):
        subprocess.run([TOOLS / "python" / "bin" / "oxigraph", "load", "--location", self.folder / "bulk", "--file", "all.nq"],
                       cwd=self.folder, check=True, timeout=120, capture_output=True)
        dump = subprocess.run([TOOLS / "python" / "bin" / "oxigraph", "dump", "--location", self.folder / "bulk", "--format", "nq"],
                              check=True, timeout=120, capture_output=True).stdout
        (self.folder / "dump.nq").write_bytes(dump)
        self.push("all.nq")
        self.check_stored("dump.nq")


unittest.main()
