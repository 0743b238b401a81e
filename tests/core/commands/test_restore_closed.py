"""A backup comes back in the place of a record that nobody can open: only when that is said, and that record is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.ledger import key_file
from core.ledger.cipher import Form, form
from tests.core.commands.computer import OTHER, WORDS, Home, sheet


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path / "here")


@pytest.fixture
def new(tmp_path: Path) -> Home:
    return Home(tmp_path / "new")


def backup_of(home: Home, folder: Path, passphrase: str | None = None) -> Path:
    told = home.good(
        "ledger",
        "backup",
        "--folder",
        str(folder),
        "--json",
        *(["--passphrase-stdin"] if passphrase else []),
        typed=f"{passphrase}\n",
    )
    return Path(json.loads(told)["backups"][0]["path"])


def answer(home: Home, *argv: str, typed: str = "") -> dict[str, object]:
    told = json.loads(home.run("ledger", "restore", *argv, "--json", typed=typed).stdout)
    assert isinstance(told, dict)
    return told


def test_the_preview_says_that_the_record_there_is_closed_and_changes_nothing(here: Home, tmp_path: Path) -> None:
    here.begin()
    backup = backup_of(here, tmp_path / "usb")
    here.begin("2026-01-31", "42.000.000,00")
    here.lock()
    before = here.folders.ledger.read_bytes()
    told = answer(here, "--preview", "--from", str(backup))
    assert (told["ledger"], told["there"], told["closed"], told["lost"]) == ("ok", True, True, None)
    assert here.folders.ledger.read_bytes() == before


def test_a_closed_record_is_left_where_it_is_unless_it_is_said_to_make_room(here: Home, tmp_path: Path) -> None:
    here.begin()
    backup = backup_of(here, tmp_path / "usb")
    here.lock()
    before = here.folders.ledger.read_bytes()
    assert answer(here, "--from", str(backup))["ledger"] == "ledger_passphrase_needed"
    assert here.folders.ledger.read_bytes() == before


def test_a_record_that_makes_room_is_kept_and_opened_again_by_its_passphrase(here: Home, tmp_path: Path) -> None:
    here.begin()
    backup = backup_of(here, tmp_path / "usb")
    here.begin("2026-01-31", "42.000.000,00")
    here.lock()
    told = answer(here, "--from", str(backup), "--put-aside")
    assert told["ledger"] == "ok"
    assert form(here.folders.ledger) is Form.PLAIN  # as the backup was: the window says so until the person decides
    shown = here.good("history")
    assert "41.415.926,53" in shown and "42.000.000" not in shown
    aside = str(told["aside"])
    assert form(Path(aside)) is Form.ENCRYPTED
    here.good("ledger", "restore", "--from", aside, "--passphrase-stdin", typed=f"{WORDS}\n")
    assert "42.000.000" in here.good("history")


def test_a_backup_under_another_passphrase_takes_the_place_and_its_own_opens_it(here: Home, new: Home, tmp_path: Path) -> None:
    here.begin()
    here.lock()
    backup = backup_of(here, tmp_path / "usb", WORDS)
    new.begin("2020-12-31", "1.000.000,00")
    new.lock(OTHER)
    told = answer(new, "--from", str(backup), "--put-aside", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert told["ledger"] == "ok"
    assert "41.415.926,53" in new.good("history", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert new.run("history", "--passphrase-stdin", typed=f"{OTHER}\n").returncode == 1
    assert [one.mark for one in key_file.all_of(new.folders.ledger)] == [key_file.mark_of(new.folders.ledger)]


def test_a_backup_opened_by_the_sheet_takes_the_place_of_a_record_whose_key_is_lost(
    here: Home, new: Home, tmp_path: Path
) -> None:
    here.begin()
    here.lock()
    letters = sheet(here)
    backup = backup_of(here, tmp_path / "usb", WORDS)
    for one in (tmp_path / "usb").glob("*.key.json"):
        one.unlink()
    new.begin("2020-12-31", "1.000.000,00")
    new.lock(OTHER)
    for one in new.folders.data.rglob("*.key.json"):
        one.unlink()
    new.good("ledger", "unlock", "--from", str(backup), "--passphrase-stdin", typed=f"{letters}\n{OTHER}\n")
    told = answer(new, "--from", str(backup), "--put-aside", "--passphrase-stdin", typed=f"{OTHER}\n")
    assert told["ledger"] == "ok"
    assert "41.415.926,53" in new.good("history", "--passphrase-stdin", typed=f"{OTHER}\n")


def test_a_record_that_can_be_opened_keeps_its_key_whatever_is_said(here: Home, tmp_path: Path) -> None:
    here.begin()
    backup = backup_of(here, tmp_path / "usb")
    here.lock()
    told = answer(here, "--from", str(backup), "--put-aside", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert told["ledger"] == "ok"
    assert form(here.folders.ledger) is Form.ENCRYPTED
    assert "41.415.926,53" in here.good("history", "--passphrase-stdin", typed=f"{WORDS}\n")


@pytest.mark.parametrize("body", [b"", b"not a record at all" * 300])
def test_what_is_no_backup_moves_nothing(here: Home, tmp_path: Path, body: bytes) -> None:
    here.begin()
    here.lock()
    before = here.folders.ledger.read_bytes()
    wrong = tmp_path / "wrong.backup"
    wrong.write_bytes(body)
    assert answer(here, "--from", str(wrong), "--put-aside", "--passphrase-stdin", typed=f"{WORDS}\n")["ledger"] != "ok"
    assert here.folders.ledger.read_bytes() == before
    assert [one.name for one in here.folders.data.glob("*before-restore*")] == []


def test_a_file_that_is_not_there_is_named_by_its_option_alone(here: Home, tmp_path: Path) -> None:
    done = here.run("ledger", "restore", "--from", str(tmp_path / "none.backup"))
    assert done.returncode == 2
    assert "--from" in done.stderr and "none.backup" not in done.stderr
