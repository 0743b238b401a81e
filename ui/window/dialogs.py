"""The dialogs that the window opens, each joined to what the window is wished; their code is loaded when one is opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.state import State

if TYPE_CHECKING:
    from ui.window.content import WindowContent


class WindowDialogs:
    """Of a window with that content."""

    def __init__(self, content: WindowContent) -> None:
        self._content = content
        self._owner = content.owner

    @property
    def _state(self) -> State:
        return self._content.state

    def open_recovery(self) -> None:
        """The recovery sheet, to be printed or saved."""
        from ui.dialogs.recovery import RecoveryDialog

        dialog = RecoveryDialog(self._owner)
        dialog.care.connect(self._owner.care_wished)
        dialog.kept.connect(lambda: self._owner.settings_changed.emit(replace(self._state.settings, recovery_kept=True)))
        dialog.open()
        dialog.ask()

    def open_restore(self) -> None:
        """A backup put back, whatever stands in its place."""
        from core.paths import Folders
        from ui.care.desk import newest_backup_file
        from ui.dialogs.restore import RestoreDialog

        newest = newest_backup_file(Folders.for_person(self._state.demo))
        dialog = RestoreDialog(self._owner, newest, is_open=self._state.lock is None and self._state.ledger_problem is None)
        dialog.care.connect(self._owner.care_wished)
        dialog.restored.connect(self._owner.unlock_wished)
        dialog.open()

    def open_lock_record(self) -> None:
        """The question whether a record in the clear is to be locked; then the recovery sheet."""
        from ui.dialogs.lock_record import LockRecord

        dialog = LockRecord(self._owner, keyring=self._content.keyring_words())
        dialog.care.connect(self._owner.care_wished)
        dialog.left_plain.connect(lambda: self._owner.settings_changed.emit(replace(self._state.settings, ledger_plain=True)))
        dialog.open()

    def open_forget_all(self) -> None:
        """The question whether everything is to be forgotten."""
        from ui.dialogs.forget_all import ForgetAll

        dialog = ForgetAll(self._owner)
        dialog.accepted.connect(lambda: self._owner.forget_all_wished.emit(dialog.forgets_settings))
        dialog.open()

    def report(self, account_id: int) -> None:
        """Show the safe report of the page that an account's last check did not understand."""
        from ui.dialogs.report import ReportDialog

        dialog = ReportDialog(self._content, account_id, masked=self._state.settings.masked)
        dialog.wished.connect(self._owner.report_wished)
        dialog.open()
        dialog.ask()

    def teach_account(self, account_id: int) -> None:
        """The page that an account's last check did not understand."""
        view = next((view for view in self._state.accounts if view.account.id == account_id), None)
        if view is not None:
            self.teach(("--portal", view.account.portal), account_id)

    def teach(self, source: tuple[str, ...], account_id: int | None) -> None:
        """Have the person point at the figure of a page that was not understood."""
        from ui.dialogs.teach import TeachDialog

        dialog = TeachDialog(self._content, source, account_id, masked=self._state.settings.masked)
        dialog.wished.connect(self._owner.teach_wished)
        if account_id is not None:
            dialog.taught.connect(self._content.check)
        dialog.open()
        dialog.ask()

    def show_evidence(self, row: int) -> None:
        """Where a figure was found: the card of that row, -1 for the total."""
        from ui.dialogs.evidence import EvidenceDialog

        view = self._state.view
        if view is not None and view.latest is not None:
            EvidenceDialog(self._content, view.latest, masked=self._state.settings.masked, first=row).open()

    def show_portal_outside(self, reason: str, address: str | None) -> None:
        """The portal's window could not be opened: say so, and wait for a file."""
        from ui.dialogs.portal_outside import PortalOutside

        dialog = PortalOutside(self._content, reason, address)
        dialog.to_import.connect(lambda: self._content.show_page("import"))
        dialog.again.connect(self._content.check)
        dialog.open()

    def show_health(self) -> None:
        """How the program is: looked at when it is asked for."""
        from core.health import gather
        from core.paths import Folders
        from ui.dialogs.health import HealthDialog

        HealthDialog(self._content, self._state, gather(Folders.for_person(self._state.demo)), self._owner.clock()).open()
