"""Forgetting everything: a clear question, which names what goes and what stays."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.dialogs.dialog import Question
from ui.widgets.button import CheckBox


class ForgetAll(Question):
    """The question. `forgets_settings` is what was chosen; nothing can be pressed before the person said that they understood."""

    def __init__(self, parent: QWidget) -> None:
        body = self.tr(
            "Terhapus untuk selamanya: semua akun dan pembacaan saldo, semua cadangan di folder program, PIN dan kunci di brankas sandi, "
            "dan catatan kegiatan. Tidak tersentuh: akun Anda di portal, berkas yang Anda ekspor, dan cadangan di folder lain."
        )
        super().__init__(parent, self.tr("Lupakan semuanya?"), body, self.tr("Lupakan semuanya"), danger=True)
        self._settings = CheckBox(self.tr("Pengaturan juga"))
        self._settings.setChecked(True)
        self.understood = CheckBox(self.tr("Saya mengerti bahwa ini tidak dapat dibatalkan"))
        self.understood.toggled.connect(self.yes.setEnabled)
        self.yes.setEnabled(False)
        self.column.insertWidget(2, self._settings)
        self.column.insertWidget(3, self.understood)
        self.fit(self.fontMetrics().height() * 26)

    @property
    def forgets_settings(self) -> bool:
        return self._settings.isChecked()
