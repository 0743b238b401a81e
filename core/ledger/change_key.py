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
from core.ledger.problems import CHANGED, LedgerProblem, translated
from core.ledger.recode import recode
from core.ledger.scrub import flush_folder, scrub

Ends = tuple[tuple[int, bytes] | None, tuple[tuple[str, int], ...]]


def change_key(path: Path, key: Key | None, new: Key | None, now: dt.datetime) -> None:
    """Have the ledger at `path` under another key (None: plain). Raises LedgerProblem; it is then as it was."""
    part = path.with_name(f"{path.name}.{os.getpid()}.recoded{copies.PART}")
    copies.must_be_whole(path, key)
    held = aside.held(path, key, by_cipher=True)
    with closing(held):
        copies.remove(part)
        try:
            with translated(path):
                ends = _ends_of(held)
            _make(path, key, part, new, ends)
            old = backup.put_in_place(part, path, now, new, held=held)
        finally:
            copies.remove(part)
    if old is not None:
        with suppress(
            LedgerProblem
        ):  # it is done all the same; what is left of the old file is a copy like others (`change_copies`)
            scrub(_passing(old))


def change_copies(path: Path, folder: Path, key: Key | None, new: Key | None, key_for: backup.KeyFor | None = None) -> list[Path]:
    """Have every backup in that folder, and every copy beside the ledger that was set aside, under the new key. key: what they are
    under; key_for: tells that of one which is under another. Returns those that could not be (damaged, or under an unknown key) and are
    left as they are. Raises LedgerProblem only where nothing can be written."""
    left: list[Path] = []
    for copy in plain_or_old(path, folder, new):
        part = copy.with_name(f"{copy.name}.{os.getpid()}.recoded{copies.PART}")
        copies.remove(part)
        try:
            present = _present(copy, key, key_for)
            with closing(file.look(copy, present)) as there, translated(copy):
                ends = _ends_of(there)
            _make(copy, present, part, new, ends)
            old = copy.with_name(f"{copy.name}.{os.getpid()}.old{copies.PART}")
            with translated(copy):
                _second_name(copy, old)
                _remove_side_files(copy)
                part.replace(copy)
                flush_folder(copy.parent)
            with suppress(LedgerProblem):  # it stands there under its new key; `copies.sweep` tries again
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


def _present(copy: Path, key: Key | None, key_for: backup.KeyFor | None) -> Key | None:
    with translated(copy):
        if cipher.form(copy) is cipher.Form.PLAIN:
            return None
        fits = key is not None and cipher.has_mark(copy, key)
    return key if fits or key_for is None else key_for(copy)


def _passing(old: Path) -> Path:
    """A file that is to go, under the name of one that may go (`copies.sweep`): a kill while it is written over must not leave it as a copy
    that looks damaged."""
    name = old.with_name(f"{old.name}.{os.getpid()}.old{copies.PART}")
    with translated(old):
        for ending in file.SIDE_FILES:
            with suppress(FileNotFoundError):
                old.with_name(old.name + ending).rename(name.with_name(name.name + ending))
        with suppress(FileNotFoundError):
            head.place(old).unlink()
    return name


def _make(source: Path, key: Key | None, part: Path, new: Key | None, ends: Ends) -> None:
    """The new file, proved to hold what the old one holds, on the disk."""
    recode(source, key, part, new)
    copies.must_be_whole(part, new)
    with closing(file.look(part, new)) as made, translated(part):
        if _ends_of(made) != ends:
            raise LedgerProblem(CHANGED)
    with translated(part):
        copies.flush(part)


def _ends_of(connection: file.Connection) -> Ends:
    """What two files that hold the same have in common: the end of the chain (which commits to all) and how many rows a table has."""
    chained = schema.refuse_foreign(connection) >= schema.CHAINED_FROM
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    counts = tuple(
        (str(name), int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]))  # noqa: S608 - names of the schema
        for (name,) in tables
        if name not in ("sqlite_stat1", "sqlite_stat4")
    )
    return (chain.head(connection) if chained else None, counts)


def _second_name(path: Path, name: Path) -> None:
    """Have a file under another name too, so that it can be written over once another one has its own. A file system that knows no
    second names (FAT) gives its blocks free as they are."""
    with suppress(OSError):
        os.link(path, name)


def _remove_side_files(path: Path) -> None:
    for ending in file.SIDE_FILES[1:]:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink()
