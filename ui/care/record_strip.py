"""The line over the pages about the record itself: it is not locked, or its recovery sheet was never taken; with the one button that ends it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.look import theme
from ui.state import State
from ui.widgets.button import Button
from ui.widgets.text import Label, Sign


class About(StrEnum):
    """What the strip is about."""

    PLAIN = "plain"  # in the clear, and the person never said that it may be
    SHEET = "sheet"  # encrypted, and nothing to open it with if the keyring loses the key


def about(state: State) -> About | None:
    """What is to be said of this record; nothing of one that is empty, locked, damaged or made up."""
    if state.demo or not state.loaded or state.lock is not None or state.ledger_problem is not None:
        return None
    if not (state.accounts or state.archived):
        return None
    if not state.encrypted:
        return None if state.settings.ledger_plain else About.PLAIN
    return None if state.settings.recovery_kept else About.SHEET


class RecordStrip(QFrame):
    """`wished` carries what the button is about."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self._about: About | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.XL, theme.XS + 2, theme.XL, theme.XS + 2)
        row.setSpacing(theme.S)
        self._sign = Sign("lock-keyhole", "warn")
        row.addWidget(self._sign)
        self.words = Label(wrap=True)
        row.addWidget(self.words, 1)
        self.button = Button("", "link")
        self.button.clicked.connect(lambda: self.wished.emit(self._about))
        row.addWidget(self.button)

    def show_about(self, what: About) -> None:
        """Say this."""
        self._about = what
        if what is About.PLAIN:
            self.words.say(self.tr("Catatan ini belum terkunci: siapa pun yang memegang komputer ini dapat membacanya."))
            self.button.say(self.tr("Kunci catatan…"))
        else:
            self.words.say(
                self.tr(
                    "Catatan ini terkunci. Bila brankas sandi hilang atau frasa sandinya terlupa, hanya lembar pemulihan yang membukanya."
                )
            )
            self.button.say(self.tr("Ambil lembar pemulihan…"))
