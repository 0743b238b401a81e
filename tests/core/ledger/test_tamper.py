"""Whatever is changed, removed, exchanged or put back behind the program's back in a ledger of 1,000 entries is found and named."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.ledger import Ledger, LedgerProblem, head
from core.ledger.problems import BROKEN, CHANGED
from core.ledger.verify import Fault, Finding, examine, verify
from tests.ledger import sample
from tests.ledger.tamper import Tampered

TABLES = ["account", "attempt", "attempt_end", "reading", "card", "import", "statement", "month", "wage", "hidden", "chain"]
ROWS_TRIED = 5


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tamper") / "ledger.sqlite3"
    assert sample.make(path) >= sample.ENTRIES
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "ledger.sqlite3"
    shutil.copy(original, copy)
    shutil.copy(head.place(original), head.place(copy))
    return copy


@pytest.fixture
def tampered(path: Path) -> Iterator[Tampered]:
    opened = Tampered(path)
    yield opened
    opened.close()


def test_nothing_is_found_where_nothing_was_done(original: Path) -> None:
    report = examine(original)
    assert report.findings == ()
    assert report.links >= sample.ENTRIES
    assert head.read(original) == report.head


def test_every_table_of_the_file_is_under_the_chain(tampered: Tampered) -> None:
    assert sorted(tampered.tables) == sorted(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_a_row_that_is_changed_is_found(tampered: Tampered, table: str) -> None:
    dice = random.Random(table)
    _, keys = tampered.keys(table)
    for column in tampered.columns(table):
        done = 0
        for key in dice.sample(keys, min(len(keys), ROWS_TRIED)):
            with tampered.undone():
                if tampered.change(table, key, column, dice):
                    done += 1
                    assert tampered.findings() != [], (table, key, column)
            if done:
                break
        assert done, column
    assert tampered.findings() == []


@pytest.mark.parametrize("table", TABLES)
def test_every_row_that_is_removed_is_found(tampered: Tampered, table: str) -> None:
    _, keys = tampered.keys(table)
    for key in random.Random(table).sample(keys, min(len(keys), ROWS_TRIED)):
        with tampered.undone():
            tampered.remove(table, key)
            assert tampered.findings() != [], (table, key)


@pytest.mark.parametrize("table", TABLES)
def test_two_rows_that_are_exchanged_are_found(tampered: Tampered, table: str) -> None:
    _, keys = tampered.keys(table)
    dice = random.Random(table)
    done = 0
    for _ in range(ROWS_TRIED):
        one, other = dice.sample(keys, 2)
        with tampered.undone():
            if table != "account" and tampered.swap(table, one, other):  # two people's names are unique
                done += 1
                assert tampered.findings() != [], (table, one, other)
    assert done or table == "account"


def test_a_row_that_was_put_in_is_found(path: Path, tampered: Tampered) -> None:
    tampered.connection.execute(
        "INSERT INTO reading (account_id, portal, source, checked_at, total, total_is_portals)"
        " VALUES (1, 'p', 'portal', '2026-01-01T00:00:00Z', 1, 0)"
    )
    number = tampered.connection.execute("SELECT max(id) FROM reading").fetchone()[0]
    assert tampered.findings() == [Finding(Fault.ADDED, "reading", number)]


@pytest.mark.parametrize("table", ["card", "month"])
def test_a_part_of_an_entry_that_never_was_is_found(tampered: Tampered, table: str) -> None:
    shape = {
        "card": "(reading_id, position, balance) VALUES (99999, 0, 1)",
        "month": "(statement_id, position, blth, off_rate) VALUES (99999, 0, '2026-01', 0)",
    }
    tampered.connection.execute(f"INSERT INTO {table} {shape[table]}")
    assert tampered.findings() == [Finding(Fault.ADDED, table, 99999)]


def test_the_names_of_the_findings_are_right(tampered: Tampered) -> None:
    def link_of(kind: str, row: int) -> int:
        return int(
            tampered.connection.execute("SELECT max(number) FROM chain WHERE kind = ? AND row = ?", (kind, row)).fetchone()[0]
        )

    with tampered.undone():
        tampered.connection.execute("UPDATE card SET balance = balance + 1 WHERE reading_id = 5 AND position = 0")
        assert tampered.findings() == [Finding(Fault.CHANGED, "reading", 5, link_of("reading", 5))]
    with tampered.undone():
        tampered.connection.execute("DELETE FROM attempt_end WHERE attempt_id = 9")
        assert tampered.findings() == [Finding(Fault.MISSING, "attempt_end", 9, link_of("attempt_end", 9))]
    with tampered.undone():
        tampered.swap("attempt", (1,), (3,))
        assert tampered.findings() == [
            Finding(Fault.SWAPPED, "attempt", 1, link_of("attempt", 1)),
            Finding(Fault.SWAPPED, "attempt", 3, link_of("attempt", 3)),
        ]
    with tampered.undone():
        tampered.connection.execute("UPDATE account SET paused = 1 - paused WHERE id = 2")
        assert tampered.findings() == [Finding(Fault.CHANGED, "account", 2, link_of("account", 2))]
    with tampered.undone():
        tampered.connection.execute("DELETE FROM chain WHERE number = 10")
        assert Finding(Fault.MISSING, "chain", 10) in tampered.findings()
    with tampered.undone():  # no account and account 0 are not the same
        tampered.connection.execute("UPDATE chain SET account = 0 WHERE kind = 'import'")
        links = tampered.connection.execute("SELECT number FROM chain WHERE kind = 'import'").fetchall()
        assert tampered.findings() == [Finding(Fault.CHANGED, "chain", number) for (number,) in links]
    with tampered.undone():
        tampered.connection.execute("UPDATE chain SET account = 7 WHERE number = 10")
        assert Finding(Fault.CHANGED, "chain", 10) in tampered.findings()


def test_a_link_that_covers_its_own_change_does_not_hide_it(tampered: Tampered) -> None:
    """Who changes a reading and ties its link anew must tie all later ones too; then the remembered end speaks."""
    from core.ledger import chain

    with tampered.undone():
        tampered.connection.execute("UPDATE reading SET total = total + 1 WHERE id = 5")
        digest = next(chain.entries(tampered.connection, "reading", 5)).digest
        tampered.connection.execute("UPDATE chain SET digest = ? WHERE kind = 'reading' AND row = 5", (digest,))
        assert [finding.fault for finding in tampered.findings()] == [Fault.CHANGED]
        before = chain.BEFORE_THE_FIRST
        for number, *told in tampered.connection.execute(
            "SELECT number, kind, row, account, digest FROM chain ORDER BY number"
        ).fetchall():
            before = chain.link_hash(before, number, *told)
            tampered.connection.execute("UPDATE chain SET hash = ? WHERE number = ?", (before, number))
        assert [finding.fault for finding in tampered.findings()] == [Fault.REWRITTEN]


def test_the_last_entries_taken_off_with_their_links_are_missed(tampered: Tampered) -> None:
    with tampered.undone():
        kind, row = tampered.connection.execute("SELECT kind, row FROM chain ORDER BY number DESC LIMIT 1").fetchone()
        tampered.connection.execute("DELETE FROM chain WHERE number = (SELECT max(number) FROM chain)")
        key = "attempt_id" if kind == "attempt_end" else "id"
        tampered.connection.execute(f"DELETE FROM {kind} WHERE {key} = ?", (row,))
        assert [finding.fault for finding in tampered.findings()] == [Fault.ROLLED_BACK]


def test_an_older_copy_in_its_place_is_noticed_and_stays_noticed(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "old"
    shutil.copy(path, old)
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(1), portal="p", checked_at=sample.NOW)
    shutil.copy(old, path)
    assert [finding.fault for finding in verify(path)] == [Fault.ROLLED_BACK]
    for _ in range(3):  # what is entered now must not cover what was lost
        with Ledger.open(path) as ledger:
            ledger.store_reading(1, sample.balance(2), portal="p", checked_at=sample.NOW)
        assert [finding.fault for finding in verify(path)] == [Fault.REWRITTEN]


def test_a_ledger_that_was_emptied_is_broken_and_not_begun_anew(path: Path) -> None:
    path.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(LedgerProblem) as problem:
            Ledger.open(path)
        assert problem.value.code == BROKEN


def test_a_ledger_that_was_moved_away_makes_room_for_a_new_one(path: Path) -> None:
    path.rename(path.with_name("mine"))
    with Ledger.open(path) as ledger:
        ledger.add_account("Siti", "u", "p", now=sample.NOW)
    assert verify(path) == []
    assert path.with_name("ledger.head.old").exists()


@pytest.mark.parametrize("body", [None, b"", b"0" * 95, b"\xff" * 95, b"00000000000000000001 zz\n"])
def test_a_head_that_is_lost_or_torn_accuses_nobody(path: Path, body: bytes | None) -> None:
    head.place(path).unlink()
    if body is not None:
        head.place(path).write_bytes(body)
    assert head.read(path) is None
    assert verify(path) == []
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(1), portal="p", checked_at=sample.NOW)
    assert head.read(path) == examine(path).head


def test_guards_that_are_down_are_named(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DROP TRIGGER reading_stands")
    raw.execute("CREATE TRIGGER mine AFTER INSERT ON reading BEGIN SELECT 1; END")
    raw.close()
    assert verify(path) == [Finding(Fault.UNGUARDED, "mine"), Finding(Fault.UNGUARDED, "reading_stands")]


def test_words_that_are_no_words_any_more_are_a_change(tampered: Tampered) -> None:
    with tampered.undone():
        tampered.connection.execute("UPDATE reading SET portal = CAST(x'ff41fe' AS TEXT) WHERE id = 5")
        assert [(finding.fault, finding.row) for finding in tampered.findings()] == [(Fault.CHANGED, 5)]


# forgetting


def test_a_person_who_is_forgotten_leaves_a_whole_chain_and_nothing_else(path: Path) -> None:
    with Ledger.open(path) as ledger:
        before = examine(path).links
        ledger.remove_account(1)
        assert ledger.history(2) != []
    report = examine(path)
    assert report.findings == ()
    assert report.links == report.head.count > before
    with Ledger.open(path) as ledger:
        ledger.store_reading(2, sample.balance(1), portal="p", checked_at=sample.NOW)
        ledger.remove_account(2)
    assert verify(path) == []


def test_who_was_forgotten_cannot_be_put_back_unnoticed(path: Path, tmp_path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    row = raw.execute("SELECT * FROM account WHERE id = 1").fetchone()
    raw.close()
    with Ledger.open(path) as ledger:
        ledger.remove_account(1)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute(f"INSERT INTO account VALUES ({', '.join('?' * len(row))})", row)
    raw.close()
    assert verify(path) == [Finding(Fault.ADDED, "account", 1)]


def test_the_digests_that_stay_cannot_be_guessed_at_without_the_salt(path: Path) -> None:
    """The same entries of two people have different digests, and the salt goes with the person."""
    raw = sqlite3.connect(path)
    salts = [row[0] for row in raw.execute("SELECT salt FROM account UNION ALL SELECT salt FROM import")]
    assert len(set(salts)) == len(salts)
    assert {len(salt) for salt in salts} == {16}
    raw.close()
    with Ledger.open(path) as ledger:
        ledger.remove_account(1)
    body = b"".join(file.read_bytes() for file in path.parent.iterdir() if file.name.startswith("ledger.sqlite3"))
    assert salts[0] not in body
    assert salts[1] in body


# the newest links only


def test_a_cheap_look_finds_what_was_done_to_the_newest_entries(tampered: Tampered) -> None:
    assert tampered.findings(last=50) == []
    newest = tampered.connection.execute("SELECT row FROM chain WHERE kind = 'reading' ORDER BY number DESC").fetchone()[0]
    with tampered.undone():
        tampered.connection.execute("UPDATE reading SET total = total + 1 WHERE id = ?", (newest,))
        assert [(f.fault, f.row) for f in tampered.findings(last=50)] == [(Fault.CHANGED, newest)]
    with tampered.undone():
        tampered.connection.execute("DELETE FROM reading WHERE id = ?", (newest,))
        assert [(f.fault, f.row) for f in tampered.findings(last=50)] == [(Fault.MISSING, newest)]
    with tampered.undone():
        tampered.connection.execute("DELETE FROM chain WHERE number = (SELECT max(number) FROM chain)")
        assert {f.fault for f in tampered.findings(last=50)} == {Fault.ROLLED_BACK, Fault.ADDED}  # and its entry has none now
    with tampered.undone():
        tampered.connection.execute("DELETE FROM chain WHERE number = (SELECT max(number) - 20 FROM chain)")
        assert tampered.findings(last=50) != []


@pytest.mark.parametrize(
    ("by_hand", "fault"),
    [
        ("DELETE FROM reading WHERE id = (SELECT min(id) FROM reading)", Fault.MISSING),
        ("UPDATE account SET name = 'Orang Lain' WHERE id = 1", Fault.CHANGED),
        (
            "INSERT INTO attempt (account_id, asked_by, started_at) VALUES (1, 'person', '2020-01-01T00:00:00.000000Z')",
            Fault.ADDED,
        ),
    ],
)
def test_a_cheap_look_finds_what_was_taken_away_added_or_renamed_long_ago(tampered: Tampered, by_hand: str, fault: Fault) -> None:
    with tampered.undone():
        tampered.connection.execute(by_hand)
        assert fault in {f.fault for f in tampered.findings(last=0)}


@pytest.mark.parametrize("last", [0, 1, 999, 10_000])
def test_a_cheap_look_of_any_length_finds_nothing_where_nothing_was_done(original: Path, last: int) -> None:
    assert verify(original, last) == []


def test_a_cheap_look_knows_who_was_forgotten(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(1), portal="p", checked_at=sample.NOW)
        ledger.remove_account(1)
    assert verify(path, 10) == []


# what is read is held against the chain


NEWEST = "(SELECT max(id) FROM reading WHERE account_id = 1)"


@pytest.mark.parametrize(
    "what",
    [
        f"UPDATE reading SET total = total + 100 WHERE id = {NEWEST}",
        f"UPDATE card SET balance = balance + 1 WHERE reading_id = {NEWEST}",
        f"DELETE FROM card WHERE reading_id = {NEWEST} AND position = 1",
        f"UPDATE chain SET digest = hash WHERE kind = 'reading' AND row = {NEWEST}",
    ],
)
def test_a_figure_that_was_changed_is_shown_to_nobody(path: Path, tampered: Tampered, what: str) -> None:
    tampered.connection.execute(what)
    with Ledger.open(path) as ledger, pytest.raises(LedgerProblem) as problem:
        ledger.history(1)
    assert problem.value.code == CHANGED


def test_a_figure_that_was_put_in_is_shown_to_nobody(path: Path, tampered: Tampered) -> None:
    tampered.connection.execute(
        "INSERT INTO reading (account_id, portal, source, checked_at, total, total_is_portals)"
        " VALUES (1, 'p', 'portal', '2036-01-01T00:00:00Z', 1, 0)"
    )
    with Ledger.open(path) as ledger:
        with pytest.raises(LedgerProblem) as problem:
            ledger.history(1)
        assert ledger.history(2) != []
    assert problem.value.code == CHANGED


def test_statements_and_wages_that_were_changed_are_shown_to_nobody(path: Path, tampered: Tampered) -> None:
    with Ledger.open(path) as ledger:
        for number in [imported.id for imported in ledger.imports.list()]:
            ledger.imports.show(number, sample.NOW)
        assert ledger.statements(1) != []
        assert ledger.wages(1) != []
        for change, read in (
            ("UPDATE month SET worker = worker + 1", ledger.statements),
            ("UPDATE month SET worker = worker + 1", ledger.months),
            ("UPDATE statement SET closing = closing + 1", ledger.statements),
            ("UPDATE wage SET wage = wage + 1", ledger.wages),
        ):
            tampered.connection.execute(change)
            with pytest.raises(LedgerProblem) as problem:
                read(1)
            assert problem.value.code == CHANGED


def test_every_fault_has_words() -> None:
    import tomllib

    from core.words import FILE

    for language in tomllib.loads(FILE.read_text("utf-8")).values():
        assert set(language["ledger_fault"]) == set(Fault)


def test_an_index_that_hides_an_entry_is_damage(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA writable_schema = ON")
    raw.execute("UPDATE sqlite_schema SET sql = replace(sql, 'sha256', 'file_name') WHERE name = 'import_by_file'")
    raw.close()
    assert verify(path) == [Finding(Fault.DAMAGED, "file")]
