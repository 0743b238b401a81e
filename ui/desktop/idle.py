"""How long nobody has touched the program: for the lock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication


class Idle(QObject):
    """Watches only while it is on: each event of the program passes through it then."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._on = False
        self._touched_s = time.monotonic()
        self._touches: frozenset[QEvent.Type] = frozenset()

    def turn(self, on: bool) -> None:
        """Watch from now on, or no more."""
        if on == self._on:
            return
        self._on = on
        self._touched_s = time.monotonic()
        if on:
            self._touches = _touches()
            self._application.installEventFilter(self)
        else:
            self._application.removeEventFilter(self)

    def for_s(self) -> float:
        """Seconds since the last touch; 0 while it does not watch."""
        return time.monotonic() - self._touched_s if self._on else 0.0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in self._touches:
            self._touched_s = time.monotonic()
        return False


def _touches() -> frozenset[QEvent.Type]:
    """Made when they are needed: the 170 kinds of events come with the first."""
    from PySide6.QtCore import QEvent

    kinds = QEvent.Type
    return frozenset((kinds.KeyPress, kinds.MouseButtonPress, kinds.MouseMove, kinds.Wheel, kinds.TouchBegin))
