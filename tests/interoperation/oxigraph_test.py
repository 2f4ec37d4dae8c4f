"""habari push and the questions in our pages with Oxigraph's server. The program is the only argument."""
import csv
import io
import subprocess
import unittest

from question_news import blocks
from triple_store_case import TOOLS, TripleStoreCase

OXIGRAPH = TOOLS / "python" / "bin" / "oxigraph"


class Oxigraph(TripleStoreCase, unittest.TestCase):
    graph_store, update, query = "/store", "/update", "/query"

    @staticmethod
    def start(folder, port):
        return subprocess.Popen([OXIGRAPH, "serve", "--location", folder / "db", "--bind",
                                 f"127.0.0.1:{port}", "--union-default-graph"], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def test_its_own_loader_loads_the_same(self):
        subprocess.run([OXIGRAPH, "load", "--location", self.folder / "bulk", "--file", "all.nq"],
                       cwd=self.folder, check=True, timeout=120, capture_output=True)
        dump = subprocess.run([OXIGRAPH, "dump", "--location", self.folder / "bulk", "--format", "nq"],
                              check=True, timeout=120, capture_output=True).stdout
        (self.folder / "dump.nq").write_bytes(dump)
        self.push("all.nq")
        self.check_stored("dump.nq")

    def test_the_page_on_queries_is_answered_by_the_server_and_by_the_program(self):
        (_, query), = blocks("docs/querying.md")
        self.push("all.nq")
        served = [{name: term["value"] for name, term in row.items()} for row in self.ask(query)]
        (self.folder / "question.rq").write_text(query)
        subprocess.run([OXIGRAPH, "load", "--location", "db2", "--file", "all.nq"], cwd=self.folder, check=True, timeout=120,
                       capture_output=True)
        told = subprocess.run([OXIGRAPH, "query", "--location", "db2", "--union-default-graph", "--query-file", "question.rq",
                               "--results-format", "csv"], cwd=self.folder, check=True, timeout=120, capture_output=True).stdout
        rows = list(csv.DictReader(io.StringIO(told.decode(), newline="")))
        self.assertTrue(rows)
        self.assertEqual(sorted(map(str, rows)), sorted(map(str, served)))

    def test_it_has_a_page_to_type_queries_into(self):
        with self.opener.open(self.url + "/", timeout=60) as page:
            self.assertIn("<html", page.read().decode().lower())


unittest.main()
