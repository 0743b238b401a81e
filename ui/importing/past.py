"""Earlier imports: asked for (`import --list`), taken back (`--undo`), brought back (`--redo`); each a child of its own, one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from ui.children.child import Child
from ui.children.worker import CRASHED, MALFORMED
from ui.importing.lines import earlier as read_earlier
from ui.importing.lines import loads, optional, text_of

LIMIT_MS = 60_000
MOST = 200


class Past(QObject):
    """told: a tuple of Earlier, newest first. turned: an undo or redo ended (True: an undo), with the reason code of a failure or None."""

    told = Signal(object)
    turned = Signal(bool, object)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._running: list[Child] = []
        self._left: deque[int] = deque()

    @property
    def running(self) -> list[Child]:
        """What is at work now."""
        return list(self._running)

    def forget(self) -> None:
        """Let go of what was killed."""
        for child in self._running:
            child.deleteLater()
        self._running.clear()
        self._left.clear()

    def look(self, where: list[str]) -> None:
        """Ask for the list."""
        self._ask(["import", "--list", "--json", *where], self._listed)

    def turn(self, numbers: tuple[int, ...], *, undo: bool, where: list[str]) -> bool:
        """Take these imports back, the newest first, or bring them back; False if one is being turned already."""
        if self._left:
            return False
        self._left.extend(sorted(numbers, reverse=undo))
        self._turn_next(undo, where)
        return True

    def _turn_next(self, undo: bool, where: list[str]) -> None:
        option = "--undo" if undo else "--redo"
        self._ask(["import", option, str(self._left[0]), "--json", *where], partial(self._one_turned, undo, where))

    def _one_turned(self, undo: bool, where: list[str], lines: list[str], code: int | None) -> None:
        self._left.popleft()
        problem = None if code == 0 else reason_of(lines)
        if problem is not None or not self._left:
            self._left.clear()
            self.turned.emit(undo, problem)
        else:
            self._turn_next(undo, where)

    def _listed(self, lines: list[str], code: int | None) -> None:
        if code != 0:
            return  # the list stays as it was: nothing is lost by it
        try:
            self.told.emit(tuple(read_earlier(line) for line in lines[:MOST]))
        except ValueError:
            return

    def _ask(self, arguments: list[str], done: Callable[[list[str], int | None], None]) -> None:
        child = Child(self._program, self)
        lines: list[str] = []
        child.line.connect(lines.append)
        child.ended.connect(partial(self._ended, child, lines, done))
        self._running.append(child)
        child.start(arguments, LIMIT_MS)

    def _ended(self, child: Child, lines: list[str], done: Callable[[list[str], int | None], None], code: int | None) -> None:
        if child not in self._running:
            return
        self._running.remove(child)
        child.deleteLater()
        done(lines, code)


def reason_of(lines: list[str]) -> str:
    """The reason code in the last line of a command that failed."""
    try:
        return optional(loads(lines[-1]).get("reason"), text_of) or CRASHED
    except (ValueError, IndexError):
        return MALFORMED if lines else CRASHED
