"""Reading needs no room on the disk: where not even SQLite's own side file fits, figures are shown all the same, the newest, too."""

from __future__ import annotations

import os
import resource
import shutil
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from core.ledger import Ledger, LedgerProblem
from core.ledger import file as ledger_file
from core.ledger.key import Key
from core.ledger.problems import DISK_FULL, LOCKED
from core.ledger.record_file import dump
from core.ledger.verify import verify
from tests.ledger import sample

NOW = sample.NOW
KEYS = pytest.mark.parametrize("key", [None, Key(bytes(range(32)))], ids=["plain", "encrypted"])
ROOM_BYTES = 20_000  # no file may grow beyond that; SQLite's side file begins with 32,768


def on_a_full_disk(deed: Callable[[], None]) -> None:
    """Do it in a process that finds no room any more. AssertionError with what went wrong there."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            shutil.disk_usage = lambda _: shutil._ntuple_diskusage(10**9, 10**9, 0)  # type: ignore[attr-defined,assignment]
            resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM_BYTES, resource.RLIM_INFINITY))
            deed()
        except BaseException:
            os.write(theirs, traceback.format_exc().encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours, "rb") as said:
        told = said.read().decode()
    os.waitpid(child, 0)
    assert told == "", told


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "ledger.sqlite3"


def filled(path: Path, key: Key | None) -> None:
    with Ledger.open(path, key) as ledger:
        ledger.add_account("Siti", "u", "p", now=NOW)
        ledger.store_reading(1, sample.balance(1), portal="p", checked_at=NOW)


@KEYS
def test_what_was_read_is_read_and_verified_where_nothing_fits(path: Path, key: Key | None) -> None:
    filled(path, key)
    before = path.read_bytes()

    def look() -> None:
        with pytest.raises(LedgerProblem) as problem:
            Ledger.open(path, key)
        assert problem.value.code == DISK_FULL
        with Ledger.to_read(path, key) as ledger, ledger.transaction(reading=True):
            assert [one.balance for one in ledger.history(1)] == [sample.balance(1)]
        assert verify(path, key=key) == []
        assert '"reading"' in "".join(dump(path, key))

    on_a_full_disk(look)
    assert path.read_bytes() == before


@KEYS
def test_the_newest_entries_that_still_stand_in_the_log_are_read_too(path: Path, key: Key | None) -> None:
    filled(path, key)
    child = os.fork()
    if child == 0:  # is killed before the log is written into the file
        ledger = Ledger.open(path, key)
        ledger.store_reading(1, sample.balance(2), portal="p", checked_at=NOW)
        os._exit(0)
    os.waitpid(child, 0)
    assert path.with_name(path.name + "-wal").stat().st_size > 0
    path.with_name(path.name + "-shm").unlink()

    def look() -> None:
        with Ledger.to_read(path, key) as ledger:
            assert len(ledger.history(1)) == 2

    on_a_full_disk(look)
    with Ledger.open(path, key) as ledger:  # and nothing of it was lost by looking
        assert len(ledger.history(1)) == 2
    assert verify(path, key=key) == []


@KEYS
def test_nothing_can_be_written_through_it(path: Path, key: Key | None) -> None:
    filled(path, key)

    def write() -> None:
        with Ledger.to_read(path, key) as ledger, pytest.raises(LedgerProblem):
            ledger.add_account("Budi", "b", "p", now=NOW)

    on_a_full_disk(write)
    with Ledger.open(path, key) as ledger:
        assert [one.name for one in ledger.accounts()] == ["Siti"]


@KEYS
def test_an_older_file_is_not_guessed_at(path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, key)
    monkeypatch.setattr(ledger_file, "MIGRATIONS", (*ledger_file.MIGRATIONS, ""))

    def look() -> None:
        with pytest.raises(LedgerProblem) as problem:
            Ledger.to_read(path, key)
        assert problem.value.code == DISK_FULL

    on_a_full_disk(look)


def test_while_one_reads_so_no_other_process_reads_something_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path, None)
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 50)

    def look() -> None:
        with Ledger.to_read(path) as ledger:
            assert ledger.history(1)
            child = os.fork()
            if child == 0:
                code = 1
                try:
                    ledger_file.look(path)
                except LedgerProblem as problem:
                    code = 0 if problem.code in (LOCKED, DISK_FULL) else 2
                finally:
                    os._exit(code)
            assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

    on_a_full_disk(look)


def test_where_there_is_no_file_none_is_made(path: Path) -> None:
    def look() -> None:
        with pytest.raises(LedgerProblem):
            ledger_file.look(path)

    on_a_full_disk(look)
    assert not path.exists()
