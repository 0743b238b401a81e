"""The card at the icon: what it says, where it stands, and how it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.errors import Status
from core.settings import Settings
from tests.fakes import states as s
from ui.state import State
from ui.tray.card import SAME_CLICK_S, TrayCard, place
from ui.tray.words import summary

ICON = QRect(700, 4, 24, 24)
SCREEN = QRect(0, 0, 800, 600)


@pytest.fixture
def card(qtbot: QtBot) -> TrayCard:
    made = TrayCard()
    qtbot.addWidget(made)
    return made


def opened(card: TrayCard, state: State) -> str:
    """All words on the card once it is open."""
    card.open_at(ICON, state, summary(state, s.NOW), s.NOW)
    labels = (card.caption, card.figure, card.change, card.each, card.last, card.need)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_figure_change_and_age_of_one_account(card: TrayCard) -> None:
    words = opened(card, s.state(s.view()))
    assert "Rp 48.510.766" in words
    assert "Naik Rp 288.840 sejak" in words
    assert "terakhir diperiksa" in words
    assert card.check.isVisible()
    assert not card.cancel.isVisible()


def test_several_accounts_are_summed_up_line_by_line(card: TrayCard) -> None:
    words = opened(card, s.state(s.view(), s.view(s.BUDI)))
    assert "Rp 97.021.532" in words
    assert "2 akun" in words
    assert "Budi Santoso: Rp 48.510.766" in words
    assert "Naik" not in words


def test_hidden_amounts_and_names_are_hidden_there_too(card: TrayCard) -> None:
    hidden = Settings(language="id", theme="light", masked=True)
    words = opened(card, s.state(s.view(), s.view(s.BUDI), settings=hidden))
    assert "48" not in words
    assert "Budi" not in words


def test_what_needs_the_person_is_said(card: TrayCard) -> None:
    assert "Perlu Anda: PIN ditolak portal" in opened(
        card, s.state(s.view(last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True))
    )


def test_before_the_first_figure_it_says_so(card: TrayCard) -> None:
    assert "Belum ada angka" in opened(card, s.state(s.view(readings=(), last=None)))


def test_while_checking_it_offers_to_cancel(card: TrayCard, qtbot: QtBot) -> None:
    opened(card, s.state(s.view(), checking=True))
    assert not card.check.isVisible()
    with qtbot.waitSignal(card.cancel_requested):
        card.cancel.click()


def test_open_closes_the_card_and_asks_for_the_window(card: TrayCard, qtbot: QtBot) -> None:
    opened(card, s.state(s.view()))
    assert card.open.hasFocus()
    with qtbot.waitSignal(card.open_requested):
        QTest.keyClick(card.open, Qt.Key.Key_Return)
    assert not card.isVisible()


def test_esc_closes_it(card: TrayCard) -> None:
    opened(card, s.state(s.view()))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_the_click_that_closed_it_does_not_open_it_again(card: TrayCard, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(card, s.state(s.view()))
    card.hide()
    opened(card, s.state(s.view()))
    assert not card.isVisible()
    card._closed_at_s -= SAME_CLICK_S
    opened(card, s.state(s.view()))
    assert card.isVisible()


@pytest.mark.parametrize("at", [(700, 4), (4, 4), (790, 570), (0, 570), (400, 300)])
def test_it_stands_beside_the_icon_and_wholly_on_the_screen(at: tuple[int, int]) -> None:
    icon, size = QRect(*at, 24, 24), QRect(0, 0, 320, 200)
    stands = QRect(place(icon, size, SCREEN), size.size())
    assert SCREEN.contains(stands)
    assert not stands.intersects(icon)


def test_an_old_figure_is_grey(card: TrayCard) -> None:
    old = s.view(readings=s.history(2, last_at=s.NOW.replace(year=2025)))
    opened(card, s.state(old))
    assert card.figure.property("tone") == "muted"
