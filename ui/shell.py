"""The program, joined: window, tray, accounts, settings. It owns the State; all knowledge is elsewhere.

It begins when the first frame is on the screen: what the window holds, then the tray, the ledger, the demo's data, the keyring's
name. From then on a tick a minute asks the schedule, against the clock on the wall.
"""

from __future__ import annotations

import datetime as dt
import gc
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from core import answers
from core import settings as settings_file
from core.autostart import mend, this_autostart, turn
from core.errors import Status
from core.models import Trigger
from core.paths import Folders
from core.portal import profile as portals
from core.settings import Settings
from ui import theme, translations
from ui.accounts import Accounts, Clock
from ui.answering import Answering
from ui.browser.desk import BrowserDesk, Failed
from ui.care.desk import Care, CareDesk, is_good
from ui.child import command
from ui.ends import Ends
from ui.idle import Idle
from ui.importing.desk import ImportDesk
from ui.key_holder import held
from ui.later import Later
from ui.ledger_lock import WAITING, Unlock
from ui.main_window import MainWindow
from ui.parts import OF_THE_WINDOW, load_all
from ui.single_instance import SingleInstance
from ui.state import Checking, SignIn, State
from ui.telling import Telling
from ui.tray import Tray
from ui.tray_icon import TrayIcon
from ui.turns import next_turn
from ui.window_watch import WindowWatch

if TYPE_CHECKING:
    from ui.later import Desk
    from ui.screen_lock import ScreenLock

TICK_MS = 60_000
LOOKED_AT_ANEW = ("interval", "intervals", "quiet_from", "quiet_until", "order", "archived")  # choices that change what is due
SETTLED_MS = 500
BEGUN_MS = 60_000  # the record is verified by then (ui.care.desk)
TRAY_WAIT_MS = 5_000  # --hidden at log-in: the panel may come a little later than we do


def now() -> dt.datetime:
    """The clock on the wall, in UTC."""
    return dt.datetime.now(dt.UTC)


class Shell(QObject):
    """Joins the parts and takes every wish of the person's. Every change ends in one `_show()`."""

    def __init__(
        self,
        application: QApplication,
        window: MainWindow,
        icon: TrayIcon,
        folders: Folders,
        place: SingleInstance,
        settings: Settings,
        *,
        demo: bool,
        fault: str | None = None,
        clock: Clock = now,
        program: list[str] | None = None,
    ) -> None:
        super().__init__()
        translations.install(application, settings.language)
        self.settings = settings
        self.window = window
        self.icon = icon
        icon.setParent(self)
        self.tray = Tray(icon, clock, self)
        self.telling = Telling(icon, clock, folders.told, self)
        self.accounts = Accounts(folders, clock, demo=demo, fault=fault, program=program, parent=self)
        self.imports = ImportDesk(demo=demo, program=program, parent=self)
        self.histories = Later(self._history_desk, self, demo=demo)
        self.care = CareDesk(folders, clock, demo=demo, program=program, parent=self)
        self._found = ""  # what the verification of the record found, as a reason code
        self.browser = BrowserDesk(demo=demo, program=program, parent=self)
        self.teaching = Later(self._teach_desk, self, demo=demo)
        self.reports = Later(self._report_desk, self, demo=demo)
        self._answering = Answering(self.accounts, folders.data, self)
        self._autostart = this_autostart()
        self._autostart_shown = False
        self._program = program
        self._application = application
        self._folders = folders
        self._place = place  # on the data folder that is shown
        self._current: int | None = None
        self._idle = Idle(application, self)
        self._idle.turn(settings.lock_after_minutes > 0)
        self._screen: ScreenLock | None = None
        self._watch = WindowWatch(window, lambda: self.icon.present)
        self._tick = QTimer(self, interval=TICK_MS)  # Qt's usual kind, which it may put off by three seconds
        self._settled = False
        self._parts_left: tuple[str, ...] = ()
        self._ends: Ends | None = None
        self._join()

    def begin(self, *, hidden: bool) -> None:
        """What the window holds first (hidden, the icon is there already); the rest in pieces, so that the window answers between them."""
        self._show()
        if hidden:
            self._parts_left = OF_THE_WINDOW
            QTimer.singleShot(0 if self.icon.present else TRAY_WAIT_MS, self, self._show_window_without_tray)
        else:
            self.window.fill()
            next_turn(self, self.icon.begin)
        next_turn(self, self._begin_accounts)

    def end(self) -> None:
        """Kill what runs and let go of everything, within half a second."""
        self._tick.stop()
        if self._screen is not None:
            self._screen.close()
        if self._ends is not None:
            self._ends.close()
            self._ends = None
        self.icon.hide()
        self.telling.end()
        self.imports.end()
        self.histories.end()
        self.care.end()
        self.browser.end()
        self.teaching.end()
        self.reports.end()
        self.accounts.end()
        self.window.hide()

    def _history_desk(self, demo: bool) -> Desk:
        from ui.history.desk import HistoryDesk

        return HistoryDesk(demo=demo, program=self._program, parent=self)

    def _teach_desk(self, demo: bool) -> Desk:
        from ui.dialogs.teach_desk import TeachDesk

        return TeachDesk(self.accounts, demo=demo, program=self._program, parent=self)

    def _report_desk(self, _demo: bool) -> Desk:
        from ui.dialogs.report_desk import ReportDesk

        return ReportDesk(self.accounts, program=self._program, parent=self)

    @property
    def state(self) -> State:
        """What there is to show now."""
        accounts = self.accounts
        ids = [view.account.id for view in accounts.views]
        current = self._current if self._current in ids else next(iter(ids), None)
        running = accounts.running
        checked = current if current in running else next(iter(running), None)
        return State(
            settings=self.settings,
            accounts=accounts.views,
            current=current,
            checking=None if checked is None else Checking(checked, running[checked]),
            keyring=accounts.keyring,
            keyring_problem=accounts.keyring_problem,
            ledger_problem=accounts.problem or self._found or None,
            demo=accounts.demo,
            tray=self.icon.present,
            loaded=accounts.loaded,
            lock=accounts.lock.state,
            encrypted=held.key is not None,
            importing=self.imports.shown,
            autostart=self._autostart.started() is not None,
            archived=accounts.archived,
            notices=self.telling.way,
        )

    @Slot()
    def on_tick(self) -> None:
        """Once a minute, by the clock on the wall: a computer that slept needs nothing special."""
        self.icon.tick()
        if self.settings.lock_after_minutes and self._idle.for_s() >= self.settings.lock_after_minutes * 60:
            self.lock()
        self.accounts.look_again(self.settings)
        self.accounts.check_what_is_due()
        if self.accounts.lock.state is None:
            self.care.on_tick()
        if (self._autostart.started() is not None) != self._autostart_shown:  # changed in the desktop's own settings
            self._show()
        if self.telling.waits():
            self.telling.look(self.state, watching=self._watching())

    @Slot()
    def rise(self) -> None:
        """Show the window, wherever it was, in front; the first time after a hidden start, what it holds is loaded before."""
        parts, self._parts_left = self._parts_left, ()
        load_all(self, parts, self._rise)

    def _rise(self) -> None:
        from PySide6.QtCore import Qt  # its 93 enums are made when it is first named: not while all there is, is an icon

        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    @Slot()
    def toggle(self) -> None:
        """A click on the tray icon: hide the window if it can be seen; else the card at the icon, or the window where there can be none."""
        if self.window.isVisible() and not self.window.isMinimized():
            self.window.hide()
        elif not self.tray.card():
            self.rise()

    @Slot(int)
    def check(self, account_id: int) -> None:
        """Check an account because its person asked for it."""
        self.accounts.check(account_id, Trigger.PERSON)

    @Slot()
    def cancel(self) -> None:
        """Cancel the check that is shown."""
        checking = self.state.checking
        if checking is not None:
            self.accounts.cancel(checking.account_id)

    @Slot()
    def cancel_all(self) -> None:
        """Cancel every check that runs."""
        for account_id in self.accounts.running:
            self.accounts.cancel(account_id)

    @Slot(object)
    def sign_in(self, sign_in: SignIn) -> None:
        """Keep the account and check it with what was typed; where the portal wants a person, open it for them instead."""
        accounts = self.accounts
        kept = accounts.keep(sign_in, self.browser.open) if sign_in.in_browser else accounts.sign_in(sign_in)
        if kept is not None:
            self._take_back(kept)
            self.select(kept)

    @Slot(int)
    def select(self, account_id: int) -> None:
        """Show another account."""
        self._current = account_id
        self._show()

    @Slot(object)
    def change_settings(self, settings: Settings) -> None:
        """Take a choice over at once, and write it down. (A disk that is full or read-only keeps it for this run only.)"""
        if settings == self.settings:
            return
        before = self.settings
        looked_at_anew = any(getattr(settings, name) != getattr(before, name) for name in LOOKED_AT_ANEW)
        self.settings = settings
        with suppress(OSError):
            settings_file.save(self._folders.settings, settings)
        self._apply(settings)
        if looked_at_anew:
            self.accounts.look(settings)
        else:
            self._show()

    @Slot(bool)
    def start_with_computer(self, on: bool) -> None:
        """Start with the computer from now on, or no more; what is shown then is what stands on the disk."""
        with suppress(OSError, ValueError):
            turn(self._autostart, command(), on)
        self._show()

    @Slot()
    def lock(self) -> None:
        """Lock the ledger: nothing of it is shown, nothing reads or writes it, its key is held no more."""
        if self.accounts.lock.state is not None:
            return
        demo = self.accounts.demo
        for desk in (self.imports, self.histories, self.browser, self.teaching):
            desk.move_to(demo=demo)  # what they hold, and what they started, goes
        self.care.end()
        self.reports.end()
        self.accounts.shut()

    @Slot(object)
    def unlock(self, wish: Unlock) -> None:
        """Open it again, as the person wishes."""
        if wish.how == "plain":  # their word that it may be in the clear
            self.change_settings(replace(self.settings, ledger_plain=True))
        self.accounts.unlock(wish)
        self.care.begin()

    @Slot()
    def enter_demo(self) -> None:
        """Look at the demo's folder instead of the person's."""
        self._move_to(demo=True)

    @Slot()
    def leave_demo(self) -> None:
        """Back to the person's own folder."""
        self._move_to(demo=False)

    @Slot()
    def quit(self) -> None:
        """End the program; `run` cleans up."""
        self._application.quit()

    @Slot(bool)
    def forget_all(self, settings_too: bool) -> None:
        """Remove the record, its backups, keys and secrets (and the settings); then begin as on the first day."""
        self.care.end()
        wanted = ("forget", "--everything", *(() if settings_too else ("--keep-settings",)))
        self.care.take(Care(wanted, partial(self._forgotten, settings_too)))  # which is handed the key now
        for desk in (self.imports, self.histories, self.browser):
            desk.move_to(demo=self.accounts.demo)
        self.accounts.shut()

    def _forgotten(self, settings_too: bool, data: dict[str, Any] | None) -> None:
        if not is_good(data):
            from ui.dialogs.dialog import Told

            self.accounts.unlock(Unlock("ask"))
            Told(
                self.window,
                self.tr("Belum dilupakan"),
                self.tr("Brankas sandi atau cakram menolak, jadi belum semuanya terhapus. Coba lagi."),
            ).open()
            return
        if settings_too:
            self.settings = Settings()
            self._apply(self.settings)
        self._current = None
        self._found = ""
        self.telling.move_to(self._folders.told)
        self.accounts.move_to(self._folders, self.settings, demo=self.accounts.demo)
        self.care.begin()

    def _move_to(self, *, demo: bool) -> None:
        """Show the other folder, with its own settings and its own place; a window that has that place comes to the front instead."""
        if demo == self.accounts.demo:
            return
        folders = Folders.for_person(demo)
        place = SingleInstance(folders.lock, self)
        if not place.take():
            place.write_letter()
            place.deleteLater()
            return
        if not demo or folders.settings.exists():  # the first look at the demo is in the person's own language and colours
            self.settings = settings_file.load(folders.settings)
            self._apply(self.settings)
        self._folders = folders
        self._current = None
        self.telling.move_to(folders.told)
        self._answering.move_to(folders.data)
        self.imports.move_to(demo=demo)
        self.histories.move_to(demo=demo)
        self._found = ""
        self.care.move_to(folders, demo=demo)
        self.browser.move_to(demo=demo)
        self.teaching.move_to(demo=demo)
        self.reports.end()
        self.accounts.move_to(folders, self.settings, demo=demo)  # kills what still writes into the folder that is left
        left, self._place = self._place, place
        left.release()
        self._listen()

    def _listen(self) -> None:
        self._place.asked_to_rise.connect(self.rise)
        self._place.asked_to_quit.connect(self.quit)
        self._place.asked_to_check.connect(self._answering.ask)
        answers.remove_old(self._folders.data)
        self._place.listen()

    def _apply(self, settings: Settings) -> None:
        self._idle.turn(settings.lock_after_minutes > 0)
        self._watch_screen()
        theme.apply(self._application, settings.theme)
        if translations.install(self._application, settings.language):
            self.tray.retranslate()

    def _watch_screen(self) -> None:
        """Lock with the computer's screen, if that is wanted."""
        if self._screen is None and self.settings.lock_with_screen:
            from ui.screen_lock import ScreenLock

            self._screen = ScreenLock(self)
            self._screen.locked.connect(self.lock)
        if self._screen is not None:
            self._screen.turn(self.settings.lock_with_screen)

    @Slot()
    def _show(self) -> None:
        state = self.state
        self._autostart_shown = state.autostart
        self.window.render(state)
        next_turn(self, self._show_in_tray)

    @Slot()
    def _show_in_tray(self) -> None:
        state = self.state
        self.tray.render(state, snoozed_until=self.telling.snoozed_until)
        self.telling.look(state, watching=self._watching())
        if not self._settled and (self.accounts.loaded or self.accounts.lock.state not in (None, WAITING)):
            self._settled = True
            QTimer.singleShot(SETTLED_MS, self, self._settle)

    def _watching(self) -> bool:
        """Whether the person has the window before them."""
        return self.window.isActiveWindow() and not self.window.isMinimized()

    @Slot()
    def _settle(self) -> None:
        """Everything stands: what the first check would have to wait for is done now."""
        if not self.accounts.demo:
            with suppress(OSError, ValueError):
                mend(self._autostart, command())
        gc.freeze()  # the 35,000 objects of the start live as long as the program: looking through them again takes 11 ms each time
        QTimer.singleShot(BEGUN_MS, self, self._give_back)

    @Slot()
    def _give_back(self) -> None:
        """In the tray, a minute after the start, it will most likely stay there for long."""
        if self.window.isHidden():
            from ui.memory import give_back

            gc.unfreeze()
            give_back()
            gc.freeze()

    @Slot()
    def _begin_accounts(self) -> None:
        self._ends = Ends(self.quit, self)
        self._tick.start()
        self._listen()
        self.accounts.begin(self.settings)
        self.care.begin()
        self._watch_screen()

    @Slot(str)
    def _record_verified(self, found: str) -> None:
        """What the verification found stands instead of the figures until the record is mended."""
        if found != self._found and self.accounts.lock.state is None:  # a key that is not held is no damage
            self._found = found
            self._show()

    @Slot()
    def _show_window_without_tray(self) -> None:
        if not self.icon.present and not self.window.isVisible():
            parts, self._parts_left = self._parts_left, ()
            load_all(self, parts, self.window.show)

    @Slot()
    def _tray_changed(self) -> None:
        self._show()
        self._show_window_without_tray()  # hidden in a tray that went away, it could not be found again

    @Slot()
    def _closed_to_tray(self) -> None:
        if not self.settings.hint_tray_shown:
            self.tray.say_closed_to_tray()
            self.change_settings(replace(self.settings, hint_tray_shown=True))

    def _join(self) -> None:
        window, tray = self.window, self.tray
        self._tick.timeout.connect(self.on_tick)
        self._watch.hidden_by_person.connect(self._closed_to_tray)
        self.accounts.changed.connect(self._show)
        window.cancel_requested.connect(self.cancel)
        tray.cancel_requested.connect(self.cancel_all)
        for source in (window, tray):
            source.quit_requested.connect(self.quit)
        window.check_requested.connect(self.check)
        tray.check_requested.connect(self._check_from_tray)
        window.sign_in_requested.connect(self.sign_in)
        window.account_selected.connect(self.select)
        window.account_renamed.connect(self.accounts.rename)
        window.account_removed.connect(self._remove)
        window.account_archived.connect(self._archive)
        window.account_paused.connect(self.accounts.pause)
        window.autostart_wished.connect(self.start_with_computer)
        window.secret_forget_requested.connect(self.accounts.forget_secret)
        window.settings_changed.connect(self.change_settings)
        window.demo_requested.connect(self.enter_demo)
        window.demo_left.connect(self.leave_demo)
        window.import_wished.connect(self.imports.wish)
        window.history_wished.connect(self.histories.take)
        window.care_wished.connect(self.care.take)
        self.care.problem.connect(self._record_verified)
        self.care.mended.connect(lambda: self.accounts.look(self.settings))
        window.portal_wished.connect(self.browser.open)
        window.teach_wished.connect(self.teaching.take)
        window.report_wished.connect(self.reports.take)
        self.browser.ledger_changed.connect(lambda: self.accounts.look(self.settings))
        self.browser.failed.connect(self._portal_outside)
        self.imports.changed.connect(self._show)
        self.imports.ledger_changed.connect(lambda: self.accounts.look(self.settings))
        window.lock_requested.connect(self.lock)
        window.unlock_wished.connect(self.unlock)
        window.forget_all_wished.connect(self.forget_all)
        tray.open_requested.connect(self.rise)
        self.icon.clicked.connect(self.toggle)
        self.icon.appeared.connect(self._show)
        self.icon.vanished.connect(self._tray_changed)
        tray.page_requested.connect(self._open_page)
        tray.snooze_requested.connect(self.telling.snooze)
        self.telling.snooze_changed.connect(self._show)
        self.telling.open_requested.connect(self._open_account)
        self.telling.check_requested.connect(self._check_from_tray)
        tray.mask_requested.connect(lambda masked: self.change_settings(replace(self.settings, masked=masked)))

    @Slot(object)
    def _portal_outside(self, failed: Failed) -> None:
        """The portal's window cannot be opened, or crashed: the system's browser takes its place, and a file the figure's road."""
        view = next((view for view in self.accounts.views if view.account.id == failed.account_id), None)
        if view is None:
            return
        profile = portals.load(view.account.portal)
        self.rise()
        self.window.show_portal_outside(failed.reason, profile.start if profile.era is None else None)

    @Slot(int)
    def _open_account(self, account_id: int) -> None:
        """Show an account in the window."""
        self.select(account_id)
        self._open_page("balance")

    @Slot(int)
    def _check_from_tray(self, account_id: int) -> None:
        """As from the window, which has to ask for the PIN when none is kept, or when the one that is kept was refused."""
        view = next((view for view in self.accounts.views if view.account.id == account_id), None)
        if view is None:
            return
        if view.in_browser:
            self.browser.open(account_id)
            return
        refused = view.last_attempt is not None and view.last_attempt.status is Status.CREDENTIALS_REJECTED
        if self.accounts.demo or (view.account.remember and not refused):
            self.check(account_id)
        else:
            self._open_account(account_id)
            if not refused:
                self.window.check()

    @Slot(int)
    def _remove(self, account_id: int) -> None:
        """Forget an account with everything, also one whose history was kept before."""
        self.accounts.remove(account_id)
        self._take_back(account_id)

    def _take_back(self, account_id: int) -> None:
        """Its history is no longer one of those that were kept."""
        kept = tuple(number for number in self.settings.archived if number != account_id)
        self.change_settings(replace(self.settings, archived=kept))

    @Slot(int)
    def _archive(self, account_id: int) -> None:
        """Remove an account and keep its history."""
        self.accounts.retire(account_id, partial(self._put_away, account_id))

    def _put_away(self, account_id: int) -> None:
        self.change_settings(replace(self.settings, archived=(*self.settings.archived, account_id)))

    @Slot(str)
    def _open_page(self, name: str) -> None:
        self.rise()
        self.window.show_page(name)
