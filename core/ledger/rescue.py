"""From a damaged ledger: the last good backup, and every later entry that can still be read and proved to be as it was entered.

An entry is proved by its link in the damaged file: its content has the digest that the link holds, and the link the hash that its
own content gives. What cannot be read, or is not as it was entered, stays in the file that was set aside, and is counted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from core.ledger import backup, chain, cipher, copies, file, head, schema
from core.ledger.backup import Backup, KeyFor
from core.ledger.key import Key
from core.ledger.problems import KEY_MISSING, KEY_WRONG, NO_CIPHER, LedgerProblem, translated

NOTHING_SAVED = "ledger_nothing_saved"


def not_read(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What a row that cannot be read raises, and others."""
    return cipher.errors("DatabaseError", UnicodeDecodeError, OverflowError, *others)


Rows = list[tuple[str, list[str], list[tuple[object, ...]]]]  # of an entry: table, columns, rows


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was saved. aside: the damaged file's new name. reread: entries taken from it; lost: entries its chain speaks of that could
    not be proved. backup: None if there was no good one and all comes from the damaged file."""

    aside: Path | None
    backup: Backup | None
    reread: int
    lost: int


@dataclass(frozen=True, slots=True)
class _Link:
    """A link of the damaged file that holds."""

    kind: str
    row: int
    account: int | None
    digest: bytes


def rescue(path: Path, folder: Path, now: dt.datetime, key: Key | None = None, key_for: KeyFor | None = None) -> Rescued:
    """Put a sound ledger in the place of a damaged one: the last good backup from that folder (an empty ledger if there is none),
    and after it all entries of the damaged file that can be proved. The damaged file is set aside. key_for: see `last_good`. Raises
    LedgerProblem."""
    good = backup.last_good(folder, key, key_for)
    part = path.with_name(f"{path.name}.rescued{copies.PART}")
    copies.remove(part)
    try:
        if good is not None:
            copies.make_part(good.path, part, key, key_for(good.path) if key_for else key).replace(part)
        with closing(file.connect(part, key)) as here, translated(part):  # which brings an older backup up to date
            reread, lost = _reread(path, here, key, sure=good is not None)
            if good is None and not reread:
                raise LedgerProblem(NOTHING_SAVED)  # an empty record in its place would be no rescue
            here.execute("PRAGMA journal_mode = DELETE")
        copies.must_be_whole(part, key)
        with translated(part):
            copies.flush(part)
        return Rescued(backup.put_in_place(part, path, now, key), good, reread, lost)
    finally:
        copies.remove(part)


def _reread(path: Path, here: file.Connection, key: Key | None, *, sure: bool) -> tuple[int, int]:
    """Add what can be proved; returns how many entries were added and how many could not be."""
    remembered = head.read(path)
    most = remembered.count if remembered else 0
    try:
        there = file.look(path, key)
    except LedgerProblem as problem:  # not even its first page can be read
        if problem.code in (KEY_MISSING, NO_CIPHER) or (problem.code == KEY_WRONG and not sure):
            raise  # it may be whole: without a backup under this key nobody can say that the key is right
        return 0, max(0, most - chain.head(here)[0])
    with closing(there):
        if _version(there) < schema.CHAINED_FROM:
            return 0, 0
        here.execute("BEGIN IMMEDIATE")
        shared, gone = _shared(there, here), _gone(there)
        reread = lost = 0
        for link in _links(there, shared, most):
            if link is not None and _add(there, here, link, gone):
                reread += 1
            else:
                lost += 1
        here.execute("COMMIT")
    return reread, lost


def _version(there: file.Connection) -> int:
    try:
        return schema.refuse_foreign(there)
    except not_read(LedgerProblem):
        return 0


def _shared(there: file.Connection, here: file.Connection) -> int:
    """The last link both have, looked for from the end: a damaged page must not end the search."""
    question = "SELECT hash FROM chain WHERE number = ?"
    for number in range(chain.head(here)[0], 0, -1):
        with suppress(*not_read()):
            if there.execute(question, (number,)).fetchone() == here.execute(question, (number,)).fetchone():
                return number
    return 0


def _gone(there: file.Connection) -> set[tuple[str, int]]:
    """What the damaged file's chain says was forgotten."""
    found: set[tuple[str, int]] = set()
    for kind, table in chain.FORGOTTEN.items():
        with suppress(*not_read()):
            found.update((table, row) for (row,) in there.execute("SELECT row FROM chain WHERE kind = ?", (kind,)))
    return found


def _links(there: file.Connection, after: int, most: int) -> Iterator[_Link | None]:
    """The links after that one, in their order; None for one that cannot be read or does not hold. most: how many are remembered."""
    last = most
    with suppress(*not_read()):
        last = max(last, chain.head(there)[0])
    for number in range(after + 1, last + 1):
        try:
            yield _link(there, number)
        except not_read():
            yield None


def _link(there: file.Connection, number: int) -> _Link | None:
    found = there.execute("SELECT kind, row, account, digest, hash FROM chain WHERE number = ?", (number,)).fetchone()
    if found is None:
        return None
    *told, hash_ = found
    before: bytes | None = chain.BEFORE_THE_FIRST
    if number > 1:
        with suppress(*not_read()):
            row = there.execute("SELECT hash FROM chain WHERE number = ?", (number - 1,)).fetchone()
            before = row[0] if row else None
    if before is None or chain.link_hash(before, number, *told) != hash_:
        return None
    return _Link(*told)


def _add(there: file.Connection, here: file.Connection, link: _Link, gone: set[tuple[str, int]]) -> bool:
    """Add one entry under its own number; False if it cannot be read, is not what was entered, or belongs to what was not saved."""
    if link.kind in chain.FORGOTTEN:
        here.execute(f"DELETE FROM {chain.FORGOTTEN[link.kind]} WHERE id = ?", (link.row,))  # noqa: S608 - names of this package
        chain.note(here, link.kind, link.row, link.account)
        return True
    if (link.kind, link.row) in gone or ("account", link.account) in gone:
        chain.tie_digest(here, link.kind, link.row, link.account, link.digest)  # its content is nowhere, and need not be
        return True
    try:
        rows = _proved(there, here, link)
    except not_read():
        return False
    if rows is None:
        return False
    here.execute("SAVEPOINT entry")
    try:
        for table, columns, values in rows:
            _insert(here, table, columns, values)
        chain.tie(here, link.kind, link.row)
    except cipher.errors("IntegrityError"):  # it hangs on something that could not be saved
        here.execute("ROLLBACK TO entry")
        return False
    finally:
        here.execute("RELEASE entry")
    return True


def _proved(there: file.Connection, here: file.Connection, link: _Link) -> Rows | None:
    """The rows of an entry, if they are what was entered."""
    if link.kind not in chain.KINDS:
        return None
    digest = link.digest
    if link.kind == "account":  # an account's last link tells of its present state
        last = "SELECT digest FROM chain WHERE kind = 'account' AND row = ? ORDER BY number DESC LIMIT 1"
        digest = there.execute(last, (link.row,)).fetchone()[0]
    if [entry.digest for entry in chain.entries(there, link.kind, link.row)] != [digest]:
        return None
    shape = chain.KINDS[link.kind]
    tables = [(link.kind, shape.key)] + ([(shape.part.table, shape.part.key)] if shape.part else [])
    found: Rows = []
    for table, key in tables:
        columns = [told[0] for told in here.execute("SELECT name FROM pragma_table_info(?)", (table,))]
        query = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?"  # noqa: S608 - names of this package
        found.append((table, columns, there.execute(query, (link.row,)).fetchall()))
    return found


def _insert(here: file.Connection, table: str, columns: list[str], values: list[tuple[object, ...]]) -> None:
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - names of this package, values bound
    if table == "account":  # the backup may hold it as it was then
        sets = ", ".join(f"{name} = excluded.{name}" for name in columns if name != "id")
        statement += f" ON CONFLICT (id) DO UPDATE SET {sets}"
    here.executemany(statement, values)
