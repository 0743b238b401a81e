"""The log: one private file of a bounded size, codes only. What slips in by mistake is masked before it reaches the disk."""

from __future__ import annotations

import logging
import os
import re
import time
import traceback
from contextlib import suppress
from pathlib import Path

NAME = "saldo"
MOST_BYTES = 256 * 1024
MASK = "***"
SHORTEST_SECRET = 4  # masking shorter ones would tear holes into every line
# Six digits are a PIN, more are a KPJ, NIK or phone number; an amount has no place in the log either.
_DIGITS = re.compile(r"\d(?:[ .\-]?\d){5,}", re.ASCII)
_EMAIL = re.compile(r"[^\s@<>\"']{1,64}@[^\s@<>\"']{1,255}")


class LogFile(logging.Handler):
    """Appends to one file (0600), keeps one older file beside it, and never raises: a full disk costs lines, not a check.

    Lines of our own logger ("saldo...") are written masked. Of any other library only its name and level are: its texts may
    hold addresses and form data.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(logging.INFO)
        self._path = path
        self._secrets: list[str] = []

    def hide(self, *texts: str | None) -> None:
        """From now on mask these texts wherever they appear."""
        self._secrets += [text for text in texts if text and len(text) >= SHORTEST_SECRET]

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError):
            self._append(self._line(record).encode("utf-8", "backslashreplace"))

    def masked(self, text: str) -> str:
        """The text without known secrets, e-mail addresses and long numbers."""
        for secret in self._secrets:
            text = text.replace(secret, MASK)
        return _DIGITS.sub(MASK, _EMAIL.sub(MASK, text))

    def _line(self, record: logging.LogRecord) -> str:
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        ours = record.name == NAME or record.name.startswith(NAME + ".")
        said = [record.getMessage()] if ours else []
        if record.exc_info and record.exc_info[1] is not None:
            said.append(place_of(record.exc_info[1]))
        return f"{stamp} {record.process} {record.levelname} {record.name} {self.masked(' '.join(said).replace(chr(10), ' '))}\n"

    def _append(self, line: bytes) -> None:
        with suppress(FileNotFoundError):
            if self._path.stat().st_size + len(line) > MOST_BYTES:
                self._path.replace(self._path.with_name(self._path.name + ".1"))
        handle = os.open(self._path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
        try:
            os.write(handle, line)
        finally:
            os.close(handle)


def start(path: Path) -> LogFile:
    """Send the log of this process to that file; its folder must be there. Returns the file, to tell it what to hide."""
    file = LogFile(path)
    logging.getLogger().addHandler(file)
    logging.getLogger(NAME).setLevel(logging.INFO)
    logging.getLogger("urllib3").setLevel(logging.WARNING)
    return file


def quiet() -> None:
    """No log at all (nothing is stored), and nothing of any library on stderr either."""
    logging.getLogger().addHandler(logging.NullHandler())
    logging.getLogger("urllib3").setLevel(logging.WARNING)


def place_of(error: BaseException) -> str:
    """What kind of error and where it came up: "ValueError at flow.py:93". Never its message, never a value."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"
