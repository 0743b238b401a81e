"""A ledger under another key: encrypting one that is plain, a new key, or (by the person's word) a plain one again.

The new file is made from one moment of the old one while nobody can write to that, proved to hold the same, put on the disk, and only
then renamed over it. What was in the clear (or under the old key) is written over with zeros before it is removed. That is as much as
a program can do: a disk that keeps old blocks by itself (SSDs, snapshots) may keep them.
"""

from __future__ import annotations

import datetime as dt
import os
from contextlib import closing, suppress
from pathlib import Path

from core.ledger import aside, backup, chain, cipher, copies, file, head, schema
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, LedgerProblem, translated
from core.ledger.recode import recode

CHUNK = 1 << 20


def change_key(path: Path, key: Key | None, new: Key | None, now: dt.datetime) -> None:
    """Have the ledger at `path` under another key (None: plain). Raises LedgerProblem; it is then as it was."""
    part = path.with_name(f"{path.name}.{os.getpid()}.recoded{copies.PART}")
    copies.must_be_whole(path, key)
    held = aside.hold(path, key)
    if held is None:
        raise LedgerProblem(BROKEN)
    with closing(held):
        copies.remove(part)
        try:
            _make(path, key, part, new)
            old = backup.put_in_place(part, path, now, new, held=held)
        finally:
            copies.remove(part)
    if old is not None:
        scrub(old)


def change_copies(path: Path, folder: Path, key: Key | None, new: Key | None) -> list[Path]:
    """Have every backup in that folder, and every copy beside the ledger that was set aside, under the new key. Returns those that
    could not be (damaged, or under a third key) and are left as they are. Raises LedgerProblem only where nothing can be written."""
    left: list[Path] = []
    for copy in plain_or_old(path, folder, new):
        part = copy.with_name(f"{copy.name}.{os.getpid()}.recoded{copies.PART}")
        copies.remove(part)
        try:
            _make(copy, key, part, new)
            old = copy.with_name(f"{copy.name}.{os.getpid()}.old{copies.PART}")
            with translated(copy):
                _second_name(copy, old)
                _remove_side_files(copy)
                part.replace(copy)
                copies.flush_folder(copy.parent)
            scrub(old)
        except LedgerProblem:
            left.append(copy)
        finally:
            copies.remove(part)
    return left


def plain_or_old(path: Path, folder: Path, new: Key | None) -> list[Path]:
    """The backups in that folder and the copies beside the ledger that are not under that key (None: that are not plain)."""
    beside = [one for one in path.parent.glob(f"{path.stem}.*-*{path.suffix}") if one != path]
    found = []
    with translated(path):
        for one in [*(made.path for made in backup.found(folder)), *sorted(beside)]:
            plain = cipher.form(one) is cipher.Form.PLAIN
            if not plain if new is None else plain or not cipher.has_mark(one, new):
                found.append(one)
    return found


def scrub(path: Path) -> None:
    """Write a file and what SQLite left beside it over with zeros, and remove them. Raises LedgerProblem."""
    with translated(path):
        for ending in (*file.SIDE_FILES, head.ENDING):
            one = path.with_suffix(head.ENDING) if ending == head.ENDING else path.with_name(path.name + ending)
            with suppress(FileNotFoundError):
                with one.open("r+b") as old:
                    _zero(old.fileno())
                one.unlink()
        copies.flush_folder(path.parent)


def _make(source: Path, key: Key | None, part: Path, new: Key | None) -> None:
    """The new file, proved to hold what the old one holds, on the disk."""
    recode(source, key, part, new)
    copies.must_be_whole(part, new)
    if _ends(part, new) != _ends(source, key):
        raise LedgerProblem(CHANGED)
    with translated(part):
        copies.flush(part)


def _ends(path: Path, key: Key | None) -> tuple[object, ...]:
    """What two files that hold the same have in common: the end of the chain (which commits to all) and how many rows a table has."""
    with closing(file.look(path, key)) as connection, translated(path):
        chained = schema.refuse_foreign(connection) >= schema.CHAINED_FROM
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
        counts = [
            (name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - names of the schema
            for (name,) in tables
            if name not in ("sqlite_stat1", "sqlite_stat4")
        ]
        return (chain.head(connection) if chained else None, counts)


def _second_name(path: Path, name: Path) -> None:
    """Have a file under another name too, where the file system knows that; else under that one alone."""
    try:
        os.link(path, name)
    except OSError:
        path.rename(name)


def _zero(number: int) -> None:
    """Write zeros over all that an open file holds, on the disk."""
    left = os.fstat(number).st_size
    os.lseek(number, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(number, bytes(min(CHUNK, left)))
    os.fsync(number)


def _remove_side_files(path: Path) -> None:
    for ending in file.SIDE_FILES[1:]:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
