"""Does the ledger still say what was entered: the chain, every entry under it, the guards, and the remembered end."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from core.ledger import chain, cipher, file, head, schema
from core.ledger.key import Key
from core.ledger.problems import translated
from core.ledger.quick import older_than_looked_at

LINK = "chain"


class Fault(StrEnum):
    """What is wrong with an entry."""

    CHANGED = "changed"  # it does not say any more what was entered
    MISSING = "missing"  # it was entered and is gone
    ADDED = "added"  # it was not entered by the program
    SWAPPED = "swapped"  # it says what was entered under another number
    ROLLED_BACK = "rolled_back"  # the file is older than what is remembered of it
    REWRITTEN = "rewritten"  # the file does not go on from what is remembered of it
    DAMAGED = "damaged"  # SQLite finds its pages or indexes damaged: entries may not be found where they are looked for
    UNGUARDED = "unguarded"  # a trigger that keeps entries from being changed is not as it was


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong. `what`: the kind of entry, a part's table, "chain" for a link itself, or a trigger's name.
    `row`: its number (for a link, the link's). `link`: the number of the link that tells what was entered, where there is one."""

    fault: Fault
    what: str
    row: int = 0
    link: int | None = None

    @property
    def about_the_end(self) -> bool:
        """Whether only the remembered end speaks against the file: it is older than, or another than, what is remembered."""
        return self.fault in (Fault.ROLLED_BACK, Fault.REWRITTEN)


@dataclass(frozen=True, slots=True)
class Report:
    """What verify found. links: how many were looked at; head: the chain's end; chained: False for a file from before the chain."""

    findings: tuple[Finding, ...]
    links: int
    head: head.Head
    chained: bool = True


@dataclass(slots=True)
class _Links:
    """The links that were looked at, by what they are about."""

    of: defaultdict[str, dict[int, tuple[int, int | None, bytes]]] = field(default_factory=lambda: defaultdict(dict))
    gone: set[tuple[str, int]] = field(default_factory=set)
    count: int = 0

    def is_gone(self, kind: str, row: int, account: int | None) -> bool:
        return (kind, row) in self.gone or ("account", account) in self.gone


def verify(path: Path, last: int | None = None, key: Key | None = None) -> list[Finding]:
    """All that is wrong with the ledger at `path`, nothing if it is as it was written; with `last`, only the newest links and
    their entries are looked at. Writes nothing. Raises LedgerProblem if it cannot be read at all."""
    return list(examine(path, last, key).findings)


def examine(path: Path, last: int | None = None, key: Key | None = None) -> Report:
    """As `verify`, with what was looked at."""
    remembered = head.read(path)  # before the file: another process may be entering something
    connection = file.look(path, key)
    try:
        with translated(path):
            connection.execute("BEGIN")
            return _examine(connection, remembered, last)
    finally:
        connection.close()


def _examine(connection: sqlite3.Connection, remembered: head.Head | None, last: int | None) -> Report:
    if schema.refuse_foreign(connection) < schema.CHAINED_FROM:
        emptied = [Finding(Fault.MISSING, "file")] if remembered is not None and remembered.count else []
        return Report((*_damage(connection), *emptied), 0, head.Head(*_NO_HEAD), chained=False)
    end = head.Head(*chain.head(connection))
    links = _Links()
    findings = list(_chain_findings(connection, links, max(0, end.count - last) if last is not None else 0))
    for kind in chain.KINDS:
        findings.extend(_entry_findings(connection, kind, links, whole=last is None))
    if last is None:
        findings.extend(_stray_parts(connection))
        findings.extend(_damage(connection))
    else:
        known = {(one.what, one.row) for one in findings}
        older = [Finding(Fault(fault), what, row) for fault, what, row in older_than_looked_at(connection)]
        findings.extend(one for one in older if (one.what, one.row) not in known)
    findings.extend(_guard_findings(connection))
    findings.extend(_head_findings(connection, end, remembered))
    return Report(tuple(findings), links.count, end)


_NO_HEAD = (0, chain.BEFORE_THE_FIRST)


def _chain_findings(connection: sqlite3.Connection, links: _Links, after: int) -> Iterator[Finding]:
    """The chain itself, from the link after that number on; what its links are about is gathered in `links`."""
    before, previous = chain.BEFORE_THE_FIRST, after
    if after:
        found = connection.execute("SELECT hash FROM chain WHERE number = ?", (after,)).fetchone()
        before = found[0] if found else b""
    rows = connection.execute(
        "SELECT number, kind, row, account, digest, hash FROM chain WHERE number > ? ORDER BY number", (after,)
    )
    for number, kind, row, account, digest, hash_ in rows:
        links.count += 1
        if number != previous + 1:
            yield Finding(Fault.MISSING, LINK, previous + 1)
        if chain.link_hash(before, number, kind, row, account, digest) != hash_:
            yield Finding(Fault.CHANGED, LINK, number)
        before, previous = hash_, number
        if kind in chain.FORGOTTEN:
            links.gone.add((chain.FORGOTTEN[kind], row))
        elif kind in chain.KINDS:
            if row in links.of[kind] and kind != "account":
                yield Finding(Fault.ADDED, LINK, number)
            links.of[kind][row] = (number, account, digest)


def _entry_findings(connection: sqlite3.Connection, kind: str, links: _Links, *, whole: bool) -> Iterator[Finding]:
    """The entries of a kind against their links: all of them, or those whose links were looked at."""
    expected = dict(links.of[kind])
    present = _present(connection, kind, None if whole else list(expected))
    wrong: list[tuple[chain.Entry, int, bytes]] = []
    for entry in present:
        told = expected.pop(entry.row, None)
        if told is None or links.is_gone(kind, entry.row, told[1]):
            yield Finding(Fault.ADDED, kind, entry.row)
        elif entry.digest != told[2]:
            wrong.append((entry, told[0], told[2]))
    theirs = {digest for _, _, digest in wrong}
    for entry, number, _ in wrong:
        yield Finding(Fault.SWAPPED if entry.digest in theirs else Fault.CHANGED, kind, entry.row, number)
    for row, (number, account, _) in expected.items():
        if not links.is_gone(kind, row, account):
            yield Finding(Fault.MISSING, kind, row, number)


def _present(connection: sqlite3.Connection, kind: str, rows: list[int] | None) -> list[chain.Entry]:
    """The entries of a kind as they stand. Words that are no words any more are read as the bytes they are."""
    try:
        return _read(connection, kind, rows)
    except cipher.errors("OperationalError", UnicodeDecodeError) as error:
        if getattr(error, "sqlite_errorcode", None) is not None:
            raise
        usual, connection.text_factory = connection.text_factory, lambda body: body.decode("utf-8", "surrogateescape")
        try:
            return _read(connection, kind, rows)
        finally:
            connection.text_factory = usual


def _read(connection: sqlite3.Connection, kind: str, rows: list[int] | None) -> list[chain.Entry]:
    if rows is None:
        return list(chain.entries(connection, kind))
    return [entry for row in rows for entry in chain.entries(connection, kind, row)]


def _stray_parts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Cards and months of entries that are not there."""
    for kind, shape in chain.KINDS.items():
        part = shape.part
        if part is not None:
            stray = f"SELECT DISTINCT {part.key} FROM {part.table} WHERE {part.key} NOT IN (SELECT id FROM {kind})"  # noqa: S608
            for (row,) in connection.execute(stray):
                yield Finding(Fault.ADDED, part.table, row)


def _damage(connection: sqlite3.Connection) -> Iterator[Finding]:
    if not is_whole(connection):
        yield Finding(Fault.DAMAGED, "file")


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds no damage in its pages and indexes."""
    return [row[0] for row in connection.execute("PRAGMA integrity_check(1)")] == ["ok"]


def _guard_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The triggers that keep entries from being changed, against those of a new ledger."""
    query = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        schema.migrate(fresh, schema.refuse_foreign(connection))
        wanted = dict(fresh.execute(query))
    finally:
        fresh.close()
    there = dict(connection.execute(query))
    for name in sorted(wanted.keys() | there.keys()):
        if wanted.get(name) != there.get(name):
            yield Finding(Fault.UNGUARDED, name)


def _head_findings(connection: sqlite3.Connection, end: head.Head, remembered: head.Head | None) -> Iterator[Finding]:
    if remembered is None:
        return
    if remembered.count > end.count:
        yield Finding(Fault.ROLLED_BACK, LINK, end.count)
    elif not head.is_before(connection, remembered):
        yield Finding(Fault.REWRITTEN, LINK, remembered.count)
