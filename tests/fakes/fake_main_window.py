"""A main window with the contract of `ui.window.main_window.MainWindow` and nothing on it: it keeps the states it was shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from ui.state import State


class MainWindow(QMainWindow):
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
    portal_wished = Signal(int)
    care_wished = Signal(object)
    history_wished = Signal(object)
    teach_wished = Signal(object)
    report_wished = Signal(object)
    import_wished = Signal(object)
    quit_requested = Signal()
    lock_requested = Signal()
    unlock_wished = Signal(object)
    forget_all_wished = Signal(bool)
    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.states: list[State] = []
        self.page = ""
        self.outside: list[tuple[str, str | None]] = []

    def render(self, state: State) -> None:
        self.states.append(state)

    def show_page(self, name: str) -> None:
        self.page = name

    def show_portal_outside(self, reason: str, address: str | None) -> None:
        self.outside.append((reason, address))

    def check(self) -> None:
        """What the window does by itself: it asks for the PIN first."""
        self.page = "form"

    def fill(self) -> None:
        """There is nothing to be filled with."""
