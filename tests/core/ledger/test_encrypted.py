"""An encrypted ledger does all a plain one does; without its key it shows nothing, and says which key is missing."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from core.ledger import Ledger, LedgerProblem, backup, head
from core.ledger import file as ledger_file
from core.ledger.change_key import change_copies, change_key, plain_or_old
from core.ledger.cipher import Form, form
from core.ledger.key import Key
from core.ledger.problems import BROKEN, CHANGED, DISK_FULL, KEY_MISSING, KEY_WRONG, LOCKED, NO_CIPHER, READONLY
from core.ledger.record_file import dump, load
from core.ledger.rescue import rescue
from core.ledger.verify import Fault, examine, verify
from tests.ledger import sample

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
KEY, OTHER = Key(bytes(range(32))), Key(bytes(range(1, 33)))
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("encrypted")
    sample.make(folder / "plain" / "ledger.sqlite3", 120)
    sample.make(folder / "encrypted" / "ledger.sqlite3", 120, KEY)
    return folder


@pytest.fixture
def path(originals: Path, tmp_path: Path) -> Path:
    shutil.copytree(originals / "encrypted", tmp_path / "data")
    return tmp_path / "data" / "ledger.sqlite3"


@pytest.fixture
def plain(originals: Path, tmp_path: Path) -> Path:
    shutil.copytree(originals / "plain", tmp_path / "plain")
    return tmp_path / "plain" / "ledger.sqlite3"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def problem_of(deed: object, *arguments: object, **named: object) -> str:
    with pytest.raises(LedgerProblem) as problem:
        deed(*arguments, **named)  # type: ignore[operator]
    return problem.value.code


def add_reading(path: Path, key: Key | None = KEY, sen: int = 5) -> None:
    with Ledger.open(path, key) as ledger:
        ledger.store_reading(1, sample.balance(sen), portal="p", checked_at=NOW)


def record(path: Path, key: Key | None) -> str:
    return "".join(dump(path, key))


def everything_in(folder: Path) -> bytes:
    return b"\0".join(one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file())


def test_a_new_ledger_with_a_key_is_encrypted_from_its_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ledger.sqlite3"
    with Ledger.open(path, KEY) as ledger:
        ledger.add_account("Siti Rahmawati", "siti@example.test", "p", now=NOW)
        for one in path.parent.iterdir():
            assert b"Siti" not in one.read_bytes()
        assert b"Siti" not in path.with_name(path.name + "-wal").read_bytes()
        assert path.read_bytes().startswith(KEY.mark)
    with Ledger.open(path, KEY) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Siti Rahmawati"]


def test_without_its_key_nothing_can_be_done_and_it_is_never_called_broken(path: Path, folder: Path) -> None:
    before = path.read_bytes()
    for key, code in ((None, KEY_MISSING), (OTHER, KEY_WRONG)):
        assert problem_of(Ledger.open, path, key) == code
        assert problem_of(verify, path, key=key) == code
        assert problem_of(backup.make, path, folder, NOW, key) == code
        assert problem_of(record, path, key) == code
        assert problem_of(change_key, path, key, KEY, NOW) == code
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.part*"))


def test_a_key_does_not_harm_a_ledger_that_is_plain(plain: Path) -> None:
    add_reading(plain, KEY)
    assert form(plain) is Form.PLAIN
    assert verify(plain) == []


def test_nothing_of_sqlcipher_s_own_words_reaches_our_output(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from core.ledger import Ledger, LedgerProblem; from core.ledger.key import Key\n"
        "try: Ledger.open(Path(sys.argv[1]), Key(bytes(32)))\n"
        "except LedgerProblem as problem: print(problem.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert (done.stdout, done.stderr) == (f"{KEY_WRONG}\n", "")


def test_a_plain_ledger_never_loads_the_cipher(plain: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from core.ledger import Ledger\n"
        "Ledger.open(Path(sys.argv[1])).close(); print('sqlcipher3' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(plain)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "False\n"


def test_without_the_library_it_is_said_which_is_missing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    assert problem_of(Ledger.open, path, KEY) == NO_CIPHER
    assert problem_of(Ledger.open, path.with_name("new.sqlite3"), KEY) == NO_CIPHER


def test_a_damaged_page_is_broken_and_a_damaged_mark_harms_nothing(path: Path) -> None:
    body = path.read_bytes()
    path.write_bytes(body[:100] + bytes([body[100] ^ 1]) + body[101:])
    assert problem_of(Ledger.open, path, KEY) == BROKEN
    path.write_bytes(bytes([body[0] ^ 1]) + body[1:])
    assert verify(path, key=KEY) == []


def test_a_plain_file_whose_first_page_is_nonsense_is_damaged_and_not_encrypted(plain: Path, path: Path) -> None:
    nonsense = bytes(range(256)) * 16
    body = plain.read_bytes()
    plain.write_bytes(nonsense + body[4096:])
    assert problem_of(Ledger.open, plain) == BROKEN
    assert problem_of(Ledger.open, plain, KEY) == BROKEN
    body = path.read_bytes()
    for at in range(4096, len(body), 3 * 4096):  # and an encrypted one with every third page emptied stays encrypted
        body = body[:at] + bytes(4096) + body[at + 4096 :]
    path.write_bytes(body)
    assert form(path) is Form.ENCRYPTED
    assert problem_of(Ledger.open, path) == KEY_MISSING


def test_a_row_changed_with_the_key_at_hand_is_found(path: Path) -> None:
    raw = ledger_file.writing(path, KEY)
    raw.execute("DROP TRIGGER card_stands")
    raw.execute("UPDATE card SET balance = balance + 100 WHERE reading_id = 3 AND position = 0")
    raw.close()
    assert Fault.CHANGED in {finding.fault for finding in verify(path, key=KEY)}


def test_a_ledger_held_by_somebody_is_said_to_be_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 50)
    holding = ledger_file.writing(path, KEY)
    holding.execute("BEGIN IMMEDIATE")
    assert problem_of(add_reading, path) == LOCKED
    holding.close()


def test_a_full_disk_is_said_to_be_one(path: Path) -> None:
    with Ledger.open(path, KEY) as ledger:
        ledger._store._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerProblem) as problem:
            for _ in range(100):
                ledger.store_reading(1, sample.balance(7), portal="p", checked_at=NOW)
    assert problem.value.code == DISK_FULL


def test_a_backup_is_under_the_same_key_and_can_be_put_back(path: Path, folder: Path) -> None:
    before = record(path, KEY)
    made = backup.make(path, folder, NOW, KEY)
    assert form(made.path) is Form.ENCRYPTED
    assert problem_of(backup.hold, made.path) == KEY_MISSING
    assert backup.last_good(folder, KEY) == made
    assert backup.last_good(folder, OTHER) is None
    add_reading(path)
    assert backup.preview(path, made.path, KEY).lost == {"reading": 1}
    kept = backup.restore(path, made.path, NOW + DAY, KEY)
    assert record(path, KEY) == before
    assert kept is not None
    assert form(kept) is Form.ENCRYPTED
    assert verify(path, key=KEY) == []


def test_a_plain_backup_put_back_over_an_encrypted_ledger_is_encrypted(plain: Path, path: Path, folder: Path) -> None:
    made = backup.make(plain, folder, NOW)
    backup.restore(path, made.path, NOW, KEY)
    assert form(path) is Form.ENCRYPTED
    assert record(path, KEY) == record(plain, None)


def test_a_damaged_ledger_gives_back_all_that_can_be_proved_encrypted(path: Path, folder: Path) -> None:
    backup.make(path, folder, NOW, KEY)
    for sen in range(40):
        add_reading(path, sen=sen)
    whole = examine(path, key=KEY).links
    body = bytearray(path.read_bytes())
    body[-100] ^= 1
    path.write_bytes(body)
    saved = rescue(path, folder, NOW, KEY)
    assert form(path) is Form.ENCRYPTED
    assert verify(path, key=KEY) == []
    assert saved.reread + saved.lost == 40
    assert examine(path, key=KEY).links == whole - saved.lost


def test_the_record_goes_into_an_encrypted_ledger_and_out_again_the_same(path: Path, tmp_path: Path) -> None:
    there = tmp_path / "other" / "ledger.sqlite3"
    there.parent.mkdir(mode=0o700)
    document = record(path, KEY)
    load(there, document, NOW, OTHER)
    assert form(there) is Form.ENCRYPTED
    assert record(there, OTHER) == document
    assert b"Siti" not in everything_in(there.parent)


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_encrypted_ledger_is_brought_up_to_date_and_its_rehearsal_is_encrypted(
    tmp_path: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.ledger import copies, schema, upgrade

    path = tmp_path / "data" / "ledger.sqlite3"
    path.parent.mkdir(mode=0o700)
    raw = ledger_file.blank(path, KEY)
    schema.migrate(raw, version)
    raw.close()
    forms: list[Form] = []
    remove = copies.remove
    monkeypatch.setattr(upgrade.copies, "remove", lambda part: (forms.append(form(part)), remove(part))[1])
    Ledger.open(path, KEY).close()
    assert forms == [Form.EMPTY, Form.ENCRYPTED]
    assert verify(path, key=KEY) == []


@pytest.mark.parametrize(("old", "new"), [(None, KEY), (KEY, OTHER), (KEY, None)])
def test_the_key_is_changed_with_nothing_lost_and_nothing_left(
    plain: Path, path: Path, folder: Path, old: Key | None, new: Key | None
) -> None:
    at = plain if old is None else path
    before, chain_end = record(at, old), head.read(at)
    backup.make(at, folder, NOW, old)
    change_key(at, old, new, NOW)
    assert record(at, new) == before
    assert head.read(at) == chain_end
    assert verify(at, key=new) == []
    assert sorted(one.name for one in at.parent.iterdir()) == ["ledger.head", "ledger.sqlite3"]
    assert at.stat().st_mode & 0o777 == 0o600
    assert change_copies(at, folder, old, new) == []
    (copy,) = folder.iterdir()
    assert record(copy, new) == before
    if new is not None:
        assert b"siti" not in everything_in(at.parent).lower() + everything_in(folder).lower()
    add_reading(at, new)


def test_a_window_that_has_the_old_file_open_goes_on_with_the_new_one(plain: Path) -> None:
    with Ledger.open(plain) as window:
        assert len(window.accounts()) > 0
        change_key(plain, None, KEY, NOW)
        assert not window.is_current()
        with pytest.raises(LedgerProblem):
            window.store_reading(1, sample.balance(7), portal="p", checked_at=NOW)


def test_the_key_is_not_changed_while_somebody_writes(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger_file, "BUSY_TIMEOUT_MS", 50)
    holding = ledger_file.writing(plain, by_cipher=True)  # two SQLite libraries in one process do not see each other's locks
    holding.execute("BEGIN IMMEDIATE")
    assert problem_of(change_key, plain, None, KEY, NOW) == LOCKED
    holding.close()
    assert form(plain) is Form.PLAIN
    assert not list(plain.parent.glob("*.part*"))


def test_a_ledger_in_which_something_was_changed_keeps_its_form(plain: Path) -> None:
    raw = sqlite3.connect(plain, isolation_level=None)
    raw.execute("DROP TRIGGER card_stands")
    raw.execute("UPDATE card SET balance = balance + 100 WHERE reading_id = 3 AND position = 0")
    raw.close()
    assert problem_of(change_key, plain, None, KEY, NOW) == CHANGED
    assert form(plain) is Form.PLAIN


def test_a_copy_that_cannot_be_read_is_left_and_named(plain: Path, folder: Path) -> None:
    made = backup.make(plain, folder, NOW)
    made.path.write_bytes(made.path.read_bytes()[:5000])
    assert plain_or_old(plain, folder, KEY) == [made.path]
    assert change_copies(plain, folder, None, KEY) == [made.path]


def test_a_key_is_wiped_and_never_told() -> None:
    key = Key.new()
    text = key.hex()
    assert text not in repr(key)
    assert Key.from_hex(text) == key
    key.wipe()
    assert key.wiped
    with pytest.raises(ValueError, match="wiped"):
        key.told()
    for bad in ("", "00", "zz" * 32, text + "00"):
        with pytest.raises(ValueError):
            Key.from_hex(bad)


@pytest.mark.skipif(sys.platform == "win32", reason="users and modes of POSIX")
@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_in_a_folder_that_cannot_be_written_everything_is_refused_by_its_name_and_nothing_is_changed(
    plain: Path, path: Path, key: Key | None
) -> None:
    at = plain if key is None else path
    Ledger.open(at, key).close()
    before = at.read_bytes()
    told = at.parent.parent / "told"
    told.touch(0o666)
    told.chmod(0o666)
    for folder in (at.parent, *at.parents):
        if folder == Path("/tmp"):
            break
        folder.chmod(0o555)
    for one in at.parent.iterdir():
        one.chmod(0o444)
    number = os.fork()
    if number == 0:
        with contextlib.suppress(BaseException):
            if os.geteuid() == 0:  # whom no mode stops
                os.setuid(65534)
            codes = {
                problem_of(add_reading, at, key),
                problem_of(change_key, at, key, OTHER, NOW),
                problem_of(backup.make, at, at.parent / "backups", NOW, key),
                problem_of(backup.restore, at, at, NOW, key),
            }
            told.write_text(" ".join(sorted(codes)), "utf-8")
        os._exit(0)
    os.waitpid(number, 0)
    at.parent.chmod(0o700)
    assert told.read_text("utf-8") == READONLY
    assert at.read_bytes() == before
    assert not [one.name for one in at.parent.iterdir() if ".part" in one.name]
