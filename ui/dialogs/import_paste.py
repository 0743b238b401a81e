"""Pasting the text of a message."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.dialog import Dialog
from ui.importing.wishes import AddText
from ui.widgets.text import Label

MOST_SIGNS = 20_000


class PasteDialog(Dialog):
    """`given` carries an AddText. What is on the clipboard is only taken when the person pastes it."""

    given = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Tempel pesan"))
        label = Label(self.tr("Isi SMS atau pesan"), strong=True)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(label.text())
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(self.tr("Tempel seluruh pesan di sini, termasuk tanggalnya bila ada."))
        self.edit.setMinimumHeight(self.fontMetrics().height() * 7)
        label.setBuddy(self.edit)
        self.column.addWidget(label)
        self.column.addWidget(self.edit, 1)
        note = self.tr("Hanya saldo, tanggal, dan nomor kartu yang dipakai; pesannya sendiri tidak disimpan.")
        self.column.addWidget(Label(note, tone="muted", wrap=True))
        self.add_button(self.tr("Batal")).clicked.connect(self.reject)
        self.read = self.add_button(self.tr("Baca pesan"), "primary")
        self.read.setEnabled(False)
        self.read.clicked.connect(self._give)
        self.edit.textChanged.connect(self._changed)
        self.finish()
        self.resize(self.fontMetrics().height() * 26, self.fontMetrics().height() * 18)
        self.edit.setFocus()

    def _changed(self) -> None:
        self.read.setEnabled(0 < len(self.edit.toPlainText().strip()) <= MOST_SIGNS)

    def _give(self) -> None:
        text = self.edit.toPlainText()
        self.edit.clear()
        self.accept()
        self.given.emit(AddText(text))
