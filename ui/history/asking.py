"""Asks the child process for the history, a point's details, why a balance changed, and the career; hands values on."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ui.children.child import Child
from ui.history.data import BadLine, History

MOST_BYTES = 128 * 1024 * 1024  # a million points
LIMIT_MS = 120_000
UNREADABLE = "worker_malformed"
CRASHED = "worker_crashed"


class Question(QObject):
    """One run of `main.py history-view`. answered: the History (for "points") or the one object; failed: a reason code."""

    answered = Signal(object)
    failed = Signal(str)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.child = Child(program, self, total_bytes=MOST_BYTES)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)
        self._history = History()
        self._object: dict[str, Any] | None = None
        self._points = False
        self._whole = False
        self._problem: str | None = None

    def ask(self, what: str, account_id: int, *, demo: bool, **named: int) -> None:
        """Ask for "points", "reading" (id), "why" (from_, to) or "career"."""
        self._points = what == "points"
        arguments = ["history-view", what, "--account", f"#{account_id}"]
        for name, value in named.items():
            arguments += [f"--{name.rstrip('_')}", str(value)]
        self.child.start([*arguments, *(["--demo"] if demo else [])], LIMIT_MS)

    def end(self) -> None:
        """Kill it; nobody is told anything any more."""
        self.blockSignals(True)
        self.child.kill()

    @Slot(str)
    def _line(self, text: str) -> None:
        if self._problem is not None:
            return
        try:
            data = json.loads(text)
            if data.get("end") is True:
                self._whole = True
            elif "problem" in data:
                self._problem = str(data["problem"])
            elif self._points:
                self._history.add(data)
            else:
                self._object = data
        except (ValueError, RecursionError, AttributeError, BadLine):
            self._problem = UNREADABLE
            self.child.kill()

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        if self._problem is None and (code != 0 or not self._whole):
            self._problem = CRASHED
        if self._problem is not None:
            self.failed.emit(self._problem)
        else:
            self.answered.emit(self._history if self._points else self._object)
