"""habari train: a language from a tiny treebank, and what it says of treebanks and models that are bad.

Usage: train_test.py PROGRAM
"""
import os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
TREEBANK = Path(__file__).resolve().parent.parent / "extractors" / "treebanks" / "eo.conllu"
SMALL = ["--input", "32", "--hidden", "32", "--arc", "32", "--label", "32", "--rate", "5e-3"]


def row(number, head, form="la"):
    return f"{number}\t{form}\tla\tDET\t_\t_\t{head}\t{'root' if head == 0 else 'det'}\t_\t_\n"


class Train(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.language = self.folder / "languages" / "eo"
        self.language.mkdir(parents=True)

    def run_program(self, *arguments, stdin=""):
        environment = dict(os.environ, HABARI_DATA=str(self.folder))
        return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin.encode(), capture_output=True, timeout=120,
                              env=environment)

    def train(self, treebank=TREEBANK, *arguments):
        return self.run_program("train", "--language", "eo", treebank, *SMALL, *arguments)

    def expect_refusal(self, result, pattern):
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertRegex(result.stderr.decode(), rf"^(habari: epoch.*\n)*habari: {pattern}")
        self.assertFalse((self.language / "model.bin").exists())

    def test_a_language_is_read_after_its_treebank_was_learnt(self):
        result = self.train(TREEBANK, "--dev", TREEBANK)
        self.assertEqual(result.returncode, 0, result.stderr)
        scores = re.search(r"^gold words .* ([\d.]+) +([\d.]+)$", result.stdout.decode(), re.M)
        self.assertGreater(float(scores.group(1)), 90)
        self.assertGreater(float(scores.group(2)), 90)
        parsed = self.run_program("parse", "--language", "eo", "-", stdin="La verkisto vidis la soldaton en Berlino.\n")
        self.assertEqual(parsed.returncode, 0, parsed.stderr)
        rows = [line.split("\t") for line in parsed.stdout.decode().splitlines() if line[:1].isdigit()]
        self.assertEqual([r[1] for r in rows], ["La", "verkisto", "vidis", "la", "soldaton", "en", "Berlino", "."])
        self.assertEqual([r[7] for r in rows[:5]], ["det", "nsubj", "root", "det", "obj"])
        self.assertEqual(rows[4][2], "soldato")
        self.assertEqual(rows[6][9], "NER=B-place|SpaceAfter=No")

    def test_a_reader_is_measured_as_a_whole(self):
        self.assertEqual(self.train(TREEBANK, "--epochs", "40").returncode, 0)
        measured = [self.run_program("train", "--language", "eo", "--dev", TREEBANK, *options).stdout.decode()
                    for options in ((), ("--reader", "fast"))]
        self.assertRegex(measured[0], r"(?m)^raw text +[\d.]+")
        self.assertEqual(*measured)  # Esperanto has no morphology and no tables: its reader is its model.
        refused = self.run_program("train", "--language", "eo", "--dev", TREEBANK, "--reader", "accurate")
        self.assertEqual(refused.returncode, 2)
        self.assertIn(b"encoder.bin", refused.stderr)

    def test_two_runs_give_the_same_model(self):
        models = []
        for name in ("a.bin", "b.bin"):
            self.assertEqual(self.train(TREEBANK, "--epochs", "2", "-o", self.folder / name).returncode, 0)
            models.append((self.folder / name).read_bytes())
        self.assertEqual(*models)

    def test_a_bad_tree_is_named_by_its_line(self):
        for contents, line, what in [
            (row(1, 0) + row(2, 3) + row(3, 2), 2, "cycle"),
            (row(1, 0) + row(2, 1) + row(3, 0), 3, "root"),
            (row(1, 0) + row(2, 5), 2, "HEAD is 5"),
            (row(1, 0) + "2\tla\n", 2, "10 tab-separated fields"),
        ]:
            bad = self.folder / "bad.conllu"
            bad.write_text(contents + "\n")
            self.expect_refusal(self.train(bad), rf"{bad}:{line}: .*{what}")

    def test_an_empty_or_missing_treebank_is_refused(self):
        empty = self.folder / "empty.conllu"
        empty.write_text("")
        self.expect_refusal(self.train(empty), "the treebanks hold no sentence")
        self.expect_refusal(self.train(self.folder / "none.conllu"), ".*none.conllu: cannot be read")

    def test_silver_trees_vectors_and_a_dictionary_are_learnt_from(self):
        silver = self.folder / "silver.conllu"
        silver.write_bytes(self.parsed_by_a_model())
        files = {"vectors.txt": "kato 0.5 -1\nhundo 0.4 -0.9\nknabo -1 0.2\n", "words.tsv": "kanti\tVERB\n"}
        for name, contents in files.items():
            (self.folder / name).write_text(contents)
        options = {"--silver": "silver.conllu", "--silver-ratio": "0.2", "--vectors": "vectors.txt",
                   "--dictionary": "words.tsv"}
        given = ["--epochs", "2", "-o", self.folder / "student.bin"]
        models = set()
        for option, value in options.items():  # each of them changes the model
            given += [option, value if option == "--silver-ratio" else self.folder / value]
            result = self.train(TREEBANK, *given)
            self.assertEqual(result.returncode, 0, result.stderr)
            models.add((self.folder / "student.bin").read_bytes())
        self.assertEqual(len(models), 4)

    def parsed_by_a_model(self):
        self.assertEqual(self.train(TREEBANK, "--epochs", "2").returncode, 0)
        people = ["knabo", "verkisto", "soldato", "ministro", "infano"]
        text = "".join(f"La {person} vidis la hundon en Parizo. La {person} kuris.\n" for person in people)
        result = self.run_program("parse", "--language", "eo", "-", stdin=text)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def test_bad_vectors_and_dictionaries_are_named_by_line(self):
        bad = self.folder / "bad.txt"
        bad.write_text("kato 1 2\nhundo 1\n")
        self.expect_refusal(self.train(TREEBANK, "--vectors", bad), rf"{bad}:2: 1 numbers, the lines before have 2")
        bad.write_text("kanti\tverbo\n")
        self.expect_refusal(self.train(TREEBANK, "--dictionary", bad), rf"{bad}:1: expected a lemma, a tab and its UPOS")

    def test_a_damaged_model_or_one_of_another_language_is_refused(self):
        self.assertEqual(self.train(TREEBANK, "--epochs", "1").returncode, 0)
        model = self.language / "model.bin"
        whole = model.read_bytes()
        flipped = bytearray(whole)
        flipped[len(whole) // 2] ^= 4
        for contents, message in [(whole[:5000], "cut or damaged"), (bytes(flipped), "checksum"), (b"", "no Habari model")]:
            model.write_bytes(contents)
            result = self.run_program("parse", "--language", "eo", "-", stdin="La knabo legas.\n")
            self.assertNotEqual(result.returncode, 0)
            self.assertRegex(result.stderr.decode(), rf"model.bin: .*{message}")
        model.write_bytes(whole)
        other = self.folder / "languages" / "it"
        other.mkdir()
        (other / "model.bin").write_bytes(whole)
        result = self.run_program("parse", "--language", "it", "-", stdin="Il ragazzo legge.\n")
        self.assertRegex(result.stderr.decode(), "model.bin: model was trained for language eo, expected it")


if __name__ == "__main__":
    unittest.main()
