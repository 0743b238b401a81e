"""What stands there for the moment before the ledger has been read."""

from __future__ import annotations

from ui.pages.page import Page
from ui.widgets.text import Label


class WaitingPage(Page):
    """One quiet line."""

    def __init__(self) -> None:
        super().__init__("")
        words = self.tr("Membuka catatan…")
        self.setAccessibleName(words)
        self.column.addWidget(Label(words, tone="muted"))
