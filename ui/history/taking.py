"""Taking the history away from the window: the picture saved or printed here, everything else by `main.py export`."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.history.desk import Export
from ui.history.picture import Picture
from ui.history.saving import paint_page, save


class Taking(QObject):
    """Asks where to, and does it. `done` carries the place of what was written, `failed` a sentence, `wished` an Export."""

    done = Signal(str)
    failed = Signal(str)
    wished = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def save_picture(self, picture: Picture, title: str, today: dt.date) -> None:
        """Ask for a name and write the picture there."""
        png, svg = self.tr("Gambar PNG"), self.tr("Gambar SVG")
        kinds = f"{png} (*.png);;{svg} (*.svg);;PDF (*.pdf)"
        dialog = self._dialog(self.tr("Simpan gambar"), f"saldo-jht-{today.isoformat()}.png", kinds)
        dialog.fileSelected.connect(lambda name: self._write(Path(name), dialog.selectedNameFilter(), picture, title, today))
        dialog.open()

    def print_picture(self, picture: Picture, title: str, today: dt.date) -> None:
        """Ask for a printer and print the picture on one page."""
        from PySide6.QtGui import QPageLayout
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setDocName(title)
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: paint_page(printer, picture, title, today))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def export(self, form: str, account_id: int, today: dt.date) -> None:
        """Ask for a name and let the command write there."""
        dialog = self._dialog(self.tr("Ekspor"), f"saldo-jht-{today.isoformat()}.{form}", f"{form.upper()} (*.{form})")
        dialog.fileSelected.connect(lambda name: self.wished.emit(Export(form, account_id, name, partial(self._exported, name))))
        dialog.open()

    def _dialog(self, title: str, name: str, kinds: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._window, title, folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _write(self, path: Path, kind: str, picture: Picture, title: str, today: dt.date) -> None:
        ending = kind.rpartition("*")[2].rstrip(")")
        wanted = path if path.suffix.lower() in (".png", ".svg", ".pdf") else path.with_name(path.name + ending)
        try:
            save(wanted, picture, title, today)
        except OSError:
            self._not_written()
            return
        self.done.emit(str(wanted))

    def _exported(self, name: str, code: int | None) -> None:
        if code == 0:
            self.done.emit(name)
        else:
            self._not_written()

    def _not_written(self) -> None:
        self.failed.emit(self.tr("Berkas tidak dapat ditulis. Periksa folder dan ruang kosong, atau pilih tempat lain."))
