"""What `habari serve` answers, and to whom.

Usage: serve_test.py PROGRAM
"""
import http.client
import json
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import unittest

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
SAMPLES = str(pathlib.Path(__file__).resolve().parents[2] / "samples" / "articles")


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.program = subprocess.Popen([PROGRAM, "serve", SAMPLES, "--port", "0"], stdout=subprocess.PIPE, text=True)
        cls.said = cls.program.stdout.readline()
        cls.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", cls.said)[1])

    @classmethod
    def tearDownClass(cls):
        cls.program.terminate()
        cls.program.wait()
        cls.program.stdout.close()

    def ask(self, path, method="GET", headers=(), body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body=body, headers=dict(headers))
        reply = connection.getresponse()
        text = reply.read()
        connection.close()
        return reply, text

    def test_says_what_is_where(self):
        self.assertRegex(self.said, r"^\d+ events of 7 articles are at http://127\.0\.0\.1:\d+/")

    def test_answers_in_json(self):
        reply, text = self.ask("/api/search?text=ken")
        self.assertEqual(reply.getheader("Content-Type"), "application/json; charset=utf-8")
        self.assertEqual(json.loads(text)["entities"][0]["id"], "country/kenya")

    def test_every_answer_has_a_policy_that_lets_nothing_else_in(self):
        for path in ("/", "/api/graph", "/api/none", "/none", "/api/events?since=x"):
            policy = self.ask(path)[0].getheader("Content-Security-Policy")
            self.assertIn("default-src 'none'", policy, path)
            self.assertNotIn("unsafe", policy)
            self.assertNotIn("http", policy)
        self.assertIsNone(self.ask("/api/graph", headers={"Origin": "http://news.example"})[0]
                          .getheader("Access-Control-Allow-Origin"))

    def test_other_sites_names_for_this_machine_are_refused(self):
        for host, status in (("localhost", 200), ("127.0.0.1:1", 200), ("[::1]:9", 200), ("news.example", 403),
                             ("127.0.0.1.news.example", 403), ("localhost.news.example:80", 403), ("", 403)):
            self.assertEqual(self.ask("/api/graph", headers={"Host": host})[0].status, status, host)

    def test_is_only_read_from(self):
        for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
            reply, _ = self.ask("/api/graph", method, body="x" if method == "POST" else None)
            self.assertEqual(reply.status, 405, method)

    def test_listens_on_loopback_only(self):
        with socket.socket() as probe:
            probe.connect(("127.0.0.1", self.port))
        lines = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
        listening = [line.split()[1] for line in lines if line.split()[3] == "0A"]
        self.assertIn(f"0100007F:{self.port:04X}", listening)
        self.assertNotIn(f"00000000:{self.port:04X}", listening)

    def test_wrong_questions_say_what_is_wrong(self):
        for path, status in (("/api/events?type=meet", 400), ("/api/none", 404), ("/api/entity?id=person/none", 404),
                             ("/../etc/passwd", 404), ("/api/export?format=exe", 400)):
            reply, text = self.ask(path)
            self.assertEqual(reply.status, status, path)
            self.assertTrue(json.loads(text)["error"], path)

    def test_exports_are_files_that_the_program_reads_again(self):
        reply, text = self.ask("/api/export?format=ttl&entity=person/grace-mutua")
        self.assertEqual(reply.getheader("Content-Disposition"), 'attachment; filename="habari-events.ttl"')
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "events.ttl"
            file.write_bytes(text)
            result = subprocess.run([PROGRAM, "triples", file], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Grace Mutua – meet – Hamisi Kibwana", result.stdout)
        self.assertNotIn("Rufiji", result.stdout)

    def test_a_port_that_is_taken_is_an_error(self):
        result = subprocess.run([PROGRAM, "serve", SAMPLES, "--port", str(self.port)], capture_output=True, text=True,
                                timeout=120)
        self.assertEqual(result.returncode, 2)
        self.assertIn(f"127.0.0.1:{self.port} cannot be listened at", result.stderr)


class Report(unittest.TestCase):
    def test_has_as_many_events_as_are_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "report.html"
            subprocess.run([PROGRAM, "report", SAMPLES, "--most-events", "3", "-o", file], check=True)
            page = file.read_text(encoding="utf-8")
        data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)[1])
        # Those that they say come with them.
        self.assertGreaterEqual(len(data["events"]), 3)
        self.assertLess(len(data["events"]), 10)
        self.assertGreater(data["left_out"], 50)


if __name__ == "__main__":
    unittest.main()
