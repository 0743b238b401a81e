"""A command of `main.py` as a short-lived child process: its lines as they come, its end, and no way to hold this process up.

The child gets a clean environment (names on a list, nothing else), secrets only over stdin, and a time limit. What it writes to
stderr is counted, never kept. Killing it does not wait for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QProcess, QProcessEnvironment, QTimer, Signal, Slot

from ui.lock.key_holder import held

MAIN = Path(__file__).resolve().parents[2] / "main.py"
LINE_BYTES = 256 * 1024  # the longest honest line: an outcome with hundreds of cards
TOTAL_BYTES = 1024 * 1024
GONE_MS = 500  # how long quitting waits for killed children, all together

# What a command needs of the session: where the person's folders, bus and screen are (the keyring asks there), the language.
NAMES = {
    *("PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR"),
    *("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "USERPROFILE", "USERNAME", "APPDATA", "LOCALAPPDATA", "TEMP", "TMP"),
}
BEGINNINGS = ("LC_", "XDG_")


def command() -> list[str]:
    """What starts `main.py`: this interpreter and the file, or the frozen program itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-X", "utf8", str(MAIN)]


def environment(of: Mapping[str, str]) -> dict[str, str]:
    """The part of the environment a child gets."""
    return {name: value for name, value in of.items() if name.upper() in NAMES or name.upper().startswith(BEGINNINGS)}


class Child(QObject):
    """One run of one command.

    line: a whole line of stdout, without its end. ended: exactly once, with the exit code, or None if it did not end by itself
    (killed, crashed, not startable, wrote more than it may, took longer than its time).
    """

    line = Signal(str)
    ended = Signal(object)

    def __init__(self, program: list[str], parent: QObject | None = None, *, total_bytes: int = TOTAL_BYTES) -> None:
        super().__init__(parent)
        self._program = program
        self._total_bytes = total_bytes
        self._process = QProcess(self)
        self._rest = b""
        self._read_bytes = 0
        self._failed = False
        self._over = False
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self.kill)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.readyReadStandardError.connect(self._drop)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._broken)

    def start(self, arguments: list[str], limit_ms: int | None, stdin: bytes = b"", *, talking: bool = False) -> None:
        """Start it; returns at once. `stdin` is written to the child's pipe and closed; while `talking`, `say` can add lines to it, and
        its end (also that of this process) tells the child that nobody is there any more. limit_ms: None for no limit."""
        clean = QProcessEnvironment()
        for name, value in environment(os.environ).items():
            clean.insert(name, value)
        self._process.setProcessEnvironment(clean)
        arguments, stdin = held.hand_over(arguments, stdin)
        if limit_ms is not None:
            self._limit.start(limit_ms)
        self._process.start(self._program[0], [*self._program[1:], *arguments])
        if stdin:
            self._process.write(QByteArray(stdin))
        if not talking:
            self._process.closeWriteChannel()

    def say(self, line: str) -> None:
        """One more line for a child that was started `talking`."""
        if self.running:
            self._process.write(QByteArray(f"{line}\n".encode()))

    def leave(self) -> None:
        """Nothing more is said; the child ends when it likes."""
        self._process.closeWriteChannel()

    @property
    def running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    @Slot()
    def kill(self) -> None:
        """End it now, without waiting; `ended(None)` follows."""
        self._failed = True
        self._process.kill()

    def gone(self, wait_ms: int) -> bool:
        """Whether a killed child is gone, waiting at most that long: only for the end of the program."""
        return not self.running or self._process.waitForFinished(wait_ms)

    @Slot()
    def _read(self) -> None:
        data = self._process.readAllStandardOutput().data()
        self._read_bytes += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        if self._read_bytes > self._total_bytes or any(len(piece) > LINE_BYTES for piece in (*lines, self._rest)):
            self._rest = b""
            self.kill()
        if self._failed:
            return
        for piece in lines:
            try:
                text = piece.decode("utf-8")
            except UnicodeDecodeError:
                self.kill()
                return
            self.line.emit(text)

    @Slot()
    def _drop(self) -> None:
        self._process.readAllStandardError()

    @Slot(int, QProcess.ExitStatus)
    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if self._rest:  # the child was cut off in the middle of a line
            self._failed = True
        self._end(code if status == QProcess.ExitStatus.NormalExit and not self._failed else None)

    @Slot(QProcess.ProcessError)
    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._end(None)

    def _end(self, code: int | None) -> None:
        if self._over:
            return
        self._over = True
        self._limit.stop()
        self.ended.emit(code)


def end_all(children: list[Child]) -> None:
    """Kill what still runs and let the system collect it; at most half a second in all."""
    for child in children:
        child.blockSignals(True)
        child.kill()
    for child in children:
        child.gone(GONE_MS // len(children))
