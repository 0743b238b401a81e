"""Commands of the program that are run for somebody, each told when it is done; all of them can be ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from core.models import Secrets
from ui.children.child import end_all
from ui.children.worker import Command

Done = Callable[[dict[str, str] | None, int | None], None]  # as `Command.done` says it


class Commands:
    """Children of `owner`."""

    def __init__(self, program: list[str], owner: QObject) -> None:
        self._program = program
        self._owner = owner
        self._started: list[Command] = []

    def start(self, arguments: list[str], done: Done, secrets: Secrets | None = None) -> None:
        """Start `main.py ARGUMENTS`; `done` is called once, unless `end` comes first."""
        started = Command(self._program, self._owner)
        self._started.append(started)
        started.done.connect(partial(self._done, started, done))
        started.start(arguments, secrets)

    def end(self) -> None:
        """Kill what runs, telling nobody."""
        end_all([started.child for started in self._started])
        for started in self._started:
            started.blockSignals(True)
            started.deleteLater()
        self._started.clear()

    def _done(self, ended: Command, done: Done, texts: dict[str, str] | None, code: int | None) -> None:
        self._started.remove(ended)
        ended.deleteLater()
        done(texts, code)
