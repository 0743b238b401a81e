"""A whole, verified copy of a ledger under a new name: there at once and entirely, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from core.ledger import file
from core.ledger.problems import BROKEN, CHANGED, LedgerProblem, translated
from core.ledger.verify import examine

PART = ".part"


def copy(source: Path, target: Path) -> None:
    """Copy the ledger at `source` (others may go on writing to it) to `target`, replacing what is there: through a file beside it,
    verified, on the disk, then renamed. Raises LedgerProblem; `target` is then as it was."""
    part = make_part(source, target)
    try:
        with translated(target):
            part.replace(target)
            flush_folder(target.parent)
    except BaseException:
        remove(part)
        raise


def make_part(source: Path, target: Path) -> Path:
    """The verified copy beside `target`, on the disk, still under its passing name. Raises LedgerProblem; nothing is left then."""
    part = target.with_name(f"{target.name}.{os.getpid()}{PART}")
    remove(part)
    try:
        with closing(file.look(source)) as there, closing(file.blank(part)) as here, translated(part):
            there.backup(here)
            here.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        must_be_whole(part)
        with translated(part):
            flush(part)
    except BaseException:
        remove(part)
        raise
    return part


def must_be_whole(path: Path) -> None:
    """Raise LedgerProblem unless SQLite finds the file whole (BROKEN) and verify finds nothing (CHANGED)."""
    with closing(file.look(path)) as connection, translated(path):
        if not is_whole(connection):
            raise LedgerProblem(BROKEN)
    if examine(path).findings:
        raise LedgerProblem(CHANGED)


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds no damage in its pages and indexes."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] == ["ok"]


def remove(path: Path) -> None:
    """Remove a passing file with what SQLite may have left beside it."""
    for ending in file.SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def flush(path: Path) -> None:
    """Have a file's content on the disk."""
    number = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(number)
    finally:
        os.close(number)


def flush_folder(folder: Path) -> None:
    """Have a folder's names on the disk; some systems do that by themselves and know no way to ask."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
