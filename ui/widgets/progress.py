"""A bar that says how much is done: drawn in one piece, named for the screen reader, never the only sign (words stand beside it)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look import theme

TALL_PX = 6


class ProgressBar(QWidget):
    """`show_progress(done, of)`; nothing is known to be done while `of` is 0."""

    def __init__(self) -> None:
        super().__init__()
        self.done, self.of = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(80, TALL_PX)

    def show_progress(self, done: int, of: int) -> None:
        """Show that `done` of `of` things are done."""
        if (done, of) != (self.done, self.of):
            self.done, self.of = done, of
            self.setAccessibleName(f"{done}/{of}")
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), self.height())
        painter.setBrush(QColor(colours.line))
        painter.drawRoundedRect(whole, TALL_PX / 2, TALL_PX / 2)
        if self.of and self.done:
            painter.setBrush(QColor(colours.accent))
            part = QRectF(0, 0, self.width() * min(1.0, self.done / self.of), self.height())
            painter.drawRoundedRect(part, TALL_PX / 2, TALL_PX / 2)
        painter.end()
