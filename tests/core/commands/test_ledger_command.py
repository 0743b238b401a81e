"""`main.py ledger`: what it prints, what it answers, and that it changes nothing unless it is told to."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from pathlib import Path

import pytest

from core.commands import EXIT_USAGE, run
from core.ledger import Ledger
from core.paths import Folders
from tests.ledger import sample

LINKS = 60


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr("sys.platform", "linux")
    folders = Folders.for_person(demo=True)
    folders.create()
    sample.make(folders.ledger, LINKS)
    return folders.ledger


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> tuple[int, dict[str, object]]:
    code = run("ledger", [*argv, "--demo", "--json"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    return code, json.loads(lines[0])


def change_a_card(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    sql = raw.execute("SELECT sql FROM sqlite_schema WHERE name = 'card_stands'").fetchone()[0]
    raw.execute("DROP TRIGGER card_stands")
    raw.execute("UPDATE card SET balance = balance + 100000000 WHERE reading_id = 3 AND position = 0")
    raw.execute(sql)
    raw.close()


def test_a_whole_ledger_is_ok(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for more in ((), ("--quick",)):
        code, told = answer(capsys, "verify", *more)
        assert (code, told["ledger"], told["findings"]) == (0, "ok", [])
        assert int(str(told["links"])) >= LINKS


def test_a_changed_ledger_is_told_with_what_was_changed(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change_a_card(ledger)
    code, told = answer(capsys, "verify")
    assert (code, told["ledger"]) == (1, "ledger_changed")
    assert [(f["fault"], f["what"], f["row"]) for f in told["findings"]] == [("changed", "reading", 3)]  # type: ignore[attr-defined]
    code, told = answer(capsys, "verify", "--accept")  # an entry that was changed is never right
    assert (code, told["ledger"]) == (1, "ledger_changed")
    assert run("ledger", ["verify", "--demo"]) == 1
    assert "  changed: reading 3" in capsys.readouterr().err.splitlines()


def test_an_older_file_can_be_taken_as_the_right_one(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = ledger.read_bytes()
    with Ledger.open(ledger) as opened:
        opened.store_reading(1, sample.balance(1), portal="p", checked_at=sample.NOW)
    ledger.write_bytes(old)
    assert answer(capsys, "verify")[0] == 1
    assert answer(capsys, "verify", "--accept")[0] == 0
    assert answer(capsys, "verify")[0] == 0


def test_a_backup_is_made_listed_looked_at_and_put_back(ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = answer(capsys, "backup", "--folder", str(tmp_path / "mine"))
    assert (code, told["ledger"]) == (0, "ok")
    assert answer(capsys, "backup", "--list", "--folder", str(tmp_path / "mine")) == (code, told)
    with Ledger.open(ledger) as opened:
        opened.store_reading(1, sample.balance(1), portal="p", checked_at=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    before = ledger.read_bytes()
    code, told = answer(capsys, "restore", "--preview", "--folder", str(tmp_path / "mine"))
    assert (code, told["lost"]) == (0, {"reading": 1})
    assert "aside" not in told
    assert ledger.read_bytes() == before
    code, told = answer(capsys, "restore", "--folder", str(tmp_path / "mine"))
    assert code == 0
    assert Path(str(told["aside"])).exists()
    with Ledger.open(ledger) as opened:
        assert opened.history(1)[-1].checked_at.year < 2030
    assert answer(capsys, "restore", "--from", str(told["aside"]))[0] == 0
    with Ledger.open(ledger) as opened:
        assert opened.history(1)[-1].checked_at.year == 2030


def test_a_damaged_ledger_is_rescued_and_a_sound_one_left_alone(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = answer(capsys, "rescue")
    assert (code, told["aside"]) == (0, None)
    change_a_card(ledger)
    code, told = answer(capsys, "rescue")
    assert (code, told["lost"]) == (0, 1)
    assert answer(capsys, "verify")[0] == 0


@pytest.mark.parametrize(
    "argv", [[], ["burn"], ["verify", "--folder", "x"], ["backup", "--preview"], ["restore"], ["verify", "--loud"]]
)
def test_what_makes_no_sense_is_said(ledger: Path, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ledger", [*argv, "--demo"] if argv else []) == EXIT_USAGE
    assert capsys.readouterr().err


@pytest.mark.parametrize("deed", ["verify", "backup", "rescue"])
def test_where_there_is_no_ledger_none_is_made(ledger: Path, deed: str, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.unlink()
    ledger.with_suffix(".head").unlink()  # there never was one; else `verify` says that it is gone
    assert run("ledger", [deed, "--demo"]) == EXIT_USAGE
    assert not ledger.exists()


def test_a_file_that_is_no_ledger_is_said_to_be_broken(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.write_bytes(b"only words" * 1000)
    assert answer(capsys, "verify") == (1, {"ledger": "ledger_broken"})
    assert run("ledger", ["verify", "--demo"]) == 1
    assert "broken" in capsys.readouterr().err
