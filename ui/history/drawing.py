"""Draws a picture of the history with a painter: onto the screen, into an image, an SVG or onto paper. It keeps nothing."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from core.money import SEN, format_rupiah
from ui.history.picture import Frame, Picture, Year, frame, strokes, years
from ui.history.scale import Span, amount_ticks, time_ticks
from ui.look.theme import Colours
from ui.words import formats

translate = QCoreApplication.translate
MARK_SIGNS = {"taken": "−", "fell": "▾", "corrected": "!"}
DAYS_OF_YEAR = 366
BARS_ALPHA = 0.7  # the line above is what one looks at first


def lay_out(picture: Picture, box: QRectF, font: QFont) -> Frame:
    """Where the picture's parts lie in `box` with this font."""
    metrics = QFontMetricsF(font)
    if picture.compare:
        changes = [change for year in years(picture.line) for change in year.changes] or [0, 1]
        low, high = min(changes), max(*changes, min(changes) + 100)
        high += (high - low) // 14
        made = frame(picture, box, _amounts_wide(metrics, low, high, picture.masked), metrics.height())
        return Frame(made.area, None, Span(0.0, float(DAYS_OF_YEAR)), low, high)
    made = frame(picture, box, 0.0, metrics.height())
    wide = _amounts_wide(metrics, made.low, made.high, picture.masked)
    return frame(picture, box, wide, metrics.height())


def draw(painter: QPainter, picture: Picture, box: QRectF, font: QFont, colours: Colours) -> None:
    """Draw the whole picture into `box`."""
    made = lay_out(picture, box, font)
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_amounts(painter, made, picture, colours)
    if picture.compare:
        _draw_months(painter, made, colours)
        _draw_years(painter, made, years(picture.line), colours)
        return
    _draw_days(painter, made, box, picture, colours)
    if made.bars is not None:
        _draw_bars(painter, made, made.bars, picture, colours)
    _draw_line(painter, made, picture, colours)
    _draw_marks(painter, made, picture, colours)
    draw_pointed(painter, picture, made, colours)


def _amounts_wide(metrics: QFontMetricsF, low: int, high: int, masked: bool) -> float:
    return 6.0 if masked else max(metrics.horizontalAdvance(format_rupiah(end // 100 * 100)) for end in (low, high)) + 14


def _draw_amounts(painter: QPainter, made: Frame, picture: Picture, colours: Colours) -> None:
    """Thin lines at round amounts, with the amounts beside them (but not where they are masked: the lines would give them away)."""
    tall = painter.fontMetrics().height()
    most = max(2, int(made.area.height() / (tall * 2.4)))
    painter.setPen(QPen(QColor(colours.line), 1))
    if picture.masked:
        for height in (made.area.top(), made.area.bottom()):
            painter.drawLine(QLineF(made.area.left(), height, made.area.right(), height))
        return
    for amount in amounts_beside(made, picture, most):
        height = round(made.y(amount)) + 0.5
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.drawLine(QLineF(made.area.left(), height, made.area.right(), height))
        painter.setPen(QColor(colours.muted))
        place = QRectF(0, height - tall / 2, made.area.left() - 8, tall)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, format_rupiah(amount))


def amounts_beside(made: Frame, picture: Picture, most: int) -> list[int]:
    """Round amounts; where every point in sight has the same amount, that one alone."""
    start, end = picture.line.between(made.span.first, made.span.last)
    low, high = picture.line.extent(start, end) if start < end else (made.low, made.high)
    flat = low == high and low % SEN == 0 and not picture.compare
    return [low] if flat else amount_ticks(made.low, made.high, most)


def _draw_days(painter: QPainter, made: Frame, box: QRectF, picture: Picture, colours: Colours) -> None:
    metrics = painter.fontMetrics()
    most = max(2, int(made.area.width() / (metrics.horizontalAdvance("Sep 2026") * 1.6)))
    alone = len(picture.line) == 1
    ticks = [(picture.line.days[0], False)] if alone else time_ticks(made.span, most)
    whole_years = all(is_year for _, is_year in ticks)
    painter.setPen(QColor(colours.muted))
    for day, _ in ticks:
        date = dt.date.fromordinal(day)
        text = formats.short_date(date) if alone else str(date.year) if whole_years else formats.month_of(date)
        wide = metrics.horizontalAdvance(text)
        x = min(max(made.x(day) - wide / 2, box.left()), box.right() - wide)
        painter.drawText(QPointF(x, box.bottom() - metrics.descent() - 2), text)


def _draw_months(painter: QPainter, made: Frame, colours: Colours) -> None:
    """Under years that lie over each other: the months' names."""
    painter.setPen(QColor(colours.muted))
    metrics = painter.fontMetrics()
    for month in range(1, 13, 1 if made.area.width() > metrics.horizontalAdvance("Sep") * 20 else 3):
        first = dt.date(2024, month, 1)
        name = formats.month_of(first).split()[0]
        painter.drawText(QPointF(made.x((first - dt.date(2024, 1, 1)).days), made.area.bottom() + metrics.height() * 1.2), name)


def _draw_line(painter: QPainter, made: Frame, picture: Picture, colours: Colours) -> None:
    drawn = strokes(picture.line, made)
    painter.save()
    painter.setClipRect(made.area.adjusted(-6, -6, 6, 6))
    accent = QColor(colours.accent)
    painter.setPen(QPen(accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLines([QLineF(*pair) for pair in drawn.near])
    painter.setPen(QPen(accent, 1.3, Qt.PenStyle.DashLine))
    painter.drawLines([QLineF(*pair) for pair in drawn.far])
    painter.setPen(QPen(accent, 1.6))
    for spot, from_file in drawn.dots:
        painter.setBrush(QColor(colours.card) if from_file else accent)
        size = 3.4 if from_file else 2.6
        if from_file:
            painter.drawRect(QRectF(spot.x() - size, spot.y() - size, size * 2, size * 2))
        else:
            painter.drawEllipse(spot, size, size)
    painter.restore()


def _draw_bars(painter: QPainter, made: Frame, area: QRectF, picture: Picture, colours: Colours) -> None:
    """The contributions of each month, from zero, with the highest amount beside them."""
    seen = {month: sen for month, sen in picture.bars.items() if made.span.first - 31 <= _first_of(month) <= made.span.last}
    top = max(seen.values(), default=0)
    metrics = painter.fontMetrics()
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(QLineF(area.left(), area.bottom() + 0.5, area.right(), area.bottom() + 0.5))
    painter.setPen(QColor(colours.muted))
    painter.drawText(QPointF(area.left(), area.top() - metrics.descent() - 2), translate("HistoryChart", "Iuran per bulan"))
    if not top:
        return
    if not picture.masked:
        place = QRectF(0, area.top() - metrics.height() / 2, area.left() - 8, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, format_rupiah(top))
    painter.save()
    painter.setClipRect(area)
    painter.setPen(Qt.PenStyle.NoPen)
    filling = QColor(colours.accent)
    filling.setAlphaF(BARS_ALPHA)
    painter.setBrush(filling)
    for month, sen in seen.items():
        left, right = made.x(_first_of(month)), made.x(_first_of(month + 1))
        tall = area.height() * sen / top
        painter.drawRect(QRectF(left, area.bottom() - tall, max((right - left) * 0.72, 1.0), tall))
    painter.restore()


def _first_of(month: int) -> int:
    return dt.date(month // 12, month % 12 + 1, 1).toordinal()


def _draw_marks(painter: QPainter, made: Frame, picture: Picture, colours: Colours) -> None:
    """A flag at the top for claims, falls and corrections: a sign of its own each, not a colour alone."""
    metrics = painter.fontMetrics()
    for day, kind, _ in picture.marks:
        if not made.span.first <= day <= made.span.last:
            continue
        x = made.x(day)
        painter.setPen(QPen(QColor(colours.warn), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, made.area.top(), x, made.area.bottom()))
        round_box = QRectF(x - metrics.height() / 2, made.area.top() - metrics.height() / 2, metrics.height(), metrics.height())
        painter.setPen(QPen(QColor(colours.warn), 1.2))
        painter.setBrush(QColor(colours.warn_ground))
        painter.drawEllipse(round_box)
        painter.drawText(round_box, Qt.AlignmentFlag.AlignCenter, MARK_SIGNS.get(kind, "?"))


def draw_pointed(painter: QPainter, picture: Picture, made: Frame, colours: Colours) -> None:
    """The point that is pointed at, and the other end of a comparison."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, filled in ((picture.anchor, True), (picture.pointed, False)):
        if place is None or place >= len(picture.line):
            continue
        spot = made.at(picture.line, place)
        painter.setPen(QPen(QColor(colours.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(spot.x(), made.area.top(), spot.x(), made.area.bottom()))
        painter.setPen(QPen(QColor(colours.text), 2))
        painter.setBrush(QColor(colours.text if filled else colours.card))
        painter.drawEllipse(spot, 5, 5)


def _draw_years(painter: QPainter, made: Frame, compared: list[Year], colours: Colours) -> None:
    """Each year from its own beginning; the latest in the accent, all with their number at the end, one above the other if need be."""
    taken: list[QRectF] = []
    metrics = painter.fontMetrics()
    for number, year in enumerate(compared):
        latest = number == len(compared) - 1
        points = QPolygonF([QPointF(made.x(day), made.y(change)) for day, change in zip(year.days, year.changes, strict=True)])
        style = (
            Qt.PenStyle.SolidLine if latest else (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)[number % 3]
        )
        painter.setPen(QPen(QColor(colours.accent if latest else colours.muted), 2.4 if latest else 1.4, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        end = points.at(points.size() - 1)
        painter.setPen(QColor(colours.text if latest else colours.muted))
        wide = metrics.horizontalAdvance(str(year.year))
        place = QPointF(min(end.x() + 4, made.area.right() - wide), end.y() - 4)
        place = free_place(QRectF(place.x(), place.y() - metrics.ascent(), wide, metrics.height()), taken)
        painter.drawText(QPointF(place.x(), place.y() + metrics.ascent()), str(year.year))


def free_place(wanted: QRectF, taken: list[QRectF]) -> QPointF:
    """Where a label can stand without lying on another: where it is wanted, else as little above or below as need be. It is taken then."""
    step = wanted.height()
    offsets = sorted((sign * number * step / 2 for number in range(4 * (len(taken) + 1)) for sign in (-1, 1)), key=abs)
    boxes = (wanted.translated(0, offset) for offset in offsets)
    found = next((box for box in boxes if not any(box.intersects(one) for one in taken)), wanted)
    taken.append(found)
    return found.topLeft()
