"""Notices through the desktop's own notification service (org.freedesktop.Notifications), with buttons that work.

Qt's tray messages have no buttons on D-Bus and nothing at all without a tray, so this speaks to the service itself, over one connection
that is made for the first notice, never waited for, and let go of when none of our notices is on the screen any more.
The interface: https://specifications.freedesktop.org/notification-spec/latest/
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.paths import NAME
from ui.desktop.bus_line import BusLine
from ui.notices.words import Notice, Press, press_text

if TYPE_CHECKING:
    from core.session_bus import Answer, Heard, SessionBus

SERVICE, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "saldo-jht.svg"  # a file: no theme needs to know it
ANSWER_MS = 10_000  # a service that has to be started first may take some seconds
KEEP_MS = 60_000  # after the last notice was closed
MOST_STANDING = 50  # whose buttons are still listened to: months of notices in a desktop's list
LOW, NORMAL = 0, 1
SHOWS_DEFAULT = ("Xfce Notify Daemon",)  # services that put what a click on the notice does on a button, too
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - what lets the window take the focus; Qt reads it from the environment


class FreedesktopNotices(QObject):
    """shown: a notice was taken by the service. refused: there is no service, or it did not answer. inhibited: do not disturb is on,
    nothing was sent. pressed: a notice and what was pressed on it."""

    shown = Signal(object)
    refused = Signal(object)
    inhibited = Signal(object)
    pressed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: SessionBus | None = None
        self._line: BusLine | None = None
        self._abilities: frozenset[str] = frozenset()
        self._shows_default = False
        self._ready = False
        self._queue: list[Notice] = []
        self._sent: list[Notice] = []  # handed over, not answered yet
        self._standing: dict[int, Notice] = {}  # on the screen or in the desktop's list, by the service's number
        self._limit = QTimer(self, singleShot=True, interval=ANSWER_MS)
        self._limit.timeout.connect(self._late)
        self._idle = QTimer(self, singleShot=True, interval=KEEP_MS)
        self._idle.timeout.connect(self._rest)

    def show(self, notice: Notice) -> None:
        """Hand it over; exactly one of shown, refused and inhibited follows."""
        self._queue.append(notice)
        self._idle.stop()
        if self._bus is None and not self._connect():
            QTimer.singleShot(0, self, self._gone)
            return
        self._limit.start()
        if self._ready:
            self._ask_whether_inhibited()

    def close(self) -> None:
        """Let go of the connection. What stands on the screen stays there."""
        self._limit.stop()
        self._idle.stop()
        if self._line is not None:
            self._line.close()
        self._bus, self._line, self._ready = None, None, False
        self._standing.clear()

    def _connect(self) -> bool:
        from core.session_bus import BusGone, SessionBus, is_promised

        if not is_promised():
            return False
        try:
            self._bus = SessionBus(self._heard)
        except BusGone:
            return False
        self._line = BusLine(self._bus, self)
        self._line.broken.connect(self._gone)
        self._bus.listen(SERVICE, PATH)
        self._bus.listen(BUS, BUS_PATH, about=SERVICE)
        self._call(f"{SERVICE}.GetCapabilities", self._able)
        return True

    def _able(self, answer: Answer) -> None:
        if answer.error is not None or not answer.body:
            self._gone()
            return
        self._abilities = frozenset(answer.body[0])
        self._call(f"{SERVICE}.GetServerInformation", self._named)

    def _named(self, answer: Answer) -> None:
        self._shows_default = bool(answer.body) and answer.body[0] in SHOWS_DEFAULT
        self._ready = True
        self._ask_whether_inhibited()

    def _ask_whether_inhibited(self) -> None:
        """Do not disturb, where the service says so (KDE). The others hold a notice back themselves."""
        self._call("org.freedesktop.DBus.Properties.Get", self._send_queue, "ss", SERVICE, "Inhibited")

    def _send_queue(self, answer: Answer) -> None:
        queue, self._queue = self._queue, []
        if answer.error is None and answer.body and answer.body[0] == ("b", True):
            self._limit.stop()
            self._rest_soon()
            for notice in queue:
                self.inhibited.emit(notice)
            return
        for notice in queue:
            self._sent.append(notice)
            self._call(f"{SERVICE}.Notify", partial(self._taken, notice), "susssasa{sv}i", *self._letter(notice))

    def _letter(self, notice: Notice) -> tuple[Any, ...]:
        body = notice.body
        if "body-markup" in self._abilities:
            body = body.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        presses = notice.presses if "actions" in self._abilities else ()
        if self._shows_default:
            presses = tuple(press for press in presses if press is not Press.OPEN_BUTTON)
        actions = [text for press in presses for text in (press.value, press_text(press))]
        hints = {"urgency": ("y", LOW if notice.quiet else NORMAL), "desktop-entry": ("s", NAME)}
        return ("Saldo JHT", 0, str(ICON), notice.title, body, actions, hints, -1)

    def _taken(self, notice: Notice, answer: Answer) -> None:
        self._sent.remove(notice)
        if not self._sent:
            self._limit.stop()
        if answer.error is not None or not answer.body:
            self.refused.emit(notice)
            self._rest_soon()
            return
        self._standing[answer.body[0]] = notice
        while len(self._standing) > MOST_STANDING:  # a service that never says what it closed
            del self._standing[next(iter(self._standing))]
        self.shown.emit(notice)

    def _heard(self, heard: Heard) -> None:
        if heard.interface == BUS and heard.member == "NameOwnerChanged" and heard.body[:1] == (SERVICE,):
            self._standing.clear()  # another service counts its notices anew: our numbers may be those of another program's
            self._rest_soon()
            return
        if heard.interface != SERVICE or not heard.body or heard.body[0] not in self._standing:
            return
        number = heard.body[0]
        if heard.member == "ActivationToken" and len(heard.body) > 1:
            os.environ[TOKEN] = str(heard.body[1])
        elif heard.member == "ActionInvoked" and len(heard.body) > 1:
            notice = self._standing[number]
            if heard.body[1] in notice.presses:  # a button that it has: a refused PIN has none that sends it again
                self.pressed.emit(notice, Press(heard.body[1]))
        elif heard.member == "NotificationClosed":
            del self._standing[number]
            self._rest_soon()

    # the line

    def _call(self, method: str, on_answer: Callable[[Answer], None], signature: str = "", *body: Any) -> None:
        if self._bus is not None and self._line is not None:
            self._bus.call(SERVICE, PATH, method, on_answer, signature, *body)
            self._line.write_soon()

    @Slot()
    def _late(self) -> None:
        """No answer in time. What was handed over is shown sooner or later, and must not come twice; the rest is told otherwise."""
        if self._queue or not self._sent:
            self._sent.clear()
            self._gone()

    @Slot()
    def _gone(self) -> None:
        """No bus, no service, or no answer: whoever waits is told, and the next notice tries anew."""
        left = [*self._queue, *self._sent]
        self._queue.clear()
        self._sent.clear()
        self.close()
        for notice in left:
            self.refused.emit(notice)

    def _rest_soon(self) -> None:
        if not self._standing and not self._queue and not self._sent:
            self._idle.start()

    @Slot()
    def _rest(self) -> None:
        self.close()
