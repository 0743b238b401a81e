"""A whole, verified copy of a ledger under a new name: there at once and entirely, or not at all."""

from __future__ import annotations

import os
import time
from contextlib import closing, suppress
from pathlib import Path

from core.ledger import cipher, file
from core.ledger.cipher import Form
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, LedgerProblem, translated
from core.ledger.recode import recode
from core.ledger.scrub import flush_folder, scrub
from core.ledger.verify import Fault, examine

PART = ".part"
LEFT_AFTER_S = 3_600  # a passing file that old is nobody's any more


def copy(source: Path, target: Path, key: Key | None = None) -> None:
    """Copy the ledger at `source` (others may go on writing to it) to `target`, replacing what is there: through a file beside it,
    verified, on the disk, then renamed. Raises LedgerProblem; `target` is then as it was."""
    part = make_part(source, target, key)
    try:
        with translated(target):
            part.replace(target)
            flush_folder(target.parent)
    except BaseException:
        remove(part)
        raise


def make_part(source: Path, target: Path, key: Key | None = None, source_key: Key | None = None) -> Path:
    """The verified copy beside `target`, on the disk, still under its passing name: encrypted with the key if there is one, plain
    if not. source_key: of a source that is under another one. Raises LedgerProblem; nothing is left then."""
    part = target.with_name(f"{target.name}.{os.getpid()}{PART}")
    remove(part)
    try:
        with translated(source):
            present = None if cipher.form(source) is Form.PLAIN else source_key or key
        if present == key:
            with closing(file.look(source, key)) as there, closing(file.blank(part, key)) as here, translated(part):
                there.backup(here)
                here.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        else:
            file.look(source, present).close()  # a wrong key, or a foreign file, is told here
            recode(source, present, part, key)
        must_be_whole(part, key)
        with translated(part):
            flush(part)
    except BaseException:
        remove(part)
        raise
    return part


def must_be_whole(path: Path, key: Key | None = None) -> None:
    """Raise LedgerProblem unless SQLite finds the file whole (else BROKEN) and verify finds nothing (else CHANGED)."""
    report = examine(path, key=key)
    if any(finding.fault is Fault.DAMAGED for finding in report.findings):
        raise LedgerProblem(BROKEN)
    if report.findings:
        raise LedgerProblem(CHANGED)


def remove(path: Path) -> None:
    """Remove a passing file with what SQLite may have left beside it."""
    for ending in file.SIDE_FILES:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def sweep(folder: Path, beginning: str) -> None:
    """Remove the passing files whose names begin so and that a killed process left: they hold what the ledger holds, some of it in the
    clear."""
    with suppress(OSError, LedgerProblem):
        for entry in list(folder.iterdir()):
            if entry.name.startswith(beginning) and PART in entry.name and time.time() - entry.stat().st_mtime > LEFT_AFTER_S:
                scrub(entry)


def flush(path: Path) -> None:
    """Have a file's content on the disk."""
    number = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(number)
    finally:
        os.close(number)
