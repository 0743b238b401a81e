"""The lock page: says why, offers what helps, takes what is typed out of its fields, and shows nothing of the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.fakes import states as s
from ui.dialogs.dialog import Question
from ui.lock.ledger_lock import LOCKED, WAITING, Unlock
from ui.pages.lock import LockPage
from ui.widgets.button import Button

WORDS = "kuda api sembilan laut"


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[str], tuple[LockPage, list[Unlock]]]:
    def show(lock: str) -> tuple[LockPage, list[Unlock]]:
        page = LockPage()
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        page.render_state(replace(s.state(), lock=lock))
        wishes: list[Unlock] = []
        page.wished.connect(wishes.append)
        return page, wishes

    return show


def words_of(page: LockPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def button(page: LockPage, text: str) -> Button:
    (found,) = [one for one in page.findChildren(Button) if one.text() == text]
    return found


Show = Callable[[str], tuple[LockPage, list[Unlock]]]


def test_locked_by_the_person_it_opens_with_one_press(shown: Show) -> None:
    page, wishes = shown(LOCKED)
    assert "Catatan terkunci" in words_of(page)
    button(page, "Buka kunci").click()
    assert wishes == [Unlock("ask")]


def test_a_passphrase_is_sent_by_enter_and_is_out_of_the_field_at_once(qtbot: QtBot, shown: Show) -> None:
    page, wishes = shown("ledger_passphrase_needed")
    (field,) = page.fields
    qtbot.keyClicks(field.edit, WORDS)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert wishes == [Unlock("passphrase", WORDS)]
    assert field.text() == ""
    assert WORDS not in repr(wishes[0])


def test_nothing_typed_asks_nobody(qtbot: QtBot, shown: Show) -> None:
    page, wishes = shown("ledger_passphrase_needed")
    button(page, "Buka kunci").click()
    assert wishes == []


def test_a_wrong_passphrase_is_said_and_asked_for_again(shown: Show) -> None:
    page, _ = shown("ledger_passphrase_wrong")
    assert "Frasa sandi itu salah." in words_of(page)
    assert page.fields[0].text() == ""


@pytest.mark.parametrize(
    ("one", "two", "said"), [("kurang", "kurang", "Terlalu pendek."), (WORDS, WORDS + "x", "Keduanya tidak sama.")]
)
def test_a_new_passphrase_has_to_be_long_and_typed_twice_alike(qtbot: QtBot, shown: Show, one: str, two: str, said: str) -> None:
    page, wishes = shown("ledger_no_keyring")
    for field, text in zip(page.fields, (one, two), strict=True):
        qtbot.keyClicks(field.edit, text)
    button(page, "Pakai frasa sandi").click()
    assert wishes == []
    assert said in words_of(page)


def test_without_a_keyring_there_are_three_ways_and_each_says_what_it_does(qtbot: QtBot, shown: Show) -> None:
    page, wishes = shown("ledger_no_keyring")
    for field in page.fields:
        qtbot.keyClicks(field.edit, WORDS)
    for text in ("Pakai frasa sandi", "Simpan tanpa enkripsi", "Cari brankas sandi lagi"):
        button(page, text).click()
    assert wishes == [Unlock("new_passphrase", WORDS), Unlock("plain"), Unlock("ask")]
    assert "siapa pun yang memegang komputer ini lalu dapat membacanya" in words_of(page)


@pytest.mark.parametrize("lock", ["ledger_key_lost", "ledger_key_wrong", "recovery_not_a_key", "ledger_keyring_missing"])
def test_a_lost_key_is_asked_from_the_sheet_and_nothing_is_said_to_be_deleted(qtbot: QtBot, shown: Show, lock: str) -> None:
    page, wishes = shown(lock)
    assert "Tidak ada yang dihapus" in words_of(page)
    assert page.typed_sheet is not None
    qtbot.keyClicks(page.typed_sheet, "A4EA SCQL")
    button(page, "Pakai kunci ini").click()
    assert wishes == [Unlock("recovery", "A4EA SCQL")]
    assert page.typed_sheet.text() == ""


def test_waiting_says_nothing_alarming_before_a_keyring_had_time_to_answer(qtbot: QtBot, shown: Show) -> None:
    page, _ = shown(WAITING)
    assert "Membuka catatan…" in words_of(page)
    assert "Menunggu" not in words_of(page)
    qtbot.waitUntil(lambda: "Menunggu brankas sandi…" in words_of(page), timeout=10_000)


def test_another_reason_takes_the_place_of_the_one_before(shown: Show) -> None:
    page, _ = shown("ledger_passphrase_needed")
    page.render_state(replace(s.state(), lock=LOCKED))
    assert page.fields == []
    assert page.accessibleName() == "Catatan terkunci"


def test_who_lost_the_key_for_good_can_begin_anew_after_a_clear_question(shown: Show) -> None:
    page, wishes = shown("ledger_key_lost")
    button(page, "Mulai catatan baru…").click()
    (question,) = page.findChildren(Question)
    assert wishes == []
    question.yes.click()
    assert wishes == [Unlock("fresh")]


def test_a_forgotten_passphrase_is_led_to_the_sheet_and_a_new_passphrase(qtbot: QtBot, shown: Show) -> None:
    page, wishes = shown("ledger_passphrase_needed")
    button(page, "Lupa frasa sandi? Pakai lembar pemulihan…").click()
    assert page.typed_sheet is not None
    qtbot.keyClicks(page.typed_sheet, "ABCD EFGH")
    first, second = page.fields
    qtbot.keyClicks(first.edit, WORDS)
    qtbot.keyClicks(second.edit, WORDS + "x")
    button(page, "Pakai kunci ini").click()
    assert wishes == []
    second.wipe()
    qtbot.keyClicks(second.edit, WORDS)
    button(page, "Pakai kunci ini").click()
    assert wishes == [Unlock("recovery", "ABCD EFGH", WORDS)]
    assert page.typed_sheet.text() == "" and not any(field.text() for field in page.fields)


def test_without_a_keyring_the_sheet_is_taken_with_a_new_passphrase(shown: Show) -> None:
    page, _ = shown("ledger_no_place")
    assert page.typed_sheet is not None and len(page.fields) == 2


def test_typing_begins_in_the_field_of_the_sheet(qtbot: QtBot, shown: Show) -> None:
    page, _ = shown("ledger_key_lost")
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.typed_sheet is not None and page.typed_sheet.hasFocus())


def test_the_lock_does_not_claim_that_nothing_is_left_in_memory(shown: Show) -> None:
    page, _ = shown(LOCKED)
    assert "terkunci saja belum menghapus semua yang pernah dibuka" in words_of(page)


@pytest.mark.parametrize(
    "lock",
    [
        *("ledger_passphrase_needed", "ledger_passphrase_wrong", "ledger_no_keyring", "ledger_key_lost", "ledger_key_wrong"),
        *("ledger_keyring_missing", "ledger_keyring_locked", "ledger_keyring_denied", "ledger_keyring_hanging"),
        *("ledger_keyring_insecure", "ledger_no_place", "ledger_no_cipher"),
    ],
)
def test_whoever_cannot_open_it_is_offered_a_backup_and_the_sheet(qtbot: QtBot, shown: Show, lock: str) -> None:
    page, wishes = shown(lock)
    with qtbot.waitSignal(page.restore_wished, timeout=5_000):
        button(page, "Pulihkan dari berkas cadangan…").click()
    if lock == "ledger_no_keyring":  # there is no record yet: the sheet is of use with a backup only
        return
    if page.typed_sheet is None:
        words = "Saya punya lembar pemulihan…", "Lupa frasa sandi? Pakai lembar pemulihan…"
        (sheet,) = [one for one in page.findChildren(Button) if one.text() in words]
        sheet.click()
    assert page.typed_sheet is not None
    offers = "Pulihkan dari berkas cadangan…"
    qtbot.waitUntil(lambda: [one.text() for one in page.findChildren(Button) if one.isVisible()].count(offers) == 1)
    assert wishes == []


def test_who_locked_it_is_not_led_to_backups(shown: Show) -> None:
    page, _ = shown(LOCKED)
    assert [one.text() for one in page.findChildren(Button)] == ["Buka kunci"]


def test_the_ways_back_are_reached_by_the_keyboard(qtbot: QtBot, shown: Show) -> None:
    page, _ = shown("ledger_keyring_hanging")
    restore = button(page, "Pulihkan dari berkas cadangan…")
    qtbot.waitExposed(page)
    restore.setFocus()
    with qtbot.waitSignal(page.restore_wished, timeout=5_000):
        qtbot.keyClick(restore, Qt.Key.Key_Return)
