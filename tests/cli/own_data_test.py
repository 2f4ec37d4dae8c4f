"""Own words and names: --data laid over the installed data, and habari lexicon import. The program is the only argument."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

VERBS = """--- TALK [040] ---
CONFABULATE {CONFABULATED } # made up
WALTZ_ABOUT [043] ; a comment
- * &CROWD [141]

&CROWD
+MANY PEOPLE

### NOTHING ###
HUM
"""
ACTORS = """<!-- made up
for this test -->
WAKANDA_ [WAK]
+WAKANDAN_
SHURI_UDAKU_ ; somebody
+PRINCESS_SHURI_
\t[WAKGOV 180101-200101]
ZAMBEZI_ROWERS_CLUB [NGOZRC]
KENYA_ [KEN]
"""
AGENTS = """COXSWAIN [~SPO]
PRESIDENT [~GOVPRS]
CONGRESS!PERSON! [~LEG]
"""


class OwnData(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name)

    def run_habari(self, *arguments, stdin=""):
        return subprocess.run([PROGRAM, *map(str, arguments)], cwd=self.folder, input=stdin, capture_output=True, text=True,
                              check=False, timeout=300)

    def write(self, name, text):
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def extract(self, text, *arguments):
        run = self.run_habari("extract", "--language", "en", *arguments, "-", stdin=text)
        self.assertEqual(run.returncode, 0, run.stderr)
        return json.loads(run.stdout)

    def test_own_verbs_and_names_lie_over_the_installed_ones(self):
        text = "Zuberi Kazimoto thanked the mayor of Tanga."
        self.write("mine/languages/en/lexicon/verbs.tsv", "lemma\tlabel\ttype\nthank\tthank\tSUPPORT\n")
        self.write("mine/gazetteer/persons.tsv", "id\tname\ten\nperson/zk\tZuberi Kazimoto\tKazimoto\n")
        self.write("more/languages/en/lexicon/verbs.tsv", "lemma\tlabel\ttype\nthank\tbow to\tCONCEDE\n")
        event = self.extract(text, "--data", "mine")["events"][0]
        self.assertEqual((event["label"], event["type"]), ("thank", "SUPPORT"))
        self.assertIn("person/zk", [argument.get("entity") for argument in event["args"]])
        event = self.extract(text, "--data", "mine", "--data", "more")["events"][0]
        self.assertEqual((event["label"], event["type"]), ("bow to", "CONCEDE"))

    def test_what_is_wrong_with_a_folder_is_said(self):
        self.write("mine/languages/en/lexicon/verbs.tsv", "lemma\tmeaning\nthank\tx\n")
        run = self.run_habari("extract", "--data", "mine", "-", stdin="Ana left.")
        self.assertEqual((run.returncode, 'verbs.tsv:1: unknown column "meaning"' in run.stderr), (2, True), run.stderr)
        run = self.run_habari("extract", "--data", "nowhere", "-", stdin="Ana left.")
        self.assertEqual((run.returncode, "nowhere: no data directory" in run.stderr), (2, True), run.stderr)

    def test_dictionaries_of_petrarch_become_a_folder(self):
        for name, text in (("verbs.txt", VERBS), ("actors.txt", ACTORS), ("agents.txt", AGENTS)):
            self.write(name, text)
        run = self.run_habari("lexicon", "import", "--verbs", "verbs.txt", "--actors", "actors.txt", "--agents", "agents.txt", "-o",
                              "mine")
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn("2 verbs, 1 persons, 1 organizations, 1 nouns taken into mine", run.stderr)
        read = lambda name: (self.folder / "mine" / name).read_text("utf-8").splitlines()[1:]
        verbs = {tuple(row.split("\t")[:3]) for row in read("languages/en/lexicon/verbs.tsv")}
        self.assertEqual(verbs, {("confabulate", "confabulate", "CONSULT"), ("waltz about", "waltz about", "CONSULT")})
        self.assertEqual(read("codes.tsv"), ["relation\tconfabulate\tCAMEO:040", "relation\twaltz about\tCAMEO:043"])
        self.assertEqual(read("gazetteer/persons.tsv"), ["person/shuri-udaku\tShuri Udaku\tPrincess Shuri"])
        self.assertEqual(read("gazetteer/organizations.tsv"),
                         ["organization/zambezi-rowers-club\tZambezi Rowers Club\t"])
        self.assertEqual(read("languages/en/lexicon/nouns.tsv"), ["coxswain\tperson"])
        reasons = {row.split("\t")[0].split(":")[0] + " " + row.split("\t")[2] for row in read("not-carried.tsv")}
        for reason in ("verbs.txt a pattern: object_types.tsv and constructions in verbs.tsv are its like",
                       "verbs.txt a set of synonyms, which only patterns use", "verbs.txt no CAMEO code",
                       "actors.txt a code with a date",
                       "actors.txt a country's names and its people's: countries.tsv and groups.tsv have them",
                       "agents.txt nouns.tsv has it already; its code is left out", "agents.txt a set of words to put in"):
            self.assertIn(reason, reasons)
        self.assertEqual(self.extract("Shuri Udaku left.", "--data", "mine")["events"][0]["args"][0]["entity"], "person/shuri-udaku")


if __name__ == "__main__":
    PROGRAM = sys.argv.pop()
    unittest.main()
