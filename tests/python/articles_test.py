"""habari.read: what comes of files, and what of bad ones."""

import gzip
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import SAMPLES

import habari

TREES = """# text = Ana alikutana na Ben.
1\tAna\tAna\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\talikutana\tkutana\tVERB\t_\t_\t0\troot\t_\t_
3\tna\tna\tADP\t_\t_\t4\tcase\t_\t_
4\tBen\tBen\tPROPN\t_\t_\t2\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


def test_reads_folders_files_and_what_gzip_packed(tmp_path):
    articles = list(habari.read(SAMPLES))
    assert len(articles) == len(list(SAMPLES.iterdir()))
    assert {article.language for article in habari.read(SAMPLES / "arusha-gas.json")} == {"en"}
    packed = tmp_path / "one.txt.gz"
    packed.write_bytes(gzip.compress("Rais alisema.\n".encode()))
    [article] = habari.read(packed, date="2024-05-13", language="sw")
    assert (article.text, article.date, article.language) == ("Rais alisema.", "2024-05-13", "sw")


def test_dates_come_from_names_where_that_is_asked_for(tmp_path):
    (tmp_path / "2024-05-13-ziara.txt").write_text("Rais alisema.")
    [article] = habari.read(tmp_path, date_from="name")
    assert article.date == "2024-05-13"
    [article] = habari.read(tmp_path)
    assert article.date is None
    with pytest.raises(ValueError, match="date_from: 'modified', expected one of name"):
        habari.read(tmp_path, date_from="modified")


def test_each_item_of_a_feed_is_an_article(tmp_path):
    feed = "<rss><channel><item><title>Ziara</title><link>https://a.example/1</link><description>Rais alisema.</description></item></channel></rss>"
    (tmp_path / "feed.rss").write_text(feed)
    [article] = habari.read(tmp_path)
    assert (article.id, article.title, article.text) == ("https://a.example/1", "Ziara", "Ziara\nRais alisema.")


def test_what_is_no_article_is_refused_with_what_to_do(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7")
    with pytest.raises(habari.InputError, match="a PDF, no text; .*pdftotext"):
        next(habari.read(tmp_path / "a.txt"))
    with pytest.raises(habari.InputError, match="nothing is fetched from the network"):
        next(habari.read("https://a.example/1"))
    with pytest.raises(ValueError, match='text_or_article: "a.txt" is the name of a file'):
        habari.extract("a.txt")


def test_trees_that_came_with_an_article_are_used(tmp_path):
    (tmp_path / "trees.conllu").write_text(TREES)
    [article] = habari.read(tmp_path / "trees.conllu", language="sw")
    assert len(article.trees) == 1
    assert [event.label for event in habari.extract(article).events] == ["meet"]


def test_trees_of_another_text_are_refused(tmp_path):
    (tmp_path / "trees.conllu").write_text(TREES)
    [article] = habari.read(tmp_path / "trees.conllu", language="sw")
    with pytest.raises(ValueError, match="its trees belong to another text"):
        habari.extract(habari.Article("Ana", language="sw", trees=article.trees))


def test_a_bad_article_is_skipped_with_a_warning(tmp_path):
    (tmp_path / "news.jsonl").write_text('{"text": "Rais alisema."}\n{"text": 3}\n{"text": "Waziri alisema."}\n')
    with pytest.warns(habari.SkippedWarning, match=r"news\.jsonl:2"):
        assert len(list(habari.read(tmp_path))) == 2
    told = []
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        list(habari.read(tmp_path, on_skipped=told.append))
    assert len(told) == 1


def test_an_input_that_is_not_there_is_an_error():
    with pytest.raises(habari.InputError, match="nothing-there"):
        list(habari.read("nothing-there.txt"))


def test_ten_threads_share_one_reader():
    articles = habari.read(*[SAMPLES] * 3, on_skipped=[].append)  # An identifier is read once.

    def take(_):
        return [article.id for article in articles]

    with ThreadPoolExecutor(10) as pool:
        ids = [identifier for taken in pool.map(take, range(10)) for identifier in taken]
    assert sorted(ids) == sorted(article.id for article in habari.read(SAMPLES))


@pytest.mark.parametrize(
    ("arguments", "options", "kind", "message"),
    [
        ((), {}, ValueError, "inputs"),
        ((None,), {}, TypeError, "inputs"),
        ((3,), {}, TypeError, "inputs"),
        (("a\0b",), {}, ValueError, "inputs"),
        (("",), {}, ValueError, "inputs"),
        ((SAMPLES,), {"format": "pdf"}, ValueError, "format"),
        ((SAMPLES,), {"date": "yesterday"}, ValueError, "date"),
        ((SAMPLES,), {"date": 2024}, TypeError, "date"),
        ((SAMPLES,), {"language": b"sw"}, TypeError, "language"),
        ((SAMPLES,), {"language": "xx"}, ValueError, "language: no data"),
        ((SAMPLES,), {"data": SAMPLES}, habari.Error, "languages/"),
    ],
)
def test_bad_arguments_are_named(arguments, options, kind, message):
    with pytest.raises(kind, match=message):
        list(habari.read(*arguments, **options))


def test_an_open_or_closed_file_is_no_path():
    with open(SAMPLES / "arusha-gas.json") as file:
        with pytest.raises(TypeError, match="inputs: expected a path, not TextIOWrapper"):
            habari.read(file)
    with pytest.raises(TypeError, match="inputs"):
        habari.read(file)
