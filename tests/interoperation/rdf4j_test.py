"""habari push and the questions in our pages with RDF4J's server, whose protocol GraphDB speaks. The program is the only
argument.
"""
import subprocess
import sys
import unittest
import urllib.error
import urllib.request

from triple_store_case import TOOLS, TripleStoreCase

WAR = TOOLS / "java" / "rdf4j-http-server.war"
REPOSITORY = """
@prefix rep: <http://www.openrdf.org/config/repository#> .
@prefix sr: <http://www.openrdf.org/config/repository/sail#> .
@prefix sail: <http://www.openrdf.org/config/sail#> .
[] a rep:Repository ; rep:repositoryID "news" ; rep:repositoryImpl [
     rep:repositoryType "openrdf:SailRepository" ; sr:sailImpl [ sail:sailType "openrdf:MemoryStore" ] ] .
"""


class Rdf4j(TripleStoreCase, unittest.TestCase):
    query = "/repositories/news"
    graph_store, update = query + "/rdf-graphs/service", query + "/statements"

    @classmethod
    def start(cls, folder, port):
        return subprocess.Popen(["java", "-Xmx600m", f"-Dorg.eclipse.rdf4j.appdata.basedir={folder}", "-jar",
                                 TOOLS / "java" / "jetty-runner.jar", "--host", "127.0.0.1", "--port", str(port), WAR],
                                cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    @classmethod
    def ask(cls, query):
        try:
            return super().ask(query)
        except urllib.error.HTTPError as missing:
            if missing.code != 404:
                raise
        # Once, when the server has come up: it has no repository.
        with cls.opener.open(urllib.request.Request(cls.url + cls.query, REPOSITORY.encode(), {"Content-Type": "text/turtle"},
                                                    method="PUT"), timeout=60):
            return super().ask(query)


if not WAR.exists():
    print(f"skipped: no {WAR.name}; scripts/install-test-tools fetches it")
    sys.exit(77)
unittest.main()
