"""One running window a person and data folder, as a lock; and letters to the one that holds it. Needs no Qt: commands use it too.

One file is both the lock and the letter box. The kernel holds the lock and drops it when the process dies, however it dies, so a
crashed window's place is taken over at once and no process id is ever compared. A letter is some lines written into the file; the
holder reads it and empties the file, which is the answer that it was read.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.paths import make_private_folder

LETTER_BYTES = 1024
LOOK_S = 0.02
LOCK_OFFSET = 1 << 30  # far behind the letter: on Windows a locked byte cannot be written
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # how a compositor lets the started program take the focus
RAISE, QUIT, CHECK = "raise", "quit", "check"


@dataclass(frozen=True, slots=True)
class Letter:
    """A wish to the running window: RAISE, QUIT or CHECK, with what goes with it."""

    wish: str = RAISE
    values: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        return "\n".join([self.wish, *(f"{name}={value}" for name, value in self.values.items())])


def raise_letter() -> Letter:
    """A wish to come to the front, with the launcher's leave to take the focus."""
    return Letter(RAISE, {name: os.environ[name] for name in TOKENS if name in os.environ})


def read_letter(path: Path) -> Letter | None:
    """Take the letter out of the file, if there is one. What cannot be read is none."""
    try:
        with path.open("rb") as file:
            lines = file.read(LETTER_BYTES).decode("utf-8", "replace").splitlines()
    except OSError:
        return None
    if not lines:
        return None
    empty(path)
    pairs = (line.partition("=") for line in lines[1:])
    return Letter(lines[0], {name: value for name, equals, value in pairs if equals and value.isprintable()})


def write_letter(path: Path, letter: Letter) -> None:
    """Put a letter into the file, without waiting for it to be read."""
    with suppress(OSError):
        path.write_text(letter.text()[:LETTER_BYTES], "utf-8")


def was_read(path: Path, within_s: float) -> bool:
    """Whether the letter in that file is taken out within that time."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        with suppress(OSError):
            if path.stat().st_size == 0:
                return True
        time.sleep(LOOK_S)
    return False


def empty(path: Path) -> None:
    with suppress(OSError):
        os.truncate(path, 0)


class Lock:
    """The place of the only window on a data folder, from `take()` until `release()` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        return self._handle is not None

    def take(self) -> bool:
        """Whether the place is ours now. Where no lock file can be made at all, the answer is yes: a full or read-only disk must
        not keep a person from what they saved."""
        if self._handle is not None:
            return True
        try:
            make_private_folder(self._path.parent)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        for patience_s in (LOOK_S, LOOK_S, None):  # a command may be looking whether anybody is here (`somebody_holds`)
            if _lock(handle):
                break
            if patience_s is None:
                os.close(handle)
                return False
            time.sleep(patience_s)
        self._handle = handle
        empty(self._path)  # a letter to one who died
        return True

    def release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def somebody_holds(path: Path) -> bool:
    """Whether a window runs on that folder now. Makes nothing and leaves everything as it was."""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        return not _lock(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, LOCK_OFFSET, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
