"""The messages that docs/mistakes.md shows are those that the program gives.

Usage: mistakes_test.py PROGRAM. With HABARI_REWRITE_GOLDEN=1 the page gets the program's messages; read the difference.
"""
import json, os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = Path(sys.argv.pop(1)).resolve()
PAGE = Path(__file__).resolve().parents[2] / "docs" / "mistakes.md"
BLOCK = re.compile(r"^```mistake\n(\$ (habari[^\n]*)\n)(.*?)^```$", re.M | re.S)
TEXT = "Rais wa Zambia Bwalya Mumba alikutana na waziri mkuu wa Malawi Chikondi Phiri mjini Lusaka Jumatano."
FILES = {
    "article.txt": "LUSAKA, 13 Mei 2024\n" + TEXT.replace(" Jumatano", ""),
    "undated.txt": TEXT,
    "question.rq": "SELECT * { ?a ?b ?c }",
    "pictures/a.jpg": b"\xff\xd8\xff\xe0",
    "report.pdf": b"%PDF-1.7\n\xe2\xe3",
    "report.txt": b"%PDF-1.7\n\xe2\xe3",
    "letter.docx": b"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml",
    "news.zip": b"PK\x03\x04\x14\x00a.txt",
    "page.jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "articles.csv": "id,date,text\n1,2024-05-13,Rais alisema.\n",
    "articles.xlsx": b"PK\x03\x04\x14\x00[Content_Types].xml xl/workbook.xml",
    "members.jsonl": json.dumps({"headline": "Rais akutana na waziri", "body": TEXT}),
    "date.jsonl": json.dumps({"text": TEXT, "date": "13/05/2024"}),
    "broken.jsonl": '{"text": "Rais alisema.',
    "latin1.txt": "Rais alisema «ndiyo».".encode("latin-1"),
    "utf16.txt": TEXT.encode("utf-16"),
    "empty.txt": "",
    "menu.html": "<html><nav><a href='/'>Mwanzo</a></nav></html>",
    "french.txt": "Le ministre de la santé a annoncé hier que le nouvel hôpital ouvrira bientôt.",
    "twice.jsonl": "\n".join(json.dumps({"id": "a", "text": text}) for text in (TEXT, "Rais alisema.")),
}


class Mistakes(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        for name, contents in FILES.items():
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
        for output in ("graph.nq", "graph.gexf"):
            subprocess.run([PROGRAM, "build", "undated.txt", "--date", "2024-05-13", "-o", output], cwd=self.folder,
                           check=True, capture_output=True, timeout=60)

    def told(self, command):
        """What the program says of a command, its standard output going nowhere."""
        environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        environment["PATH"] = f"{PROGRAM.parent}:{os.environ['PATH']}"
        done = subprocess.run(["sh", "-c", command], cwd=self.folder, env=environment, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=120)
        self.assertIn(done.returncode, (0, 1, 2), command)
        return done.stderr.decode()

    def test_the_page_shows_what_the_program_says(self):
        page = PAGE.read_text(encoding="utf-8")
        self.assertGreaterEqual(len(BLOCK.findall(page)), 30)
        shown = BLOCK.sub(lambda block: f"```mistake\n{block[1]}{self.told(block[2])}```", page)
        if os.environ.get("HABARI_REWRITE_GOLDEN"):
            PAGE.write_text(shown, encoding="utf-8")
        for expected, found in zip(BLOCK.findall(page), BLOCK.findall(shown)):
            with self.subTest(expected[1]):
                self.assertEqual(found[2], expected[2])

    def test_every_message_says_something(self):
        for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
            self.assertRegex(block[2], r"^habari: ", block[1])


if __name__ == "__main__":
    unittest.main()
