"""The ledger's file: the one place that opens it, plain or encrypted.

A key opens an encrypted file, and makes a new one encrypted; a file that is plain is opened as it is, whether there is a key or not.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from core.ledger import cipher, head
from core.ledger.cipher import Form
from core.ledger.key import Key
from core.ledger.problems import BROKEN, DISK_FULL, KEY_MISSING, KEY_WRONG, NO_CIPHER, LedgerProblem, translated
from core.ledger.schema import MIGRATIONS, migrate, refuse_foreign
from core.paths import make_private_folder

BUSY_TIMEOUT_MS = 5_000
SWITCH_TRIES = 50
SWITCH_PAUSE_S = 0.1
SIDE_FILES = ("", "-wal", "-shm", "-journal")

Connection = sqlite3.Connection


def connect(path: Path, key: Key | None = None) -> Connection:
    """Open the ledger at `path`, made (0600, in a 0700 folder) if it is missing, at the newest version. Raises LedgerProblem."""
    with translated(path):
        make_private_folder(path.parent)
        if not path.exists():  # moved away by the person, or never there
            head.put_away(path)
        _make_private_file(path)
        connection = _open(path, key)
        try:
            version = refuse_foreign(connection)  # before anything is written into a file that may not be ours
            if not version and head.read(path) is not None:
                raise LedgerProblem(BROKEN)  # emptied: a new ledger in its place would hide what is lost
            _prepare(connection)
            if 0 < version < len(MIGRATIONS):
                from core.ledger.upgrade import rehearse

                rehearse(path, connection, key)
            migrate(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def to_read(path: Path, key: Key | None = None) -> Connection:
    """As `connect`, for those who only read: on a full disk, too, if the ledger is at the newest version. Raises LedgerProblem."""
    try:
        return connect(path, key)
    except LedgerProblem as problem:
        if problem.code != DISK_FULL or not path.exists():
            raise
    connection = _alone(path, key)
    connection.execute("PRAGMA trusted_schema = OFF")
    if refuse_foreign(connection) != len(MIGRATIONS):
        connection.close()
        raise LedgerProblem(DISK_FULL)
    return connection


def look(path: Path, key: Key | None = None) -> Connection:
    """Open a ledger to look at only: nothing is made, brought up to date or written. Raises LedgerProblem."""
    try:
        with translated(path):
            connection = _open(path, key, "ro")
            try:
                refuse_foreign(connection)
            except BaseException:
                connection.close()
                raise
            return connection
    except LedgerProblem as problem:
        if problem.code != DISK_FULL:
            raise
    return _alone(path, key)


def _alone(path: Path, key: Key | None) -> Connection:
    """Open it to look at only where the disk has no room for what SQLite shares with other processes (its -shm file): it is kept in memory,
    and as long as the connection is open nobody else can use the ledger. Raises LedgerProblem."""
    with translated(path):
        connection = _open(path, key, "rw")  # to lock it; nothing is written
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA query_only = ON")
            refuse_foreign(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def writing(path: Path, key: Key | None = None, *, by_cipher: bool = False) -> Connection:
    """Open a ledger that is there, as it is: nothing is brought up to date. by_cipher: with SQLCipher also if it is plain, since two SQLite
    libraries in one process undo each other's locks. Raises LedgerProblem."""
    with translated(path):
        connection = _open(path, key, "rw", by_cipher=by_cipher)
        try:
            refuse_foreign(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def blank(path: Path, key: Key | None = None) -> Connection:
    """A new, empty, private file for a copy of a ledger (encrypted, with a key), opened as ledgers are. Raises LedgerProblem."""
    with translated(path):
        _make_private_file(path)
        return _open(path, key)


def identity(path: Path) -> tuple[int, int] | None:
    """Which file stands under that name now; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _open(path: Path, key: Key | None, mode: str | None = None, *, by_cipher: bool = False) -> Connection:
    """The one place where a ledger's file is opened, whichever it is: the ledger itself, a copy, a backup."""
    name = str(path) if mode is None else f"{path.absolute().as_uri()}?mode={mode}"
    form = cipher.form(path)
    if form is Form.PLAIN and by_cipher:
        return _by_cipher(name, None, mode)
    if form is Form.PLAIN or (form is Form.EMPTY and key is None):
        return sqlite3.connect(name, timeout=BUSY_TIMEOUT_MS / 1000, isolation_level=None, uri=mode is not None)
    if key is None:
        raise LedgerProblem(KEY_MISSING)
    connection = _by_cipher(name, key, mode)
    if form is Form.ENCRYPTED and not cipher.has_mark(path, key):
        _must_fit(connection)
    return connection


def _by_cipher(name: str, key: Key | None, mode: str | None) -> Connection:
    try:
        connection: Connection = cipher.connect(name, key, timeout_s=BUSY_TIMEOUT_MS / 1000, uri=mode is not None)
    except ImportError:
        raise LedgerProblem(NO_CIPHER) from None
    return connection


def _must_fit(connection: Connection) -> None:
    """Of a file that does not begin as this key's do: KEY_WRONG if it cannot be read with it. (It can, if only its mark is damaged.)"""
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except cipher.errors() as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise LedgerProblem(KEY_WRONG) from None
        raise


def _make_private_file(path: Path) -> None:
    """The empty file with its mode, before SQLite makes one with the mode of the day. Its side files take over that mode."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _prepare(connection: sqlite3.Connection) -> None:
    """WAL, so that the window can read while a check writes; every commit is on the disk before it is said to be."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA secure_delete = ON")
    _switch_to_wal(connection)
    connection.execute("PRAGMA synchronous = FULL")


def _switch_to_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait by itself when two processes switch a new file at the same moment."""
    for tries_left in reversed(range(SWITCH_TRIES)):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except cipher.errors("OperationalError") as error:
            if not tries_left or getattr(error, "sqlite_errorcode", 0) & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(SWITCH_PAUSE_S)
