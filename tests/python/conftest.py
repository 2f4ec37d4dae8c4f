"""What the tests of the Python package share: the sample articles, read once."""

from pathlib import Path

import pytest

import habari

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples" / "articles"


@pytest.fixture(scope="session")
def documents():
    return list(habari.extract_all(habari.read(SAMPLES)))


@pytest.fixture(scope="session")
def graph(documents):
    return habari.Graph(documents)
