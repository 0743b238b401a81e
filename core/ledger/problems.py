"""What can be wrong with the ledger, as codes; SQLite's own errors are translated here and nowhere else."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import InternalError
from core.ledger.cipher import errors

BROKEN = "ledger_broken"
NEWER = "ledger_newer"
DISK_FULL = "ledger_disk_full"
READONLY = "ledger_readonly"
LOCKED = "ledger_locked"
CHANGED = "ledger_changed"  # readable, but not as the program wrote it
KEY_MISSING = "ledger_key_missing"  # it is encrypted, and no key was given
KEY_WRONG = "ledger_key_wrong"  # it is encrypted with another key
NO_CIPHER = "ledger_no_cipher"  # it is encrypted, and SQLCipher is not installed

NEARLY_NOTHING_BYTES = 1_000_000  # below this an I/O error of SQLite (its -shm file) is taken for a full disk

_BY_CODE = {
    sqlite3.SQLITE_FULL: DISK_FULL,
    sqlite3.SQLITE_READONLY: READONLY,
    sqlite3.SQLITE_CANTOPEN: READONLY,
    sqlite3.SQLITE_PERM: READONLY,
    sqlite3.SQLITE_AUTH: READONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_PROTOCOL: LOCKED,
    sqlite3.SQLITE_IOERR: READONLY,
}


class LedgerProblem(InternalError):
    """The ledger cannot be read or written; `reason` is one of the codes above. Nothing in it names a person or a path."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.code = reason


class NameTaken(ValueError):
    """Another account has this name already."""


class NoSuchAccount(LookupError):
    """There is no account of this name or number."""


class NoSuchImport(LookupError):
    """There is no import of this number."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's and the file system's errors inside the block into a LedgerProblem without their texts."""
    try:
        yield
    except errors() as error:
        raise LedgerProblem(_reason(error, path)) from None
    except UnicodeDecodeError:  # SQLite's own words on a damaged schema, with its damaged names in them
        raise LedgerProblem(BROKEN) from None
    except OSError as error:
        full = error.errno is not None and _is_full_errno(error.errno)
        raise LedgerProblem(DISK_FULL if full else READONLY) from None


def _reason(error: Exception, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", None)  # None: raised by the module itself, not by the library
    if code is None:
        return BROKEN
    primary = code & 0xFF
    if primary == sqlite3.SQLITE_IOERR and _nearly_full(path):
        return DISK_FULL
    return _BY_CODE.get(primary, BROKEN)


def _nearly_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < NEARLY_NOTHING_BYTES
    except OSError:
        return False


def _is_full_errno(number: int) -> bool:
    import errno

    return number in (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
