"""The sessions that docs/python.md shows run and print what it shows."""

import doctest

import pytest
from conftest import ROOT


def test_the_page_prints_what_it_shows(monkeypatch):
    for library in ("pandas", "networkx", "pyoxigraph"):
        pytest.importorskip(library)
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert results.attempted > 10 and results.failed == 0
