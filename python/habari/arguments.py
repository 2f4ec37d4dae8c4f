"""Arguments as users give them, checked: what is wrong is an exception that names the argument."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import Union

#: A path, as `open` takes them.
Path = Union[str, bytes, "os.PathLike[str]", "os.PathLike[bytes]"]

#: A day as `datetime` has it, or ISO 8601: `2019`, `2019-10`, `2019-10-31`.
Day = Union[str, datetime.date]


def text_argument(name: str, value: object) -> str:
    """`value` itself. TypeError where it is no str; ValueError where it has no UTF-8 (a lone surrogate)."""
    if not isinstance(value, str):
        hint = "; decode it first" if isinstance(value, (bytes, bytearray)) else ""
        raise TypeError(f"{name}: expected str, not {type(value).__name__}{hint}")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ValueError(f"{name}: character {error.start} is a lone surrogate, which is no text") from None
    return value


def optional_text(name: str, value: object) -> str:
    """The empty string for None."""
    return "" if value is None else text_argument(name, value)


def day_argument(name: str, value: object) -> str:
    """ISO 8601, the empty string for None. What it says is checked where it is used."""
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{name}: expected str or datetime.date, not {type(value).__name__}")
    return optional_text(name, value)


def path_argument(name: str, value: object) -> bytes:
    """The path as the system has it. TypeError where it is none, as an open file is."""
    try:
        path = os.fsencode(value)  # type: ignore[arg-type]
    except TypeError:
        raise TypeError(f"{name}: expected a path, not {type(value).__name__}") from None
    if b"\0" in path:
        raise ValueError(f"{name}: a path has no NUL")
    if not path:
        raise ValueError(f"{name}: the path is empty")
    return path


def optional_path(name: str, value: object) -> bytes:
    """The empty path for None."""
    return b"" if value is None else path_argument(name, value)


def count_argument(name: str, value: object, least: int = 0) -> int:
    """A whole number, `least` at least, that 32 bits hold."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{name}: expected int, not {type(value).__name__}")
    if not least <= value < 2**32:
        raise ValueError(f"{name}: {value}, expected {least} or more")
    return value


def share_argument(name: str, value: object) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{name}: expected a number, not {type(value).__name__}")
    if not 0 <= value <= 1:
        raise ValueError(f"{name}: {value}, expected 0 to 1")
    return float(value)


def choice_argument(name: str, value: object, choices: Iterable[str]) -> str:
    """One of `choices`."""
    known = list(choices)
    if value not in known:
        raise ValueError(f"{name}: {value!r}, expected one of {', '.join(known)}")
    return str(value)
