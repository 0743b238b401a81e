"""What stands there while the ledger may not be looked into: why, and what the person can do about it. Nothing else is shown."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.dialogs.dialog import Question
from ui.lock.ledger_lock import LOCKED, WAITING, Unlock
from ui.lock.words import PASSPHRASES, SHEET, body, title
from ui.look import theme
from ui.pages.page import Page
from ui.state import State
from ui.widgets.button import Button
from ui.widgets.field import Field, SecretField
from ui.widgets.text import Label, Switch, empty

FORM_WIDTH_PX = 620
SOON_MS = 1_500  # a keyring that answers within that needs no words
SHORTEST = 8


class LockPage(Page):
    """One state of the lock at a time. `wished` carries an Unlock; what was typed is out of the widgets before. `restore_wished`: a backup
    is to be put back."""

    wished = Signal(object)
    restore_wished = Signal()

    def __init__(self) -> None:
        super().__init__("", widest_px=FORM_WIDTH_PX)
        self._title = Label(scale=1.6, strong=True, wrap=True)
        self._body = Label(tone="muted", wrap=True)
        self.column.addWidget(self._title)
        self.column.addWidget(self._body)
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.L)
        self.column.addLayout(self._place)
        self.fields: list[SecretField] = []
        self.typed_sheet: QLineEdit | None = None
        self._problem: Field | None = None
        self._state: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._say)

    def render_state(self, state: State) -> None:
        """Show why it is locked, and what can be done."""
        if state.lock is None or state.lock == self._state:
            return
        self._state = state.lock
        self.wipe()
        empty(self._place)
        self.fields.clear()
        self.typed_sheet = None
        if state.lock == WAITING:
            self._title.say(self.tr("Membuka catatan…"))
            self._body.say("")
            self._soon.start()
            return
        self._soon.stop()
        self._say()
        self._build(state.lock)

    def wipe(self) -> None:
        """Take what was typed out of the page."""
        for field in self.fields:
            field.wipe()
        if self.typed_sheet is not None:
            self.typed_sheet.setText("")

    def focus_first(self) -> None:
        """Where typing begins."""
        if self.typed_sheet is not None:
            self.typed_sheet.setFocus()
        elif self.fields:
            self.fields[0].edit.setFocus()

    def _say(self) -> None:
        state = self._state or LOCKED
        self._title.say(title(state))
        self._body.say(body(state))
        self.setAccessibleName(title(state))

    def _build(self, state: str) -> None:
        if state in PASSPHRASES:
            self._ask_passphrase(wrong=state == "ledger_passphrase_wrong")
        elif state == "ledger_no_keyring":
            self._offer_choice()
        elif state in SHEET:
            self._ask_sheet(wrong=state in ("recovery_not_a_key", "ledger_key_wrong"), renew=state == "ledger_no_place")
        else:
            self._add_buttons((self.tr("Buka kunci"), Unlock("ask"), "primary"))
        if state != LOCKED:  # by the person, who opens it again in the same way
            self._add_ways_back(state)
        self.focus_first()

    def _add_ways_back(self, state: str) -> None:
        """For whoever cannot open it as is asked here: a new computer, a lost key, a keyring that does not answer."""
        restore = Button(self.tr("Pulihkan dari berkas cadangan…"), "link")
        restore.clicked.connect(self.restore_wished)
        if (
            state in PASSPHRASES or state in SHEET or state == "ledger_no_keyring"
        ):  # where the sheet is asked for or offered already
            self._apart(restore)
            return
        sheet = Button(self.tr("Saya punya lembar pemulihan…"), "link")
        sheet.clicked.connect(self._forgotten)
        self._apart(sheet, restore)

    def _ask_passphrase(self, *, wrong: bool) -> None:
        field = self._secret(self.tr("Frasa sandi"))
        if wrong:
            field.complain(self.tr("Frasa sandi itu salah."))
        self.fields[0].edit.returnPressed.connect(self._send_passphrase)
        button = Button(self.tr("Buka kunci"), "primary")
        button.clicked.connect(self._send_passphrase)
        forgotten = Button(self.tr("Lupa frasa sandi? Pakai lembar pemulihan…"), "link")
        forgotten.clicked.connect(self._forgotten)
        self._row(button, forgotten)

    def _forgotten(self) -> None:
        """The sheet opens the record as well; then it is under a new passphrase."""
        self.wipe()
        empty(self._place)
        self.fields.clear()
        self._ask_sheet(wrong=False, renew=True)
        self._add_ways_back("ledger_no_place")
        self.focus_first()

    def _send_passphrase(self) -> None:
        typed = self.fields[0].text()
        if typed:
            self.wipe()
            self.wished.emit(Unlock("passphrase", typed))

    def _offer_choice(self) -> None:
        """A new ledger without a keyring: a passphrase, or plainly not encrypted."""
        self._ask_new_passphrase()
        first, second = (field.edit for field in self.fields)
        first.returnPressed.connect(second.setFocus)
        second.returnPressed.connect(self._send_new)
        keep = Button(self.tr("Pakai frasa sandi"), "primary")
        keep.clicked.connect(self._send_new)
        plain = Button(self.tr("Simpan tanpa enkripsi"))
        plain.clicked.connect(lambda: self.wished.emit(Unlock("plain")))
        again = Button(self.tr("Cari brankas sandi lagi"))
        again.clicked.connect(lambda: self.wished.emit(Unlock("ask")))
        self._row(keep, plain, again)

    def _ask_new_passphrase(self) -> None:
        self._secret(
            self.tr("Frasa sandi baru"), self.tr("Paling sedikit 8 huruf. Tidak ada yang dapat memulihkannya untuk Anda.")
        )
        self._problem = self._secret(self.tr("Frasa sandi sekali lagi"))

    def _new_passphrase(self) -> str | None:
        """What was typed twice; None if it was not, which the page says."""
        typed, again = (field.text() for field in self.fields)
        if len(typed) >= SHORTEST and typed == again:
            return typed
        if self._problem is not None:
            short = len(typed) < SHORTEST
            self._problem.complain(self.tr("Terlalu pendek.") if short else self.tr("Keduanya tidak sama."))
        return None

    def _send_new(self) -> None:
        typed = self._new_passphrase()
        if typed is not None:
            self.wipe()
            self.wished.emit(Unlock("new_passphrase", typed))

    def _ask_sheet(self, *, wrong: bool, renew: bool) -> None:
        """The letters of the sheet; renew: with a new passphrase, since no keyring keeps the key."""
        self.typed_sheet = QLineEdit()
        field = Field(self.tr("Kunci dari lembar pemulihan"), self.typed_sheet)
        if wrong:
            field.complain(self.tr("Kunci itu tidak cocok, atau ada huruf yang salah ketik."))
        self._place.addWidget(field)
        if renew:
            self._ask_new_passphrase()
        self.typed_sheet.returnPressed.connect(self.fields[0].edit.setFocus if renew else self._send_sheet)
        use = Button(self.tr("Pakai kunci ini"), "primary")
        use.clicked.connect(self._send_sheet)
        again = Button(self.tr("Coba brankas sandi lagi"))
        again.clicked.connect(lambda: self.wished.emit(Unlock("ask")))
        fresh = Button(self.tr("Mulai catatan baru…"), "link")
        fresh.clicked.connect(self._ask_fresh)
        self._row(use, again, fresh)

    def _ask_fresh(self) -> None:
        """A new record beside the one whose key is lost."""
        question = Question(
            self,
            self.tr("Mulai catatan baru?"),
            self.tr(
                "Catatan yang terkunci tidak dihapus: berkasnya disimpan dengan nama lain di folder yang sama, dan dapat dipulihkan "
                "bila kuncinya ditemukan. Yang dibaca mulai sekarang masuk ke catatan baru yang kosong."
            ),
            self.tr("Mulai catatan baru"),
        )
        question.accepted.connect(lambda: self.wished.emit(Unlock("fresh")))
        question.open()

    def _send_sheet(self) -> None:
        typed = self.typed_sheet.text() if self.typed_sheet is not None else ""
        passphrase = self._new_passphrase() if self.fields else ""
        if typed and passphrase is not None:
            self.wipe()
            self.wished.emit(Unlock("recovery", typed, passphrase))

    def _secret(self, label: str, hint: str = "") -> Field:
        editor = SecretField(self.tr("Tampilkan"), self.tr("Sembunyikan"))
        self.fields.append(editor)
        field = Field(label, editor, hint)
        self._place.addWidget(field)
        return field

    def _add_buttons(self, *told: tuple[str, Unlock, str]) -> None:
        made = []
        for text, wish, kind in told:
            button = Button(text, kind)
            button.clicked.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
            made.append(button)
        self._row(*made)

    def _apart(self, *buttons: Button) -> None:
        """Side by side, or one above the other where there is no room for that."""
        ways = Switch(turn_below_lines=30)
        for button in buttons:
            ways.row.addWidget(button)
        ways.row.addStretch(1)
        self._place.addWidget(ways)

    def _row(self, *buttons: Button) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._place.addWidget(box)
