"""`main.py ledger …` after a dead disk, a lost key, a forgotten passphrase, a hand in the file: each way back is one that works."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import pytest

from core.ledger import head, key_file
from core.ledger.cipher import Form, form
from tests.core.commands.computer import OTHER, WORDS, Home, sheet


@pytest.fixture
def here(tmp_path: Path) -> Home:
    return Home(tmp_path / "here")


@pytest.fixture
def new(tmp_path: Path) -> Home:
    """Another computer, with nothing of ours on it."""
    return Home(tmp_path / "new")


def test_a_backup_under_a_passphrase_comes_back_on_another_computer_with_its_key(here: Home, new: Home, tmp_path: Path) -> None:
    here.begin()
    here.lock()
    here.good("ledger", "backup", "--folder", str(tmp_path / "usb"), "--passphrase-stdin", typed=f"{WORDS}\n")
    (backup,) = (tmp_path / "usb").glob("*.backup")
    new.good("ledger", "restore", "--from", str(backup), "--passphrase-stdin", typed=f"{WORDS}\n")
    assert "41.415.926,53" in new.good("history", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert key_file.all_of(new.folders.ledger)[0].mark == key_file.mark_of(new.folders.ledger)


def test_after_a_dead_disk_the_sheet_and_a_backup_are_enough(here: Home, new: Home, tmp_path: Path) -> None:
    here.begin()
    here.lock()
    letters = sheet(here)
    here.good("ledger", "backup", "--folder", str(tmp_path / "usb"), "--passphrase-stdin", typed=f"{WORDS}\n")
    (backup,) = (tmp_path / "usb").glob("*.backup")
    for one in (tmp_path / "usb").glob("*.key.json"):
        one.unlink()
    refused = new.run("ledger", "restore", "--from", str(backup))
    assert refused.returncode == 1
    assert "ledger unlock --from" in refused.stderr
    told = new.good("ledger", "unlock", "--from", str(backup), "--passphrase-stdin", typed=f"{letters}\n{OTHER}\n")
    assert "ledger restore --from" in told
    new.good("ledger", "restore", "--from", str(backup), "--passphrase-stdin", typed=f"{OTHER}\n")
    assert "41.415.926,53" in new.good("history", "--passphrase-stdin", typed=f"{OTHER}\n")


def test_beside_another_record_the_sheet_opens_the_backup_all_the_same(here: Home, new: Home, tmp_path: Path) -> None:
    here.begin()
    here.lock()
    letters = sheet(here)
    here.good("ledger", "backup", "--folder", str(tmp_path / "usb"), "--passphrase-stdin", typed=f"{WORDS}\n")
    (backup,) = (tmp_path / "usb").glob("*.backup")
    for one in (tmp_path / "usb").glob("*.key.json"):
        one.unlink()
    new.begin("2020-12-31", "1.000.000,00")
    new.good("ledger", "unlock", "--from", str(backup), "--passphrase-stdin", typed=f"{letters}\n{OTHER}\n")
    new.good("ledger", "restore", "--from", str(backup), "--passphrase-stdin", typed=f"{OTHER}\n")
    assert "41.415.926,53" in new.good("history")
    assert form(new.folders.ledger) is Form.PLAIN  # as the record that was there


def test_a_backup_whose_key_is_lost_is_not_called_missing(here: Home, new: Home) -> None:
    here.begin()
    here.lock()
    here.good("ledger", "backup", "--passphrase-stdin", typed=f"{WORDS}\n")
    for one in here.folders.data.rglob("*.key.json"):
        one.unlink()
    answer = json.loads(here.run("ledger", "restore", "--json").stdout)
    assert answer["ledger"] == "ledger_keyring_missing"
    new.folders.backups.mkdir(parents=True)
    for one in here.folders.backups.glob("*.backup"):
        shutil.copy(one, new.folders.backups / one.name)
    answer = json.loads(new.run("ledger", "restore", "--json").stdout)
    assert answer["ledger"] == "ledger_keyring_missing"


def test_a_record_that_was_emptied_or_taken_away_is_not_called_whole(here: Home) -> None:
    here.begin()
    kept = here.folders.ledger.read_bytes()
    here.folders.ledger.write_bytes(b"")
    emptied = here.run("ledger", "verify", "--json")
    assert (emptied.returncode, json.loads(emptied.stdout)["findings"][0]["fault"]) == (1, "missing")
    here.folders.ledger.unlink()
    gone = here.run("ledger", "verify", "--json")
    assert (gone.returncode, json.loads(gone.stdout)["ledger"]) == (1, "ledger_gone")
    begun = here.run("import", "--typed", "2026-01-31", "1.000.000,00", "--plain")
    assert begun.returncode == 0
    assert "ledger restore" in begun.stderr
    assert kept


@pytest.mark.parametrize(
    "by_hand",
    [
        "DELETE FROM card WHERE reading_id = 2; DELETE FROM reading WHERE id = 2",
        "INSERT INTO hidden (import_id, hidden, at) VALUES (1, 1, '2026-01-01T00:00:00Z')",
        "UPDATE account SET name = 'Orang Lain'",
    ],
)
def test_what_was_taken_away_or_hidden_by_hand_is_neither_shown_nor_exported_nor_added_to(here: Home, by_hand: str) -> None:
    here.begin()
    here.begin("2026-01-31", "42.000.000,00")
    with sqlite3.connect(here.folders.ledger) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(by_hand)
        for _, sql in guards:
            connection.execute(sql)
    connection.close()
    for argv in (
        ["history"],
        ["export", "--format", "csv"],
        ["export", "--format", "json"],
        ["import", "--typed", "2026-02-28", "43.000.000,00"],
    ):
        done = here.run(*argv)
        assert done.returncode == 1 and "41.415" not in done.stdout, (argv, done.stdout)
        assert "ledger verify" in done.stderr, argv
    assert not list(here.path.glob("*.csv"))
    quick = json.loads(here.run("ledger", "verify", "--quick", "--json").stdout)
    assert quick["ledger"] == "ledger_changed"


def test_a_copy_that_is_only_older_is_shown_and_said_to_be(here: Home) -> None:
    here.begin()
    older = here.folders.ledger.read_bytes()
    here.begin("2026-01-31", "42.000.000,00")
    here.folders.ledger.write_bytes(older)
    done = here.run("history")
    assert done.returncode == 0
    assert "older" in done.stderr


def test_forgetting_is_asked_for_and_no_is_no(here: Home) -> None:
    here.begin()
    for typed in ("", "no\n", "yes\n"):
        refused = here.run("ledger", "forget", "--everything", typed=typed)
        assert refused.returncode == 2
        assert "--yes" in refused.stderr
    code, shown = here.on_a_terminal("ledger", "forget", "--everything", answers=["no"])
    assert (code, here.folders.ledger.exists()) == (2, True), shown
    code, shown = here.on_a_terminal("ledger", "forget", "--everything", answers=["yes"])
    assert (code, here.folders.ledger.exists()) == (0, False), shown


def test_a_script_that_says_yes_is_taken_at_its_word(here: Home) -> None:
    here.begin()
    here.good("ledger", "forget", "--everything", "--yes")
    assert not here.folders.ledger.exists()


def test_a_forgotten_passphrase_gives_way_to_the_sheet_at_a_terminal(here: Home) -> None:
    here.begin()
    here.lock()
    letters = sheet(here)
    code, shown = here.on_a_terminal("ledger", "unlock", answers=[letters, OTHER, OTHER])
    assert code == 0, shown
    assert "recovery sheet" in shown and "New passphrase" in shown and "PIN" not in shown
    assert OTHER not in shown and letters not in shown
    assert "41.415.926,53" in here.good("history", "--passphrase-stdin", typed=f"{OTHER}\n")


def test_a_new_passphrase_that_is_mistyped_changes_nothing(here: Home) -> None:
    here.begin()
    here.lock()
    before = here.folders.ledger.read_bytes()
    code, shown = here.on_a_terminal("ledger", "rekey", "--passphrase-stdin", answers=[WORDS, OTHER, OTHER + "x"])
    assert code == 2, shown
    assert here.folders.ledger.read_bytes() == before
    assert "41.415.926,53" in here.good("history", "--passphrase-stdin", typed=f"{WORDS}\n")


def test_without_a_keyring_a_script_is_told_how_to_give_a_passphrase(here: Home) -> None:
    here.begin()
    here.lock()
    letters = sheet(here)
    told = json.loads(here.run("ledger", "unlock", "--json", typed=f"{letters}\n").stdout)
    assert told["ledger"] == "ledger_no_place"
    here.good("ledger", "unlock", "--passphrase-stdin", typed=f"{letters}\n{OTHER}\n")


def test_the_end_of_the_input_at_a_prompt_is_no_fault_of_the_program(here: Home) -> None:
    here.begin()
    here.lock()
    code, shown = here.on_a_terminal("history", answers=["^D"])
    assert code == 2, shown
    assert "EOFError" not in shown


def test_a_damaged_record_is_told_of_its_ways_back_and_never_rescued_into_nothing(here: Home) -> None:
    here.begin()
    here.folders.ledger.write_bytes(b"\x00" * 50_000)
    for argv in (["history"], ["ledger", "verify"]):
        done = here.run(*argv)
        assert done.returncode == 1
        assert "ledger restore" in done.stderr and "ledger rescue" in done.stderr
    body = here.folders.ledger.read_bytes()
    saved = here.run("ledger", "rescue", "--json")
    assert (saved.returncode, json.loads(saved.stdout)["ledger"]) == (1, "ledger_nothing_saved")
    assert here.folders.ledger.read_bytes() == body
    assert head.read(here.folders.ledger) is not None


def test_a_sheet_that_was_made_is_not_written_over_and_the_window_urges_for_none(here: Home) -> None:
    here.begin()
    here.lock()
    page = here.path / "lembar.txt"
    here.good("ledger", "recovery", "--out", str(page), "--passphrase-stdin", typed=f"{WORDS}\n")
    assert json.loads(here.folders.settings.read_text("utf-8"))["recovery_kept"] is True
    page.write_text("milik orang")
    refused = here.run("ledger", "recovery", "--out", str(page), "--passphrase-stdin", typed=f"{WORDS}\n")
    assert (refused.returncode, page.read_text()) == (1, "milik orang")
    assert "--force" in refused.stderr
    here.good("ledger", "recovery", "--out", str(page), "--force", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert page.read_text() != "milik orang"
    code, shown = here.on_a_terminal("ledger", "rekey", answers=[WORDS, OTHER, OTHER])
    assert code == 0, shown
    assert json.loads(here.folders.settings.read_text("utf-8"))["recovery_kept"] is False  # it is of another key


def test_a_preview_tells_the_days_of_the_figures_and_what_a_new_computer_would_lose(here: Home, new: Home) -> None:
    here.begin("2026-01-31")
    here.begin("2026-03-31", "42.000.000,00")
    here.good("ledger", "backup")
    (backup,) = here.folders.backups.glob("*.backup")
    holds = json.loads(here.good("ledger", "restore", "--preview", "--json"))["holds"]
    assert (holds["first_day"], holds["last_day"]) == ("2026-01-31", "2026-03-31")
    told = new.good("ledger", "restore", "--from", str(backup))
    assert "nothing will be lost" in told and "cannot be read" not in told and ": -" not in told
