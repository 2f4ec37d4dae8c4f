"""habari merge, remove, build --explain and gazetteer import. The program is the only argument."""
import itertools
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest


def document(name, language, date, text, people, day, lemma):
    def span(words):
        begin = text.index(words)
        return {"begin": begin, "end": begin + len(words), "text": words}

    entities = [{**span(words), "kind": "person", "entity": identifier, "name": words} for words, identifier in people]
    args = [{"role": role, **span(words), "entity": identifier}
            for role, (words, identifier) in zip(("agent", "companion"), people)]
    args.append({"role": "time", **span(day), "value": "2024-03-04"})
    event = {"trigger": span(lemma), "lemma": lemma, "label": "meet", "type": "CONSULT", "factuality": "actual",
             "args": args, "sentence": {"begin": 0, "end": len(text)}, "confidence": 0.9}
    return json.dumps({"schema": "habari/document/1", "id": name, "language": language, "date": date, "text": text,
                       "entities": entities, "events": [event], "relations": []})


MBALI = ("Jane Mbali", "person/jane-mbali")
DOCUMENTS = {
    "a": document("a", "en", "2024-03-05", "Jane Mbali met Kim Jong-un on Monday.",
                  [MBALI, ("Kim Jong-un", "person/kim-jong-un")], "Monday", "met"),
    "b": document("b", "sw", "2024-03-05", "Jane Mbali alikutana na Kim Jongun Jumatatu.",
                  [MBALI, ("Kim Jongun", "person/kim-jongun")], "Jumatatu", "alikutana"),
    "c": document("c", "en", "2024-03-06", "Jane Mbali met Peter Otieno on Monday.",
                  [MBALI, ("Peter Otieno", "person/peter-otieno")], "Monday", "met"),
}


class Merge(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def run_habari(self, *arguments, status=0):
        run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, cwd=self.folder,
                             timeout=60)
        self.assertEqual(run.returncode, status, run.stderr)
        return run

    def write(self, name, *keys):
        (self.folder / name).write_text("".join(DOCUMENTS[key] + "\n" for key in keys))
        return name

    def read(self, name):
        return (self.folder / name).read_bytes()

    def test_any_split_in_any_order_gives_the_bytes_of_the_whole(self):
        self.run_habari("build", self.write("all.jsonl", "a", "b", "c"), "-o", "whole.nq")
        for order in itertools.permutations("abc"):
            for cut in range(4):
                first = self.write("first.jsonl", *order[:cut], order[0])
                second = self.write("second.jsonl", *order[cut:], order[1])
                self.run_habari("merge", first, second, "-o", "merged.nq", "-o", "merged.jsonl")
                self.assertEqual(self.read("merged.nq"), self.read("whole.nq"), (order, cut))
                self.assertEqual([json.loads(line)["id"] for line in self.read("merged.jsonl").splitlines()],
                                 ["a", "b", "c"])

    def test_removing_an_article_leaves_no_trace_and_adding_it_again_restores_it(self):
        self.write("all.jsonl", "a", "b", "c")
        self.run_habari("build", "all.jsonl", "-o", "whole.nq")
        self.run_habari("build", self.write("two.jsonl", "a", "c"), "-o", "two.nq")
        self.run_habari("remove", "--article", "b", "all.jsonl", "-o", "rest.nq", "-o", "rest.jsonl")
        self.assertEqual(self.read("rest.nq"), self.read("two.nq"))
        self.run_habari("merge", "rest.jsonl", self.write("b.jsonl", "b"), "-o", "again.nq")
        self.assertEqual(self.read("again.nq"), self.read("whole.nq"))

    def test_removing_what_is_not_there_is_an_error_and_writes_nothing(self):
        self.write("all.jsonl", "a")
        run = self.run_habari("remove", "--article", "z", "all.jsonl", "-o", "rest.nq", status=2)
        self.assertIn('no article "z"', run.stderr)
        self.assertFalse((self.folder / "rest.nq").exists())

    def test_the_later_version_of_an_article_replaces_the_earlier_in_either_order(self):
        old = self.write("old.jsonl", "a")
        newer = json.loads(DOCUMENTS["c"])
        newer.update(id="a", date="2024-03-07")
        (self.folder / "new.jsonl").write_text(json.dumps(newer) + "\n")
        self.run_habari("merge", old, "new.jsonl", "-o", "one.nq")
        self.run_habari("merge", "new.jsonl", old, "-o", "two.nq")
        self.run_habari("build", "new.jsonl", "-o", "new.nq")
        self.assertEqual(self.read("one.nq"), self.read("two.nq"))
        self.assertEqual(self.read("one.nq"), self.read("new.nq"))

    def test_graphs_made_apart_are_told_to_be_joined_by_identifier_only(self):
        for key in "ab":
            self.run_habari("build", self.write(f"{key}.jsonl", key), "-o", f"{key}.nq")
        for inputs in (["a.nq", "b.nq"], ["a.nq", "b.jsonl"]):
            self.assertIn("graph files keep the entities", self.run_habari("merge", *inputs, "-o", "ab.nq").stderr)
        for inputs in (["a.nq"], ["a.jsonl", "b.jsonl"]):
            self.assertNotIn("graph files", self.run_habari("merge", *inputs, "-o", "ab.nq").stderr)

    def test_a_confidence_outside_zero_to_one_costs_its_article_only(self):
        bad = DOCUMENTS["a"].replace('"confidence": 0.9', '"confidence": 1e300')
        (self.folder / "in.jsonl").write_text(bad + "\n" + DOCUMENTS["b"] + "\n")
        run = self.run_habari("merge", "in.jsonl", "-o", "out.jsonl", status=1)
        self.assertIn('in.jsonl:1: "confidence" is 1e+300, expected 0 to 1', run.stderr)
        self.assertEqual([json.loads(line)["id"] for line in self.read("out.jsonl").splitlines()], ["b"])

    def test_so_does_one_of_an_argument(self):
        document = json.loads(DOCUMENTS["a"])
        document["events"][0]["args"][0]["confidence"] = -1
        (self.folder / "in.jsonl").write_text(DOCUMENTS["b"] + "\n" + json.dumps(document) + "\n")
        run = self.run_habari("merge", "in.jsonl", "-o", "out.jsonl", status=1)
        self.assertIn('in.jsonl:2: "confidence" is -1, expected 0 to 1', run.stderr)
        self.assertEqual([json.loads(line)["id"] for line in self.read("out.jsonl").splitlines()], ["b"])

    def test_explain_says_why_names_are_one(self):
        self.write("all.jsonl", "a", "b", "c")
        run = self.run_habari("build", "all.jsonl", "--explain", "kim jongun")
        self.assertIn("joined: ", run.stdout)
        self.assertIn("spelling", run.stdout)
        self.assertIn("person/kim-jong-un", run.stdout)
        self.assertIn("Kim Jongun (sw)", run.stdout)
        run = self.run_habari("build", "all.jsonl", "--explain", "Nobody Here", status=2)
        self.assertIn("no entity is called", run.stderr)

    def test_a_gazetteer_is_imported_and_a_damaged_one_refused(self):
        (self.folder / "towns.csv").write_text("id,name,rank\nplace/korongwema,Korongwema,7\n")
        run = self.run_habari("gazetteer", "import", "towns.csv", "-o", "towns.bin")
        self.assertIn("1 entities read, 1 taken", run.stderr)
        (self.folder / "news.txt").write_text("Traders of Korongwema met the minister on Monday, officials said.\n")
        run = self.run_habari("extract", "--language", "en", "--gazetteer", "towns.bin", "news.txt")
        self.assertIn('"links":["gazetteer:place/korongwema"', run.stdout)
        (self.folder / "cut.bin").write_bytes(self.read("towns.bin")[:100])
        run = self.run_habari("extract", "--language", "en", "--gazetteer", "cut.bin", "news.txt", status=2)
        self.assertIn("cut.bin: byte 100: the file ends", run.stderr)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop()).resolve())
    unittest.main()
