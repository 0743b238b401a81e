"""One connection with its transactions: the one place where an entry is written (and where a hash chain would be tied)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from core.ledger import file
from core.ledger.problems import BROKEN, LedgerProblem, translated
from core.ledger.rows import Value

Found = TypeVar("Found")


class Store:
    """The ledger's connection. Table and column names come from this package only, values are always bound."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = file.connect(path)
        self._connection.row_factory = sqlite3.Row

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self, *, reading: bool = False) -> Iterator[None]:
        """Everything inside is on the disk together, or not at all; with `reading`, one unchanging view. The outermost counts."""
        with translated(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def read(self, make: Callable[[sqlite3.Row], Found], query: str, *values: Value) -> list[Found]:
        """All rows a SELECT finds, made into values. Raises LedgerProblem(BROKEN) for a row that makes no sense."""
        with translated(self._path):
            found = self._connection.execute(query, values).fetchall()
        try:
            return [make(row) for row in found]
        except ValueError:  # a word or a date we never wrote
            raise LedgerProblem(BROKEN) from None

    def append(self, table: str, **entry: Value) -> int:
        """Add one entry and return its number."""
        columns = ", ".join(entry)
        marks = ", ".join("?" * len(entry))
        with translated(self._path):
            statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - names of this package, values bound
            done = self._connection.execute(statement, tuple(entry.values()))
            return int(done.lastrowid or 0)

    def change(self, statement: str, *values: Value) -> None:
        """An UPDATE or DELETE of an account: history itself is never changed."""
        with translated(self._path):
            self._connection.execute(statement, values)
