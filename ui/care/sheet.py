"""The recovery sheet as a picture: its words, its letters in groups and its code; the same on the screen and on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme

QUIET = 4  # squares left empty around the code, as its standard asks for


class BadSheet(ValueError):
    """An answer that is no sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """lines: the groups of letters, line by line. code: the squares, row by row."""

    lines: tuple[str, ...] = field(repr=False)
    code: tuple[str, ...] = field(repr=False)


def sheet_of(data: dict[str, Any]) -> Sheet:
    """The sheet in an answer of `main.py ledger recovery --json`. Raises BadSheet."""
    key, code = data.get("key"), data.get("code")
    if not isinstance(key, str) or not isinstance(code, list) or not code:
        raise BadSheet
    rows = tuple(row for row in code if isinstance(row, str) and len(row) == len(code) and not row.strip("01"))
    groups = key.split()
    half = (len(groups) + 1) // 2
    if len(rows) != len(code) or not groups:
        raise BadSheet
    return Sheet((" ".join(groups[:half]), " ".join(groups[half:])), rows)


def draw_code(painter: QPainter, box: QRectF, code: tuple[str, ...]) -> None:
    """The code, as large as the box allows, dark on light in every scheme: readers want it so."""
    side = min(box.width(), box.height()) / (len(code) + 2 * QUIET)
    whole = QRectF(box.left(), box.top(), side * (len(code) + 2 * QUIET), side * (len(code) + 2 * QUIET))
    painter.fillRect(whole, QColor(theme.LIGHT.card))
    ink = QColor(theme.LIGHT.text)
    for y, row in enumerate(code):
        for x, square in enumerate(row):
            if square == "1":
                painter.fillRect(
                    QRectF(whole.left() + (x + QUIET) * side, whole.top() + (y + QUIET) * side, side + 0.2, side + 0.2), ink
                )


def draw_page(painter: QPainter, box: QRectF, sheet: Sheet, title: str, words: str) -> None:
    """The sheet on paper: title, letters, code, words."""
    painter.setPen(QColor(theme.LIGHT.text))
    unit = box.width() / 60
    at = box.top() + 3 * unit
    for text, font in ((title, _font(unit * 2.2, strong=True)), *((line, letters_font(unit * 1.9)) for line in sheet.lines)):
        painter.setFont(font)
        place = QRectF(box.left() + 3 * unit, at, box.width() - 6 * unit, 3.4 * unit)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        at += 4 * unit
    draw_code(painter, QRectF(box.left() + 3 * unit, at + unit, 24 * unit, 24 * unit), sheet.code)
    painter.setFont(_font(unit * 1.3))
    painter.setPen(QColor(theme.LIGHT.text))
    below = QRectF(box.left() + 3 * unit, at + 27 * unit, box.width() - 6 * unit, 12 * unit)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, words)


def letters_font(pixels: float) -> QFont:
    """A font in which no letter is like another."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(max(8, round(pixels)))
    font.setBold(True)
    return font


def _font(pixels: float, *, strong: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(max(8, round(pixels)))
    font.setBold(strong)
    return font


class CodePicture(QWidget):
    """The code on the screen."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        super().__init__()
        self._sheet = sheet
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = self.fontMetrics().height() * 11
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_code(painter, QRectF(self.rect()), self._sheet.code)
        painter.end()
