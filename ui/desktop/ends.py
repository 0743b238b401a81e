"""Ending politely when the system asks: SIGTERM (log-out, shutdown, `kill`), SIGHUP (the terminal closed), SIGINT (Ctrl+C)."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, Slot

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")


class Ends(QObject):
    """Calls `deed` in the window's own loop as soon as one of the signals comes: Python's own handler would wait for the next event."""

    def __init__(self, deed: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deed = deed
        if os.name != "posix":
            return
        self._ear, self._mouth = os.pipe()  # not a pair of sockets: Python's module of them is a quarter of a megabyte
        for end in (self._mouth, self._ear):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._ear, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        for name in NAMES:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:  # who started us (nohup) wants it ignored
                signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(self._mouth, warn_on_full_buffer=False)

    def close(self) -> None:
        """Listen no more."""
        if os.name == "posix":
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            os.close(self._mouth)
            os.close(self._ear)

    @Slot()
    def _heard(self) -> None:
        numbers = os.read(self._ear, 64)
        if any(number in numbers for number in (getattr(signal, name) for name in NAMES)):
            self._deed()
