"""What `habari ground` promises: statements of others are tied to the characters that say them, or refused with the reason.

Usage: ground_test.py PROGRAM
"""
import json, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
TEXT = ("Rais wa Zambia Bwalya Mumba alikutana na waziri mkuu wa Malawi Chikondi Phiri mjini Lusaka Jumatano. "
        "Mumba alisema Zambia itaisaidia Malawi kujenga daraja. Wavuvi wa Kigoma waliandamana jana.")
EVENTS = {"agrees": {"subject": "Bwalya Mumba", "relation": "met with", "object": "Chikondi Phiri", "time": "2024-05-08"},
          "added": {"subject": "Wavuvi", "relation": "waliandamana", "object": "Kigoma"},
          "conflicts": {"subject": "Malawi", "relation": "help", "object": "Zambia"},
          "refused": {"subject": "Bwalya Mumba", "relation": "meet", "object": "Amina Juma"}}


class Ground(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        (self.folder / "article.txt").write_text(TEXT)

    def run_habari(self, *arguments, status=0):
        done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, capture_output=True, encoding="utf-8", timeout=120)
        self.assertEqual(done.returncode, status, done.stderr)
        return done

    def ground(self, statements, *arguments, name="said.jsonl", status=0):
        text = statements if isinstance(statements, str) else "\n".join(map(json.dumps, statements))
        (self.folder / name).write_text(text)
        done = subprocess.run([PROGRAM, "ground", "article.txt", name, "--date", "2024-05-13", "--extractor", "model",
                               "--report", "report.jsonl", *arguments], cwd=self.folder, capture_output=True, encoding="utf-8",
                              timeout=120)
        self.assertEqual(done.returncode, status, done.stderr)
        [document] = [json.loads(line) for line in done.stdout.splitlines()]
        outcomes = [json.loads(line) for line in (self.folder / "report.jsonl").read_text().splitlines()]
        return document, outcomes, done.stderr

    def theirs(self, document):
        return [event for event in document["events"] if event["rule"] == "extractor:model"]

    def test_every_outcome_is_told(self):
        document, outcomes, said = self.ground(EVENTS.values(), status=1)
        self.assertEqual([outcome["outcome"] for outcome in outcomes], list(EVENTS))
        self.assertEqual(len(self.theirs(document)), 3)
        self.assertIn("said.jsonl:4: refused: object: \"Amina Juma\" stands nowhere in the article", said)
        self.assertIn("4 statements: 1 agree, 1 conflict, 1 added, 1 refused", said)
        self.assertGreater(len(document["events"]), 5)

    def test_every_part_is_tied_to_characters(self):
        document, _, _ = self.ground([EVENTS["agrees"]], "--alone")
        [event] = document["events"]
        self.assertEqual((event["label"], event["type"], event["factuality"], event["trigger"]["text"]),
                         ("meet", "CONSULT", "actual", "alikutana"))
        for part in (event["trigger"], *event["args"]):
            self.assertEqual(document["text"][part["begin"]:part["end"]], part["text"])
        self.assertEqual({(part["role"], part["text"]) for part in event["args"]},
                         {("agent", "Bwalya Mumba"), ("companion", "Chikondi Phiri"), ("time", "Jumatano")})

    def test_evidence_has_to_stand_there(self):
        good = {**EVENTS["agrees"], "evidence": "BWALYA MUMBA alikutana … Chikondi Phiri"}
        bad = {**EVENTS["agrees"], "evidence": "Mumba alimtembelea Phiri"}
        elsewhere = {**EVENTS["agrees"], "evidence": "Wavuvi wa Kigoma waliandamana"}
        _, outcomes, _ = self.ground([good, bad, elsewhere], status=1)
        self.assertEqual([outcome["outcome"] for outcome in outcomes], ["agrees", "refused", "refused"])
        self.assertIn("evidence: these words do not stand in the article", outcomes[1]["reasons"])
        self.assertIn("subject: \"Bwalya Mumba\" does not stand in the evidence", outcomes[2]["reasons"])

    def test_a_relation_that_no_word_says_is_refused_with_what_happens(self):
        _, [outcome], _ = self.ground([{**EVENTS["agrees"], "relation": "visited"}], status=1)
        self.assertRegex(outcome["reasons"][0], r"^relation: no word here says \"visited\"; what happens: .*kutana \(meet\)")

    def test_other_words_for_names_and_verbs_do(self):
        for subject, relation, other in (("Rais Bwalya Mumba", "alikutana na", "Phiri"), ("mumba", "kutana", "chikondi phiri"),
                                         ("Bwalya Mumba", "meet", "Waziri Mkuu wa Malawi Chikondi Phiri")):
            _, [outcome], _ = self.ground([{"subject": subject, "relation": relation, "object": other}])
            self.assertEqual(outcome["outcome"], "agrees", outcome)

    def test_a_table_does_as_well(self):
        document, outcomes, _ = self.ground('subject,relation,object,evidence\n"Bwalya Mumba",meet,Chikondi Phiri,\n'
                                            'Wavuvi,waliandamana,,"Wavuvi wa Kigoma\nwaliandamana"\n', name="said.csv")
        self.assertEqual([(outcome["line"], outcome["outcome"]) for outcome in outcomes], [(2, "agrees"), (3, "agrees")])
        self.assertEqual(len(self.theirs(document)), 2)

    def test_twice_is_once_and_taken_out_again_is_as_before(self):
        self.run_habari("extract", "article.txt", "--date", "2024-05-13", "-o", "ours.jsonl")
        (self.folder / "said.jsonl").write_text("\n".join(map(json.dumps, EVENTS.values())))
        self.run_habari("ground", "ours.jsonl", "said.jsonl", "--extractor", "model", "-o", "both.jsonl", status=1)
        self.run_habari("ground", "both.jsonl", "said.jsonl", "--extractor", "model", "-o", "again.jsonl", status=1)
        self.assertEqual((self.folder / "both.jsonl").read_text(), (self.folder / "again.jsonl").read_text())
        self.run_habari("remove", "--extractor", "model", "both.jsonl", "-o", "rest.jsonl")
        self.assertEqual((self.folder / "rest.jsonl").read_text(), (self.folder / "ours.jsonl").read_text())

    def test_both_live_in_one_graph(self):
        (self.folder / "said.jsonl").write_text(json.dumps(EVENTS["agrees"]) + "\n" + json.dumps(EVENTS["added"]))
        self.run_habari("ground", "article.txt", "said.jsonl", "--date", "2024-05-13", "--extractor", "model", "-o", "both.jsonl")
        rows = [json.loads(row) for row in self.run_habari("query", "both.jsonl", "--format", "jsonl").stdout.splitlines()]
        self.assertEqual(sum(row["relation"] == "meet" for row in rows), 1)
        rules = {mention.get("rule") for row in rows for mention in row["mentions"]}
        self.assertLessEqual({"extractor:model", "verb:kutana"}, rules)
        self.run_habari("build", "both.jsonl", "--rdf", "full", "-o", "both.nq")
        self.assertIn('"extractor:model"', (self.folder / "both.nq").read_text())

    def test_statements_name_their_article_where_there_are_several(self):
        (self.folder / "said.jsonl").write_text(json.dumps({**EVENTS["agrees"], "article": "a"}) + "\n" +
                                                json.dumps(EVENTS["agrees"]) + "\n" +
                                                json.dumps({**EVENTS["agrees"], "article": "c"}))
        (self.folder / "two.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n" +
                                               json.dumps({"id": "b", "text": "Wavuvi wa Kigoma waliandamana jana."}))
        said = self.run_habari("ground", "two.jsonl", "said.jsonl", "--extractor", "model", "--date", "2024-05-13",
                               status=1).stderr
        self.assertIn("said.jsonl:2: refused: article: there are several; say which one", said)
        self.assertIn('said.jsonl:3: refused: article: no article "c" was read', said)
        self.assertIn("1 agree", said)

    def test_what_is_no_statement_is_told(self):
        for text, said in (("", "no statement in it"), ('{"subject": "a"}', ':1: no "relation"'),
                           ('{"relation": "a"}', ':1: neither "subject" nor "object"'), ("a,b\n1,2\n", ":1: no JSON, and no table"),
                           ('{"relation": 1, "subject": "a"}', ':1: "relation" is no string'),
                           ('{"relation": "a", "subject": "b", "confidence": 2}', "is not between 0 and 1"), ("[1]", "expected an object")):
            (self.folder / "said.jsonl").write_text(text)
            done = self.run_habari("ground", "article.txt", "said.jsonl", "--extractor", "model", status=2)
            self.assertIn(said, done.stderr)
        self.assertIn("--extractor NAME is required", self.run_habari("ground", "article.txt", "said.jsonl", status=2).stderr)


if __name__ == "__main__":
    unittest.main()
