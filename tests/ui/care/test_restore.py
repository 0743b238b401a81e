"""Putting a backup back from the window: looked at first, opened by its passphrase or its sheet, refused in words; nothing typed stays."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.paths import Folders
from tests.core.commands.computer import OTHER, WORDS, Home, sheet
from ui.care.desk import Care, CareDesk
from ui.dialogs.restore import RestoreDialog
from ui.lock.ledger_lock import Unlock
from ui.window.main_window import now

HELD = {"accounts": 1, "readings": 7, "imports": 0, "first_day": "2024-01-01", "last_day": "2026-10-01"}
GOOD = {"ledger": "ok", "from": "/usb/x.backup", "holds": HELD, "lost": None, "there": True, "closed": True}
LETTERS = "ABCD EFGH"
Told = tuple[RestoreDialog, list[Care], list[object]]


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[Callable[..., Told]]:
    parents: list[QWidget] = []

    def make(newest: Path | None = None, *, is_open: bool = False) -> Told:
        parent = QWidget()
        parents.append(parent)
        qtbot.addWidget(parent)
        parent.show()
        made = RestoreDialog(parent, newest, is_open=is_open)
        wishes: list[Care] = []
        unlocks: list[object] = []
        made.care.connect(wishes.append)
        made.restored.connect(unlocks.append)
        made.open()
        return made, wishes, unlocks

    yield make
    parents.clear()


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def answer(wishes: list[Care], data: dict[str, Any] | None) -> None:
    wishes[-1].answered(data)


def test_a_file_is_looked_at_before_anything_is_put_back(dialog: Callable[..., Told]) -> None:
    made, wishes, unlocks = dialog()
    made.take("/usb/x.backup")
    assert wishes[-1].arguments == ("restore", "--preview", "--from", "/usb/x.backup")
    assert made.bar.isVisible() and made.bar.accessibleName() == "Memeriksa cadangan itu…"
    answer(wishes, GOOD)
    assert "7 pembacaan, dari 2024-01-01 sampai 2026-10-01" in words_of(made)
    assert "tidak dapat dibuka" in words_of(made) and "tidak dihapus" in words_of(made)
    assert len(wishes) == 1
    made.yes.click()
    assert wishes[-1].arguments == ("restore", "--from", "/usb/x.backup", "--put-aside")
    answer(wishes, {"ledger": "ok", "aside": "x"})
    assert unlocks == [Unlock("ask")]


def test_a_record_that_is_open_stays_open(dialog: Callable[..., Told]) -> None:
    made, wishes, unlocks = dialog(is_open=True)
    made.take("/usb/x.backup")
    answer(wishes, {**GOOD, "closed": False, "lost": {"reading": 3}})
    assert "Belum ada di cadangan: 3 catatan" in words_of(made)
    made.yes.click()
    assert wishes[-1].arguments == ("restore", "--from", "/usb/x.backup")
    answer(wishes, {"ledger": "ok"})
    assert unlocks == [] and not made.isVisible()


def test_a_passphrase_is_asked_for_goes_over_stdin_and_opens_the_record_afterwards(
    qtbot: QtBot, dialog: Callable[..., Told]
) -> None:
    made, wishes, unlocks = dialog()
    made.take("/usb/x.backup")
    answer(wishes, {"ledger": "ledger_passphrase_needed"})
    assert made.secret is not None
    qtbot.keyClicks(made.secret.edit, "salah")
    qtbot.keyClick(made.secret.edit, Qt.Key.Key_Return)
    answer(wishes, {"ledger": "ledger_passphrase_wrong"})
    assert "Frasa sandi itu salah." in words_of(made)
    qtbot.keyClicks(made.secret.edit, WORDS)
    qtbot.keyClick(made.secret.edit, Qt.Key.Key_Return)
    looked = wishes[-1]
    assert looked.arguments == ("restore", "--preview", "--from", "/usb/x.backup", "--passphrase-stdin")
    assert looked.secret == WORDS and WORDS not in repr(looked)
    answer(wishes, GOOD)
    made.yes.click()
    assert (wishes[-1].arguments[-1], wishes[-1].secret) == ("--passphrase-stdin", WORDS)
    answer(wishes, {"ledger": "ok"})
    assert unlocks == [Unlock("passphrase", WORDS)]


def test_a_lost_key_is_asked_from_the_sheet(qtbot: QtBot, dialog: Callable[..., Told]) -> None:
    made, wishes, unlocks = dialog()
    made.take("/usb/x.backup")
    answer(wishes, {"ledger": "ledger_key_lost"})
    assert made.letters is not None and made.fresh is None
    qtbot.keyClicks(made.letters, LETTERS)
    qtbot.keyClick(made.letters, Qt.Key.Key_Return)
    assert (wishes[-1].arguments, wishes[-1].secret) == (("unlock", "--from", "/usb/x.backup"), LETTERS)
    answer(wishes, {"ledger": "recovery_not_a_key"})
    assert "salah ketik" in words_of(made)
    qtbot.keyClicks(made.letters, LETTERS)
    made.yes.click()
    answer(wishes, {"ledger": "ok"})
    assert wishes[-1].arguments == ("restore", "--preview", "--from", "/usb/x.backup")
    answer(wishes, GOOD)
    made.yes.click()
    answer(wishes, {"ledger": "ok"})
    assert unlocks == [Unlock("ask")]


def test_without_a_keyring_the_sheet_comes_with_a_new_passphrase(qtbot: QtBot, dialog: Callable[..., Told]) -> None:
    made, wishes, unlocks = dialog()
    made.take("/usb/x.backup")
    answer(wishes, {"ledger": "ledger_keyring_missing"})
    assert made.letters is not None and made.fresh is not None
    qtbot.keyClicks(made.letters, LETTERS)
    qtbot.keyClicks(made.fresh.first.edit, WORDS)
    qtbot.keyClicks(made.fresh.again.edit, WORDS[:-1])
    made.yes.click()
    assert "Keduanya tidak sama." in words_of(made) and len(wishes) == 1
    made.fresh.again.wipe()
    qtbot.keyClicks(made.fresh.again.edit, WORDS)
    made.yes.click()
    asked = ("unlock", "--from", "/usb/x.backup", "--passphrase-stdin")
    assert (wishes[-1].arguments, wishes[-1].secret) == (asked, f"{LETTERS}\n{WORDS}")
    answer(wishes, {"ledger": "ok"})
    answer(wishes, GOOD)
    made.yes.click()
    answer(wishes, {"ledger": "ok"})
    assert unlocks == [Unlock("passphrase", WORDS)]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"ledger": "ledger_broken"}, "bukan cadangan yang utuh"),
        ({"ledger": "ledger_changed"}, "diubah di luar program ini"),
        ({"ledger": "ledger_newer"}, "Perbarui program ini"),
        ({"ledger": "ledger_disk_full"}, "penuh"),
        ({"ledger": "ledger_locked"}, "sedang dipakai"),
        ({"ledger": "ledger_keyring_hanging"}, "Buka brankas itu"),
        ({"ledger": "ok"}, "tidak dapat dibaca"),  # an answer that is none
        (None, "tidak dapat dibaca"),
    ],
)
def test_a_refusal_is_in_words_and_another_file_can_be_chosen(
    dialog: Callable[..., Told], told: dict[str, Any] | None, said: str
) -> None:
    made, wishes, _ = dialog()
    made.take("/usb/x.backup")
    answer(wishes, told)
    assert said in words_of(made)
    assert made.yes.text() == "Pilih berkas…" and made.focusWidget() is made.yes


def test_what_fails_at_the_end_is_said_and_the_dialog_stays(dialog: Callable[..., Told]) -> None:
    made, wishes, unlocks = dialog()
    made.take("/usb/x.backup")
    answer(wishes, GOOD)
    made.yes.click()
    made.reject()  # what puts a backup in its place is waited for
    assert made.isVisible() and not made.close_button.isEnabled()
    answer(wishes, {"ledger": "ledger_disk_full"})
    assert "penuh" in words_of(made) and unlocks == []
    made.reject()
    assert not made.isVisible()


def test_closing_ends_what_looks_and_keeps_nothing_typed(qtbot: QtBot, dialog: Callable[..., Told]) -> None:
    made, wishes, _ = dialog()
    made.take("/usb/x.backup")
    answer(wishes, {"ledger": "ledger_passphrase_needed"})
    assert made.secret is not None
    field = made.secret
    qtbot.keyClicks(field.edit, WORDS)
    made.yes.click()
    assert field.text() == ""
    ended: list[bool] = []
    assert wishes[-1].begun is not None
    wishes[-1].begun(lambda: ended.append(True))
    made.reject()
    assert ended == [True]
    answer(wishes, None)  # comes after, and meets nobody


def test_the_newest_backup_of_this_computer_is_one_press_away(dialog: Callable[..., Told]) -> None:
    made, wishes, _ = dialog(Path("/data/backups/saldo-jht-20261122T010000Z.backup"))
    made.aside.click()
    assert wishes[-1].arguments == ("restore", "--preview")
    answer(wishes, {"ledger": "ledger_key_lost"})
    assert made.letters is not None
    made.letters.setText(LETTERS)
    made.yes.click()
    assert wishes[-1].arguments == ("unlock", "--from", "/data/backups/saldo-jht-20261122T010000Z.backup")


# with the program's own commands


@pytest.fixture
def real(home: Path, dialog: Callable[..., Told]) -> Iterator[Callable[[], tuple[RestoreDialog, list[object]]]]:
    desks: list[CareDesk] = []

    def make() -> tuple[RestoreDialog, list[object]]:
        desk = CareDesk(Folders.for_person(demo=False), now, demo=False)
        desks.append(desk)
        made, _, unlocks = dialog()
        made.care.connect(desk.take)
        return made, unlocks

    yield make
    for desk in desks:
        desk.end()


def old_computer(tmp_path: Path) -> tuple[Home, Path]:
    old = Home(tmp_path / "old")
    old.begin()
    old.lock()
    told = old.good("ledger", "backup", "--folder", str(tmp_path / "usb"), "--passphrase-stdin", "--json", typed=f"{WORDS}\n")
    return old, Path(json.loads(told)["backups"][0]["path"])


def test_on_a_new_computer_a_backup_comes_back_by_its_passphrase(
    qtbot: QtBot, tmp_path: Path, real: Callable[[], tuple[RestoreDialog, list[object]]]
) -> None:
    _, backup = old_computer(tmp_path)
    made, unlocks = real()
    made.take(str(backup))
    qtbot.waitUntil(lambda: made.secret is not None, timeout=30_000)
    assert made.secret is not None
    qtbot.keyClicks(made.secret.edit, WORDS)
    made.yes.click()
    qtbot.waitUntil(lambda: made.yes.text() == "Pulihkan", timeout=30_000)
    assert "belum ada catatan" in words_of(made)
    made.yes.click()
    qtbot.waitUntil(lambda: unlocks == [Unlock("passphrase", WORDS)], timeout=30_000)
    assert Folders.for_person(demo=False).ledger.read_bytes()[:16] == backup.read_bytes()[:16]


def test_on_a_new_computer_the_sheet_opens_a_backup_without_its_key_file(
    qtbot: QtBot, tmp_path: Path, real: Callable[[], tuple[RestoreDialog, list[object]]]
) -> None:
    old, backup = old_computer(tmp_path)
    letters = sheet(old)
    for one in backup.parent.glob("*.key.json"):
        one.unlink()
    made, unlocks = real()
    made.take(str(backup))
    qtbot.waitUntil(lambda: made.fresh is not None, timeout=30_000)
    assert made.letters is not None and made.fresh is not None
    made.letters.setText(letters)
    for field in (made.fresh.first, made.fresh.again):
        qtbot.keyClicks(field.edit, OTHER)
    made.yes.click()
    qtbot.waitUntil(lambda: made.yes.text() == "Pulihkan", timeout=30_000)
    made.yes.click()
    qtbot.waitUntil(lambda: unlocks == [Unlock("passphrase", OTHER)], timeout=30_000)
