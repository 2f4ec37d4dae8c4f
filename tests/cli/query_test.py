"""habari query over documents: patterns, formats, questions, bad options. The program is the only argument."""
import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HOSTILE = ['"; DROP TABLE news; --', "<script>alert(1)</script>", "%s %n 100%", "a,b\r\n\"c\"", "=1+1", "\u202eabc", "]]>"]


def document(name, text, date, language, frames, relations=()):
    """frames are (trigger, lemma, label, type, factuality, source, [(role, words, entity or value)])."""
    def span(words):
        begin = text.index(words)
        return {"begin": begin, "end": begin + len(words), "text": words}

    entities, events = [], []
    for trigger, lemma, label, kind, factuality, source, arguments in frames:
        args = []
        for role, words, target in arguments:
            args.append({"role": role, **span(words), "value" if role == "time" else "entity": target})
            if "/" in target:
                entities.append({**span(words), "kind": target.split("/")[0], "entity": target, "name": words})
        event = {"trigger": span(trigger), "lemma": lemma, "label": label, "type": kind, "factuality": factuality,
                 "args": args, "confidence": 0.9}
        if source:
            event["source"] = {**span(source[0]), "entity": source[1]}
        events.append(event)
    return json.dumps({"schema": "habari/document/1", "id": name, "language": language, "date": date, "text": text,
                       "entities": entities, "events": events, "relations": []})


PUTIN, KIM, RUSSIA = "person/vladimir-putin", "person/kim-jong-un", "country/ru"
LINES = [
    document("a", "Vladimir Putin met Kim Jong Un in Vostochny on Wednesday, the Kremlin said.", "2023-09-14", "en",
             [("met", "meet", "meet", "CONSULT", "actual", ("Kremlin", "organization/kremlin"),
               [("agent", "Vladimir Putin", PUTIN), ("patient", "Kim Jong Un", KIM), ("place", "Vostochny", "place/vostochny"),
                ("time", "Wednesday", "2023-09-13")])]),
    document("b", "Kim Jong Un aliondoka Urusi. Atarudi Urusi 2024.", "2023-09-17", "sw",
             [("aliondoka", "ondoka", "leave", "MOVE", "actual", None,
               [("agent", "Kim Jong Un", KIM), ("origin", "Urusi", RUSSIA)]),
              ("Atarudi", "rudi", "return", "MOVE", "planned", None,
               [("agent", "Kim Jong Un", KIM), ("destination", "Urusi", RUSSIA), ("time", "2024", "2024")])]),
]


class Query(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "news.jsonl").write_text("\n".join(LINES) + "\n", encoding="utf-8")

    def test_an_outlet_is_asked_for(self):
        line = json.loads(LINES[0])
        line["outlet"] = "The Lake Post"
        (self.folder / "told.jsonl").write_text("\n".join([json.dumps(line), LINES[1]]) + "\n", encoding="utf-8")
        subprocess.run([program, "build", "told.jsonl", "-o", "told.nq"], cwd=self.folder, check=True)
        for file in ("told.jsonl", "told.nq"):
            rows = [json.loads(row) for row in
                    self.run_query("--outlet", "The Lake Post", "--format", "jsonl", file=file).stdout.decode().splitlines()]
            self.assertEqual([row["relation"] for row in rows], ["meet"], file)

    def run_query(self, *arguments, file="news.jsonl"):
        return subprocess.run([program, "query", file, *arguments], cwd=self.folder, capture_output=True, check=False,
                              timeout=120)

    def rows(self, *arguments, file="news.jsonl"):
        done = self.run_query("--format", "jsonl", *arguments, file=file)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return [json.loads(line) for line in done.stdout.decode().split("\n") if line]

    def relations(self, *arguments):
        return [row["relation"] for row in self.rows(*arguments)]

    def test_each_part_of_a_pattern_chooses(self):
        for arguments, expected in (
                ((), ["meet", "return", "leave"]),
                (("--subject", "Putin"), ["meet"]),
                (("--subject", "Putin", "--relation", "meet", "--since", "2023-01"), ["meet"]),
                (("--subject", "Putin", "--since", "2023-10"), []),
                (("--until", "2023-09-13"), ["meet"]),
                (("--relation", "ondoka"), ["leave"]),
                (("--relation", "CONSULT"), ["meet"]),
                (("--object", "Urusi"), ["return", "leave"]),
                (("--place", "Vostochny"), ["meet"]),
                (("--source", "kremlin"), ["meet"]),
                (("--type", "MOVE", "--factuality", "planned"), ["return"]),
                (("--article", "b"), ["return", "leave"]),
                (("--language", "en"), ["meet"]),
                (("--participant", "Kim Jong Un", "--limit", "2"), ["meet", "return"])):
            with self.subTest(arguments=arguments):
                self.assertEqual(self.relations(*arguments), expected)

    def test_formats_say_the_same(self):
        table = self.run_query().stdout.decode().splitlines()
        comma = list(csv.reader(io.StringIO(self.run_query("--format", "csv").stdout.decode(), newline="")))
        lines = self.rows()
        self.assertEqual((len(table), len(comma), len(lines)), (4, 4, 3))
        self.assertEqual(table[0].split(), comma[0])
        self.assertEqual([row[2] for row in comma[1:]], [row["relation"] for row in lines])
        self.assertEqual(lines[0]["mentions"], [{"article": "a", "begin": 15, "end": 18, "text": "met", "lemma": "meet",
                                                 "rule": "", "source": "organization/kremlin"}])

    def test_graph_files_answer_as_their_documents_do(self):
        subprocess.run([program, "build", "news.jsonl", "-o", "g.ttl", "-o", "g.nt", "-o", "g.nq"], cwd=self.folder, check=True)
        for name in ("g.ttl", "g.nt", "g.nq"):
            self.assertEqual(self.rows(file=name), self.rows(), name)
        whole = (self.folder / "g.nt").read_bytes()
        (self.folder / "cut.nt").write_bytes(whole[:len(whole) // 2].rsplit(b">", 1)[0])
        done = self.run_query(file="cut.nt")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b"cut.nt:", done.stderr)

    def test_paths_neighbours_and_timelines(self):
        path = self.rows("--path", "Putin", "Urusi")[0]
        self.assertEqual([v["id"] for v in path["vertices"] if v["kind"] != "event"], [PUTIN, KIM, RUSSIA])
        self.assertEqual({(n["entity"]["id"], n["shared"]) for n in self.rows("--around", "Kim Jong Un")},
                         {(PUTIN, 1), (RUSSIA, 2), ("place/vostochny", 1)})
        self.assertEqual(self.relations("--timeline", KIM), ["meet", "return"])

    def test_hostile_names_are_text_in_questions_and_answers(self):
        lines = [document(f"h{i}", f"{name} came.", "2024-01-01", "en",
                          [("came", "come", "come", "MOVE", "actual", None, [("agent", name, f"person/{name}")])])
                 for i, name in enumerate(HOSTILE)]
        (self.folder / "hostile.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        for name in HOSTILE:
            with self.subTest(name=name):
                rows = self.rows("--subject=" + name, file="hostile.jsonl")
                self.assertEqual([row["subject"]["name"] for row in rows], [name])
        comma = self.run_query("--format", "csv", file="hostile.jsonl").stdout.decode()
        self.assertEqual({row[1] for row in list(csv.reader(io.StringIO(comma, newline="")))[1:]}, set(HOSTILE))
        table = self.run_query(file="hostile.jsonl").stdout.decode()
        self.assertEqual(table.count("\n"), len(HOSTILE) + 1)

    def test_a_name_that_nothing_has_is_no_failure(self):
        done = self.run_query("--subject", "Nobody")
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertIn(b'--subject: nothing in the graph is called "Nobody"', done.stderr)

    def test_a_name_written_otherwise_is_found_and_a_wrong_one_answered_with_near_ones(self):
        self.assertEqual(self.relations("--subject", "VLADIMIR putin"), ["meet"])
        self.assertEqual(self.relations("--subject", "Vladim"), ["meet"])
        for arguments, message in ((("--subject", "Puttin"), b'"Puttin"; there is person/vladimir-putin "Vladimir Putin"'),
                                   (("--relation", "meat"), b'no label, lemma or type "meat"; there is meet'),
                                   (("--place", "Vostochni"), b'there is place/vostochny "Vostochny"')):
            with self.subTest(arguments=arguments):
                done = self.run_query(*arguments)
                self.assertEqual((done.returncode, done.stdout), (0, b""))
                self.assertIn(message, done.stderr)
        done = self.run_query("--timeline", "Puttin")
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b'there is person/vladimir-putin', done.stderr)

    def test_graph_files_documents_and_articles_mix(self):
        for number, line in enumerate(LINES):
            (self.folder / f"{number}.jsonl").write_text(line + "\n", encoding="utf-8")
        (self.folder / "article.json").write_text(
            json.dumps({"id": "c", "language": "en", "text": "Amina Juma met with Hamisi Kibwana in Arusha on Monday."}), encoding="utf-8")
        subprocess.run([program, "build", "0.jsonl", "-o", "0.nq"], cwd=self.folder, check=True)
        subprocess.run([program, "build", "0.nq", "1.jsonl", "article.json", "-o", "all.ttl"], cwd=self.folder, check=True)
        done = subprocess.run([program, "query", "0.nq", "1.jsonl", "article.json", "--format", "jsonl"], cwd=self.folder,
                              capture_output=True, check=True)
        self.assertEqual([json.loads(line)["relation"] for line in done.stdout.splitlines()],
                         ["meet", "return", "leave", "meet"])
        self.assertEqual(len(self.rows(file="all.ttl")), 4)

    def test_bad_options_are_told(self):
        for arguments, message in ((("--since", "soon"), b'--since: "soon" is no date'),
                                   (("--type", "MEET"), b'--type: "MEET", expected one of AGREE'),
                                   (("--factuality", "maybe"), b'--factuality: "maybe"'),
                                   (("--format", "xml"), b'--format: "xml", expected table, jsonl or csv'),
                                   (("--around", "Nobody"), b'--around: nothing in the graph is called "Nobody"'),
                                   (("--around", KIM, "--timeline", KIM), b"ask one at a time"),
                                   (("--around", KIM, "--subject", KIM), b"take no pattern")):
            with self.subTest(arguments=arguments):
                done = self.run_query(*arguments)
                self.assertEqual((done.returncode, done.stdout), (2, b""))
                self.assertIn(message, done.stderr)


program = str(pathlib.Path(sys.argv.pop(1)).resolve())
unittest.main()
