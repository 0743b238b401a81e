"""JSON lines between the portal's window and the window that opened it. No figure, no name and no secret is ever in them."""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

LINE_BYTES = 4_096


class Lines(QObject):
    """asked: a word from the other window. left: it is gone, and this one has no business without it."""

    asked = Signal(str)
    left = Signal()
    _came = Signal(str)
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came.connect(self.asked, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self.left, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Listen from now on, in a thread that cannot keep the process."""
        threading.Thread(target=self._listen, name="lines", daemon=True).start()

    def _listen(self) -> None:
        rest = b""
        with suppress(OSError, RuntimeError):  # the objects may be gone before the thread is
            while piece := os.read(0, LINE_BYTES):
                *lines, rest = (rest + piece).split(b"\n")
                rest = rest[-LINE_BYTES:]
                for line in lines:
                    self._came.emit(line.decode("utf-8", "replace").strip())
        with suppress(RuntimeError):
            self._ended.emit()


def tell(step: str, **more: str | None) -> None:
    """One line to whoever opened this window; nobody may be listening."""
    with suppress(OSError, ValueError, AttributeError):
        sys.stdout.write(json.dumps({"browser": step, **more}) + "\n")
        sys.stdout.flush()
