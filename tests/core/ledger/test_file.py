"""The ledger's file: private, whole after any crash, shared by two processes, never deleted, never guessed at."""

from __future__ import annotations

import datetime as dt
import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from core.ledger import Ledger, LedgerProblem, set_aside
from core.ledger import file as ledger_file
from core.ledger.problems import BROKEN, DISK_FULL, LOCKED, NEWER, READONLY, translated
from core.ledger.schema import APPLICATION_ID, MIGRATIONS
from core.models import Balance, Card, Trigger

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.sqlite3"


def open_problem(path: Path) -> str:
    with pytest.raises(LedgerProblem) as problem:
        Ledger.open(path)
    return problem.value.code


def test_the_file_and_what_stands_beside_it_are_for_the_owner_only(path: Path) -> None:
    previous = os.umask(0)
    try:
        with Ledger.open(path) as ledger:
            ledger.add_account("Siti", "u", "p", now=NOW)
            assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
            assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
            assert len(list(path.parent.iterdir())) > 1  # the write-ahead log is there too
    finally:
        os.umask(previous)


def test_a_file_that_stood_open_to_others_is_closed(path: Path) -> None:
    Ledger.open(path).close()
    path.chmod(0o644)
    Ledger.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_commit_is_on_the_disk_before_it_is_said_to_be(path: Path) -> None:
    with Ledger.open(path) as ledger:
        answers = [
            ledger._store.read(lambda row: row[0], f"PRAGMA {name}")[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert answers == ["wal", 2, 1]


def test_the_file_says_whose_it_is_and_which_version(path: Path) -> None:
    Ledger.open(path).close()
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert raw.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    raw.close()


def test_every_migration_in_the_folder_is_applied_in_its_order() -> None:
    folder = ROOT / "core" / "ledger" / "migrations"
    assert tuple(sorted(file.name for file in folder.iterdir())) == MIGRATIONS


def test_a_file_of_a_newer_program_is_refused_and_left_alone(path: Path) -> None:
    Ledger.open(path).close()
    raw = sqlite3.connect(path)
    raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    before = path.read_bytes()
    assert open_problem(path) == NEWER
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 1, 99])
def test_a_database_of_another_program_is_not_ours(path: Path, version: int) -> None:
    path.parent.mkdir()
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE recipes (name)")
    raw.execute(f"PRAGMA user_version = {version}")
    raw.close()
    before = path.read_bytes()
    assert open_problem(path) == BROKEN
    assert path.read_bytes() == before


@pytest.mark.parametrize("body", [b"this is no database at all, only words" * 50, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_broken_and_kept(path: Path, body: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(body)
    assert open_problem(path) == BROKEN
    assert path.read_bytes() == body


def test_a_torn_file_is_told_and_not_read_as_something_else(path: Path) -> None:
    with Ledger.open(path) as ledger:
        account = ledger.add_account("Siti", "u", "p", now=NOW)
        for number in range(300):
            ledger.store_reading(
                account.id, Balance(number, (Card(number, company="PT " + "x" * 200),)), portal="p", checked_at=NOW
            )
    body = bytearray(path.read_bytes())
    body[8192:-4096] = b"\x5a" * (len(body) - 8192 - 4096)
    path.write_bytes(body)
    with pytest.raises(LedgerProblem) as problem, Ledger.open(path) as ledger:
        ledger.history(1, 300)
    assert problem.value.code == BROKEN


def test_a_word_we_never_wrote_is_a_broken_ledger(path: Path) -> None:
    with Ledger.open(path) as ledger:
        account = ledger.add_account("Siti", "u", "p", now=NOW)
        ledger._store.append("attempt", account_id=account.id, asked_by="the cat", started_at="2026-11-22T01:12:33Z")
        with pytest.raises(LedgerProblem) as problem:
            ledger.attempts(account.id)
    assert problem.value.code == BROKEN


def test_a_broken_file_is_set_aside_with_a_date_and_a_new_one_begins(path: Path) -> None:
    path.parent.mkdir()
    for body in (b"first", b"second"):
        path.write_bytes(body)
        path.with_name(path.name + "-wal").write_bytes(body + b" log")
        kept = set_aside(path, NOW)
        assert kept.name.startswith("ledger.broken-20261122T011233Z")
        assert kept.read_bytes() == body
        assert kept.with_name(kept.name + "-wal").read_bytes() == body + b" log"
    with Ledger.open(path) as ledger:
        assert ledger.accounts() == []
    assert len([file for file in path.parent.iterdir() if "broken" in file.name]) == 4


def test_a_folder_that_cannot_be_made_is_said_to_be_readonly(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    assert open_problem(tmp_path / "data" / "ledger.sqlite3") == READONLY


def test_a_folder_in_the_place_of_the_file_is_said_to_be_readonly(path: Path) -> None:
    path.mkdir(parents=True)
    assert open_problem(path) == READONLY


def test_a_full_disk_is_told_and_leaves_the_history_whole(path: Path) -> None:
    with Ledger.open(path) as ledger:
        account = ledger.add_account("Siti", "u", "p", now=NOW)
        pages = ledger._store.read(lambda row: int(row[0]), "PRAGMA page_count")[0]
        ledger._store.read(lambda row: row[0], f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerProblem) as problem, ledger.transaction():
            for number in range(200):
                ledger.store_reading(account.id, Balance(number, (Card(number, company="x" * 500),)), portal="p", checked_at=NOW)
        assert problem.value.code == DISK_FULL
        assert ledger.history(account.id) == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (OSError(errno.ENOSPC, "x"), DISK_FULL),
        (OSError(errno.EDQUOT, "x"), DISK_FULL),
        (OSError(errno.EROFS, "x"), READONLY),
        (PermissionError(), READONLY),
        (sqlite3.ProgrammingError("closed"), BROKEN),
    ],
)
def test_errors_become_codes_without_their_text(error: Exception, reason: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerProblem) as problem, translated(tmp_path / "x"):
        raise error
    assert problem.value.code == reason
    assert str(problem.value) == f"internal_error: {reason}"


@pytest.mark.parametrize(("free", "reason"), [(0, DISK_FULL), (10**9, READONLY)])
def test_an_io_error_on_a_full_disk_is_a_full_disk(
    free: int, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - free, free))
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(LedgerProblem) as problem, translated(tmp_path / "x"):
        raise error
    assert problem.value.code == reason


def test_an_io_error_in_a_folder_that_is_gone_is_readonly(tmp_path: Path) -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    with pytest.raises(LedgerProblem) as problem, translated(tmp_path / "gone" / "x"):
        raise error
    assert problem.value.code == READONLY


def test_a_file_that_somebody_holds_is_said_to_be_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 50)
    with Ledger.open(path) as ledger:
        account = ledger.add_account("Siti", "u", "p", now=NOW)
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        try:
            assert ledger.account("Siti") == account  # reading never waits
            with pytest.raises(LedgerProblem) as problem:
                ledger.begin_attempt(account.id, Trigger.PERSON, now=NOW)
        finally:
            holder.close()
        assert problem.value.code == LOCKED
        ledger.begin_attempt(account.id, Trigger.PERSON, now=NOW)


def test_a_file_held_for_writing_alone_is_said_to_be_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 10)
    path.parent.mkdir()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert open_problem(path) == LOCKED
    finally:
        holder.close()


def test_a_new_file_that_stays_held_is_said_to_be_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 10)
    monkeypatch.setattr(ledger_file, "SWITCH_TRIES", 3)
    monkeypatch.setattr(ledger_file, "SWITCH_PAUSE_S", 0.01)
    path.parent.mkdir()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        assert open_problem(path) == LOCKED
    finally:
        holder.close()


WRITER = """
import datetime as dt, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from core.ledger import Ledger
from core.models import Trigger
now = dt.datetime.now(dt.UTC)
with Ledger.open(Path(sys.argv[1])) as ledger:
    account = ledger.add_account(sys.argv[3], "u", "p", now=now)
    for _ in range(25):
        ledger.begin_attempt(account.id, Trigger.PERSON, now=now)
"""


def test_several_processes_may_make_and_write_the_same_new_file_at_once(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, path, ROOT, f"account {number}"], stderr=subprocess.PIPE)
        for number in range(4)
    ]
    assert [(writer.communicate(timeout=60)[1], writer.returncode) for writer in writers] == [(b"", 0)] * 4
    with Ledger.open(path) as ledger:
        assert sorted(len(ledger.attempts(account.id)) for account in ledger.accounts()) == [25] * 4


def test_a_migration_that_fails_half_way_leaves_nothing_of_itself(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from core.ledger import schema

    (tmp_path / "0001_bad.sql").write_text("CREATE TABLE good (x); CREATE TABLE good (x);")
    monkeypatch.setattr(schema, "FOLDER", tmp_path)
    monkeypatch.setattr(schema, "MIGRATIONS", ("0001_bad.sql",))
    assert open_problem(path) == BROKEN
    monkeypatch.undo()
    with Ledger.open(path) as ledger:
        assert ledger.accounts() == []


def test_a_second_process_finds_the_migration_done(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both look at an empty file; the slower one must not apply the first migration again."""
    from core.ledger import schema

    first_look = threading.Event()
    go_on = threading.Event()
    real = schema.refuse_foreign
    looks: list[int] = []

    def slow(connection: sqlite3.Connection) -> int:
        version = real(connection)
        looks.append(version)
        if len(looks) == 1:  # before it may write
            first_look.set()
            go_on.wait(10)
        return version

    monkeypatch.setattr(schema, "refuse_foreign", slow)
    failures: list[BaseException] = []

    def open_slowly() -> None:
        try:
            Ledger.open(path).close()
        except BaseException as error:
            failures.append(error)

    slower = threading.Thread(target=open_slowly)
    slower.start()
    assert first_look.wait(10)
    monkeypatch.setattr(schema, "refuse_foreign", real)
    with Ledger.open(path) as ledger:
        ledger.add_account("Siti", "u", "p", now=NOW)
    go_on.set()
    slower.join(20)
    assert failures == []
    with Ledger.open(path) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Siti"]
