"""What `habari parse` promises of its output.

Usage: parse_test.py PROGRAM
"""
import json, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
DATA = Path(__file__).parents[2] / "data"
ARTICLES = Path(__file__).parents[2] / "samples" / "articles"


def habari(*arguments, stdin=b"", status=0):
    result = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=120)
    assert result.returncode == status, result.stderr.decode()
    return result.stdout.decode()


def sentences(conllu):
    """Each sentence as its rows of ten fields."""
    return [[line.split("\t") for line in block.splitlines() if not line.startswith("#")]
            for block in conllu.split("\n\n") if block.strip()]


class Parse(unittest.TestCase):
    def test_every_sentence_is_a_tree_of_ten_columns(self):
        found = sentences(habari("parse", ARTICLES))
        self.assertGreater(len(found), 20)
        for rows in found:
            words = [row for row in rows if "-" not in row[0]]
            self.assertTrue(all(len(row) == 10 for row in rows))
            heads = {int(row[0]): int(row[6]) for row in words}
            self.assertEqual(list(heads.values()).count(0), 1)
            for word in heads:
                steps = 0
                while word:
                    word, steps = heads[word], steps + 1
                    self.assertLessEqual(steps, len(heads))

    def test_words_of_conllu_input_are_kept_and_heads_need_not_be_there(self):
        rows = ["Mkulima", "amenunua", "gari", "."]
        bare = "# sent_id = s1\n" + "".join(f"{i}\t{w}\t_\t_\t_\t_\t_\t_\t_\t_\n" for i, w in enumerate(rows, 1)) + "\n"
        parsed = sentences(habari("parse", "--language", "sw", "--format", "conllu", "-", stdin=bare.encode()))[0]
        self.assertEqual([row[1] for row in parsed], rows)
        self.assertEqual([row[3] for row in parsed], ["NOUN", "VERB", "NOUN", "PUNCT"])
        self.assertEqual([row[6] for row in parsed], ["2", "0", "2", "2"])

    def test_trees_read_back_give_the_same_events(self):
        for name in ["arusha-gesi.html", "arusha-gas.json"]:
            direct = json.loads(habari("extract", ARTICLES / name))
            trees = habari("parse", ARTICLES / name)
            through = json.loads(habari("extract", "--format", "conllu", "--language", direct["language"], "-",
                                        stdin=trees.encode()))
            self.assertEqual(through["id"], direct["id"])
            self.assertGreater(len(direct["events"]), 5)
            self.assertEqual([(e["trigger"]["text"], e["label"]) for e in through["events"]],
                             [(e["trigger"]["text"], e["label"]) for e in direct["events"]])

    def test_both_readers_give_trees_and_names_in_both_languages(self):
        texts = {"sw": "Amina Juma alimpongeza Hamisi Kibwana mjini Mombasa.", "en": "Amina Juma praised Hamisi Kibwana in Mombasa."}
        for language, text in texts.items():
            for reader in ("accurate", "fast"):
                rows = sentences(habari("parse", "--language", language, "--reader", reader, "-", stdin=text.encode()))[0]
                verb = next(row for row in rows if row[7] == "root")
                self.assertEqual((verb[1], verb[3]), (text.split()[2], "VERB"), (language, reader))
                self.assertEqual([rows[0][7], rows[0][6]], ["nsubj", verb[0]], (language, reader))
                named = [row[1] for row in rows if "NER=B-person" in row[9]]
                self.assertEqual(named, ["Amina", "Hamisi"], (language, reader))

    def test_the_fast_reader_is_the_default_where_there_is_no_accurate_model(self):
        article = ARTICLES / "arusha-gas.json"
        with tempfile.TemporaryDirectory() as folder:
            for name in ("languages", "gazetteer"):
                (Path(folder) / name).symlink_to(DATA / name)
            fast = habari("parse", "--reader", "fast", article)
            self.assertEqual(habari("parse", "--data", folder, article), fast)
            result = subprocess.run([PROGRAM, "parse", "--data", folder, "--reader", "accurate", article],
                                    capture_output=True, timeout=120)
            self.assertIn("models/encoder.bin: cannot read the model", result.stderr.decode())
            self.assertNotEqual(result.returncode, 0)

    def test_output_file_and_threads(self):
        one = habari("parse", "-j", 1, ARTICLES)
        with tempfile.TemporaryDirectory() as folder:
            habari("parse", "-j", 4, ARTICLES, "-o", Path(folder) / "trees.conllu")
            self.assertEqual((Path(folder) / "trees.conllu").read_text(), one)


if __name__ == "__main__":
    unittest.main()
