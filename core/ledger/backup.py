"""Backups: dated, verified copies of the ledger in a folder of the person's choice, kept by their age, and put back with care."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.ledger import aside, chain, copies, file, head, schema
from core.ledger.kept import kept
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, LedgerProblem, translated
from core.ledger.scrub import flush_folder
from core.ledger.verify import examine
from core.paths import make_private_folder

BEGINNING, ENDING = "saldo-jht-", ".backup"
_NAME = re.compile(rf"{BEGINNING}(\d{{8}}T\d{{6}}Z){re.escape(ENDING)}", re.ASCII)
_STAMP = "%Y%m%dT%H%M%SZ"
_DAY = (  # as core.models.Reading.day tells it
    "CASE WHEN source IN ('portal', 'browser') THEN date(checked_at, '+7 hours')"
    " ELSE min(ifnull(as_of, '9999'), date(checked_at, '+7 hours')) END"
)
KeyFor = Callable[[Path], Key | None]  # the key a file takes. Raises LedgerProblem


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file and when it was made (aware UTC, from its name)."""

    path: Path
    made_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger holds. links: how long its chain is; first_day and last_day: of its readings."""

    accounts: tuple[str, ...]
    readings: int
    imports: int
    links: int
    first_day: dt.date | None
    last_day: dt.date | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would do. present: what the ledger holds now, None if it cannot be read (or there is none).

    lost: how many entries of each kind the present ledger has that the backup has not; None if that cannot be told.
    """

    backup: Held
    present: Held | None
    lost: dict[str, int] | None


def make(path: Path, folder: Path, now: dt.datetime, key: Key | None = None) -> Backup:
    """Back the ledger up into that folder and remove the backups that are too old. A ledger in which something was changed is not
    backed up (LedgerProblem CHANGED): its copies would push out the good ones. Raises LedgerProblem."""
    if examine(path, last=0, key=key).findings:  # an older copy in its place; the whole chain is looked at in the copy
        raise LedgerProblem(CHANGED)
    made_at = now.astimezone(dt.UTC).replace(microsecond=0)
    target = folder / f"{BEGINNING}{made_at.strftime(_STAMP)}{ENDING}"
    with translated(folder):
        if not folder.exists():  # a folder of the person's own choice keeps its mode
            make_private_folder(folder)
    copies.copy(path, target, key)
    prune(folder)
    copies.sweep(folder, BEGINNING)
    copies.sweep(path.parent, path.name)
    return Backup(target, made_at)


def found(folder: Path) -> list[Backup]:
    """The backups in a folder, newest first. Raises LedgerProblem if it cannot be read."""
    if not folder.exists():
        return []
    with translated(folder):
        named = [(entry, match) for entry in folder.iterdir() if (match := _NAME.fullmatch(entry.name))]
    backups = [Backup(entry, dt.datetime.strptime(match[1], _STAMP).replace(tzinfo=dt.UTC)) for entry, match in named]
    return sorted(backups, key=lambda backup: backup.made_at, reverse=True)


def prune(folder: Path) -> list[Backup]:
    """Remove the backups that are too old to keep (see `kept`); returns those removed."""
    backups = found(folder)
    keep = kept(backup.made_at for backup in backups)
    removed = [backup for backup in backups if backup.made_at not in keep]
    for backup in removed:
        copies.remove(backup.path)
    return removed


def last_good(folder: Path, key: Key | None = None, key_for: KeyFor | None = None, *, tell: bool = False) -> Backup | None:
    """The newest backup that is whole and verified, None if there is none. key_for: tells which key a backup takes, where they may be
    under several. Raises LedgerProblem if the folder cannot be read; with `tell` also where none is found good, and one of them may be:
    its key is not at hand."""
    unread: LedgerProblem | None = None
    for backup in found(folder):
        try:
            copies.must_be_whole(backup.path, key_for(backup.path) if key_for else key)
        except LedgerProblem as problem:
            if problem.code not in (BROKEN, CHANGED):
                unread = unread or problem
        else:
            return backup
    if tell and unread is not None:
        raise unread
    return None


def preview(path: Path, backup: Path, key: Key | None = None, backup_key: Key | None = None) -> Preview:
    """What restoring that backup over the ledger at `path` would bring and lose. backup_key: if it is another than the ledger's. Raises
    LedgerProblem if the backup is not good."""
    backup_key = backup_key or key
    copies.must_be_whole(backup, backup_key)
    held = hold(backup, backup_key)
    try:
        present = hold(path, key)
        return Preview(held, present, _lost(path, backup, key, backup_key))
    except LedgerProblem:
        return Preview(held, None, None)


def hold(path: Path, key: Key | None = None) -> Held:
    """What the ledger at `path` holds. Raises LedgerProblem."""
    with closing(file.look(path, key)) as connection, translated(path):
        connection.execute("BEGIN")
        version = schema.refuse_foreign(connection)
        names = tuple(row[0] for row in connection.execute("SELECT name FROM account ORDER BY id"))
        ((readings, first, last),) = connection.execute(
            f"SELECT count(*), min({_DAY}), max({_DAY}) FROM reading"  # noqa: S608 - a constant
        ).fetchall()
        ((imports,),) = connection.execute("SELECT count(*) FROM import").fetchall() if version >= 2 else ((0,),)
        links = chain.head(connection)[0] if version >= schema.CHAINED_FROM else 0
    return Held(names, readings, imports, links, _day(first), _day(last))


def restore(path: Path, backup: Path, now: dt.datetime, key: Key | None = None, backup_key: Key | None = None) -> Path | None:
    """Put a backup in the ledger's place, under the ledger's key (backup_key: the backup's, if it is another). The present file is set
    aside first, whole, with a dated name (returned; None if there was none). Whoever has the old file open can write to it no more.
    Raises LedgerProblem; the ledger is then as it was."""
    with translated(path):
        make_private_folder(path.parent)
    part = copies.make_part(backup, path, key, backup_key)
    try:
        return put_in_place(part, path, now, key)
    except BaseException:
        copies.remove(part)
        raise


def put_in_place(
    part: Path, path: Path, now: dt.datetime, key: Key | None = None, *, held: file.Connection | None = None
) -> Path | None:
    """Rename a finished copy to the ledger's name, the present file kept under a dated one; and remember its end. held: see
    `aside.replace`."""
    with closing(file.look(part, key)) as connection, translated(part):
        chained = schema.refuse_foreign(connection) >= schema.CHAINED_FROM
        end = head.Head(*chain.head(connection)) if chained else None
    kept_as = aside.replace(part, path, now, key, held=held)  # which takes the old file's head away first
    flush_folder(path.parent)
    if end is not None:
        head.write(path, end)
    return kept_as


def _lost(path: Path, backup: Path, key: Key | None, backup_key: Key | None) -> dict[str, int] | None:
    """The entries after the last link the two chains share, by kind; None if one of them has no chain."""
    with closing(file.look(path, key)) as present, closing(file.look(backup, backup_key)) as copy, translated(path):
        if min(schema.refuse_foreign(present), schema.refuse_foreign(copy)) < schema.CHAINED_FROM:
            return None
        shared = shared_links(present, copy)
        kinds = [row[0] for row in present.execute("SELECT kind FROM chain WHERE number > ?", (shared,))]
    return dict(Counter(kinds))


def shared_links(one: file.Connection, other: file.Connection) -> int:
    """How many links two chains have in common: found by halving, since each hash commits to all before it."""
    low, high = 0, min(chain.head(one)[0], chain.head(other)[0])
    question = "SELECT hash FROM chain WHERE number = ?"
    while low < high:
        middle = (low + high + 1) // 2
        if one.execute(question, (middle,)).fetchone() == other.execute(question, (middle,)).fetchone():
            low = middle
        else:
            high = middle - 1
    return low


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
