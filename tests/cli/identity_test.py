"""What the samples tell is one graph, to the byte, however its articles come; what they tell alike is one event, and what
they tell otherwise stays side by side. The program is the only argument."""
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

ARTICLES = pathlib.Path(__file__).resolve().parents[2] / "samples" / "articles"
FORMATS = ("ttl", "nt", "nq", "rdf", "jsonld", "graphml", "gexf")
DOCUMENTS = ("jsonl",)  # in the order of their identifiers where they are merged


def run_habari(*arguments):
    run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        raise AssertionError(run.stderr)
    return run.stdout


class Identity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        run_habari("extract", ARTICLES, "-o", cls.folder / "documents.jsonl")
        cls.documents = (cls.folder / "documents.jsonl").read_text().splitlines()
        cls.whole = cls.graph_of(["build"], [cls.write("whole", cls.documents)])
        cls.whole |= cls.graph_of(["merge"], [cls.folder / "whole.jsonl"], DOCUMENTS)

    @classmethod
    def write(cls, name, documents):
        path = cls.folder / f"{name}.jsonl"
        path.write_text("".join(line + "\n" for line in documents))
        return path

    @classmethod
    def graph_of(cls, command, inputs, formats=FORMATS):
        outputs = [cls.folder / f"graph.{ending}" for ending in formats]
        for output in outputs:
            output.unlink(missing_ok=True)
        run_habari(*command, *inputs, *(word for output in outputs for word in ("-o", output)))
        return {output.suffix: output.read_bytes() for output in outputs}

    def expect_same(self, found, expected, message):
        for ending in found:
            self.assertEqual(found[ending], expected[ending], f"{message}: {ending}")

    def test_articles_give_the_bytes_of_their_documents_on_any_number_of_threads(self):
        for jobs in (1, 2, 7):
            self.expect_same(self.graph_of(["build", "-j", jobs], [ARTICLES]), self.whole, f"{jobs} threads")

    def test_any_order_gives_the_same_bytes(self):
        draw = random.Random(1)
        for turn in range(4):
            order = draw.sample(self.documents, len(self.documents))
            self.expect_same(self.graph_of(["build"], [self.write("order", order)]), self.whole, f"order {turn}")

    def test_any_split_gives_the_same_bytes(self):
        draw = random.Random(2)
        for turn in range(4):
            parts = [[] for _ in range(draw.randint(2, 4))]
            for document in draw.sample(self.documents, len(self.documents)):
                draw.choice(parts).append(document)
            parts[0].append(draw.choice(self.documents))  # a document may come twice
            files = [self.write(f"part{number}", part) for number, part in enumerate(parts) if part]
            half = len(files) // 2
            if half > 0:  # merged in two steps
                run_habari("merge", *files[:half], "-o", self.folder / "half.jsonl")
                files = files[half:] + [self.folder / "half.jsonl"]
            self.expect_same(self.graph_of(["merge"], files, FORMATS + DOCUMENTS), self.whole, f"split {turn}")

    def test_taking_an_article_out_and_putting_it_in_again_leaves_no_trace(self):
        for number, document in enumerate(self.documents):
            rest = self.documents[:number] + self.documents[number + 1:]
            identifier = json.loads(document)["id"]
            without = self.graph_of(["remove", "--article", identifier], [self.folder / "whole.jsonl"], ("nq", "jsonl"))
            expected = self.graph_of(["merge"], [self.write("rest", rest)], ("nq", "jsonl"))
            self.expect_same(without, expected, f"without {identifier}")
            left = self.write("left", without[".jsonl"].decode().splitlines())
            again = self.graph_of(["merge"], [left, self.write("one", [document])], ("nq", "jsonl"))
            self.expect_same(again, self.whole, f"again {identifier}")

    def test_a_later_version_replaces_an_earlier_one(self):
        old = next(line for line in self.documents if json.loads(line)["id"] == "kigoma-summit")
        article = json.loads((ARTICLES / "kigoma-summit.json").read_text())
        article.update(date="2024-08-16", text=article["text"].replace("five years", "six years"))
        (self.folder / "later.json").write_text(json.dumps(article))
        run_habari("extract", self.folder / "later.json", "-o", self.folder / "later.jsonl")
        new = (self.folder / "later.jsonl").read_text().strip()
        others = [line for line in self.documents if line != old]
        expected = self.graph_of(["build"], [self.write("new", [new, *others])])
        for order in ([old, new], [new, old]):
            self.expect_same(self.graph_of(["build"], [self.write("both", order + others)]), expected, "replaced")
        self.assertNotEqual(expected[".nq"], self.whole[".nq"])

    def shared_events(self):
        """Labels of each event that several articles tell, by those articles."""
        articles, labels = {}, {}
        run_habari("build", self.write("told", self.documents), "--rdf", "full", "-o", self.folder / "full.nt")
        for line in (self.folder / "full.nt").read_text().splitlines():
            subject, predicate, rest = line.split(" ", 2)
            if "/event/" in subject and predicate.endswith("wasDerivedFrom>"):
                articles.setdefault(subject, set()).add(re.search(r"([\w-]+)> \.$", rest).group(1))
            if "/event/" in subject and predicate.endswith("#label>"):
                labels.setdefault(subject, set()).add(rest.removesuffix(" ."))
        return [(told, labels[event]) for event, told in articles.items() if len(told) > 1]

    def test_each_pair_of_articles_tells_its_events_in_two_languages(self):
        shared = self.shared_events()
        expected = {
            ("arusha-gas", "arusha-gesi"): [{'"meet"@en', '"kutana"@sw'}, {'"sign"@en', '"tia saini"@sw'},
                                            {'"congratulate"@en', '"pongeza"@sw'}],
            ("kigoma-mkutano", "kigoma-summit"): [{'"meet"@en', '"kutana"@sw'}],
        }
        for pair, labels in expected.items():
            found = [words for told, words in shared if told == set(pair)]
            for wanted in labels:
                self.assertTrue(any(wanted <= words for words in found), (pair, wanted, found))
        self.assertEqual({tuple(sorted(told)) for told, _ in shared}, set(expected), "joined what nobody told")

    def test_two_counts_of_the_dead_stay_side_by_side_each_with_its_source(self):
        tolls = {}
        for line in self.documents:
            document = json.loads(line)
            if not document["id"].startswith("rufiji-floods"):
                continue
            for event in document["events"]:
                if event["label"] == "kill":
                    patient = next(arg for arg in event["args"] if arg["role"] == "patient")
                    tolls[patient["phrase"]["text"].split()[0]] = event.get("source", {}).get("text")
        self.assertEqual(tolls, {"five": "Tanzania Red Cross", "three": "Salma Mbonde"})
        rows = run_habari("query", self.folder / "whole.jsonl", "--relation", "kill", "--format", "jsonl")
        killed = [json.loads(row) for row in rows.splitlines()]
        self.assertGreaterEqual(len(killed), 2, rows)
        for toll in ("five people", "three people"):
            self.assertEqual(sum(toll in json.dumps(row) for row in killed), 1, (toll, rows))


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop()).resolve())
    unittest.main()
