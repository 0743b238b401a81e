"""What the program must know of its window without the window knowing why: when a person closes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QSessionManager
from PySide6.QtWidgets import QWidget


class WindowWatch(QObject):
    """hidden_by_person: the close button put the window into the tray.

    With a tray, closing hides: Qt does that by itself, nothing is overridden, and a log-out is never held up. Without one, a
    hidden window could not be found again, so the person's own click on the close button minimises instead; a close that the
    session manager or the program itself asks for passes.
    """

    hidden_by_person = Signal()

    def __init__(self, window: QWidget, has_tray: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._has_tray = has_tray
        self.session_ends = False
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.commitDataRequest.connect(self._session_ends)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.WindowActivate:
            self.session_ends = False  # the log-out was called off
        elif kind == QEvent.Type.Close and event.spontaneous() and not self.session_ends:
            if not self._has_tray():
                event.ignore()
                self._window.showMinimized()
                return True
            self.hidden_by_person.emit()
        return False

    def _session_ends(self, _manager: QSessionManager) -> None:
        self.session_ends = True
