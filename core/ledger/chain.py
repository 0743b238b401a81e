"""The hash chain over everything that was ever entered: what a link commits to, and how one is tied. docs/ledger.md is its format.

Nothing here knows a secret: the chain shows what somebody without the program's help changed, not who; see docs/ledger.md.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

try:  # the interpreter's own: hashlib would load OpenSSL into the window's process
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:  # an interpreter built without
        from hashlib import sha256 as _sha256

_as_json = json.JSONEncoder(separators=(",", ":"), default=repr).encode  # bytes stand only in a damaged file

BEFORE_THE_FIRST = bytes(32)
NOTHING = bytes(32)  # the digest of a link that tells only that something was forgotten
FORGOTTEN = {"forgotten": "account", "import_forgotten": "import", "hidden_forgotten": "hidden"}  # a link's kind: what is gone

ALL, ONE, MANY = "", "= ?", "IN (SELECT value FROM json_each(?))"

Link = tuple[int, bytes]  # the number and the hash of a link

_OWNER = "JOIN account AS owner ON owner.id = entry.account_id"


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that belong to an entry and are under its link, in the order of their positions."""

    table: str
    key: str
    columns: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its table, which is the kind's name too, its key, what is under its link, and whose salt it takes."""

    columns: str
    owner: str = _OWNER
    account: str = "owner.id"
    key: str = "id"
    part: Part | None = None


KINDS: dict[str, Kind] = {
    "account": Kind("name, user, portal, vault_key, remember, paused, added_at", "JOIN account AS owner ON owner.id = entry.id"),
    "import": Kind(
        "file_name, sha256, kind, imported_at, program_version", "JOIN import AS owner ON owner.id = entry.id", "NULL"
    ),
    "attempt": Kind("account_id, asked_by, started_at"),
    "attempt_end": Kind(
        "finished_at, status, need, reason, portal_words, step",
        "JOIN attempt ON attempt.id = entry.attempt_id LEFT JOIN account AS owner ON owner.id = attempt.account_id",
        key="attempt_id",
    ),
    "statement": Kind(
        "import_id, account_id, kind, kpj, npp, company, year, first_month, first_pension_month, pension_months, opening, growth,"
        " dues, growth_on_dues, taken, closing, closing_on, evidence_label, evidence_path, evidence_excerpt, accepted, doubts",
        part=Part(
            "month",
            "statement_id",
            "position, blth, paid, posted, wage, rapel, employer, worker, pension_employer, pension_worker, off_rate",
        ),
    ),
    "reading": Kind(
        "account_id, attempt_id, import_id, portal, source, checked_at, as_of, total, total_is_portals,"
        " evidence_label, evidence_path, evidence_excerpt",
        part=Part(
            "card",
            "reading_id",
            "position, balance, kpj, company, npp, segment, active, last_contribution, evidence_label, evidence_path, evidence_excerpt",
        ),
    ),
    "wage": Kind("import_id, account_id, kpj, npp, company, from_blth, wage"),
    "hidden": Kind("import_id, hidden, at", "JOIN import AS owner ON owner.id = entry.import_id", "NULL"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it stands in the file now. digest: None if the account (or import) it belongs to is not there."""

    row: int
    account: int | None
    digest: bytes | None


def tie(connection: sqlite3.Connection, kind: str, row: int) -> Link:
    """Tie a link for the entry that was just written, inside the transaction that wrote it; returns its number and hash."""
    entry = next(entries(connection, kind, row))
    if entry.digest is None:
        raise sqlite3.IntegrityError("an entry of nobody")
    return tie_digest(connection, kind, row, entry.account, entry.digest)


def note(connection: sqlite3.Connection, kind: str, row: int, account: int | None) -> Link:
    """Tie a link that says that something was forgotten; `kind` is one of FORGOTTEN."""
    return tie_digest(connection, kind, row, account, NOTHING)


def adopt(connection: sqlite3.Connection) -> None:
    """Tie links for all that was there before there was a chain, kind by kind, in the order of their numbers."""
    hash_, number = BEFORE_THE_FIRST, 0
    for kind in KINDS:
        links = []
        for entry in entries(connection, kind):
            if entry.digest is None:
                raise sqlite3.DatabaseError("an entry of nobody")
            number += 1
            hash_ = link_hash(hash_, number, kind, entry.row, entry.account, entry.digest)
            links.append((number, kind, entry.row, entry.account, entry.digest, hash_))
        connection.executemany("INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?)", links)


def head(connection: sqlite3.Connection) -> Link:
    """The number and the hash of the last link; 0 and BEFORE_THE_FIRST if there is none."""
    last = connection.execute("SELECT number, hash FROM chain ORDER BY number DESC LIMIT 1").fetchone()
    return (last[0], last[1]) if last else (0, BEFORE_THE_FIRST)


def link_hash(before: bytes, number: int, kind: str, row: int, account: int | None, digest: bytes) -> bytes:
    """The hash of a link: it commits to all links before it."""
    whose = "" if account is None else account
    return sha256(before + digest + f"{number}|{kind}|{row}|{whose}".encode())


def holds(connection: sqlite3.Connection, kind: str, rows: Sequence[int]) -> bool:
    """Whether these entries say what was entered: each has its link, and the link's digest."""
    wanted = json.dumps(list(rows))
    told = dict(
        connection.execute(
            "SELECT row, digest FROM chain WHERE kind = ? AND row IN (SELECT value FROM json_each(?))", (kind, wanted)
        )
    )
    now = {entry.row: entry.digest for entry in _entries(connection, kind, MANY, (wanted,))}
    return now.keys() == told.keys() >= set(rows) and all(told[row] == digest for row, digest in now.items())


def entries(connection: sqlite3.Connection, kind: str, row: int | None = None) -> Iterator[Entry]:
    """The entries of a kind by number, or the one of that number, each with the digest of its present content."""
    return _entries(connection, kind, ALL, ()) if row is None else _entries(connection, kind, ONE, (row,))


def _entries(connection: sqlite3.Connection, kind: str, which: str, bound: tuple[int | str, ...]) -> Iterator[Entry]:
    of_heads, of_parts = _queries(kind, which)
    heads = connection.execute(of_heads, bound)
    parts = _parts(connection.execute(of_parts, bound)) if of_parts else iter(())
    waiting = next(parts, None)
    for number, account, salt, *content in heads:
        told = [content]
        while waiting is not None and waiting[0] < number:  # rows of an entry that is not there: verify names them
            waiting = next(parts, None)
        if waiting is not None and waiting[0] == number:
            told.extend(waiting[1])
            waiting = next(parts, None)
        yield Entry(number, account, None if salt is None else sha256(salt + canonical(told)))


def tie_digest(connection: sqlite3.Connection, kind: str, row: int, account: int | None, digest: bytes) -> Link:
    """Tie a link for a digest that is known."""
    number, before = head(connection)
    hash_ = link_hash(before, number + 1, kind, row, account, digest)
    connection.execute("INSERT INTO chain VALUES (?, ?, ?, ?, ?, ?)", (number + 1, kind, row, account, digest, hash_))
    return number + 1, hash_


def _parts(found: Iterable[Sequence[Any]]) -> Iterator[tuple[int, list[list[object]]]]:
    """The parts of each entry, by its number."""
    for number, rows in groupby(found, key=itemgetter(0)):
        yield number, [list(row[1:]) for row in rows]


@cache
def _queries(kind: str, which: str) -> tuple[str, str]:
    """The question for a kind's entries and the one for their parts (empty without parts): ALL, ONE or MANY of them."""
    shape, part = KINDS[kind], KINDS[kind].part
    columns = ", ".join(f"entry.{name.strip()}" for name in shape.columns.split(","))
    heads = (
        f"SELECT entry.{shape.key}, {shape.account}, owner.salt, {columns} FROM {kind} AS entry LEFT {shape.owner}"  # noqa: S608
        + (f" WHERE entry.{shape.key} {which}" if which else "")
        + f" ORDER BY entry.{shape.key}"
    )
    if part is None:
        return heads, ""
    parts = f"SELECT {part.key}, {part.columns} FROM {part.table}" + (f" WHERE {part.key} {which}" if which else "")  # noqa: S608
    return heads, f"{parts} ORDER BY {part.key}, position"


def canonical(told: list[list[object]]) -> bytes:
    """The bytes a digest is taken of: the entry's columns and those of its parts, as JSON in ASCII without spaces."""
    return _as_json(told).encode("ascii")


def sha256(body: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    digest: bytes = _sha256(body).digest()
    return digest
