"""habari build and habari triples over documents: formats, whole files, exit status. The program is the only argument."""
import datetime
import gzip
import itertools
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
import unittest


def document(name, text, date, frames):
    """A document by the words of its text: frames are (trigger, lemma, label, type, [(role, words, entity or value)])."""
    def span(words):
        begin = text.index(words)
        return {"begin": begin, "end": begin + len(words), "text": words}

    entities, events = [], []
    for trigger, lemma, label, kind, arguments in frames:
        args = []
        for role, words, target in arguments:
            args.append({"role": role, **span(words), "value" if role == "time" else "entity": target})
            if "/" in target:
                entities.append({**span(words), "kind": target.split("/")[0], "entity": target, "name": words})
        events.append({"trigger": span(trigger), "lemma": lemma, "label": label, "type": kind, "factuality": "actual",
                       "args": args, "confidence": 0.9})
    return json.dumps({"schema": "habari/document/1", "id": name, "language": "en", "date": date, "text": text,
                       "entities": entities, "events": events, "relations": []})


PUTIN, KIM = "person/vladimir-putin", "person/kim-jong-un"
DOCUMENTS = {
    "a": document("a", "Putin met Kim on Wednesday.", "2023-09-14",
                  [("met", "meet", "meet", "CONSULT",
                    [("agent", "Putin", PUTIN), ("patient", "Kim", KIM), ("time", "Wednesday", "2023-09-13")])]),
    "b": document("b", "On 13 September Vladimir Putin met Kim Jong Un.", "2023-09-13",
                  [("met", "meet", "meet", "CONSULT",
                    [("agent", "Vladimir Putin", PUTIN), ("patient", "Kim Jong Un", KIM),
                     ("time", "13 September", "2023-09-13")])]),
    "c": document("c", "Kim Jong Un left Russia.", "2023-09-17",
                  [("left", "leave", "leave", "MOVE", [("agent", "Kim Jong Un", KIM), ("origin", "Russia", "country/ru")])]),
}
ENDINGS = ("ttl", "nt", "nq", "graphml", "gexf")


class Build(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name, line in DOCUMENTS.items():
            (self.folder / f"{name}.jsonl").write_text(line + "\n", encoding="utf-8")

    def run_habari(self, *arguments, **options):
        return subprocess.run([program, *arguments], cwd=self.folder, capture_output=True, encoding="utf-8",
                              check=False, timeout=120, **options)

    def files(self):
        return sorted(path.name for path in self.folder.iterdir())

    def build(self, *arguments):
        run = self.run_habari("build", *arguments)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertRegex(run.stderr, r"\Ahabari: \d+ articles? read[^\n]*\n\Z")

    def test_a_graph_file_builds_what_its_documents_built(self):
        for flags in ((), ("--no-text",)):
            self.build("a.jsonl", "b.jsonl", "c.jsonl", *flags, "-o", "whole.nq", "-o", "whole.ttl", "-o", "whole.graphml")
            for source in ("whole.nq", "whole.ttl"):
                self.build(source, *flags, "-o", "again.nq", "-o", "again.ttl", "-o", "again.graphml")
                for ending in ("nq", "ttl", "graphml"):
                    self.assertEqual((self.folder / f"again.{ending}").read_bytes(),
                                     (self.folder / f"whole.{ending}").read_bytes(), (source, ending, flags))

    def test_graph_files_and_documents_mix_in_any_order(self):
        self.build("a.jsonl", "-o", "a.nq")
        self.build("c.jsonl", "-o", "c.ttl")
        seen = set()
        for order in itertools.permutations(("a.nq", "b.jsonl", "c.ttl")):
            run = self.run_habari("build", *order, "-o", "out.nq")
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertIn("made apart", run.stderr)  # Their entities and events are not joined anew.
            seen.add((self.folder / "out.nq").read_bytes())
        self.assertEqual(len(seen), 1)
        run = self.run_habari("triples", "a.nq", "b.jsonl", "c.ttl")
        self.assertEqual(len(run.stdout.splitlines()), 2, run.stdout)

    def test_a_graph_file_holds_no_documents(self):
        self.build("a.jsonl", "-o", "a.nq")
        run = self.run_habari("build", "b.jsonl", "a.nq", "-o", "out.jsonl")
        self.assertEqual((run.returncode, "out.jsonl" in self.files()), (2, False))
        self.assertIn("a.nq: a graph file holds no documents", run.stderr)

    def test_triples_prints_a_line_for_each(self):
        run = self.run_habari("triples", "a.jsonl", "b.jsonl", "c.jsonl")
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertEqual(run.stdout.splitlines(), [
            "Vladimir Putin – meet – Kim Jong Un [time 2023-09-13; actual; 2 mentions in 2 articles]",
            "Kim Jong Un – leave – Russia [actual]"])

    def test_the_order_and_the_split_of_inputs_and_the_threads_leave_no_trace(self):
        everything = "".join(line + "\n" for line in DOCUMENTS.values())
        (self.folder / "all.jsonl").write_text(everything + everything, encoding="utf-8")
        runs = [[f"{name}.jsonl" for name in order] for order in itertools.permutations(DOCUMENTS)]
        runs += [["all.jsonl", "--jobs", "1"], ["all.jsonl", "--jobs", "4"]]
        seen = set()
        for arguments in runs:
            outputs = [option for ending in ENDINGS for option in ("-o", f"out.{ending}")]
            run = self.run_habari("build", *arguments, *outputs)
            self.assertIn(run.returncode, (0, 1), run.stderr)
            seen.add(b"".join((self.folder / f"out.{ending}").read_bytes() for ending in ENDINGS))
        self.assertEqual(len(seen), 1)

    def test_documents_go_through_unchanged(self):
        run = self.run_habari("build", "a.jsonl", "-o", "once.jsonl")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(self.run_habari("build", "once.jsonl", "-o", "twice.jsonl").returncode, 0)
        once = (self.folder / "once.jsonl").read_bytes()
        self.assertEqual(once, (self.folder / "twice.jsonl").read_bytes())
        self.assertEqual(json.loads(once)["events"][0]["label"], "meet")

    def test_the_view_and_the_base_are_chosen(self):
        run = self.run_habari("build", "a.jsonl", "--view", "events", "--base", "http://example.org/x", "-o", "g.graphml",
                              "-o", "g.nt")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn('<data key="n_kind">event</data>', (self.folder / "g.graphml").read_text(encoding="utf-8"))
        self.assertIn("<http://example.org/x/entity/person/kim-jong-un>",
                      (self.folder / "g.nt").read_text(encoding="utf-8"))

    def test_the_time_of_the_run_is_told_on_request(self):
        before = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        self.build("a.jsonl", "--extraction-time", "-o", "timed.nt")
        found = re.findall(r'endedAtTime> "(.*)"\^\^', (self.folder / "timed.nt").read_text("utf-8"))
        self.assertEqual(len(found), 1)
        self.assertTrue(before <= datetime.datetime.fromisoformat(found[0].replace("Z", "+00:00"))
                        <= datetime.datetime.now(datetime.timezone.utc), found)
        self.build("a.jsonl", "-o", "plain.nt")
        self.assertNotIn("endedAtTime", (self.folder / "plain.nt").read_text("utf-8"))

    def test_texts_can_be_left_out(self):
        self.assertEqual(self.run_habari("build", "a.jsonl", "--no-text", "-o", "g.ttl").returncode, 0)
        turtle = (self.folder / "g.ttl").read_text(encoding="utf-8")
        self.assertNotIn("isString", turtle)
        self.assertNotIn("on Wednesday.", turtle)
        self.assertIn('nif:anchorOf "Putin"', turtle)

    def test_packed_files_say_what_plain_ones_say(self):
        names = [f"g.{ending}" for ending in (*ENDINGS, "rdf", "jsonld", "jsonl")]
        packed = [f"{name}.gz" for name in names]
        outputs = [argument for name in names + packed for argument in ("-o", name)]
        self.assertEqual(self.run_habari("build", "a.jsonl", "c.jsonl", *outputs).returncode, 0)
        for name in names:
            self.assertEqual(gzip.decompress((self.folder / f"{name}.gz").read_bytes()), (self.folder / name).read_bytes())
        expected = self.run_habari("query", "g.nq", "--format", "jsonl").stdout
        self.assertIn("leave", expected)
        for name in packed[:3] + packed[-1:] + ["g.rdf.gz"]:
            self.assertEqual(self.run_habari("query", name, "--format", "jsonl").stdout, expected, name)
        self.assertEqual(self.run_habari("merge", "g.nq.gz", "b.jsonl", "-o", "all.nq").returncode, 0)
        self.assertEqual(self.run_habari("build", "a.jsonl", "b.jsonl", "c.jsonl", "-o", "once.nq").returncode, 0)
        self.assertEqual((self.folder / "all.nq").read_bytes(), (self.folder / "once.nq").read_bytes())

    def test_a_packed_file_that_was_cut_is_refused(self):
        self.assertEqual(self.run_habari("build", "a.jsonl", "-o", "g.nq.gz").returncode, 0)
        whole = (self.folder / "g.nq.gz").read_bytes()
        (self.folder / "cut.nq.gz").write_bytes(whole[:-1])
        # Two members are one file; of the second only the first byte is there, and the last line is missed.
        lines = gzip.decompress(whole).splitlines(keepends=True)
        (self.folder / "member.nq.gz").write_bytes(gzip.compress(b"".join(lines[:-1])) + gzip.compress(lines[-1])[:1])
        (self.folder / "members.nq.gz").write_bytes(gzip.compress(b"".join(lines[:-1])) + gzip.compress(lines[-1]))
        for name, status in (("cut.nq.gz", 2), ("member.nq.gz", 2), ("members.nq.gz", 0)):
            run = self.run_habari("build", name, "-o", "again.nq")
            self.assertEqual(run.returncode, status, run.stderr)
            if status != 0:
                self.assertRegex(run.stderr, rf"{name}:.*(too early|was cut)")

    def test_a_bad_document_costs_itself(self):
        (self.folder / "bad.jsonl").write_text('{"schema": "habari/document/1", "id": 3}\n' + DOCUMENTS["a"] + "\n",
                                               encoding="utf-8")
        run = self.run_habari("build", "bad.jsonl", "-o", "g.nt")
        self.assertEqual(run.returncode, 1)
        self.assertIn("habari: bad.jsonl:1: ", run.stderr)
        self.assertTrue((self.folder / "g.nt").exists())

    def test_usage_errors_are_told_before_anything_is_written(self):
        before = self.files()
        for arguments, message in (
                (["a.jsonl", "-o", "g.xls"], "the ending tells the format"),
                (["a.jsonl", "-o", "g"], "the ending tells the format"),
                (["a.jsonl", "-o", "g.ttl", "-o", "g.ttl"], "given twice"),
                (["a.jsonl", "-o", "g.ttl", "--view", "people"], "expected entities or events"),
                (["a.jsonl", "-o", "g.ttl", "--base", "not an iri"], "base IRI"),
                (["a.jsonl"], "-o FILE is required"),
                (["a.jsonl", "-o", "no/such/folder/g.ttl"], "no/such/folder/g.ttl: cannot be written"),
                (["missing.jsonl", "-o", "g.ttl"], "missing.jsonl: no such file"),
        ):
            with self.subTest(arguments=arguments):
                run = self.run_habari("build", *arguments)
                self.assertEqual(run.returncode, 2)
                self.assertIn(message, run.stderr)
                self.assertEqual(self.files(), before)

    def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(self):
        (self.folder / "g.nt").write_text("old", encoding="utf-8")

        def small_files_only():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

        run = self.run_habari("build", "a.jsonl", "-o", "g.nt", preexec_fn=small_files_only)
        self.assertEqual(run.returncode, 2)
        self.assertIn("g.nt", run.stderr)
        self.assertEqual((self.folder / "g.nt").read_text(encoding="utf-8"), "old")
        self.assertEqual([name for name in self.files() if ".part" in name], [])

    def reading(self, **options):
        """A run that has begun its output and waits for standard input."""
        process = subprocess.Popen([program, "build", "-", "-f", "jsonl", "-o", "g.nq"], cwd=self.folder, stdin=subprocess.PIPE,
                                   stderr=subprocess.PIPE, **options)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        end = time.monotonic() + 60
        while not any(".part-" in name for name in self.files()):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.01)
        return process

    def test_a_stopped_run_leaves_nothing(self):
        before = self.files()
        for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.reading()
            process.send_signal(stop)
            self.assertEqual(process.wait(60), -stop)
            self.assertEqual(self.files(), before)

    def test_what_a_killed_run_left_is_gone_with_the_next(self):
        process = self.reading()
        process.kill()
        process.wait(60)
        self.assertEqual(self.run_habari("build", "a.jsonl", "-o", "g.nq").returncode, 0)
        self.assertEqual([name for name in self.files() if ".part" in name], [])

    def test_a_signal_that_is_ignored_stays_so(self):
        process = self.reading(preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
        process.send_signal(signal.SIGHUP)
        process.communicate((self.folder / "a.jsonl").read_bytes(), timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertIn("g.nq", self.files())

    def test_a_closed_pipe_is_no_success(self):
        read, write = os.pipe()
        os.close(read)
        run = subprocess.run([program, "triples", "a.jsonl"], cwd=self.folder, stdout=write, stderr=subprocess.PIPE,
                             check=False, timeout=120)
        os.close(write)
        self.assertEqual(run.returncode, 2)


if __name__ == "__main__":
    program = os.path.abspath(sys.argv.pop())
    unittest.main()
