"""Where things lie in the picture, and what is written beside them: pure numbers. Days are ordinals, amounts sen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.money import SEN

SHORTEST_DAYS = 14.0  # as far as one can zoom in
STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are shown, from `first` to `last` (fractions while zooming)."""

    first: float
    last: float

    @property
    def days(self) -> float:
        return self.last - self.first

    def zoomed(self, factor: float, at: float, whole: Span) -> Span:
        """Shown at `factor` of the present length with the day `at` where it is, within `whole`."""
        length = min(max(self.days * factor, SHORTEST_DAYS), max(whole.days, SHORTEST_DAYS))
        share = (at - self.first) / self.days if self.days else 0.5
        return Span(at - share * length, at + (1 - share) * length).within(whole)

    def moved(self, days: float, whole: Span) -> Span:
        """Shown that many days later (earlier, if negative), within `whole`."""
        return Span(self.first + days, self.last + days).within(whole)

    def within(self, whole: Span) -> Span:
        """The same length inside `whole`, or `whole` itself if that is shorter."""
        if self.days >= whole.days:
            return whole
        push = max(whole.first - self.first, 0.0) + min(whole.last - self.last, 0.0)
        return Span(self.first + push, self.last + push)


def whole_span(first: int, last: int) -> Span:
    """All days from the first to the last with a little air; a single day gets a month around it."""
    air = max((last - first) * 0.02, 1.0) if last > first else 15.0
    return Span(first - air, last + air)


def amount_ticks(low: int, high: int, most: int) -> list[int]:
    """Round amounts (sen) between low and high, at most `most` of them, evenly spaced: 1, 2 or 5 times a power of ten rupiah."""
    wide = max(high - low, SEN)
    step = SEN
    while True:
        for factor in STEPS:
            if wide // (step * factor) < most:
                size = step * factor
                first = -(-low // size) * size
                return list(range(first, high + 1, size))
        step *= 10


def time_ticks(span: Span, most: int) -> list[tuple[int, bool]]:
    """Days to write under the picture, at most `most`: (ordinal, whether it begins a year). Whole years, quarters, months or days."""
    first, last = _date(span.first), _date(span.last)
    for months in (1, 3, 6, 12, 24, 60, 120, 240):
        found = [day for day in _beginnings(first, last, months) if span.first <= day.toordinal() <= span.last]
        if len(found) <= most:
            return [(day.toordinal(), day.month == 1) for day in found]
    return []


def _beginnings(first: dt.date, last: dt.date, months: int) -> list[dt.date]:
    """The first days of every so many months, counted from January of the year 0."""
    index = (first.year * 12 + first.month - 1) // months * months
    end = last.year * 12 + last.month - 1
    return [dt.date(i // 12, i % 12 + 1, 1) for i in range(index, end + 1, months) if i >= 12]


def _date(ordinal: float) -> dt.date:
    return dt.date.fromordinal(min(max(int(ordinal), 1), dt.date.max.toordinal()))
