"""What docs/python.md and samples/python/ show runs, and prints what they say."""

import doctest
import subprocess
import sys

import pytest
from conftest import ROOT


def test_the_page_prints_what_it_shows(monkeypatch):
    for library in ("pandas", "networkx", "pyoxigraph"):
        pytest.importorskip(library)
    monkeypatch.chdir(ROOT)
    results = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert results.attempted > 10 and results.failed == 0


def test_the_mistakes_are_told_as_their_page_shows(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    results = doctest.testfile(str(ROOT / "docs" / "mistakes.md"), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert results.attempted > 5 and results.failed == 0


def test_the_sample_makes_tables_and_pictures(tmp_path):
    for library in ("pandas", "networkx", "matplotlib"):
        pytest.importorskip(library)
    sample = ROOT / "samples" / "python" / "who_met_whom.py"
    command = [sys.executable, sample, ROOT / "samples" / "articles"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert "2024-05-13 Grace Mutua – Hamisi Kibwana in 2 articles" in done.stdout
    for picture in ("who_met_whom.svg", "days.svg"):
        assert "<svg" in (tmp_path / picture).read_text()
