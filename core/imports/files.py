"""One file opened with care: what is no plain file, is empty, too large or gone is named at once, and nothing waits for it."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass

MOST_BYTES = 64 * 1024 * 1024
PIECE_BYTES = 1024 * 1024

MISSING = "file_missing"
NOT_A_FILE = "file_not_a_file"  # a folder, a device, a pipe
EMPTY = "file_empty"
TOO_LARGE = "file_too_large"
NOT_ALLOWED = "file_not_allowed"
UNREADABLE = "file_unreadable"
CHANGED = "file_changed"

_REASONS = {
    errno.ENOENT: MISSING,
    errno.ENOTDIR: MISSING,
    errno.ELOOP: MISSING,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.EISDIR: NOT_A_FILE,
    errno.ENXIO: NOT_A_FILE,
}


class Unreadable(Exception):
    """A file that cannot be read at all; `reason` is one of the codes above. Carries no path."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file and their digest."""

    body: bytes
    sha256: str


def look(path: str) -> None:
    """See that there is a plain file of a size that can be read, without reading it. Raises Unreadable."""
    with _opened(path):
        pass


def content(path: str) -> Content:
    """All bytes of a plain file. Raises Unreadable."""
    with _opened(path) as file:
        pieces: list[bytes] = []
        left = MOST_BYTES + 1
        try:
            while left > 0 and (piece := os.read(file.handle, min(PIECE_BYTES, left))):
                pieces.append(piece)
                left -= len(piece)
        except OSError as error:
            raise Unreadable(_reason(error)) from None
    body = b"".join(pieces)
    if left <= 0:
        raise Unreadable(TOO_LARGE)  # it grew while it was read
    if not body:
        raise Unreadable(EMPTY)
    return Content(body, hashlib.sha256(body).hexdigest())


class _opened:  # noqa: N801 - used as a function
    """An open handle of a plain file, looked at before anything is read from it (a pipe or a device would never end)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.handle = -1

    def __enter__(self) -> _opened:
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        try:
            if not stat.S_ISREG(os.stat(self._path).st_mode):  # noqa: PTH116 - asked before it is opened: opening alone may act on a device
                raise Unreadable(NOT_A_FILE)
            self.handle = os.open(self._path, flags)
            found = os.fstat(self.handle)
        except OSError as error:
            self.__exit__()
            raise Unreadable(_reason(error)) from None
        except ValueError:  # a name with a NUL
            raise Unreadable(MISSING) from None
        problem = _problem(found)
        if problem is not None:
            self.__exit__()
            raise Unreadable(problem)
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


def _problem(found: os.stat_result) -> str | None:
    if not stat.S_ISREG(found.st_mode):
        return NOT_A_FILE
    if found.st_size == 0:
        return EMPTY
    return TOO_LARGE if found.st_size > MOST_BYTES else None


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, UNREADABLE)
