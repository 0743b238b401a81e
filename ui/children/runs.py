"""Runs of the command whose answer is looked at when it is whole: as many at once as there are wishes, each told once or killed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ui.children import child
from ui.children.child import TOTAL_BYTES, Child

Ended = Callable[[list[str], int | None], None]  # its lines, and its exit code as `Child.ended` has it


class Runs(QObject):
    """keep: how many lines of each run are kept, the last ones. One more than a reader takes lets it refuse what is too long."""

    def __init__(self, program: list[str] | None, parent: QObject, *, keep: int, total_bytes: int = TOTAL_BYTES) -> None:
        super().__init__(parent)
        self._program = program or child.command()
        self._keep, self._total_bytes = keep, total_bytes
        self._runs: list[_Run] = []

    def start(self, arguments: list[str], limit_ms: int, stdin: bytes, ended: Ended) -> Callable[[], None]:
        """Start `main.py ARGUMENTS`; returns at once, with what ends this run now. `ended` is called once, unless `end` comes first."""
        run = _Run(self._program, self._total_bytes, self._keep, ended, self)
        run.over.connect(self._over)
        self._runs.append(run)
        run.child.start(arguments, limit_ms, stdin)
        return run.child.kill

    def end(self) -> None:
        """Kill what runs, telling nobody. They are freed with this: PySide's heap does not stand that they are deleted later, and this
        now."""
        runs, self._runs = self._runs, []
        if runs:
            child.end_all([run.child for run in runs])

    @Slot(object, object)
    def _over(self, run: _Run, code: int | None) -> None:
        """One of them has ended."""
        if run in self._runs:
            self._runs.remove(run)
            run.told(list(run.lines), code)
        run.deleteLater()


class _Run(QObject):
    """One of them. over: itself, and its exit code."""

    over = Signal(object, object)

    def __init__(self, program: list[str], total_bytes: int, keep: int, told: Ended, runs: Runs) -> None:
        super().__init__(runs)
        self.told = told
        self.lines: deque[str] = deque(maxlen=keep)
        self.child = Child(program, self, total_bytes=total_bytes)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)

    @Slot(str)
    def _line(self, text: str) -> None:
        self.lines.append(text)

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        self.over.emit(self, code)
