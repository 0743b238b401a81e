"""Backups are whole or not there, kept by their age, and put back without losing what stood in their place."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from core.ledger import Ledger, LedgerProblem, backup, head
from core.ledger import file as ledger_file
from core.ledger.kept import kept
from core.ledger.problems import BROKEN, CHANGED, LOCKED, NEWER, READONLY
from core.ledger.rescue import rescue
from core.ledger.verify import Fault, examine, verify
from core.models import Trigger
from tests.ledger import sample

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, 999, tzinfo=dt.UTC)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("backup") / "ledger.sqlite3"
    sample.make(path, 120)
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "data" / "ledger.sqlite3"
    copy.parent.mkdir()
    shutil.copy(original, copy)
    shutil.copy(head.place(original), head.place(copy))
    return copy


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def add_reading(path: Path, sen: int = 5) -> None:
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(sen), portal="p", checked_at=NOW)


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as raw:
        lines = list(raw.iterdump())
    raw.close()
    return lines


def problem_of(deed: object, *arguments: object) -> str:
    with pytest.raises(LedgerProblem) as problem:
        deed(*arguments)  # type: ignore[operator]
    return problem.value.code


def test_a_backup_holds_everything_in_one_private_file(path: Path, folder: Path) -> None:
    with Ledger.open(path) as ledger:  # what is in the write-ahead log only is in the backup too
        ledger.begin_attempt(1, Trigger.PERSON, now=NOW)
        made = backup.make(path, folder, NOW)
        assert made.made_at == NOW.replace(microsecond=0)
    assert [file.name for file in folder.iterdir()] == ["saldo-jht-20261122T011233Z.backup"]
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert dump(made.path) == dump(path)
    assert examine(made.path) == examine(path)
    assert backup.found(folder) == [made]


def test_a_folder_of_the_person_s_own_keeps_its_mode_and_its_files(path: Path, folder: Path) -> None:
    folder.mkdir(mode=0o755)
    (folder / "saldo-jht-letter.backup").write_text("mine")
    (folder / "holiday.jpg").write_text("mine")
    for number in range(10):
        backup.make(path, folder, NOW + number * HOUR)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert {file.read_text() for file in folder.iterdir() if file.name in ("saldo-jht-letter.backup", "holiday.jpg")} == {"mine"}


def test_a_ledger_that_was_changed_pushes_no_good_backup_out(path: Path, folder: Path) -> None:
    good = backup.make(path, folder, NOW)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DROP TRIGGER card_stands")
    raw.execute("UPDATE card SET balance = 1")
    raw.close()
    assert problem_of(backup.make, path, folder, NOW + DAY) == CHANGED
    assert list(folder.iterdir()) == [good.path]


def test_an_older_copy_in_the_ledger_s_place_is_not_backed_up(path: Path, folder: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "old")
    add_reading(path)
    shutil.copy(tmp_path / "old", path)
    assert problem_of(backup.make, path, folder, NOW) == CHANGED


def test_a_damaged_ledger_is_not_backed_up(path: Path, folder: Path) -> None:
    body = bytearray(path.read_bytes())
    body[20_000:40_000] = os.urandom(20_000)
    path.write_bytes(body)
    assert problem_of(backup.make, path, folder, NOW) in (BROKEN, CHANGED)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_ledger_that_is_not_there_is_not_made_by_backing_it_up(tmp_path: Path, folder: Path) -> None:
    assert problem_of(backup.make, tmp_path / "none.sqlite3", folder, NOW) == READONLY
    assert not (tmp_path / "none.sqlite3").exists()
    assert backup.found(folder) == []
    assert backup.last_good(tmp_path / "nowhere") is None


def test_backups_are_kept_by_their_age() -> None:
    every_six_hours = [NOW - number * 6 * HOUR for number in range(4 * 500)]
    keep = kept(every_six_hours)
    assert NOW in keep
    assert len(keep) <= 7 + 4 + 12
    days = sorted({at.date() for at in keep}, reverse=True)
    assert days[:7] == [(NOW - number * DAY).date() for number in range(7)]
    assert len({at.isocalendar()[:2] for at in keep if NOW - at < 28 * DAY}) >= 4
    assert len({(at.year, at.month) for at in keep}) == 12
    assert kept([]) == set()


def test_time_without_backups_pushes_none_out() -> None:
    rare = [NOW - number * 100 * DAY for number in range(4)]
    assert kept(rare) == set(rare)


def test_keeping_day_by_day_ends_with_the_same_as_keeping_at_once() -> None:
    held: set[dt.datetime] = set()
    for number in range(400, -1, -1):
        held = kept(held | {NOW - number * DAY})
    assert len({(at.year, at.month) for at in held}) == 12
    assert {NOW - number * DAY for number in range(7)} <= held
    assert len(held) <= 23


def test_old_backups_go_when_a_new_one_is_there(path: Path, folder: Path) -> None:
    for number in range(10):
        backup.make(path, folder, NOW + number * HOUR)
    assert [item.made_at for item in backup.found(folder)] == [NOW.replace(microsecond=0) + 9 * HOUR]


def test_what_a_killed_process_left_is_swept_up_after_an_hour(path: Path, folder: Path) -> None:
    folder.mkdir()
    old = [folder / "saldo-jht-20260101T000000Z.backup.77.part", path.with_name("ledger.sqlite3.77.upgraded.part")]
    new = [folder / "saldo-jht-20260101T000001Z.backup.78.part", path.with_name("ledger.sqlite3.78.part-wal")]
    mine = folder / "novel.part"
    for left in (*old, *new, mine):
        left.write_text("x")
    for left in (*old, mine):
        os.utime(left, (1, 1))
    backup.make(path, folder, NOW)
    assert [left.exists() for left in (*old, *new, mine)] == [False, False, True, True, True]


# putting back


def test_the_preview_says_what_is_held_and_what_would_be_lost(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    same = backup.preview(path, made.path)
    assert same.lost == {}
    assert same.backup == same.present
    assert (same.backup.accounts, same.backup.links) == (("Siti", "Budi"), examine(path).links)
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(5), portal="p", checked_at=NOW)
        ledger.begin_attempt(1, Trigger.PERSON, now=NOW)
        ledger.add_account("Wati", "w", "p", now=NOW)
    later = backup.preview(path, made.path)
    assert later.lost == {"reading": 1, "attempt": 1, "account": 1}
    assert later.present is not None
    assert (later.present.readings, later.present.accounts) == (same.backup.readings + 1, ("Siti", "Budi", "Wati"))
    assert later.present.last_day == NOW.date()
    assert later.backup == same.backup


def test_the_preview_of_a_damaged_or_missing_ledger_says_what_the_backup_holds(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    path.write_bytes(b"broken" * 1000)
    assert backup.preview(path, made.path).present is None
    path.unlink()
    assert backup.preview(path, made.path).backup.accounts == ("Siti", "Budi")
    assert not path.exists()


def test_a_restored_ledger_is_the_backup_and_the_other_stays_beside_it(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    before = dump(path)
    add_reading(path)
    replaced = dump(path)
    aside = backup.restore(path, made.path, NOW)
    assert aside is not None
    assert aside.name == "ledger.before-restore-20261122T011233Z.sqlite3"
    assert dump(path) == before
    assert dump(aside) == replaced
    assert verify(path) == []
    assert verify(aside) == []
    add_reading(path)
    assert verify(path) == []
    assert backup.restore(path, aside, NOW + HOUR) is not None
    assert dump(path) == replaced


def test_what_is_only_in_the_log_is_set_aside_too(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(77), portal="p", checked_at=NOW)
        aside = backup.restore(path, made.path, NOW)
        assert aside is not None
        with Ledger.open(aside) as old:
            assert old.history(1)[-1].balance.total == 84


def test_who_has_the_old_file_open_can_write_to_it_no_more(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    with Ledger.open(path) as ledger:
        assert ledger.is_current()
        backup.restore(path, made.path, NOW)
        assert not ledger.is_current()
        assert problem_of(lambda: ledger.begin_attempt(1, Trigger.PERSON, now=NOW)) == LOCKED
        assert len(ledger.accounts()) == 2  # looking still works
    with Ledger.open(path) as ledger:
        ledger.begin_attempt(1, Trigger.PERSON, now=NOW)
    assert verify(path) == []


def test_a_ledger_somebody_writes_to_is_not_replaced(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 50)
    made = backup.make(path, folder, NOW)
    with Ledger.open(path) as ledger, ledger.transaction():
        ledger.begin_attempt(1, Trigger.PERSON, now=NOW)
        assert problem_of(backup.restore, path, made.path, NOW) == LOCKED
    assert [file.name for file in path.parent.iterdir() if "part" in file.name or "before" in file.name] == []
    assert verify(path) == []


@pytest.mark.parametrize("kind", ["damaged", "changed", "newer", "missing", "foreign"])
def test_a_bad_backup_leaves_the_ledger_as_it_is(path: Path, folder: Path, kind: str) -> None:
    made = backup.make(path, folder, NOW).path
    raw = sqlite3.connect(made, isolation_level=None)
    if kind == "changed":
        raw.execute("UPDATE account SET paused = 1 - paused")
    if kind == "newer":
        raw.execute("PRAGMA user_version = 99")
    if kind == "foreign":
        raw.execute("PRAGMA application_id = 7")
    raw.close()
    if kind == "damaged":
        made.write_bytes(made.read_bytes()[:-5000])
    if kind == "missing":
        made.unlink()
    before = dump(path)
    expected = {"damaged": BROKEN, "changed": CHANGED, "newer": NEWER, "missing": READONLY, "foreign": BROKEN}[kind]
    assert problem_of(backup.restore, path, made, NOW) == expected
    assert problem_of(backup.preview, path, made) == expected
    assert dump(path) == before
    assert [file.name for file in path.parent.iterdir() if "part" in file.name or "before" in file.name] == []
    assert backup.last_good(folder) is None


def test_the_last_good_backup_is_the_newest_that_is_whole(path: Path, folder: Path) -> None:
    good = backup.make(path, folder, NOW)
    for number in (1, 2):
        newer = backup.make(path, folder, NOW + number * DAY)
        newer.path.write_bytes(newer.path.read_bytes()[:10_000])
    assert backup.last_good(folder) == good


def test_an_old_version_s_backup_can_be_put_back(path: Path, tmp_path: Path) -> None:
    from tests.core.ledger.test_migrations import make_old

    make_old(tmp_path / "old", 1)
    assert backup.preview(path, tmp_path / "old").lost is None
    backup.restore(path, tmp_path / "old", NOW)
    with Ledger.open(path) as ledger:
        assert [account.name for account in ledger.accounts()] == ["A1", "A2"]
    assert verify(path) == []


# a damaged ledger


def test_a_damaged_ledger_gives_back_all_that_can_be_proved(path: Path, folder: Path) -> None:
    made = backup.make(path, folder, NOW)
    for sen in range(30):
        add_reading(path, sen)
    with Ledger.open(path) as ledger:
        ledger.update_account(2, name="Pak Budi")
        ledger.add_account("Wati", "w", "p", now=NOW)
    whole, end = dump(path), examine(path).head
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("CREATE TABLE rubbish (x)")  # so that the ledger is not sound any more, and nothing of it is lost
    raw.close()
    saved = rescue(path, folder, NOW)
    assert (saved.backup, saved.reread, saved.lost) == (made, 32, 0)
    assert examine(path).head == end
    assert sorted(dump(path)) == sorted(whole)
    assert saved.aside is not None
    assert saved.aside.exists()


def test_a_changed_entry_is_not_taken_over_and_is_counted(path: Path, folder: Path) -> None:
    backup.make(path, folder, NOW)
    for sen in (1, 2, 3):
        add_reading(path, sen)
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DROP TRIGGER reading_stands")
    raw.execute("UPDATE reading SET total = 9999999 WHERE id = (SELECT max(id) - 1 FROM reading)")
    raw.close()
    saved = rescue(path, folder, NOW)
    assert (saved.reread, saved.lost) == (2, 1)
    assert verify(path) == []
    with Ledger.open(path) as ledger:
        assert [reading.balance.total for reading in ledger.history(1)[-2:]] == [8, 10]


def test_who_was_forgotten_after_the_backup_stays_forgotten(path: Path, folder: Path) -> None:
    backup.make(path, folder, NOW)
    with Ledger.open(path) as ledger:
        ledger.store_reading(1, sample.balance(1), portal="p", checked_at=NOW)
        ledger.remove_account(1)
        ledger.store_reading(2, sample.balance(1), portal="p", checked_at=NOW)
    end = examine(path).head
    saved = rescue(path, folder, NOW)
    assert saved.lost == 0
    assert examine(path).head == end
    with Ledger.open(path) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Budi"]


def test_without_a_backup_all_comes_from_the_damaged_file(path: Path, folder: Path) -> None:
    end = examine(path).head
    saved = rescue(path, folder, NOW)
    assert (saved.backup, saved.reread, saved.lost) == (None, end.count, 0)
    assert examine(path).head == end


def test_a_file_that_cannot_be_opened_at_all_leaves_the_backup(path: Path, folder: Path) -> None:
    backup.make(path, folder, NOW)
    before = dump(path)
    add_reading(path)
    path.write_bytes(b"x" * 4096)
    saved = rescue(path, folder, NOW)
    assert (saved.reread, saved.lost) == (0, 1)
    assert dump(path) == before
    assert verify(path) == []


def test_nothing_is_left_when_a_rescue_fails(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backup.make(path, folder, NOW)

    def no_room(*_: object) -> None:
        raise OSError(28, "no room")

    before = dump(path)
    monkeypatch.setattr("core.ledger.copies.flush", no_room)
    with pytest.raises(LedgerProblem):
        rescue(path, folder, NOW)
    assert dump(path) == before
    assert [file.name for file in path.parent.iterdir() if "part" in file.name] == []


def test_a_head_that_speaks_against_the_file_is_put_right_by_a_restore(path: Path, folder: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "old")
    add_reading(path)
    made = backup.make(path, folder, NOW)
    shutil.copy(tmp_path / "old", path)
    assert [finding.fault for finding in verify(path)] == [Fault.ROLLED_BACK]
    backup.restore(path, made.path, NOW)
    assert verify(path) == []
