"""A choice among a few, as a line of the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import ChoiceList
from ui.widgets.text import Label, Switch


class Choice(Switch):
    """A line of the settings: its name and meaning at the left, a list at the right. `picked` carries the value."""

    picked = Signal(str)

    def __init__(self, title: str, under: str, options: tuple[tuple[str, str], ...]) -> None:
        super().__init__(turn_below_lines=34, gap_px=theme.M)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(title, wrap=True))
        self.under = Label(under, tone="muted", scale=0.92, wrap=True)
        column.addWidget(self.under)
        self.under.setVisible(bool(under))
        self.list = ChoiceList(title)
        self.list.setMinimumWidth(self.fontMetrics().height() * 12)
        for value, text in options:
            self.list.addItem(text, value)
        self.list.activated.connect(lambda _index: self.picked.emit(self.list.currentData()))
        self.row.addWidget(words, 1)
        self.row.addWidget(self.list, 0)

    def show_value(self, value: str) -> None:
        """Show this value as chosen."""
        self.list.setCurrentIndex(self.list.findData(value))

    def explain(self, text: str) -> None:
        """Change the line under the name."""
        self.under.say(text)
        self.under.setVisible(bool(text))
