"""Pairs of passages that tell of one event, or name one entity, or of two (passage_pairs.tsv): alone and among all the
others. What is two is joined or linked in no more than those known to be. The program is the only argument."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

TABLE = pathlib.Path(__file__).with_name("passage_pairs.tsv")
MOST_WRONG = 5  # Namesakes: of persons, of a country and a state, of a team and an animal.
LEAST_JOINED = 0.5
MENTION = "https://w3id.org/habari/ontology#mention"
TRIGGER = "https://w3id.org/habari/ontology#trigger"
CLOSE_MATCH = "http://www.w3.org/2004/02/skos/core#closeMatch"
ENTITY_OF = "http://www.w3.org/2005/11/its/rdf#taIdentRef"
LINKS = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)>")
PLACE = re.compile(r"/article/([^#]*)#char=(\d+),(\d+)")


def run_habari(*arguments):
    run = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, timeout=600)
    if run.returncode != 0:
        raise AssertionError(run.stderr)


def read_passages():
    """Articles, with the place of what is asked about, by number and side; and whether the two are one."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    articles, asked, same = {}, {}, {}
    for number, line in enumerate(lines[1:]):
        verdict, *cells = line.split("\t")
        same[number] = verdict == "same"
        for side in (0, 1):
            language, date, passage = cells[3 * side:3 * side + 3]
            begin, end = passage.index("["), passage.index("]") - 1
            identifier = f"p{number}-{side}"
            text = passage.replace("[", "").replace("]", "")
            articles[identifier] = {"id": identifier, "language": language, "date": date, "text": text}
            asked[identifier] = begin, end
    return articles, asked, same


class Meanings:
    """What the graph has at a place: an entity where there is a name, else an event."""

    def __init__(self, path, asked):
        self.asked, self.entities, self.events, self.matches = asked, {}, {}, set()
        event_of, trigger_of = {}, {}
        quads = path.read_text(encoding="utf-8").splitlines()
        for subject, predicate, value in (link.groups() for link in map(LINKS.match, quads) if link):
            if predicate == ENTITY_OF:
                self.note(self.entities, subject, value)
            elif predicate == MENTION and "/event/" in subject:
                event_of[value] = subject
            elif predicate == TRIGGER:
                trigger_of[subject] = value
            elif predicate == CLOSE_MATCH:
                self.matches.add(frozenset((subject, value)))
        for mention, event in event_of.items():
            self.note(self.events, trigger_of.get(mention, mention), event)

    def note(self, meanings, place, what):
        found = PLACE.search(place)
        if not found:
            return
        article, begin, end = found[1], int(found[2]), int(found[3])
        first, last = self.asked[article]
        if begin < last and first < end:
            meanings.setdefault(article, set()).add(what)

    def meet(self, number):
        first, second = (f"p{number}-{side}" for side in (0, 1))
        for meanings in (self.events, self.entities):
            a, b = meanings.get(first, set()), meanings.get(second, set())
            if a & b or any(frozenset((x, y)) in self.matches for x in a for y in b):
                return True
        return False


class PassagePairs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.folder = pathlib.Path(cls.temporary.name)
        cls.articles, cls.asked, cls.same = read_passages()
        lines = (json.dumps(article, ensure_ascii=False) + "\n" for article in cls.articles.values())
        (cls.folder / "articles.jsonl").write_text("".join(lines), encoding="utf-8")
        run_habari("extract", cls.folder / "articles.jsonl", "-o", cls.folder / "all.jsonl")
        documents = (cls.folder / "all.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
        cls.documents = {json.loads(line)["id"]: line for line in documents}

    def meanings(self, documents):
        (self.folder / "some.jsonl").write_text("".join(documents), encoding="utf-8")
        run_habari("build", self.folder / "some.jsonl", "--no-text", "-o", self.folder / "graph.nq")
        return Meanings(self.folder / "graph.nq", self.asked)

    def check(self, meets, where):
        wrong = [number for number, same in self.same.items() if not same and meets[number]]
        right = [number for number, same in self.same.items() if same and meets[number]]
        missed = [number for number, same in self.same.items() if same and not meets[number]]
        self.assertLessEqual(len(wrong), MOST_WRONG, f"{where}: {[self.articles[f'p{n}-0']['text'] for n in wrong]}")
        self.assertGreaterEqual(len(right), LEAST_JOINED * (len(right) + len(missed)),
                                f"{where}: {[self.articles[f'p{n}-0']['text'] for n in missed]}")

    def test_each_pair_by_itself(self):
        self.check({number: self.meanings([self.documents[f"p{number}-{side}"] for side in (0, 1)]).meet(number)
                    for number in self.same}, "alone")

    def test_all_together(self):
        together = self.meanings(self.documents.values())
        self.check({number: together.meet(number) for number in self.same}, "together")


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop()).resolve())
    unittest.main()
