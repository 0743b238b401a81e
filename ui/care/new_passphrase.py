"""A new passphrase, typed twice."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.field import Field, SecretField

SHORTEST = 8


class NewPassphrase(QWidget):
    """`value()` is what was typed, `wipe()` takes it out of the fields."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        self.first = SecretField(self.tr("Tampilkan"), self.tr("Sembunyikan"))
        self.again = SecretField(self.tr("Tampilkan"), self.tr("Sembunyikan"))
        hint = self.tr("Paling sedikit 8 huruf. Tidak ada yang dapat memulihkannya untuk Anda.")
        column.addWidget(Field(self.tr("Frasa sandi baru"), self.first, hint))
        self._problem = Field(self.tr("Frasa sandi sekali lagi"), self.again)
        column.addWidget(self._problem)
        self.first.edit.returnPressed.connect(self.again.edit.setFocus)

    def value(self) -> str | None:
        """What was typed twice alike and is long enough; None if it was not, which the fields then say."""
        typed, again = self.first.text(), self.again.text()
        if len(typed) >= SHORTEST and typed == again:
            return typed
        self._problem.complain(self.tr("Terlalu pendek.") if len(typed) < SHORTEST else self.tr("Keduanya tidak sama."))
        return None

    def wipe(self) -> None:
        """Take it out of the fields."""
        self.first.wipe()
        self.again.wipe()
