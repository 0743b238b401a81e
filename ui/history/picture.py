"""What the picture shows, and where everything in it lies: no painter yet, so that it can be tested by numbers."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from ui.history.data import Line
from ui.history.scale import Span

LONG_GAP_DAYS = 62  # longer than two months without a reading: nothing is known of the time between, and the line says so
MOST_SEGMENTS = 1_500  # more points than this are drawn as one stroke a pixel, from the lowest to the highest of it
MOST_DOTS = 90
BARS_SHARE = 0.26  # of the height, for the contributions
YEARS_COMPARED = 6


@dataclass(frozen=True, slots=True)
class Picture:
    """One line with what belongs to it. `pointed`: the place of the point under the mouse or the keyboard; `anchor`: the other end of
    a comparison. `compare`: years laid over each other, each from its own beginning."""

    line: Line
    bars: dict[int, int] = field(default_factory=dict)
    marks: tuple[tuple[int, str, int], ...] = ()
    span: Span = field(default_factory=lambda: Span(0.0, 1.0))
    masked: bool = False
    pointed: int | None = None
    anchor: int | None = None
    compare: bool = False


@dataclass(frozen=True, slots=True)
class Strokes:
    """The line in pixels: pairs of points to join, those across a long gap apart; or one vertical stroke a pixel."""

    near: list[tuple[QPointF, QPointF]]
    far: list[tuple[QPointF, QPointF]]
    dots: list[tuple[QPointF, bool]]  # whether it came from a file


@dataclass(frozen=True, slots=True)
class Frame:
    """The areas of a picture of some size, and the amounts (sen) at its bottom and top."""

    area: QRectF
    bars: QRectF | None
    span: Span
    low: int
    high: int

    def x(self, day: float) -> float:
        return self.area.left() + self.area.width() * (day - self.span.first) / self.span.days

    def y(self, amount: float) -> float:
        return self.area.bottom() - self.area.height() * (amount - self.low) / (self.high - self.low)

    def day(self, x: float) -> float:
        """The day (with its fraction) at a place across."""
        return self.span.first + (x - self.area.left()) / max(self.area.width(), 1.0) * self.span.days

    def at(self, line: Line, place: int) -> QPointF:
        return QPointF(self.x(line.days[place]), self.y(line.amounts[place]))


def frame(picture: Picture, box: QRectF, left: float, foot: float) -> Frame:
    """Lay the picture out in `box`: amounts in `left` pixels, days in `foot` pixels."""
    area = QRectF(box.left() + left, box.top() + foot / 2, box.width() - left - foot / 2, box.height() - foot * 1.9)
    bars = None
    if picture.bars and not picture.compare:
        tall = area.height() * BARS_SHARE
        bars = QRectF(area.left(), area.bottom() - tall, area.width(), tall)
        area = QRectF(area.left(), area.top(), area.width(), area.height() - tall - foot * 1.8)
    low, high = extent(picture)
    return Frame(area, bars, picture.span, low, high)


def extent(picture: Picture) -> tuple[int, int]:
    """The lowest and the highest amount in sight (sen); a flat line gets a little room. The scale need not begin at zero."""
    start, end = picture.line.between(picture.span.first, picture.span.last)
    start, end = max(start - 1, 0), min(end + 1, len(picture.line))
    if start >= end:
        return 0, 1
    low, high = picture.line.extent(start, end)
    air = max((high - low) // 12, 100)
    return (max(low - air, 0) if low >= 0 else low - air), high + air


def strokes(line: Line, made: Frame) -> Strokes:
    """The line in the frame's pixels; honest about long gaps, quick with many points."""
    start, end = line.between(made.span.first, made.span.last)
    start, end = max(start - 1, 0), min(end + 1, len(line))
    if end - start > MOST_SEGMENTS:
        return Strokes(_columns(line, made, start, end), [], [])
    places = [made.at(line, place) for place in range(start, end)]
    near: list[tuple[QPointF, QPointF]] = []
    far: list[tuple[QPointF, QPointF]] = []
    for number in range(1, len(places)):
        days = line.days[start + number] - line.days[start + number - 1]
        (far if days > LONG_GAP_DAYS else near).append((places[number - 1], places[number]))
    few = len(places) <= MOST_DOTS
    dots = [(spot, line.sources[start + n] > 1) for n, spot in enumerate(places)] if few else []
    return Strokes(near, far, dots)


def _columns(line: Line, made: Frame, start: int, end: int) -> list[tuple[QPointF, QPointF]]:
    """One stroke for every column of pixels that holds points, joined to the one before."""
    found: list[tuple[QPointF, QPointF]] = []
    area, days, amounts = made.area, line.days, line.amounts
    left, bottom = area.left(), area.bottom()
    tall, low, across = area.height() / (made.high - made.low), made.low, made.span.days / max(area.width(), 1.0)
    at, before = start, None
    for column in range(int(area.width()) + 1):
        until = bisect_left(days, made.span.first + (column + 1) * across, at, end)
        if until == at:
            continue
        piece = amounts[at:until]
        x = left + column
        if before is not None:
            found.append((before, QPointF(x, bottom - (piece[0] - low) * tall)))
        top, foot = bottom - (max(piece) - low) * tall, bottom - (min(piece) - low) * tall
        if foot - top > 0.5:
            found.append((QPointF(x, foot), QPointF(x, top)))
        before = QPointF(x, bottom - (piece[-1] - low) * tall)
        at = until
    return found


@dataclass(frozen=True, slots=True)
class Year:
    """One year of a comparison: days since 1 January and the change (sen) since the last balance before it."""

    year: int
    days: list[int]
    changes: list[int]


def years(line: Line) -> list[Year]:
    """The latest years with at least one reading and a balance to begin from, oldest first."""
    if not len(line):
        return []
    found: list[Year] = []
    last = dt.date.fromordinal(line.days[-1]).year
    for year in range(last, max(last - 60, 0), -1):
        first_day = dt.date(year, 1, 1).toordinal()
        start, end = line.between(first_day, dt.date(year, 12, 31).toordinal())
        if end - start > (0 if start else 1):
            begun = line.amounts[start - 1 if start else start]
            days = [day - first_day for day in line.days[start:end]]
            changes = [amount - begun for amount in line.amounts[start:end]]
            known = (
                ([0, *days], [0, *changes]) if start else (days, changes)
            )  # without an earlier balance it begins where it was first seen
            found.append(Year(year, *known))
        if len(found) == YEARS_COMPARED or not start:
            break
    return found[::-1]
