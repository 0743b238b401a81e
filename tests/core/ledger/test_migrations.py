"""A ledger of every earlier version is brought up to date with all it holds, and its chain covers what was there before."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.ledger import Ledger, schema
from core.ledger.verify import Fault, verify


def make_old(path: Path, version: int) -> None:
    """A ledger as that version of the program would have left it."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    for name in schema.MIGRATIONS[:version]:
        connection.executescript((schema.FOLDER / name).read_text("utf-8"))
    connection.execute(f"PRAGMA user_version = {version}")
    for number in (1, 2):
        connection.execute(
            "INSERT INTO account (id, name, user, portal, vault_key, remember, paused, added_at)"
            " VALUES (?1, 'A' || ?1, 'u', 'p', ?1, 0, 0, '2026-01-01T00:00:00Z')",
            (number,),
        )
        for hour in (10, 20):
            connection.execute(
                "INSERT INTO attempt (account_id, asked_by, started_at) VALUES (?, 'person', ?)",
                (number, f"2026-01-01T{hour}:00:00Z"),
            )
            connection.execute("INSERT INTO attempt_end SELECT max(id), started_at, 'ok', NULL, NULL, NULL, NULL FROM attempt")
            connection.execute(
                "INSERT INTO reading (account_id, attempt_id, portal, source, checked_at, as_of, total, total_is_portals)"
                " SELECT account_id, max(id), 'p', 'portal', started_at, '2025-12-31', ?, 1 FROM attempt",
                (hour,),
            )
            connection.execute("INSERT INTO card (reading_id, position, balance) SELECT max(id), 0, ? FROM reading", (hour,))
    connection.close()


@pytest.mark.parametrize("version", [1, 2])
def test_an_old_ledger_is_brought_up_to_date_with_all_it_holds(tmp_path: Path, version: int) -> None:
    path = tmp_path / "ledger.sqlite3"
    make_old(path, version)
    with Ledger.open(path) as ledger:
        for account in (1, 2):
            history = ledger.history(account)
            assert [(r.balance.total, r.day.isoformat()) for r in history] == [(10, "2026-01-01"), (20, "2026-01-02")]
            assert [len(r.balance.cards) for r in history] == [1, 1]
            assert len(ledger.attempts(account)) == 2
    assert verify(path) == []


@pytest.mark.parametrize("table", ["account", "attempt", "attempt_end", "reading", "card"])
def test_what_was_there_before_the_chain_is_under_it_too(tmp_path: Path, table: str) -> None:
    path = tmp_path / "ledger.sqlite3"
    make_old(path, 1)
    Ledger.open(path).close()
    raw = sqlite3.connect(path, isolation_level=None)
    for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute(f"DELETE FROM {table}")
    raw.close()
    found = {(finding.fault, finding.what) for finding in verify(path)}
    assert ((Fault.CHANGED, "reading") if table == "card" else (Fault.MISSING, table)) in found
