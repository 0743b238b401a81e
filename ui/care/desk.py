"""Looks after the record with child processes: once after the start the whole chain is verified, once a day a backup is made, and what
the page of a damaged record asks for is done."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.paths import Folders
from ui.children.runs import Runs

VERIFY_AFTER_MS = 30_000  # the window is settled by then, and a first check is through
LIMIT_MS = 300_000  # a copy of a large record to a slow disk
STAMP = slice(len("saldo-jht-"), len("saldo-jht-20261122"))
Answered = Callable[[dict[str, Any] | None], None]
Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class Care:
    """A wish: a deed of `main.py ledger` with its options. `answered` gets its JSON object, None if there was none. secret: for the
    deed's standard input (a passphrase; several secrets are lines). begun: gets what ends the deed early; it is answered None then."""

    arguments: tuple[str, ...]
    answered: Answered
    secret: str = field(default="", repr=False)
    begun: Callable[[Callable[[], None]], None] | None = None


class CareDesk(QObject):
    """`problem` carries a reason code when the verification found something, "" when all is well; `mended` follows a restored record."""

    problem = Signal(str)
    mended = Signal()

    def __init__(
        self, folders: Folders, clock: Clock, *, demo: bool, program: list[str] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._runs = Runs(program, self, keep=1)
        self._later = QTimer(self, singleShot=True, interval=VERIFY_AFTER_MS)
        self._later.timeout.connect(self.verify)
        self._start_on(folders, demo=demo)

    def _start_on(self, folders: Folders, *, demo: bool) -> None:
        self._folders, self._demo = folders, demo
        self._backed_up: dt.date | None = None  # the day that needs no backup any more
        self._verified = False

    def begin(self) -> None:
        """Verify when everything else has settled."""
        self._later.start()

    def move_to(self, folders: Folders, *, demo: bool) -> None:
        """From now on look after the other folder."""
        self.end()
        self._start_on(folders, demo=demo)
        self._later.start()

    def end(self) -> None:
        """Kill what runs: a copy that is not finished never has a backup's name."""
        self._later.stop()
        self._runs.end()

    @Slot()
    def verify(self) -> None:
        """Look at the whole chain."""
        if self._folders.ledger.exists():
            self._run(("verify",), self._verdict)

    def on_tick(self) -> None:
        """Once a day, after the record was verified: a backup. The demo's sample needs none."""
        today = self._clock().astimezone(dt.UTC).date()
        if self._demo or not self._verified or self._backed_up == today or not self._folders.ledger.exists():
            return
        self._backed_up = today
        if newest_backup(self._folders) != today:
            self._run(("backup",), self._backup_made)

    @Slot(object)
    def take(self, wish: Care) -> None:
        """Do what a page wishes."""

        def answered(data: dict[str, Any] | None) -> None:
            wish.answered(data)
            if wish.arguments[0] in ("restore", "rescue") and "--preview" not in wish.arguments and is_good(data):
                self.mended.emit()
                self.verify()
            elif wish.arguments[0] in ("encrypt", "rekey", "decrypt", "verify") and is_good(data):
                self.mended.emit()

        stop = self._run(wish.arguments, answered, wish.secret)
        if wish.begun is not None:
            wish.begun(stop)

    def _verdict(self, data: dict[str, Any] | None) -> None:
        self._verified = is_good(data)
        code = data.get("ledger") if data else None  # a verification that did not come to an end says nothing
        if isinstance(code, str):
            self.problem.emit("" if self._verified else code)

    def _backup_made(self, data: dict[str, Any] | None) -> None:
        """One that failed (a full disk) is tried again tomorrow: nothing depends on it today."""

    def _run(self, deed: tuple[str, ...], answered: Answered, secret: str = "") -> Callable[[], None]:
        typed = f"{secret}\n".encode() if secret else b""
        arguments = ["ledger", *deed, "--json", *(["--demo"] if self._demo else [])]
        return self._runs.start(arguments, LIMIT_MS, typed, partial(_answer, answered))


def newest_backup(folders: Folders) -> dt.date | None:
    """The day of the newest backup in the program's own folder, by its name."""
    try:
        newest = newest_backup_file(folders)
        return dt.datetime.strptime(newest.name[STAMP], "%Y%m%d").replace(tzinfo=dt.UTC).date() if newest is not None else None
    except ValueError:
        return None


def newest_backup_file(folders: Folders) -> Path | None:
    """Its file."""
    try:
        return max((entry for entry in folders.backups.iterdir() if entry.name.endswith(".backup")), key=_name, default=None)
    except OSError:
        return None


def _name(file: Path) -> str:
    return file.name


def is_good(data: dict[str, Any] | None) -> bool:
    """Whether a command of the ledger says that all is well."""
    return data is not None and data.get("ledger") == "ok"


def _answer(answered: Answered, lines: list[str], code: int | None) -> None:
    answered(None if code is None or not lines else _object(lines[-1]))


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
