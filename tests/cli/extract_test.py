"""What `habari extract` promises of its output.

Usage: extract_test.py PROGRAM
"""
import gzip, json, subprocess, sys, tempfile, unittest
from pathlib import Path

PROGRAM = sys.argv.pop(1)
ARTICLES = Path(__file__).parents[2] / "samples" / "articles"


def extract(*arguments, stdin=b""):
    result = subprocess.run([PROGRAM, "extract", *map(str, arguments)], input=stdin, capture_output=True, timeout=120)
    assert result.returncode == 0, result.stderr.decode()
    return result.stdout


def documents(output):
    return [json.loads(line) for line in output.decode().splitlines()]


class Extract(unittest.TestCase):
    def test_reads_a_folder_in_order_of_names(self):
        found = documents(extract(ARTICLES))
        self.assertEqual([d["title"] for d in found], [
            "Kenya and Tanzania sign gas agreement in Arusha", "Kenya na Tanzania zatia saini makubaliano ya gesi Arusha",
            "Mawaziri wakutana Kigoma kujadili uvuvi haramu", "Zambia and Burundi to patrol Lake Tanganyika together",
            "Mombasa dock workers end strike", "Five dead as Rufiji river bursts its banks",
            "Mafuriko yaua watu watatu wilayani Rufiji"])
        self.assertEqual([d["language"] for d in found], ["en", "sw", "sw", "en", "en", "en", "sw"])
        self.assertEqual([d.get("date") for d in found],
                         ["2024-05-13", "2024-05-13", "2024-08-14", "2024-08-15", "2024-06-07", "2024-04-18", None])
        self.assertTrue(all(d["schema"] == "habari/document/2" for d in found))

    def test_sums_the_run_up(self):
        said = []
        with tempfile.TemporaryDirectory() as folder:
            for output in ("a.jsonl", "a.nq"):
                for jobs in "12":
                    command = "extract" if output == "a.jsonl" else "build"
                    run = subprocess.run([PROGRAM, command, ARTICLES, "-j", jobs, "-o", Path(folder) / output],
                                         capture_output=True, timeout=120)
                    said.append(run.stderr.decode().splitlines()[-1])
        self.assertEqual((said[0], said[2]), (said[1], said[3]))
        self.assertRegex(said[0], r"^habari: 7 articles read \(en 4, sw 3\), 1 undated: \d+ events, \d+ names, \d+ % of the participants named$")
        self.assertRegex(said[2], r"^habari: 7 articles read \(en 4, sw 3\), 1 undated: \d+ events, \d+ entities, \d+ % of the participants named$")

    def test_dates_are_taken_from_names_where_that_is_asked_for(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "2024-05-13-ziara.txt"
            path.write_text("Rais wa Zambia Bwalya Mumba alikutana na Chikondi Phiri mjini Lusaka Jumatano.")
            [document] = documents(extract("--date-from", "name", path))
            self.assertEqual(document["date"], "2024-05-13")
            [document] = documents(extract(path))
            self.assertNotIn("date", document)

    def test_every_span_slices_to_its_text(self):
        def check(node, text):
            if isinstance(node, dict):
                if "text" in node and "begin" in node:
                    self.assertEqual(text[node["begin"]:node["end"]], node["text"])
                node = list(node.values())
            if isinstance(node, list):
                for child in node:
                    check(child, text)
        for document in documents(extract(ARTICLES)):
            check([document["events"], document["entities"], document["relations"]], document["text"])

    def test_leaves_out_what_is_less_sure_than_wanted(self):
        whole, sure = documents(extract(ARTICLES)), documents(extract("--min-confidence", "0.9", ARTICLES))
        kept = [event["confidence"] for document in sure for event in document["events"]]
        self.assertTrue(kept)
        self.assertGreaterEqual(min(kept), 0.9)
        for all_of_it, part in zip(whole, sure, strict=True):
            self.assertEqual([e["trigger"] for e in part["events"]],
                             [e["trigger"] for e in all_of_it["events"] if e["confidence"] >= 0.9])
        self.assertLess(len(kept), sum(len(document["events"]) for document in whole))
        arguments = [argument for document in sure for event in document["events"] for argument in event["args"]]
        self.assertGreaterEqual(min(argument["confidence"] for argument in arguments), 0.9)

    def test_traces_each_event_and_argument_where_asked(self):
        plain, traced = documents(extract(ARTICLES)), documents(extract("--trace", ARTICLES))
        for event in (event for document in traced for event in document["events"]):
            self.assertEqual(event.pop("trace")["rule"], event["rule"])
            for argument in event["args"]:
                trace = argument.pop("trace")
                self.assertTrue(trace["rule"])
                self.assertEqual(trace["evidence"]["any"], 1)
        self.assertEqual(traced, plain)

    def test_writes_the_same_bytes_with_any_number_of_threads(self):
        with tempfile.TemporaryDirectory() as folder:
            many = Path(folder) / "many"
            sentences = [line for d in documents(extract(ARTICLES)) for line in d["text"].splitlines() if line]
            many.write_text("".join(f"{s} {i}\n" for i in range(40) for s in sentences))
            one = extract("--format", "lines", "-j", 1, many)
            self.assertGreater(one.count(b"\n"), 400)
            self.assertEqual(extract("--format", "lines", "-j", 2, many), one)
            self.assertEqual(extract("--format", "lines", "-j", 8, many), one)

    def test_identifies_an_article_by_its_content_wherever_it_lies(self):
        text = (ARTICLES / "rufiji-mafuriko.txt").read_bytes()
        from_file = documents(extract(ARTICLES / "rufiji-mafuriko.txt"))[0]["id"]
        self.assertEqual(documents(extract("-", stdin=text))[0]["id"], from_file)
        self.assertEqual(documents(extract("-", stdin=gzip.compress(text)))[0]["id"], from_file)

    def test_options_fill_in_what_articles_do_not_tell(self):
        document = documents(extract("--date", "2024-04-18", "--language", "sw", ARTICLES / "rufiji-mafuriko.txt"))[0]
        self.assertEqual((document["date"], document["language"]), ("2024-04-18", "sw"))
        self.assertEqual(documents(extract("--date", "1999-01-01", ARTICLES / "arusha-gas.json"))[0]["date"], "2024-05-13")

    def test_its_own_output_can_be_read_again(self):
        once = extract(ARTICLES)
        self.assertEqual([d["text"] for d in documents(extract("--format", "jsonl", "-", stdin=once))],
                         [d["text"] for d in documents(once)])

    def test_trees_without_lemmas_get_them_from_the_language(self):
        words = [("Wavuvi", "NOUN", 2, "nsubj"), ("walivua", "VERB", 0, "root"), ("samaki", "NOUN", 2, "obj")]
        trees = "".join(f"{i}\t{form}\t_\t{upos}\t_\t_\t{head}\t{relation}\t_\t_\n"
                        for i, (form, upos, head, relation) in enumerate(words, 1)) + "\n"
        document, = documents(extract("--format", "conllu", "--language", "sw", "-", stdin=trees.encode()))
        event, = document["events"]
        self.assertEqual((event["lemma"], event["label"]), ("vua", "fish"))
        self.assertEqual([(a["role"], a["text"]) for a in event["args"]], [("agent", "Wavuvi"), ("patient", "samaki")])

    def test_help_shows_examples(self):
        shown = subprocess.run([PROGRAM, "extract", "--help"], capture_output=True).stdout.decode()
        self.assertIn("Examples:\n  habari extract ", shown)
        version = subprocess.run([PROGRAM, "--version"], capture_output=True).stdout.decode()
        self.assertRegex(version, r"^habari \d+\.\d+\.\d+\n")


if __name__ == "__main__":
    unittest.main()
