"""Asks the child process for the amounts of a page and has rules kept or forgotten. The page goes to it over its pipe, never over a disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from ui.children.runs import Runs
from ui.dialogs.teach_lines import MOST, Answer, Rule, read_answer

if TYPE_CHECKING:
    from ui.accounts.accounts import Accounts

LIMIT_MS = 60_000
FAILED = Answer()
GONE = Answer("gone")  # the page is not at hand any more


@dataclass(frozen=True, slots=True)
class Teach:
    """A wish: what `main.py taught` is to do, and who is told. account_id: whose page that was not understood it is about; rule: one to be
    kept again."""

    arguments: tuple[str, ...]
    answered: Callable[[Answer], None]
    account_id: int | None = None
    rule: Rule | None = None


class TeachDesk(QObject):
    """Runs one child for each wish."""

    def __init__(
        self, accounts: Accounts, *, demo: bool, program: list[str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._demo = demo
        self._runs = Runs(program, self, keep=MOST + 1)

    def move_to(self, *, demo: bool) -> None:
        """Leave the data folder for the other one."""
        self.end()
        self._demo = demo

    def end(self) -> None:
        """Kill what runs, telling nobody."""
        self._runs.end()

    @Slot(object)
    def take(self, wish: Teach) -> None:
        """Do what a page or a dialog wishes."""
        told = self._told(wish)
        if told is None:
            wish.answered(GONE)
            return
        arguments = ["taught", *wish.arguments, "--json", *(["--demo"] if self._demo else [])]
        self._runs.start(arguments, LIMIT_MS, told, partial(_answer, wish))

    def _told(self, wish: Teach) -> bytes | None:
        """What the child is told over its pipe; None if the page is not at hand any more."""
        if wish.rule is not None:
            return json.dumps({"rule": wish.rule.wire()}).encode()
        if wish.account_id is None:
            return b""
        page = self._accounts.unread(wish.account_id)
        account = next((view.account for view in self._accounts.views if view.account.id == wish.account_id), None)
        if page is None or account is None:
            return None
        return json.dumps({**page.wire(), "private": [account.name, account.user]}).encode()


def _answer(wish: Teach, lines: list[str], code: int | None) -> None:
    try:
        answer = read_answer(lines) if code is not None else FAILED
    except (ValueError, KeyError):
        answer = FAILED
    wish.answered(answer)
