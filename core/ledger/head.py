"""The remembered end of the chain: a small file beside the ledger, by which an older copy in its place is noticed."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ENDING = ".head"


@dataclass(frozen=True, slots=True)
class Head:
    """The number of the last link and its hash."""

    count: int
    hash: bytes


def place(path: Path) -> Path:
    """Where the head of the ledger at `path` is kept."""
    return path.with_suffix(ENDING)


def read(path: Path) -> Head | None:
    """What is remembered of the ledger at `path`; None if nothing is, or nothing readable."""
    try:
        told = json.loads(place(path).read_bytes())
        remembered = Head(int(told["count"]), bytes.fromhex(told["hash"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return remembered if remembered.count >= 0 and len(remembered.hash) == 32 else None


def write(path: Path, head: Head) -> None:
    """Remember this end, whole or not at all; a disk that will not take it is no failure of what was entered."""
    new = place(path).with_name(f"{place(path).name}.{os.getpid()}")
    with suppress(OSError):
        try:
            new.write_text(json.dumps({"count": head.count, "hash": head.hash.hex()}) + "\n", "ascii")
            new.chmod(0o600)
            new.replace(place(path))
        except OSError:
            new.unlink(missing_ok=True)
            raise


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
