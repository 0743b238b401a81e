"""Small pieces of a file's card: its figure with its day, and single facts, each with a sign beside its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.money import format_rupiah
from ui.importing import figure_words, words
from ui.importing.model import Planned
from ui.look import theme
from ui.widgets.text import Label, Sign
from ui.words import formats
from ui.words.plurals import Plural


class Amount(QWidget):
    """The figure of one statement and the day it stands for; nothing where the file says none."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.figure = Label(scale=1.25, strong=True, figures=True, selectable=True)
        self.day = Label(tone="muted")
        for label in (self.figure, self.day):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)

    def show_planned(self, planned: Planned | None, *, masked: bool) -> None:
        """Show the closing of this statement."""
        closing = planned.figures.terms.closing if planned is not None else None
        self.setVisible(closing is not None)
        if planned is None or closing is None:
            return
        self.figure.say(format_rupiah(closing, masked=masked))
        self.day.setVisible(planned.on is not None)
        if planned.on is not None:
            self.day.say(self.tr("per {day}").format(day=formats.long_date(planned.on)))


def facts(planned: Planned, *, masked: bool) -> list[tuple[str, str, str]]:
    """What would be added and to whose account; what is different; a gap to what was known before."""
    plural, count = Plural(), planned.counts
    parts = [plural.months_new(count.new)] if count.new else []
    parts += [plural.months_known(count.known)] if count.known else []
    parts += [whose] if (whose := words.account(planned, masked=masked)) else []
    found = [("check", "muted", " · ".join(parts))] if parts else []
    if count.different:
        found.append(("triangle-alert", "warn", plural.months_different(count.different)))
    doubts = [*figure_words.gaps(planned, masked=masked), *figure_words.differences(planned, masked=masked)]
    found.extend(("triangle-alert", "warn", text) for text in doubts)
    return found


def fact(sign: str, tone: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.S)
    row.addWidget(Sign(sign, tone, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(text, tone=None if tone in ("good", "muted") else tone, wrap=True), 1)
    return row
