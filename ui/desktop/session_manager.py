"""The desktop's session manager, where there is one that asks over the session's bus: GNOME, Cinnamon, MATE, Budgie.

At log-out it asks every program it knows whether the session may end, and waits for each answer until it loses patience. Ours is yes, at
once, whatever goes on: all that matters is in the ledger already. The interface is that of gnome-session, org.gnome.SessionManager
(RegisterClient) and org.gnome.SessionManager.ClientPrivate (QueryEndSession, EndSession, Stop; EndSessionResponse).

Qt's own connection to the bus is used, which is there for the tray anyway: nothing is waited for, nothing wakes until it asks.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

from core.paths import NAME

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

SERVICE, PATH = "org.gnome.SessionManager", "/org/gnome/SessionManager"
CLIENT = f"{SERVICE}.ClientPrivate"
STARTED_AS = "DESKTOP_AUTOSTART_ID"  # what it calls a program that it has started itself
ANSWER_MS = 10_000


class SessionManager(QObject):
    """`begin()` makes us known to it, if there is one. session_ends: it is over now."""

    session_ends = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: QDBusPendingCallWatcher | None = None
        self._place = ""  # which object we are to it; "" while it does not know us

    def begin(self) -> None:
        """Ask to be known; returns at once. Without a bus or a session manager nothing comes of it."""
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            return
        from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        for member in ("QueryEndSession", "EndSession", "Stop"):  # heard before we are known: it may ask in the same breath
            slot = SLOT("_heard(QDBusMessage)")
            bus.connect(SERVICE, "", CLIENT, member, self, slot)  # type: ignore[call-overload]  # its stub wants bytes
        call = self._message(PATH, SERVICE, "RegisterClient", [NAME, os.environ.pop(STARTED_AS, "")])
        self._asked = QDBusPendingCallWatcher(bus.asyncCall(call, ANSWER_MS), self)
        self._asked.finished.connect(self._known)

    @Slot()
    def _known(self) -> None:
        """It knows us under the path it answers with; an error says that there is none."""
        from PySide6.QtDBus import QDBusMessage

        watcher, self._asked = self._asked, None
        if watcher is None:
            return
        answer = watcher.reply()
        watcher.deleteLater()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            place = answer.arguments()[0]
            self._place = place if isinstance(place, str) else place.path()

    @Slot("QDBusMessage")
    def _heard(self, message: QDBusMessage) -> None:
        if self._place and message.path() != self._place:  # what it says to another program
            return
        if message.member() in ("QueryEndSession", "EndSession"):
            self._agree(message.path())
        if message.member() in ("EndSession", "Stop"):
            self.session_ends.emit()

    def _agree(self, place: str) -> None:
        from PySide6.QtDBus import QDBusConnection

        QDBusConnection.sessionBus().send(self._message(place, CLIENT, "EndSessionResponse", [True, ""]))

    def _message(self, path: str, interface: str, member: str, arguments: list[object]) -> QDBusMessage:
        from PySide6.QtDBus import QDBusMessage

        message = QDBusMessage.createMethodCall(SERVICE, path, interface, member)
        message.setArguments(arguments)
        message.setAutoStartService(False)  # we do not start one
        return message
