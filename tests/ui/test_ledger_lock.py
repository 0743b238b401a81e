"""An encrypted ledger behind the window: its key is fetched by a child, held while the window is open, and gone once it is locked."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.ledger import Ledger
from core.ledger.cipher import Form, form
from core.ledger.key import Key
from core.paths import Folders
from core.settings import load
from tests.ui.conftest import Running
from ui.lock.key_holder import SWITCH, KeyHolder, held
from ui.lock.ledger_lock import LOCKED, WAITING, Unlock

Start = Callable[..., Running]
KEY = Key(bytes(range(32)))
NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _no_key_is_left() -> Iterator[None]:
    yield
    held.wipe()


def answers(home: Path, **told: str) -> None:
    """What the child says when it is asked for the key."""
    (home / "ledger_key").write_text(json.dumps(told), "utf-8")


@pytest.fixture
def encrypted(home: Path) -> Path:
    """An encrypted ledger of somebody whose PIN is kept."""
    path = Folders.for_person(False).ledger
    with Ledger.open(path, KEY) as ledger:
        account = ledger.add_account("Siti", "siti@example.test", "simulator-es", now=NOW)
        ledger.update_account(account.id, remember=True)
    answers(home, ledger="ok", key=KEY.hex())
    return home


def opened(start: Start) -> Running:
    program = start()
    program.until(lambda: program.state.loaded and program.state.lock is None)
    return program


def test_the_key_is_fetched_by_a_child_and_held_in_memory_only(encrypted: Path, start: Start) -> None:
    program = opened(start)
    assert [view.account.name for view in program.state.accounts] == ["Siti"]
    assert held.key == KEY
    for file in Folders.for_person(False).data.rglob("*"):
        if file.is_file():
            assert KEY.hex().encode() not in file.read_bytes()


def test_a_check_gets_the_key_over_stdin_and_not_on_its_command_line(encrypted: Path, start: Start) -> None:
    program = opened(start)
    program.window.check_requested.emit(1)
    program.until(lambda: program.state.accounts[0].history)
    (asked,) = program.asked()
    assert KEY.hex() not in json.dumps(asked)
    assert form(Folders.for_person(False).ledger) is Form.ENCRYPTED


def test_locking_shows_nothing_holds_nothing_and_starts_nothing(encrypted: Path, start: Start) -> None:
    program = opened(start)
    key = held.key
    assert key is not None
    program.window.lock_requested.emit()
    assert program.state.lock == LOCKED
    assert program.state.accounts == program.state.archived == ()
    assert held.key is None
    assert key.wiped
    program.app.wishes.check(1)
    program.app.on_tick()
    assert program.state.checking is None
    assert program.asked() == []
    program.window.unlock_wished.emit(Unlock("ask"))
    program.until(lambda: program.state.lock is None and program.state.accounts)
    assert held.key == KEY


def test_locking_ends_a_check_that_runs(encrypted: Path, start: Start) -> None:
    program = opened(start)
    program.portal_is("hang")
    program.window.check_requested.emit(1)
    program.until(program.asked)
    program.window.lock_requested.emit()
    assert program.app.accounts.running == {}


def test_a_passphrase_is_asked_for_again_after_a_wrong_one(encrypted: Path, home: Path, start: Start) -> None:
    answers(home, ledger="ledger_passphrase_needed")
    program = start()
    program.until(lambda: program.state.lock == "ledger_passphrase_needed")
    answers(home, ledger="ok", key=KEY.hex())
    program.window.unlock_wished.emit(Unlock("passphrase", "salah"))
    program.until(lambda: program.state.lock == "ledger_passphrase_wrong")
    assert program.state.accounts == ()
    program.window.unlock_wished.emit(Unlock("passphrase", "kuda api sembilan"))
    program.until(lambda: program.state.lock is None and program.state.accounts)


def test_a_keyring_that_hangs_holds_nothing_up(encrypted: Path, home: Path, start: Start) -> None:
    (home / "ledger_key").write_text("hang", "utf-8")
    program = start()
    program.until(lambda: program.state.lock == WAITING)
    program.app.on_tick()
    program.window.demo_requested.emit()  # another folder, whose ledger is plain
    program.until(lambda: program.state.demo and program.state.loaded and program.state.lock is None)


@pytest.mark.parametrize("reason", ["ledger_key_lost", "ledger_keyring_locked", "ledger_no_keyring"])
def test_why_there_is_no_key_is_shown_and_the_file_is_left_alone(encrypted: Path, home: Path, start: Start, reason: str) -> None:
    before = Folders.for_person(False).ledger.read_bytes()
    answers(home, ledger=reason)
    program = start()
    program.until(lambda: program.state.lock == reason)
    program.app.on_tick()
    assert program.state.ledger_problem is None
    assert Folders.for_person(False).ledger.read_bytes() == before


def test_nonsense_for_a_key_is_no_key(encrypted: Path, home: Path, start: Start) -> None:
    (home / "ledger_key").write_text('{"ledger": "ok", "key": "zz"}', "utf-8")
    program = start()
    program.until(lambda: program.state.lock == "ledger_keyring_hanging")
    assert held.key is None


def test_no_ledger_is_made_before_the_person_chose_how(home: Path, start: Start) -> None:
    answers(home, ledger="ledger_no_keyring")
    program = start()
    program.until(lambda: program.state.lock == "ledger_no_keyring")
    program.app.on_tick()
    assert not Folders.for_person(False).ledger.exists()
    answers(home, ledger="plain")
    program.window.unlock_wished.emit(Unlock("plain"))
    program.until(lambda: program.state.lock is None and program.state.loaded)
    assert load(Folders.for_person(False).settings).ledger_plain


def test_a_new_ledger_is_encrypted_with_the_key_that_was_made_for_it(home: Path, start: Start) -> None:
    answers(home, ledger="ok", key=KEY.hex())
    program = opened(start)
    program.sign_in()
    assert form(Folders.for_person(False).ledger) is Form.ENCRYPTED
    assert program.view.latest is not None


def test_a_ledger_encrypted_while_the_window_is_open_is_opened_with_its_new_key(home: Path, start: Start) -> None:
    from core.ledger.change_key import change_key

    program = opened(start)
    program.sign_in()
    answers(home, ledger="ok", key=KEY.hex())
    change_key(Folders.for_person(False).ledger, None, KEY, NOW)
    program.app.on_tick()
    program.until(lambda: program.state.lock is None and held.key == KEY and program.state.accounts)
    assert program.state.ledger_problem is None


def test_the_window_locks_by_itself_when_nobody_touches_it(
    encrypted: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    program = opened(start)
    program.app.on_tick()
    assert program.state.lock is None  # never, unless the person wants it
    program.app.change_settings(replace(program.app.settings, lock_after_minutes=5))
    program.app.on_tick()
    assert program.state.lock is None
    monkeypatch.setattr(program.app.locking._idle, "_touched_s", program.app.locking._idle._touched_s - 301)
    program.app.on_tick()
    assert program.state.lock == LOCKED


def test_only_commands_that_read_the_ledger_are_handed_the_key() -> None:
    holder = KeyHolder()
    assert holder.hand_over(["check", "--demo"], b"pin\n") == (["check", "--demo"], b"pin\n")
    holder.take(KEY.hex())
    assert holder.hand_over(["check", "--demo"], b"pin\n") == (["check", SWITCH, "--demo"], KEY.hex().encode() + b"\npin\n")
    assert holder.hand_over(["machine", "--json"], b"") == (["machine", "--json"], b"")
    with pytest.raises(ValueError, match="64"):
        holder.take("nonsense")
    assert holder.key == KEY
    holder.wipe()
    assert holder.key is None


def test_the_window_locks_with_the_computer_s_screen_if_that_is_wanted(encrypted: Path, start: Start) -> None:
    from dataclasses import replace

    program = opened(start)
    assert program.app.locking._screen is None  # nobody listens unless it is wanted
    program.app.change_settings(replace(program.app.settings, lock_with_screen=True))
    assert program.app.locking._screen is not None
    program.app.locking._screen.locked.emit()
    assert program.state.lock == LOCKED
    assert held.key is None


def test_a_locked_program_says_so_in_the_tray_and_nothing_else(encrypted: Path, start: Start) -> None:
    from ui.tray.words import summary, tooltip

    program = opened(start)
    program.window.lock_requested.emit()
    said = summary(program.state, NOW)
    assert (said.balance, said.each, said.last, said.next, said.checkable) == ("", (), "", "", ())
    assert said.need == "Catatan terkunci"
    assert tooltip(program.state).endswith("terkunci")


@pytest.mark.parametrize("settings_too", [True, False])
def test_everything_is_forgotten_and_the_program_begins_as_on_the_first_day(home: Path, start: Start, settings_too: bool) -> None:
    from dataclasses import replace

    from core.ledger import backup

    program = opened(start)
    program.sign_in()
    folders = Folders.for_person(False)
    program.app.change_settings(replace(program.app.settings, masked=True))
    backup.make(folders.ledger, folders.backups, NOW)
    program.window.forget_all_wished.emit(settings_too)
    assert program.state.accounts == ()
    program.until(lambda: program.state.loaded and program.state.lock is None and not program.state.accounts)
    assert program.state.settings.masked is not settings_too
    for file in folders.data.rglob("*"):
        assert not file.is_file() or b"siti@example.com" not in file.read_bytes()
    assert not list(folders.backups.glob("*"))


def test_what_could_not_be_forgotten_is_still_there_and_that_is_said(
    home: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QDialog

    program = opened(start)
    program.sign_in()
    monkeypatch.setattr(program.app.desks.care._runs, "_program", ["/bin/false"])
    program.window.forget_all_wished.emit(True)
    program.until(lambda: program.state.lock is None and program.state.accounts)
    (told,) = program.window.findChildren(QDialog)
    assert told.windowTitle() == "Belum dilupakan"


def test_the_page_of_a_damaged_record_leads_to_the_sheet_and_back(encrypted: Path, start: Start) -> None:
    program = opened(start)
    program.window.unlock_wished.emit(Unlock("sheet"))
    program.until(lambda: program.state.lock == "ledger_key_lost")
    assert held.key is None
    program.window.unlock_wished.emit(Unlock("ask"))
    program.until(lambda: program.state.lock is None)


def test_a_backup_put_back_in_the_place_of_a_lost_record_is_shown_at_once(encrypted: Path, start: Start, tmp_path: Path) -> None:
    from core.ledger import backup
    from ui.dialogs.restore import RestoreDialog

    elsewhere = tmp_path / "elsewhere.sqlite3"
    with Ledger.open(elsewhere) as ledger:
        ledger.add_account("Budi", "budi@example.test", "simulator-es", now=NOW)
    made = backup.make(elsewhere, tmp_path / "usb", NOW)
    answers(encrypted, ledger="ledger_key_lost")
    program = start()
    program.until(lambda: program.state.lock == "ledger_key_lost")
    dialog = RestoreDialog(program.window, None, is_open=False)
    dialog.care.connect(program.window.care_wished)
    dialog.restored.connect(program.window.unlock_wished)
    dialog.open()
    dialog.take(str(made.path))
    program.until(lambda: dialog.yes.text() == "Pulihkan")
    dialog.yes.click()
    program.until(lambda: program.state.lock is None and [view.account.name for view in program.state.accounts] == ["Budi"])
    assert list(Folders.for_person(False).data.glob("*before-restore*"))


def test_a_record_whose_beginning_is_damaged_is_offered_its_backup(encrypted: Path, start: Start) -> None:
    from ui.words.messages import MENDABLE

    path = Folders.for_person(False).ledger
    body = path.read_bytes()
    path.write_bytes(bytes(range(256)) * 16 + body[4096:])
    program = start()
    program.until(
        lambda: program.state.loaded and program.state.lock is None
    )  # asked for its key once more, in case it was changed
    assert program.state.ledger_problem == "ledger_key_wrong"
    assert program.state.ledger_problem in MENDABLE
    assert path.read_bytes()[4096:] == body[4096:]


def test_a_key_that_was_changed_while_the_window_is_open_is_fetched_anew(encrypted: Path, home: Path, start: Start) -> None:
    from core.ledger.change_key import change_key

    program = opened(start)
    new = Key(bytes(range(1, 33)))
    answers(home, ledger="ok", key=new.hex())
    change_key(Folders.for_person(False).ledger, KEY, new, NOW)
    program.app.on_tick()
    program.until(lambda: program.state.lock is None and held.key == new and program.state.accounts)
    assert program.state.ledger_problem is None


def test_the_key_is_asked_for_once_and_before_the_window_waits_for_it(
    encrypted: Path, home: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.lock.key_asking import KeyAsking

    asked: list[str] = []
    ask = KeyAsking.start
    monkeypatch.setattr(KeyAsking, "start", lambda self, *given: (asked.append("asked"), ask(self, *given))[1])
    program = start()
    assert asked == ["asked"]
    program.until(lambda: program.state.loaded and program.state.lock is None)
    assert asked == ["asked"]
    assert held.key == KEY


def test_the_window_locks_when_the_time_is_over_and_not_at_the_next_minute(
    encrypted: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a timer of its own: no tick comes here; and so it does after it was opened again."""
    from dataclasses import replace

    program = opened(start)
    monkeypatch.setattr("ui.lock.locking.MINUTE_S", 0.2)
    program.app.change_settings(replace(program.app.settings, lock_after_minutes=1))
    program.until(lambda: program.state.lock == LOCKED)
    monkeypatch.setattr(program.app.locking._idle, "_touched_s", program.app.locking._idle._touched_s + 3_600)
    program.window.unlock_wished.emit(Unlock("ask"))
    program.until(lambda: program.state.lock is None and program.state.accounts)
    monkeypatch.setattr(program.app.locking._idle, "_touched_s", 0.0)
    program.app.change_settings(replace(program.app.settings, lock_after_minutes=5))
    program.until(lambda: program.state.lock == LOCKED)
