"""The tables' versions: `user_version` is the number of the last migration applied. A migration is never edited."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from core.ledger import chain
from core.ledger.problems import BROKEN, NEWER, LedgerProblem

APPLICATION_ID = 0x534A4854  # "SJHT": the file says whose it is
CHAINED_FROM = 3  # the version whose migration ties links for all that was there before
FOLDER = Path(__file__).parent / "migrations"
MIGRATIONS: tuple[str, ...] = ("0001_first.sql", "0002_imports.sql", "0003_chain.sql")


def refuse_foreign(connection: sqlite3.Connection) -> int:
    """The file's version (0: empty). Raises LedgerProblem: NEWER for a later program's file, BROKEN for one that is not ours."""
    began = not connection.in_transaction
    if began:
        connection.execute("BEGIN")  # one view: another process may be making the tables between two of these questions
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        stamp = connection.execute("PRAGMA application_id").fetchone()[0]
        empty = version == 0 and not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    finally:
        if began and connection.in_transaction:
            connection.execute("ROLLBACK")
    if not empty and stamp != APPLICATION_ID:
        raise LedgerProblem(BROKEN)
    if version > len(MIGRATIONS):
        raise LedgerProblem(NEWER)
    return version


def migrate(connection: sqlite3.Connection, to: int | None = None) -> None:
    """Bring the file to the newest version (or to that one), each step whole or not at all; two processes may try at once."""
    for number in range(refuse_foreign(connection) + 1, (len(MIGRATIONS) if to is None else to) + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if refuse_foreign(connection) < number:  # asked again: another process may have been faster
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                for statement in _statements((FOLDER / MIGRATIONS[number - 1]).read_text("utf-8")):
                    connection.execute(statement)
                if number == CHAINED_FROM:
                    chain.adopt(connection)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _statements(script: str) -> list[str]:
    """The single statements of a script (executescript would commit first). A trigger holds semicolons of its own."""
    found: list[str] = []
    rest = ""
    for piece in script.split(";"):
        rest += piece + ";"
        if sqlite3.complete_statement(rest):
            found.append(rest.strip())
            rest = ""
    return [statement for statement in found if statement != ";"]
