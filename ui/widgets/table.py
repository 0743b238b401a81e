"""A quiet table of one or two lines a row: no grid, as tall as its rows, for the keyboard, the clipboard and the screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.look import theme

Index = QModelIndex | QPersistentModelIndex
SECOND_LINE = int(Qt.ItemDataRole.UserRole) + 1
PAD_PX = theme.S


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a line, perhaps smaller ones under it; `strong` for amounts, `quiet` for what has ended."""

    text: str
    second: str = ""
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `copied` is what the clipboard gets, field by field."""

    cells: tuple[Cell, ...]
    copied: tuple[str, ...]


class Model(QAbstractTableModel):
    """The rows of one table. `right` are the columns set to the right."""

    def __init__(self, heads: tuple[str, ...], right: frozenset[int]) -> None:
        super().__init__()
        self.heads, self.right = heads, right
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: tuple[Row, ...]) -> bool:
        """Show these rows; False if they stand there already."""
        if rows == self.rows:
            return False
        if len(rows) == len(self.rows):  # keeps the selection and the place
            self.rows = rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.heads) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.rows[index.row()].cells[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join([cell.text, *cell.second.splitlines()])
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
        return cell if role == SECOND_LINE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column in self.right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class Delegate(QStyledItemDelegate):
    """Draws the cells: two lines of text, a thin line under the row, the accent behind a chosen row."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self._first = theme.font(figures=True)
        self._strong = theme.font(strong=True, figures=True)
        self._second = theme.font(0.9)

    def _fonts(self, cell: Cell) -> tuple[QFont, QFont]:
        return (self._strong if cell.strong else self._first), self._second

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        from PySide6.QtGui import QFontMetrics

        cell: Cell = index.data(SECOND_LINE)
        first, second = (QFontMetrics(font) for font in self._fonts(cell))
        under = cell.second.splitlines()
        wide = max([first.horizontalAdvance(cell.text), *(second.horizontalAdvance(words) for words in under)])
        tall = first.height() + second.height() * len(under)
        return QSize(wide + 2 * PAD_PX + 2, tall + 2 * PAD_PX + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        cell: Cell = index.data(SECOND_LINE)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        last = index.row() == index.model().rowCount() - 1
        if not last:
            painter.setPen(QColor(colours.line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        first, second = self._fonts(cell)
        box = QRectF(rect.adjusted(PAD_PX, PAD_PX, -PAD_PX, -PAD_PX))
        across = Qt.AlignmentFlag.AlignRight if index.column() in index.model().right else Qt.AlignmentFlag.AlignLeft  # type: ignore[attr-defined]
        painter.setPen(QColor(colours.muted if cell.quiet else colours.text))
        painter.setFont(first)
        text = painter.fontMetrics().elidedText(cell.text, Qt.TextElideMode.ElideRight, int(box.width()))
        down = Qt.AlignmentFlag.AlignTop if cell.second else Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, across | down, text)
        if cell.second:
            painter.setPen(QColor(colours.muted))
            painter.setFont(second)
            metrics = painter.fontMetrics()
            lines = [
                metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width())) for words in cell.second.splitlines()
            ]
            painter.drawText(box, across | Qt.AlignmentFlag.AlignBottom, "\n".join(lines))
        painter.restore()


class Table(QTableView):
    """The table itself. `opened` carries the row that was double-clicked or entered; `menu_wanted` a menu to add deeds to and the row."""

    opened = Signal(int)
    menu_wanted = Signal(QMenu, int)

    def __init__(self, name: str, heads: tuple[str, ...], *, right: frozenset[int], stretch: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows_model = Model(heads, right)
        self.setModel(self.rows_model)
        self.setItemDelegate(Delegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setAccessibleName(name)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setFont(theme.font(0.9))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._stretch = stretch
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these rows, and be as tall as they are."""
        if self.rows_model.show_rows(rows):
            self.resizeRowsToContents()
            self._fit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Every column as wide as what stands in it; one takes what is left over (and elides a little before the table scrolls)."""
        head = self.horizontalHeader()
        columns = range(len(self.rows_model.heads))
        wanted = [0 if self.isColumnHidden(c) else max(self.sizeHintForColumn(c), head.sectionSizeHint(c)) for c in columns]
        room = self.viewport().width() - sum(w for c, w in enumerate(wanted) if c != self._stretch)
        wanted[self._stretch] = max(room, min(wanted[self._stretch], self.fontMetrics().height() * 8))
        for column, width in enumerate(wanted):
            if width:
                head.resizeSection(column, width)
        scrolls = sum(wanted) > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self.setFixedHeight(head.sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth() + 4 + bar)

    def chosen(self) -> list[int]:
        """The chosen rows, or the present one."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return rows or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def copy(self) -> None:
        """The chosen rows to the clipboard, fields apart by tabs, as they are shown (masked when amounts are)."""
        lines = ["\t".join(self.rows_model.rows[row].copied) for row in self.chosen()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        row = index.row() if index.isValid() else (self.chosen() or [-1])[0]
        if row < 0:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Salin baris"), self.copy)
        self.menu_wanted.emit(menu, row)
        menu.popup(event.globalPos())
