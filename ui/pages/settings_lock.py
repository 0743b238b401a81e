"""The settings of the record's lock: whether it is encrypted, its recovery sheet, and when it locks by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog

from core import settings as choices
from ui import theme
from ui.state import State
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.text import Frame, Label


class LockSettings(Frame):
    """care: a ui.care.desk.Care. locked: lock now. minutes: when by itself."""

    care = Signal(object)
    locked = Signal()
    minutes = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self.column.addWidget(Label(self.tr("Kunci catatan"), strong=True))
        self.standing = Label(wrap=True)
        self.column.addWidget(self.standing)
        self.encrypt = Button(self.tr("Enkripsi catatan dan cadangannya"), icon="lock-keyhole")
        self.encrypt.clicked.connect(self._encrypt)
        self.sheet = Button(self.tr("Simpan lembar pemulihan…"), icon="file-down")
        self.sheet.clicked.connect(self._choose_page)
        self.told = Label(tone="muted", wrap=True)
        self.told.hide()
        times = ((str(minutes), self._minutes(minutes)) for minutes in choices.LOCK_AFTER_MINUTES)
        self.after = Choice(
            self.tr("Kunci sendiri"), self.tr("Bila selama itu tidak ada yang menyentuh jendela ini."), tuple(times)
        )
        self.after.picked.connect(lambda value: self.minutes.emit(int(value)))
        self.now = Button(self.tr("Kunci sekarang (Ctrl+L)"), icon="lock-keyhole")
        self.now.clicked.connect(self.locked)
        for widget in (self.encrypt, self.sheet, self.told, self.after, self.now):
            self.column.addWidget(widget)

    def show_state(self, state: State) -> None:
        """Show how the record is kept."""
        self.standing.say(
            self.tr(
                "Catatan dan cadangannya dienkripsi. Tanpa kuncinya tidak ada yang dapat membacanya: simpan lembar pemulihan."
            )
            if state.encrypted
            else self.tr("Catatan ini tidak dienkripsi: siapa yang memegang cakram ini dapat membacanya.")
        )
        self.encrypt.setVisible(not state.encrypted and not state.demo)
        self.sheet.setVisible(state.encrypted)
        self.after.show_value(str(state.settings.lock_after_minutes))

    def _minutes(self, minutes: int) -> str:
        return self.tr("Tidak pernah") if minutes == 0 else self.tr("Setelah {minutes} menit").format(minutes=minutes)

    def _encrypt(self) -> None:
        from ui.care.desk import Care

        self.encrypt.setEnabled(False)
        self._say(self.tr("Mengenkripsi…"))
        self.care.emit(Care(("encrypt",), self._encrypted))

    def _encrypted(self, data: dict[str, Any] | None) -> None:
        self.encrypt.setEnabled(True)
        if data is not None and data.get("ledger") == "ok":
            left = data.get("left")
            self._say(
                self.tr("Sudah dienkripsi, tetapi ada salinan rusak yang dibiarkan: {paths}").format(
                    paths=", ".join(map(str, left))
                )
                if isinstance(left, list) and left
                else self.tr("Sudah dienkripsi. Simpan lembar pemulihan sekarang.")
            )
            return
        code = data.get("ledger") if data is not None else None
        if isinstance(code, str) and code.startswith("ledger_keyring"):
            self._say(self.tr("Brankas sandi komputer ini tidak dapat dipakai, jadi catatan tidak diubah."))
        else:
            self._say(self.tr("Catatan tidak dapat dienkripsi sekarang, dan tidak diubah."))

    def _choose_page(self) -> None:
        dialog = QFileDialog(self, self.tr("Lembar pemulihan"), QDir.homePath(), "PDF (*.pdf);;SVG (*.svg)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("saldo-jht-pemulihan.pdf")
        dialog.fileSelected.connect(self.save_page)
        dialog.open()

    def save_page(self, path: str) -> None:
        """Have the recovery sheet written there."""
        from ui.care.desk import Care

        self.care.emit(Care(("recovery", "--out", str(Path(path))), self._page_saved))

    def _page_saved(self, data: dict[str, Any] | None) -> None:
        good = data is not None and data.get("ledger") == "ok"
        self._say(
            self.tr("Cetak lembar itu, simpan di tempat aman, lalu hapus berkasnya.")
            if good
            else self.tr("Lembar pemulihan tidak dapat ditulis di sana.")
        )

    def _say(self, text: str) -> None:
        self.told.say(text)
        self.told.show()
