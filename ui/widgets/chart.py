"""The balance over time, drawn plainly: a dot for each reading, a thin line between readings, dashes where none was made for long.

The scale does not start at zero, so both ends are written beside it. Masked, the scale's amounts are not drawn. What the picture says
is also said in words (accessible description), point by point with the arrow keys, and in the table under it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.models import Reading
from core.money import format_rupiah
from ui.look import theme
from ui.words import formats
from ui.words.plurals import Plural

LONG_GAP_DAYS = 62  # longer than two months without a reading: the line between is dashed
MOST_DOTS = 60


@dataclass(frozen=True, slots=True)
class Point:
    """One reading: where it lies (seconds), the amount in sen, its words."""

    at_s: float
    sen: int
    day: str
    amount: str


class BalanceChart(QWidget):
    """The picture. `pointed` carries the words of the point under the mouse or the keyboard, empty when there is none."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.sizeHint().height())
        self._points: tuple[Point, ...] = ()
        self._masked = False
        self._at: int | None = None

    def sizeHint(self) -> QSize:
        return QSize(400, self.fontMetrics().height() * 8)

    def show_history(self, history: tuple[Reading, ...], *, masked: bool) -> None:
        """Draw these readings, oldest first."""
        self._masked = masked
        self._points = tuple(
            Point(
                at_s=reading.at.timestamp(),
                sen=reading.balance.total,
                day=formats.long_date(formats.reading_day(reading)),
                amount=format_rupiah(reading.balance.total, masked=masked),
            )
            for reading in history
        )
        self._at = None
        self.setAccessibleName(self.tr("Grafik saldo"))
        self.setAccessibleDescription(self.words())
        self.update()

    def words(self) -> str:
        """What the picture shows, in one sentence."""
        if not self._points:
            return self.tr("Belum ada pembacaan.")
        said = Plural().readings(len(self._points))
        first, last = self._points[0], self._points[-1]
        text = self.tr("{count}, dari {first_amount} pada {first_day} menjadi {last_amount} pada {last_day}.")
        return text.format(count=said, first_amount=first.amount, first_day=first.day, last_amount=last.amount, last_day=last.day)

    # Where things lie

    def _area(self) -> QRectF:
        metrics = self.fontMetrics()
        left = 0.0 if self._masked else metrics.horizontalAdvance(max((self._top(), self._bottom()), key=len)) + theme.M
        return QRectF(left + 6, metrics.height() / 2 + 2, self.width() - left - 12, self.height() - metrics.height() * 2.2)

    def _top(self) -> str:
        return max(self._points, key=lambda p: p.sen).amount if self._points else ""

    def _bottom(self) -> str:
        return min(self._points, key=lambda p: p.sen).amount if self._points else ""

    def _places(self, area: QRectF) -> list[QPointF]:
        start, end = self._points[0].at_s, self._points[-1].at_s
        low, high = min(p.sen for p in self._points), max(p.sen for p in self._points)
        wide, tall = end - start, high - low
        return [
            QPointF(
                area.left() + area.width() * ((p.at_s - start) / wide if wide else 0.5),
                area.bottom() - area.height() * ((p.sen - low) / tall if tall else 0.5),
            )
            for p in self._points
        ]

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._points:
            return
        colours = theme.current()
        area = self._area()
        painter = QPainter(self)
        self._draw_frame(painter, area, QColor(colours.line), QColor(colours.muted))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places(area)
        accent = QColor(colours.accent)
        self._draw_line(painter, places, accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        if len(places) <= MOST_DOTS:
            for place in places[:-1]:
                painter.drawEllipse(place, 2.2, 2.2)
        painter.drawEllipse(places[-1], 4.5, 4.5)
        if self._at is not None:
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.setBrush(QColor(colours.card))
            painter.drawEllipse(places[self._at], 5, 5)
        if self.hasFocus():
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(-5, -7, 5, 6), theme.RADIUS, theme.RADIUS)  # between what is written beside it
        painter.end()

    def _draw_frame(self, painter: QPainter, area: QRectF, lines: QColor, words: QColor) -> None:
        metrics = self.fontMetrics()
        painter.setPen(QPen(lines, 1))
        for height in (area.top(), area.bottom()):
            painter.drawLine(QPointF(area.left() - 6, round(height) + 0.5), QPointF(area.right() + 6, round(height) + 0.5))
        painter.setPen(words)
        painter.setFont(self.font())
        one_height = self._points[0].sen == self._points[-1].sen and self._top() == self._bottom()
        if not self._masked:
            right = area.left() - 6 - theme.M
            ends = (
                [(self._top(), area.center().y())] if one_height else [(self._top(), area.top()), (self._bottom(), area.bottom())]
            )
            for amount, height in ends:
                box = QRectF(0, height - metrics.height() / 2, right, metrics.height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount)
        days = QRectF(area.left() - 6, self.height() - metrics.height() - 2, area.width() + 12, metrics.height())
        painter.drawText(days, Qt.AlignmentFlag.AlignLeft, self._points[0].day)
        if len(self._points) > 1:
            painter.drawText(days, Qt.AlignmentFlag.AlignRight, self._points[-1].day)

    def _draw_line(self, painter: QPainter, places: list[QPointF], colour: QColor) -> None:
        near, far = QPainterPath(), QPainterPath()
        for number in range(1, len(places)):
            days = (self._points[number].at_s - self._points[number - 1].at_s) / 86_400
            path = far if days > LONG_GAP_DAYS else near
            path.moveTo(places[number - 1])
            path.lineTo(places[number])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2))
        painter.drawPath(near)
        painter.setPen(QPen(colour, 1.4, Qt.PenStyle.DashLine))
        painter.drawPath(far)

    # Pointing

    def _point_at(self, index: int | None) -> None:
        if index == self._at:
            return
        self._at = index
        self.update()
        if index is None:
            self.pointed.emit("")
            return
        point = self._points[index]
        said = f"{point.day} · {point.amount}"
        self.setAccessibleDescription(said)
        self.pointed.emit(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        now = last if self._at is None else self._at
        moves = {
            Qt.Key.Key_Left: max(0, now - 1),
            Qt.Key.Key_Right: min(last, now + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if last >= 0 and key in moves:
            self._point_at(moves[key])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._points:
            places = self._places(self._area())
            x = event.position().x()
            self._point_at(min(range(len(places)), key=lambda i: abs(places[i].x() - x)))

    def leaveEvent(self, event: object) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: object) -> None:
        self._point_at(None)
        self.update()
