"""What stands there when the ledger cannot be read: what is wrong, and the ways back, each with what it would bring and lose."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.care.backup_words import of_backup
from ui.care.desk import Care, is_good
from ui.dialogs.dialog import Question
from ui.look import theme
from ui.pages.page import Page
from ui.state import State
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.text import Label, Switch, empty
from ui.words import messages
from ui.words.messages import MENDABLE, Message

KEYS = frozenset({"ledger_key_wrong", "ledger_key_missing"})
DISK = frozenset({"ledger_readonly", "ledger_disk_full", "ledger_locked"})  # over as soon as the cause is
REPLACEABLE = MENDABLE | KEYS | {"ledger_newer", "ledger_gone"}  # by another file; the others are troubles of the disk


class BrokenPage(Page):
    """The problem with the file, in words, and what can be done. `wished` carries a Care; `restore_wished`: a backup is to be chosen and
    put back; `sheet_wished`: the key is to be typed from the recovery sheet; `folder_wished`: the data folder is to be opened."""

    wished = Signal(object)
    restore_wished = Signal()
    sheet_wished = Signal()
    folder_wished = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Catatan tidak dapat dibuka"))
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)
        self.ways = Switch(turn_below_lines=30)
        self.restore = Button(self.tr("Lihat cadangan terakhir"), "primary")
        self.restore.clicked.connect(self._preview)
        self.rescue = Button(self.tr("Selamatkan berkas ini"))
        self.rescue.clicked.connect(self._ask_rescue)
        self.accept = Button(self.tr("Akui berkas ini"))
        self.accept.clicked.connect(self._ask_accept)
        for button in (self.restore, self.rescue, self.accept):
            self.ways.row.addWidget(button)
        self.ways.row.addStretch(1)
        self.column.addWidget(self.ways)
        self.others = Switch(turn_below_lines=30)
        self.other = Button(self.tr("Pulihkan dari berkas cadangan…"), "link")
        self.other.clicked.connect(self.restore_wished)
        self.sheet = Button(self.tr("Saya punya lembar pemulihan…"), "link")
        self.sheet.clicked.connect(self.sheet_wished)
        for button in (self.other, self.sheet):
            self.others.row.addWidget(button)
        self.others.row.addStretch(1)
        self.column.addWidget(self.others)
        self.disk = Switch(turn_below_lines=30)
        self.again = Button(self.tr("Coba lagi"), "primary", "refresh-cw")
        self.again.clicked.connect(lambda: self._wish(self._done, "verify", "--quick"))
        self.folder = Button(self.tr("Buka folder data"), icon="folder")
        self.folder.clicked.connect(self.folder_wished)
        for button in (self.again, self.folder):
            self.disk.row.addWidget(button)
        self.disk.row.addStretch(1)
        self.column.addWidget(self.disk)
        self.said = Label("", tone="muted", wrap=True)
        self.column.addWidget(self.said)
        self.column.addSpacing(theme.S)
        self._shown: str | None = None

    def render_state(self, state: State) -> None:
        """Show what is wrong."""
        if state.ledger_problem is None or state.ledger_problem == self._shown:
            return
        self._shown = state.ledger_problem
        empty(self._place)
        self._place.addWidget(Banner(messages.ledger_problem(state.ledger_problem)))
        self.ways.setVisible(self._shown in MENDABLE)
        self.accept.setVisible(self._shown == "ledger_changed")
        self.others.setVisible(self._shown in REPLACEABLE)
        self.sheet.setVisible(self._shown in KEYS)
        self.disk.setVisible(self._shown in DISK)
        self.folder.setVisible(self._shown == "ledger_readonly")
        self.said.setText("")

    def _wish(self, answered: Any, *arguments: str) -> None:
        self._let(False)
        self.said.say(self.tr("Sebentar…"))

        def back(data: dict[str, Any] | None) -> None:
            self._let(True)
            self.said.say("")
            answered(data)

        self.wished.emit(Care(arguments, back))

    def _let(self, on: bool) -> None:
        """Whether the buttons can be pressed."""
        for row in (self.ways, self.others, self.disk):
            row.setEnabled(on)

    def _preview(self) -> None:
        self._wish(self._ask_restore, "restore", "--preview")

    def _ask_restore(self, data: dict[str, Any] | None) -> None:
        if data is None or not is_good(data):
            self.said.say(self.tr("Tidak ada cadangan yang utuh. Coba selamatkan berkas ini; tidak ada yang dihapus."))
            return
        body = " ".join(of_backup(data))
        question = Question(self, self.tr("Pulihkan cadangan ini?"), body, self.tr("Pulihkan"))
        question.accepted.connect(lambda: self._wish(self._done, "restore", "--from", str(data["from"])))
        question.open()

    def _ask_rescue(self) -> None:
        body = self.tr(
            "Cadangan terakhir dipakai, lalu semua yang masih dapat dibuktikan dari berkas ini ditambahkan. Berkas ini sendiri "
            "disimpan dengan nama lain, tidak dihapus."
        )
        question = Question(self, self.tr("Selamatkan berkas ini?"), body, self.tr("Selamatkan"))
        question.accepted.connect(lambda: self._wish(self._done, "rescue"))
        question.open()

    def _ask_accept(self) -> None:
        body = self.tr(
            "Hanya bila Anda sendiri menaruh berkas yang lebih lama di sini (misalnya dari cadangan Anda). Sejak itu berkas ini yang "
            "dianggap benar; angka yang diubah orang tetap ditolak."
        )
        question = Question(self, self.tr("Akui berkas ini sebagai yang benar?"), body, self.tr("Akui"))
        question.accepted.connect(lambda: self._wish(self._done, "verify", "--accept"))
        question.open()

    def _done(self, data: dict[str, Any] | None) -> None:
        if is_good(data):
            self.said.say(self.tr("Selesai."))
            return
        code = data.get("ledger") if data else None
        problem: Message = messages.ledger_problem(code if isinstance(code, str) else "ledger_broken")
        self.said.say(self.tr("Belum berhasil. {why}").format(why=problem.body))
