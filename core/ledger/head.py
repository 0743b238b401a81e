"""The remembered end of the chain: a small file beside the ledger, by which an older copy in its place is noticed."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

ENDING = ".head"
CHECKED = 9  # the check sum and the end of the line
LENGTH = 95
READS = 3


@dataclass(frozen=True, slots=True)
class Head:
    """The number of the last link and its hash."""

    count: int
    hash: bytes


def place(path: Path) -> Path:
    """Where the head of the ledger at `path` is kept."""
    return path.with_suffix(ENDING)


def read(path: Path) -> Head | None:
    """What is remembered of the ledger at `path`; None if nothing is, or nothing whole."""
    for _ in range(READS):  # it may be written at this very moment
        try:
            line = place(path).read_bytes()
        except OSError:
            return None
        if line.endswith(_check(line[:-CHECKED])) and len(line) == LENGTH:
            return Head(int(line[:20]), bytes.fromhex(line[21:85].decode("ascii")))
    return None


def write(path: Path, head: Head) -> None:
    """Remember this end: one line of one length, written over the last one in one go, with a check sum in case that tears (a new
    file each time would cost more than the entry itself). A disk that will not take it is no failure of what was entered."""
    line = f"{head.count:020d} {head.hash.hex()} ".encode("ascii")
    with suppress(OSError):
        number = os.open(place(path), os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(number, line + _check(line))
        finally:
            os.close(number)


def put_away(path: Path) -> None:
    """Keep what is remembered of a ledger that is gone under another name: a new one begins."""
    with suppress(OSError):
        place(path).replace(place(path).with_suffix(f"{ENDING}.old"))


def _check(line: bytes) -> bytes:
    return b"%08x\n" % crc32(line)


def is_before(connection: sqlite3.Connection, remembered: Head) -> bool:
    """Whether the chain in this file goes on from what is remembered."""
    if remembered.count == 0:
        return True
    link = connection.execute("SELECT hash FROM chain WHERE number = ?", (remembered.count,)).fetchone()
    return link is not None and link[0] == remembered.hash


class Memory:
    """Remembers the end after each entry, unless what was remembered speaks against this file: then that stays, for `verify`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._trusted: bool | None = None

    def keep(self, connection: sqlite3.Connection, last: Head) -> None:
        """Remember `last`. Costs one small file; asks once whether this file goes on from what was remembered before."""
        if self._trusted is None:
            before = read(self._path)
            self._trusted = before is None or is_before(connection, before)
        if self._trusted:
            write(self._path, last)
