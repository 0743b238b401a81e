"""Typing a figure: a balance seen on a screen with its day, or a wage with the month it begins. Read strictly, and echoed as it was read."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from core.blth import Blth
from core.money import AmbiguousMoney, NotMoney, format_rupiah, page_style, parse_amount
from ui.dialogs.dialog import Dialog
from ui.importing.wishes import AddTyped, AddWage
from ui.widgets.field import Field
from ui.widgets.text import Label
from ui.words import formats

DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", re.ASCII)
MONTH = re.compile(r"(\d{1,2})[-/. ](\d{4})", re.ASCII)
FIRST_YEAR = 1978  # the programme's own first year
KPJ_DIGITS = 11


class TypedDialog(Dialog):
    """`given` carries an AddTyped, or with `wage` an AddWage."""

    given = Signal(object)

    def __init__(self, parent: QWidget, *, wage: bool, today: dt.date | None = None) -> None:
        title = self.tr("Catat upah di slip gaji") if wage else self.tr("Ketik saldo")
        super().__init__(parent, title)
        self._wage = wage
        self._today = today or dt.datetime.now().astimezone().date()
        self.column.addWidget(Label(title, scale=1.2, strong=True, wrap=True))
        what = (
            self.tr("Upah sebulan, dan bulan sejak kapan upah itu berlaku. Catat lagi bila upahnya berubah.")
            if wage
            else self.tr("Saldo seperti yang Anda lihat, dan tanggal Anda melihatnya.")
        )
        self.column.addWidget(Label(what, tone="muted", wrap=True))
        self.when = QLineEdit()
        self.when.setText("" if wage else f"{self._today:%d-%m-%Y}")
        hint = self.tr("Bulan-tahun, misalnya 01-2026") if wage else self.tr("Hari-bulan-tahun, misalnya 22-11-2026")
        self.when_field = Field(self.tr("Sejak bulan") if wage else self.tr("Tanggal"), self.when, hint)
        self.amount = QLineEdit()
        self.amount_field = Field(
            self.tr("Upah sebulan") if wage else self.tr("Saldo"),
            self.amount,
            self.tr("Misalnya 48.731.902 atau Rp 48.731.902,50"),
        )
        self.kpj = QLineEdit()
        self.kpj.setMaxLength(20)
        self.kpj_field = Field(
            self.tr("Nomor kartu (KPJ), bila ada"), self.kpj, self.tr("11 angka; kosongkan bila untuk semua kartu bersama.")
        )
        for field in (self.when_field, self.amount_field, self.kpj_field):
            self.column.addWidget(field)
            field.left.connect(self._judge)
        self.echo = Label(strong=True, wrap=True)
        self.column.addWidget(self.echo)
        self.add_button(self.tr("Batal")).clicked.connect(self.reject)
        self.read = self.add_button(self.tr("Lihat pratinjau"), "primary")
        self.read.clicked.connect(self._give)
        for edit in (self.when, self.amount, self.kpj):
            edit.textChanged.connect(self._judge)
            edit.returnPressed.connect(self._give)
        self.finish()
        self._judge()
        self.fit(self.fontMetrics().height() * 24)
        (self.when if wage else self.amount).setFocus()

    def _judge(self) -> None:
        """Say under each field that was left what is wrong with it, and below all what was understood."""
        when = self._month() if self._wage else self._day()
        sen = self._sen()
        self._complain(self.when_field, when is None, self._wrong_date())
        self._complain(self.amount_field, sen is None, self._wrong_amount())
        self._complain(self.kpj_field, not self._kpj_fits(), self.tr("KPJ terdiri dari 11 angka."))
        if when is None or sen is None:
            self.echo.say(" ")
            return
        shown = formats.month(when) if isinstance(when, Blth) else formats.long_date(when)
        text = self.tr("{amount} sejak {when}") if self._wage else self.tr("{amount} per {when}")
        self.echo.say(text.format(amount=format_rupiah(sen), when=shown))

    def _complain(self, field: Field, wrong: bool, problem: str) -> None:
        field.complain(problem if wrong and field.was_left else "")

    def _wrong_date(self) -> str:
        if self._wage:
            return self.tr("Tulis bulan dan tahunnya, misalnya 01-2026; bukan bulan yang belum tiba.")
        return self.tr("Tulis tanggalnya, misalnya 22-11-2026; bukan hari yang belum tiba.")

    def _wrong_amount(self) -> str:
        try:
            parse_amount(self.amount.text(), page_style([self.amount.text()]))
        except AmbiguousMoney:
            return self.tr("Itu bisa berarti dua jumlah. Tulis tanpa titik dan koma (1250), atau sampai sen (1.250,00).")
        except NotMoney:
            pass
        return self.tr("Tulis angkanya lengkap, misalnya 48.731.902.")

    def _give(self) -> None:
        for field in (self.when_field, self.amount_field, self.kpj_field):
            field.was_left = True
        self._judge()
        sen, kpj = self._sen(), self._digits() or None
        if sen is None or not self._kpj_fits():
            (self.amount if sen is None else self.kpj).setFocus()
            return
        if self._wage:
            month = self._month()
            if month is None:
                self.when.setFocus()
                return
            wish: AddTyped | AddWage = AddWage(month, sen, kpj)
        else:
            day = self._day()
            if day is None:
                self.when.setFocus()
                return
            wish = AddTyped(day, sen, kpj)
        self.accept()
        self.given.emit(wish)

    # What was typed

    def _day(self) -> dt.date | None:
        found = DAY.fullmatch(self.when.text().strip())
        try:
            day = dt.date(int(found[3]), int(found[2]), int(found[1])) if found else None
        except ValueError:
            return None
        return day if day is not None and day.year >= FIRST_YEAR and day <= self._today else None

    def _month(self) -> Blth | None:
        found = MONTH.fullmatch(self.when.text().strip())
        try:
            month = Blth(int(found[2]), int(found[1])) if found else None
        except ValueError:
            return None
        now = Blth(self._today.year, self._today.month)
        return month if month is not None and month.year >= FIRST_YEAR and month <= now else None

    def _sen(self) -> int | None:
        text = self.amount.text()
        try:
            sen = parse_amount(text, page_style([text]))
        except (NotMoney, AmbiguousMoney):
            return None
        return sen if sen >= 0 else None

    def _digits(self) -> str:
        return re.sub(r"[ .-]", "", self.kpj.text())

    def _kpj_fits(self) -> bool:
        digits = self._digits()
        return not digits or (len(digits) == KPJ_DIGITS and digits.isascii() and digits.isdigit())
