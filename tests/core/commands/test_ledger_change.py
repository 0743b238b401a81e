"""`main.py ledger encrypt|rekey|decrypt|recovery|unlock` and `vault ledger-key`: with a keyring that behaves, and as real processes."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.commands import EXIT_USAGE, opened, run
from core.errors import VaultReason
from core.ledger import LedgerProblem, backup, change_key, key_file
from core.ledger.cipher import Form, form
from core.ledger.key import Key
from core.paths import Folders
from core.recovery import key_from
from core.vault import SERVICE
from tests.conftest import private_environment
from tests.fakes.keyrings import FakePlace, MemoryKeyring
from tests.ledger import sample

ROOT = Path(__file__).resolve().parents[3]
NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
WORDS = "kuda api sembilan laut"
KNOWN = (b"siti", b"budi", b"08012345678")


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> FakePlace:
    made = FakePlace(MemoryKeyring())
    monkeypatch.setattr("core.vault_places.SecretService", lambda: made)
    monkeypatch.setattr("sys.platform", "linux")
    return made


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: FakePlace) -> Folders:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr("sys.stdin", None)
    monkeypatch.setattr("core.commands.ledger_change.is_pipe", lambda _number: True)
    folders = Folders.for_person(demo=False)
    folders.create()
    sample.make(folders.ledger, 60)
    backup.make(folders.ledger, folders.backups, NOW)
    return folders


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, object]:
    code = run(argv[0], [*argv[1:], "--json"])
    (line,) = capsys.readouterr().out.splitlines()
    told: dict[str, object] = json.loads(line)
    assert (code == 0) == (told["ledger"] == "ok"), told
    return told


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What stands on standard input."""
    reading, writing = os.pipe()
    os.write(writing, "".join(f"{line}\n" for line in lines).encode())
    os.close(writing)
    monkeypatch.setattr("sys.stdin", io.StringIO())
    os.dup2(reading, 0)
    os.close(reading)


@pytest.fixture(autouse=True)
def _stdin_given_back() -> object:
    kept = os.dup(0)
    yield None
    os.dup2(kept, 0)
    os.close(kept)
    opened._given.clear()


def everything_in(folders: Folders) -> bytes:
    return b"\0".join(one.read_bytes() for one in sorted(folders.data.rglob("*")) if one.is_file()).lower()


def test_encrypting_leaves_nothing_readable_and_everything_works_on(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert all(known in everything_in(folders) for known in KNOWN[:2])
    assert answer(capsys, "ledger", "encrypt") == {"ledger": "ok", "left": []}
    assert not any(known in everything_in(folders) for known in KNOWN)
    assert answer(capsys, "ledger", "verify")["findings"] == []
    assert len(answer(capsys, "ledger", "backup")["backups"]) == 1  # type: ignore[arg-type]
    assert answer(capsys, "ledger", "restore")["ledger"] == "ok"
    assert answer(capsys, "ledger", "rescue")["ledger"] == "ok"
    assert run("history", ["--account", "Siti"]) == 0
    assert "Rp" in capsys.readouterr().out
    assert not any(known in everything_in(folders) for known in KNOWN)
    assert answer(capsys, "ledger", "encrypt")["ledger"] == "ledger_not_plain"


def test_a_new_key_takes_the_place_of_the_old_one_everywhere(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "ledger", "encrypt")
    (before,) = key_file.all_of(folders.ledger)
    assert answer(capsys, "ledger", "rekey") == {"ledger": "ok", "left": []}
    (after,) = key_file.all_of(folders.ledger)
    assert before.mark != after.mark
    assert set(place.keyring.kept) == {(SERVICE, before.vault_name), (SERVICE, after.vault_name)}  # type: ignore[attr-defined]
    assert key_file.retired(folders.ledger) == {before.mark}
    assert answer(capsys, "ledger", "verify")["ledger"] == "ok"
    assert answer(capsys, "ledger", "restore", "--preview")["ledger"] == "ok"


def test_taking_the_key_away_is_the_person_s_choice_and_is_remembered(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(capsys, "ledger", "decrypt")["ledger"] == "ledger_not_encrypted"
    answer(capsys, "ledger", "encrypt")
    assert answer(capsys, "ledger", "decrypt") == {"ledger": "ok", "left": []}
    assert form(folders.ledger) is Form.PLAIN
    assert key_file.all_of(folders.ledger) == []
    assert json.loads(folders.settings.read_text("utf-8"))["ledger_plain"] is True
    answer(capsys, "ledger", "encrypt")
    assert json.loads(folders.settings.read_text("utf-8"))["ledger_plain"] is False


def test_a_backup_on_a_disk_that_was_not_plugged_in_can_be_put_back_after_the_key_was_changed(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    answer(capsys, "ledger", "encrypt")
    elsewhere = str(tmp_path / "disk")
    answer(capsys, "ledger", "backup", "--folder", elsewhere)
    answer(capsys, "ledger", "rekey")
    assert answer(capsys, "ledger", "restore", "--folder", elsewhere)["ledger"] == "ok"
    assert key_file.mark_of(folders.ledger) == key_file.all_of(folders.ledger)[0].mark  # and is under the present key there
    answer(capsys, "ledger", "decrypt")
    assert answer(capsys, "ledger", "restore", "--folder", elsewhere)["ledger"] == "ok"
    assert form(folders.ledger) is Form.PLAIN
    assert answer(capsys, "ledger", "forget", "--everything", "--yes", "--folder", elsewhere)["ledger"] == "ok"
    assert place.keyring.kept == {}  # type: ignore[attr-defined]


def test_no_key_outlives_forgetting_everything_whatever_went_before(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    """A changed key is kept for a backup elsewhere; forgetting one account must not lose sight of it."""
    answer(capsys, "ledger", "encrypt")
    answer(capsys, "ledger", "rekey")
    answer(capsys, "ledger", "backup")
    assert answer(capsys, "ledger", "forget", "--account", "Siti", "--yes")["ledger"] == "ok"
    assert len(place.keyring.kept) == 2  # type: ignore[attr-defined]
    assert answer(capsys, "ledger", "forget", "--everything", "--yes")["ledger"] == "ok"
    assert place.keyring.kept == {}  # type: ignore[attr-defined]
    assert not folders.backups.exists()
    assert key_file.retired(folders.ledger) == set()


@pytest.mark.parametrize("deed", ["encrypt", "rekey", "decrypt"])
def test_a_change_that_was_interrupted_after_the_ledger_itself_is_finished(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], deed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = backup.make(folders.ledger, folders.backups, NOW - dt.timedelta(days=3)).path
    if deed != "encrypt":
        answer(capsys, "ledger", "encrypt")
    with monkeypatch.context() as broken:
        broken.setattr("core.commands.ledger_change.change_copies", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            run("ledger", [deed])
    if deed == "rekey":  # a second one makes a third key; the daily backup finishes the first as well
        answer(capsys, "ledger", "backup")
    else:
        assert answer(capsys, "ledger", deed) == {"ledger": "ok", "left": []}
    wanted = Form.PLAIN if deed == "decrypt" else Form.ENCRYPTED
    assert {form(one.path) for one in backup.found(folders.backups)} == {wanted}
    assert answer(capsys, "ledger", "restore", "--from", str(earlier))["ledger"] == "ok"
    if deed != "decrypt":
        assert not any(known in everything_in(folders) for known in KNOWN)
        assert {key_file.mark_of(one.path) for one in backup.found(folders.backups)} == {key_file.mark_of(folders.ledger)}


def test_the_only_key_of_a_changed_ledger_is_not_forgotten_whatever_fails_after_it(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LedgerProblem("ledger_disk_full")

    real = change_key.change_key
    monkeypatch.setattr("core.commands.ledger_change.change_key", lambda *a: (real(*a), fail())[0])
    assert answer(capsys, "ledger", "encrypt")["ledger"] == "ledger_disk_full"
    assert form(folders.ledger) is Form.ENCRYPTED
    assert answer(capsys, "ledger", "verify")["ledger"] == "ok"


def test_without_a_keyring_nothing_is_encrypted_and_nothing_is_left_over(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    place.refuses = VaultReason.MISSING
    assert answer(capsys, "ledger", "encrypt")["ledger"] == "ledger_no_place"
    assert form(folders.ledger) is Form.PLAIN
    assert key_file.all_of(folders.ledger) == []


def test_a_passphrase_is_typed_once_and_then_the_window_hands_the_key_over(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place.refuses = VaultReason.MISSING
    typed(monkeypatch, "short")
    assert run("ledger", ["encrypt", "--passphrase-stdin"]) == EXIT_USAGE
    assert form(folders.ledger) is Form.PLAIN
    typed(monkeypatch, WORDS)
    capsys.readouterr()
    assert answer(capsys, "ledger", "encrypt", "--passphrase-stdin") == {"ledger": "ok", "left": []}
    assert answer(capsys, "ledger", "verify")["ledger"] == "ledger_passphrase_needed"
    monkeypatch.setattr("core.commands.ledger_key.is_pipe", lambda _number: True)
    typed(monkeypatch, WORDS + "!")
    assert answer(capsys, "vault", "ledger-key", "--passphrase-stdin")["ledger"] == "ledger_passphrase_wrong"
    typed(monkeypatch, WORDS)
    key = str(answer(capsys, "vault", "ledger-key", "--passphrase-stdin")["key"])
    typed(monkeypatch, key)
    assert answer(capsys, "ledger", "--ledger-key-stdin", "verify")["ledger"] == "ok"
    typed(monkeypatch, key)
    made = answer(capsys, "ledger", "--ledger-key-stdin", "backup")["backups"]
    assert isinstance(made, list)
    assert form(Path(made[0]["path"])) is Form.ENCRYPTED
    (beside,) = (one for one in folders.backups.iterdir() if one.name.endswith(".key.json"))
    assert Key.from_hex(key).mark.hex() in beside.name
    typed(monkeypatch, "00" * 32)
    assert answer(capsys, "ledger", "--ledger-key-stdin", "verify")["ledger"] == "ledger_key_wrong"
    typed(monkeypatch, "not a key")
    assert run("ledger", ["--ledger-key-stdin", "verify"]) == EXIT_USAGE


def test_a_sheet_brings_back_a_key_that_the_keyring_lost(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(capsys, "ledger", "encrypt")
    sheet = str(answer(capsys, "ledger", "recovery")["key"])
    place.keyring = MemoryKeyring()
    assert answer(capsys, "ledger", "verify")["ledger"] == "ledger_key_lost"
    typed(monkeypatch, sheet[:-1] + ("A" if sheet[-1] != "A" else "B"))
    assert answer(capsys, "ledger", "unlock")["ledger"] == "recovery_not_a_key"
    from core.recovery import sheet_text

    typed(monkeypatch, " ".join(sheet_text(Key.new())))
    assert answer(capsys, "ledger", "unlock")["ledger"] == "ledger_key_wrong"
    typed(monkeypatch, sheet)
    assert answer(capsys, "ledger", "unlock")["ledger"] == "ok"
    assert answer(capsys, "ledger", "verify")["ledger"] == "ok"


def test_the_sheet_is_written_as_a_page(folders: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "ledger", "encrypt")
    sheet = str(answer(capsys, "ledger", "recovery")["key"])
    page = tmp_path / "lembar.txt"
    assert answer(capsys, "ledger", "recovery", "--out", str(page)) == {"ledger": "ok", "path": str(page)}
    assert sheet.split("  ", maxsplit=1)[0][:30] in page.read_text("utf-8")
    assert key_from(sheet).mark.hex()[:8] in page.read_text("utf-8")


def test_the_key_is_never_put_onto_a_terminal_or_into_a_file(tmp_path: Path) -> None:
    environment = {**os.environ, **private_environment(tmp_path)}
    with (tmp_path / "out").open("w+b") as out:
        done = subprocess.run(
            [sys.executable, "main.py", "vault", "ledger-key"],
            cwd=ROOT,
            env=environment,
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
        out.seek(0)
        assert (done.returncode, out.read()) == (EXIT_USAGE, b"")
    leader, follower = os.openpty()
    done = subprocess.run(
        [sys.executable, "main.py", "vault", "ledger-key"],
        cwd=ROOT,
        env=environment,
        stdout=follower,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(leader)
    os.close(follower)
    assert done.returncode == EXIT_USAGE
    assert not (tmp_path / ".local").exists()


def test_a_record_whose_key_is_lost_makes_room_and_can_be_put_back_once_the_key_is_found(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "ledger", "encrypt")
    assert run("ledger", ["put-aside"]) == EXIT_USAGE  # it can be opened
    capsys.readouterr()
    kept = dict(place.keyring.kept)  # type: ignore[attr-defined]
    place.keyring.kept.clear()  # type: ignore[attr-defined]
    body = folders.ledger.read_bytes()
    aside = Path(str(answer(capsys, "ledger", "put-aside")["aside"]))
    assert aside.read_bytes() == body
    assert not folders.ledger.exists()
    assert run("import", ["--typed", "2020-12-31", "1.000.000,00", "--account", "new"]) == 0  # a new one, with a key of its own
    capsys.readouterr()
    assert form(folders.ledger) is Form.ENCRYPTED
    place.keyring.kept.update(kept)  # type: ignore[attr-defined]
    assert answer(capsys, "ledger", "restore", "--from", str(aside))["holds"]["accounts"] == 2  # type: ignore[index]


def test_a_forgotten_passphrase_is_not_asked_for_the_new_record(
    folders: Folders, place: FakePlace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.commands.ledger_change.new_passphrase", lambda: WORDS)
    answer(capsys, "ledger", "encrypt", "--passphrase-stdin")
    answer(capsys, "ledger", "put-aside")
    assert key_file.all_of(folders.ledger) == []
    assert run("import", ["--typed", "2020-12-31", "1.000.000,00", "--account", "new"]) == 0
