"""The dialog that takes the place of the portal's window where it cannot open: why, in words, and the other ways to the figure."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs import portal_outside
from ui.dialogs.portal_outside import PortalOutside

ADDRESS = "https://sso.bpjsketenagakerjaan.go.id/login.bpjs"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system's browser was asked to open."""
    asked: list[str] = []

    class Services:
        @staticmethod
        def openUrl(url: QUrl) -> bool:
            asked.append(url.toString())
            return True

    monkeypatch.setattr(portal_outside, "QDesktopServices", Services)
    return asked


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def dialog(parent: QWidget, reason: str, address: str | None) -> tuple[PortalOutside, str, list[str]]:
    made = PortalOutside(parent, reason, address)
    said = " ".join(label.text() for label in made.findChildren(QLabel))
    return made, said, [button.text() for button in made.findChildren(QPushButton)]


@pytest.mark.parametrize(
    ("reason", "words"),
    [("no_engine", "uv sync --extra browser"), ("root", "root"), ("no_account", "Akun itu tidak ada"), ("crashed", "tiba-tiba")],
)
def test_it_says_why_and_opens_the_portal_in_the_systems_browser_once(
    parent: QWidget, opened: list[str], reason: str, words: str
) -> None:
    _, said, buttons = dialog(parent, reason, ADDRESS)
    assert words in said and "jatuhkan berkasnya" in said
    assert opened == [ADDRESS]
    assert ("Coba lagi" in buttons) is (reason == "crashed")


def test_the_demos_portal_is_opened_nowhere_else(parent: QWidget, opened: list[str]) -> None:
    _, said, _ = dialog(parent, "crashed", None)
    assert opened == [] and "jatuhkan" not in said


def test_its_buttons_lead_on(qtbot: QtBot, parent: QWidget, opened: list[str]) -> None:
    made, _, _ = dialog(parent, "crashed", ADDRESS)
    with qtbot.waitSignal(made.to_import):
        made.hand_in.click()
    made, _, _ = dialog(parent, "crashed", ADDRESS)
    again = next(button for button in made.findChildren(QPushButton) if button.text() == "Coba lagi")
    with qtbot.waitSignal(made.again):
        again.click()
