"""Where languages, gazetteer and models lie."""

from __future__ import annotations

import os
from pathlib import Path as FilePath

from .arguments import Path, path_argument


def data_folder(data: Path | None = None) -> bytes:
    """The folder that is meant: `data`, else $HABARI_DATA, else the one inside the package.

    In a source tree, where the package holds none, the empty path: the library finds the tree's own.
    """
    if data is not None:
        return path_argument("data", data)
    named = os.environ.get("HABARI_DATA")
    if named:
        return os.fsencode(named)
    own = FilePath(__file__).resolve().parent / "data"
    return os.fsencode(own) if (own / "languages").is_dir() else b""
