"""Ending politely when the system asks: SIGTERM (log-out, shutdown, `kill`), SIGHUP (the terminal closed), SIGINT (Ctrl+C)."""

from __future__ import annotations

import os
import signal
import socket
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
        self._mouth, self._ear = socket.socketpair()
        for end in (self._mouth, self._ear):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._heard)
        for name in NAMES:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:  # who started us (nohup) wants it ignored
                signal.signal(number, lambda *_: None)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Listen no more."""
        if os.name == "posix":
            signal.set_wakeup_fd(-1)
            self._notifier.setEnabled(False)
            self._mouth.close()
            self._ear.close()

    @Slot()
    def _heard(self) -> None:
        numbers = self._ear.recv(64)
        if any(number in numbers for number in (getattr(signal, name) for name in NAMES)):
            self._deed()
