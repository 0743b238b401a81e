"""What was told differently later: what stood there first, what stands there now, who told each, and when that came to be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.blth import Blth
from core.insight.changes import ChangeKind
from core.money import format_rupiah
from ui.dialogs.dialog import Dialog
from ui.history.later import Later, Teller
from ui.look import theme
from ui.widgets.text import Frame, Label
from ui.words import formats, messages

MOST = 20


class ChangedLater(Dialog):
    """The changes, the newest first. Amounts and card numbers are masked where the window masks them."""

    def __init__(self, parent: QWidget, changes: Sequence[Later], *, masked: bool) -> None:
        super().__init__(parent, self.tr("Berubah kemudian"))
        self._masked = masked
        self.column.addWidget(Label(self.tr("Yang kemudian berubah"), scale=1.35, strong=True, wrap=True))
        self.column.addWidget(
            Label(
                self.tr("Program ini hanya membandingkan; apa sebabnya hanya portal atau kantor cabang yang tahu."),
                tone="muted",
                wrap=True,
            )
        )
        newest_first = sorted(changes, key=lambda change: (change.later.known, change.day), reverse=True)
        for change in newest_first[:MOST]:
            self.column.addWidget(self._one(change))
        if len(newest_first) > MOST:
            self.column.addWidget(Label(self.tr("… dan {count} lagi").format(count=len(newest_first) - MOST), tone="muted"))
        close = self.add_button(self.tr("Tutup"))
        close.clicked.connect(self.reject)
        self.finish()
        self.fit(self.fontMetrics().height() * 32)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _one(self, change: Later) -> Frame:
        made = Frame(margin_px=theme.L, gap_px=theme.XS)
        made.column.addWidget(Label(self.title(change), strong=True, wrap=True))
        first, then = self._told(change.earlier), self._told(change.later)
        made.column.addWidget(Label(self.tr("Semula: {told}").format(told=first), wrap=True))
        made.column.addWidget(Label(self.tr("Kemudian: {told}").format(told=then), wrap=True))
        if change.kpj:
            card = self.tr("Kartu {kpj}").format(kpj=formats.card_number(change.kpj, masked=self._masked))
            made.column.addWidget(Label(card, tone="muted"))
        return made

    def title(self, change: Later) -> str:
        """What happened, in a line."""
        amount = "" if change.sen is None else format_rupiah(abs(change.sen), masked=self._masked)
        match change.kind:
            case ChangeKind.MONTH_GONE:
                return self.tr("Iuran {month} hilang").format(month=_month(change.when))
            case ChangeKind.MONTH_CHANGED:
                return self.tr("Iuran {month} berubah {amount}").format(month=_month(change.when), amount=amount)
            case ChangeKind.BALANCE_FELL:
                return self.tr("Saldo turun {amount}, tanpa klaim yang tercatat").format(amount=amount)
            case ChangeKind.CARD_GONE:
                return self.tr("Satu kartu tidak disebut lagi, saldo turun {amount}").format(amount=amount)
        return self.tr("Saldo {when} kini disebut lain, selisih {amount}").format(when=_when(change.when), amount=amount)

    def _told(self, told: Teller) -> str:
        amount = self.tr("tidak disebut") if told.sen is None else format_rupiah(told.sen, masked=self._masked)
        return self.tr("{amount} ({source}, {day})").format(
            amount=amount,
            source=messages.source_name(told.source),
            day=formats.short_date(dt.date.fromordinal(told.known)),
        )


def _month(when: str) -> str:
    return formats.month(Blth.from_iso(when))


def _when(when: str) -> str:
    return formats.long_date(dt.date.fromisoformat(when)) if len(when) > len("2026-05") else when
