"""What was dropped, as files: a folder becomes the files in it that could be statements. Only names are looked at, a folder a turn."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from ui.turns import next_turn

ENDINGS = (".pdf", ".html", ".htm", ".mhtml", ".mht", ".txt", ".csv")
MOST_FILES = 500
MOST_FOLDERS = 200
PARTS = ("_files", "_berkas")  # what a browser puts beside a page saved "complete": pieces of that page, not pages


class Folders(QObject):
    """found: the files, sorted, once for each `look`."""

    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: deque[str] = deque()
        self._files: list[str] = []
        self._seen = 0

    def look(self, paths: tuple[str, ...]) -> None:
        """Files stay as they are, whatever their ending: who points at one means it."""
        if self._left:
            return
        self._files, self._seen = [path for path in paths if not _is_folder(path)], 0
        self._left.extend(path for path in paths if path not in self._files)
        self._go_on()

    def _go_on(self) -> None:
        if not self._left or self._seen >= MOST_FOLDERS or len(self._files) > MOST_FILES:
            self._left.clear()
            self.found.emit(tuple(self._files))
            return
        self._seen += 1
        with suppress(OSError):
            self._open(self._left.popleft())
        next_turn(self, self._go_on)

    def _open(self, folder: str) -> None:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if not entry.name.endswith(PARTS):
                        self._left.append(entry.path)
                elif entry.name.lower().endswith(ENDINGS):
                    self._files.append(entry.path)


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)  # noqa: PTH112 - a text in, a text out: no path object for each of hundreds
    except ValueError:
        return False
