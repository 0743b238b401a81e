"""Every desk of the program: what takes the person's wishes of one kind, for the data folder that is shown, by child processes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from core.paths import Folders
from ui.accounts.accounts import Accounts, Clock
from ui.browser.desk import BrowserDesk
from ui.care.desk import CareDesk
from ui.importing.desk import ImportDesk
from ui.later import Desk, Later
from ui.window.main_window import MainWindow


class Desks(QObject):
    """found: what the verification of the record found, as a reason code; it stands instead of the figures until the record is mended.

    `changed`: there is something else to show. `ledger_changed`: a child of a desk has written into the record."""

    changed = Signal()
    ledger_changed = Signal()

    def __init__(self, accounts: Accounts, folders: Folders, clock: Clock, program: list[str] | None, parent: QObject) -> None:
        super().__init__(parent)
        demo = accounts.demo
        self._accounts = accounts
        self._program = program
        self.found = ""
        self.imports = ImportDesk(demo=demo, program=program, parent=self)
        self.browser = BrowserDesk(demo=demo, program=program, parent=self)
        self.care = CareDesk(folders, clock, demo=demo, program=program, parent=self)
        self.histories = Later(self._history_desk, self, demo=demo)
        self.teaching = Later(self._teach_desk, self, demo=demo)
        self.reports = Later(self._report_desk, self, demo=demo)
        self.imports.changed.connect(self.changed)
        self.imports.ledger_changed.connect(self.ledger_changed)
        self.browser.ledger_changed.connect(self.ledger_changed)
        self.care.mended.connect(self.ledger_changed)
        self.care.problem.connect(self._verified)

    def serve(self, window: MainWindow) -> None:
        """Take the wishes of a window."""
        window.import_wished.connect(self.imports.wish)
        window.portal_wished.connect(self.browser.open)
        window.care_wished.connect(self.care.take)
        window.history_wished.connect(self.histories.take)
        window.teach_wished.connect(self.teaching.take)
        window.report_wished.connect(self.reports.take)

    def put_down(self) -> None:
        """What they hold of the record, and what they started, goes; only the care of the record goes on."""
        demo = self._accounts.demo
        for desk in (self.imports, self.browser, self.histories, self.teaching):
            desk.move_to(demo=demo)
        self.reports.end()

    def move_to(self, folders: Folders, *, demo: bool) -> None:
        """From now on serve the other folder: whatever runs is killed."""
        self.found = ""
        for desk in (self.imports, self.browser, self.histories, self.teaching):
            desk.move_to(demo=demo)
        self.reports.end()
        self.care.move_to(folders, demo=demo)

    def end(self) -> None:
        """Kill what runs."""
        for desk in (self.imports, self.browser, self.care, self.histories, self.teaching, self.reports):
            desk.end()

    @Slot(str)
    def _verified(self, found: str) -> None:
        if found != self.found and self._accounts.lock.state is None:  # a key that is not held is no damage
            self.found = found
            self.changed.emit()

    def _history_desk(self, demo: bool) -> Desk:
        from ui.history.desk import HistoryDesk

        return HistoryDesk(demo=demo, program=self._program, parent=self)

    def _teach_desk(self, demo: bool) -> Desk:
        from ui.dialogs.teach_desk import TeachDesk

        return TeachDesk(self._accounts, demo=demo, program=self._program, parent=self)

    def _report_desk(self, _demo: bool) -> Desk:
        from ui.dialogs.report_desk import ReportDesk

        return ReportDesk(self._accounts, program=self._program, parent=self)
