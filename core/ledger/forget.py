"""Forgetting: what is removed is removed from the copies too, and written over before it goes.

A copy cannot forget one account (its chain would tell of another ledger), so all copies go, and one new backup takes their place.
"""

from __future__ import annotations

import datetime as dt
from contextlib import closing, suppress
from pathlib import Path

from core.ledger import backup, copies, file, head
from core.ledger.key import Key
from core.ledger.key_file import OLD_ENDING
from core.ledger.ledger import Ledger
from core.ledger.problems import LedgerProblem, translated
from core.ledger.scrub import scrub


def forget_account(path: Path, name: str, folder: Path, now: dt.datetime, key: Key | None = None) -> None:
    """Remove an account and every copy that holds it. Raises LedgerProblem, NoSuchAccount."""
    with Ledger.open(path, key) as ledger:
        ledger.remove_account(ledger.account(name).id)
    forget_copies(path, folder, now, key)


def forget_copies(path: Path, folder: Path, now: dt.datetime, key: Key | None = None) -> None:
    """Remove the backups in that folder, the copies beside the ledger and what its log still holds; one new backup where there were
    any. Raises LedgerProblem."""
    with closing(file.writing(path, key)) as connection, translated(path):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    had_backups = remove_copies(path, folder)
    if had_backups:
        with suppress(LedgerProblem):  # the old ones are gone; a new one is made another day
            backup.make(path, folder, now, key)


def remove_copies(path: Path, folder: Path) -> bool:
    """Remove every backup and copy; whether there were backups. Raises LedgerProblem."""
    backups = backup.found(folder)
    for made in backups:
        scrub(made.path)
    with translated(path):
        passing = [one for one in folder.iterdir() if copies.PART in one.name] if folder.exists() else []
        beside = [one for one in path.parent.iterdir() if _is_copy(one, path)]
    for one in [*passing, *beside]:
        scrub(one)
    return bool(backups)


def remove_all(path: Path, folder: Path) -> None:
    """Remove the ledger itself and all copies of it. Raises LedgerProblem."""
    remove_copies(path, folder)
    scrub(path)
    with translated(path):
        head.place(path).with_suffix(f"{head.ENDING}.old").unlink(missing_ok=True)


def _is_copy(one: Path, path: Path) -> bool:
    """Whether it is a copy of the ledger beside it: set aside, or passing. (Not its log, which goes with it; not its key files, an old
    key's neither: by that the key is found in the keyring once everything is forgotten.)"""
    ours = one.name.startswith(f"{path.stem}.") or one.name.startswith(f".{path.name}")
    own = {path.name + ending for ending in file.SIDE_FILES} | {head.place(path).name}
    return ours and one.is_file() and one.name not in own and not one.name.endswith((".key.json", OLD_ENDING))
