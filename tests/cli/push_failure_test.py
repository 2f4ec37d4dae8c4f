"""habari push against servers that fail it, and runs that are killed. The program is the only argument."""
import email.utils
import re
import signal
import socket
import ssl
import subprocess
import threading
import time
import unittest
import urllib.parse

from push_case import BASE, PushCase, answers, drops, hangs, stops_within_answer


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
        store = self.store([answers(404, b"lost\n" + b"x" * 1_000_000)])
        self.check(self.push(store.url), 2, "404 Not Found: lost (")

    def test_no_answer_reaches_the_terminal_as_it_is(self):
        def paints(handler):
            handler.read_body()
            handler.send_response(302, "\x1b[2JFound\x9b")
            handler.send_header("Location", "http://other/\x1b]0;title\x07")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return True
        done = self.push(self.store([paints]).url)
        self.check(done, 2, r"302 \x1b[2JFound\x9b, a redirect to ")
        self.assertEqual(re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.stderr), [])

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
        for arguments in ((), ("--batch", "1KB")):  # In one piece, in several of which the first is refused.
            store = self.store([answers(400, b"line 3: no IRI")])
            self.check(self.push(store.url, *arguments), 1, "400 Bad Request: line 3: no IRI", f"graph <{BASE}a0>",
                       "3 graphs, ", "1 refused")
            expected = self.graphs_of("g.nq")
            del expected[BASE + "a0"]
            self.assertEqual(store.graphs, expected)

    def test_a_refused_batch_is_sent_graph_by_graph(self):
        store = self.store([answers(400), answers(204), answers(400)])
        self.check(self.push(store.url, "--protocol", "update"), 1, "1 refused", "3 graphs, ")
        # All in one, then the four graphs and the vocabulary by themselves.
        self.assertEqual(len(store.requests), 6)

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


unittest.main()
