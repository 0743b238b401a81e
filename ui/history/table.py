"""The table itself: for the keyboard, the clipboard and the screen reader; quick with any number of rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from core.models import Source
from ui.history.data import Line
from ui.history.later import Later
from ui.history.rows import DAY, PLACE, Rows
from ui.look import theme

ROWS_TALL = 12
LINES_A_ROW = 1.8


class HistoryTable(QTableView):
    """`pointed`, `opened` and `asked_later` carry the place of a point of the line; `compared` the places of two chosen ones."""

    pointed = Signal(int)
    opened = Signal(int)
    compared = Signal(int, int)
    asked_later = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = Rows()
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Riwayat saldo"))
        self.setProperty("kind", "plain")
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setFont(theme.font(figures=True))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        side = self.verticalHeader()
        side.hide()
        tall = round(self.fontMetrics().height() * LINES_A_ROW)
        side.setMinimumSectionSize(tall)
        side.setDefaultSectionSize(tall)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(DAY, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(DAY, self.fontMetrics().horizontalAdvance("30 Mei 2026") + 2 * self.fontMetrics().height() - 8)
        self.setSortingEnabled(True)
        self.sortByColumn(DAY, Qt.SortOrder.DescendingOrder)
        self.setMinimumHeight(tall * 6)
        self.activated.connect(lambda index: self.opened.emit(index.data(PLACE)))

    def show_line(self, line: Line, changed: dict[int, tuple[Later, ...]] | None = None, *, masked: bool) -> None:
        """Show these points; as tall as they are, up to a dozen. changed: what was told differently later, by point."""
        self.rows.show_line(line, changed, masked=masked)
        self._fit()

    def filter(self, year: int | None, source: Source | None) -> None:
        """Show the points of one year, of one source; None for all."""
        self.rows.filter(year, source)
        self._fit()

    def _fit(self) -> None:
        shown = min(max(self.rows.rowCount(), 1), ROWS_TALL)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + shown * self.verticalHeader().defaultSectionSize() + 2 * self.frameWidth())

    def point_at(self, place: int) -> None:
        """Choose the row of a point, if it is shown, without telling anybody."""
        row = self.rows.row_of(place)
        if row is None:
            return
        index = self.rows.index(row, 0)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        before = self.blockSignals(True)
        self.selectionModel().setCurrentIndex(index, how)
        self.blockSignals(before)
        self.scrollTo(index)
        self.viewport().update()

    def chosen(self) -> list[int]:
        """The places of the chosen rows, from the top."""
        return [index.data(PLACE) for index in sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)]

    def copy(self) -> None:
        """The chosen rows to the clipboard, fields apart by tabs, as they are shown (masked when amounts are)."""
        lines = ["\t".join(self.rows.text(place, column) for column in range(4)) for place in self.chosen()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        if index.isValid() and not self.signalsBlocked():
            self.pointed.emit(index.data(PLACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Salin baris"), self.copy)
        menu.addAction(self.tr("Dari mana angka ini?"), lambda: self.opened.emit(chosen[0]))
        if chosen[0] in self.rows.changed:
            menu.addAction(self.tr("Apa yang berubah kemudian?"), lambda: self.asked_later.emit(chosen[0]))
        if len(chosen) == 2:
            menu.addAction(self.tr("Kenapa saldo berubah?"), lambda: self.compared.emit(min(chosen), max(chosen)))
        menu.popup(event.globalPos())
