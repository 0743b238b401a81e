"""The settings of the record's lock: whether it is encrypted, its recovery sheet, when it locks by itself; and forgetting everything."""

from __future__ import annotations

from PySide6.QtCore import Signal

from core import settings as choices
from ui.look import theme
from ui.state import State
from ui.widgets.button import Button, CheckBox
from ui.widgets.choice import Choice
from ui.widgets.text import Frame, Label


class LockSettings(Frame):
    """locked: lock now. minutes, with_screen: when by itself. The others open a question of their own."""

    locked = Signal()
    minutes = Signal(int)
    with_screen = Signal(bool)
    lock_wished = Signal()
    sheet_wished = Signal()
    forget_wished = Signal()

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self.column.addWidget(Label(self.tr("Kunci catatan"), strong=True))
        self.standing = Label(wrap=True)
        self.column.addWidget(self.standing)
        self.encrypt = Button(self.tr("Kunci catatan dan cadangannya…"), icon="lock-keyhole")
        self.encrypt.clicked.connect(self.lock_wished)
        self.sheet = Button(self.tr("Lembar pemulihan…"), icon="file-down")
        self.sheet.clicked.connect(self.sheet_wished)
        times = ((str(minutes), self._minutes(minutes)) for minutes in choices.LOCK_AFTER_MINUTES)
        self.after = Choice(
            self.tr("Kunci sendiri"), self.tr("Bila selama itu tidak ada yang menyentuh jendela ini."), tuple(times)
        )
        self.after.picked.connect(lambda value: self.minutes.emit(int(value)))
        self.by_screen = CheckBox(self.tr("Kunci juga saat layar komputer ini dikunci"))
        self.by_screen.clicked.connect(self.with_screen)
        self.now = Button(self.tr("Kunci sekarang (Ctrl+L)"), icon="lock-keyhole")
        self.now.clicked.connect(self.locked)
        while_locked = Label(
            self.tr("Selama terkunci tidak ada yang ditampilkan, dan tidak ada yang diperiksa sendiri."), tone="muted", wrap=True
        )
        self.forget = Button(self.tr("Lupakan semuanya…"), "danger", "trash-2")
        self.forget.clicked.connect(self.forget_wished)
        for widget in (self.encrypt, self.sheet, self.after, self.by_screen, self.now, while_locked, self.forget):
            self.column.addWidget(widget)

    def show_state(self, state: State) -> None:
        """Show how the record is kept."""
        self.standing.say(
            self.tr(
                "Catatan dan cadangannya dienkripsi. Tanpa kuncinya tidak ada yang dapat membacanya: simpan lembar pemulihan."
            )
            if state.encrypted
            else self.tr("Catatan ini tidak dienkripsi: siapa pun yang memegang komputer ini dapat membacanya.")
        )
        self.encrypt.setVisible(not state.encrypted and not state.demo)
        self.sheet.setVisible(state.encrypted)
        self.forget.setVisible(not state.demo)
        self.after.show_value(str(state.settings.lock_after_minutes))
        self.by_screen.setChecked(state.settings.lock_with_screen)

    def _minutes(self, minutes: int) -> str:
        return self.tr("Tidak pernah") if minutes == 0 else self.tr("Setelah {minutes} menit").format(minutes=minutes)
