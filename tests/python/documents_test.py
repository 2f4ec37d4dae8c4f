"""habari.extract and extract_all: documents, their spans, and bad input."""

import datetime
import json
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import SAMPLES

import habari

TEXT = "Rais wa Zambia Bwalya Mumba 😀 alikutana na waziri mkuu wa Malawi Chikondi Phiri mjini Lusaka Jumatano."


def spans_of(value):
    """All of (begin, end, text) below a document's dictionary."""
    if isinstance(value, dict):
        if "begin" in value and "text" in value:
            yield value["begin"], value["end"], value["text"]
        for member in value.values():
            yield from spans_of(member)
    elif isinstance(value, list):
        for item in value:
            yield from spans_of(item)


def test_spans_slice_python_strings(documents):
    checked = 0
    for document in documents:
        for begin, end, text in spans_of(document.to_dict()):
            assert document.text[begin:end] == text
            checked += 1
    assert checked > 100


def test_spans_count_characters_and_not_bytes():
    document = habari.extract(TEXT, "sw", "2024-05-13")
    [meeting] = [event for event in document.events if event.label == "meet"]
    assert document.text == TEXT
    assert TEXT[meeting.trigger.slice] == str(meeting.trigger) == "alikutana"
    assert [participant.text for participant in meeting.in_role("agent")] == ["Bwalya Mumba"]
    assert [participant.value for participant in meeting.in_role("time")] == ["2024-05-08"]
    assert (meeting.type, meeting.factuality, meeting.lemma) == ("CONSULT", "actual", "kutana")


def test_entities_statements_and_participants_have_attributes(documents):
    [document] = [document for document in documents if document.id == "arusha-gas"]
    mutua = next(entity for entity in document.entities if entity.name == "Grace Mutua")
    assert (mutua.kind, mutua.entity, str(mutua.span)) == ("person", "person/grace-mutua", "Grace Mutua")
    stated = {(statement.subject_entity, statement.label) for statement in document.statements}
    assert any(subject == "person/grace-mutua" for subject, _ in stated)
    assert all(participant in event.participants for event, participant in document.participants)
    assert document.article.title and document.date == "2024-05-13" and document.language == "en"


def test_a_document_is_its_json(documents):
    document = documents[0]
    members = document.to_dict()
    assert members["schema"] == "habari/document/2"
    assert json.loads(document.to_json()) == members
    assert habari.Document.from_dict(members) == document
    assert habari.Document.from_json(document.to_json()) == document
    assert pickle.loads(pickle.dumps(document)) == document
    assert len({document, pickle.loads(pickle.dumps(document))}) == 1
    assert document.id in repr(document)


def test_the_program_writes_the_same_documents(documents, tmp_path):
    program = SAMPLES.parents[1] / "build" / "cli" / "habari"
    if not program.exists():
        pytest.skip(f"{program} is not built")
    written = subprocess.run([program, "extract", SAMPLES], capture_output=True, text=True, check=True).stdout
    assert written.splitlines() == [document.to_json() for document in documents]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[]", "."),
        ("{", "."),
        ('{"schema": "habari/document/2"}', "id"),
        ('{"schema": "habari/document/2", "id": "a", "text": "\\ud800"}', "."),
    ],
)
def test_what_is_no_document_is_refused(text, message):
    with pytest.raises(ValueError, match=message):
        habari.Document.from_json(text)


def test_a_span_outside_the_text_is_refused(documents):
    members = documents[0].to_dict()
    members["entities"][0]["end"] = 10**6
    with pytest.raises(habari.Error):
        habari.Document.from_dict(members)
    with pytest.raises(TypeError, match="value"):
        habari.Document.from_dict({"schema": object()})
    with pytest.raises(TypeError, match="value"):
        habari.Document.from_dict("text")


@pytest.mark.parametrize("reader", ["accurate", "fast"])
def test_both_readers_extract(reader):
    document = habari.extract("Kenya met Tanzania in Arusha on Monday.", date=datetime.date(2024, 5, 13), reader=reader)
    assert document.language == "en" and document.reader.startswith(reader)
    assert habari.extract(document.article, reader=reader) == document


def test_one_thread_and_many_give_the_same_in_order(documents):
    articles = [document.article for document in documents] * 3
    for threads in (1, 2, 8):
        assert [document.id for document in habari.extract_all(articles, threads)] == [
            article.id for article in articles
        ]
    assert list(habari.extract_all(iter(articles), 8))[: len(documents)] == documents


def test_documents_come_while_articles_are_still_read():
    asked = []

    def articles():
        for number in range(1000):
            asked.append(number)
            yield "Rais alisema."

    stream = habari.extract_all(articles(), 2)
    next(stream)
    assert len(asked) <= 8
    stream.close()
    assert len(asked) <= 8


def test_an_article_that_no_table_reads_is_skipped():
    french = "Le président a rencontré le ministre à Paris mercredi dernier."
    for unread in (french, habari.Article(french, language="fr", origin="text")):
        check_skipped([unread, TEXT])


def check_skipped(articles):
    for threads in (1, 2):
        with pytest.warns(habari.SkippedWarning, match="text: "):
            assert len(list(habari.extract_all(articles, threads))) == 1
        told = []
        list(habari.extract_all(articles, threads, on_skipped=told.append))
        assert len(told) == 1


def test_ten_threads_share_one_extractor(documents):
    extractor = habari.Extractor("accurate")
    articles = [document.article for document in documents]
    with ThreadPoolExecutor(10) as pool:
        for found in pool.map(lambda _: [extractor.extract(article) for article in articles], range(10)):
            assert found == documents


def test_other_threads_run_while_one_extracts():
    extractor = habari.Extractor("accurate")
    extractor.extract(TEXT)
    ticks = 0
    done = threading.Event()

    def work():
        extractor.extract("\n".join([TEXT] * 200), "sw")
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.001):
        ticks += 1
    thread.join()
    assert ticks > 10


def test_least_confidence():
    assert habari.Extractor(min_confidence=1.0).extract(TEXT).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "message"),
    [
        (None, TypeError, "text_or_article: expected str or habari.Article, not NoneType"),
        (TEXT.encode(), TypeError, "text_or_article: .*bytes; decode it first"),
        (3, TypeError, "text_or_article"),
        ("Rais \ud800 alisema", ValueError, "text: character 5 is a lone surrogate"),
        ("Rais\0alisema", ValueError, "text: character 4 is NUL"),
        ("a" * (2 * 1024 * 1024 + 1), ValueError, "text: 2097153 bytes"),
        (habari.Article(None), TypeError, "text"),
        (habari.Article(TEXT, id=3), TypeError, "id"),
        (habari.Article(TEXT, title="\udfff"), ValueError, "title"),
        (habari.Article(TEXT, trees=3), TypeError, "."),
        (habari.Article(TEXT, date="last week"), ValueError, "date"),
        ("", habari.Error, "text: "),
        ("12345 67890", habari.Error, "text: "),
    ],
)
def test_bad_texts_are_named(text, kind, message):
    with pytest.raises(kind, match=message):
        habari.extract(text)


@pytest.mark.parametrize(
    ("options", "kind", "message"),
    [
        ({"language": b"sw"}, TypeError, "language"),
        ({"language": "xx"}, habari.Error, 'no data for the language "xx"; there are data for: en, sw'),
        ({"language": "../en"}, habari.Error, "no data for the language"),
        ({"date": "13/05/2024"}, ValueError, 'date: "13/05/2024" is no date'),
        ({"date": 2024}, TypeError, "date"),
        ({"reader": "best"}, ValueError, "reader: 'best', expected one of accurate, fast"),
        ({"reader": None}, ValueError, "reader"),
        ({"reader": []}, ValueError, "reader"),
    ],
)
def test_bad_options_are_named(options, kind, message):
    with pytest.raises(kind, match=message):
        habari.extract(TEXT, **options)


@pytest.mark.parametrize(
    ("articles", "threads", "kind", "message"),
    [
        (None, None, TypeError, "articles"),
        (TEXT, None, TypeError, "articles"),
        ([None], None, TypeError, "text_or_article"),
        ([None], 1, TypeError, "text_or_article"),
        ([TEXT], 0, ValueError, "threads"),
        ([TEXT], -1, ValueError, "threads"),
        ([TEXT], "2", TypeError, "threads"),
        ([TEXT], True, TypeError, "threads"),
    ],
)
def test_bad_streams_are_named(articles, threads, kind, message):
    with pytest.raises(kind, match=message):
        list(habari.extract_all(articles, threads))


def test_an_error_of_the_articles_iterator_comes_through():
    def articles():
        yield TEXT
        raise OSError("the feed has gone")

    with pytest.raises(OSError, match="the feed has gone"):
        list(habari.extract_all(articles(), 2))


def test_data_that_are_not_there(tmp_path):
    with pytest.raises(habari.Error, match="languages/"):
        habari.Extractor(data=tmp_path)
    (tmp_path / "languages" / "sw").mkdir(parents=True)
    (tmp_path / "languages" / "sw" / "frequent_words.tsv").write_bytes(b"\xff")
    with pytest.raises((habari.Error, habari.DataError)):
        habari.Extractor(data=tmp_path).extract(TEXT, "sw")


def test_progress(monkeypatch, capsys):
    pytest.importorskip("tqdm")
    assert len(list(habari.extract_all([TEXT], progress=True))) == 1
    assert "1/1" in capsys.readouterr().err
    list(habari.extract_all([TEXT], progress=False))
    assert capsys.readouterr().err == ""


def test_the_interpreter_ends_with_a_stream_half_read():
    program = f"import habari\nkept = habari.extract_all([{TEXT!r}] * 50, 4)\nnext(kept)\nprint('end')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, "end\n", "")
