"""Hears that the place for StatusNotifiers comes and goes: a panel that starts late, restarts, or is gone for good.

Qt gives its icon to a panel that comes back, but tells nobody that one went. Qt's own connection to the bus is used; nothing wakes until
the bus says that the name has another owner.
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

WATCHER = "org.kde.StatusNotifierWatcher"
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
CAME_MS = 1_000  # it knows its hosts by then
GONE_MS = 30_000  # a panel that restarts is back by then


class TrayWatch(QObject):
    """`changed`: it is worth looking whether there is a tray."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self.changed)

    def begin(self) -> None:
        """Listen from now on. Without a bus nothing comes of it."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection

        said = (BUS, BUS_PATH, BUS, "NameOwnerChanged", [WATCHER], "sss")
        slot = SLOT("_owned(QString,QString,QString)")
        QDBusConnection.sessionBus().connect(*said, self, slot)  # type: ignore[call-overload]  # its stub wants bytes

    @Slot(str, str, str)
    def _owned(self, name: str, _before: str, owner: str) -> None:
        if name == WATCHER:
            self._wait.start(CAME_MS if owner else GONE_MS)
