"""A year of use leaves nothing on the disk that says who the person is or what they have: not in the record, not in its backups, not in
the log, not in a passing file. The same search finds all of it once the record is in the clear."""

from __future__ import annotations

import datetime as dt
import io
import logging
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core import settings
from core.commands import opened, run
from core.ledger import Ledger, key_file
from core.ledger.cipher import Form, form
from core.ledger_keys import LedgerKeys
from core.paths import Folders
from tests.fakes.keyrings import FakePlace, MemoryKeyring
from tests.ledger.confidential import FAULTS, LEAST, MONTHS, TYPED, known

START = dt.datetime(2025, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture
def folders(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Folders]:
    place = FakePlace(MemoryKeyring())
    monkeypatch.setattr("core.vault_places.SecretService", lambda: place)
    monkeypatch.setattr("sys.platform", "linux")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    root = logging.getLogger()
    before = list(root.handlers)
    yield Folders.for_person(demo=True)
    root.handlers[:] = before
    opened._given.clear()


def a_year_of_use(folders: Folders, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every month a check, a backup and a look; some typed, undone, exported, damaged, restored, and a new key."""
    moment = [START]
    for module in ("ledger", "ledger_change"):  # the simulator's own clock is the wall's: only the backups are of other days
        monkeypatch.setattr(f"core.commands.{module}.now", lambda: moment[0])
    assert run("demo-data", []) == 0
    assert form(folders.ledger) is Form.ENCRYPTED
    for month in range(MONTHS):
        moment[0] = START + dt.timedelta(days=30 * month + 1)
        assert run("check", ["--demo", "--json"]) == 0
        assert run("ledger", ["backup", "--demo"]) == 0
        assert run("history", ["--demo"]) == 0
    for fault in FAULTS:
        run("check", ["--demo", "--json", "--fault", fault])  # whatever comes of it, the log tells of it
    assert run("import", ["--typed", "2020-12-31", TYPED, "--account", "#1", "--demo"]) == 0
    assert run("import", ["--undo", "--demo"]) == 0
    assert run("history-view", ["points", "--account", "#1", "--demo"]) == 0
    for kind in ("csv", "json", "pdf", "xlsx"):
        assert run("export", ["--format", kind, "--out", str(elsewhere / f"out.{kind}"), "--demo"]) == 0
    assert run("ledger", ["restore", "--demo"]) == 0
    assert run("ledger", ["rekey", "--demo"]) == 0
    assert run("ledger", ["verify", "--demo"]) == 0


def known_of(folders: Folders) -> set[bytes]:
    return known(folders.ledger, LedgerKeys(folders, demo=True).key())


def everything_below(*roots: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for root in roots for one in sorted(root.rglob("*")) if one.is_file()}


def test_after_a_year_of_use_no_known_value_stands_on_the_disk(
    home: Path, tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    a_year_of_use(folders, elsewhere, monkeypatch)
    monkeypatch.chdir(tmp_path)
    values = known_of(folders)
    assert len(values) >= LEAST
    files = everything_below(home, tmp_path / "tmp")
    assert {os.path.basename(name) for name in files} >= {"ledger.sqlite3", "ledger.head", "saldo-jht.log"}  # noqa: PTH119
    assert sum(name.endswith(".backup") for name in files) >= 5
    leaks = {(name, value) for name, body in files.items() for value in values if value in body}
    assert leaks == set()

    assert run("ledger", ["decrypt", "--demo"]) == 0  # the same search, where it must find something
    clear = folders.ledger.read_bytes() + b"".join(everything_below(elsewhere).values())
    assert sum(value in clear for value in values) >= LEAST


def test_who_is_forgotten_with_everything_is_nowhere_any_more(
    home: Path, tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folders.create()
    settings.save(folders.settings, replace(settings.Settings(), ledger_plain=True))  # in the clear, where a trace would show
    with Ledger.open(folders.ledger):
        pass
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run("check", ["--demo", "--json"]) == 0
    assert run("ledger", ["backup", "--demo"]) == 0
    values = known_of(folders)
    assert len(values) >= LEAST
    assert run("ledger", ["forget", "--everything", "--demo"]) == 0
    files = everything_below(home, tmp_path / "tmp")
    assert {(name, value) for name, body in files.items() for value in values if value in body} == set()
    assert not folders.ledger.exists()
    assert not list(folders.backups.glob("*")) if folders.backups.exists() else True


def test_forgetting_everything_leaves_no_key_in_the_keyring(
    home: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    place = FakePlace(MemoryKeyring())
    monkeypatch.setattr("core.vault_places.SecretService", lambda: place)
    assert run("check", ["--demo", "--json"]) == 0
    assert len(place.keyring.kept) == 1  # type: ignore[attr-defined]
    assert run("ledger", ["forget", "--everything", "--demo"]) == 0
    assert place.keyring.kept == {}  # type: ignore[attr-defined]
    assert key_file.all_of(folders.ledger) == []


def test_forgetting_one_account_leaves_the_others_and_no_trace_of_it_in_the_backups(
    home: Path, tmp_path: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    folders.create()
    with Ledger.open(folders.ledger) as ledger:
        for name in ("Siti Rahmawati", "Budi Santoso"):
            ledger.add_account(name, f"{name.split()[0].lower()}@example.test", "simulator-es", now=START)
    assert run("ledger", ["backup", "--demo"]) == 0
    assert run("ledger", ["forget", "--account", "Siti Rahmawati", "--demo"]) == 0
    with Ledger.open(folders.ledger) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Budi Santoso"]
    files = everything_below(home, tmp_path / "tmp")
    assert not [name for name, body in files.items() if b"Siti" in body or b"siti@" in body]
    assert any(b"Budi" in body for name, body in files.items() if name.endswith(".backup"))
