"""One window a person and data folder: a second start raises the first one's window and ends.

One file is both the lock and the letter box. The kernel holds the lock and drops it when the process dies, however it dies,
so a crashed start is taken over at once and no process id is ever compared. A second start writes a line into the file; the
first one reads it, empties the file (that is the answer) and comes to the front. The demo has its own folder, so its own window.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.paths import make_private_folder

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

ANSWER_S = 3.0  # how long a second start waits to be answered by the first
LOOK_S = 0.02
LETTER_BYTES = 1024
LOCK_OFFSET = 1 << 30  # far behind the letter: on Windows a locked byte cannot be written
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # how a compositor lets the started program take the focus


class SingleInstance(QObject):
    """The place of the only window on a data folder, from `take()` until `release()` or the end of the process."""

    asked_to_rise = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = lock
        self._handle: int | None = None
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Whether this process is the only window now. Where no lock file can be made at all, the answer is yes:
        a full or read-only disk must not keep a person from what they saved."""
        if self._handle is not None:
            return True
        try:
            make_private_folder(self._path.parent)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        if not _lock(handle):
            os.close(handle)
            return False
        self._handle = handle
        _empty(self._path)  # a letter to one who died
        return True

    def listen(self) -> None:
        """Be raised by later starts: `asked_to_rise`. Cheap, but not needed before the first window is painted."""
        if self._handle is None or self._watcher is not None:
            return
        from PySide6.QtCore import QFileSystemWatcher

        self._watcher = QFileSystemWatcher([str(self._path)], self)
        self._watcher.fileChanged.connect(self._read_letter)
        self._read_letter()  # one that came before we listened

    def write_letter(self) -> None:
        """Ask the window that holds the place to come to the front, without waiting for it."""
        letter = "\n".join([f"{name}={os.environ[name]}" for name in TOKENS if name in os.environ] or ["raise"])
        with suppress(OSError):
            self._path.write_text(letter[:LETTER_BYTES], "utf-8")

    def raise_first(self) -> bool:
        """The same, waiting for the answer; whether it came within 3 s. (For a start that has nothing else to do.)"""
        self.write_letter()
        end = time.monotonic() + ANSWER_S
        while time.monotonic() < end:
            with suppress(OSError):
                if self._path.stat().st_size == 0:
                    return True
            time.sleep(LOOK_S)
        return False

    def release(self) -> None:
        """Give the place up (leaving the demo)."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    @Slot()
    def _read_letter(self) -> None:
        try:
            with self._path.open("rb") as file:
                letter = file.read(LETTER_BYTES).decode("utf-8", "replace")
        except OSError:
            return
        if not letter:
            return
        _empty(self._path)
        for line in letter.splitlines():
            name, _, value = line.partition("=")
            if name in TOKENS and value.isprintable():
                os.environ[name] = value  # Qt reads and forgets it when the window asks for the focus
        self.asked_to_rise.emit()


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


def _empty(path: Path) -> None:
    with suppress(OSError):
        os.truncate(path, 0)
