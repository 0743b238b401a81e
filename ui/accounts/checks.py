"""The checks that run now: one at a time an account, each a child process, each begun once and ended once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.models import Secrets, Step, Trigger
from core.outcome import Outcome
from ui.children.child import end_all
from ui.children.worker import Worker
from ui.turns import next_turn


@dataclass(frozen=True, slots=True)
class Ended:
    """How a check ended."""

    account_id: int
    started_at: dt.datetime
    outcome: Outcome


class Checks(QObject):
    """Starts, follows and cancels checks. changed: a step, or the set of running checks. line: an account's number and a line of its
    child, as it came. ended: an Ended, once a check."""

    changed = Signal()
    line = Signal(int, str)
    ended = Signal(object)

    def __init__(self, clock: Callable[[], dt.datetime], program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._program = program
        self._workers: dict[int, Worker] = {}
        self._steps: dict[int, Step | None] = {}

    @property
    def running(self) -> dict[int, Step | None]:
        """The accounts being checked now, and how far each has come."""
        return dict(self._steps)

    def start(
        self,
        account_id: int,
        trigger: Trigger,
        *,
        where: list[str],
        secrets: Secrets | None = None,
        remember: bool = False,
        hidden: bool = False,
    ) -> bool:
        """Check an account, unless it is being checked already. `where` says which ledger and portal (the demo's or the person's).

        The secrets go to the child and are kept nowhere here; `remember` asks the child to put them into the keyring once the portal
        has accepted them. hidden: a look through the portal's kept session (docs/browser.md), which signs in nowhere.
        """
        if account_id in self._workers:
            return False
        worker = Worker(self._program, self)
        worker.step.connect(partial(self._step, account_id))
        worker.child.line.connect(partial(self.line.emit, account_id))
        worker.done.connect(partial(self._done, account_id, self._clock().replace(microsecond=0)))
        self._workers[account_id] = worker
        self._steps[account_id] = None
        next_turn(self, self.changed.emit)  # a turn of its own: starting the child may take some milliseconds
        if hidden:
            worker.look([*where, "--account", f"#{account_id}", "--trigger", trigger.value])
            return True
        typed = ["--secrets-stdin", *(["--remember"] if remember else [])] if secrets is not None else []
        asked_by = [] if trigger is Trigger.COMMAND else ["--trigger", trigger.value]
        worker.start([*where, "--account", f"#{account_id}", "--offer-page", *asked_by, *typed], secrets)
        return True

    def cancel(self, account_id: int) -> None:
        """Kill the check of an account, if it runs."""
        if account_id in self._workers:
            self._workers[account_id].cancel()

    def end(self) -> None:
        """Kill every check without telling anyone: their ledger is left."""
        end_all([worker.child for worker in self._workers.values()])
        for worker in self._workers.values():
            worker.deleteLater()
        self._workers.clear()
        self._steps.clear()

    def _step(self, account_id: int, step: Step) -> None:
        self._steps[account_id] = step
        self.changed.emit()

    def _done(self, account_id: int, started_at: dt.datetime, outcome: Outcome) -> None:
        self._workers.pop(account_id).deleteLater()
        del self._steps[account_id]
        self.ended.emit(Ended(account_id, started_at, outcome))
