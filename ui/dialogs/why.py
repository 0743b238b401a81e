""" "Kenapa saldo berubah?": contributions + growth - claims and what nothing explains, each with its source, adding up to the change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from core.insight.explain import What
from core.money import format_rupiah
from ui.dialogs.dialog import Dialog
from ui.history.answers import Why, WhyPart
from ui.look import theme
from ui.widgets.text import Frame, Label, line
from ui.words import formats, messages

MOST_LINES = 24


class WhyDialog(Dialog):
    """One explanation. Amounts are masked where the window masks them."""

    def __init__(self, parent: QWidget, why: Why, *, masked: bool) -> None:
        super().__init__(parent, self.tr("Kenapa saldo berubah?"))
        self._masked = masked
        self.column.addWidget(Label(self.tr("Kenapa saldo berubah?"), scale=1.35, strong=True, wrap=True))
        between = self.tr("Dari {first} sampai {last}").format(
            first=formats.long_date(why.from_day), last=formats.long_date(why.to_day)
        )
        self.column.addWidget(Label(between, tone="muted", wrap=True))
        self.column.addWidget(self._sum(why))
        for note in self._notes(why):
            self.column.addWidget(Label(note, tone="muted", wrap=True))
        if why.lines:
            self.column.addWidget(self._contributions(why))
        close = self.add_button(self.tr("Tutup"))
        close.clicked.connect(self.reject)
        self.finish()
        self.fit(self.fontMetrics().height() * 30)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _amount(self, sen: int, *, signed: bool = True) -> str:
        text = format_rupiah(sen, masked=self._masked)
        return f"+{text}" if signed and sen > 0 and not self._masked else text

    def _sum(self, why: Why) -> Frame:
        """The parts one under the other, as on paper: from, what came and went, to."""
        made = Frame(margin_px=theme.L, gap_px=theme.XS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.L)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(0, 1)
        first = self.tr("Saldo {day}").format(day=formats.short_date(why.from_day))
        self._add(grid, first, "", self._amount(why.from_total, signed=False))
        for part in why.parts:
            self._add(grid, self._name(part), self._told(part), self._amount(part.amount))
        if not why.parts:
            self._add(grid, self.tr("Tidak ada perubahan"), "", self._amount(0))
        grid.addWidget(line(), grid.rowCount(), 0, 1, 2)
        last = self.tr("Saldo {day}").format(day=formats.short_date(why.to_day))
        self._add(grid, last, "", self._amount(why.to_total, signed=False), strong=True)
        made.column.addLayout(grid)
        return made

    def _add(self, grid: QGridLayout, name: str, told: str, amount: str, *, strong: bool = False) -> None:
        row = grid.rowCount()
        grid.addWidget(Label(name, strong=strong, wrap=True), row, 0)
        figure = Label(amount, strong=strong, figures=True, selectable=True)
        grid.addWidget(figure, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        if told:
            grid.addWidget(Label(told, tone="muted", scale=0.9, wrap=True), row + 1, 0)

    def _name(self, part: WhyPart) -> str:
        name = {
            What.CONTRIBUTIONS: self.tr("Iuran"),
            What.GROWTH: self.tr("Pengembangan"),
            What.TAKEN: self.tr("Diambil (klaim)"),
            What.UNEXPLAINED: self.tr("Belum dapat dijelaskan"),
        }[part.what]
        return self.tr("{part} (perkiraan)").format(part=name) if part.estimate else name

    def _told(self, part: WhyPart) -> str:
        if part.sources:
            return ", ".join(messages.source_name(source) for source in part.sources)
        if part.what is What.GROWTH:
            return self.tr("sisa setelah iuran; tanggal pengembangan dibukukan tidak diumumkan")
        if part.what is What.UNEXPLAINED:
            return self.tr("tidak ada iuran, pengembangan, atau klaim yang tercatat untuk jumlah ini")
        return ""

    def _notes(self, why: Why) -> list[str]:
        found = []
        if why.rate_bp is not None:
            rate = f"{why.rate_bp // 100},{why.rate_bp % 100:02d}" if formats.language() == "id" else f"{why.rate_bp / 100:.2f}"
            text = self.tr("Pengembangan setara {rate} % setahun (perkiraan)") if why.rate_is_estimate else ""
            found.append((text or self.tr("Pengembangan setara {rate} % setahun")).format(rate=rate))
        if why.missing:
            months = ", ".join(formats.month(blth) for blth in why.missing[:MOST_LINES])
            rest = " …" if len(why.missing) > MOST_LINES else ""
            found.append(
                self.tr("Rincian iuran belum ada untuk: {months}. Impor lembar RSJHT tahun itu.").format(months=months + rest)
            )
        return found

    def _contributions(self, why: Why) -> Frame:
        made = Frame(margin_px=theme.L, gap_px=theme.XS)
        made.column.addWidget(Label(self.tr("Iuran yang dihitung"), tone="muted", strong=True))
        for blth, sen, company in why.lines[:MOST_LINES]:
            who = formats.private(company, masked=self._masked) if company else ""
            text = " · ".join(part for part in (formats.month(blth), self._amount(sen), who) if part)
            made.column.addWidget(Label(text, wrap=True))
        if len(why.lines) > MOST_LINES:
            made.column.addWidget(Label("…", tone="muted"))
        return made
