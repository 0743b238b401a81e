"""Locking the record (by hand, after a while without the person, with the computer's screen), opening it again, and forgetting it all."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from core.settings import Settings
from ui.care.desk import Care, is_good
from ui.idle import Idle
from ui.ledger_lock import Unlock

if TYPE_CHECKING:
    from ui.screen_lock import ScreenLock
    from ui.shell import Shell


class Locking(QObject):
    """Of one program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._idle = Idle(shell.application, self)
        self._screen: ScreenLock | None = None

    def join(self) -> None:
        """Take the window's wishes."""
        window = self._shell.window
        window.lock_requested.connect(self.lock)
        window.unlock_wished.connect(self.unlock)
        window.forget_all_wished.connect(self.forget_all)

    def follow(self, settings: Settings) -> None:
        """Lock by itself as is wished now."""
        self._idle.turn(settings.lock_after_minutes > 0)
        if self._screen is None and settings.lock_with_screen:
            from ui.screen_lock import ScreenLock

            self._screen = ScreenLock(self)
            self._screen.locked.connect(self.lock)
        if self._screen is not None:
            self._screen.turn(settings.lock_with_screen)

    def on_tick(self) -> None:
        """Once a minute."""
        after = self._shell.settings.lock_after_minutes
        if after and self._idle.for_s() >= after * 60:
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
            self.tr("Brankas sandi atau cakram menolak, jadi belum semuanya terhapus. Coba lagi."),
        ).open()
