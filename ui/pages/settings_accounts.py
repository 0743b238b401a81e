"""The settings of the accounts: rename, reorder, pause, forget the PIN, remove; and what was kept of those that were removed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.settings import INTERVALS, Settings
from ui.dialogs.dialog import NameDialog, Question
from ui.dialogs.remove_account import RemoveAccount
from ui.look import theme
from ui.state import AccountView, State
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.rail import portal_title
from ui.widgets.text import Frame, Label, Switch, empty, line
from ui.words import formats
from ui.words.plurals import Plural
from ui.words.schedule import interval_name

AS_ALL = ""

TURN_BELOW_LINES = 39  # six buttons side by side need that much
TURN_WORDS_BELOW_LINES = 34  # and the four of them that carry words


class AccountSettings(Frame):
    """A row an account. `changed` carries settings (the order, what is kept); the others an account's number."""

    changed = Signal(object)
    renamed = Signal(int, str)
    paused = Signal(int, bool)
    forget = Signal(int)
    removed = Signal(int)
    archived = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self._settings = Settings()
        self._shown: tuple[object, ...] | None = None
        self._ids: list[int] = []
        self.column.addWidget(Label(self.tr("Akun"), strong=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.M)
        self.column.addLayout(self._rows)

    def show_state(self, state: State) -> None:
        """Show the accounts as they are; only if something changed."""
        self._settings = state.settings
        kept = tuple((view.account, len(view.history)) for view in state.archived)
        shown = (tuple(view.account for view in state.accounts), kept, state.settings.masked, state.settings.intervals)
        if shown == self._shown:
            return
        self._shown = shown
        self._ids = [view.account.id for view in state.accounts]
        empty(self._rows)
        self.setVisible(bool(state.accounts or state.archived))
        masked = state.settings.masked
        rows = [self._account(view, number, masked=masked) for number, view in enumerate(state.accounts)]
        rows += [self._kept(view, masked=masked) for view in state.archived]
        for number, row in enumerate(rows):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(row)

    def _account(self, view: AccountView, number: int, *, masked: bool) -> QWidget:
        account = view.account
        name = formats.private(account.name, masked=masked)
        place = self.tr("PIN diingat di brankas sandi") if account.remember else self.tr("PIN tidak disimpan")
        under = f"{portal_title(account.portal)} · {place}"
        if account.paused:
            under += " · " + self.tr("dijeda")
        holder, whole, row = self._holder(name, under)
        self._add(row, self.tr("Ganti nama"), "pencil", self.tr("Ganti nama {name}").format(name=name)).clicked.connect(
            lambda: self._ask_name(account.id, account.name)
        )
        pause = self.tr("Lanjutkan") if account.paused else self.tr("Jeda")
        said = self.tr("Lanjutkan pemeriksaan berkala {name}") if account.paused else self.tr("Jeda pemeriksaan berkala {name}")
        icon = "play" if account.paused else "pause"
        self._add(row, pause, icon, said.format(name=name)).clicked.connect(
            lambda: self.paused.emit(account.id, not account.paused)
        )
        forget = self._add(row, self.tr("Lupakan PIN"), "key-round", self.tr("Lupakan PIN {name}").format(name=name))
        forget.setEnabled(account.remember)
        forget.clicked.connect(lambda: self._ask_forget(account.id, name))
        remove = self._add(row, self.tr("Hapus"), "trash-2", self.tr("Hapus {name}").format(name=name), "danger")
        remove.clicked.connect(lambda: self._ask_remove(account.id, name))
        if len(self._ids) > 1:
            moves = QWidget()
            beside = QHBoxLayout(moves)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.setSpacing(theme.S)
            whole.addWidget(moves)
            for step, icon, words in ((-1, "arrow-up", self.tr("Naikkan {name}")), (1, "arrow-down", self.tr("Turunkan {name}"))):
                move = self._add(beside, "", icon, words.format(name=name))
                move.setToolTip(words.format(name=name))
                move.setEnabled(0 <= number + step < len(self._ids))
                move.clicked.connect(lambda _=False, step=step: self._move(account.id, step))
            beside.addStretch(1)
        row.addStretch(1)
        whole.addStretch(1)
        with_interval = QWidget()
        column = QVBoxLayout(with_interval)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(holder)
        column.addWidget(self._interval(account.id, name))
        return with_interval

    def _interval(self, account_id: int, name: str) -> Choice:
        """How often this one is checked, where it is not as often as all."""
        named = ((interval, interval_name(interval)) for interval in INTERVALS)
        made = Choice(self.tr("Periksa sendiri"), "", ((AS_ALL, self.tr("Seperti semua akun")), *named))
        made.list.setAccessibleName(self.tr("Periksa {name} sendiri").format(name=name))
        made.show_value(dict(self._settings.intervals).get(account_id, AS_ALL))
        made.picked.connect(lambda value: self._pick(account_id, value))
        return made

    def _pick(self, account_id: int, value: str) -> None:
        chosen = next((interval for interval in INTERVALS if interval == value), None)
        self.changed.emit(self._settings.with_interval(account_id, chosen))

    def _kept(self, view: AccountView, *, masked: bool) -> QWidget:
        """The history of an account that was removed."""
        account = view.account
        name = formats.private(account.name, masked=masked)
        under = self.tr("Akun dihapus, riwayatnya disimpan: {readings}").format(readings=Plural().readings(len(view.history)))
        holder, whole, row = self._holder(name, under)
        back = self._add(row, self.tr("Pakai lagi"), "undo-2", self.tr("Pakai lagi {name}").format(name=name))
        back.clicked.connect(lambda: self._restore(account.id))
        remove = self._add(row, self.tr("Hapus riwayat"), "trash-2", self.tr("Hapus riwayat {name}").format(name=name), "danger")
        remove.clicked.connect(lambda: self._ask_remove_history(account.id, name))
        row.addStretch(1)
        whole.addStretch(1)
        return holder

    def _holder(self, name: str, under: str) -> tuple[QWidget, QBoxLayout, QBoxLayout]:
        """The place of an account, the row of all its buttons, and in that the row of those with words."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(name, strong=True, wrap=True))
        column.addWidget(Label(under, tone="muted", scale=0.92, wrap=True))
        column.addSpacing(theme.XS)
        buttons = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        worded = Switch(turn_below_lines=TURN_WORDS_BELOW_LINES, gap_px=theme.S)
        buttons.row.addWidget(worded)
        column.addWidget(buttons)
        return holder, buttons.row, worded.row

    def _add(self, row: QBoxLayout, text: str, icon: str, said: str, kind: str = "") -> Button:
        button = Button(text, kind, icon)
        button.setAccessibleName(said)
        row.addWidget(button)
        return button

    # Acting

    def _move(self, account_id: int, step: int) -> None:
        order = list(self._ids)
        place = order.index(account_id)
        order[place], order[place + step] = order[place + step], order[place]
        self.changed.emit(replace(self._settings, order=tuple(order)))

    def _restore(self, account_id: int) -> None:
        kept = tuple(number for number in self._settings.archived if number != account_id)
        self.changed.emit(replace(self._settings, archived=kept))

    def _ask_name(self, account_id: int, name: str) -> None:
        dialog = NameDialog(self, name)
        dialog.accepted.connect(lambda: self.renamed.emit(account_id, dialog.value()))
        dialog.open()

    def _ask_forget(self, account_id: int, name: str) -> None:
        dialog = Question(
            self,
            self.tr("Lupakan PIN {name}?").format(name=name),
            self.tr(
                "PIN dihapus dari brankas sandi. Riwayat saldo tetap ada, dan pemeriksaan berkala berhenti sampai Anda memasukkannya lagi."
            ),
            self.tr("Lupakan PIN"),
            danger=True,
        )
        dialog.accepted.connect(lambda: self.forget.emit(account_id))
        dialog.open()

    def _ask_remove(self, account_id: int, name: str) -> None:
        dialog = RemoveAccount(self, name)
        dialog.accepted.connect(lambda: (self.archived if dialog.keeps_history else self.removed).emit(account_id))
        dialog.open()

    def _ask_remove_history(self, account_id: int, name: str) -> None:
        dialog = Question(
            self,
            self.tr("Hapus riwayat {name}?").format(name=name),
            self.tr(
                "Semua pembacaan saldonya di komputer ini terhapus untuk selamanya, juga dari semua cadangan: yang lama dihapus, dan satu "
                "cadangan baru dibuat tanpa akun ini."
            ),
            self.tr("Hapus riwayat"),
            danger=True,
        )
        dialog.accepted.connect(lambda: self.removed.emit(account_id))
        dialog.open()
