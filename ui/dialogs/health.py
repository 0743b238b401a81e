"""Kesehatan: how the program is, in plain lines, and a button that copies them without anything personal."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from core.health import Facts
from ui.dialogs.dialog import Dialog
from ui.look import theme
from ui.state import State
from ui.widgets.text import Label, Sign
from ui.words.health import Row, Section, as_text, sections

WIDE_LINES = 40
TALL_LINES = 32


class HealthDialog(Dialog):
    """Over the window; `copied` says so once it was pressed."""

    def __init__(self, parent: QWidget, state: State, facts: Facts, now: dt.datetime) -> None:
        super().__init__(parent, self.tr("Kesehatan"))
        self._to_copy = as_text(sections(state, facts, now, private=True))
        self.column.addWidget(Label(self.windowTitle(), scale=1.2, strong=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.L)
        for section in sections(state, facts, now):
            column.addWidget(self._section(section))
        column.addStretch(1)
        area.setWidget(inside)
        self.column.addWidget(area, 1)
        self.copied = Label(tone="muted")
        self.buttons.insertWidget(0, self.copied)
        self.copy = self.add_button(self.tr("Salin"))
        self.copy.clicked.connect(self._copy)
        close = self.add_button(self.tr("Tutup"), "primary")
        close.clicked.connect(self.accept)
        self.finish()
        line_px = self.fontMetrics().height()
        self.resize(line_px * WIDE_LINES, line_px * TALL_LINES)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, section: Section) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(2, 1)
        grid.addWidget(Label(section.title, strong=True), 0, 0, 1, 3)
        for number, row in enumerate(section.rows, start=1):
            self._add_row(grid, number, row)
        return holder

    def _add_row(self, grid: QGridLayout, number: int, row: Row) -> None:
        if row.good is not None:
            sign = Sign("circle-check" if row.good else "triangle-alert", "good" if row.good else "warn", 16)
            grid.addWidget(sign, number, 0, Qt.AlignmentFlag.AlignTop)
        name = Label(row.name, tone="muted", wrap=True)
        name.setMinimumWidth(self.fontMetrics().height() * 9)
        grid.addWidget(name, number, 1, Qt.AlignmentFlag.AlignTop)
        said = Label(row.said, wrap=True, selectable=True)
        said.setAccessibleName(f"{row.name}: {row.said}")
        grid.addWidget(said, number, 2, Qt.AlignmentFlag.AlignTop)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._to_copy)
        self.copied.say(self.tr("Disalin, tanpa nama dan nominal"))
