"""habari push against servers that behave and servers that do not. The program is the only argument."""
import email.utils
import hashlib
import http.server
import json
import os
import pathlib
import pty
import re
import signal
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

BASE = "https://w3id.org/habari/id/article/"


def document(name, who="Amina Juma"):
    text = f"{who} alifika Kisumu."
    return json.dumps({"schema": "habari/document/1", "id": name, "language": "sw", "date": "2024-03-04", "text": text,
                       "entities": [{"begin": 0, "end": len(who), "text": who, "kind": "person",
                                     "entity": "person/" + who.lower().replace(" ", "-"), "name": who}],
                       "events": [{"trigger": {"begin": len(who) + 1, "end": len(who) + 8, "text": "alifika"},
                                   "lemma": "fika", "label": "arrive", "type": "CONSULT", "factuality": "actual",
                                   "args": [{"role": "agent", "begin": 0, "end": len(who), "text": who,
                                             "entity": "person/" + who.lower().replace(" ", "-")}],
                                   "confidence": 0.9}], "relations": []})


class Store(http.server.ThreadingHTTPServer):
    """A Graph Store that first does what its script says, one entry a request, and then behaves."""
    daemon_threads = True

    def __init__(self, script=(), login=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script, self.login = list(script), login
        self.graphs, self.requests, self.lock = {}, [], threading.Lock()
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/store"

    def handle_error(self, request, client_address):
        pass  # Connections are broken on purpose.

    def close(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self):
        server = self.server
        with server.lock:
            server.requests.append((self.command, self.path, dict(self.headers)))
            misbehave = server.script.pop(0) if server.script else None
        if misbehave and misbehave(self):
            return
        body = self.read_body()
        if server.login and not server.login(self):
            return
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query, keep_blank_values=True)
        graph = "default" if "default" in query else query.get("graph", ["update"])[0]
        with server.lock:
            lines = body.decode().splitlines()
            if graph == "update":
                server.graphs.setdefault(graph, []).append(lines)
            else:
                server.graphs[graph] = sorted(set(lines) | set(server.graphs.get(graph, ()) if self.command == "POST" else ()))
        self.answer(204)

    do_PUT = do_POST = handle_any

    def read_body(self, size=None):
        return self.rfile.read(int(self.headers["Content-Length"]) if size is None else size)

    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        if status != 204:
            headers["Content-Length"] = str(len(body))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)
        return True

    def log_message(self, *_):
        pass


def answers(status, body=b"", **headers):
    def act(handler):
        handler.read_body()
        return handler.answer(status, body, **headers)
    return act


def hangs(seconds):
    def act(handler):
        handler.read_body()
        time.sleep(seconds)
        handler.close_connection = True
        return True
    return act


def drops(handler):
    """Reads half of what comes, then resets the connection."""
    handler.read_body(int(handler.headers["Content-Length"]) // 2)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.connection.close()
    handler.close_connection = True
    return True


def stops_within_answer(handler):
    handler.read_body()
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"half an ans")
    handler.close_connection = True
    return True


class PushCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.write_graph(range(4))

    def write_graph(self, numbers, name="g", **options):
        (self.folder / f"{name}.jsonl").write_text("\n".join(document(f"a{i}", **options) for i in numbers) + "\n")
        subprocess.run([program, "build", f"{name}.jsonl", "-o", f"{name}.nq", "-o", f"{name}.ttl", "-o", f"{name}.nt"],
                       cwd=self.folder, check=True, timeout=60)
        return self.graphs_of(f"{name}.nq")

    def lines_of(self, name):
        return [line for line in (self.folder / name).read_text().splitlines() if not line.startswith("#")]

    def graphs_of(self, name):
        graphs = {}
        for line in self.lines_of(name):
            statement, graph = line[:-2].rsplit(" ", 1)
            graphs.setdefault(graph[1:-1], []).append(statement + " .")
        return {graph: sorted(lines) for graph, lines in graphs.items()}

    def store(self, script=(), **options):
        store = Store(script, **options)
        self.addCleanup(store.close)
        return store

    def command(self, url, *arguments, file="g.nq"):
        return [program, "push", file, "--endpoint", url, "--retry-wait", "0.01", *arguments]

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return {**kept, **more}

    def push(self, url, *arguments, file="g.nq", stdin=None, **environment):
        return subprocess.run(self.command(url, *arguments, file=file), cwd=self.folder, capture_output=True, text=True,
                              check=False, timeout=120, input=stdin, env=self.environment(**environment))

    def check(self, done, status, *parts):
        self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(done.stdout, "")
        for part in parts:
            self.assertIn(part, done.stderr)


class Sending(PushCase):
    def test_each_article_is_a_graph(self):
        store = self.store()
        self.check(self.push(store.url), 0, "4 graphs, ")
        self.assertEqual(store.graphs, self.graphs_of("g.nq"))
        method, _, headers = store.requests[0]
        self.assertEqual((method, headers["Content-Type"]), ("PUT", "application/n-triples"))
        self.assertEqual(len(store.requests), 4)

    def test_says_one_line_and_is_quiet_otherwise(self):
        done = self.push(self.store().url)
        self.assertRegex(done.stderr, r"\Ahabari: 4 graphs, \d+ statements sent in \d+\.\d s, \d+ a second\n\Z")

    def test_again_is_the_same(self):
        store = self.store()
        for _ in range(2):
            self.check(self.push(store.url), 0)
            self.assertEqual(store.graphs, self.graphs_of("g.nq"))

    def test_a_changed_article_replaces_its_graph(self):
        store = self.store()
        self.check(self.push(store.url), 0)
        changed = self.write_graph([2], "h", who="Baraka Otieno")
        self.check(self.push(store.url, file="h.nq"), 0, "1 graph, ")
        self.assertEqual(store.graphs, {**self.graphs_of("g.nq"), **changed})

    def test_documents_and_standard_input_give_the_same_graphs(self):
        for file, stdin in (("g.jsonl", None), ("-", (self.folder / "g.nq").read_text())):
            store = self.store()
            self.check(self.push(store.url, file=file, stdin=stdin), 0)
            self.assertEqual(store.graphs, self.graphs_of("g.nq"))

    def test_files_without_graphs_go_where_they_are_told(self):
        whole = sorted(self.lines_of("g.nt"))
        for file in ("g.nt", "g.ttl"):
            for graph in ("urn:news", "default"):
                store = self.store()
                self.check(self.push(store.url, "--graph", graph, file=file), 0)
                self.assertEqual(store.graphs, {graph: whole})
        store = self.store()
        self.check(self.push(store.url, file="g.ttl"), 2, "g.ttl: names no graphs; --graph IRI")
        self.check(self.push(store.url, "--graph", "news", file="g.ttl"), 2, '--graph: "news" is no absolute IRI')
        self.assertEqual(store.requests, [])

    def test_a_graph_larger_than_a_batch_comes_in_parts(self):
        store = self.store()
        self.check(self.push(store.url, "--batch", "2KB"), 0, "4 graphs, ")
        self.assertEqual(store.graphs, self.graphs_of("g.nq"))
        methods = [method for method, *_ in store.requests]
        self.assertEqual((methods.count("PUT"), methods[0]), (4, "PUT"))
        self.assertGreater(methods.count("POST"), 4)

    def test_updates_are_bounded_and_replace(self):
        store = self.store()
        self.check(self.push(store.url, "--protocol", "update", "--batch", "16KB"), 0, "4 graphs, ")
        updates = store.graphs["update"]
        self.assertTrue(1 < len(updates) < 4, len(updates))
        cleared = [line for update in updates for line in update if line.startswith("CLEAR")]
        self.assertEqual(cleared, [f"CLEAR SILENT GRAPH <{graph}> ;" for graph in self.graphs_of("g.nq")])
        self.assertEqual({headers["Content-Type"] for _, _, headers in store.requests}, {"application/sparql-update"})
        sent, graph = {}, None
        for line in (line for update in updates for line in update):
            if line.startswith("GRAPH <"):
                graph = line[7:-3]
            elif line.startswith("<"):
                sent.setdefault(graph, []).append(line)
        self.assertEqual({graph: sorted(lines) for graph, lines in sent.items()}, self.graphs_of("g.nq"))

    def test_a_terminal_shows_how_far_it_is(self):
        store = self.store([hangs(0.3)] + [answers(204)] * 3)
        leader, follower = pty.openpty()
        with subprocess.Popen(self.command(store.url), cwd=self.folder, stderr=follower, env=self.environment()) as process:
            os.close(follower)
            seen = b""
            while True:
                try:
                    piece = os.read(leader, 1000)
                except OSError:  # How Linux tells that the other side is closed.
                    break
                if not piece:
                    break
                seen += piece
        os.close(leader)
        self.assertEqual(process.returncode, 0)
        self.assertRegex(seen.decode(), r"\rhabari|\r\x1b\[Khabari: \[=* *\] \d+ %, \d graphs?, \d+ statements?")
        self.assertRegex(seen.decode().split("\x1b[K")[-1], r"^habari: 4 graphs, ")


class Failing(PushCase):
    def test_nobody_listens(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{free.getsockname()[1]}/store"
        done = self.push(url, "--retries", "2")
        self.check(done, 2, url, f"graph <{BASE}a0>", "connect", "(tried 3 times)")
        self.assertEqual(done.stderr.count("trying again"), 2)

    def test_waits_twice_as_long_each_time(self):
        done = self.push(self.store([answers(503)] * 4).url)
        self.check(done, 0)
        self.assertEqual(re.findall(r"in (\S+) s \((\d) of 5\)", done.stderr),
                         [("0.01", "1"), ("0.02", "2"), ("0.04", "3"), ("0.08", "4")])

    def test_passing_trouble_is_overcome(self):
        for trouble in (answers(500), answers(502), answers(503), answers(504), answers(429), answers(408), drops,
                        stops_within_answer, hangs(0)):
            store = self.store([trouble, trouble])
            self.check(self.push(store.url), 0, "trying again", "4 graphs, ")
            self.assertEqual(store.graphs, self.graphs_of("g.nq"))
            self.assertEqual(len(store.requests), 6)

    def test_trouble_that_stays_is_told(self):
        for trouble, told in ((answers(500, b"\n  the disk is full\nat Store.java:1"),
                               "the server answers 500 Internal Server Error: the disk is full (tried 3 times)"),
                              (drops, "(tried 3 times)")):
            store = self.store([None] + [trouble] * 9)
            done = self.push(store.url, "--retries", "2")
            self.check(done, 2, f"{store.url}: graph <{BASE}a1>: ", told, "stopped after 1 graph of this run")
            self.assertNotIn("Store.java", done.stderr)

    def test_a_slow_server_is_not_waited_for(self):
        store = self.store([hangs(5)] * 2)
        start = time.monotonic()
        self.check(self.push(store.url, "--timeout", "1", "--retries", "1"), 2, "no answer in time", f"graph <{BASE}a0>")
        self.assertLess(time.monotonic() - start, 5)

    def test_retry_after_is_honoured(self):
        later = email.utils.formatdate(time.time() + 2, usegmt=True)
        for value, least in (("1", 1.0), (later, 0.5)):
            store = self.store([answers(503, Retry_After=value)])
            start = time.monotonic()
            self.check(self.push(store.url), 0, "trying again in 1 s" if value == "1" else "trying again")
            self.assertGreaterEqual(time.monotonic() - start, least)
        store = self.store([answers(429, Retry_After="100000")])
        self.check(self.push(store.url), 2, "429", "it asks to come back in 100000 s")
        self.assertEqual(len(store.requests), 1)

    def test_a_refused_login_is_not_tried_again(self):
        def at_once(handler):  # Answers before the body is read, and hangs up.
            handler.close_connection = True
            return handler.answer(401, b"who are you?", WWW_Authenticate='Basic realm="news"', Connection="close")
        for trouble, told in ((answers(401, b"who are you?"), "401 Unauthorized: who are you? (the login is missing or"),
                              (at_once, "401 Unauthorized"), (answers(403), "403 Forbidden (this login may not write")):
            store = self.store([trouble] * 9)
            self.check(self.push(store.url, "--user", "me", HABARI_PASSWORD="wrong"), 2, told, store.url)
            self.assertEqual(len(store.requests), 1)

    def test_web_pages_are_no_answers(self):
        page = b"<!DOCTYPE html>\n<html><head>\n<title>Sign \x1b[31min</title></head></html>"
        for status in (200, 404):
            store = self.store([answers(status, page, Content_Type="text/html; charset=utf-8")] * 9)
            done = self.push(store.url)
            self.check(done, 2, f"the server answers {status} ", ": Sign  [31min", store.url)
            self.assertNotIn("\x1b", done.stderr)
            self.assertEqual(len(store.requests), 1)

    def test_redirects_are_told_not_followed(self):
        other = self.store()
        for status in (301, 302, 307, 308):
            store = self.store([answers(status, Location=other.url)] * 9)
            self.check(self.push(store.url), 2, f"the server answers {status} ", f"a redirect to {other.url}")
        self.assertEqual(other.requests, [])

    def test_the_wrong_protocol_is_told(self):
        self.check(self.push(self.store([answers(405)]).url), 2, "--protocol update")
        self.check(self.push(self.store([answers(415)]).url, "--protocol", "update"), 2, "--protocol graph-store")

    def test_what_is_no_http_is_told(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            def talk():
                for _ in range(9):
                    try:
                        connection, _ = server.accept()
                    except OSError:
                        return
                    with connection:
                        connection.recv(10)
                        connection.sendall(b"220 smtp.example ready\r\n")
            threading.Thread(target=talk, daemon=True).start()
            url = f"http://127.0.0.1:{server.getsockname()[1]}/"
            self.check(self.push(url, "--retries", "1"), 2, url, f"graph <{BASE}a0>")

    def test_one_refused_graph_costs_only_itself(self):
        for arguments in ((), ("--batch", "2KB")):  # In one piece, in several of which the first is refused.
            store = self.store([answers(400, b"line 3: no IRI")])
            self.check(self.push(store.url, *arguments), 1, "400 Bad Request: line 3: no IRI", f"graph <{BASE}a0>",
                       "3 graphs, ", "1 refused")
            expected = self.graphs_of("g.nq")
            del expected[BASE + "a0"]
            self.assertEqual(store.graphs, expected)

    def test_a_refused_batch_is_sent_graph_by_graph(self):
        store = self.store([answers(400), answers(204), answers(400)])
        self.check(self.push(store.url, "--protocol", "update"), 1, "1 refused", "3 graphs, ")
        self.assertEqual(len(store.requests), 5)

    def test_a_store_that_refuses_everything_ends_the_run(self):
        self.write_graph(range(30))
        store = self.store([answers(400)] * 30)
        self.check(self.push(store.url), 2, "10 graphs were refused one after the other")
        self.assertEqual(len(store.requests), 10)


class Tls(PushCase):
    def setUp(self):
        super().setUp()
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out", "cert.pem",
                        "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
                       cwd=self.folder, check=True, capture_output=True, timeout=60)
        self.server = self.store()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "cert.pem", self.folder / "key.pem")
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = self.server.url.replace("http:", "https:")

    def test_an_unknown_certificate_is_refused(self):
        done = self.push(self.url)
        self.check(done, 2, self.url, "certificate")
        self.assertNotIn("trying again", done.stderr)
        self.assertEqual(self.server.requests, [])

    def test_a_certificate_that_is_given_is_trusted(self):
        self.check(self.push(self.url, "--ca", "cert.pem"), 0)
        self.assertEqual(self.server.graphs, self.graphs_of("g.nq"))
        self.check(self.push(self.url, "--ca", "none.pem"), 2, "--ca: none.pem: cannot be read")

    def test_plain_http_is_no_tls(self):
        self.check(self.push(self.store().url.replace("http:", "https:"), "--retries", "0", "--timeout", "2"), 2, "https://127")


def digest(handler):
    """RFC 7616 with MD5 and qop=auth, for me:secret."""
    given = handler.headers.get("Authorization", "")
    part = dict(re.findall(r'(\w+)="?([^",]+)"?', given))
    md5 = lambda text: hashlib.md5(text.encode()).hexdigest()
    if given.startswith("Digest "):
        expected = md5(":".join((md5("me:news:secret"), part["nonce"], part["nc"], part["cnonce"], part["qop"],
                                 md5(f"{handler.command}:{handler.path}"))))
        if part["response"] == expected:
            return True
    handler.answer(401, b"digest wanted", WWW_Authenticate='Digest realm="news", nonce="4e1f", qop="auth"')
    return False


class Logins(PushCase):
    def test_come_from_files_and_the_environment(self):
        (self.folder / "password").write_text("secret\n")
        (self.folder / "token").write_text("t0ken\n")
        for arguments, environment, expected in (
                (("--user", "me", "--password-file", "password"), {}, "Basic bWU6c2VjcmV0"),
                (("--user", "me"), {"HABARI_PASSWORD": "secret"}, "Basic bWU6c2VjcmV0"),
                (("--token-file", "token"), {}, "Bearer t0ken"),
                ((), {"HABARI_TOKEN": "t0ken"}, "Bearer t0ken"),
                ((), {}, None)):
            store = self.store()
            self.check(self.push(store.url, *arguments, **environment), 0)
            self.assertEqual({headers.get("Authorization") for _, _, headers in store.requests}, {expected})

    def test_digest(self):
        store = self.store(login=digest)
        self.check(self.push(store.url, "--user", "me", "--digest", HABARI_PASSWORD="secret"), 0)
        self.assertEqual(store.graphs, self.graphs_of("g.nq"))
        self.check(self.push(store.url, "--user", "me", "--digest", HABARI_PASSWORD="wrong"), 2, "401")

    def test_what_is_missing_or_misplaced_is_told(self):
        store = self.store()
        (self.folder / "empty").write_text("\n")
        (self.folder / "token").write_text("t0ken\n")
        for arguments, told in ((("--user", "me"), "--password-file or $HABARI_PASSWORD"),
                                (("--user", "me", "--password-file", "none"), "none cannot be read"),
                                (("--user", "me", "--password-file", "empty"), "first line of empty is empty"),
                                (("--user", "me", "--token-file", "token"), "two logins"),
                                (("--digest",), "--user is expected")):
            self.check(self.push(store.url, *arguments), 2, told)
        done = self.push(store.url.replace("127.", "me:hush@127."))
        self.check(done, 2, "a login has no place in a URL")
        self.assertNotIn("hush", done.stderr)
        for url in ("ftp://127.0.0.1/", "localhost:7878/store", "http://", store.url + "#x"):
            self.check(self.push(url), 2)
        self.assertEqual(store.requests, [])


class Resuming(PushCase):
    def setUp(self):
        super().setUp()
        self.expected = self.write_graph(range(40))

    def sent(self, store):
        return [urllib.parse.parse_qs(urllib.parse.urlsplit(path).query)["graph"][0] for _, path, _ in store.requests]

    def kill_half_way(self, store, *arguments):
        """Kills the program while the store works on the twentieth request, which it will have done."""
        reached = threading.Event()

        def last(handler):
            body = handler.read_body()
            graph = urllib.parse.parse_qs(urllib.parse.urlsplit(handler.path).query)["graph"][0]
            store.graphs[graph] = sorted(body.decode().splitlines())
            reached.set()
            time.sleep(0.5)
            handler.close_connection = True
            return True

        store.script = [None] * 19 + [last]
        with subprocess.Popen(self.command(store.url, *arguments), cwd=self.folder, stderr=subprocess.PIPE,
                              env=self.environment()) as process:
            self.assertTrue(reached.wait(60))
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.assertEqual(len(store.graphs), 20)
        store.requests.clear()

    def test_a_killed_run_is_repaired_by_the_next(self):
        store = self.store()
        self.kill_half_way(store)
        self.check(self.push(store.url), 0, "40 graphs, ")
        self.assertEqual(store.graphs, self.expected)

    def test_with_a_journal_the_next_run_goes_on(self):
        store = self.store()
        self.kill_half_way(store, "--journal", "journal")
        self.check(self.push(store.url, "--journal", "journal"), 0, "21 graphs, ", "19 there already")
        self.assertEqual(self.sent(store), list(self.expected)[19:])
        self.assertEqual(store.graphs, self.expected)
        self.check(self.push(store.url, "--journal", "journal"), 0, "0 graphs, ", "40 there already")

    def test_only_what_changed_is_sent(self):
        store = self.store()
        self.check(self.push(store.url, "--journal", "journal"), 0)
        store.requests.clear()
        changed = self.write_graph([7], "h", who="Baraka Otieno")
        self.check(self.push(store.url, "--journal", "journal", file="h.nq"), 0, "1 graph, ")
        self.check(self.push(store.url, "--journal", "journal", file="h.nq"), 0, "1 there already")
        self.assertEqual(store.graphs, {**self.expected, **changed})
        self.check(self.push(store.url, "--journal", "journal"), 0, "1 graph, ", "39 there already")
        self.assertEqual(store.graphs, self.expected)

    def test_a_content_that_may_have_arrived_is_not_taken_for_the_old_one(self):
        store = self.store()
        self.check(self.push(store.url, "--journal", "journal"), 0)
        self.write_graph([7], "h", who="Baraka Otieno")

        def stores_and_drops(handler):
            store.graphs[BASE + "a7"] = sorted(handler.read_body().decode().splitlines())
            handler.close_connection = True
            return True
        store.script = [stores_and_drops]
        self.check(self.push(store.url, "--journal", "journal", "--retries", "0", file="h.nq"), 2)
        self.check(self.push(store.url, "--journal", "journal"), 0, "1 graph, ", "39 there already")
        self.assertEqual(store.graphs, self.expected)

    def test_a_journal_cut_at_any_byte_is_good(self):
        store = self.store()
        self.expected = self.write_graph(range(2))
        self.check(self.push(store.url, "--journal", "journal"), 0)
        whole = (self.folder / "journal").read_bytes()
        for size in range(len(whole)):
            (self.folder / "journal").write_bytes(whole[:size])
            store.graphs.clear()
            noted = whole[:size].count(b"\n")
            self.check(self.push(store.url, "--journal", "journal"), 0, f"{3 - max(noted, 1)} graph")
            self.assertEqual(list(store.graphs), list(self.expected)[max(noted, 1) - 1:], size)
            self.check(self.push(store.url, "--journal", "journal"), 0, "2 there already")

    def test_a_wrong_journal_is_told(self):
        store = self.store()
        self.check(self.push(store.url, "--journal", "g.jsonl"), 2, "g.jsonl:1: is no journal")
        self.check(self.push(store.url, "--journal", "journal"), 0)
        self.check(self.push(self.store().url, "--journal", "journal"), 2, f"is the journal of {store.url}, not of")
        self.check(self.push(store.url, "--journal", "no/journal"), 2, "no/journal: cannot be written")


class Inputs(PushCase):
    def test_a_cut_file_sends_whole_graphs_only(self):
        whole = (self.folder / "g.nq").read_bytes()
        expected = self.graphs_of("g.nq")
        middle = len(whole) // 3
        line_ends = [at + 1 for at in range(middle, middle + 800) if whole[at:at + 1] == b"\n"]
        for size in [*range(middle, middle + 400, 7), *line_ends]:
            (self.folder / "cut.nq").write_bytes(whole[:size])
            store = self.store()
            line = whole[:size].count(b"\n") + 1
            self.check(self.push(store.url, file="cut.nq"), 2, f"cut.nq:{line}: ")
            self.assertEqual(store.graphs, {BASE + "a0": expected[BASE + "a0"]})
            store.close()

    def test_graphs_that_stand_apart_are_told(self):
        lines = self.lines_of("g.nq")
        (self.folder / "apart.nq").write_text("\n".join(lines[1:] + lines[:1]) + "\n")
        self.check(self.push(self.store().url, file="apart.nq"), 2, f"apart.nq:{len(lines)}: graph <{BASE}a0> begins again")

    def test_what_cannot_be_read_sends_nothing(self):
        store = self.store()
        self.check(self.push(store.url, file="none.nq"), 2, "none.nq: cannot be read")
        self.check(self.push(store.url, "--protocol", "carrier-pigeon"), 2, "expected graph-store or update")
        self.check(self.push(store.url, file="-", stdin="<urn:a> <urn:b> <urn:c> .\n"), 2, "<stdin>:1: a statement in no graph")
        self.check(self.push(store.url, file="-", stdin="_:x <urn:b> <urn:c> <urn:g> .\n"), 2, "<stdin>:1: blank node")
        self.assertEqual(store.requests, [])

    def test_hostile_text_stays_text(self):
        hostile = '"} ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> "\\\n\r\t\u202e%s&graph=urn:x'
        line = json.loads(document("a0"))
        line["id"] = hostile
        line["title"] = hostile
        (self.folder / "h.jsonl").write_text(json.dumps(line) + "\n")
        subprocess.run([program, "build", "h.jsonl", "-o", "h.nq"], cwd=self.folder, check=True)
        store = self.store()
        self.check(self.push(store.url, file="h.nq"), 0)
        self.assertEqual(store.graphs, self.graphs_of("h.nq"))
        self.assertEqual(len(store.graphs), 1)


program = str(pathlib.Path(sys.argv.pop(1)).resolve())
unittest.main()
