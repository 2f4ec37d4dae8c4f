"""Inputs that were made to do harm: to memory, to files and to the network beside them. The program is the only argument."""
import gzip
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

SANITIZED = "HABARI_SANITIZED" in os.environ  # Memory is then mostly the sanitizers'.
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="http://purl.org/dc/terms/">'
DESCRIPTION = '<rdf:Description rdf:about="http://x/a"><t:title>%s</t:title></rdf:Description></rdf:RDF>'
STATEMENT = b'<http://x/a> <http://x/b> "'
BOMB_MEGABYTES = 200


class HostileInput(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, name, contents):
        path = self.folder / name
        path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
        return path

    def bomb(self, name, start, byte):
        path = self.folder / name
        with gzip.open(path, "wb", 1) as file:
            file.write(start)
            for _ in range(BOMB_MEGABYTES):
                file.write(byte * 1_000_000)
        return path

    def refused(self, *arguments):
        """What the program says; the megabytes that it took at most."""
        with tempfile.TemporaryFile() as messages:
            process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL,
                                       stdout=subprocess.DEVNULL, stderr=messages, cwd=self.folder)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            messages.seek(0)
            said = messages.read().decode()
        self.assertIn(process.returncode, (1, 2), said)
        return said, 0 if SANITIZED else usage.ru_maxrss / 1024

    def test_packed_files_take_no_more_memory_than_one_article_or_statement_may(self):
        for names, start, byte in (
                (("zeros.conllu.gz", "zeros.jsonl.gz", "zeros.json.gz", "zeros.txt.gz", "zeros.html.gz", "zeros.ttl.gz",
                  "zeros.trig.gz", "zeros.nt.gz", "zeros.nq.gz", "zeros.rdf.gz", "zeros.rj.gz"), b"", b"\0"),
                (("literal.ttl.gz", "literal.trig.gz", "literal.nt.gz", "literal.nq.gz"), STATEMENT, b"a"),
                (("column.conllu.gz",), b"1\t", b"a"),
                (("comments.conllu.gz",), b"# text = ", b"a"),
                (("literal.rj.gz",), b'{"http://x/a": {"http://x/b": [{"type": "literal", "value": "', b"a"),
                (("literal.rdf.gz",), (RDF + DESCRIPTION.split("%")[0]).encode(), b"a"),
                (("document.jsonl.gz",), b'{"schema": "habari/document/1", "id": "a", "language": "en", "text": "', b"a")):
            path = self.bomb("bomb", start, byte)
            for name in names:
                with self.subTest(name):
                    os.link(path, self.folder / name)
                    said, megabytes = self.refused("build", name, "-o", "out.nq")
                    self.assertIn(name, said)
                    self.assertLess(megabytes, 180)

    def test_entities_of_rdf_xml_open_nothing(self):
        with socket.create_server(("127.0.0.1", 0)) as server:
            accepted = []

            def accept():
                try:
                    accepted.append(server.accept())
                except OSError:
                    pass  # Shut down: nobody came.

            listener = threading.Thread(target=accept)
            listener.start()
            port = server.getsockname()[1]
            told = self.write("told.txt", "the content of another file")
            for number, declared in enumerate((f'<!ENTITY % d SYSTEM "http://127.0.0.1:{port}/d.dtd"> %d;',
                                               f'<!ENTITY % d SYSTEM "{told.as_uri()}"> %d;',
                                               f'<!ENTITY d SYSTEM "{told.as_uri()}">',
                                               '<!ENTITY d "' + "x" * 100_000 + '">')):
                file = self.write(f"{number}.rdf", f"<!DOCTYPE r [{declared}]>" + RDF + DESCRIPTION % ("&d;" * 20_000))
                said, megabytes = self.refused("merge", file, "-o", "out.nq")
                self.assertIn("a document type declaration (<!DOCTYPE)", said)
                self.assertNotIn("the content", said)
                self.assertLess(megabytes, 100)
            server.shutdown(socket.SHUT_RDWR)
            listener.join(timeout=10)
        self.assertEqual(accepted, [])

    def test_any_number_of_comments_without_words_is_passed_over(self):
        comments = "# nothing\n\n" * 20_000
        said, _ = self.refused("extract", "--language", "sw", self.write("comments.conllu", comments))
        self.assertIn("comments.conllu: no ", said)
        word = "1\tAmina\tAmina\tPROPN\t_\t_\t0\troot\t_\t_\n\n"
        file = self.write("word.conllu", comments + word)
        run = subprocess.run([PROGRAM, "extract", "--language", "sw", str(file)], capture_output=True, text=True)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertIn('"text":"Amina"', run.stdout)

    def test_a_statement_of_many_megabytes_is_read(self):
        text = "a" * 16_000_000
        for name in ("long.nt", "long.nq", "long.ttl"):
            said, megabytes = self.refused("query", self.write(name, STATEMENT + text.encode() + b'" .\n'))
            self.assertIn(f"{name}: holds no article of a Habari graph", said)
            self.assertLess(megabytes, 180)

    def test_imports_into_one_file_at_a_time_give_one_of_them_whole(self):
        rows = {key: "id,name,rank\n" + "".join(f"place/{key}{i},Mji{key}{i},7\n" for i in range(20_000)) for key in "ab"}
        whole = set()
        for key, table in rows.items():
            self.write(f"{key}.csv", table)
            subprocess.run([PROGRAM, "gazetteer", "import", f"{key}.csv", "-o", f"{key}.bin"], cwd=self.folder, check=True,
                           capture_output=True)
            whole.add((self.folder / f"{key}.bin").read_bytes())
        runs = [subprocess.Popen([PROGRAM, "gazetteer", "import", f"{key}.csv", "-o", "both.bin"], cwd=self.folder,
                                 stderr=subprocess.DEVNULL) for key in "ab" * 3]
        self.assertEqual([run.wait(timeout=60) for run in runs], [0] * len(runs))
        self.assertIn((self.folder / "both.bin").read_bytes(), whole)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()),
                         ["a.bin", "a.csv", "b.bin", "b.csv", "both.bin"])


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop()).resolve())
    unittest.main()
