"""The whole record as one JSON document, and back without loss: every table, every row, the chain with it (docs/ledger.md).

What is taken from a ledger, put into an empty one and taken again is the same, byte for byte. There is no secret in it; there is a
person's name, NIK and money.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from core.ledger import backup, cipher, copies, file, schema
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, NEWER, LedgerProblem, translated
from core.ledger.verify import examine

FORMAT = "saldo-jht-record"
VERSION = 1
MOST_BYTES = 1_000_000_000
NOT_EMPTY = "ledger_not_empty"
COUNTERS = "sqlite_sequence"  # the highest numbers ever given out: a number is never used twice

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


def dump(path: Path, key: Key | None = None) -> Iterator[str]:
    """The pieces of the document, in one unchanging view of the ledger. Raises LedgerProblem."""
    connection = file.look(path, key)
    with closing(connection), translated(path):
        connection.execute("BEGIN")
        version = schema.refuse_foreign(connection)
        if version != len(schema.MIGRATIONS):
            raise LedgerProblem(BROKEN)
        yield f'{{"format":{json.dumps(FORMAT)},"version":{VERSION},"schema":{version},"tables":{{'
        for number, table in enumerate(_tables(connection)):
            columns = _columns(connection, table)
            yield f'{"," if number else ""}\n{json.dumps(table)}:{{"columns":{_text(columns)},"rows":['
            order = ", ".join(str(place) for place in range(1, len(columns) + 1))
            rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {order}")  # noqa: S608 - names of the schema
            for place, row in enumerate(rows):
                yield f"{',' if place else ''}\n{_text([_told(value) for value in row])}"
            yield "]}"
        yield "\n}}\n"


def load(path: Path, document: str, now: dt.datetime, key: Key | None = None) -> int:
    """Make the ledger at `path` from a document; returns how many links its chain has. Only where there is none yet, or one in which
    nothing was ever entered. Raises LedgerProblem: NOT_EMPTY; BROKEN for what is no such document; NEWER for a later version's;
    CHANGED if its chain does not hold. The ledger is then as it was."""
    tables = _read(document)
    _must_be_empty(path, key)
    part = path.with_name(f".{path.name}.loading")
    copies.remove(part)
    try:
        with closing(file.connect(part, key)) as connection, translated(part):
            _fill(connection, tables)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        report = examine(part, key=key)
        if report.findings:
            raise LedgerProblem(CHANGED)
        backup.put_in_place(part, path, now, key)
        return report.links
    except BaseException:
        copies.remove(part)
        raise


def _read(document: str) -> dict[str, Any]:
    """The tables of a document, their shape not looked at yet."""
    try:
        data = json.loads(document) if len(document) <= MOST_BYTES else None
    except (ValueError, RecursionError):
        raise LedgerProblem(BROKEN) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("tables"), dict):
        raise LedgerProblem(BROKEN)
    stamps = (data.get("version"), data.get("schema"))
    if not all(isinstance(stamp, int) for stamp in stamps):
        raise LedgerProblem(BROKEN)
    ours = (VERSION, len(schema.MIGRATIONS))
    if stamps != ours:
        raise LedgerProblem(NEWER if stamps > ours else BROKEN)
    return dict(data["tables"])


def _must_be_empty(path: Path, key: Key | None) -> None:
    if not path.exists():
        return
    with closing(file.look(path, key)) as connection, translated(path):
        for table in _tables(connection)[:-1]:
            if connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:  # noqa: S608 - a name of the schema
                raise LedgerProblem(NOT_EMPTY)


def _fill(connection: sqlite3.Connection, tables: dict[str, Any]) -> None:
    """Put all rows in, in one transaction. What does not fit the tables exactly is a broken document."""
    if list(tables) != _tables(connection):
        raise LedgerProblem(BROKEN)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table, told in tables.items():
            columns = _columns(connection, table)
            if not isinstance(told, dict) or told.get("columns") != columns or not isinstance(told.get("rows"), list):
                raise LedgerProblem(BROKEN)
            if table == COUNTERS:
                connection.execute(f"DELETE FROM {COUNTERS}")  # noqa: S608 - its name is a constant
            marks = ", ".join("?" * len(columns))
            statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - names of the schema
            connection.executemany(statement, (_values(row, len(columns)) for row in told["rows"]))
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise LedgerProblem(BROKEN)
        connection.execute("COMMIT")
    except _misfits():
        connection.execute("ROLLBACK")
        raise LedgerProblem(BROKEN) from None
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _misfits() -> tuple[type[Exception], ...]:
    """What a value raises that fits no column."""
    names = ("IntegrityError", "InterfaceError", "ProgrammingError")
    return (OverflowError, *(kind for name in names for kind in cipher.errors(name)))


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Our tables by name, and the counters last."""
    return [*(str(row[0]) for row in connection.execute(_TABLES)), COUNTERS]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def _told(value: object) -> object:
    """Bytes (salts, digests) as {"hex": ...}; everything else as it is."""
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def _values(row: object, count: int) -> list[object]:
    if not isinstance(row, list) or len(row) != count:
        raise LedgerProblem(BROKEN)
    return [_value(value) for value in row]


def _value(value: object) -> object:
    if isinstance(value, dict):
        try:
            return bytes.fromhex(value["hex"])
        except (KeyError, TypeError, ValueError):
            raise LedgerProblem(BROKEN) from None
    if value is None or (isinstance(value, int | str) and not isinstance(value, bool)):
        return value
    raise LedgerProblem(BROKEN)
