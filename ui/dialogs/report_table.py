"""The two sides of a safe report, a row a place of the page: left as it stands there, right as the file will say it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.dialogs.report_lines import Place
from ui.look import theme
from ui.words import formats

Index = QModelIndex | QPersistentModelIndex
LINES_A_ROW = 1.6

translate = QCoreApplication.translate


def kind_name(kind: str) -> str:
    """What a place that is no text is, in words."""
    match kind:
        case "attribute":
            return translate("SafeReport", "keterangan di kode halaman")
        case "style":
            return translate("SafeReport", "gaya tampilan")
        case "tag":
            return translate("SafeReport", "nama bagian")
        case "dropped":
            return translate("SafeReport", "skrip atau komentar")
    return translate("SafeReport", "teks")


class Places(QAbstractTableModel):
    """The rows. Amounts on the left are masked where the window masks them."""

    def __init__(self, *, masked: bool) -> None:
        super().__init__()
        self._masked = masked
        self.places: tuple[Place, ...] = ()
        self._heads = (translate("SafeReport", "Di halaman"), translate("SafeReport", "Di laporan"))

    def show_places(self, places: tuple[Place, ...]) -> None:
        """Show these places."""
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        place = self.places[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(place, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and place.kind != "text":
            return QColor(theme.current().muted)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[index.column()]}, {kind_name(place.kind)}: {self.text(place, index.column())}"
        return None

    def text(self, place: Place, column: int) -> str:
        """One side of a place."""
        if column == 0:
            return formats.hidden_digits(place.before, masked=self._masked)
        return place.after if place.kind != "dropped" else translate("SafeReport", "(tidak ikut)")


class ReportTable(QTableView):
    """The two sides, in letters of one width, so that each stands under what it was."""

    def __init__(self, *, masked: bool) -> None:
        super().__init__()
        self.places = Places(masked=masked)
        self.setModel(self.places)
        self.setAccessibleName(translate("SafeReport", "Halaman dan laporannya, berdampingan"))
        self.setProperty("kind", "plain")
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        letters = theme.font()  # as large as all other text: the system's own letters of one width do not grow with it
        letters.setFamilies(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families())
        self.setFont(letters)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        side = self.verticalHeader()
        side.hide()
        side.setDefaultSectionSize(round(self.fontMetrics().height() * LINES_A_ROW))
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectionModel().selectedRows())
            text = "\n".join(self.places.text(self.places.places[row], 1) for row in rows)
            QGuiApplication.clipboard().setText(text)  # the report's side only
        else:
            super().keyPressEvent(event)
