"""habari push and the questions in our pages with Apache Jena Fuseki. The program is the only argument."""
import subprocess
import unittest

from triple_store_case import TOOLS, TripleStoreCase


class Fuseki(TripleStoreCase, unittest.TestCase):
    graph_store, update, query = "/news/data", "/news/update", "/news/query"
    login = ("editor", "kalamu")

    @classmethod
    def start(cls, folder, port):
        (folder / "db").mkdir()
        (folder / "passwords").write_text(": ".join(cls.login) + "\n")
        return subprocess.Popen(["java", "-Xmx600m", "-jar", TOOLS / "java" / "jena-fuseki-server.jar", "--tdb2",
                                 f"--loc={folder / 'db'}", "--set", "tdb2:unionDefaultGraph=true", "--update", "--localhost",
                                 "--port", str(port), f"--passwd={folder / 'passwords'}", "--auth=basic", "/news"],
                                cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def test_a_wrong_password_is_refused(self):
        done = subprocess.run(self.command("news.nq"), cwd=self.folder, capture_output=True, text=True, check=False, timeout=60,
                              env={**self.environment(), "HABARI_PASSWORD": "wino"})
        self.assertEqual(done.returncode, 2)
        self.assertIn("401", done.stderr)
        self.assertNotIn("trying again", done.stderr)
        self.assertEqual(self.stored(), set())

    def test_its_own_loader_loads_the_same(self):
        def run(*arguments):
            return subprocess.run(["java", "-Xmx600m", "-cp", TOOLS / "java" / "jena-fuseki-server.jar", *arguments],
                                  cwd=self.folder, check=True, timeout=300, capture_output=True).stdout
        run("tdb2.tdbloader", "--loc", "bulk", "all.nq")
        (self.folder / "dump.nq").write_bytes(run("tdb2.tdbdump", "--loc", "bulk"))
        self.push("all.nq")
        self.check_stored("dump.nq")


unittest.main()
