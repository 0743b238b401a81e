"""One connection with its transactions: the one place where an entry is written, and its link of the hash chain tied."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from core.ledger import chain, cipher, file, head
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, LOCKED, LedgerProblem, translated
from core.ledger.rows import Value

Found = TypeVar("Found")


class Store:
    """The ledger's connection. Table and column names come from this package only, values are always bound."""

    def __init__(self, path: Path, key: Key | None = None, *, reading: bool = False) -> None:
        """reading: nothing is going to be written, and a full disk is no reason to refuse. Raises LedgerProblem."""
        self._path = path
        self._identity = file.identity(path)
        self._connection = file.to_read(path, key) if reading else file.connect(path, key)
        self._identity = self._identity or file.identity(path)
        self._connection.row_factory = cipher.row_factory(self._connection)
        self._last: chain.Link | None = None  # the last link that the open transaction has tied
        self._remembered: head.Memory | None = None

    def close(self) -> None:
        self._connection.close()

    def is_current(self) -> bool:
        """Whether the file that is open is still the one under its name: a restore puts another one there."""
        return file.identity(self._path) == self._identity

    @contextmanager
    def transaction(self, *, reading: bool = False) -> Iterator[None]:
        """Everything inside is on the disk together, or not at all; with `reading`, one unchanging view. The outermost counts."""
        with translated(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._last = None
            self._connection.execute("BEGIN" if reading else "BEGIN IMMEDIATE")
            try:
                if not reading and not self.is_current():
                    raise LedgerProblem(LOCKED)  # what is written into a file that was set aside would be lost
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        if self._last is not None:
            self._remember(self._last)

    def read(self, make: Callable[[sqlite3.Row], Found], query: str, *values: Value) -> list[Found]:
        """All rows a SELECT finds, made into values. Raises LedgerProblem(BROKEN) for a row that makes no sense."""
        with translated(self._path):
            found = self._connection.execute(query, values).fetchall()
        try:
            return [make(row) for row in found]
        except (ValueError, TypeError, AttributeError):  # a word, a date or a type we never wrote
            raise LedgerProblem(BROKEN) from None

    def must_hold(self, kind: str, rows: Sequence[int]) -> None:
        """Raise LedgerProblem(CHANGED) unless these entries say what was entered: a figure that does not is shown to nobody."""
        with translated(self._path):
            if not chain.holds(self._connection, kind, rows):
                raise LedgerProblem(CHANGED)

    def append(self, kind: str, /, *parts: Mapping[str, Value], **entry: Value) -> int:
        """Add one entry with its parts (a reading's cards, a statement's months), tie its link, and return its number."""
        shape = chain.KINDS[kind]
        with self.transaction():
            number = self._insert(kind, entry)
            if shape.part is not None:
                for position, part in enumerate(parts):
                    self._insert(shape.part.table, {shape.part.key: number, "position": position, **part})
            self._last = chain.tie(self._connection, kind, number)
        return number

    def change_account(self, account_id: int, statement: str, *values: Value) -> None:
        """An UPDATE of an account, the one row that changes, and the link that tells of it (none if it is not there)."""
        with self.transaction():
            if self._connection.execute(statement, values).rowcount:
                self._last = chain.tie(self._connection, "account", account_id)

    def forget(self, kind: str, row: int, account: int | None = None) -> None:
        """Remove an account or an import with all that hangs on it, and tie the link that says so; its digests stay, its content
        and its salt go. Nothing happens if it is not there."""
        with self.transaction():
            statement = f"DELETE FROM {chain.FORGOTTEN[kind]} WHERE id = ?"  # noqa: S608 - names of this package
            if self._connection.execute(statement, (row,)).rowcount:
                self.note(kind, row, account)

    def note(self, kind: str, row: int, account: int | None = None) -> None:
        """Tie the link that says that something is gone."""
        with self.transaction():
            self._last = chain.note(self._connection, kind, row, account)

    def _insert(self, table: str, entry: Mapping[str, Value]) -> int:
        columns = ", ".join(entry)
        marks = ", ".join("?" * len(entry))
        statement = f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 - names of this package, values bound
        return int(self._connection.execute(statement, tuple(entry.values())).lastrowid or 0)

    def _remember(self, last: chain.Link) -> None:
        """Keep the end of the chain beside the file, so that an older copy put in its place is noticed."""
        if self._remembered is None:
            self._remembered = head.Memory(self._path)
        self._remembered.keep(self._connection, head.Head(*last))
