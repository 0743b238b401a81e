"""The portal's window cannot be opened: why, and how the balance comes in all the same."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.browser.cannot import words
from ui.dialogs.dialog import Dialog
from ui.widgets.text import Label


class PortalOutside(Dialog):
    """address: the portal's, opened in the system's browser at once; None in the demo, whose portal lives in that window alone.
    to_import: the person wants to hand in a file."""

    to_import = Signal()
    again = Signal()

    def __init__(self, parent: QWidget, reason: str, address: str | None) -> None:
        title = self.tr("Jendela portal tidak terbuka")
        super().__init__(parent, title)
        self.column.addWidget(Label(title, scale=1.2, strong=True, wrap=True))
        self.column.addWidget(Label(words(reason), wrap=True))
        if address is not None:
            outside = self.tr(
                "Portal dibuka di peramban Anda. Masuklah di sana, buka saldo JHT, lalu simpan halamannya (Ctrl+S) atau unduh lembar RSJHT, "
                "dan jatuhkan berkasnya ke jendela program ini."
            )
            self.column.addWidget(Label(outside, wrap=True))
        if reason == "crashed":
            self.add_button(self.tr("Coba lagi")).clicked.connect(self._again)
        self.add_button(self.tr("Tutup")).clicked.connect(self.reject)
        self.hand_in = self.add_button(self.tr("Ke halaman Impor"), "primary")
        self.hand_in.clicked.connect(self._import)
        self.finish()
        self.fit(self.fontMetrics().height() * 26)
        if address is not None:
            QDesktopServices.openUrl(QUrl(address))

    def _again(self) -> None:
        self.accept()
        self.again.emit()

    def _import(self) -> None:
        self.accept()
        self.to_import.emit()
