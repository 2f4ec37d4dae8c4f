"""habari.ground: what others say of an article, tied to its characters; and the recipe for a language model."""

import json
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from conftest import ROOT

import habari

TEXT = "Rais wa Zambia Bwalya Mumba 😀 alikutana na waziri mkuu wa Malawi Chikondi Phiri mjini Lusaka Jumatano."
MET = {"subject": "Bwalya Mumba", "relation": "met with", "object": "Chikondi Phiri", "evidence": "alikutana na waziri mkuu"}


@pytest.fixture(scope="module")
def document():
    return habari.extract(TEXT, "sw", "2024-05-13")


def test_a_statement_is_tied_to_characters(document):
    [grounded] = habari.ground(document, [MET], "model").statements
    assert (grounded.outcome, grounded.reasons, grounded.statement) == ("agrees", (), MET)
    event = grounded.event
    assert (event.label, event.type, event.rule, TEXT[event.trigger.slice]) == ("meet", "CONSULT", "extractor:model", "alikutana")
    assert {(who.role, TEXT[who.span.slice]) for who in event.participants} == {
        ("agent", "Bwalya Mumba"),
        ("companion", "Chikondi Phiri"),
    }


def test_what_stands_nowhere_is_refused_with_its_reason(document):
    grounding = habari.ground(document, [MET, {**MET, "object": "Amina Juma"}, {**MET, "evidence": "hawakukutana"}], "model")
    assert [one.outcome for one in grounding.statements] == ["agrees", "refused", "refused"]
    assert grounding.statements[1].event is None and "Amina Juma" in grounding.statements[1].reasons[0]
    assert len(grounding.having("refused")) == 2


def test_it_can_be_taken_out_again(document):
    grounding = habari.ground(document, [MET], "model")
    assert grounding.document != document
    assert grounding.document.without("somebody") == grounding.document
    assert grounding.document.without("model") == document
    assert habari.ground(grounding.document, [], "model").document == document


def test_both_live_in_one_graph(document):
    other = {"subject": "Chikondi Phiri", "relation": "meet", "object": "Zambia"}
    graph = habari.Graph([habari.ground(document, [MET, other], "model").document])
    rules = {mention.rule for triple in graph.find(relation="meet") for mention in triple.event.mentions}
    assert rules == {"verb:kutana", "extractor:model"}


@pytest.mark.parametrize(
    ("statements", "error", "said"),
    [
        (None, TypeError, "statements: expected an iterable of mappings, not NoneType"),
        (MET, TypeError, "statements: expected an iterable of mappings, not dict"),
        ([1], TypeError, r"statements\[0\]: expected a mapping, not int"),
        ([MET, {}], ValueError, r"statements\[1\]: no 'relation'"),
        ([{"relation": "meet"}], ValueError, r"statements\[0\]: neither 'subject' nor 'object'"),
        ([{**MET, "subject": b"x"}], TypeError, r"statements\[0\]\['subject'\]: expected str, not bytes"),
        ([{**MET, "subject": "\ud800"}], ValueError, r"statements\[0\]\['subject'\]: character 0 is a lone surrogate"),
        ([{**MET, "confidence": 2}], ValueError, r"statements\[0\]\['confidence'\]: 2, expected 0 to 1"),
    ],
)
def test_wrong_arguments_are_named(document, statements, error, said):
    with pytest.raises(error, match=said):
        habari.ground(document, statements, "model")


def test_the_extractor_has_a_name(document):
    for name in ("", "a\nb"):
        with pytest.raises(ValueError, match="extractor: "):
            habari.ground(document, [MET], name)
    with pytest.raises(TypeError, match="extractor: "):
        habari.ground(document, [MET], None)


def test_many_threads_may_ground_at_once(document):
    with ThreadPoolExecutor(10) as pool:
        made = list(pool.map(lambda _: habari.ground(document, [MET], "model").document, range(30)))
    assert len({one.to_json() for one in made}) == 1


class FakeModel(BaseHTTPRequestHandler):
    """Answers as a language model does: prose around the array, one statement right, one made up."""

    asked: list = []

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.asked.append((self.path, body["model"], body["messages"][0]["content"]))
        said = [MET, {"subject": "Bwalya Mumba", "relation": "visit", "object": "Lilongwe"}, "nothing"]
        answer = "Here is the list:\n```json\n" + json.dumps(said) + "\n```"
        payload = json.dumps({"choices": [{"message": {"role": "assistant", "content": answer}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *_):
        pass


def test_the_recipe_for_a_language_model(tmp_path):
    (tmp_path / "article.txt").write_text(TEXT)
    server = HTTPServer(("127.0.0.1", 0), FakeModel)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    sample = ROOT / "samples" / "python" / "ground_with_model.py"
    done = subprocess.run(
        [sys.executable, sample, "--endpoint", f"http://127.0.0.1:{server.server_port}/v1", "--model", "fake", "article.txt"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    server.shutdown()
    server.server_close()
    assert done.returncode == 0, done.stderr
    [(path, model, prompt)] = FakeModel.asked
    assert (path, model) == ("/v1/chat/completions", "fake") and TEXT in prompt
    assert "agrees: Bwalya Mumba – met with – Chikondi Phiri" in done.stdout
    assert 'refused: Bwalya Mumba – visit – Lilongwe\n    object: "Lilongwe" stands nowhere in the article' in done.stdout
