"""What the tray says: a menu with the same words as the window, and the icon's state. Never an amount in icon or tooltip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from core.money import format_rupiah
from ui import formats, messages, notifier, theme
from ui.notifier import needs_you
from ui.state import AccountView, State
from ui.tray_icon import TrayIcon

Clock = Callable[[], dt.datetime]


class Tray(QObject):
    """Fills an icon's menu. `render(state)` may be called as often as one likes."""

    open_requested = Signal()
    page_requested = Signal(str)
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
        self._menu = icon.menu
        self._make_menu()
        self._menu.aboutToShow.connect(self._refresh)

    def render(self, state: State, *, snoozed_until: dt.datetime | None = None) -> None:
        """Show this state."""
        self._state = state
        self._snoozed_until = snoozed_until
        self._refresh()
        self._icon.show_state(icon_state(state, self._clock()), self._tooltip(state))

    def retranslate(self) -> None:
        """The words again, in the language installed now."""
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
        self._need = self._action(self._open_page("balance"))
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

    def _ask_check(self) -> None:
        if self._state is not None and self._state.current is not None:
            self.check_requested.emit(self._state.current)

    @Slot()
    def _refresh(self) -> None:
        state = self._state
        if state is None:
            return
        view, now = state.view, self._clock()
        latest = view.latest if view else None
        due = view.next_check if view and not view.stopped else None
        checking = state.checking is not None
        _line(self._balance, format_rupiah(latest.balance.total, masked=state.settings.masked) if latest else "")
        _line(self._last, self.tr("terakhir diperiksa {when}").format(when=when_text(latest.checked_at, now)) if latest else "")
        _line(self._next, self.tr("berikutnya {when}").format(when=when_text(due, now)) if due else "")
        _line(self._need, self.tr("Perlu Anda: {what}").format(what=_what(view)) if view and needs_you(view) else "")
        self._check.setVisible(not checking)
        self._check.setEnabled(view is not None)
        self._cancel.setVisible(checking)
        self._mask.setChecked(state.settings.masked)
        until = self._snoozed_until
        until = None if until is None or until <= now else until
        self._snooze.menuAction().setVisible(until is None)
        ends = self.tr("Pengingat ditunda sampai {when}: akhiri penundaan")
        _line(self._unsnooze, ends.format(when=when_text(until, now)) if until else "")

    def _tooltip(self, state: State) -> str:
        name = self.tr("Saldo JHT (contoh)") if state.demo else self.tr("Saldo JHT")
        if state.checking is not None:
            return self.tr("{name}: sedang memeriksa").format(name=name)
        view = state.view
        return f"{name}: {_what(view)}" if view is not None and needs_you(view) else name


def icon_state(state: State, now: dt.datetime) -> theme.TrayState:
    """What the icon says: checking before needs-you before out of date before resting."""
    if state.checking is not None:
        return "checking"
    if state.ledger_problem is not None or any(needs_you(view) for view in state.accounts):
        return "needs_you"
    latest = state.view.latest if state.view else None
    if latest is not None and formats.is_stale(formats.age_days(latest.at, now)):
        return "stale"
    return "resting"


def when_text(moment: dt.datetime, now: dt.datetime) -> str:
    """A moment as shortly as it can be said: its time today, else its day."""
    there, today = formats.local(moment), formats.local(now).date()
    return formats.clock(moment) if there.date() == today else formats.day_of_year(there.date(), today)


def _what(view: AccountView) -> str:
    return messages.attempt_title(view.last_attempt) if view.last_attempt else ""


def _line(action: QAction, text: str) -> None:
    """A line of the menu, or no line."""
    action.setVisible(bool(text))
    if text:
        action.setText(text.replace("&", "&&"))
