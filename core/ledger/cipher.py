"""SQLCipher, loaded only when a ledger is encrypted, or is to be: an SQLite of its own, with errors and rows of its own."""

from __future__ import annotations

import os
import sqlite3
import sys
from enum import Enum
from pathlib import Path
from typing import Any, BinaryIO

from core.ledger.key import Key

PLAIN_HEADER = b"SQLite format 3\0"
PAGE = 4096
RANDOM_FROM = (
    250  # so many different bytes has a page that is encrypted (256 but for one page in 30,000), and no other page 1 of ours
)

LOOKED_AT = 7  # pages beside the first


class Form(Enum):
    """How a file is kept."""

    EMPTY = "empty"  # or not there
    PLAIN = "plain"  # in the clear; or damaged beyond telling, which SQLite then says
    ENCRYPTED = "encrypted"


def form(path: Path) -> Form:
    """How the file at `path` is kept, by its first page; by others too where that looks random, since it may only be damaged. Raises
    OSError.

    Never to be asked while this process has the file open: on POSIX, closing any descriptor of a file gives up all locks that the process
    holds on it, SQLite's too, and another process may then take the log away under it.
    """
    try:
        with path.open("rb") as file:
            page = file.read(PAGE)
            if not page:
                return Form.EMPTY
            if page.startswith(PLAIN_HEADER) or not _is_random(page):
                return Form.PLAIN
            others = [_is_random(other) for other in _others(file)]
    except FileNotFoundError:
        return Form.EMPTY
    return Form.PLAIN if others and sum(others) * 2 < len(others) else Form.ENCRYPTED


def _is_random(page: bytes) -> bool:
    return len(set(page)) >= RANDOM_FROM


def _others(file: BinaryIO) -> list[bytes]:
    """A few whole pages from all over the rest of the file."""
    pages = file.seek(0, os.SEEK_END) // PAGE
    found = []
    for number in sorted({1 + (pages - 2) * place // (LOOKED_AT - 1) for place in range(LOOKED_AT)}) if pages > 1 else []:
        file.seek(number * PAGE)
        found.append(file.read(PAGE))
    return found


def has_mark(path: Path, key: Key) -> bool:
    """Whether the file begins with the key's mark: it is this key's. Raises OSError. Not while it is open here (see `form`)."""
    with path.open("rb") as file:
        return file.read(len(key.mark)) == key.mark


def library() -> Any:
    """The SQLCipher module, a look-alike of `sqlite3`. Raises ImportError where it is not installed."""
    from sqlcipher3 import dbapi2

    return dbapi2


def connect(name: str, key: Key | None, *, timeout_s: float, uri: bool = False) -> Any:
    """A connection of SQLCipher; without a key to a plain file. Whether the key is right shows at the first look into the file."""
    connection = library().connect(name, timeout=timeout_s, isolation_level=None, uri=uri)
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to our stderr
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.told()}"')
    return connection


def errors(name: str = "Error", *others: type[Exception]) -> tuple[type[Exception], ...]:
    """The error class of that name, SQLite's and (once it is loaded) SQLCipher's, and others: for `except`."""
    ours: type[Exception] = getattr(sqlite3, name)
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (ours, *others) if loaded is None else (ours, getattr(loaded, name), *others)


def row_factory(connection: object) -> Any:
    """The row class that belongs to a connection."""
    return sqlite3.Row if isinstance(connection, sqlite3.Connection) else library().Row
