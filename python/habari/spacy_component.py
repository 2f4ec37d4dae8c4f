"""A component for spaCy: `nlp.add_pipe("habari")`, where spaCy is installed; it need not be imported.

`doc._.habari` is the Document of `doc.text`. `doc.spans["habari/entities"]` and `doc.spans["habari/events"]` hold the
names and the words that tell of events, with their kinds and labels, as spans of the Doc's tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import spacy.language
from spacy.tokens import Doc, SpanGroup

from . import _habari
from .articles import Article
from .extraction import Extractor

if TYPE_CHECKING:
    from spacy.language import Language

    from .documents import Document, Span

#: Universal Dependencies' relations. Source: https://universaldependencies.org/u/dep/
UNIVERSAL_RELATIONS = frozenset(
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl "
    "fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative "
    "xcomp".split()
)

if not Doc.has_extension("habari"):
    Doc.set_extension("habari", default=None)


class HabariComponent:
    """Reads each Doc's text.

    Args:
        reader: accurate or fast, as `Extractor`.
        language: Code of all texts; None: told from each.
        trees: Take the Doc's own trees, where a parser made them. ValueError unless all of their labels are those of
            Universal Dependencies, as those of spaCy's own English models are not. Else our reader makes trees anew.
    """

    def __init__(self, reader: str = "accurate", language: str | None = None, trees: bool = False):
        self._extractor = Extractor(reader)
        self._language = language
        self._trees = trees

    def __call__(self, doc: Doc) -> Doc:
        return _marked(doc, self._extractor.extract(self._article(doc), self._language))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 256) -> Iterator[Doc]:
        """Several Docs at a time, on all processors, in order."""
        docs: list[Doc] = []

        def articles() -> Iterator[Article]:
            for doc in stream:
                docs.append(doc)
                yield self._article(doc)

        def fail(message: str) -> None:
            raise _habari.Error(message)

        for document in self._extractor.extract_all(articles(), progress=False, on_skipped=fail):
            yield _marked(docs.pop(0), document)

    def _article(self, doc: Doc) -> Article:
        trees = _trees(doc) if self._trees and doc.has_annotation("DEP") else None
        return Article(doc.text, language=self._language, origin="doc", trees=trees)


def _trees(doc: Doc) -> _habari.Trees:
    lines: list[str] = []
    offsets: list[int] = []
    size = end = 0
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        size += len(doc.text[end : words[0].idx].encode())
        end = words[0].idx
        offsets.append(size)
        lines += _sentence_lines(doc, words)
    return _habari.read_trees("\n".join(lines) + "\n", doc.text, offsets)


def _sentence_lines(doc: Doc, words: list[Any]) -> list[str]:
    """The sentence in CoNLL-U. What hangs on white space, which is no word there, goes to what that hangs on."""
    numbers = {token.i: number for number, token in enumerate(words, 1)}
    text = doc.text[words[0].idx : words[-1].idx + len(words[-1])]
    lines = ["# text = " + _one_line(text)]
    for number, token in enumerate(words, 1):
        relation = token.dep_.lower()
        if relation.partition(":")[0] not in UNIVERSAL_RELATIONS:
            raise ValueError(f"trees: the label {token.dep_!r} is none of Universal Dependencies")
        head = token.head
        while head.is_space and head.head is not head:
            head = head.head
        is_root = head == token or head.is_space
        following = words[number] if number < len(words) else None
        is_glued = following is not None and following.idx == token.idx + len(token)
        columns = [
            str(number), token.text, token.lemma_ or "_", token.pos_ or "X", "_", str(token.morph) or "_",
            "0" if is_root else str(numbers[head.i]), "root" if is_root else relation, "_",
            "SpaceAfter=No" if is_glued else "_",
        ]  # fmt: skip
        lines.append("\t".join(columns))
    return [*lines, ""]


def _one_line(text: str) -> str:
    """Each character of white space a blank: as long as it was."""
    return "".join(" " if c in "\r\n\t" else c for c in text)


def _marked(doc: Doc, document: Document) -> Doc:
    doc._.habari = document
    entities = [(mention.span, mention.kind) for mention in document.entities]
    events = [(event.trigger, event.label) for event in document.events]
    doc.spans["habari/entities"] = _span_group(doc, entities)
    doc.spans["habari/events"] = _span_group(doc, events)
    return doc


def _span_group(doc: Doc, labelled: list[tuple[Span, str]]) -> SpanGroup:
    """The tokens that the spans stand in."""
    found = [doc.char_span(span.begin, span.end, label=label, alignment_mode="expand") for span, label in labelled]
    return SpanGroup(doc, spans=[span for span in found if span is not None])


@spacy.language.Language.factory("habari", default_config={"reader": "accurate", "language": None, "trees": False})
def make_component(nlp: Language, name: str, reader: str, language: str | None, trees: bool) -> HabariComponent:
    """What spaCy calls for `nlp.add_pipe("habari")`."""
    return HabariComponent(reader, language, trees)
