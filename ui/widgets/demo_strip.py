"""The line over the pages that says: these are sample data."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Label, Sign


class DemoStrip(QFrame):
    """`left` asks to go back to one's own data."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.XL, theme.XS + 2, theme.XL, theme.XS + 2)
        row.setSpacing(theme.S)
        row.addWidget(Sign("flask-conical", "accent"))
        row.addWidget(Label(self.tr("Data contoh: orang dan angka rekaan, portal simulasi di komputer ini."), wrap=True), 1)
        leave = Button(self.tr("Keluar dari contoh"), "link")
        leave.clicked.connect(self.left)
        row.addWidget(leave)
