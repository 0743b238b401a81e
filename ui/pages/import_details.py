"""What stands behind one file's figure: the terms that make it up, every proof in words, the months as a table."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.money import format_rupiah
from core.statements.statement import Month
from ui.importing import figure_words, words
from ui.importing.model import Figures, Planned
from ui.look import theme
from ui.turns import next_turn
from ui.widgets.table import Cell, Row, Table
from ui.widgets.text import Label, Sign
from ui.words import formats

translate = QCoreApplication.translate
NARROW_LINES = 34


class Details(QWidget):
    """Made a part a turn: ten cards of one file are laid out one after the other."""

    def __init__(self, statements: tuple[Planned, ...], *, masked: bool) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.XS, 0, 0)
        self._column.setSpacing(theme.S)
        self._complete = False
        several = len(statements) > 1
        self._left = deque(part for planned in statements for part in _parts(planned, several=several, masked=masked))
        next_turn(self, self._add_one)

    @property
    def complete(self) -> bool:
        """Whether every part stands there."""
        return self._complete

    def _add_one(self) -> None:
        """Made, styled and shown in a turn each: at once a table takes longer than a turn may."""
        if not self._left:
            self._complete = True
            return
        part = self._left.popleft()()
        part.hide()
        self._column.addWidget(part)
        next_turn(self, lambda: self._style(part))

    def _style(self, part: QWidget) -> None:
        for each in (part, *part.findChildren(QWidget)):
            each.ensurePolished()
        next_turn(self, lambda: self._show(part))

    def _show(self, part: QWidget) -> None:
        part.show()
        next_turn(self, self._add_one)


def _parts(planned: Planned, *, several: bool, masked: bool) -> Iterator[Callable[[], QWidget]]:
    """What makes each part of one statement's details."""
    figures = planned.figures
    if several:
        yield lambda: Label(words.whose(figures, masked=masked), strong=True, wrap=True)
    if terms := terms_of(figures):
        yield lambda: _sheet(terms, masked=masked)
    if figures.proofs:
        yield lambda: _proofs(figures, masked=masked)
    if figures.months:
        yield lambda: MonthsTable(planned, masked=masked)


def terms_of(figures: Figures) -> tuple[tuple[str, int], ...]:
    """The terms a statement prints, in their order; what it does not print is left out, never shown as zero."""
    named = ((figure_words.field_name(name), getattr(figures.terms, name)) for name in figure_words.TERMS)
    return tuple((name, sen) for name, sen in named if sen is not None)


def _sheet(terms: tuple[tuple[str, int], ...], *, masked: bool) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.L)
    grid.setVerticalSpacing(theme.XS)
    grid.setColumnStretch(0, 1)
    for row, (name, sen) in enumerate(terms):
        last = row == len(terms) - 1
        grid.addWidget(Label(name, tone=None if last else "muted", strong=last, wrap=True), row, 0)
        amount = Label(format_rupiah(sen, masked=masked), strong=last, figures=True, selectable=True)
        amount.setAccessibleName(f"{name}: {amount.text()}")
        grid.addWidget(amount, row, 1, Qt.AlignmentFlag.AlignRight)
    return made


def _proofs(figures: Figures, *, masked: bool) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, theme.XS, 0, 0)
    grid.setHorizontalSpacing(theme.S)
    grid.setVerticalSpacing(theme.XS)
    grid.setColumnStretch(1, 1)
    for row, proof in enumerate(figures.proofs):
        mark = figure_words.proof_mark(proof.holds)
        grid.addWidget(Sign(mark.icon, mark.tone, 16), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(figure_words.proof_sentence(proof, figures, masked=masked), wrap=True), row, 1)
    return made


class MonthsTable(Table):
    """The months of one statement; in a narrow page wage and day of payment stand under the month."""

    def __init__(self, planned: Planned, *, masked: bool) -> None:
        heads = (self.tr("Bulan"), self.tr("Dibayar"), self.tr("Upah"), self.tr("Iuran JHT"))
        super().__init__(self.tr("Bulan iuran"), heads, right=frozenset({2, 3}), stretch=0)
        self._planned, self._masked = planned, masked
        self._narrow: bool | None = None
        self._turn(narrow=False)

    def resizeEvent(self, event: object) -> None:
        narrow = self.width() < NARROW_LINES * self.fontMetrics().height()
        if narrow != self._narrow:
            self._turn(narrow=narrow)
        super().resizeEvent(event)

    def _turn(self, *, narrow: bool) -> None:
        self._narrow = narrow
        for column in (1, 2):
            self.setColumnHidden(column, narrow)
        different = {difference.what for difference in self._planned.differences}
        self.show_rows(
            tuple(
                month_row(month, masked=self._masked, narrow=narrow, differs=str(month.blth) in different)
                for month in self._planned.figures.months
            )
        )


def month_row(month: Month, *, masked: bool, narrow: bool, differs: bool) -> Row:
    """One month as a row; what the file does not say is a dash."""
    name = formats.month(month.blth)
    paid = formats.short_date(month.paid) if month.paid else "–"
    wage = "–" if month.wage is None else format_rupiah(month.wage, masked=masked)
    parts = [part for part in (month.employer, month.worker) if part is not None]
    dues = format_rupiah(sum(parts), masked=masked) if parts else "–"
    notes = []
    if differs:
        notes.append(translate("Import", "berbeda dari yang tercatat"))
    if month.rapel:
        rapel = translate("Import", "rapel {amount}")
        notes.append(rapel.format(amount=format_rupiah(month.rapel, masked=masked)))
    if narrow:
        notes += [translate("Import", "dibayar {day}").format(day=paid), translate("Import", "upah {amount}").format(amount=wage)]
    split = " + ".join(format_rupiah(part, masked=masked) for part in parts) if len(parts) == 2 and not narrow else ""
    under = "\n".join(notes)
    cells = (Cell(name, under), Cell(paid, quiet=paid == "–"), Cell(wage), Cell(dues, split, strong=True))
    return Row(cells, (name, paid, wage, dues))
