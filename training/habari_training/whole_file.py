"""Output files that appear whole or not at all, by the rules of the core's WholeFile (habari/core/whole_file.hpp)."""

import fcntl
import os
import re
import secrets
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Iterator


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file beside `path` to write to, which takes its place when the block ends well and is gone when it does not."""
    place = path.resolve()  # A link is kept.
    _remove_stale(place)
    beside = place.with_name(f"{place.name}.part-{secrets.token_hex(8)}")
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666), "wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if place.exists():
                os.fchmod(file.fileno(), place.stat().st_mode & 0o777)
            yield file
            file.flush()
            os.fsync(file.fileno())
            beside.replace(place)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def write_whole(path: Path, text: str) -> None:
    with whole_file(path) as file:
        file.write(text.encode("utf-8"))


def _remove_stale(place: Path) -> None:
    """What a run that was killed left is locked by nobody."""
    for file in place.parent.iterdir():
        if file.name.startswith(place.name) and re.fullmatch(r"\.part-[0-9a-f]{16}", file.name[len(place.name):]):
            with suppress(OSError), open(os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb") as stale:
                fcntl.flock(stale, fcntl.LOCK_EX | fcntl.LOCK_NB)
                file.unlink()
