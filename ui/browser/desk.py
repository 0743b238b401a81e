"""The program's side of the portal's window: starts its process, hears what became of it, and outlives whatever happens to it.

Nothing of the browser is imported here, and no figure comes over: what was stored stands in the ledger, which is looked at again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ui.children import child
from ui.children.child import Child

TOTAL_BYTES = 4 * 1024 * 1024  # of lines in the life of one window
CRASHED = "crashed"


@dataclass(frozen=True, slots=True)
class Failed:
    """The portal's window could not be opened, or ended by itself. reason: "no_engine", "root", "no_account" or "crashed"."""

    account_id: int
    reason: str


class BrowserDesk(QObject):
    """One for the program, with one window at most. ledger_changed: what the ledger or the plan says may be another. failed: a Failed.
    changed: `account_id`, whose portal is open, is another."""

    changed = Signal()
    ledger_changed = Signal()
    failed = Signal(object)

    def __init__(self, *, demo: bool, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._demo = demo
        self._program = program or child.command()
        self._child: Child | None = None
        self._reason: str | None = None
        self.account_id: int | None = None

    def open(self, account_id: int) -> None:
        """Open the portal of an account; the window that is open already comes to the front instead."""
        if self._child is not None:
            self._child.say("rise")
            return
        self.account_id, self._reason = account_id, None
        opened = Child(self._program, self, total_bytes=TOTAL_BYTES)
        opened.line.connect(self._line)
        opened.ended.connect(self._ended)
        self._child = opened
        where = ["--account", f"#{account_id}", *(["--demo"] if self._demo else [])]
        opened.start(["browse", *where, "--lines"], None, talking=True)
        self.changed.emit()

    def move_to(self, *, demo: bool) -> None:
        """Leave the data folder for the other one."""
        self.end()
        self._demo = demo

    def end(self) -> None:
        """End the window that is open, without waiting for its person."""
        opened, self._child, self.account_id = self._child, None, None
        if opened is not None:
            child.end_all([opened])
            opened.deleteLater()

    @Slot(str)
    def _line(self, text: str) -> None:
        try:
            data = json.loads(text)
            step, reason = data["browser"], data.get("reason")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return
        if step in ("stored", "imported", "closed"):  # a session that is kept, or no more, changes the plan
            self.ledger_changed.emit()
        elif step == "cannot":
            self._reason = reason if isinstance(reason, str) else CRASHED

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        opened, self._child = self._child, None
        account_id, self.account_id = self.account_id, None
        if opened is not None:
            opened.deleteLater()
        self.changed.emit()
        if code != 0 and account_id is not None:
            self.failed.emit(Failed(account_id, self._reason or CRASHED))
