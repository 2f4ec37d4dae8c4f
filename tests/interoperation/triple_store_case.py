"""What every triple store that habari push is tested against has to show. The stores' own tests say how one is started."""
import base64
import decimal
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import warnings

import rdflib

from question_news import AMINA, COMPANY, DOCUMENTS, KISUMU, ROOT, blocks, floods

TOOLS = pathlib.Path(os.environ["HABARI_TEST_TOOLS"]).resolve()
PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
DATA = "https://w3id.org/habari/id/"
VOCABULARY = "https://w3id.org/habari/ontology#vocabulary"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def term(value, language, datatype):
    """A term as stores give it back: they keep the value of a number, not which kind of integer it was said to be, nor
    whether a decimal had a point."""
    datatype = str(datatype or "").replace("http://www.w3.org/2001/XMLSchema#", "xsd:")
    if datatype == "xsd:decimal":
        value = format(decimal.Decimal(value).normalize(), "f")
    return value, language, {"xsd:nonNegativeInteger": "xsd:integer", "xsd:string": ""}.get(datatype, datatype)


class TripleStoreCase:
    maxDiff = 4000
    """Mixed into a TestCase that has start(folder, port), which returns a Popen, and the endpoints' paths."""
    graph_store = update = query = login = None

    @classmethod
    def setUpClass(cls):
        cls.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.url = f"http://127.0.0.1:{(port := free_port())}"
        cls.server = cls.start(cls.folder, port)
        cls.addClassCleanup(cls.stop)
        end = time.monotonic() + 120
        while True:
            try:
                cls.ask("ASK {}")
                break
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > end or cls.server.poll() is not None:
                    raise
                time.sleep(0.1)
        cls.write("news", DOCUMENTS.values())
        subprocess.run([PROGRAM, "build", "news.jsonl", str(ROOT / "samples" / "articles"), "-o", "all.nq"], cwd=cls.folder,
                       check=True, timeout=300)

    @classmethod
    def stop(cls):
        cls.server.kill()
        cls.server.wait()

    @classmethod
    def write(cls, name, documents):
        (cls.folder / f"{name}.jsonl").write_text("\n".join(documents) + "\n")
        subprocess.run([PROGRAM, "build", f"{name}.jsonl", "-o", f"{name}.nq"], cwd=cls.folder, check=True, timeout=60)

    @classmethod
    def post(cls, path, body, content_type, accept):
        request = urllib.request.Request(cls.url + path, body.encode(), {"Content-Type": content_type, "Accept": accept})
        if cls.login:
            request.add_header("Authorization", "Basic " + base64.b64encode(":".join(cls.login).encode()).decode())
        with cls.opener.open(request, timeout=120) as answer:
            return answer.read()

    @classmethod
    def ask(cls, query):
        """Rows of a SELECT as dictionaries of terms; the truth of an ASK."""
        answer = json.loads(cls.post(cls.query, urllib.parse.urlencode({"query": query}), "application/x-www-form-urlencoded",
                                     "application/sparql-results+json"))
        return answer["boolean"] if "boolean" in answer else answer["results"]["bindings"]

    @classmethod
    def graphs(cls):
        """Those of articles."""
        return {row["g"]["value"] for row in cls.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")} - {VOCABULARY}

    def setUp(self):
        self.empty()

    def empty(self):
        self.post(self.update, "DROP ALL", "application/sparql-update", "*/*")

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return {**kept, "HABARI_PASSWORD": self.login[1]} if self.login else kept

    def command(self, file, *arguments, path=None):
        login = ["--user", self.login[0]] if self.login else []
        return [PROGRAM, "push", file, "--endpoint", self.url + (path or self.graph_store), *login, *arguments]

    def push(self, file, *arguments, path=None):
        done = subprocess.run(self.command(file, *arguments, path=path), cwd=self.folder, capture_output=True, text=True,
                              check=False, timeout=300, env=self.environment())
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stderr

    def expected(self, name):
        """{(graph, subject, predicate, object)} of a file, as another reader sees it."""
        dataset = rdflib.Dataset()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own.
            dataset.parse(self.folder / name, format="nquads")
        return {(str(graph), str(s), str(p), term(str(o), getattr(o, "language", None), getattr(o, "datatype", None)))
                for s, p, o, graph in dataset.quads()}

    def stored(self):
        return {tuple(row[name]["value"] for name in "gsp") +
                (term(row["o"]["value"], row["o"].get("xml:lang"), row["o"].get("datatype")),)
                for row in self.ask("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")}

    def check_stored(self, *names):
        expected = set().union(*map(self.expected, names))
        stored = self.stored()
        self.assertEqual((sorted(map(str, expected - stored))[:5], sorted(map(str, stored - expected))[:5]), ([], []))

    def test_what_is_pushed_is_there_exactly_however_often(self):
        for arguments in ((), (), ("--batch", "20KB")):
            self.push("all.nq", *arguments)
            self.check_stored("all.nq")

    def test_updates_do_as_well(self):
        if not self.update:
            self.skipTest("this store's page advises against them")
        for arguments in ((), ("--batch", "20KB")):
            self.push("all.nq", "--protocol", "update", *arguments, path=self.update)
            self.check_stored("all.nq")
        for batch in ("4MB", "20KB", "2KB"):
            self.empty()
            self.push("news.nq", "--protocol", "update", "--batch", batch, path=self.update)
            self.check_stored("news.nq")

    def test_a_changed_article_is_replaced_and_the_others_stay(self):
        self.push("news.nq", "--journal", "changes")
        self.write("changed", [floods("31 people")])
        self.push("changed.nq", "--journal", "changes")
        # Which events of others are probably the same is told by the articles that were built together.
        changed = self.expected("changed.nq")
        replaced = {graph for graph, *_ in changed if graph != VOCABULARY}
        kept = {row for row in self.expected("news.nq") if row[0] not in replaced}
        self.assertEqual(self.stored(), changed | kept)
        self.assertIn("1 graph, ", self.push("news.nq", "--journal", "changes"))
        self.check_stored("news.nq")

    def test_documents_go_straight_in(self):
        self.push("news.jsonl")
        self.check_stored("news.nq")

    def test_a_killed_run_is_repaired_by_the_next(self):
        lines = [line.replace(f'"id": "{name}"', f'"id": "{name}-{i}"') for i in range(12) for name, line in DOCUMENTS.items()]
        self.write("many", lines)
        half = (self.folder / "many.nq").read_bytes()
        half = half[:len(half) // 2]
        ways = [(("--journal", "killed"), None)]
        if self.update:
            ways.append((("--protocol", "update", "--batch", "50KB"), self.update))
        for arguments, path in ways:
            self.empty()
            with subprocess.Popen(self.command("-", *arguments, path=path), cwd=self.folder, env=self.environment(),
                                  stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
                process.stdin.write(half)
                process.stdin.flush()
                while len(self.graphs()) < 3:
                    self.assertIsNone(process.poll())
                process.kill()
            self.assertTrue(3 <= len(self.graphs()) < 48)
            told = self.push("many.nq", *arguments, path=path)
            self.check_stored("many.nq")
            if "--journal" in arguments:
                self.assertRegex(told, r"[1-9]\d* there already")

    def answers(self, *question):
        done = subprocess.run([PROGRAM, "query", "all.nq", "--format", "jsonl", *question], cwd=self.folder,
                              capture_output=True, check=True, timeout=300)
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line]

    def test_the_questions_in_our_pages_are_answered_as_habari_query_does(self):
        self.push("all.nq")
        questions = dict(blocks("docs/triple-stores.md"))
        self.assertEqual(sorted(questions), sorted(EXPECTED))
        for title, expected in EXPECTED.items():
            with self.subTest(title):
                rows = [{name: short(term["value"]) for name, term in row.items()} for row in self.ask(questions[title])]
                told, wanted = expected(rows, self.answers)
                self.assertEqual(told, wanted)
                self.assertTrue(told)
        (_, query), = blocks("README.md")
        told, wanted = who_met_whom([{name: short(term["value"]) for name, term in row.items()} for row in self.ask(query)],
                                    self.answers)
        self.assertEqual(told, wanted)


    def test_counts_are_right_over_the_union_of_all_graphs(self):
        self.push("all.nq")
        question, = (query for query in re.findall(r"^```sparql\n(.*?)^```$", (ROOT / "docs/rdf.md").read_text(), re.M | re.S)
                     if "COUNT(DISTINCT ?event)" in query)
        prefixes = dict(blocks("docs/triple-stores.md"))["Who met whom?"].split("SELECT")[0]
        counted = {short(row["type"]["value"]): int(row["events"]["value"]) for row in self.ask(prefixes + question)}
        told = {}
        for row in self.answers():
            if row.get("event"):
                told.setdefault(row["type"], set()).add(row["event"])
        self.assertEqual(counted, {kind: len(events) for kind, events in told.items()})


def short(value):
    """An IRI of ours as `habari query` writes it."""
    for prefix in (DATA + "entity/", DATA, "https://w3id.org/habari/ontology#"):
        if value.startswith(prefix):
            return urllib.parse.unquote(value[len(prefix):])
    return value


def begin(row):
    return re.split(r"/|\.\.|–", row["time"])[0] if row.get("time") else None


def who_met_whom(rows, ask):
    return ({(row["a"], row["b"]) for row in rows},
            {(row["subject"]["id"], row["object"]["id"]) for row in ask("--relation", "meet", "--factuality", "actual")
             if row.get("object") and row["object"].get("kind") != "event" and row.get("subject")})


def what_happened_to_someone(rows, ask):
    return ({(row["date"], row["what"], row["event"]) for row in rows},
            {(begin(row), row["relation"], row["event"]) for row in ask("--timeline", AMINA)})


def who_said_what(rows, ask):
    return ({(row["source"], row["what"]) for row in rows},
            {(mention["source"], row["relation"]) for row in ask() for mention in row["mentions"] if mention.get("source")})


def death_tolls(rows, _):
    return ([(row["place"], row["date"], row["toll"], row["article"], row["otherToll"], row["otherArticle"]) for row in rows
             if row["place"] == KISUMU],
            [(KISUMU, "2024-03-04", "30 people", "article/floods", "watu 34", "article/mafuriko")])


def what_happened_in_a_place(rows, ask):
    return ({(row.get("date"), row["what"], row["factuality"], row["event"]) for row in rows},
            {(begin(row), row["relation"], row["factuality"], row["event"]) for row in ask("--place", KISUMU)})


def two_steps(rows, ask):
    met = ask("--relation", "meet", "--factuality", "actual")
    pairs = {(row["subject"]["id"], row["object"]["id"]) for row in met if row.get("subject") and row.get("object")}
    accused = [(row["subject"]["id"], row["object"]["id"]) for row in ask("--relation", "accuse", "--factuality", "actual")
               if row.get("subject") and row.get("object")]
    return ({(row["a"], row["b"], row["accused"]) for row in rows},
            {(a, b, whom) for x, y in pairs for a, b in ((x, y), (y, x)) for who, whom in accused if who == b})


def where_it_stands(rows, ask):
    return ({(row["article"], int(row["begin"]), int(row["end"]), row["words"]) for row in rows},
            {(mention["article"], mention["begin"], mention["end"], mention["text"])
             for row in ask("--relation", "meet") for mention in row["mentions"]})


def told_most(rows, ask):
    articles = {}
    for row in ask():
        if row.get("event"):
            articles.setdefault(row["event"], set()).update(mention["article"] for mention in row["mentions"])
    return ({(row["event"], int(row["articles"])) for row in rows},
            {(event, len(tellers)) for event, tellers in articles.items() if len(tellers) > 1})


def standing_relations(rows, ask):
    return ({(row["subject"], row["what"], row["object"]) for row in rows},
            {(row["subject"]["id"], row["relation"], row["object"]["id"]) for row in ask("--object", COMPANY)
             if not row.get("event")})


def denied_or_to_come(rows, ask):
    return ({(row["factuality"], row["what"], row["event"]) for row in rows},
            {(row["factuality"], row["relation"], row["event"])
             for factuality in ("negated", "planned") for row in ask("--factuality", factuality) if row.get("event")})


EXPECTED = {
    "Who met whom?": who_met_whom,
    "What happened to someone, in order?": what_happened_to_someone,
    "Who said what?": who_said_what,
    "Where do death tolls differ?": death_tolls,
    "What happened in a place, and when?": what_happened_in_a_place,
    "Who met someone who accused whom?": two_steps,
    "Where in the texts does it stand?": where_it_stands,
    "Which events do most articles tell of?": told_most,
    "Who stands in which relation to an organization or a country?": standing_relations,
    "What was denied, or is still to come?": denied_or_to_come,
}
