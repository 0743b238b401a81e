"""Removing a file for good: written over with zeros first. A disk that keeps old blocks by itself (SSDs, snapshots) may keep them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from core.ledger import head
from core.ledger.file import SIDE_FILES
from core.ledger.problems import translated

CHUNK = 1 << 20


def scrub(path: Path) -> None:
    """Write a file and what SQLite left beside it over with zeros, and remove them. Raises LedgerProblem."""
    with translated(path):
        for ending in (*SIDE_FILES, head.ENDING):
            one = path.with_suffix(head.ENDING) if ending == head.ENDING else path.with_name(path.name + ending)
            with suppress(FileNotFoundError):
                with one.open("r+b") as old:
                    _zero(old.fileno())
                one.unlink()
        flush_folder(path.parent)


def _zero(number: int) -> None:
    """Write zeros over all that an open file holds, on the disk."""
    left = os.fstat(number).st_size
    os.lseek(number, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(number, bytes(min(CHUNK, left)))
    os.fsync(number)


def flush_folder(folder: Path) -> None:
    """Have a folder's names on the disk; some systems do that by themselves and know no way to ask."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
