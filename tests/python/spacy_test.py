"""The component of spaCy."""

import pytest

spacy = pytest.importorskip("spacy")

from spacy.tokens import Doc  # noqa: E402

import habari  # noqa: E402
import habari.spacy_component  # noqa: E402, F401  # In an installed package the entry point does this.

TEXT = "Kenya met Tanzania in Arusha on Monday.\nUganda\twelcomed it."


def pipeline(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("habari", config=config)
    return nlp


def parsed(nlp, relations, heads):
    """Of `Kenya  met Tanzania` with a blank too many, which is a token of its own in spaCy."""
    words, spaces = ["Kenya", " ", "met", "Tanzania", "."], [True, False, True, False, False]
    tags = ["PROPN", "SPACE", "VERB", "PROPN", "PUNCT"]
    return Doc(nlp.vocab, words=words, spaces=spaces, pos=tags, deps=relations, heads=heads)


def test_a_doc_has_its_document_and_spans():
    doc = pipeline(language="en")(spacy.blank("en").make_doc(TEXT))
    assert doc._.habari == habari.extract(TEXT, "en")
    assert ("Kenya", "country") in [(span.text, span.label_) for span in doc.spans["habari/entities"]]
    assert ("met", "meet") in [(span.text, span.label_) for span in doc.spans["habari/events"]]


def test_pipe_keeps_the_order():
    texts = [TEXT, "Rais wa Kenya alisema jana.", TEXT]
    found = [doc._.habari.text for doc in pipeline().pipe(texts)]
    assert found == texts


def test_trees_of_universal_dependencies_are_taken():
    nlp = pipeline(trees=True, language="en")
    component = nlp.get_pipe("habari")
    doc = component(parsed(nlp, ["nsubj", "", "ROOT", "obj", "punct"], [2, 0, 2, 2, 2]))
    [event] = doc._.habari.events
    assert [(who.role, who.text) for who in event.participants] == [("agent", "Kenya"), ("patient", "Tanzania")]


def test_other_labels_are_refused():
    nlp = pipeline(trees=True, language="en")
    with pytest.raises(ValueError, match="'dobj' is none of Universal Dependencies"):
        nlp.get_pipe("habari")(parsed(nlp, ["nsubj", "", "ROOT", "dobj", "punct"], [2, 0, 2, 2, 2]))
    own = pipeline(language="en").get_pipe("habari")
    doc = own(parsed(nlp, ["nsubj", "", "ROOT", "dobj", "punct"], [2, 0, 2, 2, 2]))
    assert doc._.habari.events
