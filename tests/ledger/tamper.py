"""Changes made to a ledger behind the program's back, each in a transaction that is taken back after `verify` has looked."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.ledger import file, head, verify
from core.ledger.verify import Fault, Finding

NOT_HISTORY = {"sqlite_sequence"}


class Tampered:
    """A ledger whose guards are down. `findings()` is what verify says of it now, but for the guards."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA foreign_keys = OFF")
        self.triggers = self._column("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for name in self.triggers:
            self.connection.execute(f"DROP TRIGGER {name}")
        tables = self._column("SELECT name FROM sqlite_schema WHERE type = 'table'")
        self.tables = [name for name in tables if name not in NOT_HISTORY]
        self.remembered = head.read(path)

    def _column(self, query: str) -> list[str]:
        return [row[0] for row in self.connection.execute(query)]

    def close(self) -> None:
        self.connection.close()

    @contextmanager
    def undone(self) -> Iterator[None]:
        """Whatever is done inside is taken back at its end."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def findings(self, last: int | None = None) -> list[Finding]:
        found = verify._examine(self.connection, self.remembered, last).findings
        return [finding for finding in found if finding.fault is not Fault.UNGUARDED]

    def keys(self, table: str) -> tuple[list[str], list[tuple[int, ...]]]:
        """The names of a table's key, and the key of every row."""
        names = self._column(f"SELECT name FROM pragma_table_info('{table}') WHERE pk ORDER BY pk")
        return names, self.connection.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall()

    def columns(self, table: str) -> list[str]:
        return self._column(f"SELECT name FROM pragma_table_info('{table}')")

    def change(self, table: str, key: tuple[int, ...], column: str, dice: random.Random) -> bool:
        """Change one value of one row to another its column may hold; False if the table refuses that."""
        names, _ = self.keys(table)
        where = " AND ".join(f"{name} = ?" for name in names)
        old = self.connection.execute(f"SELECT {column} FROM {table} WHERE {where}", key).fetchone()[0]
        for new in dice.sample(_others(old, dice), 4):
            try:
                self.connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (new, *key))
            except sqlite3.IntegrityError:
                continue
            return True
        return False

    def remove(self, table: str, key: tuple[int, ...]) -> None:
        names, _ = self.keys(table)
        self.connection.execute(f"DELETE FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in names)}", key)

    def swap(self, table: str, one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        """Exchange all that two rows hold, their keys stay; False if they hold the same."""
        names, _ = self.keys(table)
        where = " AND ".join(f"{name} = ?" for name in names)
        rest = [name for name in self.columns(table) if name not in names]
        rows = [
            self.connection.execute(f"SELECT {', '.join(rest)} FROM {table} WHERE {where}", key).fetchone()
            for key in (one, other)
        ]
        if rows[0] == rows[1]:
            return False
        self.remove(table, other)
        sets = ", ".join(f"{name} = ?" for name in rest)
        self.connection.execute(f"UPDATE {table} SET {sets} WHERE {where}", (*rows[1], *one))
        marks = ", ".join("?" * (len(rest) + len(names)))
        self.connection.execute(f"INSERT INTO {table} ({', '.join([*rest, *names])}) VALUES ({marks})", (*rows[0], *other))
        return True


def _others(old: object, dice: random.Random) -> list[object]:
    """Values unlike the old one, of its type or others."""
    if isinstance(old, bytes):
        flipped = bytearray(old)
        flipped[dice.randrange(len(old))] ^= 1 << dice.randrange(8)
        return [bytes(flipped), old[::-1] + b"", bytes(len(old)), bytes(dice.randrange(256) for _ in old)]
    if isinstance(old, int):
        return [old + 1, 1 - old, old + 100_000, old * 10 + 3]
    if isinstance(old, str):
        return [old + " ", old[:-1], "0" + old, old.swapcase() + "x"]
    return ["x", 1, "2020-01-01", 0]


def opened(path: Path) -> sqlite3.Connection:
    """The file as verify opens it."""
    return file.look(path)
