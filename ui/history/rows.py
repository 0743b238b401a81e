"""The table twin of the picture: the same points as rows, newest first, made only when they are looked at."""

from __future__ import annotations

import datetime as dt
from array import array
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.models import Source
from core.money import format_rupiah
from ui.history.data import SOURCES, Line
from ui.history.later import Later, mark_words
from ui.words import formats, messages

Index = QModelIndex | QPersistentModelIndex
DAY, AMOUNT, CHANGE, SOURCE = range(4)
PLACE = int(Qt.ItemDataRole.UserRole) + 1
NUMBERS = frozenset({AMOUNT, CHANGE})


class Rows(QAbstractTableModel):
    """The rows of one line of the history, sorted and filtered. `places` are the points shown, in the order of the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(None, None)
        self.places: array[int] = array("q")
        self.masked = False
        self.changed: dict[int, tuple[Later, ...]] = {}
        self._sorted_by, self._descending = DAY, True
        self._year: int | None = None
        self._source: Source | None = None

    def show_line(self, line: Line, changed: dict[int, tuple[Later, ...]] | None = None, *, masked: bool) -> None:
        """Show these points, sorted and filtered as before. changed: what was told differently later, by point."""
        self.beginResetModel()
        self.line, self.masked, self.changed = line, masked, changed or {}
        self._arrange()
        self.endResetModel()

    def filter(self, year: int | None, source: Source | None) -> None:
        """Show the points of one year, of one source; None for all."""
        if (year, source) != (self._year, self._source):
            self.beginResetModel()
            self._year, self._source = year, source
            self._arrange()
            self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal ones stay in the order of days."""
        self.layoutAboutToBeChanged.emit()
        self._sorted_by, self._descending = column, order == Qt.SortOrder.DescendingOrder
        self._arrange()
        self.layoutChanged.emit()

    def row_of(self, place: int) -> int | None:
        """The row in which a point stands, if it is shown."""
        try:
            return self.places.index(place)
        except ValueError:
            return None

    def change(self, place: int) -> int | None:
        """What a balance moved by since the one before (sen)."""
        return self.line.amounts[place] - self.line.amounts[place - 1] if place else None

    def years(self) -> list[int]:
        """The years that have points, latest first."""
        return sorted({dt.date.fromordinal(day).year for day in set(self.line.days)}, reverse=True)

    def sources(self) -> list[Source]:
        """The sources that have points."""
        return [SOURCES[number] for number in sorted(set(self.line.sources))]

    def _arrange(self) -> None:
        start, end = 0, len(self.line)
        if self._year is not None:
            first, last = dt.date(self._year, 1, 1).toordinal(), dt.date(self._year, 12, 31).toordinal()
            start, end = self.line.between(first, last)
        wanted: range | list[int] = range(start, end)
        if self._source is not None:
            number = SOURCES.index(self._source)
            wanted = [place for place in wanted if self.line.sources[place] == number]
        if self._sorted_by == AMOUNT:
            wanted = sorted(wanted, key=self.line.amounts.__getitem__)
        elif self._sorted_by == CHANGE:
            wanted = sorted(wanted, key=lambda place: self.change(place) or 0)
        elif self._sorted_by == SOURCE:
            wanted = sorted(wanted, key=self.line.sources.__getitem__)
        self.places = array("q", wanted[::-1] if self._descending else wanted)

    # Qt's own questions

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(place, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SOURCE and place in self.changed:
            return self.text(place, SOURCE)  # which may be cut short in a narrow window
        return place if role == PLACE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Tanggal"), self.tr("Saldo"), self.tr("Perubahan"), self.tr("Sumber"))[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def text(self, place: int, column: int) -> str:
        """One cell in words."""
        if column == DAY:
            return formats.short_date(dt.date.fromordinal(self.line.days[place]))
        if column == SOURCE:
            word = messages.source_name(SOURCES[self.line.sources[place]])
            told = self.tr("{source}, dijumlahkan").format(source=word) if self.line.added_up[place] else word
            return f"{told} · {mark_words(self.changed[place])}" if place in self.changed else told
        if column == AMOUNT:
            return format_rupiah(self.line.amounts[place], masked=self.masked)
        change = self.change(place)
        if change is None:
            return "–"
        text = format_rupiah(change, masked=self.masked)
        return f"+{text}" if change > 0 and not self.masked else text


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
