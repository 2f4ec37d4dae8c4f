"""What habari push sends, from which inputs, with which login. The program is the only argument."""
import gzip
import hashlib
import json
import os
import pty
import re
import subprocess
import unittest

from push_case import BASE, PROGRAM, PushCase, answers, document, hangs


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

    def test_a_packed_file_gives_the_same_graphs(self):
        (self.folder / "g.nq.gz").write_bytes(gzip.compress((self.folder / "g.nq").read_bytes()))
        store = self.store()
        self.check(self.push(store.url, file="g.nq.gz"), 0, "4 graphs, ")
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
        self.assertEqual({headers["Content-Type"] for _, _, headers in store.requests}, {"application/sparql-update; charset=utf-8"})
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
        self.assertRegex(seen.decode(), r"\r\x1b\[Khabari: \[=* *\] \d+ %, \d graphs?, \d+ statements?")
        self.assertRegex(seen.decode().split("\x1b[K")[-1], r"^habari: 4 graphs, ")


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

    def test_are_warned_of_where_they_can_be_read_on_their_way(self):
        warning = "the login travels over http"
        for host in ("store.example", "localhost.example", "10.1.2.3", "[2001:db8::1]"):
            for login in ({"HABARI_TOKEN": "t0ken"}, {}):
                store = self.store()  # It stands for any host, as a proxy.
                done = self.push(f"http://{host}/store", http_proxy=store.url, no_proxy="", **login)
                self.check(done, 0)
                self.assertEqual(done.stderr.count(warning), 1 if login else 0, done.stderr)
                self.assertEqual(store.graphs, self.graphs_of("g.nq"))
        done = self.push("https://127.0.0.2:1/store", "--retries", "0", HABARI_TOKEN="t0ken")
        self.check(done, 2)
        self.assertNotIn(warning, done.stderr)

    def test_stay_on_this_machine_whatever_proxy_is_set(self):
        proxy = self.store()
        for host in ("127.0.0.1", "127.8.9.10", "127.1", "LocalHost", "a.localhost.", "[::1]", "[::ffff:127.0.0.1]"):
            store = self.store()
            done = self.push(f"http://{host}:{store.server_port}/store", "--retries", "0", http_proxy=proxy.url,
                             all_proxy=proxy.url, no_proxy="", HABARI_TOKEN="t0ken")
            self.assertNotIn("the login travels", done.stderr)
            if host in ("127.0.0.1", "127.1", "LocalHost"):  # The store listens at no other.
                self.check(done, 0)
                self.assertEqual(store.graphs, self.graphs_of("g.nq"))
        self.assertEqual(proxy.requests, [])


class Secrets(PushCase):
    def check_hidden(self, done, *parts):
        self.check(done, 2, *parts)
        self.assertNotIn("s3cret", done.stderr)

    def test_of_urls_are_not_told(self):
        for url, told in (("http://me:s3cret@sto re/", '"http://***@sto re/" is no URL'),
                          ("http://me:a/s3cret@store/", '"http://***@store/" is no URL'),
                          ("me:s3cret@store", '"***@store"'),
                          ("htp://me:s3cret@store/", '"htp://***@store/": expected http://'),
                          ("http://me:12/s3cret@store/", "http://***@store/: graph"),
                          ("http://me:s3cret@store/", "a login has no place in a URL"),
                          ("http://store:x/?access_token=s3cret&a=b", '"http://store:x/?access_token=***&a=b" is no URL'),
                          ("htp:store?a=b;API%5Fkey=s3cret", "htp:store?a=b;API%5Fkey=***"),
                          ("http://store/?password=s3cret#x", '"http://store/?password=***#x": a #')):
            with self.subTest(url):
                self.check_hidden(self.push(url, "--retries", "0", "--timeout", "2"), told)
        for url in ("http://me:s3cret@store/g.nq", "http://me:s3/s3cret@store/g.nq", "http://me:s3 s3cret@store/g.nq",
                    "http://store/?token=s3cret"):
            self.check_hidden(self.push("http://127.0.0.1:1/", file=url), "***")

    def test_are_not_told_though_the_server_does(self):
        store = self.store([answers(404, b"no /store?access_token=s3cret"), answers(401, b"the token s3cret is old"),
                            answers(302, Location="http://me:s3cret@other/?key=s3cret")])
        self.check_hidden(self.push(store.url + "?access_token=s3cret"), store.url + "?access_token=***: graph <", "no /store?access_token=***")
        self.check_hidden(self.push(store.url, HABARI_TOKEN="s3cret"), "the token *** is old")
        self.check_hidden(self.push(store.url), "a redirect to http://***@other/?key=***")

    def test_are_sent_as_they_are(self):
        store = self.store()
        self.check(self.push(store.url + "?access_token=s3cret"), 0)
        self.assertTrue(all(path.startswith("/store?access_token=s3cret&graph=") for _, path, _ in store.requests))

    def test_of_a_journal_are_its_users_alone(self):
        store = self.store()
        journal = self.folder / "journal"
        for made in (False, True):
            if made:
                journal.chmod(0o666)
            self.check(self.push(store.url + "?access_token=s3cret", "--journal", "journal"), 0)
            self.assertEqual(journal.stat().st_mode & 0o777, 0o600)
        self.check_hidden(self.push(store.url + "?access_token=other", "--journal", "journal"),
                          "is the journal of " + store.url + "?access_token=***, not of ")

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
        self.check(self.push(store.url, file="none.nq"), 2, "none.nq: no such file or folder")
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
        subprocess.run([PROGRAM, "build", "h.jsonl", "-o", "h.nq"], cwd=self.folder, check=True)
        store = self.store()
        self.check(self.push(store.url, file="h.nq"), 0)
        self.assertEqual(store.graphs, self.graphs_of("h.nq"))
        self.assertEqual(len(store.graphs), 1)


unittest.main()
