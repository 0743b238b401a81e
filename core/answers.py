"""The answer to a command that asked the running window for something: a small private file in the data folder, a JSON line at a time.

The command makes it and reads it as it grows; the window only ever adds to one that is there. So both ends may die at any moment, on any
system, and nobody waits for ever: the command sees that the window's place is free, the window sees that the file is gone.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

NAME = re.compile(r"answer-[0-9a-f]{16}\.jsonl", re.ASCII)
LINE_BYTES = 1 << 20


def make(folder: Path) -> Path:
    """A new empty answer file (0600) in the data folder. Raises OSError."""
    path = folder / f"answer-{os.urandom(8).hex()}.jsonl"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def add(folder: Path, name: str, line: str) -> bool:
    """Add a line to the answer of that name; False if it is not one, or nobody waits for it any more."""
    if not NAME.fullmatch(name):
        return False
    try:
        handle = os.open(folder / name, os.O_WRONLY | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        os.write(handle, f"{line}\n".encode())
    except OSError:
        return False
    finally:
        os.close(handle)
    return True


class Reader:
    """Reads an answer as it grows."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._rest = b""

    def lines(self) -> list[str]:
        """The whole lines that came since the last look."""
        *lines, self._rest = (self._rest + self._file.read(LINE_BYTES)).split(b"\n")
        return [line.decode("utf-8", "replace") for line in lines]

    def close(self) -> None:
        self._file.close()


def remove_old(folder: Path) -> None:
    """Remove what commands that were killed have left behind. (Called by a window that has just taken the place.)"""
    with suppress(OSError):
        for path in folder.iterdir():
            if NAME.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()
