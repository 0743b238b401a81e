"""Has safe reports made and written by child processes. The page goes to them over their pipe; only what was looked at is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.children.runs import Runs
from ui.dialogs.report_lines import MOST_LINES

if TYPE_CHECKING:
    from ui.accounts.accounts import Accounts

LIMIT_MS = 60_000
MOST_TOTAL_BYTES = 8 * 1024 * 1024  # four thousand places of both sides


@dataclass(frozen=True, slots=True)
class Report:
    """A wish: the report of the page of an account that was not understood (`account_id`), of a saved page (`file`), or writing the one
    that was looked at (`packed`, to `path`). `answered` gets the lines of the child; None if it failed."""

    answered: Callable[[list[str] | None], None]
    account_id: int | None = None
    file: str | None = None
    packed: str = field(default="", repr=False)
    path: str = ""


class ReportDesk(QObject):
    """Runs one child for each wish."""

    def __init__(self, accounts: Accounts, *, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._runs = Runs(program, self, keep=MOST_LINES + 1, total_bytes=MOST_TOTAL_BYTES)

    def end(self) -> None:
        """Kill what runs, telling nobody."""
        self._runs.end()

    @Slot(object)
    def take(self, wish: Report) -> None:
        """Do what a dialog wishes."""
        arguments = ["report", "--json"]
        if wish.path:
            arguments += ["--out", wish.path, "--force"]  # the person was asked by the dialog that chose the place
            told: dict[str, object] = {"report": wish.packed}
        elif wish.file is not None:
            arguments += ["--file", wish.file]
            told = {}
        else:
            page = self._accounts.unread(wish.account_id) if wish.account_id is not None else None
            if page is None:
                wish.answered(None)
                return
            told = page.wire()
        self._runs.start(arguments, LIMIT_MS, json.dumps(told).encode(), partial(_answer, wish))


def _answer(wish: Report, lines: list[str], code: int | None) -> None:
    wish.answered(lines if code == 0 else None)
