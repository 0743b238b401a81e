"""The picture on the screen: zoom, pan and point with the mouse, the wheel and the keyboard; every point is also said in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.money import format_rupiah
from ui.history.data import Line
from ui.history.drawing import draw, draw_pointed, lay_out
from ui.history.picture import LONG_GAP_DAYS, Frame, Picture
from ui.history.scale import Span, whole_span
from ui.look import theme
from ui.words import formats
from ui.words.plurals import Plural

ZOOM = 1.25
PAN_SHARE = 0.15
PADDING_PX = 4
DRAG_PX = 4


class HistoryChart(QWidget):
    """`pointed` and `opened` carry the place of a point of the line (pointed: None when there is none); `compared` the places of two."""

    pointed = Signal(object)
    opened = Signal(int)
    compared = Signal(int, int)
    span_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.picture = Picture(Line(None, None))
        self._whole = Span(0.0, 1.0)
        self._dragged_from: tuple[float, Span] | None = None
        self._drawn: tuple[tuple[Any, ...], QPixmap] | None = None

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 36, line * 19)

    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 12, line * 15)

    def show_line(self, line: Line, bars: dict[int, int], marks: tuple[tuple[int, str, int], ...], *, masked: bool) -> None:
        """Draw another line, or the same one with more in it; what is in sight stays in sight."""
        same = line.kpj == self.picture.line.kpj and len(self.picture.line)
        whole = _whole(line, bars)
        span = self.picture.span.within(whole) if same and self.picture.span != self._whole else whole
        self._whole = whole
        kept = replace(self.picture, line=line, bars=bars, marks=marks, span=span, masked=masked)
        self.picture = kept if same else replace(kept, pointed=None, anchor=None)
        self._say()
        self.update()

    def show_years(self, years: int | None) -> None:
        """Show the latest so many years; None shows all."""
        self._show_span(self._span_of(years))

    def shows_years(self, years: int | None) -> bool:
        """Whether just that is in sight."""
        return self.picture.span == self._span_of(years)

    def _span_of(self, years: int | None) -> Span:
        return self._whole if years is None else Span(self._whole.last - years * 365.25, self._whole.last).within(self._whole)

    def set_compare(self, compare: bool) -> None:
        """Lay the years over each other, or show them one after the other."""
        self.picture = replace(self.picture, compare=compare, pointed=None, anchor=None)
        self._say()
        self.update()

    def point_at(self, place: int | None, *, quietly: bool = False) -> None:
        """Point at a point of the line; `quietly` tells nobody (the table points already)."""
        if place == self.picture.pointed:
            return
        self.picture = replace(self.picture, pointed=place)
        if place is not None:
            self._bring_into_sight(place)
        self._say()
        self.update()
        if not quietly:
            self.pointed.emit(place)

    def words(self) -> str:
        """What the picture shows, in a sentence or two."""
        line = self.picture.line
        if not len(line):
            return self.tr("Belum ada pembacaan.")
        place = self.picture.pointed
        if place is not None:
            return self.point_words(place)
        text = self.tr("{count}, dari {first_amount} pada {first_day} menjadi {last_amount} pada {last_day}.")
        return text.format(
            count=Plural().readings(len(line)),
            first_amount=self._amount(0),
            first_day=self._day(0),
            last_amount=self._amount(len(line) - 1),
            last_day=self._day(len(line) - 1),
        )

    def point_words(self, place: int) -> str:
        """One point: its day and its amount."""
        return f"{self._day(place)} · {self._amount(place)}"

    def _day(self, place: int) -> str:
        return formats.long_date(dt.date.fromordinal(self.picture.line.days[place]))

    def _amount(self, place: int) -> str:
        return format_rupiah(self.picture.line.amounts[place], masked=self.picture.masked)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Grafik riwayat saldo"))
        self.setAccessibleDescription(self.words())

    def box(self) -> QRectF:
        """Where the picture is drawn."""
        return QRectF(self.rect()).adjusted(PADDING_PX, PADDING_PX, -PADDING_PX, -PADDING_PX)

    def _frame(self) -> Frame:
        return lay_out(self.picture, self.box(), self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if len(self.picture.line):
            painter.drawPixmap(0, 0, self._background())
            draw_pointed(painter, self.picture, self._frame(), theme.current())
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()

    def _background(self) -> QPixmap:
        """Everything but the point that is pointed at, drawn once: pointing only draws its dot."""
        bare = replace(self.picture, pointed=None, anchor=None)
        key = (bare, len(bare.line), self.size(), self.devicePixelRatioF(), theme.current(), self.font().key())
        if self._drawn is None or self._drawn[0] != key or self._drawn[0][0].line is not bare.line:
            pixmap = QPixmap(self.size() * self.devicePixelRatioF())
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            draw(painter, bare, self.box(), self.font(), theme.current())
            painter.end()
            self._drawn = (key, pixmap)
        return self._drawn[1]

    # What is in sight

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Show less (factor below 1) or more time, around a place across or around the middle."""
        made = self._frame()
        at = made.day(x if x is not None else made.area.center().x())
        self._show_span(self.picture.span.zoomed(factor, at, self._whole))

    def pan(self, share: float) -> None:
        """Move by a share of what is in sight; to the right if positive."""
        self._show_span(self.picture.span.moved(self.picture.span.days * share, self._whole))

    def _show_span(self, span: Span) -> None:
        if span != self.picture.span:
            self.picture = replace(self.picture, span=span)
            self.update()
            self.span_changed.emit()

    def _bring_into_sight(self, place: int) -> None:
        day, span = self.picture.line.days[place], self.picture.span
        if not span.first <= day <= span.last:
            self._show_span(span.moved(day - (span.first + span.last) / 2, self._whole))

    # Mouse

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms with Ctrl held, else the page scrolls; sideways it pans."""
        across, along = event.angleDelta().x(), event.angleDelta().y()
        if self.picture.compare or not (across or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            event.ignore()
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and along:
            self.zoom(ZOOM ** (-along / 120), event.position().x())
        else:
            self.pan(-across / 120 * PAN_SHARE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.picture.compare:
            super().mousePressEvent(event)
            return
        self._dragged_from = (event.position().x(), self.picture.span)
        place = self._place(event.position())
        if place is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.picture.anchor is not None:
            self.compared.emit(self.picture.anchor, place)
        else:
            self.picture = replace(self.picture, anchor=place)
            self.point_at(place)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.picture.compare:
            return
        if self._dragged_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, span = self._dragged_from
            moved = event.position().x() - start
            if abs(moved) > DRAG_PX:
                self._show_span(span.moved(-moved / max(self._frame().area.width(), 1.0) * span.days, self._whole))
            return
        self.point_at(self._place(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place is not None and not self.picture.compare:
            self.opened.emit(place)

    def _place(self, spot: QPointF) -> int | None:
        """The place of the point nearest to a spot, if it is in sight."""
        made, line = self._frame(), self.picture.line
        place = line.nearest(made.day(spot.x()))
        return place if place is not None and made.span.first <= line.days[place] <= made.span.last else None

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.picture.compare or not len(self.picture.line) or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        last = len(self.picture.line) - 1
        now = last + 1 if self.picture.pointed is None else self.picture.pointed
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if held:
                self.pan(-PAN_SHARE if event.key() == Qt.Key.Key_Left else PAN_SHARE)
            case Qt.Key.Key_Left:
                self._step(max(now - 1, 0), event)
            case Qt.Key.Key_Right:
                self._step(min(now + 1, last), event)
            case Qt.Key.Key_Home:
                self._step(0, event)
            case Qt.Key.Key_End:
                self._step(last, event)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1 / ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(ZOOM)
            case Qt.Key.Key_0:
                self.show_years(None)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.picture.pointed is not None:
                self._enter(self.picture.pointed)
            case Qt.Key.Key_Escape if self.picture.pointed is not None:
                self.picture = replace(self.picture, anchor=None)
                self.point_at(None)
            case _:
                return False
        return True

    def _step(self, place: int, event: QKeyEvent) -> None:
        """To another point. With Shift the point where one began is one end of a comparison."""
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if self.picture.anchor is None:
                self.picture = replace(self.picture, anchor=self.picture.pointed)
        else:
            self.picture = replace(self.picture, anchor=None)
        self.point_at(place)

    def _enter(self, place: int) -> None:
        anchor = self.picture.anchor
        if anchor is not None and anchor != place:
            self.compared.emit(anchor, place)
        else:
            self.opened.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self.point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def has_long_gap(self) -> bool:
        """Whether any two neighbouring readings are further apart than the line may pretend to know."""
        days = self.picture.line.days
        return any(days[n] - days[n - 1] > LONG_GAP_DAYS for n in range(1, len(days)))


def _whole(line: Line, bars: dict[int, int]) -> Span:
    """All the time there is something to draw in."""
    days = [*line.days[:1], *line.days[-1:]]
    if bars:
        first, last = min(bars), max(bars)
        days += [dt.date(month // 12, month % 12 + 1, 1).toordinal() for month in (first, last)]
    return whole_span(min(days), max(days)) if days else Span(0.0, 1.0)
