"""What stands above the picture: which line, how much of the time, years laid over each other, saving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.history.data import History
from ui.look import theme
from ui.widgets.button import Button, CheckBox, ChoiceList, MenuButton
from ui.widgets.text import Switch
from ui.words import formats

SPANS = (1, 3, 5, None)


class Tools(Switch):
    """`line` carries a card's number or None, `years` a number or None for all, `compare` a bool, `save` "file" or "print",
    `export` a format of `main.py export`."""

    line = Signal(object)
    years = Signal(object)
    compare = Signal(bool)
    save = Signal(str)
    export = Signal(str)

    def __init__(self) -> None:
        super().__init__(turn_below_lines=44)
        self.choice = ChoiceList(self.tr("Saldo yang ditampilkan"))
        self.choice.setMinimumContentsLength(18)
        self.choice.currentIndexChanged.connect(lambda _: self.line.emit(self.choice.currentData()))
        self.row.addWidget(self.choice)
        spans = QWidget()
        row = QHBoxLayout(spans)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        self._pressed: int | None = None
        self.span_buttons = [self._span_button(years) for years in SPANS]
        for button in self.span_buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.row.addWidget(spans)
        self.comparing = CheckBox(self.tr("Bandingkan tahun"))
        self.comparing.toggled.connect(self._compare)
        self.row.addWidget(self.comparing)
        self.row.addStretch(1)
        self.taking = MenuButton(self.tr("Ekspor"), "file-down")
        self.taking.setMenu(self._menu())
        self.row.addWidget(self.taking)

    def show_lines(self, history: History, *, masked: bool) -> None:
        """Offer the total and each card; what was chosen stays chosen."""
        before = self.choice.currentData()
        with QSignalBlocker(self.choice):
            self.choice.clear()
            for line in history.lines:
                if line.kpj is None:
                    self.choice.addItem(self.tr("Semua kartu"), None)
                else:
                    company = formats.private(line.company, masked=masked) if line.company else ""
                    number = formats.card_number(line.kpj, masked=masked)
                    self.choice.addItem(f"{company} {number}".strip(), line.kpj)
            self.choice.setCurrentIndex(max(self.choice.findData(before), 0))

    def _span_button(self, years: int | None) -> Button:
        text = self.tr("Semua") if years is None else self.tr("{years} th").format(years=years)
        button = Button(text, "choice")
        button.setCheckable(True)
        button.setAccessibleName(
            self.tr("Semua tahun") if years is None else self.tr("{years} tahun terakhir").format(years=years)
        )
        button.clicked.connect(lambda: self._press_years(years))
        return button

    def mark_years(self, in_sight: Callable[[int | None], bool]) -> None:
        """Show which of the spans is in sight: the one that was pressed, where several are the same; none while zoomed or moved."""
        fitting = [years for years in SPANS if in_sight(years)]
        if self._pressed in fitting:
            fitting = [self._pressed]
        for years, button in zip(SPANS, self.span_buttons, strict=True):
            button.setChecked(years in fitting[-1:])

    def _press_years(self, years: int | None) -> None:
        self._pressed = years
        self.years.emit(years)

    def _compare(self, on: bool) -> None:
        for button in self.span_buttons:
            button.setEnabled(not on)
        self.compare.emit(on)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Simpan gambar (PNG, SVG, PDF)…"), lambda: self.save.emit("file"))
        menu.addAction(self.tr("Cetak gambar…"), lambda: self.save.emit("print"))
        menu.addSeparator()
        menu.addAction(self.tr("Laporan PDF…"), lambda: self.export.emit("pdf"))
        menu.addAction(self.tr("Lembar kerja XLSX…"), lambda: self.export.emit("xlsx"))
        menu.addAction(self.tr("Tabel CSV…"), lambda: self.export.emit("csv"))
        menu.addAction(self.tr("Cadangan lengkap JSON…"), lambda: self.export.emit("json"))
        books = menu.addMenu(self.tr("Program pembukuan"))
        for form, name in (("beancount", "Beancount"), ("ledger", "Ledger"), ("qif", "QIF")):
            books.addAction(f"{name}…", partial(self.export.emit, form))
        return menu
