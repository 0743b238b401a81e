"""The one door to reading files: a path, bytes or a text goes in, a `FileRead` comes out, whatever was in it.

The work is done by a helper process that is ended when it takes too long; several files share one helper while it behaves.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import queue
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

from core.statements.confined import EXIT_TOO_LARGE, LONGEST_ANSWER, answer_of, request
from core.statements.limits import Limits, Unreadable
from core.statements.open_file import MESSAGE
from core.statements.statement import FileRead, FileStatus
from core.statements.wire import Malformed

COMMAND: Final = "read-files"
_MAIN: Final = Path(__file__).resolve().parents[2] / "main.py"
_NO_WINDOW: Final = 0x08000000  # Windows: a helper without a console
_END_S: Final = 5.0


def read_file(
    source: Path | str | bytes, *, password: str | None = None, today: dt.date | None = None, limits: Limits | None = None
) -> FileRead:
    """What one file says. `source`: its path (or a folder that holds one saved page), or its bytes. Never raises for what is in it."""
    with Reader(limits) as reader:
        return reader.read(source, password=password, today=today)


def read_text(text: str, *, today: dt.date | None = None, limits: Limits | None = None) -> FileRead:
    """What a pasted message says."""
    with Reader(limits) as reader:
        return reader.read_text(text, today=today)


class Reader:
    """Reads files one after the other. taught: the rules for pages (`core.statements.confined.request`).

    A context manager; its helper process ends with it. For one thread at a time, except `cancel`."""

    def __init__(self, limits: Limits | None = None, taught: str = "") -> None:
        self._taught = taught
        self._limits = limits or Limits()
        self._helper: _Helper | None = None
        self._cancelled = False

    def __enter__(self) -> Reader:
        self._helper = _Helper()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def cancel(self) -> None:
        """End the file that is being read, from any thread: its `read` answers "cancelled"."""
        self._cancelled = True
        if self._helper is not None:
            self._helper.kill()

    def read(self, source: Path | str | bytes, *, password: str | None = None, today: dt.date | None = None) -> FileRead:
        """What one file says; see `read_file`."""
        if isinstance(source, bytes):
            return self._ask(source, "", password, today)
        path = Path(source)
        try:
            data, place = _bytes_of(path, self._limits)
            read = self._ask(data, place.name, password, today)
            if read.reason == "no_statement" and (frame := _frame_of(place, data)) is not None:
                data, place = _bytes_of(frame, self._limits)
                read = self._ask(data, place.name, password, today)
            return read
        except Unreadable as problem:
            return FileRead(FileStatus.UNREADABLE_FILE, reason=problem.reason)

    def read_text(self, text: str, *, today: dt.date | None = None) -> FileRead:
        """What a pasted message says. A text that looks like a table or a page is still read as a message."""
        return self._ask(text.encode("utf-8", "replace"), MESSAGE, None, today)

    def _ask(self, data: bytes, name: str, password: str | None, today: dt.date | None) -> FileRead:
        digest = hashlib.sha256(data).hexdigest()
        if len(data) > self._limits.file_bytes:
            return FileRead(FileStatus.UNREADABLE_FILE, reason="too_large", file_sha256=digest)
        today = today or dt.datetime.now(dt.UTC).astimezone().date()
        if self._helper is not None and not self._helper.alive:
            self._end()
        reason = "cancelled"
        if not self._cancelled:
            self._helper = self._helper or _Helper()
            answer = self._helper.ask(
                request(data, name, password, today, self._limits, self._taught) + data, self._limits.seconds
            )
            if isinstance(answer, FileRead):
                return answer
            reason = answer
        self._end()
        return FileRead(FileStatus.UNREADABLE_FILE, reason="cancelled" if self._cancelled else reason, file_sha256=digest)

    def _end(self) -> None:
        if self._helper is not None:
            self._helper.end()
            self._helper = None


def _frame_of(path: Path, data: bytes) -> Path | None:
    """The page in the frame of a saved page, where there is one beside it."""
    if b"frame" not in data.lower():
        return None
    from core.statements.web import page_in_frame

    try:
        return page_in_frame(path, data)
    except OSError:
        return None


def _bytes_of(path: Path, limits: Limits) -> tuple[bytes, Path]:
    """A file's bytes and place; of a folder, those of its one page. Raises Unreadable."""
    try:
        if path.is_dir():
            from core.statements.web import page_in_folder

            path = page_in_folder(path)
        if not path.is_file():
            raise Unreadable("not_found" if not path.exists() else "not_a_statement_file")
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError:
        raise Unreadable("not_openable") from None
    if len(data) > limits.file_bytes:
        raise Unreadable("too_large")
    return data, path


class _Helper:
    """The helper process, and the pipe to it."""

    def __init__(self) -> None:
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-X", "utf8", str(_MAIN)]
        flags = _NO_WINDOW if sys.platform == "win32" else 0
        self._process = subprocess.Popen(
            [*program, COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=flags
        )
        self._fresh = True

    @property
    def alive(self) -> bool:
        return self._fresh and self._process.poll() is None

    def ask(self, message: bytes, seconds: float) -> FileRead | str:
        """The helper's answer, or the reason why there is none: too_slow, too_large, crashed."""
        answers: queue.Queue[bytes] = queue.Queue()
        talk = threading.Thread(target=self._talk, args=(message, answers), name="file-helper", daemon=True)
        talk.start()
        try:
            line = answers.get(timeout=seconds)
        except queue.Empty:
            self.kill()
            talk.join(_END_S)
            return "too_slow"
        talk.join(_END_S)
        try:
            read, self._fresh = answer_of(line)
        except Malformed:
            self.kill()
            code = self._process.wait(_END_S)
            return "too_large" if code == EXIT_TOO_LARGE else "crashed"
        if not self._fresh:
            self.end()
        return read

    def _talk(self, message: bytes, answers: queue.Queue[bytes]) -> None:
        stdin, stdout = self._process.stdin, self._process.stdout
        try:
            if stdin is None or stdout is None:
                raise OSError
            stdin.write(message)
            stdin.flush()
            answers.put(stdout.readline(LONGEST_ANSWER))
        except (OSError, ValueError):
            answers.put(b"")

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> None:
        """End it, politely first: it leaves when its stdin closes."""
        self._fresh = False
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
        try:
            self._process.wait(1.0)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(_END_S)
