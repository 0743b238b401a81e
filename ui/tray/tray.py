"""What the tray says: a menu with the same words as the window, and the icon's state. Never an amount in icon or tooltip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.notices import notifier
from ui.state import State
from ui.tray.icon import TrayIcon
from ui.tray.words import Summary, icon_state, summary, tooltip, when_text
from ui.words import formats

if TYPE_CHECKING:
    from ui.tray.card import TrayCard

Clock = Callable[[], dt.datetime]


class Tray(QObject):
    """Fills an icon's menu. `render(state)` may be called as often as one likes."""

    open_requested = Signal()
    page_requested = Signal(str)
    account_requested = Signal(int)
    check_requested = Signal(int)
    cancel_requested = Signal()
    mask_requested = Signal(bool)
    snooze_requested = Signal(object)  # until when (aware), None: no longer
    quit_requested = Signal()

    def __init__(self, icon: TrayIcon, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._clock = clock
        self._state: State | None = None
        self._snoozed_until: dt.datetime | None = None
        self._said_of: object = None
        self._each: list[QAction] = []
        self.said = Summary()
        self._card: TrayCard | None = None
        self._menu = icon.menu
        self._make_menu()
        self._menu.aboutToShow.connect(self._refresh)

    def render(self, state: State, *, snoozed_until: dt.datetime | None = None) -> None:
        """Show this state. A step of a check that goes on changes nothing here."""
        now = self._clock()
        said = (_without_step(state), snoozed_until, formats.local(now).date(), self._card is not None and self._card.isVisible())
        if self._state is not None and said == self._said_of and state.accounts is self._state.accounts:
            return
        self._state, self._snoozed_until, self._said_of = state, snoozed_until, said
        self._refresh()
        self._icon.show_state(icon_state(state, now), tooltip(state))

    def retranslate(self) -> None:
        """The words again, in the language installed now."""
        self._said_of = None
        self._open.setText(self.tr("Buka Saldo JHT"))
        self._cancel.setText(self.tr("Batalkan pemeriksaan"))
        self._mask.setText(self.tr("Sembunyikan nominal"))
        self._snooze.setTitle(self.tr("Tunda pengingat"))
        self._hour.setText(self.tr("1 jam"))
        self._tomorrow.setText(self.tr("Sampai besok"))
        self._week.setText(self.tr("Sampai minggu depan"))
        self._settings.setText(self.tr("Pengaturan"))
        self._help.setText(self.tr("Bantuan"))
        self._quit.setText(self.tr("Keluar"))
        self._check.setText(self.tr("Periksa sekarang"))
        if self._card is not None:  # made anew in the other language when it is next opened
            self._card.deleteLater()
            self._card = None

    def card(self) -> bool:
        """Open the small card at the icon; False where the platform does not say where that is."""
        place = self._icon.place
        if self._state is None or place.isEmpty():
            return False
        if self._card is None:
            from ui.tray.card import TrayCard

            self._card = TrayCard()
            self._card.check_requested.connect(self._ask_check)
            self._card.cancel_requested.connect(self.cancel_requested)
            self._card.open_requested.connect(self.open_requested)
        self._card.open_at(place, self._state, self.said, self._clock())
        return True

    def say_closed_to_tray(self) -> None:
        """The one hint that the program goes on in the tray."""
        text = self.tr("Program tetap berjalan di sini. Pilih Keluar di menu ikon ini untuk mengakhirinya.")
        self._icon.say(self.tr("Saldo JHT"), text)

    def _make_menu(self) -> None:
        self._open = self._action(self.open_requested.emit)
        self._menu.setDefaultAction(self._open)
        self._menu.addSeparator()
        self._balance, self._last, self._next = (self._action(None) for _ in range(3))
        self._menu.addSeparator()
        self._check = self._action(self._ask_check)
        self._cancel = self._action(self.cancel_requested.emit)
        self._need = self._action(self._open_need)
        self._menu.addSeparator()
        self._mask = self._action(None)
        self._mask.setEnabled(True)
        self._mask.setCheckable(True)
        self._mask.triggered.connect(self.mask_requested)
        self._make_snooze()
        self._settings = self._action(self._open_page("settings"))
        self._help = self._action(self._open_page("help"))
        self._menu.addSeparator()
        self._quit = self._action(self.quit_requested.emit)
        self.retranslate()

    def _make_snooze(self) -> None:
        self._snooze = self._menu.addMenu("")
        self._hour = self._action(lambda: self._ask_snooze(self._clock() + dt.timedelta(hours=1)), self._snooze)
        self._tomorrow = self._action(lambda: self._ask_snooze(notifier.tomorrow(self._clock())), self._snooze)
        self._week = self._action(lambda: self._ask_snooze(notifier.tomorrow(self._clock(), days=7)), self._snooze)
        self._unsnooze = self._action(lambda: self._ask_snooze(None))

    def _ask_snooze(self, until: dt.datetime | None) -> None:
        self.snooze_requested.emit(until)

    def _action(self, deed: Callable[[], object] | None, menu: QMenu | None = None) -> QAction:
        action = (menu or self._menu).addAction("")
        if deed is None:  # a line to read
            action.setEnabled(False)
        else:
            action.triggered.connect(lambda _checked=False: deed())
        return action

    def _open_page(self, name: str) -> Callable[[], None]:
        return lambda: self.page_requested.emit(name)

    def _open_need(self) -> None:
        if self.said.needing is None:
            self.page_requested.emit("balance")
        else:
            self.account_requested.emit(self.said.needing)

    def _ask_check(self) -> None:
        for account_id in self.said.checkable:
            self.check_requested.emit(account_id)

    def _show_each(self, lines: tuple[str, ...]) -> None:
        """A line an account, where there are several."""
        while len(self._each) < len(lines):
            action = self._action(None)
            self._menu.insertAction(self._last, action)
            self._each.append(action)
        for number, action in enumerate(self._each):
            _line(action, lines[number] if number < len(lines) else "")

    @Slot()
    def _refresh(self) -> None:
        state = self._state
        if state is None:
            return
        now = self._clock()
        said = summary(state, now)
        self.said = said
        checking = state.checking is not None
        _line(self._balance, f"{said.balance} · {said.of}" if said.of else said.balance)
        self._show_each(said.each)
        _line(self._last, said.last)
        _line(self._next, said.next)
        _line(self._need, said.need)
        if self._card is not None and self._card.isVisible():
            self._card.show_state(state, said, now)
        self._check.setVisible(not checking)
        self._check.setEnabled(bool(said.checkable))
        self._cancel.setVisible(checking)
        self._mask.setChecked(state.settings.masked)
        until = self._snoozed_until
        until = None if until is None or until <= now else until
        self._snooze.menuAction().setVisible(until is None)
        ends = self.tr("Pengingat ditunda sampai {when}: akhiri penundaan")
        _line(self._unsnooze, ends.format(when=when_text(until, now)) if until else "")


def _without_step(state: State) -> tuple[State, bool]:
    """What the tray shows of a state, apart from its accounts."""
    return replace(state, checking=None, accounts=(), archived=(), importing=None), state.checking is not None


def _line(action: QAction, text: str) -> None:
    """A line of the menu, or no line: an empty one, for over the bus every program reads the hidden entries too."""
    action.setVisible(bool(text))
    action.setText(text.replace("&", "&&"))
