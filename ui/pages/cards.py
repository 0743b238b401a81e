"""The cards of a reading, and the readings over time, as rows of a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu

from core.models import Card, Reading
from core.money import format_rupiah
from ui.look import theme
from ui.widgets.table import Cell, Row, Table
from ui.widgets.text import Frame, Label
from ui.words import formats, messages

translate = QCoreApplication.translate
NARROW_LINES = 36  # a card narrower than this many lines of text has two columns
FOLDED = (0, 2)  # the columns whose content then stands under the company


class Cards(Frame):
    """One row a card: number, company with NPP and segment, status with the last contribution, balance."""

    evidence = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        inset = theme.S + 2  # of the table's own cells, so that their text stands in line with the title
        self.column.setContentsMargins(theme.XL - 4 - inset, theme.XL - 4, theme.XL - 4 - inset, theme.M)
        self.title = Label(self.tr("Kartu"), strong=True)
        self.title.setIndent(inset)
        self.column.addWidget(self.title)
        heads = (self.tr("Kartu (KPJ)"), self.tr("Perusahaan"), self.tr("Status"), self.tr("Saldo"))
        self.table = Table(self.tr("Kartu dan saldonya"), heads, right=frozenset({3}), stretch=1)
        self.table.opened.connect(self.evidence)
        self.table.menu_wanted.connect(self._add_deeds)
        self.column.addWidget(self.table)
        self._cards: tuple[Card, ...] = ()
        self._masked = False
        self._narrow = False

    def show_cards(self, cards: tuple[Card, ...], *, masked: bool) -> None:
        """Show these cards."""
        self._cards, self._masked = cards, masked
        for column in FOLDED:
            self.table.setColumnHidden(column, self._narrow)
        self.table.show_rows(tuple(card_row(card, masked=masked, narrow=self._narrow) for card in cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_LINES * self.fontMetrics().height()
        if narrow != self._narrow:
            self._narrow = narrow
            self.show_cards(self._cards, masked=self._masked)

    def _add_deeds(self, menu: QMenu, row: int) -> None:
        kpj = self._cards[row].kpj
        if kpj and not self._masked:
            menu.addAction(self.tr("Salin nomor KPJ"), lambda: QGuiApplication.clipboard().setText(kpj))
        menu.addSeparator()
        menu.addAction(self.tr("Dari mana angka ini?"), lambda: self.evidence.emit(row))


def card_row(card: Card, *, masked: bool, narrow: bool = False) -> Row:
    """One card as a row; what the page did not say is a dash, never a guess. `narrow`: number and status stand under the company."""
    number = formats.card_number(card.kpj, masked=masked)
    company = formats.private(card.company, masked=masked)
    npp = formats.number(card.npp, masked=masked)
    segment = messages.segment_name(card.segment) if card.segment else ""
    status = status_name(card.active)
    month = formats.month(card.last_contribution) if card.last_contribution else ""
    last = translate("Cards", "iuran terakhir {month}").format(month=month) if month else ""
    amount = format_rupiah(card.balance, masked=masked)
    under = " · ".join(filter(None, [segment, f"NPP {npp}" if card.npp else ""]))
    folded = "\n".join([" · ".join(filter(None, [number, segment])), ", ".join(filter(None, [status, last]))])
    cells = (
        Cell(number),
        Cell(company, folded if narrow else under),
        Cell(status, last, quiet=card.active is False),
        Cell(amount, strong=True),
    )
    return Row(cells, (number, company, npp, segment, status, month, amount))


def status_name(active: bool | None) -> str:
    """Whether a membership is active, in words."""
    if active is None:
        return translate("Cards", "Status tidak disebut")
    return translate("Cards", "Aktif") if active else translate("Cards", "Nonaktif")


def history_rows(history: tuple[Reading, ...], *, masked: bool) -> tuple[Row, ...]:
    """The readings as rows, newest first, each with its change from the one before."""
    rows = []
    for number in range(len(history) - 1, -1, -1):
        reading = history[number]
        day = formats.short_date(formats.reading_day(reading))
        amount = format_rupiah(reading.balance.total, masked=masked)
        change = _change(reading, history[number - 1], masked=masked) if number else "–"
        source = messages.source_name(reading.source)
        rows.append(Row((Cell(day), Cell(source, quiet=True), Cell(change), Cell(amount)), (day, source, change, amount)))
    return tuple(rows)


def _change(now: Reading, before: Reading, *, masked: bool) -> str:
    difference = now.balance.total - before.balance.total
    if difference == 0:
        return translate("Cards", "tetap")
    amount = format_rupiah(abs(difference), masked=masked)
    text = translate("Cards", "naik {amount}") if difference > 0 else translate("Cards", "turun {amount}")
    return text.format(amount=amount)
