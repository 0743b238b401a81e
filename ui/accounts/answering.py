"""Checks that a command asked the running window for (`check --via-running`): their lines go to the file in which it waits."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from core import answers
from core.errors import InternalError, Status
from core.models import Trigger
from core.outcome import Outcome, read_line
from core.unread import UnreadPage
from ui.accounts.accounts import Accounts
from ui.accounts.checks import Ended
from ui.state import AccountView


class Answering(QObject):
    """Starts the check, or joins the one that runs, and passes its lines on to everybody who waits for it."""

    def __init__(self, accounts: Accounts, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._accounts = accounts
        self._folder = folder
        self._waiting: dict[int, set[str]] = {}
        self._ended_well: set[int] = set()
        accounts.checks.line.connect(self._line)
        accounts.checks.ended.connect(self._ended)

    def move_to(self, folder: Path) -> None:
        """Another data folder: who waits in the one that is left sees that the window is gone from it."""
        self._folder = folder
        self._waiting.clear()

    @Slot(str, str)
    def ask(self, answer: str, name: str) -> None:
        """A command waits in the file `answer` for a check of the account of that name ("#3" for number 3, "" for the only one)."""
        if not self._accounts.loaded or any(answer in names for names in self._waiting.values()):
            return  # it asks again in a second; or it did so needlessly
        found = self._account(name)
        if isinstance(found, str):
            answers.add(self._folder, answer, json.dumps({"via": found}))
            return
        if not answers.add(self._folder, answer, json.dumps({"via": "taken"})):
            return
        number = found.account.id
        self._waiting.setdefault(number, set()).add(answer)
        self._accounts.check(number, Trigger.COMMAND)

    def _account(self, name: str) -> AccountView | str:
        """The account, or the code of what is wrong with the name."""
        if self._accounts.lock.state is not None:
            return "window_locked"
        views = self._accounts.views
        if name:
            named = [view for view in views if name in (view.account.name, f"#{view.account.id}")]
            return named[0] if len(named) == 1 else "no_such_account"
        if not views:
            return "not_yet"
        return views[0] if len(views) == 1 or self._accounts.demo else "which_account"

    @Slot(int, str)
    def _line(self, number: int, line: str) -> None:
        if number not in self._waiting:
            return
        try:
            found = read_line(line)
        except ValueError:
            return  # nonsense of a child that is about to be killed for it
        if isinstance(found, UnreadPage):
            return  # the person's page goes into no file
        if isinstance(found, Outcome):
            self._ended_well.add(number)
        self._tell(number, line)

    @Slot(object)
    def _ended(self, ended: Ended) -> None:
        number = ended.account_id
        if number in self._waiting and number not in self._ended_well:  # it crashed, was cancelled, or never began
            self._tell(number, self._own_outcome(ended))
        self._ended_well.discard(number)
        self._waiting.pop(number, None)

    def _own_outcome(self, ended: Ended) -> str:
        from core.commands.output import outcome
        from core.words import Words

        said = Words.load().explain(InternalError(ended.outcome.reason))
        now = dt.datetime.now(dt.UTC)
        return json.dumps(outcome(Status.INTERNAL_ERROR, ended.outcome.portal, now, None, None, said))

    def _tell(self, number: int, line: str) -> None:
        for answer in self._waiting[number]:
            answers.add(self._folder, answer, line)
