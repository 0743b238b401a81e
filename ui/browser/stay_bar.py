"""The box "stay signed in": what it does in words, why it cannot be offered where it cannot, and the way to forget everything again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import Button, CheckBox
from ui.widgets.text import Label, Switch


class StayWords(QObject):
    """Its sentences."""

    def box(self) -> str:
        return self.tr("Tetap masuk di komputer ini")

    def forget(self) -> str:
        return self.tr("Keluar dan lupakan")

    def off(self) -> str:
        return self.tr("Tidak dicentang: cookie portal hilang saat jendela ini ditutup, dan Anda masuk lagi lain kali.")

    def on(self, keyring: str) -> str:
        return self.tr(
            "Cookie portal disimpan terenkripsi, kuncinya di {keyring}. Selama sesinya hidup, pengecekan terjadwal membaca saldo sendiri, "
            "paling sering sekali dalam enam jam; begitu portal meminta masuk, sesinya dilupakan dan Anda diingatkan."
        ).format(keyring=keyring)

    def keyring(self) -> str:
        return self.tr("brankas sandi")

    def not_offered(self, reason: str) -> str:
        match reason:
            case "vault_locked":
                why = self.tr("brankas sandi komputer ini masih terkunci.")
            case "vault_hanging":
                why = self.tr("brankas sandi komputer ini tidak menjawab.")
            case "vault_missing" | "vault_insecure" | "vault_denied":
                why = self.tr("tidak ada brankas sandi yang dapat menjaga kuncinya di komputer ini.")
            case "no_cipher":
                why = self.tr("pustaka enkripsi (sqlcipher3) belum terpasang.")
            case _:
                why = self.tr("folder datanya tidak dapat ditulisi.")
        return self.tr("Tetap masuk tidak ditawarkan: {why}").format(why=why)

    def forgotten(self) -> str:
        return self.tr("Sesi portal sudah dilupakan di komputer ini.")


class StayBar(QWidget):
    """wish: the person ticked the box, or took the tick away. forget: everything is to be forgotten now. turned: what it stands for is
    another now. Hidden until it is known whether it can be offered."""

    turned = Signal()
    wish = Signal(bool)
    forget = Signal()

    def __init__(self, *, wished: bool) -> None:
        super().__init__()
        self.words = StayWords()
        self._keyring = self.words.keyring()
        self._fine = True  # until it is known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        line = Switch(turn_below_lines=30, gap_px=theme.M)
        self.box = CheckBox(self.words.box())
        self.box.setChecked(wished)
        self.box.toggled.connect(self._toggled)
        self.button = Button(self.words.forget(), "link", "trash-2")
        self.button.clicked.connect(self.forget)
        line.row.addWidget(self.box)
        line.row.addWidget(self.button)
        line.row.addStretch(1)
        column.addWidget(line)
        self.about = Label(tone="muted", wrap=True)
        column.addWidget(self.about)
        self._tell()
        self.hide()

    @property
    def keeps(self) -> bool:
        """Whether cookies stay on this computer, as far as is known."""
        return self.box.isChecked() and self._fine

    @property
    def on(self) -> bool:
        return self.box.isChecked() and not self.isHidden()

    def offer(self, reason: str, keyring: str) -> None:
        """It can be offered ("ok"), or not, and why."""
        fine = self._fine = reason == "ok"
        self._keyring = keyring or self._keyring
        self.box.setVisible(fine)
        self._tell()
        if not fine:
            self.button.hide()
            self.about.say(self.words.not_offered(reason))
        self.show()
        self.turned.emit()

    def stand(self, on: bool, reason: str) -> None:
        """How the wish stands."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)
        self.box.setEnabled(True)
        self._tell()
        self.turned.emit()
        if reason:
            self.about.say(self.words.not_offered(reason))

    def _toggled(self, on: bool) -> None:
        self.box.setEnabled(False)  # until it is done
        self.wish.emit(on)

    def _tell(self) -> None:
        on = self.box.isChecked()
        self.button.setVisible(on)
        self.about.say(self.words.on(self._keyring) if on else self.words.off())
        self.box.setAccessibleDescription(self.about.text())
