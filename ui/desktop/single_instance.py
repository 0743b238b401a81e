"""The running window's end of `core.instance`: it holds the place and hears the letters of later starts and of commands.

The demo has its own folder, so its own window.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core import instance
from core.instance import CHECK, QUIT, TOKENS, Lock

if TYPE_CHECKING:
    from PySide6.QtCore import QFileSystemWatcher

ANSWER_S = 10.0  # how long a second start waits to be answered by the first


class SingleInstance(QObject):
    """The place of the only window on a data folder, from `take()` until `release()` or the end of the process.

    asked_to_check: the name of the file that waits for the answer, and the account's name ("" for the only one).
    """

    asked_to_rise = Signal()
    asked_to_quit = Signal()
    asked_to_check = Signal(str, str)

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = lock
        self._lock = Lock(lock)
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Whether this process is the only window now."""
        return self._lock.take()

    def listen(self) -> None:
        """Hear letters from now on. Cheap, but not needed before the first window is painted."""
        if not self._lock.held or self._watcher is not None:
            return
        from PySide6.QtCore import QFileSystemWatcher

        self._watcher = QFileSystemWatcher([str(self._path)], self)
        self._watcher.fileChanged.connect(self._read_letter)
        self._read_letter()  # one that came before we listened

    def write_letter(self) -> None:
        """Ask the window that holds the place to come to the front, without waiting for it."""
        instance.write_letter(self._path, instance.raise_letter())

    def raise_first(self) -> bool:
        """The same, waiting for the answer; whether it came in time. (For a start that has nothing else to do.)"""
        self.write_letter()
        return instance.was_read(self._path, ANSWER_S)

    def release(self) -> None:
        """Give the place up (leaving the demo)."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.release()

    @Slot()
    def _read_letter(self) -> None:
        letter = instance.read_letter(self._path)
        if letter is None:
            return
        if letter.wish == QUIT:
            self.asked_to_quit.emit()
        elif letter.wish == CHECK:
            self.asked_to_check.emit(letter.values.get("answer", ""), letter.values.get("account", ""))
        else:
            for name in TOKENS:
                if name in letter.values:
                    os.environ[name] = letter.values[name]  # Qt reads and forgets it when the window asks for the focus
            self.asked_to_rise.emit()
