"""What stands there when the ledger cannot be read and nothing is known of any account."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from ui import messages
from ui.pages.page import Page
from ui.state import State
from ui.widgets.banner import Banner
from ui.widgets.text import empty


class BrokenPage(Page):
    """The problem with the file, in words, and what can be done."""

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Catatan tidak dapat dibuka"))
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self._shown: str | None = None

    def render_state(self, state: State) -> None:
        """Show what is wrong."""
        if state.ledger_problem is None or state.ledger_problem == self._shown:
            return
        self._shown = state.ledger_problem
        empty(self._place)
        self._place.addWidget(Banner(messages.ledger_problem(state.ledger_problem)))
