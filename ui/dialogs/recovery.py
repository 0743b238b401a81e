"""The recovery sheet: the key in letters and as a code, to be printed or saved. Offered once a record is locked, and always in the settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.care.desk import Care, is_good
from ui.care.sheet import BadSheet, CodePicture, Sheet, draw_page, letters_font, sheet_of
from ui.dialogs.dialog import Dialog
from ui.look import theme
from ui.widgets.text import Label, empty


class RecoveryDialog(Dialog):
    """care: a ui.care.desk.Care. kept: the person says that they have the sheet now."""

    care = Signal(object)
    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Lembar pemulihan"))
        self.sheet: Sheet | None = None
        self.column.addWidget(Label(self.tr("Lembar pemulihan"), scale=1.2, strong=True, wrap=True))
        self.column.addWidget(
            Label(
                self.tr(
                    "Inilah kunci catatan Anda. Siapa pun yang memegangnya dapat membaca catatan ini; tanpa kunci ini, dan bila brankas sandi "
                    "atau frasa sandi hilang, tidak ada yang dapat membukanya. Cetak, lalu simpan bersama surat-surat penting."
                ),
                wrap=True,
            )
        )
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, theme.S, 0, theme.S)
        self.column.addLayout(self._place)
        self.told = Label(self.tr("Sebentar…"), tone="muted", wrap=True)
        self.column.addWidget(self.told)
        self.close_button = self.add_button(self.tr("Nanti"))
        self.close_button.clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Simpan PDF…"))
        self.save.clicked.connect(self._choose)
        self.print = self.add_button(self.tr("Cetak…"))
        self.print.clicked.connect(self._print)
        self.have = self.add_button(self.tr("Sudah saya simpan"), "primary")
        self.have.clicked.connect(self._have)
        for button in (self.save, self.print, self.have):
            button.setEnabled(False)
        self.finish()
        self.fit(self.fontMetrics().height() * 34)

    def ask(self) -> None:
        """Have the sheet made, in a child process."""
        self.care.emit(Care(("recovery",), self._answered))

    def wipe(self) -> None:
        """Show the letters no more."""
        self.sheet = None
        empty(self._place)

    def done(self, result: int) -> None:
        self.wipe()
        super().done(result)

    def _answered(self, data: dict[str, Any] | None) -> None:
        try:
            self.sheet = sheet_of(data or {})
        except BadSheet:
            self.told.say(self.tr("Lembar pemulihan tidak dapat dibuat sekarang. Coba lagi."))
            return
        self.told.say("")
        self.told.hide()
        side = QWidget()
        row = QHBoxLayout(side)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XL)
        code = CodePicture(self.sheet, self.tr("Kunci yang sama sebagai kode QR"))
        row.addWidget(code)
        letters = Label("\n".join(_in_threes(self.sheet)), selectable=True)
        letters.setFont(letters_font(self.fontMetrics().height() * 1.15))
        letters.setAccessibleName(self.tr("Huruf-huruf kunci"))
        row.addWidget(letters, 1)
        side.setMinimumHeight(max(code.height(), letters.sizeHint().height()))
        self._place.addWidget(side)
        side.show()  # a layout counts what is shown
        for button in (self.save, self.print, self.have):
            button.setEnabled(True)
        self.fit(self.fontMetrics().height() * 34)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _have(self) -> None:
        self.kept.emit()
        self.accept()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Lembar pemulihan"), QDir.homePath(), "PDF (*.pdf);;SVG (*.svg)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("saldo-jht-pemulihan.pdf")
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self.save_page)
        dialog.open()

    def save_page(self, path: str) -> None:
        """Have the sheet written there."""
        self.care.emit(Care(("recovery", "--out", str(Path(path)), "--force"), self._saved))

    def _saved(self, data: dict[str, Any] | None) -> None:
        self.told.say(
            self.tr("Tersimpan. Cetak lembar itu, simpan di tempat aman, lalu hapus berkasnya.")
            if is_good(data)
            else self.tr("Lembar pemulihan tidak dapat ditulis di sana.")
        )
        self.told.show()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.tr("Lembar pemulihan"))
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.paint(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def paint(self, device: Any) -> None:
        """Put the sheet on a page of that printer."""
        if self.sheet is None:
            return
        painter = QPainter(device)
        words = self.tr(
            "Kunci catatan Saldo JHT. Untuk memakainya: buka program, pilih kunci dari lembar pemulihan, ketik huruf-huruf di atas. Simpan "
            "lembar ini bersama surat-surat penting; siapa pun yang memegangnya dapat membaca catatan itu."
        )
        draw_page(
            painter,
            QRectF(0, 0, device.width(), device.height()),
            self.sheet,
            self.tr("Saldo JHT: lembar pemulihan"),
            words,
        )
        painter.end()


def _in_threes(sheet: Sheet) -> list[str]:
    groups = " ".join(sheet.lines).split()
    return [" ".join(groups[at : at + 3]) for at in range(0, len(groups), 3)]
