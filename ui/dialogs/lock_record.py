"""Locking a record that is in the clear: with the keyring, with a passphrase, or the person's word that it may stay as it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.care.desk import Care, is_good
from ui.dialogs.dialog import Dialog
from ui.widgets.field import Field, SecretField
from ui.widgets.text import Label

SHORTEST = 8


class LockRecord(Dialog):
    """care: a ui.care.desk.Care. left_plain: the record may stay in the clear, they said. locked: it was done."""

    care = Signal(object)
    left_plain = Signal()
    locked = Signal()

    def __init__(self, parent: QWidget, *, keyring: str | None) -> None:
        """keyring: its name, None where there is none that can be used: then a passphrase is asked for."""
        super().__init__(parent, self.tr("Kunci catatan"))
        self._keyring = keyring
        self.column.addWidget(Label(self.tr("Kunci catatan ini?"), scale=1.2, strong=True, wrap=True))
        with_keyring = self.tr(
            "Catatan dan semua cadangannya dienkripsi; kuncinya disimpan di {keyring}. Tidak ada yang perlu diingat atau diketik."
        )
        with_words = self.tr(
            "Komputer ini tidak punya brankas sandi. Catatan dan semua cadangannya dienkripsi dengan frasa sandi, yang ditanyakan setiap "
            "kali program dibuka. Tidak ada yang dapat memulihkannya untuk Anda."
        )
        self.column.addWidget(Label(with_keyring.format(keyring=keyring) if keyring else with_words, wrap=True))
        self.fields: list[SecretField] = []
        self._again: Field | None = None
        if keyring is None:
            self._ask()
        self.told = Label(wrap=True)
        self.told.hide()
        self.column.addWidget(self.told)
        self.leave = self.add_button(self.tr("Biarkan tanpa kunci"), "link")
        self.leave.clicked.connect(self._leave)
        self.later = self.add_button(self.tr("Nanti"))
        self.later.clicked.connect(self.reject)
        self.yes = self.add_button(self.tr("Kunci"), "primary")
        self.yes.clicked.connect(self._lock)
        self.finish()
        self.fit(self.fontMetrics().height() * 30)
        (self.fields[0].edit if self.fields else self.yes).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        for label, hint in (
            (self.tr("Frasa sandi baru"), self.tr("Paling sedikit 8 huruf. Beberapa kata acak lebih baik dari satu kata sulit.")),
            (self.tr("Frasa sandi sekali lagi"), ""),
        ):
            editor = SecretField(self.tr("Tampilkan"), self.tr("Sembunyikan"))
            self.fields.append(editor)
            self._again = Field(label, editor, hint)
            self.column.addWidget(self._again)

    def _leave(self) -> None:
        self.left_plain.emit()
        self.reject()

    def _lock(self) -> None:
        typed = [field.text() for field in self.fields]
        if typed and (len(typed[0]) < SHORTEST or typed[0] != typed[1]):
            if self._again is not None:
                short = len(typed[0]) < SHORTEST
                self._again.complain(self.tr("Terlalu pendek.") if short else self.tr("Keduanya tidak sama."))
            return
        for field in self.fields:
            field.wipe()
        self._wait(True)
        self._say(self.tr("Mengenkripsi…"))
        if typed:
            self.care.emit(Care(("encrypt", "--passphrase-stdin"), self._done, typed[0]))
        else:
            self.care.emit(Care(("encrypt",), self._done))

    def _done(self, data: dict[str, Any] | None) -> None:
        self._wait(False)
        if is_good(data):
            self.locked.emit()
            self.accept()
        elif (data or {}).get("ledger") == "ledger_locked":
            self._say(self.tr("Catatan sedang dipakai (mungkin ada pemeriksaan berjalan). Coba lagi sebentar lagi."))
        elif (data or {}).get("ledger") == "ledger_disk_full":
            self._say(self.tr("Penyimpanan komputer penuh; catatan tidak diubah. Kosongkan sedikit ruang, lalu coba lagi."))
        else:
            self._say(self.tr("Catatan tidak dapat dikunci sekarang, dan tidak diubah."))

    def _wait(self, on: bool) -> None:
        for widget in (self.leave, self.later, self.yes, *self.fields):
            widget.setEnabled(not on)

    def _say(self, text: str) -> None:
        self.told.say(text)
        self.told.show()
