"""Locking a record, its recovery sheet, forgetting everything: each says what it does, and does it only when it was understood."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.recovery import key_from, letters, sheet_text
from core.recovery_page import code_of
from core.settings import Settings
from tests.fakes import states as s
from tests.ui.record_screens import KEY
from ui.care.desk import Care
from ui.care.record_strip import About, RecordStrip, about
from ui.care.sheet import BadSheet, sheet_of
from ui.dialogs.forget_all import ForgetAll
from ui.dialogs.lock_record import LockRecord
from ui.dialogs.recovery import RecoveryDialog
from ui.dialogs.remove_account import RemoveAccount

WORDS = "kuda api sembilan laut"
CODE = ["".join(str(int(square)) for square in row) for row in code_of(letters(KEY))]
ANSWER = {"ledger": "ok", "key": " ".join(sheet_text(KEY)), "code": CODE}


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


# the strip


def test_a_record_in_the_clear_is_spoken_of_until_it_is_locked_or_allowed() -> None:
    plain = s.state(s.view())
    assert about(plain) is About.PLAIN
    assert about(replace(plain, settings=Settings(ledger_plain=True))) is None
    assert about(replace(plain, encrypted=True)) is About.SHEET
    assert about(replace(plain, encrypted=True, settings=Settings(recovery_kept=True))) is None


@pytest.mark.parametrize(
    "changes", [{"demo": True}, {"lock": "locked"}, {"loaded": False}, {"accounts": ()}, {"ledger_problem": "ledger_broken"}]
)
def test_nothing_is_said_of_a_record_that_is_made_up_locked_empty_or_damaged(changes: dict[str, object]) -> None:
    assert about(replace(s.state(s.view()), **changes)) is None  # type: ignore[arg-type]


def test_the_strip_has_one_button_that_does_what_it_is_about(qtbot: QtBot) -> None:
    strip = RecordStrip()
    qtbot.addWidget(strip)
    wishes: list[object] = []
    strip.wished.connect(wishes.append)
    for what in About:
        strip.show_about(what)
        strip.button.click()
    assert wishes == [About.PLAIN, About.SHEET]


# locking


def locking(parent: QWidget, keyring: str | None) -> tuple[LockRecord, list[Care]]:
    dialog = LockRecord(parent, keyring=keyring)
    wishes: list[Care] = []
    dialog.care.connect(wishes.append)
    dialog.open()
    return dialog, wishes


def test_with_a_keyring_one_press_locks_the_record(parent: QWidget) -> None:
    dialog, wishes = locking(parent, "GNOME Keyring")
    assert "GNOME Keyring" in words_of(dialog)
    done: list[None] = []
    dialog.locked.connect(lambda: done.append(None))
    dialog.yes.click()
    assert wishes[0].arguments == ("encrypt",)
    assert not dialog.yes.isEnabled()
    wishes[0].answered({"ledger": "ok", "left": []})
    assert done
    assert not dialog.isVisible()


def test_without_a_keyring_the_passphrase_goes_over_standard_input_only(parent: QWidget) -> None:
    dialog, wishes = locking(parent, None)
    for field in dialog.fields:
        field.edit.setText(WORDS)
    dialog.yes.click()
    assert (wishes[0].arguments, wishes[0].secret) == (("encrypt", "--passphrase-stdin"), WORDS)
    assert WORDS not in repr(wishes[0])
    assert [field.text() for field in dialog.fields] == ["", ""]


def test_two_different_passphrases_lock_nothing(parent: QWidget) -> None:
    dialog, wishes = locking(parent, None)
    dialog.fields[0].edit.setText(WORDS)
    dialog.fields[1].edit.setText(WORDS + "x")
    dialog.yes.click()
    assert wishes == []
    assert "Keduanya tidak sama." in words_of(dialog)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ledger_locked", "sedang dipakai"),
        ("ledger_disk_full", "Penyimpanan komputer penuh"),
        ("ledger_keyring_locked", "tidak diubah"),
        (None, "tidak diubah"),
    ],
)
def test_why_it_could_not_be_locked_is_said_and_it_can_be_tried_again(parent: QWidget, code: str | None, said: str) -> None:
    dialog, wishes = locking(parent, "GNOME Keyring")
    dialog.yes.click()
    wishes[0].answered(None if code is None else {"ledger": code})
    assert said in words_of(dialog)
    assert dialog.yes.isEnabled()


def test_who_wants_it_in_the_clear_says_so_once(parent: QWidget) -> None:
    dialog, wishes = locking(parent, "GNOME Keyring")
    said: list[None] = []
    dialog.left_plain.connect(lambda: said.append(None))
    dialog.leave.click()
    assert said
    assert wishes == []
    assert not dialog.isVisible()


# the sheet


@pytest.fixture
def recovery(qtbot: QtBot, parent: QWidget) -> tuple[RecoveryDialog, list[Care]]:
    dialog = RecoveryDialog(parent)
    wishes: list[Care] = []
    dialog.care.connect(wishes.append)
    dialog.open()
    dialog.ask()
    return dialog, wishes


def test_the_letters_on_the_screen_are_the_key(recovery: tuple[RecoveryDialog, list[Care]]) -> None:
    dialog, wishes = recovery
    assert wishes[0].arguments == ("recovery",)
    assert not dialog.have.isEnabled()
    wishes[0].answered(ANSWER)
    (shown,) = [label.text() for label in dialog.findChildren(QLabel) if label.accessibleName() == "Huruf-huruf kunci"]
    assert key_from(shown) == KEY
    assert dialog.have.isEnabled()


def test_the_key_is_out_of_the_dialog_once_it_closes(recovery: tuple[RecoveryDialog, list[Care]]) -> None:
    dialog, wishes = recovery
    wishes[0].answered(ANSWER)
    kept: list[None] = []
    dialog.kept.connect(lambda: kept.append(None))
    dialog.have.click()
    assert kept
    assert dialog.sheet is None


def test_the_sheet_is_saved_by_the_command_and_never_by_the_window(
    recovery: tuple[RecoveryDialog, list[Care]], tmp_path: Path
) -> None:
    dialog, wishes = recovery
    wishes[0].answered(ANSWER)
    dialog.save_page(str(tmp_path / "x.pdf"))
    assert wishes[1].arguments == ("recovery", "--out", str(tmp_path / "x.pdf"), "--force")  # the dialog asked before it
    wishes[1].answered({"ledger": "export_not_written"})
    assert "tidak dapat ditulis" in words_of(dialog)


def test_on_paper_stand_the_letters_and_the_code(recovery: tuple[RecoveryDialog, list[Care]], tmp_path: Path) -> None:
    from pypdf import PdfReader

    dialog, wishes = recovery
    wishes[0].answered(ANSWER)
    writer = QPdfWriter(str(tmp_path / "page.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog.paint(writer)
    del writer
    text = PdfReader(tmp_path / "page.pdf").pages[0].extract_text()
    assert all(group in text for group in " ".join(sheet_text(KEY)).split())
    assert "lembar pemulihan" in " ".join(text.split())


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"key": 1, "code": CODE},
        {"key": "A", "code": []},
        {"key": "A", "code": ["01", "1"]},
        {"key": "A", "code": ["0x", "11"]},
    ],
)
def test_an_answer_that_is_no_sheet_is_said_to_be_none(
    answer: dict[str, object], recovery: tuple[RecoveryDialog, list[Care]]
) -> None:
    with pytest.raises(BadSheet):
        sheet_of(answer)
    dialog, wishes = recovery
    wishes[0].answered(answer)
    assert "tidak dapat dibuat" in words_of(dialog)
    assert not dialog.have.isEnabled()


# forgetting


def test_nothing_is_forgotten_before_the_person_said_that_they_understood(parent: QWidget) -> None:
    dialog = ForgetAll(parent)
    dialog.open()
    accepted: list[None] = []
    dialog.accepted.connect(lambda: accepted.append(None))
    dialog.yes.click()
    assert accepted == []
    dialog.understood.setChecked(True)
    dialog.yes.click()
    assert accepted
    assert dialog.forgets_settings
    for told in ("semua cadangan", "PIN dan kunci", "berkas yang Anda ekspor"):
        assert told in words_of(dialog)


def test_removing_an_account_says_that_its_rows_in_the_backups_go_too(parent: QWidget) -> None:
    dialog = RemoveAccount(parent, "Siti")
    dialog.open()
    assert "cadangan" not in dialog.gone.text()
    dialog._keep.setChecked(False)
    assert "semua cadangan" in dialog.gone.text()
    assert not dialog.keeps_history
