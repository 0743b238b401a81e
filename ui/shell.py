"""The program, joined: window, tray, accounts, settings. It owns the State; all knowledge is elsewhere.

It begins when the first frame is on the screen: what the window holds, then the tray, the ledger, the demo's data, the keyring's
name. From then on a tick a minute asks the schedule, against the clock on the wall.
"""

from __future__ import annotations

import datetime as dt
import gc
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from core import answers
from core import settings as settings_file
from core.autostart import mend, this_autostart, turn
from core.paths import Folders
from core.settings import Settings
from ui.accounts.accounts import Accounts, Clock
from ui.accounts.answering import Answering
from ui.accounts.wishes import AccountWishes
from ui.children.child import command
from ui.desks import Desks
from ui.desktop.ends import Ends
from ui.desktop.single_instance import SingleInstance
from ui.lock.key_holder import held
from ui.lock.ledger_lock import WAITING
from ui.lock.locking import Locking
from ui.look import theme
from ui.notices.telling import Telling
from ui.parts import OF_THE_WINDOW, load_all
from ui.state import Checking, State
from ui.tray.icon import TrayIcon
from ui.tray.tray import Tray
from ui.turns import next_turn
from ui.window.main_window import MainWindow
from ui.window.watch import WindowWatch
from ui.words import translations

if TYPE_CHECKING:
    from ui.desktop.x_session import XSession

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
        self.desks = Desks(self.accounts, folders, clock, program, self)
        self._answering = Answering(self.accounts, folders.data, self)
        self._autostart = this_autostart()
        self._autostart_shown = False
        self.application = application
        self._folders = folders
        self._place = place  # on the data folder that is shown
        self._current: int | None = None
        self.wishes = AccountWishes(self)
        self.locking = Locking(self)
        self._watch = WindowWatch(window, lambda: self.icon.present)
        self._tick = QTimer(self, interval=TICK_MS)  # Qt's usual kind, which it may put off by three seconds
        self._settled = False
        self._parts_left: tuple[str, ...] = ()
        self._ends: Ends | None = None
        self._x_session: XSession | None = None
        self._join()

    def begin(self, *, hidden: bool) -> None:
        """What the window holds first (hidden, the icon is there already); the rest in pieces, so that the window answers between them."""
        if not self.accounts.demo:  # whose data is made first
            self.accounts.lock.begin_early()
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
        self.locking.end()
        if self._ends is not None:
            self._ends.close()
            self._ends = None
        if self._x_session is not None:
            self._x_session.close()
        self.icon.hide()
        self.telling.end()
        self.desks.end()
        self.accounts.end()
        self.window.hide()

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
            keyring=accounts.secrets.name,
            keyring_problem=accounts.secrets.problem,
            ledger_problem=accounts.problem or self.desks.found or None,
            demo=accounts.demo,
            tray=self.icon.present,
            loaded=accounts.loaded,
            lock=accounts.lock.state,
            encrypted=held.key is not None,
            importing=self.desks.imports.shown,
            autostart=self._autostart.started() is not None,
            archived=accounts.archived,
            notices=self.telling.way,
        )

    @Slot()
    def on_tick(self) -> None:
        """Once a minute, by the clock on the wall: a computer that slept needs nothing special."""
        self.icon.tick()
        self.locking.on_tick()
        self.accounts.look_again(self.settings)
        self.accounts.check_what_is_due()
        if self.accounts.lock.state is None:
            self.desks.care.on_tick()
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
        self.application.quit()

    @Slot()
    def leave(self) -> None:
        """The session ends: end with it, whatever is open. (`quit` has every window close first.)"""
        self.application.exit(0)

    def begin_anew(self, settings: Settings) -> None:
        """Everything was forgotten: as on the first day, with these settings."""
        if settings != self.settings:
            self.settings = settings
            self._apply(settings)
        self._current = None
        self.desks.found = ""
        self.telling.move_to(self._folders.told)
        self.accounts.move_to(self._folders, settings, demo=self.accounts.demo)
        self.desks.care.begin()

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
        self.desks.move_to(folders, demo=demo)
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
        self.locking.follow(settings)
        theme.apply(self.application, settings.theme)
        if translations.install(self.application, settings.language):
            self.tray.retranslate()

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
        from ui.desktop.session_manager import SessionManager
        from ui.desktop.x_session import XSession
        from ui.tray.watch import TrayWatch

        self._tray_watch = TrayWatch(self)
        self._tray_watch.changed.connect(self.icon.look)
        self._tray_watch.begin()
        self._session = SessionManager(self)
        self._session.session_ends.connect(self.leave)
        self._session.begin()
        self._x_session = XSession(self)
        self._x_session.session_ends.connect(self.leave)
        self._x_session.begin(command())
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
        self._ends = Ends(self.leave, self)
        self._tick.start()
        self._listen()
        self.accounts.begin(self.settings)
        self.desks.care.begin()
        self.locking.follow(self.settings)

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
        self.wishes.join()
        self.locking.join()
        self.desks.serve(window)
        self.desks.changed.connect(self._show)
        self.desks.ledger_changed.connect(lambda: self.accounts.look(self.settings))
        self._tick.timeout.connect(self.on_tick)
        self._watch.hidden_by_person.connect(self._closed_to_tray)
        self.accounts.changed.connect(self._show)
        for source in (window, tray):
            source.quit_requested.connect(self.quit)
        window.autostart_wished.connect(self.start_with_computer)
        window.settings_changed.connect(self.change_settings)
        window.demo_requested.connect(self.enter_demo)
        window.demo_left.connect(self.leave_demo)
        tray.open_requested.connect(self.rise)
        tray.page_requested.connect(self.open_page)
        tray.snooze_requested.connect(self.telling.snooze)
        tray.mask_requested.connect(lambda masked: self.change_settings(replace(self.settings, masked=masked)))
        self.telling.snooze_changed.connect(self._show)
        self.icon.clicked.connect(self.toggle)
        self.icon.appeared.connect(self._show)
        self.icon.vanished.connect(self._tray_changed)

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show the window, at that page."""
        self.rise()
        self.window.show_page(name)
