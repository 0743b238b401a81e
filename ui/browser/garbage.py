"""Rings of objects that nobody holds are collected in the thread of the windows alone.

Python collects them in whichever thread happens to allocate next. What a ring holds may be a window, a timer or a socket's notifier, and Qt
ends the process (or spins for ever) when one of those is destroyed outside its thread. So where a process has other threads, the automatic
collection is off, and a timer of the windows' thread does the same work by the same thresholds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 500


class Garbage(QObject):
    """From its making to its end, garbage is collected here and nowhere else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """The oldest generation that is due, as Python would choose it."""
        for generation, (waiting, most) in reversed(list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))):
            if waiting > most:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Back to Python's own way."""
        self._timer.stop()
        gc.enable()
