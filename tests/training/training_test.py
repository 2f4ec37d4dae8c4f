#!/usr/bin/env python3
"""The training code's own parts: words and labels, segmentation into pieces, decoding, and the bytes of the model file.

usage: training_test.py (with numpy; the network itself needs PyTorch and is not run here)
"""
import itertools
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
from habari_training.decoding import best_names, best_tree, spans_of_names  # noqa: E402
from habari_training.examples import (example_of_names, read_name_annotations, read_tree_annotations,  # noqa: E402
                                      read_treebank)
from habari_training.packing import model_bytes, pack, quantize_rows  # noqa: E402
from habari_training.pieces import LONGEST_WORD, PieceTable  # noqa: E402
from habari_training.whole_file import whole_file  # noqa: E402


class Examples(unittest.TestCase):
    def read(self, text, **options):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "trees.conllu"
            path.write_text(text, encoding="utf8")
            return list(read_treebank(path, "en", **options))

    def test_words_of_one_token_are_glued(self):
        rows = ["1-2\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No", "1\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_",
                "2\tn't\tnot\tPART\tRB\t_\t1\tadvmod\t_\t_", "3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_"]
        (example,) = self.read("# sent_id = a\n" + "\n".join(rows) + "\n\n", with_tags=True)
        self.assertEqual(example.words, ["ca", "n't", "."])
        self.assertEqual(example.follows_space, [True, False, False])
        self.assertEqual(example.tags[0], "AUX\tMD\t")

    def test_what_is_not_annotated_stays_unknown(self):
        (example,) = self.read("1\tMvua\t_\t_\t_\t_\t_\t_\t_\t_\n\n", with_tags=False)
        self.assertEqual((example.upos, example.heads, example.relations), ([None], [-1], [None]))

    def test_a_file_that_marks_names_marks_them_all(self):
        trees = ("1\tAsha\t_\tPROPN\t_\t_\t2\tnsubj\t_\t{}\n2\tleft\t_\tVERB\t_\t_\t0\troot\t_\t{}\n\n"
                 "1\tRain\t_\tNOUN\t_\t_\t0\troot\t_\t_\n\n")
        marked, plain = self.read(trees.format("NER=B-person", "SpaceAfter=No|NER=O"), with_tags=False)
        self.assertEqual((marked.names, plain.names), (["B-person", "O"], ["O"]))
        self.assertEqual(self.read(trees.format("_", "_"), with_tags=False)[0].names, [None, None])

    def test_a_name_covers_its_words(self):
        text = "Kenya's Asha Juma left."
        example = example_of_names("en", text, [(0, 5, "country"), (8, 17, "person")], "x")
        self.assertEqual(example.words, ["Kenya", "'s", "Asha", "Juma", "left", "."])
        self.assertEqual(example.names, ["B-country", "O", "B-person", "I-person", "O", "O"])

    def test_own_annotations_point_into_their_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "names.tsv"
            path.write_text("# heading\n1\tsw\t0:4:person\n", encoding="utf8")
            (names,) = read_name_annotations(path, {"sw": ["Mvua imenyesha.", "Asha amefika."]})
            self.assertEqual((names.words[0], names.names), ("Asha", ["B-person", "O", "O"]))
            path.write_text("## heading\n\n# line = 0\n0:4\tNOUN\t2\tnsubj\n5:14\tVERB\t0\troot\n14:15\tPUNCT\t2\tpunct\n")
            (tree,) = read_tree_annotations(path, ["Mvua imenyesha."], "sw")
            self.assertEqual(tree.words, ["Mvua", "imenyesha", "."])
            self.assertEqual((tree.heads, tree.follows_space), ([2, 0, 2], [True, True, False]))


class Pieces(unittest.TestCase):
    table = PieceTable({"▁wa": -2.0, "na": -2.0, "▁wana": -5.0, "soma": -3.0, "a": -6.0, "n": -6.0})

    def words(self, word, follows_space=True):
        return [self.table.pieces[row] if row < len(self.table) else "?" for row in
                self.table.rows_of_word(word, follows_space)]

    def test_the_likeliest_segmentation_wins(self):
        self.assertEqual(self.words("wanasoma"), ["▁wa", "na", "soma"])
        self.assertEqual(self.words("na", follows_space=False), ["na"])

    def test_unknown_characters_have_a_row_of_their_own(self):
        self.assertEqual(self.words("naЖ", follows_space=False), ["na", "?"])

    def test_a_long_word_is_cut(self):
        self.assertEqual(len(self.words("na" * 100)), LONGEST_WORD)


class Decoding(unittest.TestCase):
    def test_the_best_tree_with_one_root_is_found(self):
        generator = np.random.default_rng(5)
        for size in (1, 2, 3, 4):
            for _ in range(30):
                scores = generator.normal(size=(size + 1, size + 1)).round(2)
                found = best_tree(scores)
                best = max((sum(scores[d + 1, h] for d, h in enumerate(heads)) for heads in self.trees(size)))
                self.assertAlmostEqual(sum(scores[d + 1, h] for d, h in enumerate(found)), best)

    @staticmethod
    def trees(size):
        for heads in itertools.product(range(size + 1), repeat=size):
            if heads.count(0) == 1 and all(Decoding.reaches_root(heads, word) for word in range(1, size + 1)):
                yield heads

    @staticmethod
    def reaches_root(heads, word):
        for _ in heads:
            if word == 0:
                return True
            word = heads[word - 1]
        return word == 0

    def test_a_name_goes_on_with_its_own_kind_only(self):
        scores = np.array([[0, 2, 0, 0, 0], [0, 0, 1, 0, 2.5], [0, 0, 0, 0, 4.0]])
        self.assertEqual(best_names(scores), [3, 4, 4])
        self.assertEqual(spans_of_names([1, 2, 0, 3]), {(0, 2, 0), (3, 4, 1)})


class WholeFile(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.file = self.folder / "model.bin"

    def names(self):
        return sorted(path.name for path in self.folder.iterdir())

    def test_it_takes_its_place_at_the_end(self):
        self.file.write_bytes(b"old")
        self.file.chmod(0o640)
        (self.folder / "link").symlink_to("model.bin")
        with whole_file(self.folder / "link") as file:
            file.write(b"new")
            self.assertEqual(self.file.read_bytes(), b"old")
        self.assertEqual((self.file.read_bytes(), self.file.stat().st_mode & 0o777), (b"new", 0o640))
        self.assertEqual(self.names(), ["link", "model.bin"])
        self.assertTrue((self.folder / "link").is_symlink())

    def test_it_is_gone_where_writing_fails(self):
        with self.assertRaises(KeyboardInterrupt), whole_file(self.file) as file:
            file.write(b"half")
            raise KeyboardInterrupt
        self.assertEqual(self.names(), [])

    def test_it_removes_what_nobody_writes_any_more(self):
        (self.folder / "model.bin.part-0123456789abcdef").write_bytes(b"left")
        (self.folder / "model.bin.part-note").write_bytes(b"kept")
        with whole_file(self.file) as first, whole_file(self.file) as second:
            first.write(b"first")
            second.write(b"second")
        self.assertEqual(self.names(), ["model.bin", "model.bin.part-note"])
        self.assertEqual(self.file.read_bytes(), b"first")


class ModelFile(unittest.TestCase):
    def test_weights_lie_in_the_order_that_the_kernels_read(self):
        weights = np.arange(144 * 8).reshape(144, 8).astype(np.int8)
        packed = np.frombuffer(pack(weights), np.int8)
        for output, inputs in ((0, 0), (5, 7), (127, 3), (128, 0), (143, 6)):
            first = output // 128 * 128
            width = min(128, 144 - first)
            place = first * 8 + inputs // 4 * width * 4 + (output - first) * 4 + inputs % 4
            self.assertEqual(packed[place], weights[output, inputs])

    def test_bytes_times_their_factor_are_the_weights(self):
        weights = np.array([[0.5, -1.0, 0.25], [0.0, 0.0, 0.0]], np.float32)
        values, factors = quantize_rows(weights, 63)
        self.assertLess(np.abs(values * factors[:, None] - weights).max(), 0.5 / 63)
        self.assertEqual(values[0, 1], -63)

    def test_sections_are_aligned_and_listed(self):
        data = model_bytes({"b": b"xyz", "a": b"q" * 70})
        self.assertEqual(data[:8], b"HabariM\n")
        self.assertEqual(len(data) % 64, 0)
        self.assertEqual(data[64:65], b"a")
        offset = int.from_bytes(data[64 + 40 + 24 : 64 + 40 + 32], "little")
        self.assertEqual((offset % 64, data[offset : offset + 3]), (0, b"xyz"))


if __name__ == "__main__":
    unittest.main()
