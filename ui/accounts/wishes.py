"""What a person wishes of an account, from the window, the tray, a notice: each leads to a check, a page, or the portal's own window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.errors import Status
from core.models import Trigger
from core.portal import profile as portals
from ui.browser.desk import Failed
from ui.state import AccountView, SignIn

if TYPE_CHECKING:
    from ui.shell import Shell


class AccountWishes(QObject):
    """Of one program."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._accounts = shell.accounts

    def join(self) -> None:
        """Take them from wherever they come."""
        window, tray, telling = self._shell.window, self._shell.tray, self._shell.telling
        window.check_requested.connect(self.check)
        window.cancel_requested.connect(self.cancel)
        window.sign_in_requested.connect(self.sign_in)
        window.account_selected.connect(self._shell.select)
        window.account_renamed.connect(self._accounts.rename)
        window.account_removed.connect(self.remove)
        window.account_archived.connect(self.archive)
        window.account_paused.connect(self._accounts.pause)
        window.secret_forget_requested.connect(self._accounts.forget_secret)
        tray.check_requested.connect(self.check_from_tray)
        tray.cancel_requested.connect(self.cancel_all)
        tray.account_requested.connect(self.open)
        telling.open_requested.connect(self.open)
        telling.check_requested.connect(self.check_from_tray)
        self._shell.desks.browser.failed.connect(self._portal_outside)

    @Slot(int)
    def check(self, account_id: int) -> None:
        """Check an account because its person asked for it."""
        self._accounts.check(account_id, Trigger.PERSON)

    @Slot()
    def cancel(self) -> None:
        """Cancel the check that is shown."""
        checking = self._shell.state.checking
        if checking is not None:
            self._accounts.cancel(checking.account_id)

    @Slot()
    def cancel_all(self) -> None:
        """Cancel every check that runs."""
        for account_id in self._accounts.running:
            self._accounts.cancel(account_id)

    @Slot(object)
    def sign_in(self, sign_in: SignIn) -> None:
        """Keep the account and check it with what was typed; where the portal wants a person, open it for them instead."""
        accounts = self._accounts
        kept = accounts.keep(sign_in, self._shell.desks.browser.open) if sign_in.in_browser else accounts.sign_in(sign_in)
        if kept is not None:
            self._take_back(kept)
            self._shell.select(kept)

    @Slot(int)
    def check_from_tray(self, account_id: int) -> None:
        """As from the window, which has to ask for the PIN when none is kept, or when the one that is kept was refused."""
        view = self._view(account_id)
        if view is None:
            return
        if view.in_browser:
            self._shell.desks.browser.open(account_id)
            return
        refused = view.last_attempt is not None and view.last_attempt.status is Status.CREDENTIALS_REJECTED
        if (view.account.remember or self._accounts.demo) and not view.kept_was_refused:
            self.check(account_id)
        else:
            self.open(account_id)
            if not refused:
                self._shell.window.check()

    @Slot(int)
    def open(self, account_id: int) -> None:
        """Show an account in the window."""
        self._shell.select(account_id)
        self._shell.open_page("balance")

    @Slot(int)
    def remove(self, account_id: int) -> None:
        """Forget an account with everything, also one whose history was kept before."""
        self._accounts.remove(account_id)
        self._take_back(account_id)

    @Slot(int)
    def archive(self, account_id: int) -> None:
        """Remove an account and keep its history."""
        self._accounts.retire(account_id, partial(self._put_away, account_id))

    def _put_away(self, account_id: int) -> None:
        settings = self._shell.settings
        self._shell.change_settings(replace(settings, archived=(*settings.archived, account_id)))

    def _take_back(self, account_id: int) -> None:
        """Its history is no longer one of those that were kept."""
        settings = self._shell.settings
        self._shell.change_settings(replace(settings, archived=tuple(one for one in settings.archived if one != account_id)))

    @Slot(object)
    def _portal_outside(self, failed: Failed) -> None:
        """The portal's window cannot be opened, or crashed: the system's browser takes its place, and a file the figure's road."""
        view = self._view(failed.account_id)
        if view is None:
            return
        profile = portals.load(view.account.portal)
        self._shell.rise()
        self._shell.window.show_portal_outside(failed.reason, profile.start if profile.era is None else None)

    def _view(self, account_id: int) -> AccountView | None:
        return next((view for view in self._accounts.views if view.account.id == account_id), None)
