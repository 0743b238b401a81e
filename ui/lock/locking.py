"""Locking the record (by hand, after a while without the person, with the computer's screen), opening it again, and forgetting it all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from core.settings import Settings
from ui.care.desk import Care, is_good
from ui.desktop.idle import Idle
from ui.lock.ledger_lock import Unlock

if TYPE_CHECKING:
    from ui.desktop.screen_lock import ScreenLock
    from ui.shell import Shell


MINUTE_S = 60.0


class Locking(QObject):
    """Of one program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._idle = Idle(shell.application, self)
        self._screen: ScreenLock | None = None
        self._after_s = 0.0  # locks by itself after so long without a touch; 0: never
        self._due = QTimer(self, singleShot=True)  # when it is to lock by itself, if nobody touches it before
        self._due.timeout.connect(self._look_at_the_time)

    def join(self) -> None:
        """Take the window's wishes."""
        window = self._shell.window
        window.lock_requested.connect(self.lock)
        window.unlock_wished.connect(self.unlock)
        window.forget_all_wished.connect(self.forget_all)

    def follow(self, settings: Settings) -> None:
        """Lock by itself as is wished now."""
        self._after_s = settings.lock_after_minutes * MINUTE_S
        self._idle.turn(self._after_s > 0)
        self._look_at_the_time()
        if self._screen is None and settings.lock_with_screen:
            from ui.desktop.screen_lock import ScreenLock

            self._screen = ScreenLock(self)
            self._screen.locked.connect(self.lock)
        if self._screen is not None:
            self._screen.turn(settings.lock_with_screen)

    def on_tick(self) -> None:
        """Once a minute: the timer does not count the time a computer slept."""
        self._look_at_the_time()

    @Slot()
    def _look_at_the_time(self) -> None:
        """Lock if nobody has touched the program for as long as is wished, else come back when that would be."""
        if not self._after_s:
            self._due.stop()
            return
        left_s = self._after_s - self._idle.for_s()
        if left_s > 0:
            self._due.start(max(1, round(left_s * 1000)))
        else:
            self.lock()

    def end(self) -> None:
        """Watch nothing any more."""
        if self._screen is not None:
            self._screen.close()

    @Slot()
    def lock(self) -> None:
        """Nothing of the record is shown, nothing reads or writes it, its key is held no more."""
        if self._shell.accounts.lock.state is not None:
            return
        self._shell.desks.put_down()
        self._shell.desks.care.end()
        self._shell.accounts.shut()

    @Slot(object)
    def unlock(self, wish: Unlock) -> None:
        """Open it again, as the person wishes."""
        shell = self._shell
        if wish.how == "plain":  # their word that it may be in the clear
            shell.change_settings(replace(shell.settings, ledger_plain=True))
        shell.accounts.unlock(wish)
        shell.desks.care.begin()

    @Slot(bool)
    def forget_all(self, settings_too: bool) -> None:
        """Remove the record, its backups, keys and secrets (and the settings); then begin as on the first day."""
        shell = self._shell
        shell.desks.care.end()
        wanted = ("forget", "--everything", "--yes", *(() if settings_too else ("--keep-settings",)))
        shell.desks.care.take(Care(wanted, partial(self._forgotten, settings_too)))  # which is handed the key now
        shell.desks.put_down()
        shell.accounts.shut()

    def _forgotten(self, settings_too: bool, data: dict[str, Any] | None) -> None:
        if is_good(data):
            self._shell.begin_anew(Settings() if settings_too else self._shell.settings)
            return
        from ui.dialogs.dialog import Told

        self._shell.accounts.unlock(Unlock("ask"))
        Told(
            self._shell.window,
            self.tr("Belum dilupakan"),
            self.tr("Brankas sandi atau penyimpanan komputer menolak, jadi belum semuanya terhapus. Coba lagi."),
        ).open()
