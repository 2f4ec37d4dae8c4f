"""What scripts/rule_firings.py says of the rules behind documents.

Usage: rule_firings_test.py PROGRAM
"""
import json, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
SCRIPT = Path(__file__).parents[2] / "scripts" / "rule_firings.py"
TEXT = "Police arrested and charged three men in Nairobi on Monday. The minister praised the teachers.\n"
GOLD = {"id": "a", "events": [{"trigger": ["arrested"], "type": "COERCE"}, {"trigger": ["praised"], "type": "AID"}]}
# Counts participants that one could score.
SCORER = """import json, sys
events = [e for line in open(sys.argv[1]) for e in json.loads(line)["events"]]
print("participants=%d" % sum(len(e["args"]) for e in events), "events=%d" % len(events))
"""


class RuleFirings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        article = self.write("a.json", json.dumps({"id": "a", "language": "en", "date": "2024-05-13", "text": TEXT}))
        self.article = article
        extract = subprocess.run([PROGRAM, "extract", "--trace", article], check=True, capture_output=True, text=True)
        self.documents = self.write("documents.jsonl", extract.stdout)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return str(self.folder / name)

    def run_script(self, *arguments):
        run = subprocess.run([sys.executable, SCRIPT, *arguments], capture_output=True, text=True, timeout=300)
        self.assertEqual(run.returncode, 0, run.stderr)
        return [line.split("\t") for line in run.stdout.splitlines()]

    def test_counts_rows_and_frame_rules_with_an_example(self):
        lines = self.run_script(self.documents)
        fired = {rule: (int(times), example) for times, rule, example in lines}
        self.assertEqual(fired["verb:praise"], (1, "praised"))
        self.assertEqual(fired["frame:subject"], (2, "arrested: Police"))
        self.assertEqual(fired["frame:coordinated-subject"], (1, "charged: Police"))
        self.assertEqual([int(line[0]) for line in lines], sorted((int(line[0]) for line in lines), reverse=True))

    def test_says_how_many_types_are_right(self):
        gold = self.write("gold.jsonl", json.dumps(GOLD))
        verdicts = {rule: verdict for _, rule, verdict, _ in self.run_script("--gold", gold, self.documents)}
        self.assertEqual(verdicts["verb:arrest"], "1 of 1 right")
        self.assertEqual(verdicts["verb:praise"], "0 of 1 right")
        self.assertEqual(verdicts["frame:subject"], "")

    def test_lists_rows_that_make_no_event(self):
        table = self.write("verbs.tsv", "lemma\tlabel\npraise\tpraise\nzap\tzap\n")
        self.assertEqual(self.run_script("--unused", table, self.documents), [["zap"]])

    def test_says_what_is_lost_without_a_rule(self):
        scorer = self.write("score.py", SCORER)
        lines = self.run_script("--worth", PROGRAM, "--set", "own", self.article, f"{sys.executable} {scorer} {{}}")
        lost = {rule: figures for rule, name, times, *figures in lines}
        self.assertEqual(lost["coordinated-subject"], ["participants +1.000"])
        self.assertNotIn("lent-modifier", lost)  # It does not fire.

    def test_no_rule_of_another_name(self):
        run = subprocess.run([PROGRAM, "extract", "--without", "magic", self.article], capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn("magic", run.stderr)


if __name__ == "__main__":
    unittest.main()
