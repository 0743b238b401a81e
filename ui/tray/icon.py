"""The place in the tray: an icon and an empty menu, as soon as there is a tray. What they say comes from `ui.tray.tray`.

On Linux a tray may come late (autostart), go, or never be there (GNOME without its extension). Qt chooses the tray's kind when the
icon object is made, so the object is made when a tray is there, and the tray is looked for again and again until then. Little is
imported here: started hidden, this is the first thing a person sees of the program.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from ui.look import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

LOOK_MS = 3_000
TICKS_A_LOOK = 60  # while there is one: asking makes Qt open a new connection to the bus, 25 wake-ups and 5 ms each time
EARLY_LOOKS = 100  # five minutes of looking every three seconds; after that the minute tick looks


class TrayIcon(QObject):
    """present: whether there is a tray. clicked: with the left button (not on macOS, where that opens the menu)."""

    clicked = Signal()
    appeared = Signal()
    vanished = Signal()
    message_clicked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.present = False
        self.menu = QMenu()
        self._icon: QSystemTrayIcon | None = None
        self._state: theme.TrayState = "resting"
        self._shown: theme.TrayState | None = None
        self._drawn: dict[theme.TrayState, QIcon] = {}
        self._tooltip = "Saldo JHT"
        self._looks = 0
        self._ticks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look_early)

    def begin(self) -> None:
        """Make the icon if there is a tray, else look for one: often at first, then with the minute tick (`look`)."""
        self.look()
        if not self.present:
            self._timer.start()

    def tick(self) -> None:
        """Once a minute: look for a tray; whether the one that is there is still there is asked once an hour. (One that
        comes back gets the icon by itself.)"""
        self._ticks += 1
        if not self.present or self._ticks % TICKS_A_LOOK == 0:
            self.look()

    @Slot()
    def look(self) -> None:
        """See whether there is a tray now; make the icon when there is."""
        there = QSystemTrayIcon.isSystemTrayAvailable()
        if there == self.present:
            return
        self.present = there
        if there:
            self._make()
            self.appeared.emit()
        else:
            self.vanished.emit()

    def show_state(self, state: theme.TrayState, tooltip: str) -> None:
        """The icon for a state, and its tooltip."""
        said, self._state, self._tooltip = self._tooltip, state, tooltip
        if self._icon is None:
            return
        if self._shown is None or tooltip != said:  # each time it is set, the panel is told
            self._icon.setToolTip(tooltip)
        if self._shown != state:
            self._shown = state
            self._icon.setIcon(self.draw(state))

    def draw(self, state: theme.TrayState) -> QIcon:
        """The icon of a state, drawn once."""
        if state not in self._drawn:
            self._drawn[state] = theme.tray_icon(state)
        return self._drawn[state]

    def say(self, title: str, text: str) -> None:
        """A message beside the icon. (Without a notification service nothing is shown, and nothing breaks.)"""
        if self._icon is not None:
            self._icon.showMessage(title, text, theme.app_icon())

    @property
    def speaks(self) -> bool:
        """Whether the icon shows a message itself. (As a StatusNotifier, whose place is not told, it hands it to the notification service.)"""
        return self.present and not (sys.platform.startswith("linux") and self.place.isEmpty())

    @property
    def place(self) -> QRect:
        """Where the icon is on the screen; empty where the platform does not tell (StatusNotifier)."""
        return self._icon.geometry() if self._icon is not None else QRect()

    def hide(self) -> None:
        """Take the icon away (before the program ends)."""
        self._timer.stop()
        if self._icon is not None:
            self._icon.hide()

    @Slot()
    def _look_early(self) -> None:
        self._looks += 1
        self.look()
        if self.present or self._looks >= EARLY_LOOKS:
            self._timer.stop()

    def _make(self) -> None:
        if self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
        self._icon, self._shown = QSystemTrayIcon(self), None
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.message_clicked)
        self.show_state(self._state, self._tooltip)
        self._icon.show()

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger and sys.platform != "darwin":
            self.clicked.emit()
