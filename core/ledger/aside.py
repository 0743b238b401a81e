"""A ledger that has to make room is set aside under a dated name, whole; nothing is ever deleted."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from contextlib import suppress
from pathlib import Path

from core.ledger import file, head
from core.ledger.key import Key
from core.ledger.problems import DISK_FULL, LOCKED, LedgerProblem, translated

BROKEN_LABEL, RESTORED_LABEL, LOCKED_LABEL = "broken", "before-restore", "locked"


def set_aside(path: Path, now: dt.datetime, label: str = BROKEN_LABEL) -> Path:
    """Give a ledger that cannot be read (LOCKED_LABEL: its key is lost) a dated name beside its old one, its side files too. Returns the
    new name.

    Raises LedgerProblem if it cannot be renamed.
    """
    with translated(path):
        kept = _free_name(path, label, now)
        for ending in reversed(file.SIDE_FILES):  # the file itself last: until then the next start still sees the broken one
            with suppress(FileNotFoundError):
                _beside(path, ending).rename(_beside(kept, ending))
        with suppress(OSError):
            head.place(path).rename(head.place(kept))
        return kept


def replace(
    part: Path, path: Path, now: dt.datetime, key: Key | None = None, *, held: file.Connection | None = None
) -> Path | None:
    """Put a finished file in the ledger's place in one step. What stood there keeps existing, whole, under a dated name (returned;
    None if nothing stood there). Nobody can write to it meanwhile (with `held`, a connection of `hold`, nobody could since then; it is
    closed). Raises LedgerProblem; the ledger is then as it was."""
    with translated(path):
        if not path.exists():
            head.place(path).unlink(missing_ok=True)
            _drop_side_files(path)
            part.replace(path)
            return None
        held = held or hold(path, key)
        try:
            kept = _free_name(path, RESTORED_LABEL, now)
            for ending in file.SIDE_FILES:
                if ending != "-shm":
                    _keep(_beside(path, ending), _beside(kept, ending))
            with suppress(OSError):
                shutil.copy(head.place(path), head.place(kept))
            if held is not None and os.name == "nt":  # which renames over no open file
                held.close()
            head.place(path).unlink(missing_ok=True)  # a kill before the next step must accuse nobody
            _drop_side_files(path)  # they belong to the old file; SQLite would apply them to the new one
            part.replace(path)
        finally:
            if held is not None:
                held.close()
        return kept


def hold(path: Path, key: Key | None = None) -> file.Connection | None:
    """As `held`, None if the file is damaged. Raises LedgerProblem: LOCKED, DISK_FULL."""
    try:
        return held(path, key)
    except LedgerProblem as problem:
        if problem.code in (LOCKED, DISK_FULL):
            raise
        return None


def held(path: Path, key: Key | None = None, *, by_cipher: bool = False) -> file.Connection:
    """A connection that keeps all others from writing, the log written into the file as far as it goes. Raises LedgerProblem. As long as it
    is open, this process must not open the file in any other way but with the same library (`core.ledger.cipher.form`)."""
    connection = file.writing(path, key, by_cipher=by_cipher)
    try:
        with translated(path):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("BEGIN IMMEDIATE")
    except BaseException:
        connection.close()
        raise
    return connection


def _keep(source: Path, target: Path) -> None:
    """Have a file under a second name: as a link, or as a copy where there are no links."""
    if not source.exists() or source.stat().st_size == 0:  # an empty log
        return
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _drop_side_files(path: Path) -> None:
    for ending in file.SIDE_FILES[1:]:
        with suppress(FileNotFoundError):
            _beside(path, ending).unlink()


def _free_name(path: Path, label: str, now: dt.datetime) -> Path:
    stamp = now.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (
        path.with_name(f"{path.stem}.{label}-{stamp}{f'-{number}' if number else ''}{path.suffix}") for number in range(1_000)
    )
    return next(name for name in names if not name.exists())


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
