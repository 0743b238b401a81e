"""Removing an account: its PIN always goes; its history stays on this computer unless the person wants it gone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Question
from ui.widgets.button import CheckBox
from ui.widgets.text import Label


class RemoveAccount(Question):
    """The question. `keeps_history` is what was chosen."""

    def __init__(self, parent: QWidget, name: str) -> None:
        title = self.tr("Hapus {name} dari program ini?").format(name=name)
        body = self.tr("PIN di brankas sandi terhapus, dan tidak ada lagi yang diperiksa. Akun Anda di portal tidak berubah.")
        super().__init__(parent, title, body, self.tr("Hapus akun"), danger=True)
        self._keep = CheckBox(self.tr("Simpan riwayat saldonya di komputer ini"))
        self._keep.setChecked(True)
        self.column.insertWidget(2, self._keep)
        gone = self.tr(
            "Riwayatnya terhapus juga dari semua cadangan: yang lama dihapus, dan satu cadangan baru dibuat tanpa akun ini."
        )
        self.gone = Label(gone, tone="muted", wrap=True)
        self.column.insertWidget(3, self.gone)
        self._keep.toggled.connect(lambda keeps: self.gone.setText("" if keeps else gone))
        self.fit(self.fontMetrics().height() * 24)
        self.gone.setText("")

    @property
    def keeps_history(self) -> bool:
        return self._keep.isChecked()
