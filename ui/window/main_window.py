"""The window. It shows a State and asks for things by signals; it decides nothing about checks.

Its first frame is empty, in the colours of the scheme: what it holds (`ui.window.content`) is loaded and made right after that was
painted, so that the window is on the screen as fast as a bare one. This file therefore imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    import datetime as dt

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from ui.state import State
    from ui.window.content import WindowContent

PAGES = ("balance", "history", "import", "help", "settings")
OPENS_AT_PX = (1080, 760)
SMALLEST_PX = (480, 400)
UNPAINTED_MS = 500  # a shown window that nobody paints (another workspace) gets its content all the same


def now() -> dt.datetime:
    """The clock on the wall, in UTC."""
    import datetime as dt

    return dt.datetime.now(dt.UTC)


class MainWindow(QMainWindow):
    """`render(state)` may be called as often as one likes; `show_page` takes a name of PAGES. The clock is for the figures' age."""

    check_requested = Signal(int)
    cancel_requested = Signal()
    sign_in_requested = Signal(object)
    account_selected = Signal(int)
    account_renamed = Signal(int, str)
    account_removed = Signal(int)
    account_archived = Signal(int)
    account_paused = Signal(int, bool)
    autostart_wished = Signal(bool)
    secret_forget_requested = Signal(int)
    settings_changed = Signal(object)
    demo_requested = Signal()
    demo_left = Signal()
    care_wished = Signal(object)
    history_wished = Signal(object)
    portal_wished = Signal(int)  # the portal's window, for an account
    teach_wished = Signal(object)  # a ui.dialogs.teach_desk.Teach
    report_wished = Signal(object)  # a ui.dialogs.report_desk.Report
    import_wished = Signal(object)  # a value of ui.importing.wishes
    quit_requested = Signal()
    lock_requested = Signal()
    unlock_wished = Signal(object)  # a ui.lock.ledger_lock.Unlock
    forget_all_wished = Signal(bool)  # the settings too
    painted = Signal()  # the first frame is on the screen

    def __init__(self, clock: Callable[[], dt.datetime] = now) -> None:
        super().__init__()
        self.clock = clock
        self.content: WindowContent | None = None
        self._state: State | None = None
        self._page = "balance"
        self._painted = False
        self._seen = False  # the first frame is over, painted or not
        self.setWindowTitle("Saldo JHT")
        self.setMinimumSize(*SMALLEST_PX)
        self.resize(*OPENS_AT_PX)

    def render(self, state: State) -> None:  # type: ignore[override]  # QWidget.render draws into a painter; nobody here uses it
        """Show this state. Idempotent; only what changed is touched. Before the window was seen, it is only kept."""
        self._state = state
        if self.content is None:
            if self._seen:
                self.fill()
            return
        from ui.words import translations

        if translations.language_for(state.settings.language) != self.content.language:
            self.remake()
        else:
            self.content.render_state(state)

    def show_page(self, name: str) -> None:
        """Open a page of PAGES; KeyError for another name."""
        if name not in PAGES:
            raise KeyError(name)
        self._page = name
        if self.content is not None:
            self.content.show_page(name)

    def show_portal_outside(self, reason: str, address: str | None) -> None:
        """Say that the portal's window could not be opened, and why (ui.browser.cannot)."""
        self.fill()
        if self.content is not None:
            self.content.dialogs.show_portal_outside(reason, address)

    def check(self) -> None:
        """Check the present account as its button does: where no secret is kept, the form asks for it first."""
        self.fill()
        if self.content is not None:
            self.content.check()

    def fill(self) -> None:
        """Make what the window holds, if that has not been done."""
        if self.content is None and self._state is not None:
            self.remake()

    def remake(self) -> None:
        """Make what the window holds anew: in another language, or with text of another size."""
        from ui.window.content import WindowContent

        state = self._state
        if state is None:
            return
        page, to_keep = (self.content.page, self.content.to_keep) if self.content is not None else (self._page, None)
        self.content = WindowContent(self, state, page, to_keep)
        self.setCentralWidget(self.content)
        self.content.rail.buttons[page].setFocus()  # the keyboard begins at the pages, not at a button that does something

    def _first_frame_is_over(self) -> None:
        """From now on the content is made as soon as there is a state to show."""
        self._seen = True
        self.fill()

    # Qt's own events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(UNPAINTED_MS, self, self._first_frame_is_over)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()
            QTimer.singleShot(0, self, self._first_frame_is_over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.content is not None:
            self.content.rail.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.content is not None:
            self.content.window_changed(event)
