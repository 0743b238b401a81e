"""One run of `main.py import ... --json` as a child: its lines one a turn, so that the window answers between them, and one end."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from ui.children.child import Child
from ui.children.worker import CANCELLED, CRASHED, MALFORMED
from ui.importing.lines import Broken, ReadingFile, Storing, Told, read_line
from ui.turns import next_turn

BEGIN_MS = 60_000
FILE_MS = 25_000  # the command gives a file 20 s; this is the end in any case
TOTAL_BYTES = 8 * 1024 * 1024  # a hundred files with ten years of months


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ended: `problem` is None if all lines came, else a reason code; `message` the command's own sentence about it."""

    problem: str | None = None
    message: str | None = None


class Run(QObject):
    """reading: a ReadingFile. told: a Told for each of `numbers`, in their order. storing: it has begun to store. ended: an Ending, once,
    after everything that was told. What was told before a problem is for the receiver to throw away."""

    reading = Signal(object)
    told = Signal(object)
    storing = Signal()
    ended = Signal(object)

    def __init__(self, program: list[str], numbers: tuple[int, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.child = Child(program, self, total_bytes=TOTAL_BYTES)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)
        self._numbers = deque(numbers)
        self._lines: deque[str] = deque()
        self._code: int | None = None
        self._over = False
        self._problem: str | None = None
        self._message: str | None = None

    def start(self, arguments: list[str], stdin: bytes = b"") -> None:
        """Start `main.py ARGUMENTS`; a password goes over stdin and is not kept here. What was cancelled before ends at once."""
        if self._problem is not None:
            self._finish()
            return
        self.child.start(arguments, BEGIN_MS + FILE_MS * len(self._numbers), stdin)

    def cancel(self) -> None:
        """Kill the child at once; `ended` follows."""
        self._problem = self._problem or CANCELLED
        self._lines.clear()
        self.child.kill()

    @Slot(str)
    def _line(self, text: str) -> None:
        if self._problem is None:
            self._lines.append(text)
            if len(self._lines) == 1:
                next_turn(self, self._take)

    @Slot(object)
    def _ended(self, code: int | None) -> None:
        self._code, self._over = code, True
        if not self._lines:
            self._finish()

    def _take(self) -> None:
        """One line; the next in the next turn."""
        if not self._lines:  # cancelled meanwhile
            if self._over:
                self._finish()
            return
        try:
            said = read_line(self._lines[0], self._numbers[0] if self._numbers else 0)
        except ValueError:
            self._fail(MALFORMED)
        else:
            self._say(said)
        if self._lines:
            self._lines.popleft()
        if self._lines:
            next_turn(self, self._take)
        elif self._over:
            self._finish()

    def _say(self, said: ReadingFile | Storing | Broken | Told) -> None:
        if isinstance(said, Told):
            if not self._numbers:  # more answers than files
                self._fail(MALFORMED)
                return
            self._numbers.popleft()
            self.told.emit(said)
        elif isinstance(said, Broken):
            self._problem, self._message = said.reason or CRASHED, said.message
        elif isinstance(said, ReadingFile):
            self.reading.emit(said)
        else:
            self.storing.emit()

    def _fail(self, problem: str) -> None:
        self._problem = problem
        self._lines.clear()
        self.child.kill()

    def _finish(self) -> None:
        problem = self._problem
        if problem is None and (self._code is None or self._numbers):
            problem = CRASHED
        self.ended.emit(Ending(problem, self._message))
