"""Has safe reports made and written by child processes. The page goes to them over their pipe; only what was looked at is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui import child
from ui.child import Child
from ui.dialogs.report_lines import MOST_LINES

if TYPE_CHECKING:
    from ui.accounts import Accounts

LIMIT_MS = 60_000
MOST_TOTAL_BYTES = 8 * 1024 * 1024  # four thousand places of both sides


@dataclass(frozen=True, slots=True)
class Report:
    """A wish: the report of the page of an account that was not understood (`account_id`), or writing the one that was looked at
    (`packed`, to `path`). `answered` gets the lines of the child; None if it failed."""

    answered: Callable[[list[str] | None], None]
    account_id: int | None = None
    packed: str = field(default="", repr=False)
    path: str = ""


class ReportDesk(QObject):
    """Runs one child for each wish."""

    def __init__(self, accounts: Accounts, *, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._program = program or child.command()
        self._runs: list[_Run] = []

    def end(self) -> None:
        """Kill what runs, telling nobody."""
        runs, self._runs = self._runs, []
        if runs:
            child.end_all([run.child for run in runs])
        for run in runs:
            run.deleteLater()

    @Slot(object)
    def take(self, wish: Report) -> None:
        """Do what a dialog wishes."""
        arguments = ["report", "--json"]
        if wish.path:
            arguments += ["--out", wish.path, "--force"]  # the person was asked by the dialog that chose the place
            told: dict[str, object] = {"report": wish.packed}
        else:
            page = self._accounts.unread(wish.account_id) if wish.account_id is not None else None
            if page is None:
                wish.answered(None)
                return
            told = page.wire()
        run = _Run(self._program, wish, self._done, self)
        self._runs.append(run)
        run.child.start(arguments, LIMIT_MS, json.dumps(told).encode())

    def _done(self, run: _Run, lines: list[str] | None) -> None:
        if run in self._runs:
            self._runs.remove(run)
            run.wish.answered(lines)
        run.deleteLater()


class _Run(QObject):
    """One run of the command."""

    def __init__(self, program: list[str], wish: Report, done: Callable[[_Run, list[str] | None], None], parent: QObject) -> None:
        super().__init__(parent)
        self.wish = wish
        self._told = done
        self._lines: list[str] = []
        self.child = Child(program, self, total_bytes=MOST_TOTAL_BYTES)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)

    @Slot(str)
    def _line(self, text: str) -> None:
        if len(self._lines) <= MOST_LINES:
            self._lines.append(text)

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        self._told(self, self._lines if code == 0 else None)
