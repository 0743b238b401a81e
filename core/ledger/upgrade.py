"""Bringing a ledger up to date is tried on a copy first; only if that copy is whole and sound is the ledger itself touched."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from core.ledger import copies, file
from core.ledger.key import Key
from core.ledger.problems import BROKEN, LedgerProblem, translated
from core.ledger.schema import migrate
from core.ledger.verify import examine


def rehearse(path: Path, connection: file.Connection, key: Key | None = None) -> None:
    """Bring a copy of the ledger that is open up to date and look whether all is well with it; the copy is removed again.

    Raises LedgerProblem if not: the ledger is then as it was. (The ledger itself is brought up to date in transactions of its own.)
    """
    part = path.with_name(f"{path.name}.{os.getpid()}.upgraded{copies.PART}")
    copies.remove(part)
    try:
        with closing(file.blank(part, _key_of(connection, key))) as copy, translated(part):
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            before = set(examine(part, key=key).findings)
            migrate(copy)
        if not before.issuperset(examine(part, key=key).findings):
            raise LedgerProblem(BROKEN)
    finally:
        copies.remove(part)


def _key_of(connection: file.Connection, key: Key | None) -> Key | None:
    """The key, if the ledger that is open is encrypted with it: the copy is as the ledger is."""
    return None if isinstance(connection, sqlite3.Connection) else key
