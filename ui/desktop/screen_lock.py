"""Hears that the computer's screen was locked: from the desktop's screen saver, and from logind (`loginctl lock-session`, a closed lid).

Only while the person wants the record locked with it; nothing is waited for, and a desktop that says nothing is no failure. The services:
https://people.freedesktop.org/~hadess/idle-inhibition-spec/re01.html (ActiveChanged), https://www.freedesktop.org/wiki/Software/systemd/logind/
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.desktop.bus_line import BusLine

if TYPE_CHECKING:
    from core.session_bus import Answer, Heard

SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),  # KDE's older place
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
)
LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"


class ScreenLock(QObject):
    """`locked` when the screen is."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[BusLine] = []

    def turn(self, on: bool) -> None:
        """Listen from now on, or no more."""
        if on == bool(self._lines) or os.name != "posix":
            return
        if on:
            self._listen()
        else:
            self.close()

    def close(self) -> None:
        """Listen no more."""
        lines, self._lines = self._lines, []
        for line in lines:
            line.close()

    def _listen(self) -> None:
        from core.session_bus import BusGone, SessionBus, is_promised

        if is_promised():
            try:
                session = SessionBus(self._heard)
            except BusGone:
                session = None
            if session is not None:
                for service, path in SCREEN_SAVERS:
                    session.listen(service, path)
                self._lines.append(BusLine(session, self))
        number = os.environ.get("XDG_SESSION_ID")
        if number:
            self._ask_logind(number)

    def _ask_logind(self, number: str) -> None:
        from core.session_bus import BusGone, SessionBus

        try:
            system = SessionBus(self._heard, "SYSTEM")
        except BusGone:
            return
        line = BusLine(system, self)

        def told(answer: Answer) -> None:
            if answer.error is None and answer.body:
                system.listen(LOGIND, str(answer.body[0]), f"{LOGIND}.Session")
                line.write_soon()

        system.call(LOGIND, LOGIND_PATH, f"{LOGIND}.Manager.GetSession", told, "s", number)
        self._lines.append(line)

    def _heard(self, heard: Heard) -> None:
        saver = heard.member == "ActiveChanged" and bool(heard.body) and heard.body[0] is True
        if saver or (heard.member == "Lock" and heard.interface == f"{LOGIND}.Session"):
            self.locked.emit()
