"""The bridge between the window and the work: each job is a command of `main.py` in a child process.

`Worker` is one check: steps as they go, one Outcome at the end, whatever the child does. `Command` is any other command
(`vault ... --json`, `demo-data`), which answers with one JSON object at most.
"""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import EXIT_CODES, Status
from core.models import Secrets, Step
from core.outcome import NotKept, Outcome, Refusal, read_line
from core.unread import UnreadPage
from ui.children.child import Child

CHECK_LIMIT_MS = 120_000  # a check is bounded by itself (15 requests, 5 s / 15 s each); this is the end in any case
COMMAND_LIMIT_MS = 30_000
CRASHED = "worker_crashed"
MALFORMED = "worker_malformed"
CANCELLED = "cancelled"


class Worker(QObject):
    """One check. step: a Step as it begins. done: exactly one Outcome, also when the child crashes or writes nonsense."""

    step = Signal(object)
    done = Signal(object)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.child = Child(program, self)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)
        self._outcome: Outcome | None = None
        self._refusal = Refusal(None, None)
        self._not_kept: str | None = None
        self._page: UnreadPage | None = None
        self._problem: str | None = None

    def start(self, arguments: list[str], secrets: Secrets | None = None) -> None:
        """Start `main.py check ARGUMENTS --json`; secrets go over stdin, a line each, and are not kept here."""
        stdin = b"" if secrets is None else _lines_of(secrets)
        self.child.start(["check", *arguments, "--json"], CHECK_LIMIT_MS, stdin)

    def look(self, arguments: list[str]) -> None:
        """Start `main.py browse --hidden ARGUMENTS --json`, which answers as a check does."""
        self.child.start(["browse", "--hidden", *arguments, "--json"], CHECK_LIMIT_MS)

    def cancel(self) -> None:
        """Kill the child at once; `done` follows with the reason "cancelled"."""
        self._problem = CANCELLED
        self.child.kill()

    @Slot(str)
    def _line(self, text: str) -> None:
        if self._problem is not None:
            return
        try:
            found = read_line(text)
        except ValueError:
            found = None
        if found is None or self._outcome is not None:  # nonsense, or a line after the last one
            self._problem = MALFORMED
            self.child.kill()
        elif isinstance(found, Outcome):
            self._outcome = found
        elif isinstance(found, Refusal):
            self._refusal = found
        elif isinstance(found, NotKept):
            self._not_kept = found.reason
        elif isinstance(found, UnreadPage):
            self._page = found
        else:
            self._tell(found)

    def _tell(self, step: Step) -> None:
        self.step.emit(step)

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        outcome = self._outcome
        if self._problem is None and (outcome is None or code is None):
            self._problem = CRASHED
        elif self._problem is None and outcome is not None and code != EXIT_CODES[outcome.status]:
            self._problem = MALFORMED
        if self._problem is not None or outcome is None:
            self.done.emit(Outcome(status=Status.INTERNAL_ERROR, reason=self._problem))
            return
        refusal = self._refusal
        said = replace(outcome, reason=refusal.reason, portal_words=refusal.portal_words, not_kept=self._not_kept)
        self.done.emit(replace(said, page=self._page) if outcome.status is Status.PAGE_NOT_UNDERSTOOD else said)


class Command(QObject):
    """Any other command. done: the texts of its last line, a JSON object (or None), and its exit code (None: failed)."""

    done = Signal(object, object)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.child = Child(program, self)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)
        self._last = ""

    def start(self, arguments: list[str], secrets: Secrets | None = None) -> None:
        """Start `main.py ARGUMENTS`; secrets go over stdin, a line each, and are not kept here."""
        self.begin(arguments, b"" if secrets is None else _lines_of(secrets))

    def begin(self, arguments: list[str], stdin: bytes) -> None:
        """Start `main.py ARGUMENTS` with this on its standard input."""
        self.child.start(arguments, COMMAND_LIMIT_MS, stdin)

    @Slot(str)
    def _line(self, text: str) -> None:
        self._last = text

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        self.done.emit(_texts(self._last), code)


def _lines_of(secrets: Secrets) -> bytes:
    return "".join(f"{secret}\n" for secret in (secrets.login, secrets.pin) if secret is not None).encode("utf-8")


def _texts(line: str) -> dict[str, str] | None:
    """The texts of a flat JSON object; what is not a text is left out."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    return {key: value for key, value in found.items() if isinstance(value, str)}
