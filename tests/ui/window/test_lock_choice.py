"""A new record on a computer without a keyring: a passphrase typed twice, by keyboard alone, or plainly not encrypted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes import states
from ui.lock.ledger_lock import Unlock
from ui.pages.lock import LockPage

PASSPHRASE = "kuda lumping biru"


@pytest.fixture
def page(qtbot: QtBot) -> LockPage:
    made = LockPage()
    qtbot.addWidget(made)
    made.render_state(replace(states.state(), lock="ledger_no_keyring"))
    made.show()
    qtbot.waitExposed(made)
    return made


def typed(page: LockPage, first: str, second: str) -> list[object]:
    """What is wished once both were typed, with Return behind each."""
    wished: list[object] = []
    page.wished.connect(wished.append)
    page.focus_first()
    for text in (first, second):
        QTest.keyClicks(QApplication.focusWidget(), text)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    return wished


def test_return_leads_to_the_second_field_and_then_on(page: LockPage) -> None:
    assert typed(page, PASSPHRASE, PASSPHRASE) == [Unlock("new_passphrase", PASSPHRASE)]
    assert all(field.text() == "" for field in page.fields)


@pytest.mark.parametrize(("first", "second"), [(PASSPHRASE, "kuda lumping"), ("pendek", "pendek"), ("", "")])
def test_what_is_short_or_not_the_same_is_not_taken(page: LockPage, first: str, second: str) -> None:
    assert typed(page, first, second) == []


def test_locking_takes_the_recovery_sheet_off_the_screen(show, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QDialog

    from ui.dialogs.recovery import RecoveryDialog

    open_state = states.state(states.view())
    shown = show(open_state)
    sheet = RecoveryDialog(shown.window)
    sheet._answered({"key": "ABCD EFGH", "code": ["10", "01"]})
    sheet.open()
    qtbot.waitUntil(sheet.isVisible)
    shown.render(replace(open_state, lock="locked"))
    assert not [dialog for dialog in shown.window.findChildren(QDialog) if dialog.isVisible()]


def test_locked_the_rail_offers_only_what_can_be_opened(show) -> None:
    def offered(shown) -> set[str]:
        return {name for name, button in shown.content.rail.buttons.items() if button.isVisibleTo(shown.window)}

    open_state = states.state(states.view())
    shown = show(open_state)
    everything = offered(shown)
    assert {"balance", "history", "import", "help", "settings"} <= everything
    locked = replace(open_state, accounts=(), lock="locked")
    shown.render(locked)
    assert offered(shown) == {"balance", "help"}
    shown.content.rail.buttons["help"].click()
    assert shown.content.stack.currentWidget() is shown.page("help")
    shown.content.rail.buttons["balance"].click()
    assert shown.content.stack.currentWidget() is shown.page("lock")
    shown.render(open_state)
    assert offered(shown) == everything


def test_locked_while_help_is_read_the_lock_is_seen(show) -> None:
    open_state = states.state(states.view())
    shown = show(open_state)
    shown.content.show_page("help")
    shown.render(replace(open_state, accounts=(), lock="locked"))
    assert shown.content.stack.currentWidget() is shown.page("lock")
