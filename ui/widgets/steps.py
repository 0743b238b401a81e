"""The named steps of a check: those done, the present one, those to come; told by a sign and by words, not by colour alone.

Drawn in one piece, with the room each step needs while it is the present one: going on to the next step moves nothing on the page.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.models import Step
from ui.look import icons, theme
from ui.words import messages

ORDER = tuple(Step)
SIGN_PX = 16
GAP_PX = theme.XS + 2
BETWEEN_PX = theme.M + theme.S


class StepsView(QWidget):
    """All five steps in their order; where there is no room for five, the present one with its number."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._plain, self._strong = theme.font(), theme.font(strong=True)
        self._metrics = QFontMetricsF(self._strong)
        self._sign_px = round(SIGN_PX * theme.text_scale())
        self.names = tuple(messages.step_name(step) for step in ORDER)
        self._widths = [self._sign_px + GAP_PX + self._metrics.horizontalAdvance(name) + BETWEEN_PX for name in self.names]
        self._present: Step | None = None
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths)) + 1, max(self._sign_px, round(self._metrics.height())) + theme.XS)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def show_step(self, present: Step | None) -> None:
        """Mark the present step; None is before the first."""
        if present != self._present:
            self._present = present
            self._say()
            self.update()

    @property
    def signs(self) -> tuple[str, ...]:
        """The sign of each step: done, present, to come."""
        at = self._at
        return tuple("circle-check" if n < at else "circle-dot" if n == at else "circle" for n in range(len(ORDER)))

    @property
    def _at(self) -> int:
        return ORDER.index(self._present) if self._present else -1

    def _say(self) -> None:
        if self._present:
            spoken = QCoreApplication.translate("StepsView", "Langkah {number} dari {all}: {name}")
            self.setAccessibleName(spoken.format(number=self._at + 1, all=len(ORDER), name=self.names[self._at]))
        else:
            self.setAccessibleName(QCoreApplication.translate("StepsView", "Memulai pemeriksaan"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if sum(self._widths) - BETWEEN_PX > self.width():
            self._draw(painter, 0.0, "circle-dot", "accent", self.accessibleName(), present=True)
        else:
            left = 0.0
            for number, (sign, name, width) in enumerate(zip(self.signs, self.names, self._widths, strict=True)):
                tone = {"circle-check": "good", "circle-dot": "accent"}.get(sign, "muted")
                self._draw(painter, left, sign, tone, name, present=number == self._at)
                left += width
        painter.end()

    def _draw(self, painter: QPainter, left: float, sign: str, tone: str, words: str, *, present: bool) -> None:
        colours = theme.current()
        drawn = icons.pixmap(sign, getattr(colours, tone), self._sign_px, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, (self.height() - self._sign_px) / 2), drawn)
        painter.setFont(self._strong if present else self._plain)
        painter.setPen(QColor(colours.text if present else colours.muted))
        down = (self.height() + self._metrics.ascent() - self._metrics.descent()) / 2
        painter.drawText(QPointF(left + self._sign_px + GAP_PX, down), words)
