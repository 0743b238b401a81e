"""The history in columns of plain numbers: a hundred thousand readings weigh 2 MB here, and are searched at the speed of C.

Amounts are sen, days are ordinals (`datetime.date.toordinal`). Filled line by line from `main.py history-view points`.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any

from core.models import Source
from ui.history.later import Later, later_of

SOURCES = tuple(Source)


class BadLine(ValueError):
    """A line that is not what `history-view` writes."""


@dataclass(slots=True)
class Line:
    """The balances of one card, or of all (kpj None), in the order of days."""

    kpj: str | None
    company: str | None
    ids: array[int] = field(default_factory=lambda: array("q"))
    days: array[int] = field(default_factory=lambda: array("i"))
    amounts: array[int] = field(default_factory=lambda: array("q"))
    sources: bytearray = field(default_factory=bytearray)
    added_up: bytearray = field(default_factory=bytearray)
    _extent: tuple[int, int, int, int] | None = None  # the last that was asked for: it is asked for with every picture

    def __len__(self) -> int:
        return len(self.days)

    def between(self, first: float, last: float) -> tuple[int, int]:
        """The places [from, to) of the points whose day lies between these, both included."""
        return bisect_left(self.days, first), bisect_right(self.days, last)

    def extent(self, start: int, end: int) -> tuple[int, int]:
        """The lowest and the highest amount of the points [start, end), which must not be empty."""
        if self._extent is None or self._extent[:2] != (start, end):
            piece = self.amounts[start:end]
            self._extent = (start, end, min(piece), max(piece))
        return self._extent[2:]

    def nearest(self, day: float) -> int | None:
        """The place of the point whose day is nearest; of several on one day the last."""
        if not self.days:
            return None
        right = bisect_left(self.days, day)
        if right == len(self.days):
            return right - 1
        if right and day - self.days[right - 1] <= self.days[right] - day:
            return right - 1
        return bisect_right(self.days, self.days[right]) - 1


@dataclass(slots=True)
class History:
    """All lines of an account; the first is the total's. bars: (month, sen, kpj), month is year*12 + month-1. growth: (year, sen, kpj).
    marks: (day, kind, sen)."""

    lines: list[Line] = field(default_factory=list)
    bars: list[tuple[int, int, str | None]] = field(default_factory=list)
    growth: list[tuple[int, int, str | None]] = field(default_factory=list)
    marks: list[tuple[int, str, int]] = field(default_factory=list)
    changes: list[Later] = field(default_factory=list)

    def changes_of(self, kpj: str | None) -> list[Later]:
        """What was told differently later, of one card or (None) of all."""
        return [change for change in self.changes if kpj is None or "".join(filter(str.isdigit, change.kpj or "")) == kpj]

    @property
    def total(self) -> Line | None:
        return self.lines[0] if self.lines else None

    def line(self, kpj: str | None) -> Line | None:
        """The line of that card; the total's for None."""
        return next((line for line in self.lines if line.kpj == kpj), None)

    def bars_of(self, kpj: str | None) -> dict[int, int]:
        """Contributions by month, of one card or (None) of all."""
        found: dict[int, int] = {}
        for month, amount, of in self.bars:
            if kpj is None or of == kpj:
                found[month] = found.get(month, 0) + amount
        return found

    def add(self, data: dict[str, Any]) -> None:
        """Take one line of `history-view points` over. Raises BadLine."""
        try:
            self._add(data)
        except (TypeError, ValueError, KeyError, IndexError, OverflowError, AttributeError) as error:
            raise BadLine from error

    def _add(self, data: dict[str, Any]) -> None:
        if "line" in data:
            self.lines.append(Line(_text(data["line"]), _text(data["company"])))
        elif "points" in data:
            _add_points(self.lines[-1], data["points"])
        elif "bars" in data:
            self.bars += [(int(month), int(amount), _text(kpj)) for month, amount, kpj in data["bars"]]
        elif "growth" in data:
            self.growth += [(int(year), int(amount), _text(kpj)) for year, amount, kpj in data["growth"]]
        elif "marks" in data:
            self.marks += [(int(day), str(kind), int(amount)) for day, kind, amount in data["marks"]]
        elif "changes" in data:
            self.changes += [later_of(change) for change in data["changes"]]
        else:
            raise ValueError("an unknown line")


def _add_points(line: Line, points: list[list[int]]) -> None:
    if not points:
        return
    ids, days, amounts, sources, added_up = zip(*points, strict=True)
    if list(days) != sorted(days) or (line.days and days[0] < line.days[-1]) or max(sources) >= len(SOURCES):
        raise ValueError("points out of order")
    line._extent = None
    line.ids.extend(ids)
    line.days.extend(days)
    line.amounts.extend(amounts)
    line.sources.extend(sources)
    line.added_up.extend(added_up)


def _text(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError("not a text")
    return value
