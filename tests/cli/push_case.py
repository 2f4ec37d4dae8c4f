"""A store that follows a script, and graphs to push into it. A test's only argument is the program."""
import http.server
import json
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
BASE = "https://w3id.org/habari/id/article/"
VOCABULARY = "https://w3id.org/habari/ontology#vocabulary"


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
    """A Graph Store that first does what its script says, one entry a request, and then behaves. What is sent to the graph of
    the vocabulary is kept apart, and not counted."""
    daemon_threads = True

    def __init__(self, script=(), login=None):
        super().__init__(("127.0.0.1", 0), Handler)
        self.script, self.login = list(script), login
        self.graphs, self.requests, self.lock = {}, [], threading.Lock()
        self.vocabulary = []  # (method, lines)
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
        if urllib.parse.quote(VOCABULARY, safe="") in self.path:
            lines = self.read_body().decode().splitlines()
            with server.lock:
                server.vocabulary.append((self.command, lines))
            self.answer(204)
            return
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
        subprocess.run([PROGRAM, "build", f"{name}.jsonl", "-o", f"{name}.nq", "-o", f"{name}.ttl", "-o", f"{name}.nt"],
                       cwd=self.folder, check=True, timeout=60)
        return self.graphs_of(f"{name}.nq")

    def lines_of(self, name):
        return [line for line in (self.folder / name).read_text().splitlines() if not line.startswith("#")]

    def graphs_of(self, name):
        graphs = {}
        for line in self.lines_of(name):
            statement, graph = line[:-2].rsplit(" ", 1)
            if graph[1:-1] != VOCABULARY:
                graphs.setdefault(graph[1:-1], []).append(statement + " .")
        return {graph: sorted(lines) for graph, lines in graphs.items()}

    def store(self, script=(), **options):
        store = Store(script, **options)
        self.addCleanup(store.close)
        return store

    def command(self, url, *arguments, file="g.nq"):
        return [PROGRAM, "push", file, "--endpoint", url, "--retry-wait", "0.01", *arguments]

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
