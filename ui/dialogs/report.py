"""Laporan aman: a page that was not understood beside what would be saved of it; nothing is saved before that is looked at, and nothing
is ever sent."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.dialogs.dialog import Dialog
from ui.dialogs.report_desk import Report
from ui.dialogs.report_lines import Preview, read_preview, written_path
from ui.dialogs.report_table import ReportTable
from ui.widgets.text import Label

FILE_NAME = "saldo-jht-laporan.html"


class ReportDialog(Dialog):
    """wished: a Report. `account_id`: whose page it is; it is at hand in memory until the next check. `file`: a saved page instead."""

    wished = Signal(object)

    def __init__(self, parent: QWidget, account_id: int | None, *, masked: bool, file: str | None = None) -> None:
        super().__init__(parent, self.tr("Laporan aman"))
        self._account_id, self._file = account_id, file
        self._preview: Preview | None = None
        self._open = True
        self.column.addWidget(Label(self.tr("Laporan aman tentang halaman itu"), scale=1.35, strong=True, wrap=True))
        self.said = Label(self.tr("Mengacak huruf dan angka halaman itu…"), tone="muted", wrap=True)
        self.column.addWidget(self.said)
        self.table = ReportTable(masked=masked)
        self.table.hide()
        self.column.addWidget(self.table, 1)
        self.outcome = Label(wrap=True)
        self.outcome.hide()
        self.column.addWidget(self.outcome)
        self.close_button = self.add_button(self.tr("Batal"))
        self.close_button.clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Simpan laporan…"), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._choose)
        self.finish()
        line = self.fontMetrics().height()
        self.resize(line * 52, line * 34)
        self.finished.connect(self._closed)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Have the report made; once, when the dialog is joined to its desk."""
        self.wished.emit(Report(self._shown, account_id=self._account_id, file=self._file))

    def _shown(self, lines: list[str] | None) -> None:
        if not self._open:
            return
        try:
            preview = read_preview(lines or [])
        except ValueError:
            self.said.say(self._gone())
            return
        self._preview = preview
        self.said.say(self._explained(preview))
        self.table.places.show_places(preview.places)
        self.table.show()
        self.save.setEnabled(True)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self) -> str:
        if self._file is not None:
            return self.tr("Berkas itu tidak dapat dibuka lagi. Tarik sekali lagi ke jendela ini, lalu buat laporannya.")
        return self.tr("Halaman itu sudah dilupakan, demi keamanan Anda. Periksa lagi, lalu buat laporannya.")

    def _explained(self, preview: Preview) -> str:
        said = [
            self.tr(
                "Kiri: halaman itu seperti Anda lihat. Kanan: yang akan disimpan. Nama, nomor, dan jumlah diganti huruf dan angka lain; "
                "yang tetap hanya susunannya dan kata umum seperti “Saldo JHT”. "
                "Cara mengacaknya langsung dibuang: tidak ada yang dapat mengembalikannya."
            ),
            self.tr("Program ini tidak mengirim apa pun: Anda sendiri yang memutuskan memberikannya kepada siapa."),
        ]
        if preview.cut:
            said.append(self.tr("Halaman itu panjang; hanya bagian awalnya yang ikut."))
        if preview.left_out:
            said.append(self.tr("{count} tempat lagi tidak ditampilkan di sini.").format(count=preview.left_out))
        return " ".join(said)

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.tr("Simpan laporan"), folder, "HTML (*.html)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("html")
        dialog.selectFile(FILE_NAME)
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, name: str) -> None:
        """Have what was looked at written there."""
        if self._preview is not None:
            self.save.setEnabled(False)
            self.wished.emit(Report(self._written, packed=self._preview.packed, path=name))

    def _written(self, lines: list[str] | None) -> None:
        if not self._open:
            return
        self.save.setEnabled(True)
        path = written_path(lines or [])
        if path is None:
            self._tell(self.tr("Laporan tidak dapat ditulis. Periksa folder dan ruang kosong, atau pilih tempat lain."))
            return
        self._tell(self.tr("Tersimpan: {path}").format(path=Path(path).name))
        self.close_button.setText(self.tr("Tutup"))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, text: str) -> None:
        self.outcome.say(text)
        self.outcome.show()

    def _closed(self) -> None:
        self._open = False
