"""Tunjukkan angkanya: from a page that was not understood to a rule, behind the real desk and the real command."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from core.paths import Folders
from core.portal.taught import store
from tests.fakes.main_program import PAGE
from tests.ui.conftest import Running
from ui.dialogs.teach import TeachDialog
from ui.dialogs.teach_desk import FAILED, Teach
from ui.dialogs.teach_lines import Answer, Rule, read_answer
from ui.words.failures import worded
from ui.words.messages import Deed

Start = Callable[..., Running]
LIES = "<td>Kekayaan Hari Tua</td><td>Rp 48.731.902</td></tr><tr><td>Bonus Lebaran</td><td>Rp 9.000.000</td>"
PORTAL = ("--portal", "simulator-es")


class Opened:
    """The dialog, and what a person sees and does in it."""

    def __init__(self, program: Running, qtbot: QtBot, *, masked: bool = False) -> None:
        self.program, self.qtbot = program, qtbot
        self.dialog = TeachDialog(program.window, PORTAL, 1, masked=masked)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.wished.connect(program.window.teach_wished)
        self.dialog.open()
        self.dialog.ask()

    def until_listed(self) -> None:
        self.program.until(lambda: self.dialog.complete)

    @property
    def buttons(self) -> list[QRadioButton]:
        return self.dialog.findChildren(QRadioButton)

    def words(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel) if label.isVisibleTo(self.dialog))


@pytest.fixture
def opened(failed: Running, qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(failed, qtbot)
    yield made
    made.dialog.close()
    made.dialog.deleteLater()


def rules() -> tuple[object, ...]:
    return store.load(Folders.for_person(False).data).rules


def test_the_banner_offers_to_point_at_the_figure_while_the_page_is_at_hand(failed: Running) -> None:
    attempt = failed.view.last_attempt
    assert attempt is not None
    assert worded(attempt, failed.view).buttons[0].deed is Deed.TEACH


def test_every_amount_is_shown_with_its_words_and_the_keyboard_is_at_the_first(opened: Opened) -> None:
    opened.until_listed()
    first, none = opened.buttons
    assert first.text() == "Kekayaan Hari Tua: Rp 48.731.902"
    assert "Di bawah judul: Saldo JHT" in opened.words()
    assert "Saldo JHT" in first.accessibleName()
    assert opened.dialog.focusWidget() is first
    assert none.text() == "Tidak satu pun dari angka ini"
    assert not opened.dialog.keep.isEnabled()


def test_pointing_says_what_is_kept_and_why_the_figure_is_proved_before_anything_is_kept(opened: Opened) -> None:
    opened.until_listed()
    opened.qtbot.keyClick(opened.buttons[0], Qt.Key.Key_Space)
    said = opened.words()
    assert "Terbaca Rp 48.731.902. Terbukti karena" in said
    assert "“kekayaan hari tua”" in said
    assert opened.dialog.keep.isEnabled()
    assert rules() == ()


def test_keeping_writes_the_rule_and_nothing_of_the_person(opened: Opened) -> None:
    opened.until_listed()
    opened.buttons[0].setChecked(True)
    with opened.qtbot.waitSignal(opened.dialog.taught, timeout=20_000):
        opened.dialog.keep.click()
    body = (Folders.for_person(False).data / store.FILE_NAME).read_text("utf-8")
    assert json.loads(body)["rules"][0]["label"] == "kekayaan hari tua"
    for personal in ("48", "731", "0801", "siti", "SITI", "aminah", "AMINAH"):
        assert personal not in body


def test_none_of_them_keeps_nothing(opened: Opened) -> None:
    opened.until_listed()
    opened.buttons[0].setChecked(True)
    opened.buttons[-1].setChecked(True)
    assert not opened.dialog.keep.isEnabled()
    assert "Tidak ada yang disimpan" in opened.words()
    opened.dialog.reject()
    assert rules() == ()


def test_amounts_are_hidden_while_everything_is_masked(failed: Running, qtbot: QtBot) -> None:
    made = Opened(failed, qtbot, masked=True)
    made.until_listed()
    made.buttons[0].setChecked(True)
    assert "48" not in made.words() + made.buttons[0].text() + made.buttons[0].accessibleName()
    made.dialog.close()
    made.dialog.deleteLater()


def test_a_figure_that_is_not_proved_cannot_be_kept_and_the_words_say_what_is_missing(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.unread import UnreadPage

    program = start()
    program.until(lambda: program.state.loaded and program.state.keyring)
    program.portal_is("not_understood")
    program.sign_in()
    lying = PAGE.replace("<td>Kekayaan Hari Tua</td><td>Rp 48.731.902</td>", LIES)
    page = UnreadPage.pack("https://portal.example.test/saldo", lying, whole=True)
    monkeypatch.setattr(program.app.accounts, "unread", lambda _account_id: page)
    made = Opened(program, qtbot)
    made.until_listed()
    made.buttons[0].setChecked(True)
    assert not made.dialog.keep.isEnabled()
    assert "Belum terbukti: ada angka lain di halaman ini yang artinya belum diketahui." in made.words()
    made.dialog.close()
    made.dialog.deleteLater()


def test_a_page_that_is_gone_is_said_and_nothing_hangs(failed: Running, qtbot: QtBot) -> None:
    failed.app.accounts.shut()
    made = Opened(failed, qtbot)
    failed.until(lambda: "sudah dilupakan, demi keamanan Anda" in made.words())
    made.dialog.close()
    made.dialog.deleteLater()


def test_a_rule_can_be_forgotten_and_taken_back(opened: Opened) -> None:
    opened.until_listed()
    opened.buttons[0].setChecked(True)
    with opened.qtbot.waitSignal(opened.dialog.taught, timeout=20_000):
        opened.dialog.keep.click()
    (kept,) = rules()
    told: list[Answer] = []
    desk = opened.program.app.desks.teaching
    desk.take(Teach(("forget", *PORTAL, "--label", "kekayaan hari tua"), told.append))
    opened.program.until(lambda: told)
    assert (told[0].deed, rules()) == ("forgotten", ())
    desk.take(
        Teach(
            ("again",), told.append, rule=Rule("simulator-es", "kekayaan hari tua", "balance", "row", ("kpj", "person"), "only")
        )
    )
    opened.program.until(lambda: len(told) == 2)
    assert (told[1].deed, rules()) == ("kept", (kept,))


def test_a_child_that_writes_nonsense_is_a_failure_and_no_more(failed: Running) -> None:
    for lines in ([], ["{}", "{}"], ['{"taught": "candidates", "count": 1}'] * 400, ['["taught"]'], ['{"taught": "No code!"}']):
        with pytest.raises(ValueError):
            read_answer(lines)
    told: list[Answer] = []
    failed.app.desks.teaching.take(Teach(("nonsense",), told.append))
    failed.until(lambda: told)
    assert told == [FAILED]
