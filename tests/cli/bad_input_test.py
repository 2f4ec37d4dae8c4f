"""What the program does with bad input: one clear message for each fault, the right exit status, and all else still read.

Usage: bad_input_test.py PROGRAM
"""
import gzip, json, os, re, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
SANITIZED = "HABARI_SANITIZED" in os.environ  # Memory is then mostly the sanitizers'.
GOOD = "Waziri wa afya amefungua hospitali mpya mjini Dodoma siku ya Jumatatu."
OTHER = "Wakulima wa Mbeya walipanda mahindi wiki iliyopita, afisa kilimo alisema."


def run(*arguments, stdin=b"", **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=120, **options)


def peak_megabytes(*arguments):
    """Runs the program with its output thrown away; its status, messages and peak memory."""
    with tempfile.TemporaryFile() as messages:
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        return process.returncode, messages.read().decode(), 0 if SANITIZED else usage.ru_maxrss / 1024


class BadInput(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.good = self.write("good.txt", GOOD)

    def write(self, name, contents):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
        return path

    def expect(self, result, status, *messages, texts=()):
        """Status, the texts of the documents, and the messages: each a line that holds the expected words."""
        stderr = result.stderr.decode()
        self.assertEqual(result.returncode, status, stderr)
        self.assertEqual([json.loads(line)["text"] for line in result.stdout.decode().splitlines()], list(texts))
        lines = stderr.splitlines()
        for message in messages:
            self.assertTrue(any(message in line for line in lines), f"no line with {message!r} in:\n{stderr}")
        for line in lines:
            self.assertTrue(line.startswith("habari: ") or line.startswith("Try "), line)

    # --- messages ------------------------------------------------------------------------------------------------

    def test_what_messages_quote_does_nothing_to_a_terminal(self):
        for name, told in (("\x1b[31mred", r"\x1b[31mred"), ("a\nhabari: b", r"a\nhabari: b"), ("a\r\x7f", r"a\x0d\x7f"),
                           ("\u009b2J", r"\u009b2J"), ("\u202elatot", r"\u202elatot"), ("a\udcffb", r"a\xffb"),
                           ("jumla\tßé", "jumla\tßé")):
            self.expect(run("extract", self.folder / name), 2, f"{self.folder}/{told}: ")
            self.expect(run("extract", "good.txt", "--" + name), 2, "--" + told)

    # --- what is inside an article -------------------------------------------------------------------------------

    def test_invalid_utf8(self):
        bad = self.write("bad.txt", b"Mstari wa kwanza\nwa \xff pili")
        self.expect(run("extract", bad, self.good), 1, f"{bad}:2: invalid UTF-8 (0xFF is byte 4 of the line)",
                    "1 article skipped, 1 article read", texts=[GOOD])

    def test_truncated_utf8(self):
        bad = self.write("bad.txt", "Mjini Zürich".encode()[:8])
        self.expect(run("extract", bad, self.good), 1, f"{bad}:1: truncated UTF-8", texts=[GOOD])

    def test_nul_bytes(self):
        bad = self.write("bad.txt", b"moja\nmb\0ili")
        lines = self.write("bad.jsonl", json.dumps({"text": GOOD}).encode() + b'\n{"text": "a\0b"}\n{"text": "a\\u0000b"}\n')
        self.expect(run("extract", bad, lines), 1, f"{bad}:2: a NUL byte", f"{lines}:2: a NUL byte",
                    f"{lines}:3: a NUL byte", texts=[GOOD])

    def test_control_characters_are_told_and_read_as_blanks(self):
        odd = self.write("odd.txt", GOOD.replace("mpya ", "mpya\x02").encode())
        self.expect(run("extract", odd), 0, f"{odd}:1: control characters read as blanks: 1", texts=[GOOD])

    def test_a_line_of_100_megabytes(self):
        huge = self.write("huge.txt", b"habari ya leo " * (100_000_000 // 14))
        for name, options in [("text", []), ("lines", ["--format", "lines"]), ("html", ["--format", "html"]),
                              ("json lines", ["--format", "jsonl"])]:
            with self.subTest(name):
                status, messages, megabytes = peak_megabytes("extract", *options, huge, self.good)
                self.assertEqual(status, 1, messages)
                self.assertRegex(messages, re.escape(str(huge)) + "(:1)?: more than \\d+ bytes in one article; skipped")
                self.assertLess(megabytes, 300)

    def test_a_json_object_of_100_megabytes(self):
        huge = self.write("huge.json", b'[{"text": "' + b"habari ya leo " * (100_000_000 // 14) + b'"}]')
        status, messages, megabytes = peak_megabytes("extract", huge, self.good)
        self.assertEqual(status, 1, messages)
        self.assertIn(f"{huge}:1: an object of more than", messages)
        self.assertLess(megabytes, 300)

    def test_empty_files(self):
        for name in ["empty.txt", "empty.html", "empty.json", "empty.jsonl", "empty.conllu"]:
            with self.subTest(name):
                empty = self.write(name, "")
                self.expect(run("extract", empty, self.good), 1, f"{empty}: no ", texts=[GOOD])
                self.expect(run("extract", empty), 1, f"{empty}: no ")
        blank = self.write("blank.txt", " \n\r\n\t\n")
        self.expect(run("extract", blank), 1, f"{blank}: no text")

    def test_broken_html_is_mended(self):
        page = self.write("broken.html", f"<html><body><div><p>{GOOD}<p>{OTHER}</div></i></body></table><b")
        self.expect(run("extract", page), 0, texts=[GOOD + "\n" + OTHER])

    def test_html_without_an_article(self):
        page = self.write("menu.html", "<html><nav><a href='/'>Mwanzo</a></nav><script>x()</script></html>")
        deep = self.write("deep.html", "<div>" * 100_000)
        self.expect(run("extract", page, deep, self.good), 1, f"{page}: no article found",
                    f"{deep}: more than 5000 tags open at once", texts=[GOOD])

    def test_malformed_json_in_one_line_of_many(self):
        lines = [json.dumps({"id": str(i), "text": f"{GOOD} {i}"}) for i in range(100)]
        lines[41] = lines[41][:-5]
        many = self.write("many.jsonl", "\n".join(lines))
        result = run("extract", many)
        self.expect(result, 1, f"{many}:42: malformed JSON at byte ", "1 article skipped, 99 articles read",
                    texts=[f"{GOOD} {i}" for i in range(100) if i != 41])

    def test_malformed_json_array(self):
        array = self.write("array.json", '[{"text": "%s"},\n{"text": }, {"text": "x"}]' % GOOD)
        self.expect(run("extract", array), 1, f"{array}:2: malformed JSON", texts=[GOOD])

    def test_json_members_of_a_wrong_type(self):
        lines = self.write("wrong.jsonl", '{"text": 1}\n{"txt": "a"}\n"text"\n' + json.dumps({"text": GOOD}))
        self.expect(run("extract", lines), 1, f'{lines}:1: "text" is no string', f'{lines}:2: no "text"',
                    f"{lines}:3: expected a JSON object", texts=[GOOD])

    def test_a_date_that_is_none(self):
        for date in ["2023-02-30", "13/09/2023", "jana", "2023-9-1"]:
            with self.subTest(date):
                self.expect(run("extract", "--date", date, self.good), 2, f'--date: "{date}" is no date, expected YYYY-MM-DD')
                lines = self.write("date.jsonl", json.dumps({"text": OTHER, "date": date}) + "\n" + json.dumps({"text": GOOD}))
                self.expect(run("extract", lines), 1, f'{lines}:1: "date" is "{date}", expected YYYY-MM-DD', texts=[GOOD])

    def test_an_unknown_language(self):
        french = self.write("french.txt", "Le ministre de la santé a annoncé hier que le nouvel hôpital ouvrira bientôt.")
        tagged = self.write("tagged.jsonl", json.dumps({"text": OTHER, "language": "fr"}))
        self.expect(run("extract", french, tagged, self.good), 1, f"{french}: the language seems to be French (fr)",
                    f'{tagged}:1: no data for the language "fr"', texts=[GOOD])
        self.expect(run("extract", "--language", "xx", self.good), 2, 'no data for the language "xx"; there are data for: en, sw')

    def test_the_same_identifier_twice(self):
        lines = self.write("twice.jsonl", json.dumps({"id": "a", "text": GOOD}) + "\n" + json.dumps({"id": "a", "text": OTHER}))
        self.expect(run("extract", lines), 1, f'{lines}:2: an article with the identifier "a" was read before', texts=[GOOD])

    def test_a_bad_tree(self):
        word = "\t".join(["1", "Amina", "Amina", "PROPN", "_", "_", "9", "root", "_", "_"])
        good = "\t".join(["1", "Njoo", "ja", "VERB", "_", "_", "0", "root", "_", "_"])
        trees = self.write("bad.conllu", f"# text = Amina\n{word}\n\n# text = Njoo\n{good}\n\n")
        self.expect(run("extract", "--language", "sw", trees), 1, f"{trees}:2: HEAD is 9", texts=["Njoo"])

    # --- inputs --------------------------------------------------------------------------------------------------

    def test_a_missing_file(self):
        missing = self.folder / "missing.txt"
        self.expect(run("extract", missing), 2, f"{missing}: no such file or folder")
        self.expect(run("extract", missing, self.good), 1, f"{missing}: no such file or folder",
                    "1 input skipped, 1 article read", texts=[GOOD])

    def test_a_folder_without_articles(self):
        self.write("pictures/a.png", b"\x89PNG")
        pictures = self.folder / "pictures"
        self.expect(run("extract", pictures), 2, f"{pictures}: a folder without articles")
        self.expect(run("extract", pictures, self.good), 1, f"{pictures}: a folder without articles", texts=[GOOD])

    def test_a_cut_archive(self):
        lines = "".join(json.dumps({"text": f"{GOOD} {i * 7919}"}) + "\n" for i in range(5000))
        cut = self.write("cut.jsonl.gz", gzip.compress(lines.encode())[:3000])
        result = run("extract", cut, self.good)
        self.assertEqual(result.returncode, 1)
        self.assertIn(f"{cut}: cannot be read on: ", result.stderr.decode())
        self.assertEqual(json.loads(result.stdout.splitlines()[-1])["text"], GOOD)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_an_unreadable_file(self):
        secret = self.write("secret.txt", OTHER)
        secret.chmod(0)
        self.expect(run("extract", secret, self.good), 1, f"{secret}: cannot be read: Permission denied", texts=[GOOD])

    # --- outputs -------------------------------------------------------------------------------------------------

    def test_an_unwritable_output(self):
        nowhere = self.folder / "none" / "out.jsonl"
        self.expect(run("extract", self.good, "-o", nowhere), 2, f"{nowhere}: cannot be written")
        self.expect(run("extract", self.good, "-o", self.folder), 2, f"{self.folder}: is a folder")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["good.txt"])

    def test_a_run_that_reads_nothing_leaves_the_old_output_alone(self):
        old = self.write("out.jsonl", "old")
        self.expect(run("extract", self.folder / "missing.txt", "-o", old), 2, "no such file")
        self.assertEqual(old.read_text(), "old")
        self.expect(run("extract", self.good, "-o", old), 0)
        self.assertEqual(json.loads(old.read_text())["text"], GOOD)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["good.txt", "out.jsonl"])

    def test_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "extract", str(self.good)], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 2)
        self.assertIn(b"No space left on device", result.stderr)

    def test_a_closed_pipe_ends_the_run(self):
        lines = self.write("many", "".join(f"{GOOD} {i}\n" for i in range(50_000)))
        process = subprocess.Popen([PROGRAM, "extract", "--format", "lines", lines], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        messages = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(timeout=120), 2)
        self.assertEqual(messages.count("\n"), 1, messages)
        self.assertIn("Broken pipe", messages)

    # --- usage ---------------------------------------------------------------------------------------------------

    def test_wrong_usage(self):
        for arguments in [[], ["extract"], ["extract", "--no-such-option", self.good], ["no-such-command"],
                          ["extract", "--format", "pdf", self.good], ["extract", "--jobs", "many", self.good],
                          ["extract", "--data", self.folder, self.good]]:
            with self.subTest(arguments):
                result = run(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertTrue(result.stderr.startswith(b"habari: "), result.stderr)
                self.assertEqual(result.stdout, b"")


if __name__ == "__main__":
    unittest.main()
