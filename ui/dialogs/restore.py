"""Putting a backup back, also where nothing else can be done: a new computer, a lost key, a damaged record. The file is chosen, opened with
its passphrase or its recovery sheet if it needs one, looked at, and only then put in its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from ui.care.backup_words import KEYRING, LOST, NO_KEYRING, PASSPHRASES, of_backup, refusal
from ui.care.desk import Care, is_good
from ui.care.new_passphrase import NewPassphrase
from ui.dialogs.dialog import Dialog
from ui.lock.ledger_lock import Unlock
from ui.look import theme
from ui.widgets.field import Field, SecretField
from ui.widgets.text import Label, empty

WIDE = 32  # lines of text


class RestoreDialog(Dialog):
    """care: a ui.care.desk.Care. restored: the Unlock that opens what was put back, where the record is not open already.

    newest: the newest backup in the program's own folder. is_open: whether the present record can be looked into now."""

    care = Signal(object)
    restored = Signal(object)

    def __init__(self, parent: QWidget, newest: Path | None, *, is_open: bool) -> None:
        super().__init__(parent, self.tr("Pulihkan dari cadangan"))
        self._newest, self._is_open = newest, is_open
        self._from: tuple[str, ...] = ()  # of the command; nothing: the newest good backup
        self._passphrase = ""
        self._stop: Callable[[], None] | None = None  # ends what runs and may be ended
        self._mending = self._over = False
        self._deed: Callable[[], None] = self._choose
        self._aside_deed: Callable[[], None] = self._ask_sheet
        self.column.addWidget(Label(self.windowTitle(), scale=1.2, strong=True, wrap=True))
        self.body = Label(wrap=True)
        self.column.addWidget(self.body)
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.M)
        self.column.addLayout(self._place)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)  # how long it takes is not known
        self.bar.setTextVisible(False)
        self.column.addWidget(self.bar)
        self.told = Label(tone="bad", wrap=True)
        self.column.addWidget(self.told)
        self.aside = self.add_button("", "link")
        self.aside.clicked.connect(self._press_aside)
        self.close_button = self.add_button(self.tr("Batal"))
        self.close_button.clicked.connect(self.reject)
        self.yes = self.add_button("", "primary")
        self.yes.clicked.connect(self._press)
        self.secret: SecretField | None = None
        self.letters: QLineEdit | None = None
        self.fresh: NewPassphrase | None = None
        self.finish()
        self._begin("")

    # What stands there

    def _begin(self, problem: str) -> None:
        """Which file."""
        self._passphrase = ""
        words = self.tr(
            "Cadangan adalah berkas bernama saldo-jht-….backup, di komputer ini atau misalnya di flash disk. Isinya diperiksa dan "
            "ditunjukkan dulu. Catatan yang ada sekarang tidak dihapus."
        )
        self._show(words, problem, self.tr("Pilih berkas…"), self._choose)
        if self._newest is not None:
            self._offer(self.tr("Cadangan terakhir di komputer ini"), lambda: self._look(()))

    def _ask_passphrase(self, *, wrong: bool) -> None:
        problem = self.tr("Frasa sandi itu salah.") if wrong else ""
        words = self.tr("Cadangan ini dikunci dengan frasa sandi. Masukkan frasa sandi yang berlaku waktu cadangan itu dibuat.")
        self._show(words, "", self.tr("Buka cadangan"), self._send_passphrase)
        self.secret = SecretField(self.tr("Tampilkan"), self.tr("Sembunyikan"))
        field = Field(self.tr("Frasa sandi"), self.secret)
        field.complain(problem)
        self._put(field)
        self.secret.edit.returnPressed.connect(self._send_passphrase)
        self._offer(self.tr("Lupa? Pakai lembar pemulihan…"), lambda: self._ask_sheet(renew=True))
        self._fit(self.secret)

    def _ask_sheet(self, problem: str = "", *, renew: bool = False) -> None:
        """The letters of the backup's sheet; renew: and a new passphrase, since no keyring can keep the key."""
        words = self.tr(
            "Kunci cadangan ini tidak ada di komputer ini (atau berkas itu bukan cadangan Saldo JHT). Ketik huruf-huruf dari lembar "
            "pemulihannya."
        )
        if renew:
            words = self.tr(
                "Ketik huruf-huruf dari lembar pemulihan cadangan ini, lalu pilih frasa sandi baru: dengan itu catatan dibuka mulai sekarang."
            )
        self._show(words, "", self.tr("Pakai kunci ini"), self._send_sheet)
        self.letters = QLineEdit()
        field = Field(self.tr("Kunci dari lembar pemulihan"), self.letters)
        field.complain(problem)
        self._put(field)
        if renew:
            self.fresh = NewPassphrase()
            self._put(self.fresh)
            self.letters.returnPressed.connect(self.fresh.first.edit.setFocus)
            self.fresh.again.edit.returnPressed.connect(self._send_sheet)
        else:
            self.letters.returnPressed.connect(self._send_sheet)
        self._offer(self.tr("Pilih berkas lain…"), self._choose)
        self._fit(self.letters)

    def _tell(self, data: dict[str, Any]) -> None:
        """What it holds, and the question."""
        try:
            words = " ".join(of_backup(data))
            self._from = ("--from", str(data["from"]))
        except (KeyError, TypeError, ValueError, AttributeError):
            self._begin(refusal(""))
            return
        closed, there = bool(data.get("closed")), bool(data.get("there", True))
        self._show(words, "", self.tr("Pulihkan"), lambda: self._restore(closed=closed, there=there))
        self._offer(self.tr("Pilih berkas lain…"), self._choose)

    def _wait(self, words: str) -> None:
        self._show(words, "", "", self._choose)
        self.bar.setAccessibleName(words)
        self.bar.show()
        self.close_button.setEnabled(not self._mending)
        self._fit(self.close_button)

    def _show(self, words: str, problem: str, yes: str, deed: Callable[[], None]) -> None:
        self.wipe()
        empty(self._place)
        self.secret = self.letters = self.fresh = None
        self.body.say(words)
        self.told.say(problem)
        self.told.setVisible(bool(problem))
        self.bar.hide()
        self.aside.hide()
        self.close_button.setEnabled(True)
        self._deed = deed
        self.yes.setVisible(bool(yes))
        self.yes.say(yes)
        self._fit(self.yes)

    def _offer(self, text: str, deed: Callable[[], None]) -> None:
        self._aside_deed = deed
        self.aside.say(text)
        self.aside.show()

    def _put(self, field: QWidget) -> None:
        self._place.addWidget(field)
        field.show()  # a layout counts what is shown

    def _fit(self, begin: QWidget) -> None:
        self.fit(self.fontMetrics().height() * WIDE)
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def _press(self) -> None:
        self._deed()

    def _press_aside(self) -> None:
        self._aside_deed()

    def _choose(self) -> None:
        ours, all_files = self.tr("Cadangan Saldo JHT"), self.tr("Semua berkas")  # lupdate sees no tr() inside an f-string
        kinds = f"{ours} (*.backup);;{all_files} (*)"
        dialog = QFileDialog(self, self.tr("Pilih berkas cadangan"), QDir.homePath(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.finished.connect(dialog.deleteLater)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, path: str) -> None:
        """Look at this file."""
        self._passphrase = ""
        self._look(("--from", path))

    def _look(self, source: tuple[str, ...]) -> None:
        self._from = source
        self._wish(self.tr("Memeriksa cadangan itu…"), ("restore", "--preview", *source), self._looked)

    def _looked(self, data: dict[str, Any] | None) -> None:
        code = str(data.get("ledger")) if data else ""
        if data is not None and is_good(data):
            self._tell(data)
            return
        if not self._from and self._newest is not None and code in (*PASSPHRASES, *LOST, *NO_KEYRING):
            self._from = ("--from", str(self._newest))  # whose sheet is asked for
        if code in PASSPHRASES:
            self._ask_passphrase(wrong=bool(self._passphrase))
        elif code in LOST:
            self._ask_sheet()
        elif code in NO_KEYRING:
            self._ask_sheet(renew=True)
        else:
            self._begin(refusal(code))
            if code in KEYRING:
                self._offer(self.tr("Pakai lembar pemulihan…"), lambda: self._ask_sheet(renew=True))

    def _send_passphrase(self) -> None:
        typed = self.secret.text() if self.secret is not None else ""
        if typed:
            self._passphrase = typed
            self._look(self._from)

    def _send_sheet(self) -> None:
        typed = self.letters.text() if self.letters is not None else ""
        new = self.fresh.value() if self.fresh is not None else ""
        if not typed.strip() or new is None:
            return
        self._passphrase = new
        under = ("--passphrase-stdin",) if new else ()
        secret = f"{typed}\n{new}" if new else typed
        self._wish(self.tr("Mencoba kunci itu…"), ("unlock", *self._from, *under), self._opened, secret)

    def _opened(self, data: dict[str, Any] | None) -> None:
        code = str(data.get("ledger")) if data else ""
        renew = bool(self._passphrase)
        if is_good(data):
            self._look(self._from)
        elif code in LOST:
            self._ask_sheet(self.tr("Kunci itu tidak cocok, atau ada huruf yang salah ketik."), renew=renew)
        elif code in NO_KEYRING or code in KEYRING:
            self._ask_sheet(renew=True)
        else:
            self._begin(refusal(code))

    def _restore(self, *, closed: bool, there: bool) -> None:
        def done(data: dict[str, Any] | None) -> None:
            self._mending = False
            if not is_good(data):
                self._begin(refusal(str(data.get("ledger")) if data else ""))
                return
            typed = self._passphrase
            unlock = Unlock("passphrase", typed) if typed else Unlock("ask")
            self.accept()
            if closed or not there or not self._is_open:
                self.restored.emit(unlock)

        self._mending = True
        aside = ("--put-aside",) if closed else ()
        words = self.tr("Memulihkan… Ini dapat berlangsung beberapa menit; jangan cabut flash disk.")
        self._wish(words, ("restore", *self._from, *aside), done)

    def _wish(
        self, words: str, deed: tuple[str, ...], answered: Callable[[dict[str, Any] | None], None], secret: str = ""
    ) -> None:
        """Have it done by a child; a passphrase goes with everything that looks into the file."""

        def told(data: dict[str, Any] | None) -> None:
            self._stop = None
            if not self._over:
                answered(data)

        self._wait(words)
        if not secret and self._passphrase:
            deed, secret = (*deed, "--passphrase-stdin"), self._passphrase
        self.care.emit(Care(deed, told, secret, begun=self._began))

    def _began(self, stop: Callable[[], None]) -> None:
        self._stop = stop

    # The end

    def wipe(self) -> None:
        """Take what was typed out of the fields."""
        for field in (self.secret, self.fresh):
            if field is not None:
                field.wipe()
        if self.letters is not None:
            self.letters.setText("")

    def reject(self) -> None:
        """Esc, or the window's own close: what looks is ended; what puts the backup back is waited for, a short while."""
        if not self._mending:
            super().reject()

    def done(self, result: int) -> None:
        self._over = True
        if self._stop is not None:
            self._stop()
        self.wipe()
        self._passphrase = ""
        super().done(result)
