#!/usr/bin/env python3
"""Write docs/walkthrough.md: one sentence's way through every stage, with what each stage really gives.

    scripts/write_walkthrough.py [--program build/cli/habari] [--check]

--check compares with the page that is there and ends with 1 where it is out of date.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training"))
from habari_training.whole_file import write_whole  # noqa: E402

PAGE = ROOT / "docs/walkthrough.md"
SENTENCE = ("Rais wa Kenya William Ruto alisema Jumatano kwamba serikali itajenga hospitali mbili "
            "katika mji wa Kisumu.")
DATE = "2024-05-15"


class Walk:
    def __init__(self, program):
        self.program = program
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.article = self.folder / "article.txt"
        self.article.write_text(SENTENCE + "\n", encoding="utf-8")

    def habari(self, *arguments):
        command = [str(self.program), *map(str, arguments)]
        return subprocess.run(command, check=True, capture_output=True, text=True, cwd=self.folder).stdout

    def page(self):
        options = ["--language", "sw", "--date", DATE]
        tree = self.habari("parse", "--language", "sw", "article.txt")
        line = self.habari("extract", *options, "article.txt")
        document = json.loads(line)
        (self.folder / "document.jsonl").write_text(line, encoding="utf-8")
        triples = self.habari("triples", "document.jsonl")
        self.habari("build", "document.jsonl", "-o", "graph.ttl", "-o", "graph.graphml")
        turtle = (self.folder / "graph.ttl").read_text(encoding="utf-8")
        graphml = (self.folder / "graph.graphml").read_text(encoding="utf-8")
        return "\n".join([
            "# One sentence's way through Habari", "",
            "Written by `scripts/write_walkthrough.py`; every block is what the program printed.", "",
            "An article of one sentence, dated " + DATE + ":", "", fenced("text", SENTENCE), "",
            "## 1. A sentence becomes a tree", "",
            "`extractors/reading` has read the file, `extractors/language/analysis` cuts it into words, looks into each word "
            "(subject prefix, tense, root, endings) and builds the Universal Dependencies tree: `habari parse`.", "",
            fenced("", tree), "",
            "## 2. Names and times are found", "",
            "`extractors/entities` finds names, joins those that mean the same, and turns times into ISO values "
            "against the article's date.", "",
            fenced("json", lines(document["entities"])), "",
            "## 3. A tree becomes events", "",
            "`extractors/events/frames` reads who did what to whom off the tree, by the tables in "
            "`data/languages/sw/lexicon`: `habari extract`.", "",
            fenced("json", lines(document["events"])), "",
            "What the title states stands beside the events:", "",
            fenced("json", lines(document["relations"])), "",
            "## 4. Events become a graph", "",
            "`core` collects documents into vertices and edges; `habari triples` shows its subject – relation – object "
            "view.", "", fenced("", triples), "",
            "## 5. The graph becomes Turtle", "",
            "`exporters/rdf`: `habari build -o graph.ttl`.", "", fenced("turtle", turtle), "",
            "## 6. … and GraphML", "",
            "`exporters/graphml`: `habari build -o graph.graphml`, for Gephi.", "", fenced("xml", graphml), ""])


def fenced(language, text):
    return f"```{language}\n{text.rstrip()}\n```"


def lines(items):
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/cli/habari")
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    page = Walk(arguments.program.resolve()).page()
    if not arguments.check:
        write_whole(PAGE, page)
    elif PAGE.read_text(encoding="utf-8") != page:
        sys.exit("docs/walkthrough.md is out of date: run scripts/write_walkthrough.py")


if __name__ == "__main__":
    main()
