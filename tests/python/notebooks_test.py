"""The notebooks of samples/notebooks/ run, and draw. With HABARI_REWRITE_GOLDEN=1 they get their outputs anew."""

import os

import pytest
from conftest import ROOT

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
for library in ("ipykernel", "matplotlib", "networkx", "pandas", "pyoxigraph"):
    pytest.importorskip(library)

NOTEBOOKS = sorted((ROOT / "samples" / "notebooks").glob("*.ipynb"))


def kinds(notebook):
    """What each cell puts out: text, or a picture."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return ["picture" if "image/png" in output.get("data", {}) else "text" for output in outputs]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_draws(path):
    held = nbformat.read(path, as_version=4)
    run = nbformat.read(path, as_version=4)
    nbclient.NotebookClient(run, timeout=300, resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in run.cells:
        cell.metadata.pop("execution", None)
    if os.environ.get("HABARI_REWRITE_GOLDEN"):
        nbformat.write(run, path)
        held = run
    assert kinds(run) == kinds(held) and "picture" in kinds(run)


def test_there_are_two():
    assert len(NOTEBOOKS) == 2
