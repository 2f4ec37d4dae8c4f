"""The ten questions of docs/triple-stores.md, asked of the graph in Python, beside its own answers."""

import sys

import pytest
from conftest import ROOT

import habari

sys.path.append(str(ROOT / "tests" / "interoperation"))

from question_news import AMINA, DOCUMENTS, KISUMU, blocks  # noqa: E402

pytest.importorskip("pyoxigraph")

QUESTIONS = dict(blocks("docs/triple-stores.md"))


@pytest.fixture(scope="module")
def news():
    return habari.Graph(habari.Document.from_json(line) for line in DOCUMENTS.values())


def rows(graph, title):
    """The answers as the graph has them: identifiers for IRIs."""
    solutions = graph.sparql(QUESTIONS[title])
    names = [variable.value for variable in solutions.variables]
    return [tuple(short(row[name].value) if row[name] else None for name in names) for row in solutions]


def short(value):
    for prefix in ("https://w3id.org/habari/id/entity/", "https://w3id.org/habari/id/"):
        value = value.removeprefix(prefix)
    return value


@pytest.mark.parametrize("title", QUESTIONS)
def test_every_question_is_answered(news, title):
    assert rows(news, title)


def test_there_are_ten():
    assert len(QUESTIONS) == 10


def test_who_met_whom(news):
    met = news.find(relation="meet", factuality="actual")
    assert set(rows(news, "Who met whom?")) == {(triple.subject.id, triple.object.id) for triple in met}


def test_what_happened_to_someone(news):
    told = rows(news, "What happened to someone, in order?")
    assert told == [(event.begin, event.label, event.id) for event in news.timeline(AMINA)]


def test_what_happened_in_a_place(news):
    told = {event for _, _, _, event in rows(news, "What happened in a place, and when?")}
    assert told == {triple.event.id for triple in news.find(place=KISUMU)}
