"""habari push and the questions in our pages with Virtuoso, where it is installed. The program is the only argument."""
import shutil
import subprocess
import sys
import unittest

from triple_store_case import VOCABULARY, TripleStoreCase, free_port

CONFIGURATION = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
"""


def is_point(quad):
    """Virtuoso keeps points in a type and with digits of its own."""
    return quad[2].endswith("#asWKT")


class Virtuoso(TripleStoreCase, unittest.TestCase):
    graph_store, query = "/sparql-graph-crud-auth", "/sparql"

    @classmethod
    def start(cls, folder, port):
        cls.sql = free_port()
        (folder / "virtuoso.ini").write_text(CONFIGURATION.format(sql=cls.sql, http=port, folder=folder))
        return subprocess.Popen(["virtuoso-t", "+foreground", "+configfile", "virtuoso.ini"], cwd=folder,
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def setUpClass(cls):
        cls.own = set()
        super().setUpClass()
        cls.own = cls.graphs()

    @classmethod
    def graphs(cls):
        """But for those that Virtuoso brings."""
        return super().graphs() - cls.own

    def stored(self):
        return {quad for quad in super().stored() if quad[0] not in self.own and not is_point(quad)}

    def expected(self, name):
        return {quad for quad in super().expected(name) if not is_point(quad)}

    def empty(self):
        # The shell takes % and # for its own.
        names = (graph.replace("%", "@1").replace("#", "@2") for graph in sorted(self.graphs() | {VOCABULARY}))
        self.sql_shell(*(f"DELETE FROM DB.DBA.RDF_QUAD WHERE G = iri_to_id("
                         f"replace(replace('{name}', '@1', chr(37)), '@2', chr(35)));" for name in names))

    def sql_shell(self, *statements):
        done = subprocess.run(["isql-vt", str(self.sql), "dba", "dba", *(f"exec={statement}" for statement in statements)],
                              cwd=self.folder, capture_output=True, text=True, check=False, timeout=300)
        self.assertEqual((done.returncode, done.stderr), (0, ""), done.stdout)

    def command(self, file, *arguments, path=None):
        return [*super().command(file, *arguments, path=path), "--user", "dba", "--digest"]

    def environment(self):
        return {**super().environment(), "HABARI_PASSWORD": "dba"}

    def test_its_own_loader_loads_the_same(self):
        self.sql_shell(f"ld_dir('{self.folder}', 'all.nq', 'urn:none');", "rdf_loader_run();")
        self.check_stored("all.nq")


if shutil.which("virtuoso-t") is None:
    print("skipped: no virtuoso-t; Debian's package virtuoso-opensource-7-bin has it")
    sys.exit(77)
unittest.main()
